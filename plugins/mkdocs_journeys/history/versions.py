"""The histories of journeys: their versions along the first parents, worked out once for each commit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.garbage import without_collecting
from mkdocs_journeys.history.mainline.commits import NotTold, Obstacle, head_or_obstacle, mainline_of
from mkdocs_journeys.history.mainline.compared import CommitVersions
from mkdocs_journeys.history.mainline.journeys import MainlineStep, state_at, versions_of
from mkdocs_journeys.history.mainline.states import StateReader
from mkdocs_journeys.history.record import Event, JourneyHistory
from mkdocs_journeys.history.store import Store, cache_folder
from mkdocs_journeys.sources.git_process import GitError, MissingContentError

CACHE_FOLDER = ".cache/journeys/history"
MAX_VERSIONS = 50
"""Of one journey."""
MOST_COMMITS = 3_000
"""Commits that are looked at, the newest."""


@dataclass
class HistoryCache:
    """Keeps the histories of the last commit it was asked for; `obstacle` is why they are missing or end early."""

    obstacle: NotTold | None = None
    _commit: str = ""
    _ids: frozenset[str] = frozenset()
    _histories: dict[str, JourneyHistory] = field(default_factory=dict)
    _store: Store | None = None

    def histories(self, root: Path, journeys_dir: str, atlas: Atlas) -> Mapping[str, JourneyHistory]:
        """Journey id to its history, for those that have one; empty without git or when git fails.

        Uncommitted files have no history yet.
        """
        head = head_or_obstacle(root / journeys_dir)
        if isinstance(head, NotTold):
            self.obstacle = head
            return {}
        if head != self._commit or self._ids != atlas.journeys.keys():
            self._store = self._store or Store(cache_folder(root, CACHE_FOLDER))
            self._histories, self.obstacle = _histories(StateReader(root, journeys_dir), atlas, self._store)
            self._commit, self._ids = head, frozenset(atlas.journeys)
        return self._histories

    def damaged_files(self) -> list[str]:
        """The cache files that were damaged or foreign since the last call."""
        names = [f"{CACHE_FOLDER}/{name}" for name in self._store.ignored] if self._store else []
        if self._store:
            self._store.ignored.clear()
        return names


@dataclass(slots=True)
class _Histories:
    """Histories that grow into the past: `called` has the id of each journey at that time, with that of today."""

    called: dict[str, str]
    events: dict[str, list[Event]]
    cut: set[str] = field(default_factory=set)

    def add(self, step: MainlineStep, found: CommitVersions) -> None:
        """Add what a commit did."""
        known = [(self.called.pop(one.id), one) for one in found.versions if one.id in self.called]
        for id in found.gone:
            self.called.pop(id, None)
        for today, one in known:
            if one.changes:
                self.events[today].append(Event(step.commit.commit, one.state, one.changes, one.more))
            if one.was and len(self.events[today]) < MAX_VERSIONS:
                self.called[one.was] = today
            elif one.was:
                self.cut.add(today)


def _histories(reader: StateReader, atlas: Atlas, store: Store) -> tuple[dict[str, JourneyHistory], NotTold | None]:
    made = _Histories({id: id for id in atlas.journeys}, {id: [] for id in atlas.journeys})
    obstacle: NotTold | None = None
    try:
        with reader.reading(), without_collecting():
            _walk(made, reader, store)
    except MissingContentError as error:
        obstacle = NotTold(Obstacle.PARTIAL, str(error))
    except (GitError, OSError) as error:
        obstacle = NotTold(Obstacle.UNREADABLE, str(error))
    store.save()
    cut = made.cut | ({*made.called.values()} if obstacle else set())
    # A single version without changes, as in a clone of one commit, tells nothing.
    histories = {
        id: JourneyHistory(tuple(events), id in cut)
        for id, events in made.events.items()
        if len(events) > 1 or any(event.changes for event in events)
    }
    return histories, obstacle


def _walk(made: _Histories, reader: StateReader, store: Store) -> None:
    mainline = mainline_of(reader.root / reader.folder)
    for number, step in enumerate(versions_of(mainline, reader, store)):
        if not made.called:
            return
        if step.found is None or number == MOST_COMMITS:
            made.cut.update(made.called.values())
        if number == MOST_COMMITS:
            return
        if step.found is not None:
            made.add(step, step.found)
            continue
        for was, today in made.called.items():
            state = state_at(step.files, was, reader, store)
            if state:
                made.events[today].append(Event(step.commit.commit, state))
