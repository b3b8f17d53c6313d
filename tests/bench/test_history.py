"""The repository whose history is measured."""

from pathlib import Path

from bench.atlas import write_atlas
from bench.history import commit_edits

from mkdocs_journeys.history import HistoryCache
from mkdocs_journeys.load import load
from mkdocs_journeys.sources.worktree import worktree
from support.repositories import Repository


def test_each_commit_changes_an_emotion_of_a_journey(tmp_path: Path) -> None:
    write_atlas(tmp_path, 3)
    commit_edits(tmp_path, 5)
    made = Repository(tmp_path)
    assert made.git("rev-list", "--count", "HEAD") == "5"
    assert made.git("status", "--porcelain") == ""
    atlas, _ = load(worktree(tmp_path))
    assert atlas
    found = HistoryCache().histories(tmp_path, "journeys", atlas)
    assert sum(len(history.events) for history in found.values()) == 3 + 4
