"""Histories of all journeys, computed once per commit; cached in memory during `serve` and on disk."""

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.history.log import file_changes, follow_files, head_commit
from mkdocs_journeys.history.record import JourneyHistory
from mkdocs_journeys.history.store import Store
from mkdocs_journeys.history.versions import VersionReader, history_of, with_ids_as_names
from mkdocs_journeys.sources.git import GitError, Objects, open_objects

CACHE_FOLDER = ".cache/journeys/history"


@dataclass
class HistoryCache:
    """Keeps the histories of the last commit it was asked for."""

    _commit: str | None = None
    _paths: frozenset[str] = frozenset()
    _histories: dict[str, JourneyHistory] = field(default_factory=dict)
    _store: Store | None = None

    def histories(self, root: Path, journeys_dir: str, atlas: Atlas) -> Mapping[str, JourneyHistory]:
        """Journey id to its history, for those that have one; empty without git or when git fails.

        Uncommitted files have no history yet.
        """
        folder = root / journeys_dir
        commit = head_commit(folder)
        if commit is None:
            return {}
        paths = {journey.path.removeprefix(f"{journeys_dir}/"): id for id, journey in atlas.journeys.items()}
        if commit != self._commit or self._paths != paths.keys():
            self._store = self._store or Store(_cache_folder(root))
            try:
                self._histories = _compute(folder, paths, atlas, self._store)
            except (GitError, OSError):
                return {}
            self._commit, self._paths = commit, frozenset(paths)
        return self._histories

    def damaged_files(self) -> list[str]:
        """The cache files that were damaged or foreign since the last call."""
        names = [f"{CACHE_FOLDER}/{name}" for name in self._store.ignored] if self._store else []
        if self._store:
            self._store.ignored.clear()
        return names


def _compute(folder: Path, paths: Mapping[str, str], atlas: Atlas, store: Store) -> dict[str, JourneyHistory]:
    files = follow_files(file_changes(folder), paths)
    with ExitStack() as stack:
        reader = VersionReader(_Blobs(folder, stack).read, store, with_ids_as_names(atlas))
        histories = {paths[path]: history_of(file, reader) for path, file in files.items()}
    store.save()
    return {id: history for id, history in histories.items() if _is_worth_showing(history)}


def _is_worth_showing(history: JourneyHistory) -> bool:
    """False for a single version without changes, as in a clone of one commit."""
    return len(history.events) > 1 or any(event.changes for event in history.events)


@dataclass(slots=True)
class _Blobs:
    """Reads blobs from git, which is started for the first one."""

    folder: Path
    stack: ExitStack
    _objects: Objects | None = None

    def read(self, hash: str) -> bytes | None:
        if self._objects is None:
            self._objects = self.stack.enter_context(open_objects(self.folder))
        found = self._objects.read(hash)
        return found.data if found and found.kind == "blob" and found.whole else None


def _cache_folder(root: Path) -> Path | None:
    """The cache folder; None if a link leads out of the project."""
    folder = root / CACHE_FOLDER
    return folder if folder.resolve().is_relative_to(root.resolve()) else None
