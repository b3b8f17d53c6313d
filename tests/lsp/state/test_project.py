"""An atlas with unsaved buffers over the files on disk."""

from pathlib import Path

import pytest

from lsp.support_marked import SMALL
from mkdocs_journeys.lint.engine import check_atlas
from mkdocs_journeys.load import load
from mkdocs_journeys.lsp.state.project import Project, StaleError
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.sources.worktree import worktree
from support.environment import TODAY

BUY = "journeys/maps/buy.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in SMALL.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def always() -> bool:
    return True


def rules_of(problems: list[Problem] | None) -> set[str]:
    return {problem.rule for problem in problems or ()}


def checked(root: Path) -> list[Problem]:
    """What `journeys check` finds on disk."""
    tree = worktree(root)
    atlas, problems = load(tree)
    return problems if atlas is None else check_atlas(atlas, problems, tree.files, root, TODAY)


def test_a_buffer_is_loaded_in_place_of_its_file(root: Path) -> None:
    project = Project(root, "journeys")
    assert project.load({}, reread=True) == []
    broken = SMALL[BUY].replace("personas: ana", "personas: nobody")
    assert rules_of(project.load({BUY: broken.encode()}, reread=False)) == {"reference-unknown"}
    assert project.load({}, reread=False) == []


def test_the_problems_are_those_of_a_check(root: Path) -> None:
    project = Project(root, "journeys")
    text = SMALL[BUY].replace("name: Pays", "name: We send the customer an invoice").replace("nps", "csat")
    project.load({BUY: text.encode()}, reread=True)
    found = project.check(TODAY, always)
    (root / BUY).write_text(text, encoding="utf-8")
    assert found == checked(root)
    assert "company-voice" in rules_of(found)


def test_a_file_that_is_not_saved_yet_is_part_of_the_atlas(root: Path) -> None:
    project = Project(root, "journeys")
    problems = project.load({"journeys/personas/new.yml": b"nam: New\n"}, reread=True)
    assert rules_of(problems) == {"field-unknown"}


def test_what_is_on_disk_is_read_again_when_asked_for(root: Path) -> None:
    project = Project(root, "journeys")
    project.load({}, reread=True)
    (root / BUY).write_text("title: [", encoding="utf-8")
    assert project.load({}, reread=False) == []
    assert rules_of(project.load({}, reread=True)) == {"yaml-syntax"}


def test_a_change_on_disk_is_noticed(root: Path) -> None:
    project = Project(root, "journeys")
    assert project.has_changed_on_disk()
    assert not project.has_changed_on_disk()
    (root / "journeys/personas/new.yml").write_text("name: New\n", encoding="utf-8")
    assert project.has_changed_on_disk()


def test_findings_of_the_rules_stay_with_their_lines_until_the_rules_have_looked_again(root: Path) -> None:
    project = Project(root, "journeys")
    text = SMALL[BUY].replace("name: Pays", "name: We send the customer an invoice")
    project.load({BUY: text.encode()}, reread=True)
    found = project.check(TODAY, always) or []
    (voice,) = [problem for problem in found if problem.rule == "company-voice"]
    longer = text.replace("title: Buy it\n", "title: Buy it\ntags: [a]\nnot yet\n")
    moved = project.load({BUY: longer.encode()}, reread=False)
    (same,) = [problem for problem in moved if problem.rule == "company-voice"]
    assert same.position.line == voice.position.line + 2
    assert project.check(TODAY, always) is None


def test_a_finding_in_lines_that_are_gone_is_gone(root: Path) -> None:
    project = Project(root, "journeys")
    text = SMALL[BUY].replace("name: Pays", "name: We send the customer an invoice")
    project.load({BUY: text.encode()}, reread=True)
    project.check(TODAY, always)
    shorter = text[: text.index("      - name: We send")]
    assert "company-voice" not in rules_of(project.load({BUY: shorter.encode()}, reread=False))


def test_the_rules_stop_when_nobody_wants_them_any_more(root: Path) -> None:
    project = Project(root, "journeys")
    project.load({}, reread=True)
    answers = iter([True, True, False])
    with pytest.raises(StaleError):
        project.check(TODAY, lambda: next(answers))


def test_the_snapshot_keeps_what_a_broken_file_held_last(root: Path) -> None:
    project = Project(root, "journeys")
    project.load({}, reread=True)
    atlas = project.snapshot.atlas
    project.load({BUY: b"title: [\n"}, reread=False)
    assert "hidden-fees" in project.snapshot.things("pain")
    assert project.snapshot.atlas is atlas
    (root / BUY).unlink()
    project.load({}, reread=True)
    assert "hidden-fees" not in project.snapshot.things("pain")


def test_the_copy_of_the_schemas_is_found(root: Path) -> None:
    project = Project(root, "journeys")
    assert project.schemas == ""
    (root / ".journeys" / "schema").mkdir(parents=True)
    assert project.schemas == ".journeys/schema"
