"""One file: parse, validate, and gather what it names. Pure, so that a caller may remember the result."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from pydantic import ValidationError

from mkdocs_journeys.load.given import ids_given, parts, paths_given
from mkdocs_journeys.load.mistakes import judged
from mkdocs_journeys.load.observations import Figures, Spot, figures_of
from mkdocs_journeys.load.outline import Outline, outline
from mkdocs_journeys.load.places import Place
from mkdocs_journeys.load.raw import raw_references
from mkdocs_journeys.load.richlinks import Link, rich_links
from mkdocs_journeys.load.words import MODELS
from mkdocs_journeys.model import Document, Reference, references_of
from mkdocs_journeys.model.names import Ids, names_in
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.problem import Position, Problem
from mkdocs_journeys.yamlfile import Source, everyday, read


class Whereabouts(NamedTuple):
    """Where a file gives each of its ids, by kind, and where its rich texts link to things, or its rows name them."""

    given: Mapping[str, list[Path]]
    spots: tuple[Spot | Link, ...]


_NOWHERE = Whereabouts({}, ())


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one file holds. `model` (YAML) or `figures` (CSV) is None where the file has errors.

    `source` is None where not even the YAML could be read. By kind, `given` are the ids that it gives, `named` those
    that its fields name, `linked` those that its rich texts link to or its rows name: for a file with errors as far
    as it can be understood. `metric_kinds` are those of a catalog's metrics, by id.
    """

    place: Place
    model: Document | None = None
    figures: Figures | None = None
    source: Source | None = None
    given: Ids = field(default_factory=dict)
    named: Ids = field(default_factory=dict)
    linked: Ids = field(default_factory=dict)
    metric_kinds: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    unsound: tuple[Reference, ...] = ()
    located: Whereabouts | None = None

    @property
    def references(self) -> tuple[Reference, ...]:
        """Everything that fields of the file name, and where: for a file with errors what can be understood."""
        return tuple(references_of(self.model)) if self.model else self.unsound

    def position(self, *path: str | int) -> Position:
        """Where the value at a path stands; the file's start where not even the YAML could be read."""
        return Position(self.place.path, *(self.source.locate(path) if self.source else (1, 1)))

    def position_of(self, kind: str, number: int) -> Position:
        """Where one of the ids of a kind stands that the file gives."""
        return self.position(*self.whereabouts.given[kind][number])

    @property
    def spots(self) -> tuple[Spot | Link, ...]:
        """What `linked` holds, with its places."""
        return self.whereabouts.spots

    @property
    def whereabouts(self) -> Whereabouts:
        """Where `given` and `linked` stand: for a file in everyday YAML looked up when somebody asks."""
        if self.located or self.source is None:
            return self.located or _NOWHERE
        return _whereabouts(self.place.kind, self.source)


@lru_cache(16)
def _whereabouts(kind: str, source: Source) -> Whereabouts:
    values = everyday(source.data) or {}
    return Whereabouts(paths_given(kind, values), rich_links(kind, source, values)[0])


def document(place: Place, data: bytes) -> Parsed:
    """Parse and validate one file. Never raises for what is in it."""
    if place.kind == "figures":
        figures, segments, found = figures_of(place.path, data)
        return Parsed(
            place, figures=figures, linked=_by_kind(segments), problems=tuple(found), located=Whereabouts({}, segments)
        )
    return document_of(place, data, outline(place.kind, data))


def document_of(place: Place, data: bytes, outlined: Outline | None) -> Parsed:
    """What `document` says of a YAML file, where its outline is known already."""
    return _everyday(place, data, outlined) or _with_positions(place, data)


def _everyday(place: Place, data: bytes, outlined: Outline | None) -> Parsed | None:
    """A file in everyday YAML without any mistake of its own; None for every other."""
    own = place.own_fields
    if outlined is None or not own.keys().isdisjoint(outlined.values):
        return None
    values, given, named, linked = outlined
    try:
        model = MODELS[place.kind].model_validate({**values, **own})
    except ValidationError:
        return None
    source = Source(data, place.path, is_everyday=True)
    kinds = _metric_kinds(place, values)
    return Parsed(place, model, source=source, given=given, named=named, linked=linked, metric_kinds=kinds)


def _with_positions(place: Place, data: bytes) -> Parsed:
    root, problems = read(data, place.path)
    if root is None:
        return Parsed(place, problems=tuple(problems))
    source = Source(data, place.path)
    model, values, mistakes = judged(place, root, problems)
    links, forbidden = rich_links(place.kind, source, values)
    unsound = () if model else tuple(raw_references(MODELS[place.kind], values))
    return Parsed(
        place,
        model=model,
        source=source,
        given=ids_given(place.kind, values),
        named=names_in(type(model), model.__dict__) if model else _by_kind(unsound),
        linked=_by_kind(links),
        metric_kinds=_metric_kinds(place, values),
        problems=(*mistakes, *forbidden),
        unsound=unsound,
        located=Whereabouts(paths_given(place.kind, values), links),
    )


def _metric_kinds(place: Place, values: Mapping[str, Any]) -> Mapping[str, str]:
    metrics = parts(values, "metrics") if place.kind == "catalog" else ()
    return {str(metric.get("id")): str(metric.get("kind")) for metric in metrics}


def _by_kind(found: Iterable[Reference | Spot | Link]) -> Ids:
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for one in found:
        ids[one.kind].append(one.target)
    return dict(ids)
