"""Entries to the nested mappings and lists that their indentation makes of them."""

from typing import Any, TypeAlias, TypeVar

from mkdocs_journeys.yamlfile.build import SHORT_KEY
from mkdocs_journeys.yamlfile.everyday.entries import ENTRY
from mkdocs_journeys.yamlfile.everyday.plain import LONGEST_WORD, NUMBER_STARTS, plain_value
from mkdocs_journeys.yamlfile.everyday.refusal import NotEveryday
from mkdocs_journeys.yamlfile.everyday.values import plain_list, value_of
from mkdocs_journeys.yamlfile.scalars import SPECIAL_STARTS

DEEPEST = 16
"""Blocks inside blocks; with what brackets add, that stays below the limit of the full reader."""

Levels: TypeAlias = list[tuple[int, Any]]
"""The open mappings and lists, each with the column that its keys or dashes stand at."""
Opened = TypeVar("Opened", dict[str, Any], list[Any])


def blocks(text: str) -> dict[str, Any]:
    """The mapping that a text holds, which must end with a line end. Raises NotEveryday.

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
            raise NotEveryday
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
            raise NotEveryday
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
        raise NotEveryday
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
        raise NotEveryday
    return there


def _opened(levels: Levels, column: int, opened: Opened, parent: Any, key: str | None) -> Opened:
    if key is None or len(levels) >= DEEPEST:
        raise NotEveryday
    parent[key] = opened
    levels.append((column, opened))
    return opened
