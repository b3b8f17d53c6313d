"""Which of some siblings were moved: as few as possible, and the same ones seen from either side."""

from collections.abc import Sequence
from itertools import pairwise

from mkdocs_journeys.diff.pairing import Pair

Mark = tuple[str, str]
Chain = tuple[tuple[Mark, ...], tuple[int, ...]]


def moved(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs that have to be moved to get from the old order (`number`) to the new one.

    All others keep their order. Of several smallest choices the one is taken whose steadfast names come first.
    """
    ordered = sorted(pairs, key=lambda pair: pair[0].number)
    if all(one[1].number < other[1].number for one, other in pairwise(ordered)):
        return []
    chains: list[Chain] = []
    for at, pair in enumerate(ordered):
        mark = _mark(pair)
        before = [chains[earlier] for earlier in range(at) if ordered[earlier][1].number < pair[1].number]
        names, steady = min(before, key=_longest_first, default=((), ()))
        chains.append(((*names, mark), (*steady, at)))
    kept = set(min(chains, key=_longest_first)[1])
    return [pair for at, pair in enumerate(ordered) if at not in kept]


def _longest_first(chain: Chain) -> tuple[int, tuple[Mark, ...]]:
    return -len(chain[0]), chain[0]


def _mark(pair: Pair) -> Mark:
    one, other = sorted(thing.key or thing.name for thing in pair)
    return one, other
