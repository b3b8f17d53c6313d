"""What each team owns, and the hand-offs at which a customer crosses from one team to another."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from mkdocs_journeys.atlas import Atlas, LocatedPain, StepLocation
from mkdocs_journeys.insight.emotion import step_emotion
from mkdocs_journeys.insight.scoring import ScoredOpportunity, ScoredPain, ranked_opportunities, ranked_pains
from mkdocs_journeys.insight.selection import grouped, is_present, maintained_journeys, open_pains_at
from mkdocs_journeys.insight.touchpoints import places_today
from mkdocs_journeys.model import Journey, Metric, Team, Touchpoint


@dataclass(frozen=True, slots=True)
class TeamWork:
    """What a team owns: journeys not retired, open pains and active opportunities, both by descending score.

    `steps` counts the steps of the present journeys at which the team meets the customer.
    """

    journeys: tuple[Journey, ...]
    touchpoints: tuple[Touchpoint, ...]
    pains: tuple[ScoredPain, ...]
    opportunities: tuple[ScoredOpportunity, ...]
    metrics: tuple[Metric, ...]
    steps: int


@dataclass(frozen=True, slots=True)
class Handoff:
    """A change of team between two steps; `emotion` and the open `pains` are those of the step after it."""

    before: StepLocation
    after: StepLocation
    from_team: Team
    to_team: Team
    emotion: float | None
    pains: tuple[LocatedPain, ...]


def work_by_team(atlas: Atlas) -> dict[str, TeamWork]:
    """Team id to what the team owns and where it works, for every team of the catalog."""
    journeys = grouped(maintained_journeys(atlas), lambda journey: journey.owner)
    touchpoints = grouped(atlas.catalog.touchpoints, lambda touchpoint: touchpoint.team)
    pains = grouped(ranked_pains(atlas), lambda item: item.pain.owner)
    active = (item for item in ranked_opportunities(atlas) if item.active)
    opportunities = grouped(active, lambda item: item.opportunity.owner)
    metrics = grouped(atlas.catalog.metrics, lambda metric: metric.team)
    steps = _steps_by_team(atlas)
    return {
        team.id: TeamWork(
            tuple(journeys[team.id]),
            tuple(touchpoints[team.id]),
            tuple(pains[team.id]),
            tuple(opportunities[team.id]),
            tuple(metrics[team.id]),
            steps[team.id],
        )
        for team in atlas.catalog.teams
    }


def handoffs_of(atlas: Atlas, journey: Journey) -> list[Handoff]:
    """The hand-offs of a journey in order. Steps without a known team are skipped."""
    known = [(place, team) for place in atlas.places[journey.id] if (team := atlas.team_of(place.step))]
    return [
        Handoff(before, after, from_team, to_team, step_emotion(after.step), tuple(open_pains_at(atlas, after.step)))
        for (before, from_team), (after, to_team) in pairwise(known)
        if from_team.id != to_team.id
    ]


def _steps_by_team(atlas: Atlas) -> Counter[str | None]:
    """Team id to the number of steps of the present journeys that it is responsible for, as `Atlas.team_of` has it."""
    found: Counter[str | None] = Counter()
    for touchpoint, places in places_today(atlas).items():
        found[atlas.touchpoints[touchpoint].team] += len(places)
    for place in atlas.steps_having("team"):
        if is_present(place.journey):
            found[place.step.team] += 1
            if place.step.touchpoint:
                found[atlas.touchpoints[place.step.touchpoint].team] -= 1
    return found
