"""What each team owns, and where it works."""

from collections import Counter
from dataclasses import dataclass

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.scoring import ScoredOpportunity, ScoredPain, ranked_opportunities, ranked_pains
from mkdocs_journeys.insight.selection import grouped, maintained_journeys
from mkdocs_journeys.insight.things.places import places_today
from mkdocs_journeys.model import Journey, Metric, Opportunity, Touchpoint


@dataclass(frozen=True, slots=True)
class TeamWork:
    """What a team owns: journeys not retired, open pains and active opportunities, both by descending score.

    `ended` are its other opportunities, `closed_pains` counts its other pains. `steps` counts those of the present
    journeys at which it meets the customer.
    """

    journeys: tuple[Journey, ...]
    touchpoints: tuple[Touchpoint, ...]
    pains: tuple[ScoredPain, ...]
    closed_pains: int
    opportunities: tuple[ScoredOpportunity, ...]
    ended: tuple[Opportunity, ...]
    metrics: tuple[Metric, ...]
    steps: int


def work_by_team(atlas: Atlas) -> dict[str, TeamWork]:
    """Team id to what the team owns and where it works, for every team of the catalog."""
    journeys = grouped(maintained_journeys(atlas), lambda journey: journey.owner)
    touchpoints = grouped(atlas.catalog.touchpoints, lambda touchpoint: touchpoint.team)
    pains = grouped(ranked_pains(atlas), lambda item: item.pain.owner)
    closed = Counter(one.pain.owner for one in atlas.pains.values() if not one.pain.is_open)
    ranked = atlas.cached(ranked_opportunities)
    opportunities = grouped((item for item in ranked if item.active), lambda item: item.opportunity.owner)
    ended = grouped((item.opportunity for item in ranked if not item.active), lambda one: one.owner)
    metrics = grouped(atlas.catalog.metrics, lambda metric: metric.team)
    places = atlas.cached(places_today, "team")
    return {
        team.id: TeamWork(
            tuple(journeys[team.id]),
            tuple(touchpoints[team.id]),
            tuple(pains[team.id]),
            closed[team.id],
            tuple(opportunities[team.id]),
            tuple(ended[team.id]),
            tuple(metrics[team.id]),
            len(places.get(team.id, ())),
        )
        for team in atlas.catalog.teams
    }
