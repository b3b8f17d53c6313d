"""`journeys sync`, as a person calls it."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main
from mkdocs_journeys.imports.text import LARGEST
from trackers.support_atlas import CASES, atlas_in, issues_in, tree_of
from trackers.support_exports import jira_export

MAP = "journeys/maps/buy.yml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The plain atlas and an export of Jira, in which all is done."""
    shutil.copytree(CASES / "plain/journeys", tmp_path / "journeys")
    issues = [one for one in issues_in(atlas_in(tree_of("plain"))) if not one.address]
    (tmp_path / "jira.csv").write_bytes(jira_export(issues, "Done"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def synced(*words: str) -> Result:
    return CliRunner().invoke(main, ["sync", *words])


def test_the_difference_is_shown_and_written(root: Path) -> None:
    result = synced("--from", "jira.csv")
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[0] == "2 tickets of jira, 2 of them for something in the map"
    assert lines[1] == "opportunity whole-price is Done there, and still framed here (ticket SHOP-1)."
    assert "-            status: accepted  # since June" in lines
    assert "+            status: resolved  # since June" in lines
    assert "+            issue: https://acme.atlassian.net/browse/SHOP-2" in lines
    assert lines[-1] == "changed 2 files"
    assert "# The one that everybody names.\n" in (root / MAP).read_text("utf-8")


def test_a_second_time_changes_no_byte(root: Path) -> None:
    synced("--from", "jira.csv")
    before = {path: path.read_bytes() for path in root.rglob("*.yml")}
    again = synced("--from", "jira.csv")
    assert again.exit_code == 0
    assert "changed" not in again.stdout
    assert {path: path.read_bytes() for path in root.rglob("*.yml")} == before


def test_a_dry_run_writes_nothing(root: Path) -> None:
    before = (root / MAP).read_bytes()
    result = synced("--from", "jira.csv", "--dry-run")
    assert "+            status: resolved  # since June" in result.stdout
    assert result.stdout.endswith("Nothing was written: this was a dry run.\n")
    assert (root / MAP).read_bytes() == before


def test_quiet_shows_the_difference_alone(root: Path) -> None:
    assert synced("--from", "jira.csv", "-q").stdout.startswith("--- journeys/maps/buy.yml\n")


def test_what_contradicts_itself_is_left_undone(root: Path) -> None:
    rows = (root / "jira.csv").read_bytes()
    copy = rows.partition(b"\r\n")[2].replace(b"SHOP-", b"COPY-")
    (root / "jira.csv").write_bytes(rows + copy)
    result = synced("--from", "jira.csv")
    assert result.exit_code == 1
    assert "Left undone: pain hidden-fees has its marker in ticket SHOP-2 and ticket COPY-2" in result.stderr
    assert "issue: https://acme.atlassian.net/browse/SHOP-2" not in (root / MAP).read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"a,b\n", "wrong.csv:1:1: error[sync] Its columns are not those of any tracker that is known"),
        (b"\x00" * 20, "wrong.csv:1:1: error[sync] This file is no text."),
    ],
)
def test_what_is_no_export_writes_nothing(root: Path, content: bytes, words: str) -> None:
    (root / "wrong.csv").write_bytes(content)
    result = synced("--from", "wrong.csv")
    assert result.exit_code == 1
    assert result.stderr.startswith(words)
    assert result.stderr.endswith("Nothing was written.\n")


def test_a_file_that_is_too_large_is_not_even_read(root: Path) -> None:
    with (root / "large.csv").open("wb") as file:
        file.truncate(LARGEST + 1)
    result = synced("--from", "large.csv")
    assert result.exit_code == 1
    assert "large.csv:1:1: error[sync] The file has more than 50 MB." in result.stderr


def test_a_tracker_that_is_named_has_to_be_that_of_the_file(root: Path) -> None:
    result = synced("--from", "jira.csv", "--tracker", "azure")
    assert "Its columns are not those of azure" in result.stderr


def test_what_is_not_there_is_told(root: Path) -> None:
    assert synced("--from", "nothing.csv").exit_code == 2
    assert synced().exit_code == 2
