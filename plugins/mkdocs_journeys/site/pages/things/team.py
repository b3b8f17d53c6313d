"""The page of a team as its week: what hurts, what is due, hand-offs in and out, promises, and all that it owns."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from mkdocs_journeys.insight.things.due import Due, due_by_owner
from mkdocs_journeys.insight.things.handoffs import Handoff, handoffs_by_team
from mkdocs_journeys.insight.things.teams import TeamWork, work_by_team
from mkdocs_journeys.model import Team, Touchpoint
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import FirstLinks, NamedLink, first_links, journey_link, thing_link
from mkdocs_journeys.site.lists import LISTS, metric_tiles
from mkdocs_journeys.site.page import Section
from mkdocs_journeys.site.pages.things.handoffs import HandoffLine, handoff_row, team_flow
from mkdocs_journeys.site.pages.things.parts import TEMPLATE, ThingFigure, figure, pains_section
from mkdocs_journeys.site.pages.things.promises import ended_links, promise_rows
from mkdocs_journeys.site.rendering.numbers import day
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message, ngettext

MOST_HANDOFFS, MOST_OWNED = 15, 60
"""How many hand-offs in each direction have a row, and how many things of a kind are named."""
REASONS: Mapping[str, str] = {
    "review": message("last reviewed on %(day)s"),
    "expired": message("ran out on %(day)s"),
    "expires": message("runs out on %(day)s"),
    "missed": message("target missed, it was due on %(day)s"),
    "silent": message("no figure since %(day)s"),
}
NEVER: Mapping[str, str] = {"review": message("never reviewed"), "silent": message("no figure yet")}
"""Why something is due, in English: with the day, and where there is none."""


class TeamHandoffs(NamedTuple):
    """The hand-offs in one direction; `more` counts those without a row."""

    title: str
    rows: tuple[HandoffLine, ...]
    more: int


def team_figures(context: PageContext, team: Team) -> tuple[ThingFigure, ...]:
    """The counts at the head of the page, each with the place on it where the things stand."""
    work, (to, away) = _work(context, team), context.atlas.cached(handoffs_by_team)[team.id]
    pains, due, to_win = len(work.pains), len(_due(context, team)), len(work.opportunities)
    return (
        figure(ngettext("%(num)s open pain", "%(num)s open pains", pains), pains, "#pains"),
        figure(ngettext("%(num)s thing to look at", "%(num)s things to look at", due), due, "#due"),
        figure(ngettext("%(num)s hand-off to it", "%(num)s hand-offs to it", len(to)), len(to), "#hand-offs"),
        figure(ngettext("%(num)s hand-off from it", "%(num)s hand-offs from it", len(away)), len(away), "#hand-offs"),
        figure(
            ngettext("%(num)s opportunity to win", "%(num)s opportunities to win", to_win), to_win, "#opportunities"
        ),
    )


def team_sections(context: PageContext, team: Team) -> Iterator[Section]:
    """What a team has to do with, the most pressing first."""
    work = _work(context, team)
    yield from pains_section(context, work.pains, work.closed_pains, backlog=("team", team.id))
    if due := _due(context, team):
        links = tuple(_due_link(context, one) for one in due)
        html = context.macro(TEMPLATE, "named", FirstLinks(links))
        yield Section("due", _("To look at"), 2, html, searched=False, counted=str(len(due)))
    to, away = context.atlas.cached(handoffs_by_team)[team.id]
    if to or away:
        tables = [
            _handoffs(context, _("To the team"), to, lambda one: one.from_teams),
            _handoffs(context, _("From the team"), away, lambda one: one.to_teams),
        ]
        html = context.macro(TEMPLATE, "handoffs", team_flow(context, team), [table for table in tables if table.rows])
        yield Section("hand-offs", _("Hand-offs"), 2, html, searched=False, counted=str(len(to) + len(away)))
    if work.opportunities or work.ended:
        rows = promise_rows(context, work.opportunities)
        html = context.macro(TEMPLATE, "promises", rows, ended_links(context, work.ended))
        title = _("Opportunities to win") if rows else _("Opportunities")
        number = str(len(rows) or len(work.ended))
        yield Section("opportunities", title, 2, html, searched=False, counted=number)
    if work.metrics:
        html = context.macro(LISTS, "metrics", metric_tiles(context, (one.id for one in work.metrics)))
        yield Section("metrics", _("Metrics"), 2, html, searched=False, counted=str(len(work.metrics)))
    yield from _owned(context, work)


def _work(context: PageContext, team: Team) -> TeamWork:
    return context.atlas.cached(work_by_team)[team.id]


def _due(context: PageContext, team: Team) -> list[Due]:
    return context.atlas.cached(due_by_owner, context.site.settings.today).get(team.id, [])


def _due_link(context: PageContext, due: Due) -> NamedLink:
    note = _(REASONS[due.reason], day=day(due.since)) if due.since else _(NEVER[due.reason])
    return thing_link(context, due.kind, due.id, note)


def _handoffs(
    context: PageContext, title: str, handoffs: list[Handoff], others: Callable[[Handoff], Iterable[Team]]
) -> TeamHandoffs:
    rows = tuple(handoff_row(context, one, others(one)) for one in handoffs[:MOST_HANDOFFS])
    return TeamHandoffs(title, rows, len(handoffs) - len(rows))


def _owned(context: PageContext, work: TeamWork) -> Iterator[Section]:
    def touchpoint_link(one: Touchpoint) -> NamedLink:
        return thing_link(context, "touchpoint", one.id)

    lists = (
        (_("Journeys"), first_links(work.journeys, MOST_OWNED, partial(journey_link, context))),
        (_("Touchpoints"), first_links(work.touchpoints, MOST_OWNED, touchpoint_link)),
    )
    if owned := [(title, links) for title, links in lists if links.shown]:
        html = context.macro(TEMPLATE, "lists", owned)
        yield Section(
            "owns", _("Looks after"), 2, html, searched=False, counted=str(sum(links.total for _title, links in owned))
        )
