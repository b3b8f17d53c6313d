"""Random edits whose meaning is known come back as exactly those differences, from either side."""

from collections import Counter

import pytest

from diff.support_atlases import draft
from diff.support_edits import edited
from mkdocs_journeys.diff.change import Found, Kind
from mkdocs_journeys.diff.detect import differences
from support.budgets import examples

PAIRS = examples(200)
PARTS = 10
MIRRORED = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED}


def fact(found: Found) -> tuple[object, ...]:
    known = found.base.id if found.base else found.thing.name
    return found.kind.value, found.thing.entity, known, found.field, found.old, found.new


def mirrored(found: Found) -> tuple[object, ...]:
    _, entity, base, head, field, old, new = found.facts
    return MIRRORED.get(found.kind, found.kind).value, entity, head, base, field, new, old


@pytest.mark.parametrize("part", range(PARTS))
def test_the_diff_reports_exactly_the_edits_and_mirrors_them(part: int) -> None:
    for seed in range(part, PAIRS, PARTS):
        made = draft(seed)
        changed, facts = edited(made, 1 + seed % 12)
        old, new = made.atlas(), changed.atlas()
        there, back = list(differences(old, new)), list(differences(new, old))
        assert Counter(map(fact, there)) == Counter(facts), seed
        assert Counter(found.facts for found in back) == Counter(map(mirrored, there)), seed


def test_an_atlas_does_not_differ_from_itself() -> None:
    assert list(differences(draft(1).atlas(), draft(1).atlas())) == []
