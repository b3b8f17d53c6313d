"""Whose figures are counted in another way than before."""

from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.differences import ChangeKind, Difference
from mkdocs_journeys.diff.entities import Entity
from mkdocs_journeys.model import Measure
from mkdocs_journeys.model.measuring import DataSource, Definition


def counted_anew(differences: Iterable[Difference], old: Atlas, new: Atlas) -> frozenset[str]:
    """The metrics of the new atlas whose figures are counted in another way than before.

    Their definition is another one, or something is said in another way of its source, or of all definitions.
    """
    found: set[str] = set()
    for one in differences:
        if one.kind in (ChangeKind.RENAMED, ChangeKind.MOVED) or one.field == "comments":
            continue
        for entity, atlas in ((one.base, old), (one.head, new)):
            if entity and isinstance(entity.model, Definition | DataSource | Measure):
                found.update(_metrics_of(entity, atlas))
    return frozenset(found)


def _metrics_of(entity: Entity, atlas: Atlas) -> Iterator[str]:
    """The metrics whose figures depend on an entity of measure.yml."""
    measure: Any = atlas.measure
    for metric, path in measure.metrics_given() if measure else ():
        definition = getattr(measure, str(path[0]))[path[1]]
        is_of_source = isinstance(entity.model, DataSource) and definition.source == entity.id
        if definition is entity.model or is_of_source or isinstance(entity.model, Measure):
            yield metric
