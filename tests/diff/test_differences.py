"""Random edits whose meaning is known come back as exactly those differences, from either side."""

from collections import Counter

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


@pytest.mark.parametrize("part", range(PARTS))
def test_the_diff_reports_exactly_the_edits_and_mirrors_them(part: int) -> None:
    for seed in range(part, PAIRS, PARTS):
        made = draft(seed)
        changed, facts = edited(made, 1 + seed % 12)
        old, new = made.atlas(), changed.atlas()
        there, back = Comparison(old, new).differences, Comparison(new, old).differences
        assert Counter(map(fact, there)) == Counter(facts), seed
        assert Counter(found.facts for found in back) == Counter(map(mirrored, there)), seed


def test_an_atlas_does_not_differ_from_itself() -> None:
    assert Comparison(draft(1).atlas(), draft(1).atlas()).differences == ()
