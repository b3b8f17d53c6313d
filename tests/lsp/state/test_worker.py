"""The thread that loads and checks: the newest state wins, and nothing ends it but its end."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, cast

from mkdocs_journeys.lsp.state.project import Project, StaleError
from mkdocs_journeys.lsp.state.worker import Versions, Worker
from mkdocs_journeys.problem import Position, Problem
from support.environment import TODAY
from support.waiting import LIMIT, until

A = "journeys/maps/a.yml"


class Slow:
    """A project whose rules run until they are let go, or are wanted no more."""

    def __init__(self) -> None:
        self.loaded: list[dict[str, bytes]] = []
        self.reread: list[bool] = []
        self.given_up = 0
        self.changed = False
        self.failing = False
        self.go_on = threading.Event()

    def has_changed_on_disk(self) -> bool:
        before, self.changed = self.changed, False
        return before

    def load(self, buffers: dict[str, bytes], *, reread: bool) -> list[Problem]:
        self.loaded.append(dict(buffers))
        self.reread.append(reread)
        if self.failing:
            raise ValueError("no luck")
        return []

    def check(self, today: date, is_wanted: Callable[[], bool]) -> list[Problem]:
        until(lambda: self.go_on.is_set() or not is_wanted())
        if not is_wanted():
            self.given_up += 1
            raise StaleError
        return [Problem("rule", Position(A, 1, 1), str(today))]


@contextmanager
def working(published: list[tuple[list[Problem], Versions]], failures: list[Exception]) -> Iterator[Worker]:
    def publish(project: Project, problems: list[Problem], versions: Versions) -> None:
        published.append((problems, versions))

    worker = Worker(publish, lambda: TODAY, failures.append)
    worker.start()
    try:
        yield worker
    finally:
        worker.stop()
        worker.join(LIMIT)
        assert not worker.is_alive()


def project_of(slow: Slow) -> Project:
    return cast(Project, slow)


def test_problems_of_loading_are_published_before_the_rules_have_run() -> None:
    published: list[Any] = []
    slow = Slow()
    with working(published, []) as worker:
        worker.update(project_of(slow), {A: b"1"}, {A: 1}, reread=False)
        until(lambda: published == [([], {A: 1})])
        slow.go_on.set()
        until(lambda: len(published) == 2)
    assert published[1] == ([Problem("rule", Position(A, 1, 1), str(TODAY))], {A: 1})


def test_rules_that_run_for_an_older_version_are_given_up() -> None:
    published: list[Any] = []
    slow = Slow()
    with working(published, []) as worker:
        worker.update(project_of(slow), {A: b"1"}, {A: 1}, reread=False)
        until(lambda: published)
        worker.update(project_of(slow), {A: b"2"}, {A: 2}, reread=False)
        until(lambda: {A: b"2"} in slow.loaded)
        slow.go_on.set()
        until(lambda: published[-1][0])
    assert [versions for problems, versions in published if problems] == [{A: 2}]


def test_a_first_load_reads_the_disk_and_a_wish_to_read_is_not_lost() -> None:
    published: list[Any] = []
    slow = Slow()
    with working(published, []) as worker:
        worker.update(project_of(slow), {}, {}, reread=False)
        until(lambda: published)
        worker.update(project_of(slow), {}, {}, reread=True)
        worker.update(project_of(slow), {}, {}, reread=False)
        until(lambda: slow.reread.count(True) == 2)
        slow.go_on.set()
    assert slow.reread[0]


def test_a_failure_is_reported_and_the_next_change_is_worked_on() -> None:
    published: list[Any] = []
    failures: list[Exception] = []
    slow = Slow()
    slow.failing = True
    with working(published, failures) as worker:
        worker.update(project_of(slow), {A: b"1"}, {A: 1}, reread=False)
        until(lambda: failures)
        slow.failing = False
        worker.update(project_of(slow), {A: b"2"}, {A: 2}, reread=False)
        until(lambda: published)
        slow.go_on.set()
    assert str(failures[0]) == "no luck"


def test_a_project_that_is_forgotten_is_loaded_no_more() -> None:
    published: list[Any] = []
    slow, other = Slow(), Slow()
    slow.go_on.set()
    with working(published, []) as worker:
        worker.forget(project_of(slow))
        worker.update(project_of(other), {}, {}, reread=True)
        until(lambda: other.loaded)
        other.go_on.set()
    assert slow.loaded == []


def test_the_rules_of_a_project_that_is_forgotten_are_given_up() -> None:
    published: list[Any] = []
    slow = Slow()
    with working(published, []) as worker:
        worker.update(project_of(slow), {}, {}, reread=True)
        until(lambda: published)
        worker.forget(project_of(slow))
        until(lambda: slow.given_up)
    assert published == [([], {})]


def test_where_an_editor_tells_nothing_the_disk_is_looked_at() -> None:
    published: list[Any] = []
    slow = Slow()
    slow.go_on.set()
    with working(published, []) as worker:
        worker.polls = True
        worker.update(project_of(slow), {A: b"1"}, {A: 1}, reread=True)
        until(lambda: len(published) == 2)
        slow.changed = True
        until(lambda: len(slow.loaded) == 2)
    assert slow.loaded == [{A: b"1"}, {A: b"1"}]
    assert slow.reread == [True, True]


def test_a_real_project_is_loaded(tmp_path: Path) -> None:
    published: list[Any] = []
    (tmp_path / "journeys").mkdir()
    with working(published, []) as worker:
        worker.update(Project(tmp_path, "journeys"), {}, {}, reread=True)
        until(lambda: published)
    assert [problem.rule for problem in published[0][0]] == ["file-missing"]
