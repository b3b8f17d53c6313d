"""Plain (unquoted) texts: as they stand, as the number that they are, or folded from several lines."""

import re
from functools import lru_cache
from typing import Any, NoReturn

from mkdocs_journeys.yamlfile.everyday.refusal import NotEveryday
from mkdocs_journeys.yamlfile.report import Report
from mkdocs_journeys.yamlfile.scalars import SPECIAL_STARTS, resolve

LONGEST_WORD = 5
"""No longer text that starts with a letter is anything but text: "false" is the longest."""

NUMBER_STARTS = frozenset(start for start in SPECIAL_STARTS if not start.isalpha())
"""First characters of every longer text that may be more than text."""
_NO_START = re.compile(r"-(?![0-9])|[ ?:,\[\]{}#&*!|>'\"%@`]").match
_NOT_INSIDE = (" #", "\n#", ": ", ":\n")
_COMMENT = re.compile(r" +#[^\n]*")
_FOLD = re.compile(r" *\n([ \n]*)")


class _Silent(Report):
    """Takes no problem: whatever there is to say, the full reader will say."""

    def error(self, *_: Any, **__: Any) -> NoReturn:
        raise NotEveryday

    warn = inform = error


_SILENT = _Silent("", 0)


def plain_value(text: str) -> Any:
    """What a plain text on one line means. Raises NotEveryday where the full reader would have a problem."""
    text = text.rstrip(" ")
    special = SPECIAL_STARTS if len(text) <= LONGEST_WORD else NUMBER_STARTS
    return _resolved(text) if text[0] in special else text


def plain_lines(written: str) -> Any:
    """A plain text of several lines, or of one with a comment behind it. Raises NotEveryday."""
    text = written if "\n" in written else _COMMENT.sub("", written)
    if not text or text[-1] == ":" or _NO_START(text) or any(sign in text for sign in _NOT_INSIDE):
        raise NotEveryday
    return plain_value(fold(text))


def fold(text: str) -> str:
    """Lines to one: a line end is a space, and each blank line below it a line end; no space stays around."""
    lines = [line.strip(" ") for line in text.split("\n")]
    if all(lines) and text[0] != " " and text[-1] != " ":
        return " ".join(lines)
    return _FOLD.sub(_break, text)


def _break(found: re.Match[str]) -> str:
    return "\n" * found[1].count("\n") or " "


@lru_cache(1 << 12)
def _resolved(text: str) -> Any:
    return resolve(text, (1, 1), _SILENT)
