"""Which entry of a side is which of the base: fields by name, items of lists by what they are called.

An item that one side moved to another list of the same name, such as a step to another stage, is found there.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from mkdocs_journeys.merging.tree import Conflict, Entry, Node

NAMES = ("id", "stage", "name", "title", "url", "job", "text", "src")
"""The fields that tell items of a list apart, the surest first."""
TELLING_ELSEWHERE = ("id", "name", "title")
"""Those that tell an item which stands in another list than before."""
SIMILAR = 0.5
"""Which share of their fields two items have in common that are one at least, with no name to tell it."""

Identity: TypeAlias = Callable[[Entry], Any]
Pair: TypeAlias = tuple[Entry, Entry]


class Pairing:
    """The entries of a base and of one side that are the same, also those that are `moved` to another list."""

    def __init__(self, base: Node, side: Node) -> None:
        self._there: dict[int, Entry] = {}
        self._back: dict[int, Entry] = {}
        self._lost: list[tuple[str, Entry]] = []
        self._new: list[tuple[str, Entry]] = []
        self.moved: dict[int, Entry] = {}
        self._walk(base, side, "")
        while self._pair_moved():
            pass

    def there(self, entry: Entry) -> Entry | None:
        """The entry of the side that an entry of the base became."""
        return self._there.get(id(entry))

    def back(self, entry: Entry) -> Entry | None:
        """The entry of the base that an entry of the side was."""
        return self._back.get(id(entry))

    def _walk(self, base: Node, side: Node, role: str) -> None:
        if base.kind != side.kind:
            pairs: list[Pair] = []
        elif base.kind == "map":
            there = {entry.key: entry for entry in entries_of(side)}
            pairs = [(entry, there[entry.key]) for entry in entries_of(base) if entry.key in there]
        else:
            pairs = same_items(
                [entry for entry in entries_of(base) if id(entry) not in self._there],
                [entry for entry in entries_of(side) if id(entry) not in self._back],
                nearby=True,
            )
        for pair in pairs:
            self._add(*pair, role)
        self._lost += _loose(base, role, self._there)
        self._new += _loose(side, role, self._back)

    def _add(self, before: Entry, after: Entry, role: str) -> None:
        self._there[id(before)] = after
        self._back[id(after)] = before
        self._walk(before.value, after.value, before.key or role)

    def _pair_moved(self) -> bool:
        """Pair items of one role that are in no pair yet; whether there were any."""
        self._lost = [(role, entry) for role, entry in self._lost if id(entry) not in self._there]
        self._new = [(role, entry) for role, entry in self._new if id(entry) not in self._back]
        for role in dict.fromkeys(role for role, _ in self._lost):
            lost, new = ([entry for name, entry in pool if name == role] for pool in (self._lost, self._new))
            pairs = same_items(_once(lost), _once(new), names=TELLING_ELSEWHERE)
            for before, after in pairs:
                if id(before) not in self._there and id(after) not in self._back:
                    self.moved[id(before)] = before
                    self._add(before, after, role)
            if pairs:
                return True
        return False


def entries_of(node: Node) -> list[Entry]:
    """The entries of a list or mapping that was read."""
    return [entry for entry in node.entries if not isinstance(entry, Conflict)]


def same_items(
    base: Sequence[Entry], side: Sequence[Entry], names: Iterable[str] = NAMES, *, nearby: bool = False
) -> list[Pair]:
    """The items of two lists that are the same, in the order of the first.

    Those that nothing else tells may be told by their neighbours, `nearby`, if they are much alike.
    """
    found: dict[int, Entry] = {}
    rest = [list(base), list(side)]
    tests: list[Identity] = [_text, *(_named(name) for name in names), _whole]
    for identity in tests:
        counts = [Counter(identity(entry) for entry in entries) for entries in rest]
        partners = {identity(entry): entry for entry in rest[1]}
        for entry in rest[0]:
            name = identity(entry)
            if name is not None and counts[0][name] == counts[1][name] == 1:
                found[id(entry)] = partners[name]
        taken = {id(entry) for entry in found.values()}
        rest = [[one for one in rest[0] if id(one) not in found], [one for one in rest[1] if id(one) not in taken]]
    if nearby:
        found.update((id(one), other) for one, other in _between(base, side, found))
    return [(entry, found[id(entry)]) for entry in base if id(entry) in found]


def _text(entry: Entry) -> Any:
    return None if entry.value.kind != "text" else (type(entry.value.scalar), entry.value.scalar)


def _named(name: str) -> Identity:
    def identity(entry: Entry) -> Any:
        value = entry.value.value.get(name) if entry.value.kind == "map" else None
        return value if isinstance(value, str) else None

    return identity


def _whole(entry: Entry) -> Any:
    return repr(entry.value.value)


def _between(base: Sequence[Entry], side: Sequence[Entry], found: dict[int, Entry]) -> Iterator[Pair]:
    """The mappings that stand alone between the same neighbours, and are much alike."""
    places = {id(entry): number for number, entry in enumerate(side)}
    taken = {id(entry) for entry in found.values()}
    for number, entry in enumerate(base):
        above = found.get(id(base[number - 1])) if number else None
        below = found.get(id(base[number + 1])) if number + 1 < len(base) else None
        if id(entry) in found or (number and not above) or (number + 1 < len(base) and not below):
            continue
        at = places[id(above)] + 1 if above else 0
        end = places[id(below)] if below else len(side)
        if end - at == 1 and id(side[at]) not in taken and _are_alike(entry.value, side[at].value):
            yield entry, side[at]


def _are_alike(one: Node, other: Node) -> bool:
    if one.kind != "map" or other.kind != "map":
        return False
    left: dict[str, Any] = one.value
    right: dict[str, Any] = other.value
    if "id" in left and "id" in right:
        return False
    equal = len([name for name, value in left.items() if name in right and right[name] == value])
    return equal >= SIMILAR * len({**left, **right})


def _loose(node: Node, role: str, known: dict[int, Entry]) -> Iterator[tuple[str, Entry]]:
    """The mappings in lists below a value, each with its list's name, that are in no pair, nor in an entry of one."""
    for entry in entries_of(node):
        if id(entry) not in known:
            if node.kind == "list" and entry.value.kind == "map":
                yield role, entry
            yield from _loose(entry.value, entry.key or role, known)


def _once(entries: Iterable[Entry]) -> list[Entry]:
    return list({id(entry): entry for entry in entries}.values())
