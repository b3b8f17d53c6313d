"""The history of journeys from real repositories."""

import subprocess
from pathlib import Path

import pytest

from history.conftest import BUY, FILE
from history.support_history import atlas_of, record, said
from mkdocs_journeys.history import HistoryCache, versions
from mkdocs_journeys.history.mainline import journeys
from mkdocs_journeys.history.mainline.commits import Mainline
from mkdocs_journeys.history.record import JourneyHistory
from support.repositories import Repository, repository


def test_each_version_is_told_with_its_day_and_author_the_newest_first(lived: Repository) -> None:
    events = record(lived).events
    assert [(str(event.commit.day), event.commit.author, event.commit.subject) for event in events] == [
        ("2026-03-30", "Ann", "Fees are shown"),
        ("2026-02-20", "Bob", "After the interviews"),
        ("2026-01-10", "Ann", "Write it down"),
    ]
    assert [said(event) for event in events] == [
        ["Fees come late (pain): status changed from open to resolved"],
        ["Compares the plans fell from neutral to very negative"],
        ["First version, with 2 steps"],
    ]


def test_emotion_and_open_pains_are_those_of_each_version(lived: Repository) -> None:
    states = [event.state for event in record(lived).events]
    assert [(state.emotion, state.open_pains) for state in states] == [(-0.5, 0), (-0.5, 1), (0.5, 1)]


def test_a_renamed_file_keeps_its_history(lived: Repository) -> None:
    lived.git("mv", FILE, "journeys/maps/pay.yml")
    lived.commit("2026-04-01")
    events = record(lived, "pay").events
    assert said(events[0]) == ["Buy it has the id pay instead of buy: the address journeys/buy breaks"]
    assert len(events) == 4


def test_a_new_file_under_the_old_name_takes_nothing_from_the_renamed_one(lived: Repository) -> None:
    lived.git("mv", FILE, "journeys/maps/pay.yml")
    lived.commit("2026-04-01")
    lived.write(FILE, "title: Buy for others\npersonas: maya\nstages: [{stage: decision, steps: [{name: Asks}]}]\n")
    lived.commit("2026-04-02")
    assert [said(event) for event in record(lived, "buy").events] == [["First version, with 1 step"]]
    assert len(record(lived, "pay").events) == 4


def test_a_file_that_was_gone_for_a_while_begins_anew(lived: Repository) -> None:
    text = (lived.root / FILE).read_text("utf-8")
    lived.git("rm", "--quiet", FILE)
    lived.commit("2026-04-01")
    lived.write(FILE, text)
    lived.commit("2026-04-02")
    assert [str(event.commit.day) for event in record(lived).events] == ["2026-04-02"]


def test_a_commit_that_changes_no_meaning_is_not_told(lived: Repository) -> None:
    lived.edit(FILE, "title: Buy it", "# a remark\ntitle: 'Buy it'")
    lived.commit("2026-04-01")
    assert str(record(lived).events[0].commit.day) == "2026-03-30"


def test_a_version_with_mistakes_is_passed_over_and_the_next_is_compared_with_the_last_good_one(
    lived: Repository,
) -> None:
    good = (lived.root / FILE).read_text("utf-8")
    lived.write(FILE, good.replace("emotion: -2", "emotion: terrible"))
    lived.commit("2026-04-01")
    lived.write(FILE, good.replace("emotion: -2", "emotion: -1"))
    lived.commit("2026-04-02")
    newest = record(lived).events[0]
    assert (str(newest.commit.day), said(newest)) == (
        "2026-04-02",
        ["Compares the plans rose from very negative to negative"],
    )


def test_a_persona_that_gets_another_id_is_no_change_of_its_journeys(lived: Repository) -> None:
    lived.git("mv", "journeys/personas/maya.yml", "journeys/personas/mia.yml")
    lived.edit(FILE, "personas: maya", "personas: mia")
    lived.commit("2026-04-01")
    lived.edit(FILE, "emotion: 1", "emotion: {mia: 2}")
    lived.git("mv", "journeys/personas/mia.yml", "journeys/personas/mio.yml")
    lived.edit(FILE, "personas: mia", "personas: mio")
    lived.edit(FILE, "{mia: 2}", "{mio: 2}")
    lived.commit("2026-04-02")
    newest, next_one, *_ = record(lived).events
    assert (str(newest.commit.day), said(newest)) == (
        "2026-04-02",
        ["Pays for Maya Orton rose from positive to very positive"],
    )
    assert str(next_one.commit.day) == "2026-03-30"


def test_an_uncommitted_edit_has_no_history_yet_and_breaks_none(lived: Repository) -> None:
    lived.edit(FILE, "title: Buy it", "title: Buy it all")
    lived.write("journeys/maps/new.yml", BUY.replace("fees", "new-fees"))
    assert len(record(lived).events) == 3
    assert record(lived, "new") == JourneyHistory()


def test_the_project_may_lie_below_the_top_of_the_repository(tmp_path: Path) -> None:
    outer = repository(tmp_path)
    inner = Repository(tmp_path / "docs" / "site")
    outer.write("docs/site/journeys/catalog.yml", "format: 1\nname: X\nstages: [{id: decision, name: D}]\n")
    outer.write("docs/site/journeys/personas/maya.yml", "name: Maya\n")
    outer.write("docs/site/journeys/maps/buy.yml", BUY.replace("owner: growth\n", ""))
    outer.write("journeys/maps/buy.yml", BUY)
    outer.commit("2026-01-10")
    assert len(record(inner).events) == 1


def test_without_git_there_is_no_history(lived: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    atlas = atlas_of(lived)
    monkeypatch.setenv("PATH", "/nowhere")
    assert HistoryCache().histories(lived.root, "journeys", atlas) == {}


def test_without_a_commit_there_is_no_history(tmp_path: Path, lived: Repository) -> None:
    empty = repository(tmp_path / "empty")
    (empty.root / "journeys").mkdir()
    assert HistoryCache().histories(empty.root, "journeys", atlas_of(lived)) == {}


def test_a_shallow_clone_of_one_commit_has_no_history(lived: Repository, tmp_path: Path) -> None:
    lived.git("clone", "--quiet", "--depth=1", f"file://{lived.root}", str(tmp_path / "one"))
    assert record(Repository(tmp_path / "one")) == JourneyHistory()


def test_a_shallow_clone_tells_what_it_holds_and_that_there_is_more(lived: Repository, tmp_path: Path) -> None:
    lived.git("clone", "--quiet", "--depth=2", f"file://{lived.root}", str(tmp_path / "two"))
    found = record(Repository(tmp_path / "two"))
    assert [said(event) for event in found.events] == [
        ["Fees come late (pain): status changed from open to resolved"],
        [],
    ]
    assert found.events[1].state.open_pains == 1
    assert found.cut


def test_names_and_subjects_of_strangers_are_one_line_of_text(lived: Repository) -> None:
    lived.edit(FILE, "emotion: 1", "emotion: 2")
    lived.commit("2026-04-01", "Eve &amp; \u202e @all *x*", "`rm` <script>alert(1)</script> " + "x" * 500)
    commit = record(lived).events[0].commit
    assert commit.author == "Eve &amp; @all *x*"
    assert commit.subject.startswith("`rm` <script>")
    assert len(commit.subject) <= 160


def test_a_repository_cannot_make_git_run_anything(lived: Repository, tmp_path: Path) -> None:
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
    trap.chmod(0o755)
    for key in ("gpg.program", "core.fsmonitor", "diff.external", "core.pager", "diff.trap.textconv"):
        lived.git("config", key, str(trap))
    lived.git("config", "log.showSignature", "true")
    lived.git("config", "log.showRoot", "false")
    lived.write(".gitattributes", "*.yml diff=trap\n")
    assert len(record(lived).events) == 3
    assert not (tmp_path / "ran").exists()


def test_git_is_asked_again_only_for_another_commit(lived: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    atlas, kept = atlas_of(lived), HistoryCache()
    first = kept.histories(lived.root, "journeys", atlas)
    calls: list[Path] = []
    monkeypatch.setattr(versions, "mainline_of", lambda folder: calls.append(folder) or Mainline(()))
    assert kept.histories(lived.root, "journeys", atlas) is first
    assert calls == []
    lived.commit("2026-05-05")
    kept.histories(lived.root, "journeys", atlas)
    assert calls == [lived.root / "journeys"]


def test_what_stands_on_disk_is_not_compared_again(lived: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    first = record(lived)
    assert (lived.root / ".cache/journeys/history/.gitignore").read_text("ascii") == "*\n"

    def fail(*given: object) -> None:
        raise AssertionError("compared")

    monkeypatch.setattr(journeys, "sides_of", fail)
    assert record(lived) == first


def test_a_damaged_cache_is_told_of_once_and_ignored(lived: Repository) -> None:
    first = record(lived)
    files = sorted((lived.root / ".cache/journeys/history").glob("*.json"))
    files[0].write_text("{", encoding="ascii")
    kept = HistoryCache()
    assert kept.histories(lived.root, "journeys", atlas_of(lived))["buy"] == first
    assert kept.damaged_files() == [f".cache/journeys/history/{files[0].name}"]
    assert kept.damaged_files() == []


def test_a_cache_that_a_link_leads_elsewhere_is_not_used(lived: Repository, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (lived.root / ".cache").symlink_to(tmp_path / "elsewhere")
    assert len(record(lived).events) == 3
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_journeys_folder_that_is_not_there_has_no_history(lived: Repository) -> None:
    assert HistoryCache().histories(lived.root, "elsewhere", atlas_of(lived)) == {}


def test_subprocesses_are_few(lived: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []
    popen = subprocess.Popen

    class Counted(popen):  # type: ignore[type-arg]
        def __init__(self, command: list[str], *rest: object, **more: object) -> None:
            started.append(next(word for word in command if word in ("rev-parse", "log", "ls-tree", "cat-file")))
            super().__init__(command, *rest, **more)  # type: ignore[call-overload]

    atlas = atlas_of(lived)
    monkeypatch.setattr(subprocess, "Popen", Counted)
    HistoryCache().histories(lived.root, "journeys", atlas)
    assert sorted(started) == ["cat-file", "log", "ls-tree", "rev-parse", "rev-parse"]


def test_versions_of_before_and_after_the_additions_to_the_format_are_compared(lived: Repository) -> None:
    lived.edit(FILE, "        emotion: 1\n", "        emotion: 0.5\n        optional: true\n        channel: []\n")
    lived.commit("2026-04-01")
    newest, before, *_ = record(lived).events
    assert said(newest) == ["Pays fell from +1 (positive) to +0.5 (positive)", "Pays is now optional"]
    assert (newest.state.emotion, before.state.emotion) == (-2, -0.5)
