"""What a team has in its charge."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.ranking import ScoredHurt, ScoredOpportunity, ranked, ranked_opportunities
from mkdocs_journeys.insight.selection import is_present, kept_journeys
from mkdocs_journeys.insight.touchpoints import places_today
from mkdocs_journeys.model import Journey, Metric, Touchpoint

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class TeamWork:
    """What a team owns: journeys not retired, open `hurts` and opportunities still to be won, by score.

    `steps` counts those of the present journeys at which it meets the customer.
    """

    journeys: tuple[Journey, ...]
    touchpoints: tuple[Touchpoint, ...]
    hurts: tuple[ScoredHurt, ...]
    opportunities: tuple[ScoredOpportunity, ...]
    metrics: tuple[Metric, ...]
    steps: int


def team_works(atlas: Atlas) -> dict[str, TeamWork]:
    """Team id to what the team owns and where it works, for every team of the catalog."""
    journeys = _by(kept_journeys(atlas), lambda journey: journey.owner)
    touchpoints = _by(atlas.catalog.touchpoints, lambda touchpoint: touchpoint.team)
    hurts = _by(ranked(atlas), lambda item: item.pain.owner)
    active = (item for item in ranked_opportunities(atlas) if item.active)
    opportunities = _by(active, lambda item: item.opportunity.owner)
    metrics = _by(atlas.catalog.metrics, lambda metric: metric.team)
    steps = _steps_by_team(atlas)
    return {
        team.id: TeamWork(
            tuple(journeys[team.id]),
            tuple(touchpoints[team.id]),
            tuple(hurts[team.id]),
            tuple(opportunities[team.id]),
            tuple(metrics[team.id]),
            steps[team.id],
        )
        for team in atlas.catalog.teams
    }


def _steps_by_team(atlas: Atlas) -> Counter[str | None]:
    """How many steps of the present journeys each team stands behind, as `Atlas.team_of` has it."""
    found: Counter[str | None] = Counter()
    for touchpoint, places in places_today(atlas).items():
        found[atlas.touchpoints[touchpoint].team] += len(places)
    for place in atlas.steps_having("team"):
        if is_present(place.journey):
            found[place.step.team] += 1
            if place.step.touchpoint:
                found[atlas.touchpoints[place.step.touchpoint].team] -= 1
    return found


def _by(things: Iterable[Thing], team_of: Callable[[Thing], str | None]) -> defaultdict[str | None, list[Thing]]:
    """Team id to its things, in their order."""
    found: defaultdict[str | None, list[Thing]] = defaultdict(list)
    for thing in things:
        found[team_of(thing)].append(thing)
    return found
