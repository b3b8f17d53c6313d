"""Texts in quotes, on one line or folded from several."""

import re

from mkdocs_journeys.yamlfile.everyday.plain import fold
from mkdocs_journeys.yamlfile.everyday.refusal import NotEveryday

_BEHIND = r"[ ]*+(?:(?<=[ ])\#[^\n]*+)?"
_SINGLE = re.compile(rf"'([^']*+(?:''[^']*+)*+)'{_BEHIND}")
_DOUBLE = re.compile(rf'"([^"\\]*+(?:\\.[^"\\]*+)*+)"{_BEHIND}', re.DOTALL)
_ESCAPE_OR_FOLD = re.compile(
    r"\\(?:(?P<same>[\"\\/ ])|(?P<line>n)|(?P<joined>\n[ ]*+(?!\n))"
    r"|x(?P<two>[0-9a-fA-F]{2})|u(?P<four>[0-9a-fA-F]{4})|U(?P<eight>[0-9a-fA-F]{8})|(?P<other>))"
    r"|[ ]*+\n(?P<blank>[ \n]*+)"
)
LAST_CHARACTER = 0x10FFFF


def single_quoted(written: str) -> str:
    """A text in single quotes, with a comment behind it or not."""
    found = _SINGLE.fullmatch(written)
    if not found:
        raise NotEveryday
    text = found[1].replace("''", "'")
    return fold(text) if "\n" in text else text


def double_quoted(written: str) -> str:
    """A text in double quotes, with a comment behind it or not."""
    found = _DOUBLE.fullmatch(written)
    if not found:
        raise NotEveryday
    text = found[1]
    return _ESCAPE_OR_FOLD.sub(_meaning, text) if "\\" in text or "\n" in text else text


def _meaning(found: re.Match[str]) -> str:
    kind, said = found.lastgroup, found[found.lastgroup or 0]
    if kind == "blank":
        return "\n" * said.count("\n") or " "
    if kind == "same":
        return said
    if kind in ("line", "joined"):
        return "\n" if kind == "line" else ""
    if kind == "other":
        raise NotEveryday
    return _character(int(said, 16))


def _character(code: int) -> str:
    character = chr(code) if code <= LAST_CHARACTER else "\0"
    if not character.isprintable():
        raise NotEveryday
    return character
