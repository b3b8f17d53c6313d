"""One file: parse, validate, and gather what it names. Pure, so that a caller may remember the result."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from mkdocs_journeys.load.given import Given, blocks, given_by
from mkdocs_journeys.load.mistakes import judged
from mkdocs_journeys.load.observations import Figures, Spot, figures_of
from mkdocs_journeys.load.places import Place
from mkdocs_journeys.load.raw import raw_references
from mkdocs_journeys.load.richlinks import Link, rich_links
from mkdocs_journeys.load.words import MODELS
from mkdocs_journeys.model import Document, Reference, names_of, references_of
from mkdocs_journeys.model.names import Name
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.yamlfile import Source, everyday, read


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one file holds. `model` (YAML) or `figures` (CSV) is None where the file has errors.

    `source` is None where not even the YAML could be read. `names`, `spots` and `given` are there for a file
    with errors, too, as far as it can be understood; `metric_kinds` are those of a catalog's metrics, by id.
    """

    place: Place
    model: Document | None = None
    figures: Figures | None = None
    source: Source | None = None
    names: frozenset[Name] = frozenset()
    spots: tuple[Spot | Link, ...] = ()
    given: tuple[Given, ...] = ()
    metric_kinds: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    unsound: tuple[Reference, ...] = ()

    @property
    def references(self) -> tuple[Reference, ...]:
        """Everything that fields of the file name, and where: for a file with errors what can be understood."""
        return tuple(references_of(self.model)) if self.model else self.unsound


def document(place: Place, data: bytes) -> Parsed:
    """Parse and validate one file. Never raises for what is in it."""
    if place.kind == "figures":
        figures, segments, found = figures_of(place.path, data)
        return Parsed(place, figures=figures, spots=segments, problems=tuple(found))
    return document_of(place, data, everyday(data))


def document_of(place: Place, data: bytes, values: dict[str, Any] | None) -> Parsed:
    """What `document` says of a YAML file, where `everyday` has read these values already."""
    return _everyday(place, data, values) or _with_positions(place, data)


def _everyday(place: Place, data: bytes, values: dict[str, Any] | None) -> Parsed | None:
    """A file in everyday YAML without any mistake of its own; None for every other."""
    own = place.own_fields
    if values is None or not own.keys().isdisjoint(values):
        return None
    try:
        model = MODELS[place.kind].model_validate({**values, **own})
    except ValidationError:
        return None
    source = Source(data, place.path, is_everyday=True)
    links, forbidden = rich_links(place.kind, source, values)
    return None if forbidden else _parsed(place, source, model, values, links)


def _with_positions(place: Place, data: bytes) -> Parsed:
    root, problems = read(data, place.path)
    if root is None:
        return Parsed(place, problems=tuple(problems))
    source = Source(data, place.path)
    model, values, mistakes = judged(place, root, problems)
    links, forbidden = rich_links(place.kind, source, values)
    return _parsed(place, source, model, values, links, (*mistakes, *forbidden))


def _parsed(
    place: Place,
    source: Source,
    model: Document | None,
    values: Mapping[str, Any],
    links: tuple[Link, ...],
    problems: tuple[Problem, ...] = (),
) -> Parsed:
    unsound = () if model else tuple(raw_references(MODELS[place.kind], values))
    metrics = blocks(values, "metrics") if place.kind == "catalog" else ()
    return Parsed(
        place,
        model=model,
        source=source,
        names=names_of(model) if model else frozenset((one.kind, one.target) for one in unsound),
        spots=links,
        given=given_by(place.kind, values),
        metric_kinds={str(metric.get("id")): str(metric.get("kind")) for _, metric in metrics},
        problems=problems,
        unsound=unsound,
    )
