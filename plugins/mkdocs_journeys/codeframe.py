"""The lines of a file around a problem, with a caret under its column."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from mkdocs_journeys.problem import Problem
from mkdocs_journeys.wording import terminal_safe

FRAME_BEFORE = 2
FRAME_AFTER = 1
FRAME_CELLS = 100
TAB = "    "

ONE_CELL_EACH = re.compile("[ -\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff]*")
"""Where it is printable: text of European languages, whose characters need not be measured one by one."""
_LINE_END = re.compile(r"\r\n|\r|\n")


def lines_of(text: str) -> list[str]:
    """The lines of a file as problems count them; the first has index 0."""
    text = text.removeprefix("\ufeff")
    return _LINE_END.split(text) if "\r" in text else text.split("\n")


def frame(problem: Problem, lines: Sequence[str]) -> str:
    """The lines around a problem, with line numbers and a caret under its column; safe for a terminal.

    `lines` are those of the whole file; a position beyond its end is shown at the end. Long lines are cut to a window.
    """
    number = min(max(problem.position.line, 1), len(lines))
    column = min(max(problem.position.column, 1), len(lines[number - 1]) + 1)
    start = _window_start(lines[number - 1], column)
    first, last = max(1, number - FRAME_BEFORE), min(len(lines), number + FRAME_AFTER)
    gutter = len(str(last))
    shown: list[str] = []
    for at in range(first, last + 1):
        marker = ">" if at == number else " "
        shown.append(f"{marker} {at:>{gutter}} | {_window(lines[at - 1], start)}".rstrip())
        if at == number:
            before = (1 if start else 0) + _width(_cells(lines[at - 1][start : column - 1]))
            shown.append(f"  {'':>{gutter}} | {' ' * before}^")
    return "\n".join(shown)


@lru_cache(1 << 12)
def _cell(character: str) -> str:
    return TAB if character == "\t" else terminal_safe(character)


def _width(shown: str) -> int:
    return len(shown) if shown.isascii() else sum(_character_width(character) for character in shown)


@lru_cache(1 << 12)
def _character_width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _cells(line: str) -> str:
    """What a line shows; a line of printable characters shows itself."""
    return line if line.isprintable() else "".join(map(_cell, line))


def _window_start(line: str, column: int) -> int:
    """The index of the first character to show, so that the column stands inside the window."""
    if _width(_cells(line[: FRAME_CELLS + 1])) <= FRAME_CELLS:
        return 0
    start, room = column - 1, FRAME_CELLS * 2 // 3
    while start > 0 and (room := room - _width(_cell(line[start - 1]))) >= 0:
        start -= 1
    return start


def _window(line: str, start: int) -> str:
    shown, room = "…" if start and line else "", FRAME_CELLS
    seen = line[start : start + FRAME_CELLS + 1]
    if seen.isprintable() and ONE_CELL_EACH.fullmatch(seen):
        return f"{shown}{seen[:FRAME_CELLS]}{'…' if len(seen) > FRAME_CELLS else ''}"
    for cell in map(_cell, line[start:]):
        room -= _width(cell)
        if room < 0:
            return shown + "…"
        shown += cell
    return shown
