"""The atlas in `good/` fills in every field of the format and has no mistake."""

from pathlib import Path

import pytest

from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import worktree

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def good_tree() -> Tree:
    """Every file of the good atlas."""
    return worktree(HERE / "good")
