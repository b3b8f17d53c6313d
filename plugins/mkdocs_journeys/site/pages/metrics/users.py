"""Who follows a metric: journeys, stages, steps, opportunities, and the experiments that try to move it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas, StepLocation
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.anchors import stage_anchor, step_anchor
from mkdocs_journeys.site.named import Named, Some, some
from mkdocs_journeys.site.world import Desk

MOST = 40
"""How many journeys or opportunities the page names."""


class Follower(NamedTuple):
    """A journey, or the stage or step of one that `name` calls, with its anchor."""

    journey: str
    name: str = ""
    anchor: str = ""


class Trial(NamedTuple):
    """A solution whose experiment uses the metric: `number` counts the opportunity's solutions from 0."""

    opportunity: str
    number: int


@dataclass(frozen=True, slots=True)
class MetricUsers:
    """All that names a metric: parts of journeys, ids of opportunities, and experiments."""

    journeys: dict[Follower, None] = field(default_factory=dict)
    opportunities: dict[str, None] = field(default_factory=dict)
    trials: list[Trial] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class TrialView:
    """An experiment on a metric, numbered from 1 as on the chart."""

    number: int
    name: str
    href: str
    started: date
    ended: date | None
    decision: str


def users_by_metric(atlas: Atlas) -> Mapping[str, MetricUsers]:
    """Metric id to its users, found in one pass over the atlas."""
    found: defaultdict[str, MetricUsers] = defaultdict(MetricUsers)
    measured: defaultdict[str, list[StepLocation]] = defaultdict(list)
    for place in atlas.steps_having("metrics"):
        measured[place.journey.id].append(place)
    for journey in atlas.journeys.values():
        for metric, follower in _of_journey(atlas, journey, measured.get(journey.id, ())):
            found[metric].journeys[follower] = None
    for item in atlas.opportunities.values():
        for metric in item.metrics:
            found[metric].opportunities[item.id] = None
        for number, solution in enumerate(item.solutions):
            if solution.experiment and solution.experiment.metric:
                users = found[solution.experiment.metric]
                users.opportunities[item.id] = None
                users.trials.append(Trial(item.id, number))
    return found


def journeys_of(desk: Desk, users: MetricUsers) -> Some:
    """The journeys, stages and steps that name the metric."""

    def named(follower: Follower) -> Named:
        id, name, anchor = follower
        title, href = desk.atlas.journeys[id].title, desk.to(f"journeys/{id}.md", anchor)
        return Named(name, href, title) if name else Named(title, href)

    return some(users.journeys, MOST, named)


def opportunities_of(desk: Desk, users: MetricUsers) -> Some:
    """The opportunities that name the metric, or try to move it."""
    items = desk.atlas.opportunities
    return some(users.opportunities, MOST, lambda id: Named(items[id].title, desk.to_thing("opportunity", id)))


def trials_of(desk: Desk, users: MetricUsers) -> tuple[TrialView, ...]:
    """The experiments that have begun, the earliest first."""
    found = [(desk.atlas.opportunities[id], number) for id, number in users.trials]
    begun = [
        (tried.started, tried.ended, tried.decision or "", item, item.solutions[number])
        for item, number in found
        if (tried := item.solutions[number].experiment) and tried.started and tried.started <= desk.world.settings.today
    ]
    begun.sort(key=lambda one: one[0])
    return tuple(
        TrialView(number, solution.name, desk.to_thing("opportunity", item.id), started, ended, decision)
        for number, (started, ended, decision, item, solution) in enumerate(begun, 1)
    )


def _of_journey(atlas: Atlas, journey: Journey, steps: Iterable[StepLocation]) -> Iterator[tuple[str, Follower]]:
    for metric in journey.metrics:
        yield metric, Follower(journey.id)
    for stage_number, stage in enumerate(journey.stages, 1):
        if stage.metrics or stage.volume:
            follower = Follower(journey.id, atlas.stage_name(stage), stage_anchor(stage_number))
            yield from ((metric, follower) for metric in (*stage.metrics, stage.volume) if metric)
    for place in steps:
        follower = Follower(journey.id, place.step.name, step_anchor(place.number))
        yield from ((metric, follower) for metric in place.step.metrics)
