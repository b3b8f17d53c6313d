"""What makes `journeys diff` fail, and options that name nothing."""

import json
from pathlib import Path

import pytest

from cli.reviewing.support_repository import commit, diff, edit, make_it_worse


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--owner", "sale"], "There is no team 'sale'. Did you mean 'sales'?"),
        (["--owner", "nobody"], "There is no team 'nobody'."),
        (["--group", "servce"], "There are no journeys in the group 'servce'. Did you mean 'service'?"),
    ],
)
def test_a_team_or_group_that_is_on_neither_side_is_a_wrong_call(root: Path, words: list[str], said: str) -> None:
    result = diff("main", *words)
    assert result.exit_code == 2
    assert result.stderr.strip().endswith(said)


def test_entries_of_an_ignore_file_that_are_of_no_change_are_told(root: Path, tmp_path: Path) -> None:
    make_it_worse(root)
    [change] = json.loads(diff("main", "--format", "json").stdout)["changes"]
    ignore = tmp_path / "ignore.txt"
    ignore.write_text(f"# old\n0000000000000000 was there once\n{change['fingerprint']}\n")
    result = diff("main", "--ignore", ignore)
    assert (result.exit_code, result.stdout) == (0, "No change\n")
    assert result.stderr == f"{ignore}:2: 0000000000000000 is the fingerprint of no change here.\n"


def test_an_ignore_file_of_which_nothing_matches_is_a_wrong_call(root: Path, tmp_path: Path) -> None:
    make_it_worse(root)
    ignore = tmp_path / "ignore.txt"
    ignore.write_text("0000000000000000\n")
    result = diff("main", "--ignore", ignore)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is the fingerprint of a change here." in result.stderr


def test_a_trend_fails_by_more_than_is_tolerated_and_names_before_and_after(root: Path) -> None:
    make_it_worse(root)
    result = diff("main", "--fail-on", "emotion-down")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-1] == "fails emotion-down: All journeys: mean emotion fell from 0.60 to 0.20"
    result = diff("main", "--fail-on", "emotion-down:0.4")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1].startswith("holds emotion-down: All journeys: mean emotion fell")


def test_trends_are_seen_in_each_journey_or_group(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_it_worse(root)
    edit(root, "maps/buy.yml", "owner: growth\nreviewed", "reviewed")
    gates = ("--fail-on", "emotion-down", "--fail-on", "unowned-up:5")
    trends = json.loads(diff("main", *gates, "--per", "journey", "--format", "json").stdout)["trends"]
    assert [(one["gate"], one["id"], one["before"], one["after"], one["failing"]) for one in trends] == [
        ("emotion-down", "buy", 1.0, 0.0, True),
        ("unowned-up", "buy", 0.0, 1.0, False),
    ]
    result = diff("main", *gates, "--per", "group")
    assert "\nfails emotion-down: The journeys of no group: mean emotion fell from 1 to 0" in result.stdout
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    assert "::error title=Journeys%3A emotion-down::All journeys" in diff("main", *gates, "--format", "github").stdout
    assert "### Trends that this change may not have" in diff("main", *gates, "--format", "markdown").stdout


def test_more_open_pains_fail_and_fewer_do_not(root: Path) -> None:
    edit(
        root,
        "maps/buy.yml",
        "            status: open\n",
        "            status: resolved\n            resolved: 2026-10-01\n",
    )
    assert diff("main", "--fail-on", "open-pains-up").exit_code == 0
    commit(root)
    assert diff("HEAD", "main", "--fail-on", "open-pains-up").exit_code == 1
    assert diff("HEAD", "main", "--fail-on", "open-pains-up:9").exit_code == 0


@pytest.mark.parametrize("gate", ["emotion-down:", "emotion-down:-1", "emotion-down:inf", "worse:1", "emotion-up"])
def test_a_gate_that_is_no_gate_is_a_wrong_call(root: Path, gate: str) -> None:
    assert diff("main", "--fail-on", gate).exit_code == 2
