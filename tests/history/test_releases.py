"""Releases are tags with a name of a certain form."""

from datetime import date
from pathlib import Path

from mkdocs_journeys.history.releases import MOST_NAME, Release, releases_of
from support.repositories import Repository, repository


def tagged(folder: Path) -> Repository:
    made = repository(folder)
    for day, name in (("2026-02-01", "v1.1"), ("2026-01-10", "v1.0"), ("2026-01-20", "nightly")):
        made.commit(day)
        made.git("tag", name)
    return made


def test_tags_of_a_form_are_releases_by_the_day_of_their_commit(tmp_path: Path) -> None:
    root = tagged(tmp_path).root
    assert [one[:2] for one in releases_of(root, "v*")] == [(date(2026, 1, 10), "v1.0"), (date(2026, 2, 1), "v1.1")]
    assert releases_of(root, "V*") == ()
    assert len(releases_of(root, "*")) == 3


def test_a_tag_with_a_message_has_a_day_of_its_own(tmp_path: Path) -> None:
    made = tagged(tmp_path)
    who = {"GIT_COMMITTER_NAME": "Ann", "GIT_COMMITTER_EMAIL": "somebody@example.com"}
    made.git("tag", "-m", "The big one", "v2.0", GIT_COMMITTER_DATE="2026-03-05T12:00:00+00:00", **who)
    assert releases_of(made.root, "v2*") == (Release(date(2026, 3, 5), "v2.0", made.git("rev-parse", "HEAD")),)


def test_a_very_long_name_is_cut(tmp_path: Path) -> None:
    made = tagged(tmp_path)
    made.git("tag", "w" * 60)
    ((_, name, _),) = releases_of(made.root, "w*")
    assert len(name) == MOST_NAME


def test_without_git_there_are_none(tmp_path: Path) -> None:
    assert releases_of(tmp_path, "*") == ()
    assert releases_of(repository(tmp_path / "empty").root, "*") == ()
