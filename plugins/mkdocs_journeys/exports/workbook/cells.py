"""What every sheet of the workbook needs: cells that are no formulas, formats that are made once, links."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.archive import writable
from mkdocs_journeys.exports.tables import Value, text_cell
from mkdocs_journeys.model import Journey

LONGEST_CELL = 32_767
"""How many units of UTF-16 Excel keeps in a cell; a longer text ends in a sign that it does."""
MOST_LINKS = 65_000
"""How many links Excel takes on a sheet."""
EMOTION_FORMAT = '"▲ +"General;"▼ −"General;"● "General'
"""An emotion with a sign of its own beside its colour."""
FONT: Mapping[str, Any] = {"font_name": "Calibri", "font_size": 11, "valign": "top", "text_wrap": True}


class Book(NamedTuple):
    """A workbook that is being written. `maps` are the names of the sheets of journeys by id.

    `look` gives the format of XlsxWriter with some properties, each made once.
    """

    made: Any
    atlas: Atlas
    journeys: Sequence[Journey]
    maps: Mapping[str, str]
    look: Callable[..., Any]


def looks_of(made: Any) -> Callable[..., Any]:
    """What makes the formats of a workbook of XlsxWriter."""
    known: dict[tuple[tuple[str, Any], ...], Any] = {}

    def look(**properties: Any) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in known:
            known[key] = made.add_format({**FONT, **properties})
        return known[key]

    return look


def write(sheet: Any, row: int, column: int, value: Value, look: Any = None) -> None:
    """Write a cell: a number or a day as such, anything else as a text that is no formula. Rows count from 0."""
    if isinstance(value, date):
        sheet.write_datetime(row, column, datetime.combine(value, time()), look)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, look)
    elif text := cell_text(value):
        sheet.write_string(row, column, text, look)
    else:
        sheet.write_blank(row, column, None, look)


def cell_text(value: str | Sequence[str] | None) -> str:
    """A text, or several with a line each, as a cell can hold it; it begins no formula."""
    text = writable(text_cell(value))
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_CELL:
        return text
    return f"{units[: 2 * LONGEST_CELL - 2].decode('utf-16-le', 'ignore')}…"


def link_to(sheet: str, cell: str) -> str:
    """The address of a cell of a sheet, for a link inside of the workbook."""
    quoted = sheet.replace("'", "''")
    return f"internal:'{quoted}'!{cell}"
