"""Entries that hold for neighbouring steps: one cell across their columns, in as few rows as they need."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple


class SpanCell(NamedTuple):
    """A cell of a lane across `span` columns from the step `first`, from 1, with the entries that hold for all of them.

    `opens` says that a stage begins there.
    """

    first: int
    span: int
    opens: bool
    entries: tuple[Any, ...]

    @property
    def last(self) -> int:
        """The number of the last step."""
        return self.first + self.span - 1


def spanning_rows(cells: Sequence[Sequence[Any]], opens: Sequence[bool]) -> tuple[tuple[SpanCell, ...], ...]:
    """The rows of a lane with its entries by step; empty where no entry holds for two neighbouring steps.

    What holds for one step alone stands in the first row that is free there.
    """
    shared = list(_shared(cells))
    if not shared:
        return ()
    spent = {(step, entry) for start, end, entry in shared for step in range(start, end)}
    places: dict[tuple[int, int], list[Any]] = {}
    for start, end, entry in shared:
        places.setdefault((start, end), []).append(entry)
    for step, cell in enumerate(cells):
        own = [entry for entry in dict.fromkeys(cell) if (step, entry) not in spent]
        if own:
            places[step, step + 1] = own
    rows: list[list[SpanCell | None]] = []
    for (start, end), entries in places.items():
        row = _free_row(rows, start, end, len(cells))
        row[start:end] = [SpanCell(start + 1, end - start, opens[start], tuple(entries))] * (end - start)
    return tuple([tuple(_filled(row, opens)) for row in rows])


def _shared(cells: Sequence[Sequence[Any]]) -> Iterator[tuple[int, int, Any]]:
    """Entries of two or more neighbouring steps: the first step, the one behind the last, the entry."""
    for start, cell in enumerate(cells):
        for entry in dict.fromkeys(cell):
            if start and entry in cells[start - 1]:
                continue
            end = start + 1
            while end < len(cells) and entry in cells[end]:
                end += 1
            if end > start + 1:
                yield start, end, entry


def _free_row(rows: list[list[SpanCell | None]], start: int, end: int, steps: int) -> list[SpanCell | None]:
    """The first row with nothing from `start` to `end`; a new one where there is none."""
    for row in rows:
        if not any(row[start:end]):
            return row
    rows.append([None] * steps)
    return rows[-1]


def _filled(row: Iterable[SpanCell | None], opens: Sequence[bool]) -> Iterator[SpanCell]:
    """The cells of a row, with an empty one at each step that has none."""
    for step, cell in enumerate(row):
        if cell is None:
            yield SpanCell(step + 1, 1, opens[step], ())
        elif cell.first == step + 1:
            yield cell
