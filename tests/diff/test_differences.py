"""Random edits whose meaning is known come back as exactly those differences, from either side."""

from collections import Counter
from collections.abc import Iterable

import pytest

from diff.support_atlases import draft
from diff.support_edits import edited
from mkdocs_journeys.diff import Comparison
from mkdocs_journeys.diff.differences import ChangeKind, Difference
from support.budgets import examples

PAIRS = examples(200)
PARTS = 10
MIRRORED = {ChangeKind.ADDED: ChangeKind.REMOVED, ChangeKind.REMOVED: ChangeKind.ADDED}


def fact(found: Difference) -> tuple[object, ...]:
    known = found.base.id if found.base else found.entity.name
    return found.kind.value, found.entity.kind, known, found.field, found.old, found.new


def mirrored(found: Difference) -> tuple[object, ...]:
    _, entity, base, head, field, old, new = found.facts
    return MIRRORED.get(found.kind, found.kind).value, entity, head, base, field, new, old


def counted(facts: Iterable[tuple[object, ...]]) -> Counter[object]:
    """How often each fact is there."""
    return Counter(map(hashable, facts))


def hashable(value: object) -> object:
    """The same value with tuples in place of lists and mappings."""
    if isinstance(value, dict):
        return tuple(sorted((key, hashable(one)) for key, one in value.items()))
    return tuple(map(hashable, value)) if isinstance(value, list | tuple) else value


@pytest.mark.parametrize("part", range(PARTS))
def test_the_diff_reports_exactly_the_edits_and_mirrors_them(part: int) -> None:
    for seed in range(part, PAIRS, PARTS):
        made = draft(seed)
        changed, facts = edited(made, 1 + seed % 12)
        old, new = made.atlas(), changed.atlas()
        there, back = Comparison(old, new).differences, Comparison(new, old).differences
        assert counted(map(fact, there)) == counted(facts), seed
        assert counted(found.facts for found in back) == counted(map(mirrored, there)), seed


def test_an_atlas_does_not_differ_from_itself() -> None:
    assert Comparison(draft(1).atlas(), draft(1).atlas()).differences == ()
