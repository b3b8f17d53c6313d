"""The page of judgements is the table, and no row of it is in vain."""

from itertools import combinations
from pathlib import Path

from mkdocs_journeys.diff.severity.conditions import ALWAYS
from mkdocs_journeys.diff.severity.page import judgements_page
from mkdocs_journeys.diff.severity.rule import SeverityRule
from mkdocs_journeys.diff.severity.rules import RULES


def test_the_committed_page_is_the_table(repository_root: Path) -> None:
    page = repository_root / "site_src" / "guide" / "judgements.md"
    assert page.read_text("utf-8") == judgements_page(), "make judgements"


def test_no_row_is_hidden_by_an_earlier_one() -> None:
    hidden = [
        later for earlier, later in combinations(RULES, 2) if earlier.condition is ALWAYS and hides(earlier, later)
    ]
    assert [(rule.entities, rule.fields, rule.condition.words) for rule in hidden] == []


def test_every_row_has_its_reason() -> None:
    assert [rule for rule in RULES if not rule.why.endswith(".")] == []


def hides(earlier: SeverityRule, later: SeverityRule) -> bool:
    """Whether all that the later row could be about is what the earlier one is about."""
    pairs = (
        (set(earlier.entities.split()), set(later.entities.split())),
        (set(earlier.kinds), set(later.kinds)),
        (set(earlier.fields.split()), set(later.fields.split())),
    )
    return all(not mine or (bool(theirs) and theirs <= mine) for mine, theirs in pairs)
