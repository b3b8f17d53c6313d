"""The histories of a site: worked out once for a commit, kept in memory through `serve` and on disk for later."""

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.history.follow import trails
from mkdocs_journeys.history.log import head_of, touches
from mkdocs_journeys.history.record import Record
from mkdocs_journeys.history.store import Store
from mkdocs_journeys.history.telling import without_names
from mkdocs_journeys.history.versions import Reader, record_of
from mkdocs_journeys.sources.git import GitError, Objects, open_objects

Records = Mapping[str, Record]
"""By the id of a journey."""
CACHE = ".cache/journeys/history"


@dataclass
class Keeper:
    """Remembers the records of the commit that it was last asked for."""

    _commit: str | None = None
    _paths: frozenset[str] = frozenset()
    _records: dict[str, Record] = field(default_factory=dict)
    _store: Store | None = None

    def records(self, root: Path, journeys_dir: str, atlas: Atlas) -> Records:
        """The history of each journey of an atlas that has one; empty without git. Never raises for what git says.

        What is not committed has no history yet.
        """
        folder = root / journeys_dir
        commit = head_of(folder)
        if commit is None:
            return {}
        paths = {journey.path.removeprefix(f"{journeys_dir}/"): id for id, journey in atlas.journeys.items()}
        if commit != self._commit or self._paths != paths.keys():
            self._store = self._store or Store(_cache_folder(root))
            try:
                self._records = _worked_out(folder, paths, atlas, self._store)
            except (GitError, OSError):
                return {}
            self._commit, self._paths = commit, frozenset(paths)
        return self._records

    def complaints(self) -> list[str]:
        """The cache files that were damaged or not ours, each told of once."""
        found = [f"{CACHE}/{name}" for name in self._store.ignored] if self._store else []
        if self._store:
            self._store.ignored.clear()
        return found


def _worked_out(folder: Path, paths: Mapping[str, str], atlas: Atlas, store: Store) -> dict[str, Record]:
    found = trails(touches(folder), paths)
    with ExitStack() as open_ones:
        reader = Reader(_Blobs(folder, open_ones).read, store, without_names(atlas))
        records = {paths[path]: record_of(trail, reader) for path, trail in found.items()}
    store.save()
    return {id: record for id, record in records.items() if _says_something(record)}


def _says_something(record: Record) -> bool:
    """One version without a word, as in a clone of a single commit, is no history."""
    return len(record.events) > 1 or any(event.told for event in record.events)


@dataclass(slots=True)
class _Blobs:
    """Starts git for the first blob that somebody wants."""

    folder: Path
    open_ones: ExitStack
    _objects: Objects | None = None

    def read(self, hash: str) -> bytes | None:
        if self._objects is None:
            self._objects = self.open_ones.enter_context(open_objects(self.folder))
        found = self._objects.read(hash)
        return found.data if found and found.kind == "blob" and found.whole else None


def _cache_folder(root: Path) -> Path | None:
    """Where to keep what was worked out; nowhere if a link leads out of the project."""
    folder = root / CACHE
    return folder if folder.resolve().is_relative_to(root.resolve()) else None
