"""What `journeys check` does with the rules: levels, baselines, comments, settings of the project."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lint.support_cases import HERE
from mkdocs_journeys.cli import main

MAP = "journeys/maps/buy.yml"
STALE = f"{MAP}:5:11: warning[review-overdue] The last review was 417 days ago; 180 are allowed."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The base of the rules' examples, with one review that is too old."""
    shutil.copytree(HERE / "base", tmp_path, dirs_exist_ok=True)
    edit(tmp_path, "reviewed: 2026-10-01", "reviewed: 2025-10-01")
    return tmp_path


def edit(root: Path, old: str, new: str) -> None:
    text = (root / MAP).read_text("utf-8")
    assert old in text
    (root / MAP).write_text(text.replace(old, new), encoding="utf-8")


def check(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(root), "--today", "2026-11-22", *words])


def test_a_finding_is_shown_like_a_mistake_and_says_where_to_read_why(root: Path) -> None:
    result = check(root)
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        STALE,
        "    3 | status: live",
        "    4 | owner: growth",
        "  > 5 | reviewed: 2025-10-01",
        "      |           ^",
        "    6 | segments: [small-firms]",
        "  Hint: Go through it with people who meet customers, then write the day: `reviewed: YYYY-MM-DD`.",
        "  Why: journeys explain review-overdue",
        "",
        "1 warning in 1 file; 7 files checked",
    ]


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1), ("info", 1)])
def test_the_level_that_fails_can_be_chosen(root: Path, level: str, code: int) -> None:
    assert check(root, "--fail-on", level).exit_code == code


def test_a_note_fails_only_where_notes_fail(root: Path) -> None:
    edit(root, "reviewed: 2025-10-01", "reviewed: 2026-10-01")
    assert check(root, "--fail-on", "info").exit_code == 0
    survey = root / "journeys" / "evidence" / "survey.yml"
    survey.write_text("title: A survey\ndate: 2026-01-01\n", encoding="utf-8")
    assert [check(root, "--fail-on", level).exit_code for level in ("error", "warning", "info")] == [0, 0, 1]
    assert check(root).output.endswith("1 note in 1 file; 8 files checked\n")


def test_ages_are_those_of_the_day(root: Path) -> None:
    assert "review-overdue" not in check(root, "--today", "2026-03-30").output
    assert "181 days ago" in check(root, "--today", "2026-03-31").output
    assert check(root, "--today", "tomorrow").exit_code == 2


def test_rules_wait_until_everything_can_be_read(root: Path) -> None:
    edit(root, "status: live", "status: alive")
    assert "review-overdue" not in check(root, "-q").output


def test_a_comment_with_a_reason_stops_a_finding(root: Path) -> None:
    edit(root, "2025-10-01", "2025-10-01  # journeys: ignore review-overdue the team is being rebuilt")
    assert check(root).output == "No mistakes; 7 files checked\n"


def test_a_baseline_holds_back_what_was_known_and_nothing_else(root: Path, tmp_path: Path) -> None:
    baseline = tmp_path / "baseline.json"
    written = check(root, "--baseline", str(baseline), "--write-baseline", "--fail-on", "warning")
    assert (written.exit_code, written.stderr) == (0, f"1 finding written to {baseline}\n")
    assert [entry["rule"] for entry in json.loads(baseline.read_text("utf-8"))["problems"]] == ["review-overdue"]
    edit(root, "personas: maya", "# moved by a line\npersonas: maya")
    edit(root, "owner: growth\nreviewed", "reviewed")
    result = check(root, "--baseline", str(baseline))
    assert "review-overdue" not in result.output
    assert "journey-without-owner" in result.output
    assert result.output.endswith("1 warning in 1 file; 1 in the baseline; 7 files checked\n")


def test_a_baseline_never_holds_back_what_cannot_be_read(root: Path, tmp_path: Path) -> None:
    edit(root, "status: live", "status: alive")
    baseline = tmp_path / "baseline.json"
    assert check(root, "--baseline", str(baseline), "--write-baseline").exit_code == 1
    assert json.loads(baseline.read_text("utf-8"))["problems"] == []


def test_a_baseline_that_is_none_is_a_wrong_call(root: Path, tmp_path: Path) -> None:
    baseline = tmp_path / "baseline.json"
    assert "It cannot be read" in check(root, "--baseline", str(baseline)).output
    baseline.write_bytes(b"\xff")
    assert check(root, "--baseline", str(baseline)).exit_code == 2
    assert "needs --baseline FILE" in check(root, "--write-baseline").output
    nowhere = str(tmp_path / "no" / "folder.json")
    assert "It cannot be written" in check(root, "--baseline", nowhere, "--write-baseline").output


def test_the_project_may_set_rules_and_the_catalog_wins(root: Path) -> None:
    project = root / "pyproject.toml"
    project.write_text('[tool.journeys.lint.rules]\nreview-overdue = "error"\n', encoding="utf-8")
    assert check(root).exit_code == 1
    with (root / "journeys" / "catalog.yml").open("a", encoding="utf-8") as catalog:
        catalog.write("lint: {rules: {review-overdue: off}}\n")
    assert check(root).output == "No mistakes; 7 files checked\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[tool.journeys.lint.rules]\nreview-overdu = "off"\n', "pyproject.toml:2:1: error[rule-unknown] "),
        (
            '[tool.journeys.lint]\npreset = "loose"\n',
            "pyproject.toml:2:1: error[field-value] `tool.journeys.lint.preset`: ",
        ),
        ("[tool.journeys]\nlint = 3\n", "pyproject.toml:1:1: error[field-value] `tool.journeys.lint`: "),
        ("[tool\n", "pyproject.toml:1:1: error[field-value] This is no TOML: "),
        ("x = " + "[" * 9999, "pyproject.toml:1:1: error[field-value] This is no TOML: "),
    ],
)
def test_a_mistake_in_the_project_s_settings_has_its_line(root: Path, text: str, said: str) -> None:
    (root / "pyproject.toml").write_text(text, encoding="utf-8")
    result = check(root, "-q")
    assert result.exit_code == 1
    assert any(line.startswith(said) for line in result.output.splitlines())


@pytest.mark.parametrize("content", [b"\xff\xfe", b"\0", b"[tool]\njourneys = 1\n", b"tool = 1\n"])
def test_other_things_in_the_project_s_file_give_no_traceback(root: Path, content: bytes) -> None:
    (root / "pyproject.toml").write_bytes(content)
    assert isinstance(check(root).exception, SystemExit | None)
