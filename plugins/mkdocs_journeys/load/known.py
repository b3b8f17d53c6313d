"""Everything that can be referred to, and what cannot be judged because its file could not be read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mkdocs_journeys.load.documents import Parsed
from mkdocs_journeys.load.given import CATALOG_KINDS, blocks
from mkdocs_journeys.load.places import Place
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.problem import Position
from mkdocs_journeys.yamlfile import locate

FILE_KINDS = ("journey", "persona", "opportunity", "evidence")


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
        return Position(self.place.path, *(locate(source, self.path) if source is not None else (1, 1)))


@dataclass(frozen=True, slots=True)
class Known:
    """Kind to id to definitions.

    Kinds in `unsure`, and studies in `unread_studies`, may hold more than we know. `sure` holds, by
    kind, the ids that exactly one thing has.
    """

    defined: Mapping[str, Mapping[str, list[Definition]]]
    sure: Mapping[str, frozenset[str]]
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
    metric_kinds: dict[str, str] = {}
    for one in parsed:
        defined[one.place.kind][one.place.id].append(Definition(one.place, one))
        if one.source is None and one.place.kind != "figures":
            lost.append(one.place)
        for given in one.given:
            if given.kind in ("pain", *CATALOG_KINDS.values()):
                defined[given.kind][given.id].append(Definition(one.place, one, given.path))
            elif given.kind == "finding":
                defined["finding"][f"{one.place.id}/{given.id}"].append(Definition(one.place, one, given.path))
        if one.place.kind == "catalog" and one.values:
            metric_kinds = {str(m.get("id")): str(m.get("kind")) for _, m in blocks(one.values, "metrics")}
    for place in lost:
        if not defined[place.kind][place.id]:
            defined[place.kind][place.id].append(Definition(place))
    sure = {kind: frozenset(id for id, at in ids.items() if len(at) == 1) for kind, ids in defined.items()}
    return Known(defined, sure, _unsure(defined, lost), _studies(lost), metric_kinds, assets)


def _unsure(defined: Mapping[str, object], lost: list[Place]) -> frozenset[str]:
    kinds = {place.kind for place in lost}
    without_catalog = "catalog" not in defined or "catalog" in kinds
    return frozenset([*(["pain"] if "journey" in kinds else []), *(CATALOG_KINDS.values() if without_catalog else [])])


def _studies(lost: list[Place]) -> frozenset[str]:
    return frozenset(place.id for place in lost if place.kind == "evidence")
