"""Random journeys with random edits of two people: what both did is there, and nothing else."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from merging.support_drafts import Author, comments_of, edited, text_of
from merging.support_expected import in_any_order, is_ambiguous, outcome, things_of
from mkdocs_journeys.merging import Labels, UnmergeableError, merged_file
from mkdocs_journeys.yamlfile import read
from mkdocs_journeys.yamlfile.values import plain_copy
from support.budgets import LONG

SEEDS = range(5_000 if LONG else 60)
LABELS = Labels("main", "work", "before")


def loaded(text: str) -> Any:
    root, problems = read(text.encode(), "x.yml")
    assert root is not None, [str(problem) for problem in problems] + [text]
    return plain_copy(root)


def texts(seed: int) -> tuple[str, str, str]:
    """A base and two edited texts of it."""
    random = Random(seed)
    base = Author(random, "b").journey()
    drafts = base, *(edited(base, Author(random, mark), random.randint(1, 6)) for mark in "xy")
    one, two, three = (text_of(draft, seed) for draft in drafts)
    return one, two, three


def merged(base: str, ours: str, theirs: str) -> tuple[str, int]:
    found = merged_file("journeys/maps/x.yml", base.encode(), ours.encode(), theirs.encode(), LABELS)
    return found.content.decode(), found.conflicts


def settled(text: str, side: str) -> str:
    """A text without its marks, and with what stands between them for one side."""
    return "".join(_settled(text, side))


def _settled(text: str, side: str) -> Iterator[str]:
    part = "both"
    for line in text.splitlines(keepends=True):
        mark = {"<<<<<<< ": "ours", "||||||| ": "base", "=======\n": "theirs", ">>>>>>> ": "both"}.get(line[:8])
        part = mark or part
        if not mark and part in ("both", side):
            yield line


def check(seed: int) -> str:
    """Check the merge of a seed's texts, and tell what came of it."""
    base, ours, theirs = texts(seed)
    values = [loaded(text) for text in (base, ours, theirs)]
    try:
        text, conflicts = merged(base, ours, theirs)
    except UnmergeableError:
        assert is_ambiguous(*values)
        return "refused"
    for side in ("ours", "theirs"):
        found = {name: (thing.home, thing.fields) for name, thing in things_of(loaded(settled(text, side))).items()}
        wanted, has_conflicts = outcome(*values, side)
        assert in_any_order(found) == in_any_order(wanted)
        assert bool(conflicts) == has_conflicts
    written = comments_of(text)
    for comment in comments_of(base):
        if comment in comments_of(ours) and comment in comments_of(theirs):
            assert comment in written
    if not conflicts:
        assert [one for one in set(written) if one not in comments_of(base + ours + theirs)] == []
        swapped, _ = merged(base, theirs, ours)
        assert sorted(loaded(swapped)) == sorted(loaded(text))
        assert in_any_order(_fields(swapped)) == in_any_order(_fields(text))
    return "conflicts" if conflicts else "merged"


def _fields(text: str) -> dict[str, tuple[str, dict[str, Any]]]:
    return {name: (thing.home, thing.fields) for name, thing in things_of(loaded(text)).items()}


def test_what_both_did_is_there_and_nothing_else() -> None:
    for seed in SEEDS:
        try:
            check(seed)
        except AssertionError as error:
            pytest.fail(f"Seed {seed}: {error}")


def test_the_changes_of_one_side_alone_are_that_side_byte_for_byte() -> None:
    for seed in SEEDS[:30]:
        base, ours, _ = texts(seed)
        assert merged(base, ours, base) == merged(base, base, ours) == merged(base, ours, ours) == (ours, 0)
