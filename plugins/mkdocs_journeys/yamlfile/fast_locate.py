"""Line and column of a value in a file that the fast reader has read, found by walking down its path alone.

All lines of a block stand at its column or deeper, and whatever continues a value stands deeper than its key, so a
line that begins with a key or dash exactly at the column of a block is an entry of that block.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from mkdocs_journeys.yamlfile.fast_lines import BLANK, KEY
from mkdocs_journeys.yamlfile.fast_values import TOKEN, key_of
from mkdocs_journeys.yamlfile.values import LineCol

_KEY = re.compile(KEY)
_KEY_AND_COLON = re.compile(rf"{KEY}:(?=[ \n])")
_TO_ENTRY = re.compile(rf"(?:{BLANK})*+([ ]*+)", re.VERBOSE)
_NO_SPACE = re.compile(r"[^ ]")
NO_BLOCK = -1

_Child = tuple[int, int, int]
"""The offsets of a key (or item) and of its value, and the column of the block that the value is, or NO_BLOCK."""


def fast_locate(text: str, wanted: Iterable[tuple[Sequence[str | int], bool]]) -> list[LineCol]:
    """Locate paths in a text that `fast_read` has read, each with whether its key is meant.

    Equal to `values.locate`; each part of a path is looked up once for all paths.
    """
    start = _to_entry(text, 0)[0]
    known: dict[tuple[str | int, ...], _Child | None] = {}
    places = []
    for path, key in wanted:
        at, value, _ = _deepest(text, tuple(path), (start, start, 0), known)
        place = at if key else value
        places.append((text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)))
    return places


def _deepest(
    text: str, path: tuple[str | int, ...], top: _Child, known: dict[tuple[str | int, ...], _Child | None]
) -> _Child:
    """The value at a path, or its nearest parent that is there."""
    child = top
    for depth, part in enumerate(path, 1):
        way = path[:depth]
        if way not in known:
            known[way] = _child(text, child[1], child[2], part)
        found = known[way]
        if found is None:
            break
        child = found
    return child


def _child(text: str, start: int, column: int, part: str | int) -> _Child | None:
    if column == NO_BLOCK:
        inside = child_in(text, start, part)
        return (*inside, NO_BLOCK) if inside else None
    if text.startswith("- ", start):
        return _item(text, start, column, part) if isinstance(part, int) else None
    return _field(text, start, column, part) if isinstance(part, str) and _KEY.fullmatch(part) else None


def _item(text: str, start: int, column: int, number: int) -> _Child | None:
    """The item of a list whose first dash stands at `start`."""
    dash = f"\n{' ' * column}- "
    at = start
    for _ in range(number):
        at = text.find(dash, at) + 1 + column
        if at == column:
            return None
    if _is_outside(text, start, at, column, is_list=True):
        return None
    at += len("- ")
    return at, at, column + len("- ") if _KEY_AND_COLON.match(text, at) else NO_BLOCK


def _field(text: str, start: int, column: int, name: str) -> _Child | None:
    """The field of a mapping whose first key stands at `start`."""
    at = start
    while not text.startswith((f"{name}: ", f"{name}:\n"), at):
        at = text.find(f"\n{' ' * column}{name}:", at) + 1 + column
        if at == column:
            return None
    if _is_outside(text, start, at, column, is_list=False):
        return None
    colon = at + len(name) + 1
    value = next(_NO_SPACE.finditer(text, colon)).start()
    if text[value] not in "#\n":
        return at, value, NO_BLOCK
    below, inside = _to_entry(text, value)
    is_below = inside > column or (inside == column and text.startswith("- ", below))
    return (at, below, inside) if is_below else (at, colon, NO_BLOCK)


def _to_entry(text: str, start: int) -> tuple[int, int]:
    """The offset and column of the first entry behind an offset."""
    found = _TO_ENTRY.match(text, start)
    return (found.end(), len(found[1])) if found else (start, 0)


def _is_outside(text: str, start: int, at: int, column: int, *, is_list: bool) -> bool:
    """Whether the block that begins at `start` ends above the line of `at`.

    It ends at the first line that stands further left, or that is no item of a list.
    """
    if at == start or not (column or is_list):
        return False
    return _ending(column, is_list).search(text, start, at - column) is not None


@cache
def _ending(column: int, is_list: bool) -> re.Pattern[str]:
    lefter = [f" {{0,{column - 1}}}[^ \\n#]"] if column else []
    no_item = [rf" {{{column}}}[^ \n#\-\]}}]"] if is_list else []
    return re.compile(rf"\n(?:{'|'.join(lefter + no_item)})")


def child_in(text: str, start: int, part: str | int) -> tuple[int, int] | None:
    """The offsets of a field's key and value, or twice that of an item, in the brackets that open at `start`."""
    if text[start] == "{":
        return next(((key, value) for name, key, value in _fields(text, start) if name == part), None)
    if text[start] == "[" and isinstance(part, int):
        return next(((at, at) for number, at in enumerate(_items(text, start)) if number == part), None)
    return None


def _items(text: str, start: int) -> Iterator[int]:
    """The offsets of what begins at `start`, behind a comma or behind a colon of these very brackets."""
    depth, begins = 0, True
    for token in TOKEN.finditer(text, start + 1):
        sign = token[1] or ""
        if sign in ("]", "}"):
            depth -= 1
            if depth < 0:
                return
        elif begins:
            yield token.start(token.lastindex or 0)
        depth += sign in ("[", "{")
        begins = sign in (",", ":") and not depth


def _fields(text: str, start: int) -> Iterator[tuple[str, int, int]]:
    """The name of each field, and the offsets of its key and its value."""
    offsets = _items(text, start)
    for key in offsets:
        token = next(TOKEN.finditer(text, key))
        yield key_of(("", token[2] or "", token[3] or "", "")), key, next(offsets)
