"""`journeys changelog` in real repositories: the states that it compares, the files that it writes, what it refuses."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from history.mainline.support_mainline import ANA, BUY, LEAVE, begun, journey, lived
from mkdocs_journeys.cli import main
from support.repositories import Repository, repository


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return lived(tmp_path_factory.mktemp("git") / "lived")


def changelog(made: Repository, *words: str | Path) -> Result:
    return CliRunner().invoke(main, ["changelog", "--root", str(made.root), "--today", "2026-12-01", *map(str, words)])


def told(made: Repository, *words: str | Path) -> list[str]:
    """The period, what came about, and each change up to the name of what changed."""
    result = changelog(made, *words)
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    return [
        lines[2],
        *(line for line in lines if re.fullmatch(r"\d.*\.", line)),
        *(line[2:].partition("”")[0] + "”" for line in lines if line[:2] == "- "),
    ]


FALL = "🔴 worse: “Compares”"
RESOLVED = "🟢 better: “Fees”"
NEW = "🟡 to look at: New journey: “Come back”"


def test_a_range_of_releases(atlas: Repository) -> None:
    assert told(atlas, "v1..v2") == [
        "Ours, from v1 of 2026-09-15 to v2 of 2026-11-20.",
        "1 new journey, 1 pain resolved.",
        FALL,
        RESOLVED,
        NEW,
    ]
    assert told(atlas, "v1", "v2") == told(atlas, "v1..v2")
    assert told(atlas, "v1...v2")[1:] == told(atlas, "v1..v2")[1:]


def test_changes_are_told_in_the_words_of_journeys_diff(atlas: Repository) -> None:
    lines = changelog(atlas, "v1..v2").stdout.splitlines()
    told = {line.partition(": ")[2].replace("“", "*").replace("”", "*") for line in lines if line[:2] == "- "}
    found = CliRunner().invoke(main, ["diff", "v1", "v2", "--root", str(atlas.root), "--format", "json"])
    changes = json.loads(found.stdout)["changes"]
    assert {one["sentence"] for one in changes if one["judgement"] != "editorial"} == told - {""}


def test_without_an_end_the_notes_go_up_to_the_files_as_they_are(tmp_path: Path) -> None:
    made = begun(tmp_path / "dirty")
    made.edit(BUY, "emotion: 1", "emotion: -2")
    assert told(made, "HEAD") == ["Ours, from HEAD of 2026-01-10 to 2026-12-01.", FALL]


@pytest.mark.parametrize("since", ["2026-11-01", "30d", "2026-11", "v1"])
def test_since_a_day_a_number_of_days_a_month_or_a_tag(atlas: Repository, since: str) -> None:
    period, *rest = told(atlas, "--since", since)
    assert period.endswith(" to 2026-12-01.")
    assert rest == ["1 new journey, 1 pain resolved.", FALL, RESOLVED, NEW]


def test_a_quarter_begins_before_its_first_day_and_ends_with_its_last(atlas: Repository) -> None:
    assert told(atlas, "--since", "2026-Q2", "--until", "2026-Q2") == [
        "Ours, from 2026-04-01 to 2026-06-30.",
        "1 pain opened.",
        "🔴 worse: New pain: “Fees”",
    ]
    assert told(atlas, "--since", "2026", "--until", "v1")[0] == (
        "Ours, from 2026-01-10, when it was begun, to v1 of 2026-09-15. What it held from the start is no change."
    )


def test_the_last_quarter_is_the_one_that_ended_before_today(atlas: Repository) -> None:
    last = told(atlas, "--since", "last-quarter", "--until", "last-quarter")
    assert last == told(atlas, "--since", "2026-Q3", "--until", "2026-Q3")
    assert last[0] == "Ours, from 2026-07-01 to 2026-09-30."
    assert told(atlas, "--since", "last-month", "--until", "last-month")[0] == "Ours, from 2026-11-01 to 2026-11-30."
    year = told(atlas, "--since", "last-year", "--until", "last-year", "--today", "2027-03-01")
    assert year == told(atlas, "--since", "2026", "--until", "2026")


def test_the_comparison_is_net(tmp_path: Path) -> None:
    made = begun(tmp_path / "net")
    made.git("tag", "v1")
    made.edit(BUY, "emotion: 1", "emotion: -2")
    made.commit("2026-02-01")
    made.edit(BUY, "emotion: -2", "emotion: 1")
    made.commit("2026-03-01")
    result = changelog(made, "v1..HEAD")
    assert "**Nothing changed for customers in this time.**" in result.stdout
    assert "what came and went again in between is not told" in result.stdout
    assert "Contributors: Ann." in result.stdout


def test_days_follow_the_first_parent(tmp_path: Path) -> None:
    made = begun(tmp_path / "branches", "2026-01-10")
    made.git("checkout", "--quiet", "-b", "topic")
    made.edit(BUY, "emotion: 1", "emotion: -2")
    made.commit("2026-02-10", author="Bo")
    made.git("checkout", "--quiet", "main")
    made.edit(LEAVE, "title: Leave", "title: Go")
    made.commit("2026-02-20")
    when = {"GIT_COMMITTER_DATE": "2026-03-10T12:00:00+00:00", "GIT_COMMITTER_NAME": "M", "GIT_COMMITTER_EMAIL": "m"}
    made.git("merge", "--quiet", "--no-ff", "-m", "m", "topic", **when, GIT_AUTHOR_NAME="M", GIT_AUTHOR_EMAIL="m")
    assert told(made, "--since", "2026-02", "--until", "2026-02")[1:] == []
    assert told(made, "--since", "2026-03", "--until", "2026-03")[1:] == [FALL]
    assert "Contributors: Bo." in changelog(made, "--since", "2026-03").stdout


def test_a_revision_from_before_the_first_journey_is_an_empty_atlas(tmp_path: Path) -> None:
    made = repository(tmp_path / "first")
    made.write("README.md", "x")
    made.commit("2026-01-01")
    made.git("tag", "v0")
    begun(made.root)
    assert told(made, "v0..HEAD")[1] == "2 new journeys."


def test_by_owner_with_links(atlas: Repository) -> None:
    result = changelog(atlas, "v1..v2", "--by", "owner", "--site-url", "https://maps.example.com")
    assert "### [Growth team](https://maps.example.com/teams/growth/)" in result.stdout
    assert "- 🟡 to look at: [New journey: “Come back”" in result.stdout
    assert "](https://maps.example.com/journeys/come-back/)\n" in result.stdout
    assert "](https://maps.example.com/journeys/buy/#step-1) · Buy it\n" in result.stdout


def test_other_forms_go_into_a_file(atlas: Repository, tmp_path: Path) -> None:
    for form, start in (
        ("html", "<!doctype html>"),
        ("page", '---\ntitle: "What changed until 2026-11-20"\n'),
        ("slack", "{"),
        ("teams", "{"),
    ):
        result = changelog(atlas, "v1..v2", "--format", form, "--output", tmp_path / form)
        assert (result.exit_code, result.stdout) == (0, "")
        assert result.stderr.startswith("3 changes in 2 journeys: 1 for the worse, 1 for the better and 1 to look at. ")
        assert (tmp_path / form).read_text("utf-8").lstrip().startswith(start)
    assert changelog(atlas, "v1..v2", "-q", "-o", tmp_path / "x").output == ""


def test_each_team_has_a_digest_and_those_of_an_earlier_run_go(atlas: Repository, tmp_path: Path) -> None:
    (tmp_path / "care.slack.json").write_text("old")
    (tmp_path / "kept.txt").write_text("mine")
    result = changelog(atlas, "v1..v2~1", "--digest", "all", "--format", "slack", "--output", tmp_path)
    assert result.stdout == f"wrote    {tmp_path / 'growth.slack.json'}\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["growth.slack.json", "kept.txt"]
    message = json.loads((tmp_path / "growth.slack.json").read_text("utf-8"))
    assert message["blocks"][0]["text"]["text"] == "What changed for customers: Growth team"


def test_a_digest_of_a_team_without_a_change_says_so(atlas: Repository, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    assert changelog(atlas, "v1..v2~1", "--digest", "care", "--output", folder).exit_code == 0
    text = (folder / "care.md").read_text("utf-8")
    assert text.startswith("# What changed for customers: Care team\n")
    assert "Nothing changed for customers in this time." in text


def test_what_nobody_owns_is_in_no_digest_and_counted(tmp_path: Path) -> None:
    made = begun(tmp_path / "unowned")
    made.edit(ANA, "name: Ana", "name: Anna")
    result = changelog(made, "HEAD", "--digest", "all", "--output", tmp_path / "out")
    assert result.stderr == "Nobody owns 1 change: no digest has it.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Say from when on"),
        (["v1..v2", "--since", "30d"], "Say from when on"),
        (["v1..v2", "v2"], "v1..v2 names both sides"),
        (["v1", "--until", "2026-11"], "--until goes with --since"),
        (["--since", "2026-13"], "2026-13 is no day, month, quarter or year."),
        (["--since", "2026-02-30"], "2026-02-30 is no day, month, quarter or year."),
        (["--since", "2026-Q3", "--until", "2026-Q1"], "2026-Q1 ends before 2026-Q3 begins."),
        (["v9..v2"], "There is no commit v9 here."),
        (["--since", "yesterday"], "There is no commit yesterday here."),
        (["v1..v2", "--owner", "gorwth"], "There is no team 'gorwth' on either side."),
        (["v1..v2", "--group", "firms"], "There is no group 'firms' on either side."),
        (["v1..v2", "--digest", "sales", "-o", "x"], "There is no team 'sales' on either side."),
        (["v1..v2", "--digest", "all"], "--digest names the team itself, and needs a folder"),
        (["v1..v2", "--site-url", "maps.example.com"], "Write an address that starts with https://."),
    ],
)
def test_a_wrong_call_says_what_is_wrong(atlas: Repository, words: list[str], said: str) -> None:
    result = changelog(atlas, *words)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())


def test_a_state_with_a_mistake_is_named_with_its_mistake(tmp_path: Path) -> None:
    made = begun(tmp_path / "broken")
    made.git("tag", "v1")
    made.edit(BUY, "emotion: 1", "emotion: 7")
    made.commit("2026-02-01")
    made.git("tag", "v2")
    made.edit(BUY, "emotion: 7", "emotion: 0")
    made.commit("2026-03-01")
    for words in (["v1..v2"], ["v2..HEAD"]):
        result = changelog(made, *words)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "v2 of 2026-02-01:journeys/maps/buy.yml:7:" in result.stderr
        assert "The state of v2 of 2026-02-01 cannot be compared: it has mistakes, see above." in result.stderr


def test_a_shallow_clone_names_the_fetch_that_mends_it(atlas: Repository, tmp_path: Path) -> None:
    atlas.git("clone", "--quiet", "--depth", "2", f"file://{atlas.root}", str(tmp_path / "clone"))
    shallow = Repository(tmp_path / "clone")
    result = changelog(shallow, "--since", "2026-Q1")
    assert result.exit_code == 2
    assert "Run: git fetch --unshallow" in " ".join(result.stderr.split())


def test_a_folder_without_git_or_without_a_commit_says_so(tmp_path: Path) -> None:
    made = begun(tmp_path / "none")
    made.git("checkout", "--quiet", "--orphan", "new")
    assert "There is no commit here yet." in changelog(made, "--since", "30d").stderr
    (made.root / ".git").rename(tmp_path / "gone")
    assert "This folder lies in no git repository" in changelog(made, "--since", "30d").stderr


def test_an_atlas_in_another_writing_is_told_as_it_is(tmp_path: Path) -> None:
    made = begun(tmp_path / "arabic")
    made.write(BUY, journey("شراء المنتج", "decision", "growth", "{id: a, name: 支払い, emotion: 1}"))
    made.commit("2026-02-01")
    made.git("tag", "v1")
    made.edit(BUY, "emotion: 1", "emotion: -2")
    result = changelog(made, "v1")
    assert "### شراء المنتج\n" in result.stdout
    assert "“支払い” fell from positive to very negative" in result.stdout
