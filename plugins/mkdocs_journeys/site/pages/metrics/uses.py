"""What names a metric: journeys and their parts, opportunities, and experiments."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.addresses import stage_anchor, step_anchor


class MetricUse(NamedTuple):
    """A journey that names a metric, or the stage or step of one that `name` calls, with its anchor."""

    journey: str
    name: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class MetricUses:
    """Everything that names a metric: parts of journeys, ids of opportunities, and experiments.

    A trial is (opportunity id, number of the solution from 0).
    """

    journeys: dict[MetricUse, None] = field(default_factory=dict)
    opportunities: dict[str, None] = field(default_factory=dict)
    trials: list[tuple[str, int]] = field(default_factory=list)


def uses_by_metric(atlas: Atlas) -> Mapping[str, MetricUses]:
    """Metric id to everything that names it, found in one pass over the atlas."""
    found: defaultdict[str, MetricUses] = defaultdict(MetricUses)
    for journey in atlas.journeys.values():
        for metric, use in _uses_in(atlas, journey):
            found[metric].journeys[use] = None
    for item in atlas.opportunities.values():
        for metric in item.metrics:
            found[metric].opportunities[item.id] = None
        for index, solution in enumerate(item.solutions):
            if solution.experiment and solution.experiment.metric:
                uses = found[solution.experiment.metric]
                uses.opportunities[item.id] = None
                uses.trials.append((item.id, index))
    return found


def _uses_in(atlas: Atlas, journey: Journey) -> Iterator[tuple[str, MetricUse]]:
    for metric in journey.metrics:
        yield metric, MetricUse(journey.id)
    for stage_number, stage in enumerate(journey.stages, 1):
        if stage.metrics or stage.volume:
            use = MetricUse(journey.id, atlas.stage_name(stage), stage_anchor(stage_number))
            yield from ((metric, use) for metric in (*stage.metrics, stage.volume) if metric)
    for place in atlas.places[journey.id]:
        for metric in place.step.metrics:
            yield metric, MetricUse(journey.id, place.step.name, step_anchor(place.number))
