"""Hand-offs: where a customer crosses from one team to another."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise, product
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas, LocatedPain, StepLocation, once_per_atlas
from mkdocs_journeys.insight.emotion import step_emotion
from mkdocs_journeys.insight.selection import mean, open_pains_at, present_journeys
from mkdocs_journeys.insight.ways import sequences
from mkdocs_journeys.model import Journey, Team


@dataclass(frozen=True, slots=True)
class Handoff:
    """A change of teams between two steps; `emotion` and the open `pains` are those of the step after it."""

    before: StepLocation
    after: StepLocation
    from_teams: tuple[Team, ...]
    to_teams: tuple[Team, ...]
    emotion: float | None
    pains: tuple[LocatedPain, ...]


class TeamPair(NamedTuple):
    """All hand-offs from one team to another, those after which customers feel worst first.

    `emotion` is the mean of the `known` ones, None where nothing is known; `pains` are the open ones after them.
    """

    before: Team
    after: Team
    handoffs: tuple[Handoff, ...]
    emotion: float | None
    known: int
    pains: tuple[LocatedPain, ...]


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
    found: dict[str, tuple[list[Handoff], list[Handoff]]] = {team.id: ([], []) for team in atlas.catalog.teams}
    for handoff in atlas.cached(_worst_first):
        for team in handoff.to_teams:
            found[team.id][0].append(handoff)
        for team in handoff.from_teams:
            found[team.id][1].append(handoff)
    return found


@once_per_atlas
def team_pairs(atlas: Atlas) -> dict[tuple[str, str], TeamPair]:
    """The hand-offs of today's journeys by the ids of both teams, in the order of the catalog.

    Where several teams hand over or take over together, the hand-off counts for each of them.
    """
    found: defaultdict[tuple[str, str], list[Handoff]] = defaultdict(list)
    for handoff in atlas.cached(_worst_first):
        for before, after in product(handoff.from_teams, handoff.to_teams):
            found[before.id, after.id].append(handoff)
    teams = [team.id for team in atlas.catalog.teams]
    return {ends: _pair(atlas, ends, found[ends]) for ends in product(teams, teams) if ends in found}


def _pair(atlas: Atlas, ends: tuple[str, str], handoffs: list[Handoff]) -> TeamPair:
    known = [one.emotion for one in handoffs if one.emotion is not None]
    pains = {located.pain.id: located for one in handoffs for located in one.pains}
    before, after = (atlas.teams[end] for end in ends)
    return TeamPair(before, after, tuple(handoffs), mean(known), len(known), tuple(pains.values()))


def _worst_first(atlas: Atlas) -> list[Handoff]:
    """The hand-offs of today's journeys, those after which customers feel worst first."""
    every = [handoff for journey in present_journeys(atlas) for handoff in handoffs_of(atlas, journey)]
    return sorted(every, key=lambda one: (one.emotion is None, one.emotion or 0))
