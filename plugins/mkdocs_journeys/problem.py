"""A mistake as data: what is wrong, where, how severe it is, and what to do about it."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from mkdocs_journeys.wording import terminal_safe

LONGEST_WORD = 100
LIKENESS = 0.75
"""The least share of letters that two words have in common in the same order, as difflib counts it."""


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


@dataclass(frozen=True, slots=True)
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


def suggest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that the author most likely meant by `word`, or None where none is really like it.

    That is one with a slip of the keyboard, or else the only one that has all its words or whose words it all has.
    Case does not count, nor does `_` or a space for `-`. The order of the candidates changes nothing.
    """
    if not word or len(word) > LONGEST_WORD:
        return None
    by_shape = {_shape(candidate): candidate for candidate in sorted(candidates, reverse=True)}
    shape = _shape(word)
    words = set(shape.split("-"))
    comparable = [key for key in by_shape if _is_as_long(key, shape) or key.startswith(shape) or shape.startswith(key)]
    close = difflib.get_close_matches(shape, comparable, n=1, cutoff=LIKENESS)
    if not close:
        close = [key for key in by_shape if words < (others := set(key.split("-"))) or others < words]
    return by_shape[close[0]] if len(close) == 1 else None


def _is_as_long(one: str, other: str) -> bool:
    return abs(len(one) - len(other)) <= max(1, len(other) // 4)


def _shape(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")
