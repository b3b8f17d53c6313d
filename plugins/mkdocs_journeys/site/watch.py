"""What a page was made from: every look into the atlas is noted while the page is drawn.

A page that is kept stays right for as long as each of its looks would find the same again. Nobody has to
keep a list of what a page depends on, so that list cannot be wrong.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model import Catalog
from mkdocs_journeys.site.world import World

Found = TypeVar("Found")
Source = str | tuple[Callable[..., Any], tuple[Hashable, ...]]
"""An attribute of the atlas, or a function of it, with what it was given, that `World.once` was asked for."""
Notes = dict[tuple[Source, Any], Any]
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


class WatchedWorld(World):
    """A world whose atlas tells a watch what is looked up in it. `real` is the same world, unwatched."""

    real: World
    watch: Watch

    def __init__(self, real: World, watch: Watch) -> None:
        super().__init__(cast(Atlas, _WatchedAtlas(real.atlas, watch)), real.settings, real.templates)
        object.__setattr__(self, "real", real)
        object.__setattr__(self, "watch", watch)

    def once(self, of: Callable[..., Found], *given: Hashable) -> Found:
        """As `World.once`; of a mapping only the keys that are asked for are noted."""
        return cast(Found, _shown((of, given), self.real.once(of, *given), self.watch))


class Freshness:
    """Tells of notes taken in one world whether they hold in another."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._known: dict[tuple[Any, Any, int], tuple[Any, bool]] = {}

    def holds(self, notes: Notes) -> bool:
        """Whether each look would find the same again."""
        return all(self._same(source, key, found) for (source, key), found in notes.items())

    def _same(self, source: Source, key: Any, found: Any) -> bool:
        look = (source, key, id(found))
        known = self._known.get(look)
        if known is None:
            # What was found stands in the memory, too: else its id could be given to something else.
            known = self._known[look] = (found, same(self._look(source, key), found))
        return known[1]

    def _look(self, source: Source, key: Any) -> Any:
        if isinstance(source, str):
            base = getattr(self._world.atlas, source)
        else:
            base = self._world.once(source[0], *source[1])
        if key is WHOLE:
            return base
        return base.get(key, MISSING) if isinstance(base, Mapping) else getattr(base, key)


def same(a: Any, b: Any) -> bool:
    """Whether two values are alike to the last detail; unlike `==` it sees types and the order of keys."""
    if a is b:
        return True
    if type(a) is not type(b):
        return False
    if isinstance(a, Mapping):
        return len(a) == len(b) and _all_same(a.items(), b.items())
    if isinstance(a, list | tuple):
        return len(a) == len(b) and _all_same(a, b)
    if isinstance(a, BaseModel):
        return same(a.__dict__, b.__dict__)
    if is_dataclass(a):
        return all(same(getattr(a, field.name), getattr(b, field.name)) for field in fields(a))
    return bool(a == b)


def _all_same(a: Any, b: Any) -> bool:
    return all(same(one, other) for one, other in zip(a, b, strict=True))


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
