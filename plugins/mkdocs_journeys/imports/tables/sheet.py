"""A table of texts, as it was read from any kind of file."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

MOST_ROWS, MOST_COLUMNS = 20_000, 500
DELIMITERS = ",;\t|"
_GUARD = re.compile(r"'(?=[=+\-@])")
"""The sign that keeps a spreadsheet from taking a text for a formula."""


class Sheet(NamedTuple):
    """Rows of equally many cells, none of them empty at all; `first` is the number of the first row in the file."""

    name: str
    rows: Sequence[tuple[str, ...]]
    first: int = 1

    @property
    def transposed(self) -> "Sheet":
        """The sheet with its columns as rows."""
        return Sheet(self.name, list(zip(*self.rows, strict=True)), 1)


class TooLargeError(Exception):
    """A table of more rows or columns than any map has."""


def sheet_of(rows: Iterator[Sequence[object]] | Sequence[Sequence[object]], name: str = "") -> Sheet | None:
    """A sheet of cells of any type, without empty rows and columns at its ends. Raises TooLargeError."""
    found: list[list[str]] = []
    for row in rows:
        found.append([text_of(cell) for cell in row])
        if len(found) > MOST_ROWS or len(row) > MOST_COLUMNS:
            raise TooLargeError
    filled = [number for number, row in enumerate(found) if any(row)]
    if not filled:
        return None
    kept = found[filled[0] : filled[-1] + 1]
    width = max(len(row) for row in kept)
    padded = [row + [""] * (width - len(row)) for row in kept]
    used = [at for at in range(width) if any(row[at] for row in padded)]
    return Sheet(name, [tuple(row[used[0] : used[-1] + 1]) for row in padded], filled[0] + 1)


def text_of(cell: object) -> str:
    """What a cell shows: whole numbers without decimals, texts without space around them."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    text = str(cell).replace("\r\n", "\n").replace("\r", "\n").strip()
    return _GUARD.sub("", text, count=1) if text.startswith("'") else text


def sheet_of_csv(text: str) -> Sheet | None:
    """The sheet of a CSV file; its delimiter is the one that parts most lines alike. Raises TooLargeError."""
    csv.field_size_limit(10_000_000)
    return sheet_of(csv.reader(io.StringIO(text), delimiter=_delimiter(text)))


def _delimiter(text: str) -> str:
    first = next((line[4:5] for line in text.splitlines()[:1] if re.match(r"sep=.$", line)), "")
    if first:
        return first

    def score(delimiter: str) -> tuple[int, int]:
        widths = [len(row) for row in _some_rows(text, delimiter) if row]
        common = max(set(widths), key=widths.count, default=1)
        return (widths.count(common) if common > 1 else 0), common

    return max(DELIMITERS, key=lambda one: (score(one), -DELIMITERS.index(one)))


def _some_rows(text: str, delimiter: str) -> list[list[str]]:
    found: list[list[str]] = []
    for row in csv.reader(io.StringIO(text[:200_000]), delimiter=delimiter):
        found.append(row)
        if len(found) == 50:
            break
    return found
