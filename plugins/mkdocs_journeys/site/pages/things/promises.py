"""The opportunities of a team: what it has promised, how far that has come and by when, and what has ended."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_journeys.insight.scoring import ScoredOpportunity
from mkdocs_journeys.model import Opportunity
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import FirstLinks, NamedLink, first_links, thing_link
from mkdocs_journeys.site.rendering.listing import separated
from mkdocs_journeys.site.rendering.numbers import day
from mkdocs_journeys.site.rendering.terms import term
from mkdocs_journeys.translation.messages import gettext as _

MOST_ENDED = 60
"""How many opportunities that have ended are named."""


class TeamPromise(NamedTuple):
    """An opportunity that a team answers for: `dates` say since when something is tried, and when a target is due."""

    link: NamedLink
    score: float
    band: str
    status: str
    dates: tuple[str, ...]
    solutions: str


def promise_rows(context: PageContext, found: Sequence[ScoredOpportunity]) -> list[TeamPromise]:
    """The rows of opportunities, in the given order."""
    return [
        TeamPromise(
            link=thing_link(context, "opportunity", item.opportunity.id),
            score=item.score.figure,
            band=item.score.band,
            status=item.opportunity.status,
            dates=tuple(_dates(context, item.opportunity)),
            solutions=separated([solution.name for solution in item.opportunity.solutions]),
        )
        for item in found
    ]


def ended_links(context: PageContext, found: Sequence[Opportunity]) -> FirstLinks:
    """Opportunities that were delivered, parked or rejected, with the day of the delivery where git tells it."""
    days = context.atlas.cached(context.site.settings.deliveries)

    def link(one: Opportunity) -> NamedLink:
        on = days.get((one.id, ""))
        return thing_link(context, "opportunity", one.id, separated([term(one.status), *([day(on)] if on else [])]))

    return first_links(found, MOST_ENDED, link)


def _dates(context: PageContext, one: Opportunity) -> Iterator[str]:
    today = context.site.settings.today
    for solution in one.solutions:
        trial = solution.experiment
        if trial and trial.ended and trial.ended >= today:
            yield _of(solution.name, _("on trial until %(date)s", date=day(trial.ended)))
        elif trial and trial.started and not trial.ended:
            yield _of(solution.name, _("on trial since %(date)s", date=day(trial.started)))
    for metric in (context.atlas.metrics[id] for id in one.metrics):
        if metric.by:
            yield _of(metric.name, _("target due on %(date)s", date=day(metric.by)))


def _of(name: str, words: str) -> str:
    return f"{_('%(label)s:', label=name)} {words}"
