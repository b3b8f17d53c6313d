"""The order of a list after the edits of two sides."""

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from typing import TypeVar

from mkdocs_journeys.merging.tree import UnmergeableError

Item = TypeVar("Item", bound=Hashable)


def merged_order(
    base: Sequence[Item], ours: Sequence[Item], theirs: Sequence[Item], kept: set[Item], *, matters: bool
) -> list[Item]:
    """The `kept` items in the order of ours, with what theirs added or moved behind what stands before it there.

    Raises UnmergeableError where both sides moved the same items to different places, and order `matters`.
    """
    common = kept & set(base) & set(ours) & set(theirs)
    before, one, other = ([item for item in side if item in common] for side in (base, ours, theirs))
    by_ours, by_theirs = _moved(before, one), _moved(before, other)
    if matters and one != other and by_ours and by_theirs and _touch(before, by_ours, by_theirs):
        raise UnmergeableError("Both sides put the items of a list in another order.")
    own = set(ours)
    moves = set() if one == other else by_theirs - by_ours
    result = [item for item in ours if item in kept and item not in moves]
    at = 0
    for item in theirs:
        if item not in kept:
            continue
        if item in moves or item not in own:
            if item not in result:
                while at < len(result) and result[at] not in common and result[at] in own:
                    at += 1
                result.insert(at, item)
            at = result.index(item) + 1
        else:
            at = result.index(item) + 1
    return result


def _touch(before: Sequence[Item], by_ours: set[Item], by_theirs: set[Item]) -> bool:
    """Whether two sides moved the same item, or items side by side, so that their order would be chance."""
    places = {item: number for number, item in enumerate(before)}
    near = {places[item] + step for item in by_ours for step in (-1, 0, 1)}
    return any(places[item] in near for item in by_theirs)


def _moved(before: Sequence[Item], after: Sequence[Item]) -> set[Item]:
    """The fewest items that have to move to make one order of the other."""
    places = {item: number for number, item in enumerate(before)}
    numbers = [places[item] for item in after]
    ends: list[int] = []
    lengths: list[int] = []
    for number in numbers:
        length = bisect_left(ends, number)
        ends[length : length + 1] = [number]
        lengths.append(length)
    stays: set[Item] = set()
    wanted = len(ends) - 1
    for at in range(len(numbers) - 1, -1, -1):
        if lengths[at] == wanted:
            stays.add(after[at])
            wanted -= 1
    return set(after) - stays
