"""What makes `journeys diff` fail, and options that name nothing."""

import json
from pathlib import Path

import pytest

from cli.reviewing.support_repository import diff, make_it_worse


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
