"""The workbook as a whole: its sheets, and their names."""

import io
import re
from collections.abc import Iterable, Iterator, Sequence

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.archive import MADE, MissingLibraryError, without_times, writable
from mkdocs_journeys.exports.tables import tables_of
from mkdocs_journeys.exports.workbook.cells import Book, looks_of
from mkdocs_journeys.exports.workbook.choices import CHOICES_SHEET, choices_of
from mkdocs_journeys.exports.workbook.map_sheet import draw_map
from mkdocs_journeys.exports.workbook.table_sheet import TablePlaces, fill_table
from mkdocs_journeys.model import Journey

LONGEST_NAME = 31
_NOT_IN_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_RESERVED = "History"


def workbook(atlas: Atlas, journeys: Sequence[Journey]) -> bytes:
    """The content of an .xlsx file. Raises MissingLibraryError."""
    try:
        import xlsxwriter
    except ImportError:
        raise MissingLibraryError("Workbooks", "XlsxWriter", "sheets") from None
    content = io.BytesIO()
    made = xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    made.set_properties({"title": writable(atlas.catalog.name), "created": MADE})
    tables = tables_of(atlas, journeys)
    titles = [name.capitalize() for name in tables]
    names = dict(_map_names(journeys, (*titles, CHOICES_SHEET, _RESERVED)))
    book = Book(made, atlas, journeys, names, looks_of(made))
    sheets = [made.add_worksheet(title) for title in titles]
    maps = [made.add_worksheet(name) for name in names.values()]
    choices, places = choices_of(atlas), TablePlaces.of(atlas, journeys)
    for sheet, (name, table) in zip(sheets, tables.items(), strict=True):
        fill_table(book, sheet, name, table, choices, places)
    for sheet, journey in zip(maps, journeys, strict=True):
        draw_map(book, sheet, journey)
    choices.write(made.add_worksheet(CHOICES_SHEET))
    made.close()
    return without_times(content.getvalue())


def _map_names(journeys: Iterable[Journey], taken: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Names of sheets after the titles of journeys: short enough, and each but once whatever its letters' case."""
    used = {name.casefold() for name in taken}
    for journey in journeys:
        clean = " ".join(_NOT_IN_NAME.sub(" ", writable(journey.title)).split()).strip("'") or journey.id
        stem = _cut(clean, LONGEST_NAME - 6).strip(" '")
        name, number = clean if clean == _cut(clean, LONGEST_NAME) else f"{stem}…", 1
        while name.casefold() in used:
            number += 1
            name = f"{stem} {number}"
        used.add(name.casefold())
        yield journey.id, name


def _cut(text: str, units: int) -> str:
    """The beginning of a text, of so many units of UTF-16 as Excel counts them."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")
