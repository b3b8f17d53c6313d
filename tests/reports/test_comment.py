"""A branch with twelve edits of different kinds to the example atlas, and the comment that it gets: comment.md."""

import shutil
from pathlib import Path

import pytest

from mkdocs_journeys.diff import Comparison
from mkdocs_journeys.diff.sides import load_sides
from mkdocs_journeys.reports.comparison.building import document_of
from mkdocs_journeys.reports.markdown import format_diff
from mkdocs_journeys.sources.worktree import worktree
from reports.support_comments import LINKS

HERE = Path(__file__).parent
TRIAL = "maps/try-before-paying.yml"
EDITS = (
    (TRIAL, "        emotion: 0\n        feelings: [sceptical]", "        emotion: -2\n        feelings: [sceptical]"),
    (TRIAL, "name: Types fourteen into the counter", "name: Enters fourteen people"),
    (TRIAL, "severity: minor\n            frequency: often", "severity: major\n            frequency: often"),
    (TRIAL, "owner: growth\nreviewed", "reviewed"),
    (TRIAL, "        evidence: [interviews-2026-06/ask-a-peer]\n", ""),
    (
        TRIAL,
        "        feelings: [determined]\n",
        "        feelings: [determined]\n        pains: [{id: card-first, title: Asks for a card, severity: major}]\n",
    ),
    ("maps/leave-with-our-files.yml", "reviewed: 2026-10-15", "reviewed: 2026-11-15"),
    ("catalog.yml", "max_age_days: 180", "max_age_days: 365"),
    ("opportunities/one-honest-price.yml", "title: How might we", "title: How could we"),
)
MOVES = (
    ("maps/tell-others.yml", "maps/service/tell-others.yml"),
    ("personas/noemie-studio-lead.yml", "personas/noemie-owner.yml"),
)


@pytest.fixture
def branch(repository_root: Path, tmp_path: Path) -> Path:
    """The example atlas with the edits."""
    shutil.copytree(repository_root / "journeys", tmp_path / "journeys")
    for name, old, new in EDITS:
        path = tmp_path / "journeys" / name
        text = path.read_text("utf-8")
        assert old in text, old
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    for before, after in MOVES:
        (tmp_path / "journeys" / before).rename(tmp_path / "journeys" / after)
    for path in (tmp_path / "journeys").rglob("*.yml"):
        path.write_text(path.read_text("utf-8").replace("noemie-studio-lead", "noemie-owner"), encoding="utf-8")
    figures = tmp_path / "journeys/metrics/nps.csv"
    figures.write_text("\n".join(figures.read_text("utf-8").splitlines()[:-1]) + "\n", encoding="utf-8")
    return tmp_path


def test_twelve_edits_make_twelve_changes_and_a_comment_that_says_them(repository_root: Path, branch: Path) -> None:
    (old, _), (new, errors) = load_sides(worktree(repository_root), worktree(branch))
    assert errors == []
    assert old and new
    comparison = Comparison(old, new)
    assert len(comparison.changes) == 12, [change.text for change in comparison.changes]
    assert format_diff(document_of(comparison.changes, comparison), links=LINKS) == (HERE / "comment.md").read_text(
        "utf-8"
    )
