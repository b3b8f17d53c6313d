"""A sheet with all things of a kind as a table of Excel: filters, links, lists to choose from, colours."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from mkdocs_journeys.atlas import Atlas, StepLocation
from mkdocs_journeys.exports.colours import ACCENT, BAND_PALE, EMOTION_PALE
from mkdocs_journeys.exports.tables import KindTable, Value, lines_of
from mkdocs_journeys.exports.workbook.cells import EMOTION_FORMAT, MOST_LINKS, Book, cell_text, link_to, write
from mkdocs_journeys.exports.workbook.choices import Choices
from mkdocs_journeys.exports.workbook.map_sheet import cell_of_step
from mkdocs_journeys.imports.tables.steps import COLUMNS, STEPS_SHEET
from mkdocs_journeys.model import Journey

WIDE, NARROW, USUAL = 44, 13, 24
"""Widths of columns in letters."""
WIDTHS: Mapping[str, int] = {
    **dict.fromkeys(("title", "journey", "step", "where", "pains", "description", "objective", "goals", "needs"), WIDE),
    **dict.fromkeys(("cause", "workaround", "frustrations", "says", "quote", "thinks", "ideas"), WIDE),
    **dict.fromkeys(("score", "severity", "frequency", "impact", "reach", "status", "state", "emotion", "n"), NARROW),
    **dict.fromkeys(("confidence", "value", "effort", "since", "resolved", "reviewed", "share", "steps"), NARROW),
    **dict.fromkeys(("open pains", "mean emotion", "unit", "better", "baseline", "target", "by", "latest n"), NARROW),
}
EMOTIONS = ("emotion", "mean emotion")
"""The columns of emotions."""
DAY_FORMAT = "yyyy-mm-dd"
KEEP_IN_VIEW: Mapping[str, int] = {"steps": 4}
"""How many columns stay where they are while others move, by table; one for others."""
SEVERITY_GROUNDS = {
    "critical": BAND_PALE["high"],
    "major": BAND_PALE["medium"],
    "minor": BAND_PALE["low"],
}
MOST_LINES = 8
"""How many lines of a cell a row shows; what is longer is seen when the row is made higher."""
SPARE_ROWS = 500
"""For how many rows below a table its lists and colours are there already."""


class TablePlaces(NamedTuple):
    """The steps in the rows of their table, and the row of each by its journey and number."""

    steps: Sequence[StepLocation]
    rows: Mapping[tuple[str, int], int]

    @classmethod
    def of(cls, atlas: Atlas, journeys: Sequence[Journey]) -> "TablePlaces":
        """Those of some journeys; rows are counted from 1, and the first has the names of columns."""
        steps = [place for journey in journeys for place in atlas.places[journey.id]]
        return cls(steps, {(place.journey.id, place.number): row for row, place in enumerate(steps, 2)})


def fill_table(book: Book, sheet: Any, name: str, table: KindTable, choices: Choices, places: TablePlaces) -> None:
    """Write a table into its sheet. Without things it has one empty row, as Excel wants."""
    headers = list(_headers(table.columns))
    last = max(len(table.rows), 1)
    columns = [{"header": header} for header in headers]
    options = {"name": f"{name.capitalize()}Table", "style": "Table Style Light 1", "columns": columns}
    sheet.add_table(0, 0, last, len(headers) - 1, options)
    head = book.look(bold=True, font_color="#ffffff", bg_color=ACCENT, valign="vcenter")
    for at, header in enumerate(headers):
        sheet.write_string(0, at, header, head)
        sheet.set_column(at, at, WIDTHS.get(table.columns[at], USUAL))
    for number, row in enumerate(table.rows, 1):
        for at, value in enumerate(row):
            link = _link(book, places, name, table, number - 1, at) if number <= MOST_LINKS else ""
            _write(book, sheet, (number, at), table.columns[at], value, link)
        sheet.set_row(number, 15 * min(MOST_LINES, max(map(_lines, table.columns, row))))
    sheet.freeze_panes(1, KEEP_IN_VIEW.get(name, 2))
    sheet.set_row(0, 22)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&A&RPage &P of &N")
    for at, column in enumerate(table.columns):
        reach = (1, at, last + SPARE_ROWS, at)
        if rule := choices.of(name, column):
            sheet.data_validation(*reach, choices.rule(rule))
        for condition in _conditions(book, column, at):
            sheet.conditional_format(*reach, condition)


def _lines(column: str, value: Value) -> int:
    """How many lines a cell takes, about."""
    width = WIDTHS.get(column, USUAL)
    return max(1, sum(1 + len(line) // width for line in lines_of(value)))


def _headers(columns: Sequence[str]) -> Iterator[str]:
    """The names of columns, each but once whatever its letters' case: Excel refuses others."""
    used: set[str] = set()
    for column in columns:
        header = stem = cell_text(" ".join(column.split())[:200])
        number = 1
        while header.casefold() in used:
            number += 1
            header = f"{stem} ({number})"
        used.add(header.casefold())
        yield header


def _write(book: Book, sheet: Any, at: tuple[int, int], column: str, value: Value, link: str) -> None:
    if link and not isinstance(value, int | float | date) and (text := cell_text(value)):
        sheet.write_url(*at, link, book.look(font_color=ACCENT, underline=1), text)
    elif isinstance(value, date):
        write(sheet, *at, value, book.look(num_format=DAY_FORMAT, align="left"))
    elif column in EMOTIONS:
        write(sheet, *at, value, book.look(num_format=EMOTION_FORMAT, align="left"))
    else:
        write(sheet, *at, value, book.look(align="left"))


def _link(book: Book, places: TablePlaces, name: str, table: KindTable, row: int, at: int) -> str:
    """Where a cell leads to inside of the workbook, "" for nowhere."""
    if (name, at) == ("journeys", table.columns.index("title") if name == "journeys" else -1):
        return link_to(book.maps[book.journeys[row].id], "A1")
    if (name, at) == ("steps", COLUMNS.index("step")):
        step = places.steps[row]
        return link_to(book.maps[step.journey.id], cell_of_step(step.number))
    if name == "pains" and table.columns[at] == "where":
        felt = book.atlas.pains[str(table.rows[row][0])].places
        rows = [places.rows[key] for one in felt if (key := (one.journey.id, one.number)) in places.rows]
        return link_to(STEPS_SHEET, f"D{rows[0]}")
    return ""


def _conditions(book: Book, column: str, at: int) -> Iterator[dict[str, Any]]:
    """Grounds of cells by what they hold; the words and signs in them say the same without colour."""
    letter = chr(ord("A") + at) if at < 26 else ""
    if column in EMOTIONS and letter:
        for level in EMOTION_PALE:
            low, high = (level - 0.5 if level > 0 else level - 0.49), (level + 0.49 if level >= 0 else level + 0.5)
            ground = book.made.add_format({"bg_color": EMOTION_PALE[level]})
            formula = f"=AND(ISNUMBER({letter}2),{letter}2>={low},{letter}2<={high})"
            yield {"type": "formula", "criteria": formula, "format": ground}
    if column == "severity":
        for word, colour in SEVERITY_GROUNDS.items():
            ground = book.made.add_format({"bg_color": colour, "bold": word == "critical"})
            yield {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": ground}
    if column == "score":
        ends = {"min_type": "num", "min_value": 0, "max_type": "num", "max_value": 100}
        yield {"type": "data_bar", "bar_color": "#c9cff0", "bar_solid": True, **ends}
