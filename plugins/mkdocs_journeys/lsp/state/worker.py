"""The thread that loads atlases and runs the rules, so that an editor is always answered at once.

It works on the newest state alone: what it has begun for an older one is given up.
"""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from mkdocs_journeys.garbage import without_collecting
from mkdocs_journeys.lsp.state.project import Project, StaleError, UnsavedFiles
from mkdocs_journeys.problem import Problem

PAUSE = 0.1
"""Seconds without a change before the rules run; the problems of loading do not wait for them."""
POLL = 2.0
"""Seconds between two looks at the files, for an editor that does not tell when one changes."""

Versions = Mapping[str, int | None]
"""The path of each file that is open, to the version of its buffer."""


class Publish(Protocol):
    """Shows the problems of a whole atlas, found in these versions of the buffers."""

    def __call__(self, project: Project, problems: list[Problem], versions: Versions) -> None: ...


@dataclass(slots=True)
class _Wish:
    """The newest state of a project that has to be loaded."""

    buffers: UnsavedFiles = field(default_factory=dict)
    versions: Versions = field(default_factory=dict)
    reread: bool = True


class Worker(threading.Thread):
    """Loads what it is told has changed, and publishes the problems."""

    def __init__(self, publish: Publish, today: Callable[[], date], report: Callable[[Exception], None]) -> None:
        super().__init__(name="journeys-worker", daemon=True)
        self.polls = False
        self._publish, self._today, self._report = publish, today, report
        self._news = threading.Condition()
        self._wishes: dict[Project, _Wish] = {}
        self._projects: set[Project] = set()
        self._is_over = False

    def update(self, project: Project, buffers: UnsavedFiles, versions: Versions, *, reread: bool) -> None:
        """Have a project loaded with these buffers, and with what is on disk now if `reread`."""
        with self._news:
            before = self._wishes.get(project)
            again = reread or (before is not None and before.reread) or project not in self._projects
            self._projects.add(project)
            self._wishes[project] = _Wish(dict(buffers), dict(versions), again)
            self._news.notify_all()

    def forget(self, project: Project) -> None:
        """Load a project no more."""
        with self._news:
            self._projects.discard(project)
            self._wishes.pop(project, None)

    def stop(self) -> None:
        """End the thread, as soon as it can."""
        with self._news:
            self._is_over = True
            self._news.notify_all()

    def run(self) -> None:
        """Work until `stop`. A failure is reported, and ends nothing."""
        last: dict[Project, _Wish] = {}
        while not self._is_over:
            project, wish = self._next(last)
            if project is None:
                continue
            last[project] = wish
            try:
                self._work(project, wish)
            except StaleError:
                continue
            except Exception as error:  # the editor goes on, and the next change is another chance
                self._report(error)

    def _next(self, last: Mapping[Project, _Wish]) -> tuple[Project | None, _Wish]:
        """The next project to load; none after a while without news."""
        with self._news:
            self._news.wait_for(lambda: self._wishes or self._is_over, POLL if self.polls else None)
            for project in self._wishes:
                return project, self._wishes.pop(project)
            idle = [] if self._is_over else [project for project in self._projects if project in last]
        for project in idle:
            if project.has_changed_on_disk():
                wish = last[project]
                return project, _Wish(wish.buffers, wish.versions, True)
        return None, _Wish()

    @without_collecting()
    def _work(self, project: Project, wish: _Wish) -> None:
        if wish.reread and self.polls:
            project.has_changed_on_disk()
        self._publish(project, project.load(wish.buffers, reread=wish.reread), wish.versions)
        with self._news:
            if self._news.wait_for(lambda: project in self._wishes or self._is_over, PAUSE):
                return
        found = project.check(self._today(), lambda: self._is_newest(project))
        if found is not None:
            self._publish(project, found, wish.versions)

    def _is_newest(self, project: Project) -> bool:
        """Whether the state that is worked on is the last one of a project that is not forgotten."""
        return project in self._projects and project not in self._wishes and not self._is_over
