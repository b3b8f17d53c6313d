"""Plain values that remember where they were written."""

from collections.abc import Iterator, MutableSequence, Sequence
from typing import Any, TypeAlias

Value: TypeAlias = "Map | Seq | str | int | float | bool | None"
LineCol: TypeAlias = tuple[int, int]
"""Line and column, both from 1."""
Path: TypeAlias = tuple[str | int, ...]
"""The keys and numbers that lead to a value."""


class Map(dict[str, Value]):
    """A mapping as read; do not change it, its places follow the order of its keys.

    `places` is flat: line and column of the mapping, then for each key those of the key and of its value.
    `sources` holds, by key, the text of plain scalars that became something else than text.
    """

    __slots__ = ("index", "places", "sources")
    places: MutableSequence[int]
    sources: dict[str, str] | None
    index: dict[str, int] | None


class Seq(list[Value]):
    """A list as read; do not change it. `places` is flat: the list's line and column, then each item's."""

    __slots__ = ("places", "sources")
    places: MutableSequence[int]
    sources: dict[int, str] | None


def locate(root: Map | Seq, path: Sequence[str | int], *, key: bool = False) -> LineCol:
    """Line and column of the value at a path, or of its key; of the nearest parent where it is absent."""
    here: Value = root
    places = getattr(root, "places", None)
    place = (places[0], places[1]) if places else (1, 1)
    for part in path:
        found = _child_place(here, part, key=key)
        if found is None:
            break
        place = found
        here = here[part]  # type: ignore[index]
    return place


def source_text(root: Map | Seq, path: Sequence[str | int]) -> str | None:
    """The text as typed ("1.10", "007", "~") of a plain number, true, false or null at a path, else None."""
    here: Value = root
    for part in path[:-1]:
        if _child_place(here, part, key=False) is None:
            return None
        here = here[part]  # type: ignore[index]
    sources = getattr(here, "sources", None) if path else None
    return sources.get(path[-1]) if sources else None


def plain_copy(value: Any) -> Any:
    """A copy as plain dicts and lists, which may be changed."""
    if isinstance(value, dict):
        return {key: plain_copy(item) for key, item in value.items()}
    return [plain_copy(item) for item in value] if isinstance(value, list) else value


def differences(before: Any, after: Any) -> Iterator[tuple[Any, Any]]:
    """Values or keys that differ between two trees of plain values; 1, 1.0 and true differ."""
    if type(before) is not type(after):
        yield before, after
    elif isinstance(before, dict):
        if len(before) != len(after):
            yield before, after
            return
        for (old, one), (new, other) in zip(before.items(), after.items(), strict=True):
            if old != new:
                yield old, new
            yield from differences(one, other)
    elif isinstance(before, list):
        if len(before) != len(after):
            yield before, after
        for one, other in zip(before, after, strict=False):
            yield from differences(one, other)
    elif before != after:
        yield before, after


def _child_place(container: Value, part: str | int, *, key: bool) -> LineCol | None:
    places = getattr(container, "places", None)
    if not places:
        return None
    if isinstance(container, Map):
        if container.index is None:
            container.index = {name: number for number, name in enumerate(container)}
        number = container.index.get(part) if isinstance(part, str) else None
        start = None if number is None else 2 + 4 * number + (0 if key else 2)
    else:
        is_item = isinstance(container, Seq) and isinstance(part, int) and 0 <= part < len(container)
        start = 2 + 2 * int(part) if is_item else None
    return None if start is None else (places[start], places[start + 1])
