"""observed/ID.csv: from its text to what people were seen to do on a journey."""

from collections.abc import Iterator

from mkdocs_journeys.load.figures.table import CsvCell, CsvRow, rows_of
from mkdocs_journeys.model.base import iso_date
from mkdocs_journeys.model.measuring.observed import OBSERVED_COLUMNS, OBSERVED_KINDS, ObservedWay
from mkdocs_journeys.problem import Position, Problem

MOST_PROBLEMS = 100
_HINT = "`journeys measure` writes this file; run it again in place of editing the file."


def observed_of(file: str, data: bytes) -> tuple[tuple[ObservedWay, ...] | None, list[Problem]]:
    """Read a journey's file: its rows, None when it has any mistake; each mistake in its row and column."""
    rows = list(rows_of(file, data))
    problems = [row for row in rows if isinstance(row, Problem)]
    table = [row for row in rows if not isinstance(row, Problem)]
    if not problems and (not table or tuple(cell.text for cell in table[0]) != OBSERVED_COLUMNS):
        message = f"The first row has to be {','.join(OBSERVED_COLUMNS)}."
        return None, [Problem("csv-header", Position(file, 1, 1), message, _HINT)]
    read: list[ObservedWay] = []
    for row in table[1:]:
        found = list(_mistakes(row))
        problems += found
        if not found:
            date, kind, step, path, people, of = (cell.text for cell in row)
            day = iso_date(date)
            if day:
                read.append(ObservedWay(day, kind, step, path, int(people), int(of), row[0].position.line))
    return (None if problems else tuple(read)), sorted(problems)[:MOST_PROBLEMS]


def _mistakes(row: CsvRow) -> Iterator[Problem]:
    if len(row) != len(OBSERVED_COLUMNS):
        message = f"This row has {len(row)} cells, and the first row has {len(OBSERVED_COLUMNS)}."
        yield Problem("csv-row", row[0].position, message, _HINT)
        return
    date, kind, _, _, people, of = row
    if iso_date(date.text) is None:
        yield _wrong(date, "no date")
    if kind.text not in OBSERVED_KINDS:
        yield _wrong(kind, "no kind of row")
    for cell in (people, of):
        if not (cell.text.isascii() and cell.text.isdigit() and len(cell.text) < 16):
            yield _wrong(cell, "no number of people")


def _wrong(cell: CsvCell, what: str) -> Problem:
    return Problem("csv-value", cell.position, f"'{cell.text[:40]}' is {what}.", _HINT)
