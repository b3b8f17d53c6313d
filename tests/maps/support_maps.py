"""Ten condensed maps of ten trades: one atlas, with a lifecycle for each trade."""

from datetime import date
from pathlib import Path

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.load import load
from mkdocs_journeys.sources.worktree import worktree

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)


def ten_maps() -> Atlas:
    """The atlas of the ten maps, which has no mistake."""
    atlas, problems = load(worktree(HERE))
    assert problems == []
    assert atlas is not None
    return atlas
