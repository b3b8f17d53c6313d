"""Rows of comma-separated text whose cells know where they stand."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.problem import Position, Problem
from mkdocs_journeys.yamlfile.editing.conflicts import conflicts_in, may_have_conflicts

LARGEST_TABLE = 1 << 20
MOST_ROWS = 20_000
MOST_CELLS = 50


@dataclass(frozen=True, slots=True)
class CsvCell:
    """A cell's text without the spaces around it, and where it starts."""

    text: str
    position: Position


CsvRow = tuple[CsvCell, ...]


def rows_of(file: str, data: bytes) -> Iterator[CsvRow | Problem]:
    """The rows of a CSV file, empty ones left out, with a Problem for what cannot be read."""
    text = _decoded(file, data)
    if isinstance(text, Problem):
        yield text
        return
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if may_have_conflicts(data) and (conflicts := [*conflicts_in(text, file)]):
        yield from conflicts
        return
    lines = text.split("\n")
    reader = csv.reader(io.StringIO("\n".join(lines)), strict=True)
    start = 1
    try:
        for number, cells in enumerate(reader):
            if number > MOST_ROWS:
                message = f"This file has more than {MOST_ROWS:,} rows."
                yield Problem("csv-size", Position(file, start, 1), message, "Keep one row per day, week or month.")
                return
            if any(cell.strip() for cell in cells):
                yield _row(file, cells, lines, start)
            start = reader.line_num + 1
    except csv.Error as error:
        place = Position(file, min(start, len(lines)), 1)
        yield Problem("csv-syntax", place, f"This row cannot be read: {error}.", "Is a closing quote missing?")


def _row(file: str, cells: list[str], lines: list[str], number: int) -> CsvRow | Problem:
    if len(cells) > MOST_CELLS:
        message = f"This row has more than {MOST_CELLS} cells."
        return Problem("csv-row", Position(file, number, 1), message, "Write one cell per column.")
    line = lines[number - 1]
    column = 1
    row: list[CsvCell] = []
    for cell in cells:
        start = column + len(cell) - len(cell.lstrip())
        row.append(CsvCell(cell.strip(), Position(file, number, min(start, len(line) + 1))))
        quoted = line[column - 1 : column] == '"'
        column += len(cell) + 1 + (2 + cell.count('"') if quoted else 0)
    return tuple(row)


def _decoded(file: str, data: bytes) -> str | Problem:
    if len(data) > LARGEST_TABLE:
        message = "This file is larger than 1 MB."
        return Problem("csv-size", Position(file, 1, 1), message, "Keep one row per day, week or month.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
        place = Position(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        return Problem("csv-encoding", place, "This file is not saved as UTF-8.", "Save it as “CSV UTF-8”.")
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        hint = "Is this really a text file? Save it as “CSV UTF-8”."
        return Problem("csv-encoding", Position(file, line, 1), "There is a NUL character in this line.", hint)
    return text
