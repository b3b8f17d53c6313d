"""Everything that can be referred to, and what cannot be judged because its file could not be read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mkdocs_journeys.load.documents import Parsed
from mkdocs_journeys.load.given import CATALOG_KINDS
from mkdocs_journeys.load.places import Place
from mkdocs_journeys.model.names import Ids, Name
from mkdocs_journeys.problem import Position

_NAMED_ELSEWHERE = frozenset(("pain", "finding", *CATALOG_KINDS.values()))
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Definition:
    """Where an id is given: in a file, as id `number` of a kind in its `given`; the whole file gives its own id."""

    place: Place
    parsed: Parsed | None = None
    kind: str = ""
    number: int = 0

    @property
    def position(self) -> Position:
        """The id's place, or the first line of the file whose name it is."""
        return self.parsed.position_of(self.kind, self.number) if self.parsed else Position(self.place.path, 1, 1)


Defined = Mapping[str, Mapping[str, list[Definition]]]
"""Kind to id to definitions."""


@dataclass(frozen=True, slots=True)
class Known:
    """All that is defined.

    Kinds in `unsure`, and studies in `unread_studies`, may hold more than we know. `sure` holds, by kind, the ids
    that mean exactly one thing wherever they stand.
    """

    defined: Defined
    sure: Mapping[str, frozenset[str]]
    unsure: frozenset[str]
    unread_studies: frozenset[str]
    metric_kinds: Mapping[str, str]
    assets: frozenset[str]

    def doubtful(self, ids: Ids) -> set[Name]:
        """Those of the ids that may mean nothing, or more than one thing."""
        found: set[Name] = set()
        for kind, of_kind in ids.items():
            sure = self.sure.get(kind, _NOTHING)
            found.update([(kind, id) for id in of_kind if id not in sure])
        return found


def known_of(parsed: Iterable[Parsed], unread: Iterable[Place], assets: frozenset[str]) -> Known:
    """Gather from all files; `unread` are those that exist but could not be read from disk.

    `assets` are the pictures' paths below assets/.
    """
    defined: defaultdict[str, defaultdict[str, list[Definition]]] = defaultdict(lambda: defaultdict(list))
    lost = list(unread)
    metric_kinds: Mapping[str, str] = {}
    for one in parsed:
        defined[one.place.kind][one.place.id].append(Definition(one.place))
        if one.source is None and one.place.kind != "figures":
            lost.append(one.place)
        for kind, ids in one.given.items():
            if kind in _NAMED_ELSEWHERE:
                above = f"{one.place.id}/" if kind == "finding" else ""
                for number, id in enumerate(ids):
                    defined[kind][above + id].append(Definition(one.place, one, kind, number))
        if one.metric_kinds:
            metric_kinds = one.metric_kinds
    for place in lost:
        if not defined[place.kind][place.id]:
            defined[place.kind][place.id].append(Definition(place))
    sure = _sure(defined, metric_kinds, assets)
    return Known(defined, sure, _unsure(defined, lost), _studies(lost), metric_kinds, assets)


def _sure(defined: Defined, metric_kinds: Mapping[str, str], assets: frozenset[str]) -> Mapping[str, frozenset[str]]:
    once = {kind: frozenset(id for id, at in ids.items() if len(at) == 1) for kind, ids in defined.items()}
    studies = once.get("evidence", _NOTHING)
    return once | {
        "next": frozenset(f"journey:{id}" for id in once.get("journey", _NOTHING)),
        "volume": frozenset(id for id in once.get("metric", _NOTHING) if metric_kinds.get(id) == "count"),
        "evidence": studies | {id for id in once.get("finding", _NOTHING) if id.partition("/")[0] in studies},
        "asset": assets | {f"assets/{name}" for name in assets},
    }


def _unsure(defined: Mapping[str, object], lost: list[Place]) -> frozenset[str]:
    kinds = {place.kind for place in lost}
    without_catalog = "catalog" not in defined or "catalog" in kinds
    return frozenset([*(["pain"] if "journey" in kinds else []), *(CATALOG_KINDS.values() if without_catalog else [])])


def _studies(lost: list[Place]) -> frozenset[str]:
    return frozenset(place.id for place in lost if place.kind == "evidence")
