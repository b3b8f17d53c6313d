"""What holds of three atlases in a row, of the two directions of one pair, and of equal atlases."""

from collections import Counter
from functools import lru_cache

import pytest

from diff.generated.support_cases import atlas_of, chain_of, facts_of
from diff.generated.support_told import as_text
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import ChangeKind, Comparison
from mkdocs_journeys.diff.differences import Difference
from mkdocs_journeys.diff.entities import Entity
from mkdocs_journeys.load.loader import Loader
from support.budgets import examples

CHAINS = range(70_000, 70_000 + examples(2))
MIRRORED = {ChangeKind.ADDED: ChangeKind.REMOVED, ChangeKind.REMOVED: ChangeKind.ADDED}
Place = tuple[str, str, tuple[str | int, ...]]
"""The kind, file and path of an entity, which are its own on its side."""


@lru_cache(4)
def loaded(number: int, *, of_keys: bool = False) -> tuple[Atlas, ...]:
    loader = Loader()
    return tuple(atlas_of(world.tree(), loader) for world in chain_of(number, of_keys=of_keys))


def pairs(old: Atlas, new: Atlas) -> dict[Place, Place]:
    """Where each entity that has a counterpart stands on either side; of those that a comparison looks at."""
    found = Comparison(old, new).matches.pairs
    return {_place(before): _place(after) for before, after in found}


def _place(one: Entity) -> Place:
    return one.kind, f"{one.file} {one.key}", one.path


@pytest.mark.fuzz
@pytest.mark.parametrize("number", CHAINS)
def test_things_that_are_the_same_over_two_edits_are_the_same_at_once(number: int) -> None:
    first, second, third = loaded(number)
    there, on, at_once = pairs(first, second), pairs(second, third), pairs(first, third)
    # A file that one of the edits leaves alone is not looked at there: its things are where they were.
    for start, middle in there.items():
        if middle in on and start in at_once:
            assert at_once[start] == on[middle]


@pytest.mark.fuzz
@pytest.mark.parametrize("number", CHAINS)
def test_edits_of_unlike_keys_are_told_together_as_one_after_the_other(number: int) -> None:
    first, second, third = loaded(number, of_keys=True)
    assert facts_of(first, second)
    assert facts_of(second, third)
    assert facts_of(first, third) == facts_of(first, second) + facts_of(second, third)


@pytest.mark.fuzz
@pytest.mark.parametrize("number", CHAINS)
def test_the_other_way_round_every_change_is_mirrored_and_equal_atlases_have_none(number: int) -> None:
    first, _, third = loaded(number)
    there = Counter(as_text(one.facts) for one in Comparison(first, third).differences)
    mirrored = Counter(as_text(_mirrored(one)) for one in Comparison(third, first).differences)
    assert there == mirrored
    again = atlas_of(chain_of(number)[2].tree(), Loader())
    assert facts_of(third, again) == Counter()


def _mirrored(one: Difference) -> tuple[object, ...]:
    _, entity, base, head, field, old, new = one.facts
    return MIRRORED.get(one.kind, one.kind).value, entity, head, base, field, new, old
