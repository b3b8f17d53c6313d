"""Who follows a metric: journeys, stages, steps, opportunities, and the experiments that try to move it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from mkdocs_journeys.atlas import places_of
from mkdocs_journeys.model import Journey, Opportunity, Solution
from mkdocs_journeys.site.anchors import stage_anchor, step_anchor
from mkdocs_journeys.site.named import Named
from mkdocs_journeys.site.world import Desk


@dataclass(frozen=True, slots=True)
class TrialView:
    """An experiment on a metric, numbered from 1 as on the chart."""

    number: int
    name: str
    href: str
    opportunity: str
    started: date
    ended: date | None
    decision: str


@dataclass(frozen=True, slots=True)
class MetricUsers:
    """All that names a metric; `trials` are solutions whose experiment uses it and has begun."""

    journeys: dict[str, Named] = field(default_factory=dict)
    opportunities: dict[str, Named] = field(default_factory=dict)
    trials: list[tuple[Opportunity, Solution]] = field(default_factory=list)


def users_by_metric(desk: Desk) -> Mapping[str, MetricUsers]:
    """Metric id to its users, found in one pass over the atlas."""
    found: defaultdict[str, MetricUsers] = defaultdict(MetricUsers)
    for journey in desk.atlas.journeys.values():
        for metric, named in _of_journey(desk, journey):
            found[metric].journeys.setdefault(named.href, named)
    for item in desk.atlas.opportunities.values():
        named = Named(item.title, desk.to_thing("opportunity", item.id))
        for metric in item.metrics:
            found[metric].opportunities[item.id] = named
        for solution in item.solutions:
            tried = solution.experiment
            if tried and tried.metric:
                found[tried.metric].opportunities.setdefault(item.id, named)
                found[tried.metric].trials.append((item, solution))
    return found


def trials_of(desk: Desk, users: MetricUsers) -> tuple[TrialView, ...]:
    """The experiments that have begun, the earliest first."""
    begun = [
        (tried.started, tried.ended, tried.decision or "", item, solution)
        for item, solution in users.trials
        if (tried := solution.experiment) and tried.started and tried.started <= desk.world.settings.today
    ]
    begun.sort(key=lambda one: one[0])
    return tuple(
        TrialView(number, solution.name, desk.to_thing("opportunity", item.id), item.title, started, ended, decision)
        for number, (started, ended, decision, item, solution) in enumerate(begun, 1)
    )


def _of_journey(desk: Desk, journey: Journey) -> Iterator[tuple[str, Named]]:
    uri = f"journeys/{journey.id}.md"
    whole = Named(journey.title, desk.to(uri))
    yield from ((metric, whole) for metric in journey.metrics)
    for number, stage in enumerate(journey.stages, 1):
        named = Named(desk.atlas.stage_name(stage), desk.to(uri, stage_anchor(number)), journey.title)
        yield from ((metric, named) for metric in stage.metrics)
        if stage.volume:
            yield stage.volume, named
    for place in places_of(journey):
        if place.step.metrics:
            named = Named(place.step.name, desk.to(uri, step_anchor(place.number)), journey.title)
            yield from ((metric, named) for metric in place.step.metrics)
