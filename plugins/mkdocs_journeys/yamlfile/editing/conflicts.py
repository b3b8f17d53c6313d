"""The marks that git leaves in a file where two people changed the same place."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_journeys.problem import Position, Problem

RULE = "merge-conflict"
HINT = "Keep the lines of one side, or some of both, and remove the lines of marks: <<<<<<<, ======= and >>>>>>>."
_CONFLICT = re.compile(
    r"^(<{7,}) (?P<mine>[^\n]*)\n(?P<ours>(?:(?!<{7})[^\n]*\n)*?)(?:\|{7,}[^\n]*\n(?:[^\n]*\n)*?)?={7,}\n"
    r"(?P<theirs>(?:(?!<{7})[^\n]*\n)*?)>{7,} (?P<their>[^\n]*)$",
    re.MULTILINE,
)
_LONGEST = 60


class _ConflictSide(NamedTuple):
    name: str
    text: str

    def __str__(self) -> str:
        lines = [line.strip() for line in self.text.splitlines() if line.strip()]
        if not lines:
            return f"{self.name:.{_LONGEST}} has nothing"
        more = f" and {len(lines) - 1} more lines" if len(lines) > 2 else " and another line" if len(lines) > 1 else ""
        return f"{self.name:.{_LONGEST}} has '{lines[0]:.{_LONGEST}}'{more}"


def may_have_conflicts(data: bytes) -> bool:
    """Whether the bytes of a file may hold the marks of a conflict; quick, for those that hold none."""
    return b"<<<<<<< " in data


def conflicts_in(text: str, file: str) -> Iterator[Problem]:
    """A problem for each conflict that is marked in a text whose lines end in \\n."""
    for found in _CONFLICT.finditer(text):
        first = text.count("\n", 0, found.start()) + 1
        last = first + found[0].count("\n")
        sides = _ConflictSide(found["mine"], found["ours"]), _ConflictSide(found["their"], found["theirs"])
        message = f"This file has a merge conflict, lines {first} to {last}: {sides[0]}, {sides[1]}."
        yield Problem(RULE, Position(file, first, 1), message, HINT)
