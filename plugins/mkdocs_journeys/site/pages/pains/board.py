"""The board: pains in columns by their status, with how long they have been there as git tells it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.history import PainHistory, pain_histories
from mkdocs_journeys.insight.scoring import Band, ScoredPain, backlog
from mkdocs_journeys.model import Pain
from mkdocs_journeys.model.scales import PainStatus
from mkdocs_journeys.site.context import PageContext, SiteContext, SiteSettings
from mkdocs_journeys.site.links import NamedLink, index_page, team_link, thing_link
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.rendering.numbers import day
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import ngettext

STATUSES: tuple[PainStatus, ...] = ("open", "accepted", "in-progress", "resolved", "wont-fix")
"""The columns, in their order."""
MOST_CARDS = 40
"""How many cards a column has; the others stand in the backlog."""


class BoardCard(NamedTuple):
    """A pain on the board. `age` says how long it has its status; `again` that it was resolved and hurts again."""

    title: str
    href: str
    score: int
    band: Band
    owner: NamedLink | None
    journey: NamedLink
    age: str
    again: str


class BoardColumn(NamedTuple):
    """The pains of a status: `total` of them, those that hurt again first, then by score; `more` have no card."""

    status: str
    total: int
    cards: tuple[BoardCard, ...]
    more: int
    href: str


def board_pages(site: SiteContext) -> Iterator[Page]:
    """The board; none for an atlas without pains."""
    if site.atlas.pains:
        yield index_page(site, "board", _sections, _("All pains by their status, and since when."))


def known_histories(atlas: Atlas, settings: SiteSettings) -> Mapping[str, PainHistory]:
    """What git tells of the pains of an atlas, by id."""
    return pain_histories(atlas.cached(settings.history).values())


def hurts_again(pain: Pain, history: PainHistory | None) -> tuple[date, date | None] | None:
    """When an open pain was resolved, and when it came back: as git tells, else by the day that its file still has."""
    if not pain.is_open:
        return None
    if history and history.reopened:
        return history.reopened
    return (pain.resolved, None) if pain.resolved else None


def _sections(context: PageContext) -> Iterator[Section]:
    histories = known_histories(context.atlas, context.site.settings)
    items = backlog(context.atlas)
    columns = tuple(_column(context, status, items, histories) for status in STATUSES)
    again = sum(hurts_again(item.pain, histories.get(item.pain.id)) is not None for item in items)
    html = context.render("board.html.j2", columns=columns, again=again, is_dated=bool(histories))
    yield Section("board", _("Pains by status"), 1, html, _("Board of pains by status"))


def _column(
    context: PageContext, status: str, items: Iterable[ScoredPain], histories: Mapping[str, PainHistory]
) -> BoardColumn:
    own = [item for item in items if item.pain.status == status]
    cards = _first([_card(context, item, histories.get(item.pain.id)) for item in own])
    link = f"{context.to('pains.md')}?{urlencode({'status': status})}#backlog"
    return BoardColumn(status, len(own), cards, len(own) - len(cards), link)


def _first(cards: Sequence[BoardCard]) -> tuple[BoardCard, ...]:
    return tuple(sorted(cards, key=lambda card: not card.again)[:MOST_CARDS])


def _card(context: PageContext, scored: ScoredPain, history: PainHistory | None) -> BoardCard:
    pain, score = scored.pain, scored.score
    return BoardCard(
        title=pain.title,
        href=context.to_thing("pain", pain.id),
        score=score.shown,
        band=score.band,
        owner=team_link(context, pain.owner),
        journey=thing_link(context, "journey", scored.located.home.journey.id),
        age=_age(pain, history, context.site.settings.today),
        again=_again(pain, history),
    )


def _age(pain: Pain, history: PainHistory | None, today: date) -> str:
    """How long it has its status, and since when the pain is known.

    A day that the file gives for its end is exact; git knows when somebody wrote the status down.
    """
    parts = []
    if pain.status == "resolved" and pain.resolved:
        parts.append(_for_days(pain.resolved, today))
    elif history and history.status == pain.status:
        is_least = history.cut and history.since == history.moments[0].day
        parts.append(_at_least(history.since, today) if is_least else _for_days(history.since, today))
    if pain.since:
        parts.append(_("known since %(date)s", date=day(pain.since)))
    return " · ".join(parts)


def _for_days(since: date, today: date) -> str:
    days = max(0, (today - since).days)
    return ngettext("for %(num)s day (since %(date)s)", "for %(num)s days (since %(date)s)", days, date=day(since))


def _at_least(since: date, today: date) -> str:
    return ngettext("for %(num)s day or longer", "for %(num)s days or longer", max(0, (today - since).days))


def _again(pain: Pain, history: PainHistory | None) -> str:
    found = hurts_again(pain, history)
    if found is None:
        return ""
    resolved, reopened = found
    if reopened is None:
        return _("resolved %(resolved)s, and open", resolved=day(resolved))
    return _("resolved %(resolved)s, open again since %(again)s", resolved=day(resolved), again=day(reopened))
