"""The fast reader: the lines of a file in usual YAML to nested values, several times as fast as the full reader.

It answers only where the full reader would give the same values and have nothing to say; all else it refuses.
"""

import re
from typing import Any, TypeAlias, TypeVar

from mkdocs_journeys.yamlfile.builder import SHORT_KEY
from mkdocs_journeys.yamlfile.checks import DEFAULT_LIMITS
from mkdocs_journeys.yamlfile.editing.conflicts import may_have_conflicts
from mkdocs_journeys.yamlfile.fast_values import (
    LONGEST_WORD,
    NUMBER_STARTS,
    UnsupportedError,
    plain_list,
    plain_value,
    value_of,
)
from mkdocs_journeys.yamlfile.text import SPECIAL_STARTS, is_free_of_hidden, with_one_line_end

BLANK = r"[ ]*+(?:\#[^\n]*+)?+\n"
KEY = r"\w[\w-]*+(?:[ ][\w-]++)*+"
_INSIDE = r"\1(?(3)(?(2)[ ][ ]))"
"""The column at which this entry's key, or its dash, stands."""
_CONTINUES = rf"(?:[ ]*+\n)*+{_INSIDE}[ ]++[^ \n\#]"
_PLAIN = r"(?:-(?=[0-9])|[^ \n\-?:,\[\]{}\#&*!|>'\"%@`])[^\n:\#]*+(?:(?::(?![ \n])|(?<![ ])\#)[^\n:\#]*+)*+"
_ITEMS = r"[^\[\]{}'\"\n:\#&*!|>%@`?\\]*+"
_DEEPER_LINES = rf"(?:\n(?:[ ]*+\n)*+{_INSIDE}[ ]++[^\n]++)*+"
_CLOSING_LINE = rf"(?:\n{_INSIDE}[\]}}][^\n]*+)?+"
_BLANK_LINES = r"(?:\n[ ]*+(?=\n))*+"

ENTRY = re.compile(
    rf"""
    (?:{BLANK})*+
    (?:
        \Z
      | ([ ]*+) (-[ ])?+ (?:({KEY}):(?:[ ]++|(?=\n)))?
        (?:
            (?:\#(?!\w)[^\n]*+)?+\n
          | ({_PLAIN})\n(?!{_CONTINUES})
          | (\[{_ITEMS}\])[ ]*+\n(?!{_CONTINUES})
          | (
                (?=[\[{{]) [^\n]++ {_DEEPER_LINES} {_CLOSING_LINE}
              | (?=[|>]) [^\n]++ {_DEEPER_LINES} {_BLANK_LINES}
              | [^\n]++ {_DEEPER_LINES}
            )\n
        )
    )
    """,
    re.VERBOSE,
)
"""An entry with the blank lines and comments above it and all lines that continue its value.

Groups: 1 the indentation, 2 the dash, 3 the key; then at most one of 4 a plain text on one line, 5 a list of
plain items on one line, 6 a value of any other form, or a line that is no entry. From the start of one
line the matches fill a text that ends with a line end.
"""


DEEPEST = 16
"""Blocks inside blocks; with what brackets add, that stays below the limit of the full reader."""

Levels: TypeAlias = list[tuple[int, Any]]
"""The open mappings and lists, each with the column that its keys or dashes stand at."""
Opened = TypeVar("Opened", dict[str, Any], list[Any])


def blocks(text: str) -> dict[str, Any]:
    """The mapping that a text holds, which must end with a line end. Raises UnsupportedError.

    A key waits while nothing stands behind its colon: a mapping or list may follow below. This is one long
    function because each of its turns is a line of an atlas.
    """
    root: dict[str, Any] = {}
    here, at = root, 0
    levels: Levels = [(at, root)]
    waits: str | None = None
    for indentation, dash, key, plain, items, other in ENTRY.findall(text):
        waited, waits = waits, None
        if plain:
            special = SPECIAL_STARTS if len(plain) <= LONGEST_WORD else NUMBER_STARTS
            value = plain if plain[0] not in special and plain[-1] != " " else plain_value(plain)
        elif items:
            value = plain_list(items)
        elif other:
            value = value_of(other)
        elif key:
            waits = key
            value = None
        elif dash:
            raise UnsupportedError
        else:
            continue
        if dash:
            at = len(indentation)
            listed = _list_at(levels, at, waited)
            if not key:
                listed.append(value)
                at = -1
                continue
            here = {}
            listed.append(here)
            at += 2
            levels.append((at, here))
        elif len(indentation) != at:
            at = len(indentation)
            here = _map_at(levels, at, waited)
        if key in here or not key or len(key) > SHORT_KEY:
            raise UnsupportedError
        here[key] = value
    return root


def _map_at(levels: Levels, column: int, waited: str | None) -> dict[str, Any]:
    """The mapping whose keys stand at a column: a new one below a key that waits, or one that goes on."""
    top, container = levels[-1]
    if column > top:
        opened: dict[str, Any] = {}
        return _opened(levels, column, opened, container, waited)
    while levels[-1][0] > column or isinstance(levels[-1][1], list):
        levels.pop()
    column_there, there = levels[-1]
    if column_there != column or not isinstance(there, dict):
        raise UnsupportedError
    return there


def _list_at(levels: Levels, column: int, waited: str | None) -> list[Any]:
    """The list whose dashes stand at a column; it may begin at the very column of the key that waits for it."""
    top, container = levels[-1]
    if waited is not None and column >= top:
        opened: list[Any] = []
        return _opened(levels, column, opened, container, waited)
    while levels[-1][0] > column:
        levels.pop()
    column_there, there = levels[-1]
    if column_there != column or not isinstance(there, list):
        raise UnsupportedError
    return there


def _opened(levels: Levels, column: int, opened: Opened, parent: Any, key: str | None) -> Opened:
    if key is None or len(levels) >= DEEPEST:
        raise UnsupportedError
    parent[key] = opened
    levels.append((column, opened))
    return opened


LARGEST = min(DEFAULT_LIMITS.values, DEFAULT_LIMITS.expanded, DEFAULT_LIMITS.text_characters) - 1
"""Bytes. No shorter file can hold too many values or too long a text, so nothing needs to be counted."""


def fast_read(data: bytes) -> dict[str, Any] | None:
    """The values of a file, or None where only `yamlfile.read` may judge it. Never raises.

    The values equal those of `yamlfile.read`, which then has no problem to report.
    """
    text = fast_text(data)
    if text is None:
        return None
    try:
        return blocks(text) or None
    except UnsupportedError:
        return None


def fast_text(data: bytes) -> str | None:
    """The text of a file whose characters and line ends hold no surprise; it ends with a line end."""
    if len(data) > LARGEST or may_have_conflicts(data):
        return None
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    text = with_one_line_end(text)
    if not text.endswith("\n") or "\t" in text or not is_free_of_hidden(data):
        return None
    return text
