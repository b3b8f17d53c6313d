"""The histories of journeys from the versions of their files: state and changes in words, by ids and not by names.

They are computed once per commit; each blob is parsed at most once, and only if the store does not hold what follows
from it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import Change, Comparison
from mkdocs_journeys.diff.sentences import Quote
from mkdocs_journeys.diff.severity import Judgement
from mkdocs_journeys.history.log import FileChange, FileHistory, file_changes, follow_files, head_commit
from mkdocs_journeys.history.record import (
    DESCRIPTIONS,
    ChangeSentence,
    Description,
    Event,
    JourneyHistory,
    Name,
    PainState,
    State,
    state_from_json,
    state_to_json,
)
from mkdocs_journeys.history.store import Store, cache_folder, key_of
from mkdocs_journeys.insight.emotion import mean_emotion, step_emotion
from mkdocs_journeys.load import FileRole, parse_file, role_of
from mkdocs_journeys.model import Journey, Pain, Persona
from mkdocs_journeys.sources.git import open_objects
from mkdocs_journeys.sources.git_process import GitError
from mkdocs_journeys.wording import counted

CACHE_FOLDER = ".cache/journeys/history"
MAX_CHANGES = 12
"""Changes of one version that are described one by one."""
UNKNOWN: Description = ((), 0)
ReadBlob = Callable[[str], bytes | None]
"""Gives a blob by its hash, None if it is not in this clone."""
PersonaIds = Sequence[tuple[str, str]]
"""The (old, new) ids of renamed personas."""
_MARK = "\0"
"""Marks the names below: no file that could be read holds this character."""


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
            self._store = self._store or Store(cache_folder(root, CACHE_FOLDER))
            try:
                self._histories = _histories(folder, paths, atlas, self._store)
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


@dataclass(frozen=True, slots=True)
class FileVersion:
    """A blob and its path relative to the journeys folder."""

    path: str
    blob: str


@dataclass(slots=True)
class VersionReader:
    """Reads versions: blobs from git, results from the store, names for sentences from `names`."""

    read: ReadBlob
    store: Store
    names: Atlas
    _parsed: dict[FileVersion, Journey | None] = field(default_factory=dict)

    def state(self, file: FileVersion) -> State | None:
        """The state of a version, None if it cannot be read."""
        key = key_of("state", file.blob)
        try:
            return state_from_json(self.store.get(key))
        except ValueError:
            journey = self._journey(file)
        state = state_of(journey) if journey else None
        self.store.put(key, state_to_json(state))
        return state

    def description(self, old: FileVersion | None, new: FileVersion, personas: PersonaIds = ()) -> Description:
        """The changes between two readable versions, `personas` being renamed in between."""
        renamed = ("personas", *(id for pair in personas for id in pair)) if personas else ()
        key = key_of("told", *((old.path, old.blob) if old else ("", "")), new.path, new.blob, *renamed)
        try:
            return DESCRIPTIONS.validate_python(self.store.get(key))
        except ValueError:
            before, after = self._journey(old) if old else None, self._journey(new)
        found = UNKNOWN if after is None else describe(before, after, self.names, personas)
        self.store.put(key, DESCRIPTIONS.dump_python(found, mode="json"))
        return found

    def forget(self) -> None:
        """Drop the parsed blobs; the next journey has other ones."""
        self._parsed.clear()

    def _journey(self, file: FileVersion) -> Journey | None:
        if file not in self._parsed:
            self._parsed[file] = journey_of(file, self.read)
        return self._parsed[file]


def history_of(file: FileHistory, reader: VersionReader) -> JourneyHistory:
    """The history of the journey in a file; versions with mistakes or without a change of meaning are skipped."""
    events = [event for change in file.changes if (event := _event(change, file, reader))]
    reader.forget()
    return JourneyHistory(tuple(events), file.cut)


def with_ids_as_names(atlas: Atlas) -> Atlas:
    """An atlas with only the teams, stages and personas of this one, their marked ids in place of names.

    So a cached sentence stays right when one of them is renamed.
    """
    catalog = atlas.catalog
    teams = tuple(one.model_copy(update={"name": _marked("team", one.id)}) for one in catalog.teams)
    stages = tuple(one.model_copy(update={"name": _marked("stage", one.id)}) for one in catalog.stages)
    people = {id: one.model_copy(update={"name": _marked("persona", id)}) for id, one in atlas.personas.items()}
    rest = dict.fromkeys(("channels", "touchpoints", "segments", "metrics", "lanes"), ())
    return Atlas(catalog.model_copy(update={**rest, "teams": teams, "stages": stages}), personas=people)


def describe(old: Journey | None, new: Journey, names: Atlas, personas: PersonaIds = ()) -> Description:
    """The changes in words, the most severe first, and how many more there are. `names` is from `with_ids_as_names`.

    A persona that only got another id in between is no change.
    """
    if old is None:
        return (ChangeSentence(Judgement.EDITORIAL, (f"First version, with {counted(len(new.steps), 'step')}",)),), 0
    found = sorted(_changes(old, new, names, personas), key=lambda change: change.judgement.rank)
    shown = tuple(ChangeSentence(change.judgement, tuple(_words(change))) for change in found[:MAX_CHANGES])
    return shown, len(found) - len(shown)


def journey_of(file: FileVersion, read: ReadBlob) -> Journey | None:
    """The journey in a blob; None if it has mistakes by the current format or cannot be read."""
    place = role_of(f"journeys/{file.path}", "journeys")
    data = read(file.blob) if isinstance(place, FileRole) and place.kind == "journey" else None
    if data is None or not isinstance(place, FileRole):
        return None
    model = parse_file(place, data).model
    return model if isinstance(model, Journey) else None


def state_of(journey: Journey) -> State:
    """The state of a journey; only the pains that it defines count."""
    pains = [(step, pain) for step in journey.steps for pain in step.pains if isinstance(pain, Pain)]
    states = tuple(PainState(pain.id, pain.status, step_emotion(step)) for step, pain in pains)
    return State(mean_emotion(journey), sum(pain.is_open for _, pain in pains), states)


def _event(change: FileChange, file: FileHistory, reader: VersionReader) -> Event | None:
    new = _file(change.new_path, change.new)
    state = reader.state(new) if new else None
    if new is None or state is None:
        return None
    if not change.whole:
        return Event(change.commit, state)
    changes, more = reader.description(_last_readable(change, file, reader), new, change.personas)
    return Event(change.commit, state, changes, more) if changes else None


def _last_readable(change: FileChange, file: FileHistory, reader: VersionReader) -> FileVersion | None:
    """The version before a change, or the nearest earlier one without mistakes."""
    seen: set[str] = set()
    old = _file(change.old_path, change.old)
    while old and reader.state(old) is None and old.blob not in seen:
        seen.add(old.blob)
        earlier = next((one for one in file.changes if one.new == old.blob), None)
        old = _file(earlier.old_path, earlier.old) if earlier else None
    return old


def _file(path: str | None, blob: str | None) -> FileVersion | None:
    return FileVersion(path, blob) if path and blob else None


def _changes(old: Journey, new: Journey, names: Atlas, personas: PersonaIds) -> list[Change]:
    """The changes of the journey itself; a renamed persona gets the same name on both sides, and so is no change."""
    before, after = dict(names.personas), dict(names.personas)
    for was, now in personas:
        after[now] = after.get(now) or Persona(id=now, path=f"personas/{now}.yml", name=_marked("persona", now))
        before[was] = after[now].model_copy(update={"id": was})
        before.pop(now, None)
        after.pop(was, None)
    sides = Atlas(names.catalog, {old.id: old}, before), Atlas(names.catalog, {new.id: new}, after)
    return [change for change in Comparison(*sides).changes if change.journey]


def _words(change: Change) -> Iterator[str | Quote | Name]:
    for word in change.sentence:
        if not isinstance(word, Quote):
            yield word
        elif word.text.startswith(_MARK):
            kind, _, id = word.text.removeprefix(_MARK).partition(":")
            yield Name(kind, id)
        else:
            yield Quote(word.text)


def _marked(kind: str, id: str) -> str:
    return f"{_MARK}{kind}:{id}"


def _histories(folder: Path, paths: Mapping[str, str], atlas: Atlas, store: Store) -> dict[str, JourneyHistory]:
    files = follow_files(file_changes(folder), paths)
    with ExitStack() as stack:
        objects = cache(lambda: stack.enter_context(open_objects(folder)))

        def read(hash: str) -> bytes | None:
            found = objects().read(hash)
            return found.data if found and found.kind == "blob" and found.whole else None

        reader = VersionReader(read, store, with_ids_as_names(atlas))
        histories = {paths[path]: history_of(file, reader) for path, file in files.items()}
    store.save()
    # A single version without changes, as in a clone of one commit, tells nothing.
    return {
        id: one for id, one in histories.items() if len(one.events) > 1 or any(event.changes for event in one.events)
    }
