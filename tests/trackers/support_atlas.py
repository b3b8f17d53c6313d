"""The atlases that stand beside the tests, and what is exported of them."""

from pathlib import Path

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.load import load
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import worktree
from mkdocs_journeys.trackers.issue import Choice, TrackerIssue, issues_of

CASES = Path(__file__).parent / "cases"
SITE = "https://maps.example.com/cx"


def tree_of(case: str) -> Tree:
    """The files of a case."""
    return worktree(CASES / case, "journeys")


def atlas_in(tree: Tree) -> Atlas:
    """The atlas of a tree without mistakes."""
    atlas, problems = load(tree)
    assert atlas, problems
    return atlas


def issues_in(atlas: Atlas, choice: Choice | None = None, site: str = SITE) -> list[TrackerIssue]:
    """The tickets for all journeys of an atlas."""
    return issues_of(atlas, list(atlas.journeys.values()), choice, site)
