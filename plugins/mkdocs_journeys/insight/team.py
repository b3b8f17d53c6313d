"""What a team has in its charge."""

from dataclasses import dataclass

from mkdocs_journeys.atlas import Atlas, Place, places_of
from mkdocs_journeys.insight.ranking import ScoredHurt, ScoredOpportunity, scored, scored_opportunities
from mkdocs_journeys.insight.selection import kept_journeys, present_journeys
from mkdocs_journeys.model import Journey, Metric, Team, Touchpoint


@dataclass(frozen=True, slots=True)
class TeamWork:
    """What a team owns: journeys not retired, open `hurts` and opportunities still to be won, by score.

    `places` are the steps of the present journeys at which it meets the customer.
    """

    team: Team
    journeys: tuple[Journey, ...]
    touchpoints: tuple[Touchpoint, ...]
    hurts: tuple[ScoredHurt, ...]
    opportunities: tuple[ScoredOpportunity, ...]
    metrics: tuple[Metric, ...]
    places: tuple[Place, ...]


def team_work(atlas: Atlas, team: Team) -> TeamWork:
    """What this team owns and where it works."""
    scoring = atlas.catalog.scoring
    hurts = (hurt for hurt in atlas.hurts.values() if hurt.pain.owner == team.id and hurt.pain.is_open)
    opportunities = (item for item in atlas.opportunities.values() if item.owner == team.id)
    return TeamWork(
        team,
        tuple(journey for journey in kept_journeys(atlas) if journey.owner == team.id),
        tuple(touchpoint for touchpoint in atlas.catalog.touchpoints if touchpoint.team == team.id),
        tuple(scored(hurts, scoring)),
        tuple(item for item in scored_opportunities(opportunities, scoring) if item.active),
        tuple(metric for metric in atlas.catalog.metrics if metric.team == team.id),
        tuple(_places(atlas, team)),
    )


def _places(atlas: Atlas, team: Team) -> list[Place]:
    places = (place for journey in present_journeys(atlas) for place in places_of(journey))
    return [place for place in places if (at := atlas.team_of(place.step)) and at.id == team.id]
