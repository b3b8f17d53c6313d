"""What a page was made from: every look into the atlas is noted while the page is drawn.

A page that is kept stays right for as long as each of its looks would find the same again. Nobody has to
keep a list of what a page depends on, so that list cannot be wrong.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from functools import cache
from operator import is_
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model import Catalog
from mkdocs_journeys.site.context import SiteContext

Found = TypeVar("Found")
Source = str | tuple[Callable[..., Any], tuple[Hashable, ...]]
"""An attribute of the atlas, or a function of it, with what it was given, that `SiteContext.cached` was asked for."""
Look = tuple[Source, Any]
Notes = dict[Look, Any]
"""Where was looked, and by which key, to what was found there."""


class _Sign:
    """A value that is nothing but itself."""


WHOLE, MISSING = _Sign(), _Sign()


class Watch:
    """Notes looks while a page is drawn, and nothing at other times."""

    def __init__(self) -> None:
        self._notes: Notes | None = None

    @contextmanager
    def noting(self) -> Iterator[Notes]:
        """Everything looked up inside the block ends up in these notes."""
        notes: Notes = {}
        self._notes = notes
        try:
            yield notes
        finally:
            self._notes = None

    def note(self, source: Source, key: Any, found: Any) -> None:
        """One look and what it found."""
        if self._notes is not None:
            self._notes[source, key] = found


class WatchedWorld(SiteContext):
    """A world whose atlas tells a watch what is looked up in it. `real` is the same world, unwatched."""

    real: SiteContext
    watch: Watch

    def __init__(self, real: SiteContext, watch: Watch) -> None:
        super().__init__(cast(Atlas, _WatchedAtlas(real.atlas, watch)), real.settings, real.templates)
        object.__setattr__(self, "real", real)
        object.__setattr__(self, "watch", watch)

    def cached(self, of: Callable[..., Found], *given: Hashable) -> Found:
        """As `SiteContext.cached`; of a mapping only the keys that are asked for are noted."""
        return cast(Found, _shown((of, given), self.real.cached(of, *given), self.watch))


class _Now(dict[Look, Any]):
    """What each look finds in a world, looked up when it is first asked for."""

    def __init__(self, world: SiteContext) -> None:
        super().__init__()
        self._world = world

    def __missing__(self, look: Look) -> Any:
        source, key = look
        base = (
            getattr(self._world.atlas, source) if isinstance(source, str) else self._world.cached(source[0], *source[1])
        )
        if key is WHOLE:
            self[look] = base
        else:
            self[look] = base.get(key, MISSING) if isinstance(base, Mapping) else getattr(base, key)
        return self[look]


class Freshness:
    """Tells of notes taken in one world whether they hold in another."""

    def __init__(self, world: SiteContext) -> None:
        self._now = _Now(world)
        self._alike: dict[tuple[int, int], tuple[Any, Any, bool]] = {}

    def found(self, look: Look) -> Any:
        """What a look finds in this world; where it cannot be told, something that no look ever found."""
        try:
            return self._now[look]
        except Exception:
            # Whoever draws a page with it will fail in the same way, and tell of it.
            return _Sign()

    def holds(self, notes: Notes) -> bool:
        """Whether each look would find the same again. Notes that hold are brought up to date."""
        now = self._now
        if all(map(is_, map(now.__getitem__, notes), notes.values())):
            return True
        renewed = [(look, now[look], found) for look, found in notes.items() if now[look] is not found]
        if not all(self._are_alike(new, found) for _, new, found in renewed):
            return False
        # The next comparison can then tell by identity.
        notes.update((look, new) for look, new, _ in renewed)
        return True

    def _are_alike(self, new: Any, found: Any) -> bool:
        pair = (id(new), id(found))
        if pair not in self._alike:
            # Both stand in the memory, too: else an id could be given to something else.
            self._alike[pair] = (new, found, same(new, found))
        return self._alike[pair][2]


def same(a: Any, b: Any) -> bool:
    """Whether two values are alike to the last detail; unlike `==` it sees types and the order of keys."""
    if a is b:
        return True
    if type(a) is not type(b):
        return False
    parts_of = _parts_of(cast(Hashable, type(a)))
    if parts_of is None:
        return bool(a == b)
    ours, others = parts_of(a), parts_of(b)
    return len(ours) == len(others) and (all(map(is_, ours, others)) or all(map(same, ours, others)))


@cache
def _parts_of(kind: Any) -> Callable[[Any], Sequence[Any]] | None:
    """What takes a value of this kind apart; None where `==` is right."""
    if issubclass(kind, Mapping):
        return lambda value: [*value.keys(), *value.values()]
    if issubclass(kind, list | tuple):
        return lambda value: cast(Sequence[Any], value)
    if issubclass(kind, BaseModel):
        return lambda value: [*value.__dict__.keys(), *value.__dict__.values()]
    if is_dataclass(kind):
        names = [field.name for field in fields(kind)]
        return lambda value: [getattr(value, name) for name in names]
    return None


class _WatchedAtlas:
    """Stands for an atlas; its methods work on what is watched."""

    def __init__(self, real: Atlas, watch: Watch) -> None:
        self._real = real
        self._watch = watch

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._real, name)
        if callable(found):
            return getattr(Atlas, name).__get__(self)
        shown = _shown(name, found, self._watch)
        if shown is not found:
            self.__dict__[name] = shown
        return shown


class _WatchedMapping(Mapping[Any, Any]):
    """Notes single looks by key; one that goes through all of it is noted as one."""

    def __init__(self, source: Source, real: Mapping[Any, Any], watch: Watch) -> None:
        self._source = source
        self._real = real
        self._watch = watch

    def __getitem__(self, key: Any) -> Any:
        found = self._real.get(key, MISSING)
        self._watch.note(self._source, key, found)
        if found is MISSING:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[Any]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def items(self) -> Any:
        return self._all().items()

    def values(self) -> Any:
        return self._all().values()

    def _all(self) -> Mapping[Any, Any]:
        self._watch.note(self._source, WHOLE, self._real)
        return self._real


class _WatchedCatalog:
    """Notes each field by its name, so that a new metric does not touch a page that shows none."""

    def __init__(self, source: Source, real: Catalog, watch: Watch) -> None:
        self._source = source
        self._real = real
        self._watch = watch

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._real, name)
        self._watch.note(self._source, name, found)
        return found


def _shown(source: Source, found: Any, watch: Watch) -> Any:
    """What a page builder gets to see: something that notes looks into it, or the value, noted as a whole."""
    if isinstance(found, Mapping):
        return _WatchedMapping(source, found, watch)
    if isinstance(found, Catalog):
        return _WatchedCatalog(source, found, watch)
    watch.note(source, WHOLE, found)
    return found
