"""What each team owns, and the hand-offs at which a customer crosses from one team to another."""

from dataclasses import dataclass
from itertools import pairwise

from mkdocs_journeys.atlas import Atlas, LocatedPain, StepLocation
from mkdocs_journeys.insight.emotion import step_emotion
from mkdocs_journeys.insight.scoring import ScoredOpportunity, ScoredPain, ranked_opportunities, ranked_pains
from mkdocs_journeys.insight.selection import grouped, maintained_journeys, open_pains_at, present_journeys
from mkdocs_journeys.insight.things.places import places_today
from mkdocs_journeys.insight.ways import sequences
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
    """A change of teams between two steps; `emotion` and the open `pains` are those of the step after it."""

    before: StepLocation
    after: StepLocation
    from_teams: tuple[Team, ...]
    to_teams: tuple[Team, ...]
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
    places = atlas.cached(places_today, "team")
    return {
        team.id: TeamWork(
            tuple(journeys[team.id]),
            tuple(touchpoints[team.id]),
            tuple(pains[team.id]),
            tuple(opportunities[team.id]),
            tuple(metrics[team.id]),
            len(places.get(team.id, ())),
        )
        for team in atlas.catalog.teams
    }


def handoffs_of(atlas: Atlas, journey: Journey) -> list[Handoff]:
    """The hand-offs on all ways through a journey, in the order of the steps after them; one cached list.

    The customer passes from some teams to others, none of which was there before. Steps without a team are skipped.
    """
    return atlas.cached(_handoffs, journey.id)


def _handoffs(atlas: Atlas, id: str) -> list[Handoff]:
    places = atlas.places[id]
    steps = [place.step for place in places]
    teams = [atlas.teams_of(step) for step in steps]
    found: dict[tuple[int, int], Handoff] = {}
    for moments in sequences(steps):
        served = [[index for index in moment if teams[index]] for moment in moments]
        known = [(moment, {team.id: team for index in moment for team in teams[index]}) for moment in served if moment]
        for (left, before), (entered, after) in pairwise(known):
            if before.keys().isdisjoint(after):
                ends = places[left[-1]], places[entered[0]]
                pains = tuple(open_pains_at(atlas, ends[1].step))
                sides = tuple(before.values()), tuple(after.values())
                found[entered[0], left[-1]] = Handoff(*ends, *sides, step_emotion(ends[1].step), pains)
    return [found[ends] for ends in sorted(found)]


def handoffs_by_team(atlas: Atlas) -> dict[str, tuple[list[Handoff], list[Handoff]]]:
    """Team id to the hand-offs of today's journeys to it and from it, those after which customers feel worst first."""
    every = [handoff for journey in present_journeys(atlas) for handoff in handoffs_of(atlas, journey)]
    found: dict[str, tuple[list[Handoff], list[Handoff]]] = {team.id: ([], []) for team in atlas.catalog.teams}
    for handoff in sorted(every, key=lambda one: (one.emotion is None, one.emotion or 0)):
        for team in handoff.to_teams:
            found[team.id][0].append(handoff)
        for team in handoff.from_teams:
            found[team.id][1].append(handoff)
    return found
