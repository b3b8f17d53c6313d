"""Flatten an atlas into comparable entities: journeys, steps, pains, figures …"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname
from typing import Any, TypeVar

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.load.files import MEASURE
from mkdocs_journeys.model import (
    Document,
    Evidence,
    Journey,
    Measure,
    Model,
    Observation,
    Opportunity,
    Pain,
    Step,
    Withheld,
)
from mkdocs_journeys.model.measuring.document import LISTS
from mkdocs_journeys.problem import Position
from mkdocs_journeys.vocabulary import CATALOG_LISTS as KIND_OF_LIST
from mkdocs_journeys.vocabulary import DOCUMENTS

Item = TypeVar("Item")
Plain = Any
"""A JSON value; a date is its ISO text."""

CATALOG_LISTS: Mapping[str, str] = {
    "catalog-stage" if kind == "stage" else kind: name for name, kind in KIND_OF_LIST.items()
}
"""Kinds of catalog entities to the list that holds them; a `stage` without more is that of a journey."""
PARTS = ("stage", "step", "pain", "solution", "experiment", "finding")
MEASURED = ("measure", "source", "definition", "observed-journey")
ENTITY_KINDS = ("atlas", *CATALOG_LISTS, "figure", *DOCUMENTS, *PARTS, *MEASURED)
"""Every kind of entity, parents before their children."""


@dataclass(frozen=True, slots=True, eq=False)
class Entity:
    """One thing of one side of a comparison, compared by identity: `match` pairs those of both sides.

    `key` is the id that its author gave it, `id` is unique among its kind in the atlas. `path` leads to it inside its
    file; `number` is its position among its siblings, from 1.
    """

    kind: str
    id: str
    key: str | None
    name: str
    model: Model | Observation | Withheld
    file: str
    path: tuple[str | int, ...] = ()
    parent: "Entity | None" = None
    number: int = 1

    @property
    def journey(self) -> Journey | None:
        """The journey that it is, or is part of."""
        if isinstance(self.model, Journey):
            return self.model
        return self.parent.journey if self.parent else None

    @property
    def root(self) -> "Entity":
        """The topmost entity around it: a document or an entry of the catalog."""
        return self.parent.root if self.parent else self


Entities = Mapping[str, list[Entity]]
"""Entities by kind, each list in the order of the files."""


def entities_of(atlas: Atlas, other: Atlas) -> Entities:
    """The entities of an atlas by kind, without those of documents equal to their counterpart in `other`."""
    entities: dict[str, list[Entity]] = {kind: [] for kind in ENTITY_KINDS}
    for entity in _all(atlas, other):
        entities[entity.kind].append(entity)
    return entities


def position_of(atlas: Atlas, entity: Entity, field: str | None = None) -> Position:
    """The position of an entity or of one of its fields; of the nearest enclosing value if the field is absent."""
    if isinstance(entity.model, Observation | Withheld):
        return Position(entity.file, entity.model.line, 1)
    source = atlas.sources.get(entity.file)
    if source is None:
        return Position(entity.file, 1, 1)
    return Position(entity.file, *source.locate((*entity.path, *_path_inside(entity, field or ""))))


def _path_inside(entity: Entity, field: str) -> tuple[str | int, ...]:
    """Where a field is in its entity; figures go by their names, and stand in a list."""
    head, _, name = field.partition(".")
    if head == "figures":
        at = [number for number, figure in enumerate(getattr(entity.model, head, ())) if figure.name == name]
        return (head, *at[:1])
    return tuple(field.split(".")) if field else ()


def _all(atlas: Atlas, other: Atlas) -> Iterator[Entity]:
    yield from _catalog(atlas, other)
    for journey in _changed(atlas.journeys, other.journeys):
        yield from _journey(journey)
    for persona in _changed(atlas.personas, other.personas):
        yield _document("persona", persona, persona.name)
    for opportunity in _changed(atlas.opportunities, other.opportunities):
        yield from _opportunity(opportunity)
    for study in _changed(atlas.evidence, other.evidence):
        yield from _study(study)
    if atlas.measure and atlas.measure != other.measure:
        yield from _measure(atlas.measure, atlas)


def _changed(mine: Mapping[str, Item], others: Mapping[str, Item]) -> Iterator[Item]:
    for id, item in mine.items():
        found = others.get(id)
        if found is not item and found != item:
            yield item


def _document(kind: str, model: Document, name: str) -> Entity:
    return Entity(kind, model.id, model.id, name, model, model.path)


def _catalog(atlas: Atlas, other: Atlas) -> Iterator[Entity]:
    catalog = atlas.catalog
    is_changed = catalog is not other.catalog and catalog != other.catalog
    if is_changed:
        yield Entity("atlas", "catalog", "catalog", catalog.name, catalog, catalog.path)
    folder = dirname(catalog.path)
    for kind, field in CATALOG_LISTS.items():
        if not is_changed and kind != "metric":
            continue
        for number, item in enumerate(getattr(catalog, field), 1):
            entity = Entity(kind, item.id, item.id, item.name, item, catalog.path, (field, number - 1), None, number)
            if is_changed:
                yield entity
            if kind == "metric":
                yield from _figures(entity, folder, atlas, other, with_metric=not is_changed)


def _figures(metric: Entity, folder: str, atlas: Atlas, other: Atlas, *, with_metric: bool) -> Iterator[Entity]:
    """The rows of a metric's CSV file if they differ, preceded by the metric where the catalog does not yield it."""
    rows = _rows(atlas, metric.id)
    if rows == _rows(other, metric.id):
        return
    if with_metric:
        yield metric
    for number, row in enumerate(rows, 1):
        key = f"{row.date}/{row.segment}" if row.segment else f"{row.date}"
        file = f"{folder}/metrics/{metric.id}.csv"
        yield Entity("figure", f"{metric.id}/{key}", key, metric.name, row, file, (), metric, number)


def _rows(atlas: Atlas, metric: str) -> list[Observation | Withheld]:
    rows: list[Observation | Withheld] = [*atlas.observations.get(metric, ()), *atlas.withheld.get(metric, ())]
    return sorted(rows, key=lambda row: (row.date, row.line))


def _journey(journey: Journey) -> Iterator[Entity]:
    root = _document("journey", journey, journey.title)
    yield root
    seen: dict[str, int] = {}
    for at, stage in enumerate(journey.stages):
        path: tuple[str | int, ...] = ("stages", at)
        id = f"{journey.id}/{stage.key}"
        column = Entity("stage", id, stage.key, stage.name or "", stage, journey.path, path, root, at + 1)
        yield column
        for number, step in enumerate(stage.steps, 1):
            name = step.id or step.name
            seen[name] = seen.get(name, 0) + 1
            suffix = f" ({seen[name]})" if seen[name] > 1 else ""
            yield from _step(step, column, f"{journey.id}/{name}{suffix}", number)


def _step(step: Step, stage: Entity, id: str, number: int) -> Iterator[Entity]:
    path = (*stage.path, "steps", number - 1)
    entity = Entity("step", id, step.id, step.name, step, stage.file, path, stage, number)
    yield entity
    for at, pain in enumerate(step.pains):
        if isinstance(pain, Pain):
            inner = (*path, "pains", at)
            yield Entity("pain", pain.id, pain.id, pain.title, pain, stage.file, inner, entity, at + 1)


def _opportunity(opportunity: Opportunity) -> Iterator[Entity]:
    root = _document("opportunity", opportunity, opportunity.title)
    yield root
    for at, solution in enumerate(opportunity.solutions):
        id, path = f"{root.id}/{solution.id}", ("solutions", at)
        entity = Entity("solution", id, solution.id, solution.name, solution, root.file, path, root, at + 1)
        yield entity
        if solution.experiment:
            inner = (*path, "experiment")
            yield Entity("experiment", id, "experiment", solution.name, solution.experiment, root.file, inner, entity)


def _study(study: Evidence) -> Iterator[Entity]:
    root = _document("evidence", study, study.title)
    yield root
    for at, finding in enumerate(study.findings):
        id, path = f"{root.id}/{finding.id}", ("findings", at)
        yield Entity("finding", id, finding.id, finding.text, finding, root.file, path, root, at + 1)


def _measure(measure: Measure, atlas: Atlas) -> Iterator[Entity]:
    """measure.yml, its sources, its definitions by the metric that they give figures to, and its journeys."""
    root = Entity("measure", "measure", "measure", MEASURE, measure, measure.path)
    yield root
    for at, source in enumerate(measure.sources):
        path: tuple[str | int, ...] = ("sources", at)
        yield Entity("source", source.id, source.id, source.id, source, root.file, path, root, at + 1)
    for name in LISTS:
        for at, one in enumerate(getattr(measure, name)):
            given = [one.metric, *(step.metric for step in getattr(one, "steps", ()))]
            key = next(filter(None, given), None)
            metric = atlas.metrics.get(key or "")
            id, called = key or f"{name}/{at + 1}", metric.name if metric else key or name
            yield Entity("definition", id, key, called, one, root.file, (name, at), root, at + 1)
    seen: set[str] = set()
    for at, entry in enumerate(measure.journeys):
        id = f"{entry.journey}/{entry.source}" if entry.journey in seen else entry.journey
        seen.add(id)
        journey = atlas.journeys.get(entry.journey)
        called = journey.title if journey else entry.journey
        yield Entity("observed-journey", id, id, called, entry, root.file, ("journeys", at), root, at + 1)
