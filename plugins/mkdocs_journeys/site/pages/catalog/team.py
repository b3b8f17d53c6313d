"""A team and all that it has in its charge."""

import re
from dataclasses import dataclass

from mkdocs_journeys.insight.ranking import ScoredOpportunity
from mkdocs_journeys.insight.teams import TeamWork, work_by_team
from mkdocs_journeys.model import Metric, Team
from mkdocs_journeys.site.figures import latest_figure
from mkdocs_journeys.site.named import Named, PainCard, Some, journey_named, pain_card, some
from mkdocs_journeys.site.world import Desk

WORST, MOST = 6, 16
"""How many of a team's open pains stand on its card, and how many of anything else."""
_MAIL = re.compile(r"[^@\s<>\x22]+@[^@\s<>\x22]+")


@dataclass(frozen=True, slots=True)
class ScoredName:
    """A thing by name with its score."""

    named: Named
    score: int
    band: str


@dataclass(frozen=True, slots=True)
class TeamView:
    """A team's card. `mail` is the contact where it is an address; `steps` are those it works at today."""

    anchor: str
    name: str
    contact: str
    mail: str
    codeowner: str
    steps: int
    journeys: Some
    touchpoints: Some
    pains: tuple[PainCard, ...]
    open_pains: int
    backlog: str
    opportunities: tuple[ScoredName, ...]
    more_opportunities: int
    metrics: Some

    @property
    def idle(self) -> bool:
        """Whether it owns nothing at all."""
        named = self.journeys.shown or self.touchpoints.shown or self.metrics.shown
        return not (named or self.pains or self.opportunities)


def team_views(desk: Desk) -> list[TeamView]:
    """The teams in the catalog's order."""
    works = desk.world.once(work_by_team)
    return [_view(desk, team, works[team.id]) for team in desk.atlas.catalog.teams]


def _view(desk: Desk, team: Team, work: TeamWork) -> TeamView:
    contact = team.contact or ""
    return TeamView(
        anchor=f"team-{team.id}",
        name=team.name,
        contact=contact,
        mail=f"mailto:{contact}" if _MAIL.fullmatch(contact) else "",
        codeowner=team.codeowner or "",
        steps=work.steps,
        journeys=some(work.journeys, MOST, lambda journey: journey_named(desk, journey)),
        touchpoints=some(work.touchpoints, MOST, lambda one: Named(one.name, desk.to_thing("touchpoint", one.id))),
        pains=tuple(pain_card(desk, item) for item in work.pains[:WORST]),
        open_pains=len(work.pains),
        backlog=f"{desk.to('pains.md')}?team={team.id}#backlog",
        opportunities=tuple(_opportunity(desk, item) for item in work.opportunities[:MOST]),
        more_opportunities=max(0, len(work.opportunities) - MOST),
        metrics=some(work.metrics, MOST, lambda metric: _metric(desk, metric)),
    )


def _opportunity(desk: Desk, item: ScoredOpportunity) -> ScoredName:
    found = item.opportunity
    named = Named(found.title, desk.to_thing("opportunity", found.id), found.status.replace("-", " "))
    return ScoredName(named, item.score.shown, item.score.band)


def _metric(desk: Desk, metric: Metric) -> Named:
    return Named(metric.name, desk.to_thing("metric", metric.id), latest_figure(desk.atlas, metric.id))
