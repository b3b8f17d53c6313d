"""What each commit along the first parents did to the journeys, by the comparison that `journeys diff` makes."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from pydantic import TypeAdapter

from mkdocs_journeys.diff import Comparison
from mkdocs_journeys.history.log import FileChange
from mkdocs_journeys.history.mainline.commits import Mainline, MainlineCommit
from mkdocs_journeys.history.mainline.compared import CommitVersions, Files, sides_of, state_of, versions_in
from mkdocs_journeys.history.mainline.states import StateReader, files_of, is_read
from mkdocs_journeys.history.record import STATES, State
from mkdocs_journeys.history.store import Store, key_of
from mkdocs_journeys.model import Journey
from mkdocs_journeys.parallel import map_chunks
from mkdocs_journeys.sources.git_process import GitError

MOST_UNREADABLE = 50
"""Commits with mistakes, one after the other, beyond which no state is looked for to compare with."""
BATCH = 1_000
"""Commits that are compared before it is asked whether older ones are wanted."""
FEWEST = 40
"""Comparisons from which further processes help."""
COMMIT_VERSIONS = TypeAdapter(CommitVersions)


class MainlineStep(NamedTuple):
    """A commit with what it did to the journeys; None where the state before it is not in this clone.

    `files` are those after it.
    """

    commit: MainlineCommit
    found: CommitVersions | None
    files: Files


def versions_of(mainline: Mainline, reader: StateReader, store: Store) -> Iterator[MainlineStep]:
    """The commits with what each did to the journeys, the newest first. Raises GitError.

    A state with mistakes is left out: what changed in it is told of the next one without any.
    """
    head = files_of(reader, "HEAD")
    files = dict(head)
    found: dict[int, CommitVersions | GitError | None] = {}
    for at, one in enumerate(mainline.commits):
        if at % BATCH == 0:
            found = _found_in(range(at, min(at + BATCH, len(mainline.commits))), mainline, head, reader, store)
        versions = found[at]
        if isinstance(versions, GitError):
            raise versions
        yield MainlineStep(one, versions, files)
        if versions is None:
            return
        _go_back(files, one.changes, reader.folder)


def _found_in(
    span: range, mainline: Mainline, head: Files, reader: StateReader, store: Store
) -> dict[int, CommitVersions | GitError | None]:
    """What each commit of a span did, by its number; several processes compare those that the store does not hold."""
    found: dict[int, CommitVersions | GitError | None] = {}
    keys = {at: key_of("versions", mainline.commits[at].commit.hash, reader.folder) for at in span}
    for at, key in keys.items():
        with suppress(ValueError):
            found[at] = COMMIT_VERSIONS.validate_python(store.get(key))
    missing = [at for at in span if at not in found]
    comparer = _Comparer(mainline, head, reader)
    for some, results in map_chunks(comparer.found, missing, fewest=FEWEST):
        found |= zip(missing[some], results, strict=True)
    for at in missing:
        versions = found[at]
        if isinstance(versions, CommitVersions):
            store.put(keys[at], COMMIT_VERSIONS.dump_python(versions, mode="json"))
    return found


class _Comparer:
    """Compares the states of commits; each process reads by itself."""

    def __init__(self, mainline: Mainline, head: Files, reader: StateReader) -> None:
        self.mainline, self.head = mainline, head
        self.reader, self.process = reader, os.getpid()

    def found(self, numbers: Sequence[int]) -> list[CommitVersions | GitError | None]:
        """What each commit did, given by its number, the lowest first; what kept git from telling."""
        if self.process != os.getpid():
            self.reader, self.process = StateReader(self.reader.root, self.reader.folder), os.getpid()
        reader = self.reader
        files, at = dict(self.head), 0
        results: list[CommitVersions | GitError | None] = []
        with reader.reading():
            for number in numbers:
                for one in self.mainline.commits[at:number]:
                    _go_back(files, one.changes, reader.folder)
                at = number
                try:
                    results.append(_found(self.mainline.commits[number : number + MOST_UNREADABLE], files, reader))
                except GitError as error:
                    results.append(error)
        return results


def state_at(files: Files, id: str, reader: StateReader, store: Store) -> State | None:
    """The state of a journey among files; None if it is not there or cannot be read. Raises GitError."""
    path = next((path for path in files if path.startswith("maps/") and path.endswith(f"/{id}.yml")), None)
    if path is None:
        return None
    key = key_of("state", files[path])
    try:
        return STATES.validate_python(store.get(key))
    except ValueError:
        model = reader.parse(path, files[path]).model
    if not isinstance(model, Journey):
        return None
    store.put(key, STATES.dump_python(state_of(model), mode="json"))
    return state_of(model)


def _go_back(files: dict[str, str], changes: Sequence[FileChange], folder: str) -> None:
    """Turn the files after some changes into those before."""
    for change in changes:
        if change.new_path:
            files.pop(change.new_path, None)
    for one in changes:
        if one.old_path and one.old and is_read(one.old_path, folder):
            files[one.old_path] = one.old


def _found(commits: Sequence[MainlineCommit], after: Files, reader: StateReader) -> CommitVersions | None:
    """What the first of some commits did to the journeys, against the nearest state before it without mistakes.

    None where that is not in this clone.
    """
    before, names = dict(after), set[str]()
    for one in commits:
        if not one.whole:
            return None
        _go_back(before, one.changes, reader.folder)
        names |= {path for change in one.changes for path in (change.old_path, change.new_path) if path}
        old, new = sides_of(before, after, names, reader)
        if new is None:
            break
        if old is not None:
            return versions_in(Comparison(old, new))
    return CommitVersions()
