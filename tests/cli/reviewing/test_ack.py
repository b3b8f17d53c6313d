"""`journeys ack`: a change for the worse that is accepted until a day."""

import json
from pathlib import Path

import pytest

from cli.reviewing.support_repository import FALLS, commit, diff, git, journeys, make_it_worse

WORDS = ("--reason", "Legal: needs it", "--who", "Ann", "--until", "2027-01-31")
BEFORE, ON_THE_DAY, AFTER = (("--today", day) for day in ("2026-12-01", "2027-01-31", "2027-02-01"))


@pytest.fixture
def worse(root: Path) -> str:
    """The fingerprint of a change for the worse in the work tree."""
    make_it_worse(root)
    [change] = json.loads(diff("main", "--format", "json").stdout)["changes"]
    return str(change["fingerprint"])


def test_a_change_that_was_accepted_fails_no_gate_up_to_its_day(root: Path, worse: str) -> None:
    assert journeys("ack", worse, *WORDS).exit_code == 0
    file = (root / "journeys/acknowledged.yml").read_text("utf-8")
    assert [line.strip() for line in file.splitlines()[2:]] == [
        "changes:",
        f"- change: {worse}" if not worse.isdigit() else f"- change: '{worse}'",
        f"says: '{FALLS}'",
        "reason: 'Legal: needs it'",
        "by: Ann",
        "until: 2027-01-31",
    ]
    for day, code in ((BEFORE, 0), (ON_THE_DAY, 0), (AFTER, 1)):
        assert diff("main", "--fail-on", "worse", *day).exit_code == code
    assert diff("main", "--fail-on", "any", *BEFORE).exit_code == 0
    check = journeys("check", "--quiet", *AFTER)
    assert "journeys/acknowledged.yml:8:12: warning[acknowledgement-expired]" in check.stdout


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("text", "accepted until 2027-01-31 by Ann: Legal: needs it"),
        ("json", '"reason": "Legal: needs it"'),
        ("markdown", "2027-01-31"),
        ("html", "Accepted by Ann until 2027-01-31: Legal: needs it"),
        ("github", " (accepted by Ann until 2027-01-31: Legal: needs it)"),
    ],
)
def test_every_report_says_who_accepted_it_until_when_and_why(
    worse: str, form: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    journeys("ack", worse, *WORDS)
    result = diff("main", "--format", form, "--fail-on", "worse", *BEFORE)
    assert (result.exit_code, said in result.stdout) == (0, True), result.stdout
    assert said not in diff("main", "--format", form, *AFTER).stdout


def test_an_entry_that_is_there_gets_the_new_words_and_comments_stay(root: Path, worse: str) -> None:
    file = root / "journeys/acknowledged.yml"
    file.write_text("format: 1  # ours\n", encoding="utf-8")
    journeys("ack", worse, *WORDS)
    with file.open("a", encoding="utf-8") as end:
        end.write("# the end\n")
    result = journeys("ack", worse[:8], "--reason", "Until May", "--who", "Ann", "--until", "2027-05-31")
    assert result.exit_code == 0, result.output
    text = file.read_text("utf-8")
    assert (text.count(worse), "Until May" in text, "Legal" in text) == (1, True, False)
    assert text.startswith("format: 1  # ours\n")
    assert text.endswith("# the end\n")


def test_who_accepts_is_by_default_who_commits(root: Path, worse: str) -> None:
    git(root, "config", "user.name", "Jo Lund")
    journeys("ack", worse, "--reason", "x", "--until", "2027-05-31")
    assert "by: Jo Lund" in (root / "journeys/acknowledged.yml").read_text("utf-8")


@pytest.mark.parametrize(("cut", "said"), [(15, "Did you mean"), (3, "Did you mean"), (0, "See journeys diff.")])
def test_a_fingerprint_of_no_change_is_refused_with_the_nearest(root: Path, worse: str, cut: int, said: str) -> None:
    other = f"{worse[:15]}{'0' if worse[15] != '0' else '1'}" if cut == 15 else worse[:cut] or "zzzzzzzz"
    result = journeys("ack", other, *WORDS)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (root / "journeys/acknowledged.yml").exists()


def test_an_entry_of_no_change_is_told_in_the_change_that_brings_it_and_no_more(root: Path, worse: str) -> None:
    journeys("ack", worse, *WORDS)
    file = root / "journeys/acknowledged.yml"
    file.write_text(file.read_text("utf-8").replace(worse, "0123456789abcdef"), encoding="utf-8")
    result = diff("main", "--fail-on", "worse", *BEFORE)
    assert result.exit_code == 1
    assert result.stderr == (
        "journeys/acknowledged.yml:4:13: 0123456789abcdef is accepted, but it is the fingerprint of no change here.\n"
    )
    commit(root)
    assert diff("HEAD").stderr == ""


def test_a_file_that_cannot_be_edited_stays_as_it_is_and_the_lines_are_shown(root: Path, worse: str) -> None:
    file = root / "journeys/acknowledged.yml"
    file.write_text("format: 1\nchanges: [\n", encoding="utf-8")
    result = journeys("ack", worse, *WORDS)
    assert result.exit_code == 1
    assert "Write it by hand:" in result.stderr
    assert file.read_text("utf-8") == "format: 1\nchanges: [\n"
