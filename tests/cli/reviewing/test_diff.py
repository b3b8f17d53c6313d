"""`journeys diff`, as a person and as a machine call it."""

import json
import shutil
from pathlib import Path

import pytest

from cli.reviewing.support_repository import FALLS, GOOD, commit, diff, edit, git, make_it_worse


def test_a_branch_that_changes_nothing_says_so(root: Path) -> None:
    result = diff()
    assert (result.exit_code, result.output) == (0, "No change\n")


def test_by_default_the_work_tree_is_compared_with_where_the_branch_left(root: Path) -> None:
    make_it_worse(root)
    git(root, "checkout", "--quiet", "main")
    edit(root, "maps/buy.yml", "title: Find out", "title: Learn")
    git(root, "checkout", "--quiet", "--merge", "work")
    git(root, "checkout", "--quiet", "work", "--", "journeys/maps/buy.yml")
    make_it_worse(root)
    result = diff()
    assert result.exit_code == 0
    assert result.output.splitlines()[0] == "Find out whether the trial is worth paying for (buy)"
    assert FALLS in result.output
    assert result.output.splitlines()[-1] == "1 change: 1 worse for the customer"


def test_refs_and_ranges_choose_the_sides(root: Path) -> None:
    make_it_worse(root)
    commit(root)
    git(root, "tag", "later")
    for words in (["main"], ["main", "later"], ["main..later"], ["main...HEAD"], ["main..."], ["...later", "x"]):
        result = diff(*words)
        assert (FALLS in result.output) == (words[-1] != "x"), words
    assert "rose from neutral to very positive" in diff("later", "main").output
    assert diff("later").output == "No change\n"


def test_two_folders_need_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("old", "new"):
        shutil.copytree(GOOD, tmp_path / name)
    make_it_worse(tmp_path / "new")
    assert FALLS in diff(tmp_path / "old", tmp_path / "new").output


def test_it_works_from_a_folder_below(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_it_worse(root)
    monkeypatch.chdir(root / "journeys/maps/service")
    assert FALLS in diff("main").output


@pytest.mark.parametrize(
    ("fail_on", "code"), [((), 0), (("--fail-on", "worse"), 0), (("--fail-on", "look"), 1), (("--fail-on", "any"), 1)]
)
def test_it_fails_on_what_it_is_told_to_fail_on(root: Path, fail_on: tuple[str, ...], code: int) -> None:
    edit(root, "maps/buy.yml", "        moment_of_truth: true\n", "")
    assert diff("main", *fail_on).exit_code == code


def test_a_worse_journey_fails_where_that_is_asked_for(root: Path) -> None:
    make_it_worse(root)
    assert diff("main", "--fail-on", "worse").exit_code == 1


def test_json_goes_to_standard_output_and_nothing_else(root: Path) -> None:
    make_it_worse(root)
    document = json.loads(diff("main", "--format", "json").stdout)
    assert document["format"] == 1
    [change] = document["changes"]
    [journey] = document["journeys"]
    assert (journey["id"], journey["changes"]) == ("buy", [change["fingerprint"]])
    place = {"file": "journeys/maps/buy.yml", "line": 83, "column": 18}
    assert change.pop("fingerprint")
    assert change == {
        "kind": "changed",
        "entity": "step",
        "id": "buy/call",
        "field": "emotion",
        "judgement": "worse",
        "sentence": FALLS,
        "old": 2,
        "new": 0,
        "base": place,
        "head": place,
        "acknowledged": None,
    }


def test_markdown_is_a_comment(root: Path) -> None:
    make_it_worse(root)
    output = diff("main", "--format", "markdown").stdout
    assert "- 🔴 worse: `Calls sales` fell from very positive to neutral\n" in output


def test_github_gets_a_line_at_its_place_and_the_whole_report_as_a_summary(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_it_worse(root)
    command = f"file=journeys/maps/buy.yml,line=83,col=18,title=Journey%3A worse for the customer::{FALLS}\n"
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    assert diff("main", "--format", "github").stdout == f"::warning {command}"
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    result = diff("main", "--format", "github", "--fail-on", "worse")
    assert (result.exit_code, result.stdout) == (1, f"::error {command}")
    assert summary.read_text("utf-8").startswith("before\n<!-- mkdocs-journeys: changes -->\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "no-folder" / "summary.md"))
    assert "The summary of the step cannot be written" in diff("main", "--format", "github").stderr


def test_github_names_files_from_the_top_of_the_repository(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "docs").mkdir()
    git(root, "mv", "journeys", "docs/journeys")
    commit(root)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    monkeypatch.chdir(root / "docs")
    make_it_worse(root / "docs")
    assert "::warning file=docs/journeys/maps/buy.yml,line=83," in diff("HEAD", "--format", "github").stdout


def test_html_is_a_page_and_any_report_may_go_to_a_file(root: Path, tmp_path: Path) -> None:
    make_it_worse(root)
    page = tmp_path / "page.html"
    result = diff("main", "--format", "html", "--output", page)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "1 change: 1 worse for the customer\n"
    text = page.read_text("utf-8")
    assert text.lstrip().startswith("<!doctype html>")
    assert "main → work tree" in text
    assert diff("main", "-o", tmp_path / "report.txt", "-q").output == ""
    assert FALLS in (tmp_path / "report.txt").read_text("utf-8")


def test_quietly_each_change_is_one_line_as_problems_are(root: Path) -> None:
    assert diff("-q").output == ""
    make_it_worse(root)
    (line,) = diff("-q", color=True).output.splitlines()
    place, _, said = line.partition(": worse[")
    assert place.startswith("journeys/maps/buy.yml:")
    assert said.partition("] ")[2] == FALLS
    assert said.partition("] ")[0] in diff().output


def test_three_states_are_too_many(root: Path) -> None:
    result = diff("main", "work", "main")
    assert result.exit_code == 2
    assert "Name two states at most." in result.stderr


def test_changes_in_the_ignore_file_are_left_out(root: Path, tmp_path: Path) -> None:
    make_it_worse(root)
    [change] = json.loads(diff("main", "--format", "json").stdout)["changes"]
    ignore = tmp_path / "ignore.txt"
    ignore.write_text(f"# agreed in May\n\n{change['fingerprint']} sales calls stop\n")
    result = diff("main", "--ignore", ignore, "--fail-on", "any")
    assert (result.exit_code, result.output) == (0, "No change\n")


def test_groups_and_owners_limit_what_is_shown(root: Path) -> None:
    make_it_worse(root)
    edit(root, "maps/service/whole-life.yml", "name: Hears of us", "name: Hears of us\n        emotion: 1")
    assert diff("main", "--group", "service").output.splitlines()[0] == "A whole life with us (whole-life)"
    assert "(buy)" in diff("main", "--owner", "sales").output
    assert "(whole-life)" not in diff("main", "--owner", "sales").output


@pytest.mark.parametrize(
    "words",
    [["nope"], ["--", "--output=x"], ["main..work", "main"], ["--fail-on", "better"], ["--ignore", "no-such-file"]],
)
def test_a_wrong_call_exits_with_2(root: Path, words: list[str]) -> None:
    assert diff(*words).exit_code == 2


def test_an_unknown_commit_is_said_in_one_line(root: Path) -> None:
    last = diff("nope").stderr.splitlines()[-1]
    assert last == "Error: There is no commit nope here. This repository has no remote to fetch it from."


def test_outside_of_any_project_the_call_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = diff("--journeys-dir", "no-such-folder-anywhere")
    assert result.exit_code == 2
    assert "Name the project's folder with --root." in result.output


def test_colour_is_for_terminals_that_want_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_it_worse(root)
    assert "\x1b[31m" in diff("main", color=True).output
    assert "\x1b" not in diff("main").output
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in diff("main", color=True).output
