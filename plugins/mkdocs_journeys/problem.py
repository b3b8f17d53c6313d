"""The one shape of "something is wrong here", and how it is shown to a person."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from mkdocs_journeys.frozen import frozen

FRAME_BEFORE = 2
FRAME_AFTER = 1
FRAME_CELLS = 100
TAB = "    "
LONGEST_WORD = 100

_LINE_END = re.compile(r"\r\n|\r|\n")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SHORT_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


class Severity(StrEnum):
    """How much a problem matters: only an error fails a check."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file: the path relative to the project's root with '/', line and column from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return terminal_safe(f"{self.file}:{self.line}:{self.column}")


@frozen
class Problem:
    """One mistake at one place; `related` are further places, each with a few words on why.

    `path` leads to the value inside its file, where that is known; it is no part of what the problem says.
    """

    rule: str
    position: Position
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    related: tuple[tuple[Position, str], ...] = ()
    path: tuple[str | int, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        return f"{self.position}: {self.severity}[{self.rule}] {terminal_safe(self.message)}"

    def __lt__(self, other: "Problem") -> bool:
        return self.sort_key() < other.sort_key()

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """File, line and column first, then rule, then message."""
        at = self.position
        return at.file, at.line, at.column, self.rule, self.message


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by file and line: what `sorted` gives, sooner."""
    return sorted(problems, key=Problem.sort_key)


def terminal_safe(text: str) -> str:
    """One line of text with control and bidi characters as escapes such as `\\x1b`; nothing else changes.

    Line ends and tabs are control characters too. Safe text comes back as it is.
    """
    return _UNPRINTABLE.sub(lambda found: _escape(found.group()), text)


def suggest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that the author most likely meant by `word`, or None.

    Case does not count, nor does `_` or a space for `-`. The order of the candidates changes nothing.
    """
    if not word or len(word) > LONGEST_WORD:
        return None
    by_shape = {_shape(candidate): candidate for candidate in sorted(candidates, reverse=True)}
    shape = _shape(word)
    longer = [key for key in by_shape if key.startswith(shape + "-")]
    close = difflib.get_close_matches(shape, by_shape, n=1, cutoff=0.6)
    if not close and len(longer) == 1:
        close = longer
    return by_shape[close[0]] if close else None


def frame(problem: Problem, text: str) -> str:
    """The lines around a problem, with line numbers and a caret under its column; safe for a terminal.

    `text` is the whole file; a position beyond its end is shown at the end. Long lines are cut to a window.
    """
    return frame_of(problem, lines_of(text))


def lines_of(text: str) -> list[str]:
    """The lines of a file as problems count them; the first has index 0."""
    text = text.removeprefix("\ufeff")
    return _LINE_END.split(text) if "\r" in text else text.split("\n")


def frame_of(problem: Problem, lines: Sequence[str]) -> str:
    """As `frame`, for many problems of one file, whose lines are given."""
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
            shown.append(f"  {'':>{gutter}} | {' ' * _caret_offset(lines[at - 1], start, column)}^")
    return "\n".join(shown)


def _escape(character: str) -> str:
    code = ord(character)
    return _SHORT_ESCAPES.get(character) or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")


def _shape(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")


@lru_cache(1 << 12)
def _cell(character: str) -> str:
    return TAB if character == "\t" else terminal_safe(character)


@lru_cache(1 << 12)
def _cell_width(character: str) -> int:
    return _width(_cell(character))


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
    while start > 0 and (room := room - _cell_width(line[start - 1])) >= 0:
        start -= 1
    return start


def _window(line: str, start: int) -> str:
    shown, room = "…" if start and line else "", FRAME_CELLS
    seen = line[start : start + FRAME_CELLS + 1]
    if seen.isascii() and seen.isprintable():
        return f"{shown}{seen[:FRAME_CELLS]}{'…' if len(seen) > FRAME_CELLS else ''}"
    for index in range(start, len(line)):
        room -= _cell_width(line[index])
        if room < 0:
            return shown + "…"
        shown += _cell(line[index])
    return shown


def _caret_offset(line: str, start: int, column: int) -> int:
    return (1 if start else 0) + _width(_cells(line[start : column - 1]))
