"""The example atlas holds no data of people, and the comments that it keeps are masked."""

from datetime import date
from pathlib import Path

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.personal_data import masked
from mkdocs_journeys.lint.groups.privacy import personal_data
from mkdocs_journeys.load import load
from mkdocs_journeys.sources.worktree import worktree


@pytest.fixture(scope="module")
def example(repository_root: Path) -> Atlas:
    atlas, problems = load(worktree(repository_root))
    assert atlas, problems
    return atlas


def test_the_example_holds_no_personal_data(example: Atlas) -> None:
    assert list(personal_data(example, date(2026, 11, 22))) == []


def test_the_example_shows_what_is_masked_in_comments(example: Atlas) -> None:
    texts = [finding.text for finding in example.evidence["low-scores-in-words"].findings]
    assert len(texts) == 6
    assert [masked(text) for text in texts] == texts
    assert all(word in " ".join(texts) for word in ("[mail]", "[phone]", "[account]", "[name]"))


def test_masking_leaves_what_the_example_says_as_it_is(example: Atlas) -> None:
    quotes = [finding.text for study in example.evidence.values() for finding in study.findings]
    assert len(quotes) > 40
    assert [quote for quote in quotes if masked(quote) != quote] == []
