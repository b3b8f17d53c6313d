"""Who changed the journeys between two commits."""

from pathlib import Path

import pytest

from history.mainline.support_mainline import BUY, begun
from mkdocs_journeys.history.contributors import contributors_of
from mkdocs_journeys.sources.git import GitError
from support.repositories import Repository


def people(made: Repository, since: str = "") -> list[str]:
    return list(contributors_of(made.root / "journeys", since, made.git("rev-parse", "HEAD")))


def test_authors_and_co_authors_are_named_those_of_most_commits_first(tmp_path: Path) -> None:
    made = begun(tmp_path / "many")
    first = made.git("rev-parse", "HEAD")
    for author, message in (
        ("Bo", "One\n\nCo-authored-by: Ümit <u@example.com>"),
        ("Cy", "Two\n\nCo-authored-by: Ümit"),
    ):
        made.edit(BUY, "title: B", "title: BB")
        made.commit(author=author, message=message)
    assert people(made, first) == ["Ümit", "Bo", "Cy"]
    assert people(made) == ["Ümit", "Ann", "Bo", "Cy"]


def test_who_changed_something_else_is_not_and_what_a_merge_brought_is(tmp_path: Path) -> None:
    made = begun(tmp_path / "merged")
    first = made.git("rev-parse", "HEAD")
    made.git("checkout", "--quiet", "-b", "topic")
    made.edit(BUY, "title: Buy", "title: Get")
    made.commit(author="Bo")
    made.write("README.md", "x")
    made.commit(author="Dee")
    made.git("checkout", "--quiet", "main")
    who = {f"GIT_{role}_{key}": "Merger" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    made.git("merge", "--quiet", "--no-ff", "-m", "merge", "topic", **who)
    assert people(made, first) == ["Bo"]


def test_a_name_is_one_line_of_what_can_be_printed(tmp_path: Path) -> None:
    made = begun(tmp_path / "odd")
    made.edit(BUY, "title: Buy", "title: Get")
    made.commit(author="<script>\x1b[2J", message=f"x\n\nCo-authored-by: {'y' * 200}\u202e <y@example.com>")
    assert people(made) == ["Ann", "script [2J", "y" * 79 + "…"]


def test_an_unknown_commit_is_an_error(tmp_path: Path) -> None:
    made = begun(tmp_path / "unknown")
    with pytest.raises(GitError):
        contributors_of(made.root / "journeys", "", "0" * 40)
