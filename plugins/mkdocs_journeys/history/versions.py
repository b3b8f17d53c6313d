"""From the trail of a journey to its record. Each blob is parsed at most once, and only if nobody remembers it."""

from dataclasses import dataclass, field

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.history.follow import Trail
from mkdocs_journeys.history.log import Touch
from mkdocs_journeys.history.reading import File, Read, journey_of, state_of
from mkdocs_journeys.history.record import Event, Record, State
from mkdocs_journeys.history.shape import Telling, from_state, from_telling, to_state, to_telling
from mkdocs_journeys.history.store import Store, key_of
from mkdocs_journeys.history.telling import Renamed, told
from mkdocs_journeys.model import Journey

UNKNOWN: Telling = ((), 0)


@dataclass(slots=True)
class Reader:
    """Where blobs come from, what is remembered of them, and the names that sentences may use."""

    read: Read
    store: Store
    names: Atlas
    _parsed: dict[File, Journey | None] = field(default_factory=dict)

    def state(self, file: File) -> State | None:
        """How a version stands, None where it cannot be read."""
        key = key_of("state", file.blob)
        try:
            return to_state(self.store.get(key))
        except ValueError:
            journey = self._journey(file)
        state = state_of(journey) if journey else None
        self.store.put(key, from_state(state))
        return state

    def telling(self, old: File | None, new: File, personas: Renamed = ()) -> Telling:
        """What changed from one readable version to the next, while personas got other ids."""
        renamed = ("personas", *(id for pair in personas for id in pair)) if personas else ()
        key = key_of("told", *((old.path, old.blob) if old else ("", "")), new.path, new.blob, *renamed)
        try:
            return to_telling(self.store.get(key))
        except ValueError:
            before, after = self._journey(old) if old else None, self._journey(new)
        found = UNKNOWN if after is None else told(before, after, self.names, personas)
        self.store.put(key, from_telling(found))
        return found

    def forget(self) -> None:
        """Let go of what was parsed; the next journey has other blobs."""
        self._parsed.clear()

    def _journey(self, file: File) -> Journey | None:
        if file not in self._parsed:
            self._parsed[file] = journey_of(file, self.read)
        return self._parsed[file]


def record_of(trail: Trail, reader: Reader) -> Record:
    """The events of a trail; versions with mistakes, and those that changed no meaning, are passed over."""
    events = [event for touch in trail.touches if (event := _event(touch, trail, reader))]
    reader.forget()
    return Record(tuple(events), trail.cut)


def _event(touch: Touch, trail: Trail, reader: Reader) -> Event | None:
    new = _file(touch.new_path, touch.new)
    state = reader.state(new) if new else None
    if new is None or state is None:
        return None
    if not touch.whole:
        return Event(touch.commit, state)
    changes, more = reader.telling(_last_readable(touch, trail, reader), new, touch.personas)
    return Event(touch.commit, state, changes, more) if changes else None


def _last_readable(touch: Touch, trail: Trail, reader: Reader) -> File | None:
    """The version before a touch, or the nearest one before that which has no mistakes."""
    seen: set[str] = set()
    old = _file(touch.old_path, touch.old)
    while old and reader.state(old) is None and old.blob not in seen:
        seen.add(old.blob)
        earlier = trail.before(old.blob)
        old = _file(earlier.old_path, earlier.old) if earlier else None
    return old


def _file(path: str | None, blob: str | None) -> File | None:
    return File(path, blob) if path and blob else None
