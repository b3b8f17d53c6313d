"""The pages of what changed: in the last days, and in each release, over the whole atlas."""

from collections.abc import Iterator
from functools import partial

from mkdocs_journeys.history.mainline import RecentChanges
from mkdocs_journeys.history.mainline.commits import NotTold, Obstacle
from mkdocs_journeys.history.mainline.periods import ChangePeriod
from mkdocs_journeys.history.mainline.recent import PeriodChanges
from mkdocs_journeys.site.addresses import FEED_URI, RECENT_URI, days_uri, release_uri
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.links import INDEX_TITLES
from mkdocs_journeys.site.navigation import RowLink
from mkdocs_journeys.site.page import Asset, Page, Section
from mkdocs_journeys.site.pages.recent.feed import feed_of
from mkdocs_journeys.site.pages.recent.view import by_journey, by_owner, judgement_counts, stage_rows, tiles_of
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import ngettext

TEMPLATE = "recent.html.j2"
TITLE = INDEX_TITLES["recent"]


def recent_pages(site: SiteContext) -> Iterator[Page | Asset]:
    """A page for each period, and a feed of what changed day by day on a site that knows its own address."""
    recent = site.atlas.cached(site.settings.recent)
    if recent is None:
        return
    feed = FEED_URI if site.settings.url and not recent.obstacle else ""
    if recent.obstacle:
        yield _page(site, recent, None, "")
    for period in recent.periods:
        yield _page(site, recent, period, feed)
    if feed:
        yield Asset(FEED_URI, make=partial(feed_of, site, recent))


def _page(site: SiteContext, recent: RecentChanges, period: ChangePeriod | None, feed: str) -> Page:
    uri = _uri(period) if period else RECENT_URI
    is_index = uri == RECENT_URI
    return Page(
        uri=uri,
        title=_(TITLE) if is_index or not period else _long_title(period),
        kind="recent",
        draw=partial(_sections, site.at(uri), recent, period),
        description=_("What changed for customers lately, by journey and by owner."),
        in_nav=is_index,
        wide=True,
        feed=feed,
    )


def _uri(period: ChangePeriod) -> str:
    return days_uri(period.days) if period.days else release_uri(period.name, period.head)


def _short_title(period: ChangePeriod) -> str:
    return ngettext("Last %(num)s day", "Last %(num)s days", period.days) if period.days else period.name


def _long_title(period: ChangePeriod) -> str:
    if period.days:
        return ngettext("What changed in the last %(num)s day", "What changed in the last %(num)s days", period.days)
    return _("What changed in %(release)s", release=period.name)


def _sections(context: PageContext, recent: RecentChanges, period: ChangePeriod | None) -> Iterator[Section]:
    found = recent.told(period) if period else recent.obstacle or NotTold(Obstacle.NO_COMMIT)
    title = _long_title(period) if period else _(TITLE)
    head = partial(context.render, TEMPLATE, part="head", period=period, links=_links(context, recent, period))
    if isinstance(found, NotTold):
        yield Section("what-changed", title, 1, head(older=0, not_told=found))
        return
    changes = found.changes
    html = head(
        older=0 if period is None or period.days else recent.older,
        not_told=None,
        tiles=tiles_of(changes) if changes.total else (),
        counts=judgement_counts(changes.counts.items()),
        total=changes.total,
        feed=context.to(FEED_URI) if context.site.settings.url else "",
    )
    yield Section("what-changed", title, 1, html)
    yield from _lists(context, found, period)


def _lists(context: PageContext, found: PeriodChanges, period: ChangePeriod | None) -> Iterator[Section]:
    changes = found.changes
    if not changes.total:
        return
    if rows := stage_rows(context, found):
        html = context.render(TEMPLATE, part="stages", rows=rows, period=period)
        yield Section("emotions", _("How customers feel at each stage"), 2, html, searched=False)
    command = f"journeys diff {period.base[:10]} {period.head[:10]}".strip() if period else ""
    groups = by_journey(context, changes)
    html = context.render(TEMPLATE, part="groups", groups=groups, command=command, of_journeys=True)
    yield Section("by-journey", _("By journey"), 2, html, searched=False)
    groups = by_owner(context, changes)
    html = context.render(TEMPLATE, part="groups", groups=groups, command=command, of_journeys=False)
    yield Section("by-owner", _("By owner"), 2, html, searched=False)


def _links(context: PageContext, recent: RecentChanges, period: ChangePeriod | None) -> list[RowLink]:
    """Links among the pages of all periods: those of days, then the releases."""
    links = [RowLink(_short_title(one), context.to(_uri(one)), one == period) for one in recent.periods]
    return links if len(links) > 1 else []
