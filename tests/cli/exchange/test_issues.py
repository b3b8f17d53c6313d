"""`journeys export issues`, as a person calls it."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main
from support.trackers import DROP_AFTER, ENVIRONMENT, PROJECTS, TOKEN, TrackerStandIn, tracker_stand_in
from trackers.support_atlas import CASES

MAP, OPPORTUNITY = "journeys/maps/buy.yml", "journeys/opportunities/whole-price.yml"
every_tracker = pytest.mark.parametrize("tracker", list(PROJECTS))


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The plain atlas, in which the tests run, with tokens."""
    shutil.copytree(CASES / "plain/journeys", tmp_path / "journeys")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    return tmp_path


@pytest.fixture
def stand_in() -> Iterator[TrackerStandIn]:
    with tracker_stand_in() as found:
        yield found


def issues(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["export", "issues", *map(str, words)])


def asked(tracker: str, stand_in: TrackerStandIn, *words: str) -> Result:
    return issues("--to", tracker, "--project", PROJECTS[tracker], "--api-url", stand_in.url, *words)


def test_a_file_is_written_or_printed(root: Path) -> None:
    printed = issues("--to", "gitlab", "--site-url", "https://maps.example.com/cx/")
    assert (printed.exit_code, printed.stdout) == (0, (CASES / "plain/expected/gitlab.csv").read_text("utf-8"))
    assert printed.stderr == (CASES / "plain/expected/gitlab.notes.txt").read_text("utf-8")
    written = issues("--to", "azure", "--output", "new/tickets.csv")
    assert written.stdout == "wrote new/tickets.csv: 2 new\nwrote new/tickets-2.csv: 1 to update\n"
    assert (root / "new/tickets-2.csv").read_text("utf-8").startswith("ID,Work Item Type,Title,Description\n31,")


def test_several_files_are_not_printed(root: Path) -> None:
    result = issues("--to", "azure")
    assert result.exit_code == 2
    assert "This takes 2 files. Name the first of them with --output." in result.stderr


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (["--kind", "opportunity"], ["opportunity:whole-price"]),
        (["--kind", "pain"], ["pain:hidden-fees"]),
        (["--status", "accepted"], ["pain:hidden-fees"]),
        (["--status", "resolved", "--status", "framed"], ["opportunity:whole-price", "pain:mended"]),
    ],
)
def test_some_things_alone(root: Path, words: list[str], ids: list[str]) -> None:
    printed = issues("--to", "gitlab", *words).stdout
    assert re.findall(r"<!-- journeys:(\S+) -->", printed) == ids


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--to", "linear", "--project", "x"], "Only jira, github and gitlab can be asked."),
        (["--to", "github", "--project", "a/b", "--output", "x"], "With --project no file is written."),
        (["--to", "github", "--apply"], "Name the tracker's project with --project."),
        (["--to", "github", "--api-url", "https://x.example"], "Name the tracker's project with --project."),
        (["--to", "github", "--site-url", "javascript:x"], "Write an address that starts with https://."),
        (["--to", "github", "--filter", "owner=nobody"], "No journey has the owner 'nobody'"),
    ],
)
def test_what_cannot_be_meant_is_told(root: Path, words: list[str], message: str) -> None:
    result = issues(*words)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("http://tracker.example", "A token is sent to https:// alone, not to http://tracker.example."),
        ("ftp://127.0.0.1", "The tracker's address is none: write https://HOST."),
        ("https://me:secret@x.example", "The tracker's address is none: write https://HOST."),
        ("https://x.example:99999999", "The tracker's address is none: write https://HOST."),
        ("https://x.example/ü", "The tracker's address is none: write https://HOST."),
        ("nonsense", "The tracker's address is none: write https://HOST."),
    ],
)
def test_a_token_goes_nowhere_else(root: Path, url: str, message: str) -> None:
    result = issues("--to", "github", "--project", "acme/shop", "--api-url", url)
    assert (result.exit_code, result.stderr.splitlines()[1:]) == (1, [f"Error: {message}"])


@every_tracker
def test_the_plan_comes_first_and_sends_nothing(root: Path, stand_in: TrackerStandIn, tracker: str) -> None:
    result = asked(tracker, stand_in)
    assert result.exit_code == 0
    assert "create  pain hidden-fees: The full price shows only at the end\n" in result.stdout
    assert result.stdout.splitlines()[-2:] == [
        "create 2, update 0, unchanged 0, left alone 2",
        "Nothing was sent. Send it with --apply.",
    ]
    assert stand_in.writes == []


@every_tracker
def test_what_is_sent_is_written_into_the_map_and_a_second_run_changes_nothing(
    root: Path, stand_in: TrackerStandIn, tracker: str
) -> None:
    first = asked(tracker, stand_in, "--apply")
    assert first.exit_code == 0, first.output
    assert "+            issue: http" in first.stdout
    assert "+issue: http" in first.stdout
    assert first.stdout.endswith("changed 2 files\n")
    text = (root / MAP).read_text("utf-8")
    assert "# The one that everybody names.\n" in text
    assert "status: accepted  # since June\n" in text
    before = {path: path.read_bytes() for path in root.rglob("*.yml")}
    second = asked(tracker, stand_in, "--apply")
    assert second.stdout.splitlines()[-1] == "create 0, update 0, unchanged 2, left alone 2"
    assert {path: path.read_bytes() for path in root.rglob("*.yml")} == before
    assert len(stand_in.tickets) == 2


@every_tracker
def test_what_was_made_before_a_failure_is_written_into_the_map(
    root: Path, stand_in: TrackerStandIn, tracker: str
) -> None:
    stand_in.trouble = [None, DROP_AFTER]
    result = asked(tracker, stand_in, "--apply")
    assert result.exit_code == 1
    assert "may have been made or not" in result.stderr
    assert "issue: http" in (root / OPPORTUNITY).read_text("utf-8")
    assert (root / MAP).read_bytes() == (CASES / "plain" / MAP).read_bytes()
    assert asked(tracker, stand_in, "--apply").exit_code == 0
    assert len(stand_in.tickets) == 2
    assert (root / MAP).read_text("utf-8").count("issue: ") == 3


def test_a_ticket_without_its_label_is_kept_by_its_address(root: Path, stand_in: TrackerStandIn) -> None:
    stand_in.sets_labels = False
    result = asked("github", stand_in, "--apply")
    assert result.exit_code == 1
    assert "without the label journeys" in result.stderr
    assert "issue: https://github.example/acme/shop/issues/1" in (root / OPPORTUNITY).read_text("utf-8")
    assert len(stand_in.tickets) == 1


@every_tracker
def test_a_refusal_is_told_without_the_token(root: Path, stand_in: TrackerStandIn, tracker: str) -> None:
    stand_in.trouble = [(422, {})]
    result = asked(tracker, stand_in, "--apply")
    assert result.exit_code == 1
    assert "answers 422" in result.stderr
    assert TOKEN not in result.output


def test_a_file_in_an_unusual_form_is_told_with_what_to_write(root: Path, stand_in: TrackerStandIn) -> None:
    path = root / OPPORTUNITY
    path.write_text('{"title": "How might we?", "pains": ["hidden-fees"]}\n')
    result = asked("github", stand_in, "--apply", "--kind", "opportunity")
    assert result.exit_code == 0, result.output
    assert '"pains": ["hidden-fees"], issue: https://github.example/acme/shop/issues/1}' in path.read_text("utf-8")


def test_mistakes_in_the_atlas_are_told_first(root: Path) -> None:
    (root / MAP).write_text("title: x\n")
    result = issues("--to", "jira")
    assert result.exit_code == 1
    assert "error[field-missing]" in result.stderr


@pytest.mark.parametrize("project", ["shop", "acme/..", "ä/b", "a/b/c", "a/b?x"])
def test_a_project_has_a_name_of_its_tracker(root: Path, project: str) -> None:
    result = issues("--to", "github", "--project", project)
    assert result.exit_code == 1
    assert result.stderr.endswith("Error: Name a repository of GitHub as OWNER/NAME.\n")
