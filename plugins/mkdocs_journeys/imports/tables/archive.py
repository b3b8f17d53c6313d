"""Workbooks as archives: how large they are once they are unpacked, measured before their reader makes room for it."""

import io
import re
import zipfile
from collections import Counter

from mkdocs_journeys.imports.tables.sheet import MOST_COLUMNS, MOST_ROWS, TooLargeError

MOST_UNPACKED = 300_000_000
"""How many bytes a workbook may have once it is unpacked, and all its texts where they are written out."""
MOST_CELLS = 2_000_000
_CELL = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]{1,4})(\d{1,9})[\"']")
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*?\br\s*=\s*[\"'](\d{1,9})[\"']")
_BARE_CELL = re.compile(rb"<(?:\w+:)?c(?=[\s>/])(?![^>]*\br\s*=)")
_SHARED = re.compile(rb"<(?:\w+:)?si\b[^>]*>(.*?)</(?:\w+:)?si>", re.DOTALL)
_USED = re.compile(rb"\bt\s*=\s*[\"']s[\"'][^>]*>\s*<(?:\w+:)?v>(\d{1,7})<")
_OF_ODS = re.compile(
    rb"<(?P<end>/)?table:(?P<what>table-row|table-cell|covered-table-cell|table)(?=[\s/>])(?P<more>[^>]*?)(?P<empty>/)?>"
)
_REPEATED = {
    kind: re.compile(rb"table:number-%s-repeated\s*=\s*[\"'](\d{1,9})[\"']" % kind) for kind in (b"rows", b"columns")
}


class TooMuchError(Exception):
    """An archive that unpacks to more than any workbook has."""


def check_archive(data: bytes) -> None:
    """Raise TooLargeError for a table that is too large, TooMuchError for too many bytes.

    Raises BadZipFile, and what zipfile raises else, for what is no workbook.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = _Parts(archive)
        if "content.xml" in parts.names:
            _check_open_document(parts.read("content.xml"))
        elif "xl/workbook.xml" in parts.names:
            shared = parts.read("xl/sharedStrings.xml") if "xl/sharedStrings.xml" in parts.names else b""
            _check_excel(parts, [len(one[1]) for one in _SHARED.finditer(shared)])
        else:
            raise zipfile.BadZipFile


class _Parts:
    """The parts of an archive, of which only so many bytes are read in all."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive, self.left = archive, MOST_UNPACKED
        self.names = {one.filename for one in archive.infolist()}
        if sum(one.file_size for one in archive.infolist()) > MOST_UNPACKED:
            raise TooMuchError

    def read(self, name: str) -> bytes:
        with self.archive.open(name) as file:
            content = file.read(self.left + 1)
        self.left -= len(content)
        if self.left < 0:
            raise TooMuchError
        return content


def _check_excel(parts: _Parts, shared: list[int]) -> None:
    """Check the places of all cells, and how much their texts come to: many cells may share a long one."""
    written = 0
    for name in sorted(parts.names):
        if not name.startswith("xl/worksheets/") or not name.endswith(".xml"):
            continue
        sheet = parts.read(name)
        for number, found in enumerate(_CELL.finditer(sheet)):
            if number > MOST_CELLS or int(found[2]) > MOST_ROWS or _column(found[1]) > MOST_COLUMNS:
                raise TooLargeError
        if _BARE_CELL.search(sheet) and any(int(row[1]) > MOST_ROWS for row in _ROW.finditer(sheet)):
            raise TooLargeError
        used = Counter(int(one[1]) for one in _USED.finditer(sheet))
        written += sum(shared[at] * times for at, times in used.items() if at < len(shared))
        if written > MOST_UNPACKED:
            raise TooMuchError


def _column(letters: bytes) -> int:
    """The number of a column from 1: A, B … Z, AA."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + letter - 64
    return number


def _check_open_document(content: bytes) -> None:
    """Count rows and cells as often as they are repeated; empty ones behind all others do not count."""
    rows = columns = waiting = cells = gap = times = 0
    for found in _OF_ODS.finditer(content):
        what, is_end, more = found["what"], found["end"], found["more"]
        if what == b"table":
            rows = waiting = 0
        elif what == b"table-row" and not is_end:
            times, cells, gap = _times(b"rows", more), 0, 0
        if what == b"table-row" and (is_end or found["empty"]):
            rows, waiting = (rows + waiting + times, 0) if cells else (rows, waiting + times)
            columns = max(columns, cells)
        elif what in (b"table-cell", b"covered-table-cell") and not is_end:
            count = _times(b"columns", more)
            is_blank = found["empty"] and b"office:value" not in more
            cells, gap = (cells, gap + count) if is_blank else (cells + gap + count, 0)
        if rows > MOST_ROWS or columns > MOST_COLUMNS:
            raise TooLargeError


def _times(kind: bytes, more: bytes) -> int:
    found = _REPEATED[kind].search(more)
    return int(found[1]) if found else 1
