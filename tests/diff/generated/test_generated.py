"""Thousands of edits over every key of every entity come back as exactly what they are: nothing missed, or invented.

What a case is follows from its number: `case_of(4711)` is the same everywhere and always.
"""

from collections import Counter
from random import Random

import pytest

from diff.generated.support_cases import CASES, case_of, facts_of
from diff.generated.support_field_edits import edit_key, every_key, places
from diff.generated.support_first import first_world
from support.budgets import LONG

PARTS = 2
SOME = [*range(12), *range(4_007, 4_019)]
"""Numbers of cases for a normal run: of two atlases."""


@pytest.mark.fuzz
@pytest.mark.parametrize("part", range(PARTS))
def test_a_diff_tells_each_edit_and_nothing_else(part: int) -> None:
    half = (CASES if LONG else len(SOME)) // PARTS
    numbers = (list(range(CASES)) if LONG else SOME)[part * half : (part + 1) * half]
    for number in numbers:
        case = case_of(number)
        found = facts_of(case.old, case.new)
        missed, invented = case.facts - found, found - case.facts
        assert (missed, invented) == (Counter(), Counter()), f"case {number}: {', '.join(case.edits)}"


def test_every_key_that_authors_can_write_has_an_edit() -> None:
    left = every_key()
    for seed in range(9):
        if not left:
            break
        world = first_world(seed)
        for kind in sorted({key[0] for key in left}):
            found = [place for thing in world.of_kind(kind) for place in places(thing) if place.key in left]
            Random(seed).shuffle(found)
            for place in found:
                if place.key in left and edit_key(world, place):
                    left.discard(place.key)
    assert not left, "teach support_values.py values for these keys, or tell in support_field_edits.py what edits them"
