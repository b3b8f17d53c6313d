"""PDF files as boards, a page each: what Mural, Microsoft Whiteboard and others still give of a board."""

import io
import logging
import re
import zlib
from base64 import a85decode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import Any

from mkdocs_journeys.imports.boards.board import Board
from mkdocs_journeys.imports.boards.formats.pdf_page import board_of_page
from mkdocs_journeys.imports.boards.formats.values import refused
from mkdocs_journeys.problem import Problem

MOST_PAGES = 100
MOST_UNPACKED, MOST_PICTURES = 30_000_000, 300_000_000
"""How many bytes the streams of a file may have once they are unpacked: those that are read, and pictures."""
LARGEST_ODD = 1_000_000
"""How many bytes a stream may have that is packed in a way of which nobody can tell beforehand what comes out."""
HINT = "Export the board as PDF again."
_STREAM = re.compile(rb"stream\r?\n")
_FILTER = re.compile(rb"/(FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|ASCII85Decode|A85|ASCIIHexDecode|AHx)\b")
_ODD = {b"LZWDecode", b"LZW", b"RunLengthDecode", b"RL"}


def boards_of(data: bytes, file: str) -> Sequence[Board] | Problem:
    """The pages of a PDF. Those with nothing to read say so in `trouble`."""
    try:
        import pdfplumber
    except ImportError:
        return refused(
            file, "PDF needs a reader that is not here.", "Install it with: pip install 'mkdocs-journeys[pdf]'"
        )
    if b"%PDF-" not in data[:1024]:
        return refused(file, "This is no PDF.", HINT)
    if not _is_of_sane_size(data):
        return refused(file, f"Unpacked, it has more than {MOST_UNPACKED // 1_000_000} MB.", "Export its parts.")
    try:
        with _quiet(), pdfplumber.open(io.BytesIO(data), pages=list(range(1, MOST_PAGES + 2))) as pdf:
            if len(pdf.pages) > MOST_PAGES:
                return refused(file, f"It has more than {MOST_PAGES} pages.", "Export the pages of the map alone.")
            stem = PurePosixPath(file).stem.replace("-", " ").replace("_", " ").strip()
            found = []
            for page in pdf.pages:
                found.append(_board(stem if len(pdf.pages) == 1 else f"Page {page.page_number}", page))
                page.close()
    except RecursionError:
        return refused(file, "This PDF is nested too deeply.", HINT)
    except Exception as error:  # a broken file makes the reader raise whatever it stumbles over
        if "Password" in repr(error):
            return refused(file, "This PDF is locked with a password.", "Export it without one.")
        return refused(file, "This PDF is broken, and cannot be read.", HINT)
    return found or refused(file, "This PDF has no page.", HINT)


def _board(title: str, page: Any) -> Board:
    board = board_of_page(title, page)
    if board.notes:
        return board
    what = (
        "is only a picture" if page.images else "has shapes, and no text" if page.curves or page.rects else "is empty"
    )
    return board._replace(trouble=f"Page {page.page_number} {what}: there are no words in it that could be read.")


def _is_of_sane_size(data: bytes) -> bool:
    """Whether no stream grows beyond measure, which the reader would unpack whole."""
    read, shown = 0, 0
    for found in _STREAM.finditer(data):
        head = data[max(0, data.rfind(b" obj", 0, found.start())) : found.start()]
        filters = [one[1] for one in _FILTER.finditer(head[-2000:])]
        end = data.find(b"endstream", found.end())
        packed = data[found.end() : end if end >= 0 else len(data)]
        if len(filters) > 1 or _ODD & {*filters}:
            if filters[:1] in ([b"ASCII85Decode"], [b"A85"]) and len(filters) == 2 and not _ODD & {*filters}:
                packed = _unarmoured(packed)
            elif len(packed) > LARGEST_ODD or filters.count(b"FlateDecode") + filters.count(b"Fl") > 1:
                return False
        most = MOST_PICTURES if b"/Image" in head else MOST_UNPACKED
        size = _unpacked_size(packed, most) if filters else len(packed)
        read, shown = (read, shown + size) if b"/Image" in head else (read + size, shown)
        if read > MOST_UNPACKED or shown > MOST_PICTURES:
            return False
    return True


def _unarmoured(packed: bytes) -> bytes:
    try:
        return a85decode(packed.strip().removesuffix(b"~>"), adobe=False)
    except ValueError:
        return b""


def _unpacked_size(packed: bytes, most: int) -> int:
    """How many bytes a stream has unpacked, at most one more than `most`."""
    reader, size = zlib.decompressobj(), 0
    try:
        while packed and size <= most:
            size += len(reader.decompress(packed, 1 << 20))
            packed = reader.unconsumed_tail
    except zlib.error:
        return size
    return size


@contextmanager
def _quiet() -> Iterator[None]:
    """Without what the reader says of oddities of a file."""
    log = logging.getLogger("pdfminer")
    before = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(before)
