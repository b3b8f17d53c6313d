"""Sides that hold no journeys, hold them elsewhere, or have mistakes."""

import json
import shutil
from pathlib import Path

import pytest

from cli.reviewing.support_repository import FALLS, GOOD, commit, diff, edit, git, make_it_worse

MENDED = ("maps/buy.yml", "emotion: 9\n", "emotion: 2\n")


@pytest.fixture
def without(root: Path) -> str:
    """The name of a commit of the repository that holds no journeys; they are in the one after it."""
    git(root, "checkout", "--quiet", "--orphan", "empty")
    git(root, "rm", "--quiet", "--cached", "-r", ".")
    git(root, "commit", "--quiet", "--allow-empty", "-m", "x")
    git(root, "tag", "none")
    commit(root)
    return "none"


def test_the_first_journeys_are_new_and_fail_no_gate_on_what_is_worse(root: Path, without: str) -> None:
    result = diff(without, "--fail-on", "worse", "--fail-on", "look")
    assert result.exit_code == 0
    assert result.stderr == "none has no journeys.\n"
    assert "New journey: *Find out whether the trial is worth paying for*" in result.stdout
    assert diff(without, "--fail-on", "any").exit_code == 1
    document = json.loads(diff(without, "--format", "json").stdout)
    assert (document["absent"], document["problems"]) == ("base", [])


def test_journeys_that_are_deleted_are_compared_too(root: Path) -> None:
    git(root, "rm", "--quiet", "-r", "journeys")
    result = diff("main")
    assert (result.exit_code, result.stderr) == (0, "work tree has no journeys.\n")
    assert "The journey *Find out whether the trial is worth paying for* with 2 steps was removed" in result.stdout
    git(root, "commit", "--quiet", "-m", "x")
    assert diff("main", "HEAD", "--format", "json").exit_code == 0


def test_a_folder_that_moved_is_found_where_it_lay(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "docs").mkdir()
    git(root, "mv", "journeys", "docs/atlas")
    commit(root)
    result = diff("main", "HEAD", "--journeys-dir", "docs/atlas")
    assert (result.exit_code, result.stdout) == (0, "No change\n")
    assert result.stderr == "main has its journeys in journeys/, and HEAD in docs/atlas/.\n"
    monkeypatch.chdir(root / "docs")
    assert diff("main", "--journeys-dir", "atlas").stdout == "No change\n"


def test_two_atlases_of_a_repository_are_not_taken_for_each_other(root: Path) -> None:
    shutil.copytree(root / "journeys", root / "second")
    assert "New journey" in diff("main", "--journeys-dir", "second").stdout


def test_a_folder_that_is_on_neither_side_is_a_wrong_call(root: Path) -> None:
    result = diff("main", "--journeys-dir", "jurneys")
    assert result.exit_code == 2
    assert "There is no folder jurneys/ at main or at work tree. See --journeys-dir." in result.stderr


def test_one_of_two_folders_may_be_empty(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    shutil.copytree(GOOD, tmp_path / "new")
    assert "New journey" in diff(tmp_path / "old", tmp_path / "new").stdout
    assert "was removed" in diff(tmp_path / "new", tmp_path / "old").stdout
    assert diff(tmp_path / "old", tmp_path / "old").exit_code == 2


def test_a_mistake_of_the_base_is_named_and_everything_else_is_compared(root: Path) -> None:
    edit(root, "maps/buy.yml", "emotion: 2\n", "emotion: 9\n")
    commit(root)
    edit(root, *MENDED)
    edit(root, "maps/buy-later.yml", "title: ", "title: Not ")
    result = diff("HEAD", "--format", "json", "--fail-on", "any", "--fail-on", "worse")
    document = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [change["head"]["file"] for change in document["changes"]] == ["journeys/maps/buy-later.yml"]
    [problem] = document["problems"]
    assert (problem["side"], problem["file"], problem["line"]) == ("base", "journeys/maps/buy.yml", 83)
    assert "HEAD:journeys/maps/buy.yml:83:18: error[field-value]" in result.stderr
    assert "HEAD: 1 file could not be compared, as it has mistakes, see above." in result.stderr


def test_a_catalog_with_a_mistake_takes_nothing_else_with_it(root: Path) -> None:
    edit(root, "catalog.yml", "format: 1", "format: one")
    commit(root)
    edit(root, "catalog.yml", "format: one", "format: 1")
    make_it_worse(root)
    result = diff("HEAD")
    assert result.exit_code == 0
    assert FALLS in result.stdout
    assert result.stdout.splitlines()[-1] == "1 change: 1 worse for the customer"


@pytest.mark.parametrize("form", ["json", "markdown", "html", "text"])
def test_a_mistake_of_the_head_exits_with_2_when_the_report_is_written(root: Path, tmp_path: Path, form: str) -> None:
    edit(root, "maps/buy.yml", "emotion: 2\n", "emotion: 9\n")
    edit(root, "maps/buy-later.yml", "title: ", "title: Not ")
    report = tmp_path / "report"
    result = diff("main", "--format", form, "--output", report)
    assert result.exit_code == 2
    assert "work tree:journeys/maps/buy.yml:83:18: error[field-value]" in result.stderr
    assert "is now called" in report.read_text("utf-8")


@pytest.mark.parametrize("name", ["Buy Later.yml", "buy-later.yaml", "Buy-Later.yml"])
def test_a_badly_named_file_is_a_mistake_and_no_deletion(root: Path, name: str) -> None:
    git(root, "mv", "journeys/maps/buy-later.yml", f"journeys/maps/{name}")
    result = diff("main", "--format", "json")
    document = json.loads(result.stdout)
    assert result.exit_code == 2
    assert document["changes"] == []
    assert [problem["file"] for problem in document["problems"]] == [f"journeys/maps/{name}"]
    commit(root)
    git(root, "mv", f"journeys/maps/{name}", "journeys/maps/buy-later.yml")
    assert (diff("HEAD").exit_code, diff("HEAD").stdout) == (0, "No change\n")


def test_a_second_file_of_an_id_is_a_mistake(root: Path) -> None:
    shutil.copy(root / "journeys/maps/buy-later.yml", root / "journeys/maps/service/buy-later.yml")
    result = diff("main")
    assert (result.exit_code, result.stdout) == (2, "No change\n")
    assert "There is another journey 'buy-later'" in result.stderr
