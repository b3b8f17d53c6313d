"""A repository of forty commits is told as the file beside this one says, commit by commit, whoever is asked.

`told.txt` has each commit along the first parents, and what changes with it.
"""

from collections.abc import Sequence
from pathlib import Path

import pytest

from history.story.support_story import COMMITS, story
from history.support_history import atlas_of, said
from mkdocs_journeys.changelog.groups import LinkWriter, groups_of
from mkdocs_journeys.cli import git_driver
from mkdocs_journeys.cli.git_driver import FileSide
from mkdocs_journeys.diff import Change, Comparison, Judgement
from mkdocs_journeys.diff.sentences import plain_text
from mkdocs_journeys.diff.sides import load_sides
from mkdocs_journeys.history import HistoryCache
from mkdocs_journeys.history.log import FileChange
from mkdocs_journeys.history.mainline.commits import MainlineCommit, mainline_of
from mkdocs_journeys.history.mainline.told import told
from mkdocs_journeys.sources.git import revision
from support.repositories import Repository

HERE = Path(__file__).parent
GONE = "wait"
"""The journey that is not there any more, and so has no page."""
FIRST = {"First version, with 3 steps"}


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return story(tmp_path_factory.mktemp("story") / "project")


@pytest.fixture(scope="module")
def commits(lived: Repository) -> Sequence[MainlineCommit]:
    """The commits along the first parents that changed the journeys, the oldest first, without the very first."""
    return mainline_of(lived.root / "journeys").commits[-2::-1]


def compared(lived: Repository, commit: str) -> Comparison | None:
    """What `journeys diff` compares of a commit and its first parent; None where a side has mistakes."""
    (old, _), (new, _) = load_sides(revision(lived.root, f"{commit}^1"), revision(lived.root, commit))
    return Comparison(old, new) if old and new else None


def line(change: Change) -> str:
    return f"  {change.judgement}: {change.text}\n"


def test_it_is_told_as_the_file_says(lived: Repository, commits: Sequence[MainlineCommit]) -> None:
    found = ""
    for one in commits:
        comparison = compared(lived, one.commit.hash)
        found += f"{one.commit.subject} ({', '.join(one.commit.authors)})\n"
        found += "".join(map(line, comparison.changes)) if comparison else "  cannot be read\n"
    assert len(COMMITS) == 40
    assert found == (HERE / "told.txt").read_text("utf-8")


def texts(changes: Sequence[Change]) -> list[str]:
    return sorted(change.text for change in changes)


def test_the_pages_of_journeys_tell_the_same(lived: Repository, commits: Sequence[MainlineCommit]) -> None:
    found = HistoryCache().histories(lived.root, "journeys", atlas_of(lived))
    events = [event for history in found.values() for event in history.events]
    for one in commits:
        comparison = compared(lived, one.commit.hash)
        if comparison is None:
            continue
        new = {change.journey for change in comparison.changes if (change.entity, change.kind) == ("journey", "added")}
        expected = {
            change.text for change in comparison.changes if change.journey and change.journey not in {GONE, *new}
        }
        here = [event for event in events if event.commit.hash == one.commit.hash]
        assert {text for event in here for text in said(event)} - FIRST == {
            text.replace("*", "") for text in expected
        }, one.commit.subject


def test_what_was_broken_meanwhile_is_told_of_the_commit_that_mends_it(lived: Repository) -> None:
    history = HistoryCache().histories(lived.root, "journeys", atlas_of(lived))["claim"]
    told = {event.commit.subject: said(event) for event in history.events}
    assert told["Both are mended"] == [
        "Gets the money fell from very positive to positive",
        "Finds the form: thought changed from Where is it? to Oh.",
    ]
    assert not {"Somebody makes a mistake", "Another mistake on top"} & told.keys()


def test_git_itself_tells_the_same(
    lived: Repository, commits: Sequence[MainlineCommit], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(lived.root)
    for one in commits:
        comparison = compared(lived, one.commit.hash)
        if comparison is None:
            continue
        found = {
            change.text for file in one.changes for change in driven(lived, file, tmp_path) if change.entity != "figure"
        }
        expected = {change.text for change in comparison.changes if change.entity != "figure"}
        assert found == expected, one.commit.subject


def driven(lived: Repository, change: FileChange, folder: Path) -> Sequence[Change]:
    """What the driver finds of a file, called as git calls it."""
    if not (change.new_path or change.old_path or "").endswith(".yml"):
        return ()
    path = f"journeys/{change.new_path or change.old_path}"
    sides = []
    for name, hash in (("old", change.old), ("new", change.new)):
        if hash:
            (folder / name).write_text(lived.git("cat-file", "-p", hash) + "\n", encoding="utf-8")
        sides += [str(folder / name), hash, "100644"] if hash else ["/dev/null", ".", "."]
    words = [path, *sides]
    old, new = (FileSide(path, git_driver._content(file)) for file in (words[1], words[4]))
    return git_driver._compared(old, new, words, "journeys")


def test_release_notes_tell_the_same_but_for_what_is_editorial(
    lived: Repository, commits: Sequence[MainlineCommit]
) -> None:
    for one in commits:
        comparison = compared(lived, one.commit.hash)
        if comparison is None:
            continue
        weighty = [change for change in comparison.changes if change.judgement is not Judgement.EDITORIAL]
        notes = groups_of(
            told(comparison, comparison.changes, len(comparison.changes)),
            "journey",
            comparison,
            LinkWriter(comparison.new, ""),
        )
        lines = [plain_text(line.sentence) for group in notes for line in group.lines]
        assert sorted(lines) == texts(weighty), one.commit.subject
