"""Pairs the things of two lists that are the same thing: by id, then by name, then by likeness. Symmetric."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from mkdocs_journeys.diff.likeness import ALIKE, Look, likeness, look_of
from mkdocs_journeys.diff.things import Thing

Pair = tuple[Thing, Thing]
LARGEST_CROWD = 400
"""A detail that more pairs than this share tells nobody apart."""


def paired(old: Sequence[Thing], new: Sequence[Thing]) -> list[Pair]:
    """Every pair that is one thing, each thing at most once."""
    pairs = by_key(old, new)
    pairs += by_name(*left_over(old, new, pairs))
    pairs += by_likeness(*left_over(old, new, pairs))
    return pairs


def by_key(old: Sequence[Thing], new: Sequence[Thing]) -> list[Pair]:
    """Pairs of things with the same id of their own."""
    there = {thing.key: thing for thing in new if thing.key is not None}
    return [(thing, there[thing.key]) for thing in old if thing.key is not None and thing.key in there]


def by_name(old: Sequence[Thing], new: Sequence[Thing]) -> list[Pair]:
    """Pairs of things with the same name; among several of one name, the most alike go together."""
    names = _grouped(new, _name)
    pairs: list[Pair] = []
    for name, mine in _grouped(old, _name).items():
        theirs = names.get(name, []) if name else []
        pairs += [(mine[0], theirs[0])] if len(mine) == len(theirs) == 1 else _best(mine, theirs, 0.0)
    return pairs


def by_likeness(old: Sequence[Thing], new: Sequence[Thing], threshold: float = ALIKE) -> list[Pair]:
    """Pairs that are alike enough, the most alike first."""
    return _best(old, new, threshold)


def left_over(old: Iterable[Thing], new: Iterable[Thing], pairs: Iterable[Pair]) -> tuple[list[Thing], list[Thing]]:
    """What no pair holds, of either list."""
    taken = {id(thing) for pair in pairs for thing in pair}
    return [one for one in old if id(one) not in taken], [one for one in new if id(one) not in taken]


def _best(old: Sequence[Thing], new: Sequence[Thing], threshold: float) -> list[Pair]:
    """Greedy by score. Between equal scores the nearer in order wins, and then the earlier: both ways the same."""
    if not old or not new:
        return []
    looks, others = [look_of(thing) for thing in old], [look_of(thing) for thing in new]
    scored = [
        (-score, abs(i - j), i + j, i, j)
        for i, j in sorted(_candidates(looks, others))
        if (score := likeness(looks[i], others[j])) >= threshold
    ]
    used_old: set[int] = set()
    used_new: set[int] = set()
    pairs: list[Pair] = []
    for _, _, _, i, j in sorted(scored):
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            pairs.append((old[i], new[j]))
    return pairs


def _candidates(old: Sequence[Look], new: Sequence[Look]) -> set[tuple[int, int]]:
    """The pairs worth a closer look: those that share something which is not common to a crowd."""
    if len(old) * len(new) <= LARGEST_CROWD:
        return {(i, j) for i in range(len(old)) for j in range(len(new))}
    mine, theirs = _marks(old), _marks(new)
    return {
        (i, j)
        for mark, found in mine.items()
        if len(found) * len(theirs.get(mark, ())) <= LARGEST_CROWD
        for i in found
        for j in theirs.get(mark, ())
    }


def _marks(looks: Sequence[Look]) -> dict[str, list[int]]:
    marks: defaultdict[str, list[int]] = defaultdict(list)
    for at, look in enumerate(looks):
        for mark in sorted(_marks_of(look)):
            marks[mark].append(at)
    return marks


def _marks_of(look: Look) -> Iterator[str]:
    yield from {f"name {word}" for word in look.name.split()}
    yield from {f"part {part}" for part in look.parts}
    yield from (f"{key} {value}" for key, value in look.details.items())


def _name(thing: Thing) -> str:
    return " ".join(thing.name.casefold().split())


def _grouped(things: Iterable[Thing], key: Callable[[Thing], str]) -> dict[str, list[Thing]]:
    groups: defaultdict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        groups[key(thing)].append(thing)
    return groups
