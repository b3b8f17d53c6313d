"""Everything that can be referred to, and what cannot be judged because its file could not be read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs_journeys.load.documents import Parsed
from mkdocs_journeys.load.given import CATALOG_KINDS
from mkdocs_journeys.load.places import Place
from mkdocs_journeys.model.names import Name
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.problem import Position

_NAMED_ANYWHERE = frozenset(("pain", *CATALOG_KINDS.values()))


@dataclass(frozen=True, slots=True)
class Definition:
    """Where an id is given: in a file at a path; the whole file gives its own id."""

    place: Place
    parsed: Parsed | None = None
    path: Path = ()

    @property
    def position(self) -> Position:
        """The id's place, or the first line of the file whose name it is."""
        source = self.parsed.source if self.parsed and self.path else None
        return Position(self.place.path, *(source.locate(self.path) if source else (1, 1)))


Defined = Mapping[str, Mapping[str, list[Definition]]]
"""Kind to id to definitions."""


@dataclass(frozen=True, slots=True)
class Known:
    """All that is defined.

    Kinds in `unsure`, and studies in `unread_studies`, may hold more than we know. `sure` holds the names
    that mean exactly one thing wherever they stand.
    """

    defined: Defined
    sure: frozenset[Name]
    unsure: frozenset[str]
    unread_studies: frozenset[str]
    metric_kinds: Mapping[str, str]
    assets: frozenset[str]


def known_of(parsed: Iterable[Parsed], unread: Iterable[Place], assets: frozenset[str]) -> Known:
    """Gather from all files; `unread` are those that exist but could not be read from disk.

    `assets` are the pictures' paths below assets/.
    """
    defined: defaultdict[str, defaultdict[str, list[Definition]]] = defaultdict(lambda: defaultdict(list))
    lost = list(unread)
    metric_kinds: Mapping[str, str] = {}
    for one in parsed:
        defined[one.place.kind][one.place.id].append(Definition(one.place, one))
        if one.source is None and one.place.kind != "figures":
            lost.append(one.place)
        for given in one.given:
            if given.kind in _NAMED_ANYWHERE:
                defined[given.kind][given.id].append(Definition(one.place, one, given.path))
            elif given.kind == "finding":
                defined["finding"][f"{one.place.id}/{given.id}"].append(Definition(one.place, one, given.path))
        if one.metric_kinds:
            metric_kinds = one.metric_kinds
    for place in lost:
        if not defined[place.kind][place.id]:
            defined[place.kind][place.id].append(Definition(place))
    sure = frozenset(_sure(defined, metric_kinds, assets))
    return Known(defined, sure, _unsure(defined, lost), _studies(lost), metric_kinds, assets)


def _sure(defined: Defined, metric_kinds: Mapping[str, str], assets: frozenset[str]) -> Iterator[Name]:
    once = {(kind, id) for kind, ids in defined.items() for id, at in ids.items() if len(at) == 1}
    for kind, id in once:
        yield kind, id
        if kind == "journey":
            yield "next", f"journey:{id}"
        elif kind == "metric" and metric_kinds.get(id) == "count":
            yield "volume", id
        elif kind == "finding" and ("evidence", id.partition("/")[0]) in once:
            yield "evidence", id
    for name in assets:
        yield "asset", name
        yield "asset", f"assets/{name}"


def _unsure(defined: Mapping[str, object], lost: list[Place]) -> frozenset[str]:
    kinds = {place.kind for place in lost}
    without_catalog = "catalog" not in defined or "catalog" in kinds
    return frozenset([*(["pain"] if "journey" in kinds else []), *(CATALOG_KINDS.values() if without_catalog else [])])


def _studies(lost: list[Place]) -> frozenset[str]:
    return frozenset(place.id for place in lost if place.kind == "evidence")
