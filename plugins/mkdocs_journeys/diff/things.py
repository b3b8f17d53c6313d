"""An atlas taken apart into things that can be told from each other: journeys, steps, pains, figures …"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname
from typing import TypeVar

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model import Document, Evidence, Journey, Model, Observation, Opportunity, Pain, Step
from mkdocs_journeys.problem import Position

Item = TypeVar("Item")

CATALOG_LISTS = {
    "catalog-stage": "stages",
    "channel": "channels",
    "touchpoint": "touchpoints",
    "team": "teams",
    "segment": "segments",
    "metric": "metrics",
    "lane": "lanes",
}
DOCUMENTS = ("journey", "persona", "opportunity", "evidence")
ENTITIES = (
    "atlas",
    *CATALOG_LISTS,
    "figure",
    *DOCUMENTS,
    "stage",
    "step",
    "pain",
    "solution",
    "experiment",
    "finding",
)
"""Every kind of thing, those that others lie in before the others."""


@dataclass(frozen=True, slots=True, eq=False)
class Thing:
    """One thing of one side. `key` is the id that its author gave it, `id` names it in the whole atlas.

    `path` leads to it inside its file, `number` counts it among its siblings from 1. Things are the same only
    by identity: which of two sides belong together is for `matching` to say.
    """

    entity: str
    id: str
    key: str | None
    name: str
    model: Model | Observation
    file: str
    path: tuple[str | int, ...] = ()
    parent: "Thing | None" = None
    number: int = 1

    @property
    def journey(self) -> Journey | None:
        """The journey that it is or lies in."""
        if isinstance(self.model, Journey):
            return self.model
        return self.parent.journey if self.parent else None


Things = Mapping[str, list[Thing]]


def things_of(atlas: Atlas, other: Atlas) -> Things:
    """The things of an atlas by entity; files that say the same on the other side are left out."""
    things: dict[str, list[Thing]] = {entity: [] for entity in ENTITIES}
    for thing in _all(atlas, other):
        things[thing.entity].append(thing)
    return things


def position(atlas: Atlas, thing: Thing, field: str | None = None) -> Position:
    """Where a thing, or one of its fields, is written; the nearest part above it where the field is absent."""
    if isinstance(thing.model, Observation):
        return Position(thing.file, thing.model.line, 1)
    source = atlas.sources.get(thing.file)
    if source is None:
        return Position(thing.file, 1, 1)
    inside = tuple(field.split(".")) if field else ()
    return Position(thing.file, *source.locate((*thing.path, *inside)))


def _all(atlas: Atlas, other: Atlas) -> Iterator[Thing]:
    yield from _catalog(atlas, other)
    for journey in _changed(atlas.journeys, other.journeys):
        yield from _journey(journey)
    for persona in _changed(atlas.personas, other.personas):
        yield _document("persona", persona, persona.name)
    for opportunity in _changed(atlas.opportunities, other.opportunities):
        yield from _opportunity(opportunity)
    for study in _changed(atlas.evidence, other.evidence):
        yield from _study(study)


def _changed(mine: Mapping[str, Item], others: Mapping[str, Item]) -> Iterator[Item]:
    for id, item in mine.items():
        found = others.get(id)
        if found is not item and found != item:
            yield item


def _document(entity: str, model: Document, name: str) -> Thing:
    return Thing(entity, model.id, model.id, name, model, model.path)


def _catalog(atlas: Atlas, other: Atlas) -> Iterator[Thing]:
    catalog = atlas.catalog
    if catalog != other.catalog:
        yield Thing("atlas", "catalog", "catalog", catalog.name, catalog, catalog.path)
    folder = dirname(catalog.path)
    for entity, field in CATALOG_LISTS.items():
        for number, item in enumerate(getattr(catalog, field), 1):
            thing = Thing(entity, item.id, item.id, item.name, item, catalog.path, (field, number - 1), None, number)
            if catalog != other.catalog:
                yield thing
            if entity == "metric":
                yield from _figures(thing, folder, atlas, other)


def _figures(metric: Thing, folder: str, atlas: Atlas, other: Atlas) -> Iterator[Thing]:
    """The rows of a metric's file, with the metric itself where the catalog gives it no other reason to be there."""
    rows = atlas.observations.get(metric.id, ())
    if rows == other.observations.get(metric.id, ()):
        return
    if atlas.catalog == other.catalog:
        yield metric
    for number, row in enumerate(rows, 1):
        key = f"{row.date}/{row.segment}" if row.segment else f"{row.date}"
        file = f"{folder}/metrics/{metric.id}.csv"
        yield Thing("figure", f"{metric.id}/{key}", key, metric.name, row, file, (), metric, number)


def _journey(journey: Journey) -> Iterator[Thing]:
    root = _document("journey", journey, journey.title)
    yield root
    seen: dict[str, int] = {}
    for at, stage in enumerate(journey.stages):
        place: tuple[str | int, ...] = ("stages", at)
        id = f"{journey.id}/{stage.stage}"
        column = Thing("stage", id, stage.stage, stage.name or "", stage, journey.path, place, root, at + 1)
        yield column
        for number, step in enumerate(stage.steps, 1):
            name = step.id or step.name
            seen[name] = seen.get(name, 0) + 1
            suffix = f" ({seen[name]})" if seen[name] > 1 else ""
            yield from _step(step, column, f"{journey.id}/{name}{suffix}", number)


def _step(step: Step, stage: Thing, id: str, number: int) -> Iterator[Thing]:
    path = (*stage.path, "steps", number - 1)
    thing = Thing("step", id, step.id, step.name, step, stage.file, path, stage, number)
    yield thing
    for at, pain in enumerate(step.pains):
        if isinstance(pain, Pain):
            place = (*path, "pains", at)
            yield Thing("pain", pain.id, pain.id, pain.title, pain, stage.file, place, thing, at + 1)


def _opportunity(opportunity: Opportunity) -> Iterator[Thing]:
    root = _document("opportunity", opportunity, opportunity.title)
    yield root
    for at, solution in enumerate(opportunity.solutions):
        id, path = f"{root.id}/{solution.id}", ("solutions", at)
        thing = Thing("solution", id, solution.id, solution.name, solution, root.file, path, root, at + 1)
        yield thing
        if solution.experiment:
            inner = (*path, "experiment")
            yield Thing("experiment", id, "experiment", solution.name, solution.experiment, root.file, inner, thing)


def _study(study: Evidence) -> Iterator[Thing]:
    root = _document("evidence", study, study.title)
    yield root
    for at, finding in enumerate(study.findings):
        id, path = f"{root.id}/{finding.id}", ("findings", at)
        yield Thing("finding", id, finding.id, finding.text, finding, root.file, path, root, at + 1)
