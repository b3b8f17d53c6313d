"""Each folder in cases/ holds files as they were and as they are, over the good atlas, and what changed by that.

A file of new/ that is empty is not there any more.
"""

import shutil
from pathlib import Path

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import Change, Comparison
from mkdocs_journeys.load import load
from mkdocs_journeys.reports.escape import is_plain_markdown
from mkdocs_journeys.sources.worktree import worktree

HERE = Path(__file__).parent
GOOD = HERE.parent / "load" / "good"
CASES = sorted(path.name for path in (HERE / "cases").iterdir())


def atlas(folder: Path, over: Path) -> Atlas:
    shutil.copytree(GOOD, folder)
    if over.is_dir():
        shutil.copytree(over, folder, dirs_exist_ok=True)
    for path in (folder / "journeys").rglob("*.yml"):
        if not path.read_bytes():
            path.unlink()
    found, problems = load(worktree(folder))
    assert found, problems
    return found


def line(change: Change) -> str:
    return f"{change.judgement:9} {change.head or change.base}: {change.text}"


@pytest.mark.parametrize("case", CASES)
def test_what_changed_is_what_the_case_expects(case: str, tmp_path: Path) -> None:
    folder = HERE / "cases" / case
    old, new = atlas(tmp_path / "old", folder / "old"), atlas(tmp_path / "new", folder / "new")
    found = Comparison(old, new).changes
    assert "".join(f"{line(change)}\n" for change in found) == (folder / "expected.txt").read_text("utf-8")
    assert len({change.fingerprint for change in found}) == len(found)
    ours = {part for change in found for part in change.sentence if isinstance(part, str)}
    assert [part for part in ours if not is_plain_markdown(part)] == []


@pytest.mark.parametrize("case", CASES)
def test_the_other_way_round_as_much_changed(case: str, tmp_path: Path) -> None:
    folder = HERE / "cases" / case
    old, new = atlas(tmp_path / "old", folder / "old"), atlas(tmp_path / "new", folder / "new")
    assert len(Comparison(old, new).changes) == len(Comparison(new, old).changes)
    assert Comparison(old, old).changes == Comparison(new, new).changes == []
