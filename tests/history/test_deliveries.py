"""The day of a delivery is that of the commit in which something that was not delivered became so."""

from datetime import date
from pathlib import Path

import pytest

from history.support_history import atlas_of
from mkdocs_journeys.history import DeliveryCache
from support.repositories import Repository

FILE = "journeys/opportunities/one-price.yml"
TEXT = """\
title: How might we show one price?
status: in-progress
solutions:
  - {id: counter, name: A counter, status: in-progress}
  - {id: table, name: A table, status: new}
"""
COUNTER, WHOLE = ("one-price", "counter"), ("one-price", "")


def days(repository: Repository, cache: DeliveryCache | None = None) -> dict[tuple[str, str], date]:
    return dict((cache or DeliveryCache()).days(repository.root, "journeys", atlas_of(repository)))


@pytest.fixture
def begun(lived: Repository) -> Repository:
    lived.write(FILE, TEXT)
    lived.commit("2026-04-01")
    return lived


def deliver(repository: Repository, day: str, file: str = FILE) -> None:
    repository.edit(file, "counter, status: in-progress", "counter, status: delivered")
    repository.commit(day)


def test_a_solution_was_delivered_when_its_status_says_so_for_the_first_time(begun: Repository) -> None:
    assert days(begun) == {}
    deliver(begun, "2026-05-02")
    begun.edit(FILE, "A counter", "A counter that adds up")
    begun.commit("2026-06-01")
    assert days(begun) == {COUNTER: date(2026, 5, 2)}


def test_an_opportunity_has_a_day_of_its_own(begun: Repository) -> None:
    deliver(begun, "2026-05-02")
    begun.edit(FILE, "\nstatus: in-progress", "\nstatus: delivered")
    begun.commit("2026-05-09")
    assert days(begun) == {COUNTER: date(2026, 5, 2), WHOLE: date(2026, 5, 9)}


def test_what_was_taken_back_counts_from_the_last_delivery(begun: Repository) -> None:
    deliver(begun, "2026-05-02")
    begun.edit(FILE, "status: delivered", "status: in-progress")
    begun.commit("2026-05-20")
    deliver(begun, "2026-06-20")
    assert days(begun) == {COUNTER: date(2026, 6, 20)}


def test_a_file_that_was_renamed_keeps_its_days(begun: Repository) -> None:
    deliver(begun, "2026-05-02")
    begun.git("mv", FILE, "journeys/opportunities/honest-price.yml")
    begun.commit("2026-06-01")
    assert days(begun) == {("honest-price", "counter"): date(2026, 5, 2)}


def test_versions_that_cannot_be_read_are_passed_over(begun: Repository) -> None:
    begun.edit(FILE, "status: new", "status: [")
    begun.commit("2026-04-10")
    begun.edit(FILE, "status: [", "status: new")
    deliver(begun, "2026-05-02")
    assert days(begun) == {COUNTER: date(2026, 5, 2)}


def test_of_what_was_written_down_as_delivered_nobody_knows_since_when(lived: Repository) -> None:
    lived.write(FILE, TEXT.replace("counter, status: in-progress", "counter, status: delivered"))
    lived.commit("2026-04-01")
    lived.edit(FILE, "  - {id: table", "  - {id: list, name: A list, status: delivered}\n  - {id: table")
    lived.commit("2026-05-01")
    assert days(lived) == {}


def test_what_is_not_committed_has_no_day_yet(begun: Repository) -> None:
    begun.edit(FILE, "counter, status: in-progress", "counter, status: delivered")
    assert days(begun) == {}
    begun.commit("2026-05-02")
    assert days(begun) == {COUNTER: date(2026, 5, 2)}


def test_the_days_are_those_of_the_last_commit(begun: Repository) -> None:
    cache = DeliveryCache()
    assert days(begun, cache) == {}
    deliver(begun, "2026-05-02")
    assert days(begun, cache) == days(begun, cache) == {COUNTER: date(2026, 5, 2)}


def test_a_clone_of_one_commit_and_a_folder_without_git_know_no_days(begun: Repository, tmp_path: Path) -> None:
    deliver(begun, "2026-05-02")
    begun.git("clone", "--quiet", "--depth=1", begun.root.as_uri(), str(tmp_path / "shallow"))
    assert days(Repository(tmp_path / "shallow")) == {}
    bare = Repository(tmp_path / "bare")
    for path in (begun.root / "journeys").rglob("*.yml"):
        bare.write(path.relative_to(begun.root).as_posix(), path.read_text("utf-8"))
    assert days(bare) == {}
