"""Which touches belong to which journey of today."""

from datetime import date

import pytest

from mkdocs_journeys.history import follow
from mkdocs_journeys.history.follow import trails
from mkdocs_journeys.history.log import Touch
from mkdocs_journeys.history.record import Commit

DAY = date(2026, 1, 1)


def touch(old: str | None, new: str | None, blob: str, commit: str = "c") -> Touch:
    return Touch(Commit(commit, DAY, "Ann", "x"), old, new, "0" if old else None, blob if new else None)


def blobs(found: list[Touch]) -> list[str | None]:
    return [one.new for one in found]


def test_two_files_that_swap_names_keep_their_own_past() -> None:
    log = [
        touch("maps/b.yml", "maps/a.yml", "3"),
        touch("maps/a.yml", "maps/b.yml", "4"),
        touch(None, "maps/a.yml", "1", "b"),
        touch(None, "maps/b.yml", "2", "b"),
    ]
    found = trails(log, {"maps/a.yml", "maps/b.yml"})
    assert blobs(found["maps/a.yml"].touches) == ["3", "2"]
    assert blobs(found["maps/b.yml"].touches) == ["4", "1"]


def test_a_trail_stops_at_the_limit_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow, "MOST_VERSIONS", 2)
    log = [touch("maps/a.yml", "maps/a.yml", str(n)) for n in range(3)]
    trail = trails(log, {"maps/a.yml"})["maps/a.yml"]
    assert (blobs(trail.touches), trail.cut) == (["0", "1"], True)


def test_there_is_a_limit_for_all_journeys_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow, "MOST_IN_ALL", 3)
    log = [touch(f"maps/{name}.yml", f"maps/{name}.yml", name) for name in "abcab"]
    found = trails(log, {"maps/a.yml", "maps/b.yml", "maps/c.yml"})
    assert [len(trail.touches) for trail in found.values()] == [1, 1, 1]


def test_files_that_are_no_journey_of_today_have_no_trail() -> None:
    assert trails([touch(None, "maps/gone.yml", "1")], {"maps/a.yml"})["maps/a.yml"].touches == []
