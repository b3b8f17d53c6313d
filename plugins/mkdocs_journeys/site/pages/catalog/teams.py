"""A team as a card of the catalogue, with everything that it owns."""

import re
from dataclasses import dataclass
from functools import partial

from mkdocs_journeys.insight.teams import TeamWork, work_by_team
from mkdocs_journeys.model import Team
from mkdocs_journeys.site.collection import thing_link
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import FirstLinks, NamedLink, PainCard, first_links, journey_link, pain_card
from mkdocs_journeys.site.rendering.numbers import latest_figure
from mkdocs_journeys.site.rendering.richtext import words_of

WORST, MOST = 6, 16
"""How many of a team's open pains stand on its card, and how many of anything else."""
_MAIL = re.compile(r"[^@\s<>\x22]+@[^@\s<>\x22]+")


@dataclass(frozen=True, slots=True)
class ScoredLink:
    """A thing by name with its score."""

    named: NamedLink
    score: int
    band: str


@dataclass(frozen=True, slots=True)
class TeamCard:
    """A team and everything it owns. `mail` is the contact where that is an address; `steps` are of today."""

    anchor: str
    name: str
    contact: str
    mail: str
    codeowner: str
    steps: int
    journeys: FirstLinks
    touchpoints: FirstLinks
    pains: tuple[PainCard, ...]
    open_pains: int
    backlog: str
    opportunities: tuple[ScoredLink, ...]
    more_opportunities: int
    metrics: FirstLinks

    @property
    def idle(self) -> bool:
        """Whether it owns nothing at all."""
        named = self.journeys.shown or self.touchpoints.shown or self.metrics.shown
        return not (named or self.pains or self.opportunities)


def team_cards(context: PageContext) -> list[TeamCard]:
    """The teams in the catalog's order."""
    works = context.site.cached(work_by_team)
    return [_team_card(context, team, works[team.id]) for team in context.atlas.catalog.teams]


def _team_card(context: PageContext, team: Team, work: TeamWork) -> TeamCard:
    contact = team.contact or ""
    return TeamCard(
        anchor=f"team-{team.id}",
        name=team.name,
        contact=contact,
        mail=f"mailto:{contact}" if _MAIL.fullmatch(contact) else "",
        codeowner=team.codeowner or "",
        steps=work.steps,
        journeys=first_links(work.journeys, MOST, partial(journey_link, context)),
        touchpoints=first_links(work.touchpoints, MOST, lambda one: thing_link(context, "touchpoint", one.id)),
        pains=tuple(pain_card(context, item) for item in work.pains[:WORST]),
        open_pains=len(work.pains),
        backlog=f"{context.to('pains.md')}?team={team.id}#backlog",
        opportunities=tuple(
            ScoredLink(
                thing_link(context, "opportunity", item.opportunity.id, item.opportunity.status.replace("-", " ")),
                item.score.shown,
                item.score.band,
            )
            for item in work.opportunities[:MOST]
        ),
        more_opportunities=max(0, len(work.opportunities) - MOST),
        metrics=first_links(
            work.metrics, MOST, lambda one: thing_link(context, "metric", one.id, latest_figure(context.atlas, one.id))
        ),
    )


def search_words_of_team(card: TeamCard) -> str:
    """What search finds a team by."""
    owned = (*card.journeys.shown, *card.touchpoints.shown, *card.metrics.shown)
    return words_of(card.contact, card.codeowner, *(one.name for one in owned))
