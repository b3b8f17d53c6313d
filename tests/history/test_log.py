"""Which changes belong to which current file."""

from datetime import date

import pytest

from mkdocs_journeys.history import log
from mkdocs_journeys.history.log import FileChange, follow_files
from mkdocs_journeys.history.record import Commit

DAY = date(2026, 1, 1)


def change(old: str | None, new: str | None, blob: str, commit: str = "c") -> FileChange:
    return FileChange(Commit(commit, DAY, "Ann", "x"), old, new, "0" if old else None, blob if new else None)


def blobs(found: list[FileChange]) -> list[str | None]:
    return [one.new for one in found]


def test_two_files_that_swap_names_keep_their_own_past() -> None:
    changes = [
        change("maps/b.yml", "maps/a.yml", "3"),
        change("maps/a.yml", "maps/b.yml", "4"),
        change(None, "maps/a.yml", "1", "b"),
        change(None, "maps/b.yml", "2", "b"),
    ]
    found = follow_files(changes, {"maps/a.yml", "maps/b.yml"})
    assert blobs(found["maps/a.yml"].changes) == ["3", "2"]
    assert blobs(found["maps/b.yml"].changes) == ["4", "1"]


def test_a_history_stops_at_the_limit_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "MAX_VERSIONS", 2)
    changes = [change("maps/a.yml", "maps/a.yml", str(n)) for n in range(3)]
    history = follow_files(changes, {"maps/a.yml"})["maps/a.yml"]
    assert (blobs(history.changes), history.cut) == (["0", "1"], True)


def test_there_is_a_limit_for_all_journeys_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "MAX_VERSIONS_IN_ALL", 3)
    changes = [change(f"maps/{name}.yml", f"maps/{name}.yml", name) for name in "abcab"]
    found = follow_files(changes, {"maps/a.yml", "maps/b.yml", "maps/c.yml"})
    assert [len(history.changes) for history in found.values()] == [1, 1, 1]


def test_files_that_are_no_journey_of_today_have_no_history() -> None:
    assert follow_files([change(None, "maps/gone.yml", "1")], {"maps/a.yml"})["maps/a.yml"].changes == []
