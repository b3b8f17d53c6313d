"""The pages of a preview: finished pages with a bar on top and badges at changed things.

Marks on the map are values in its views (see `site.map.marks`). Badges go by addresses, which are permanent: after
links to changed things, and at the elements whose ids are the anchors of changed things.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from markupsafe import Markup, escape

from mkdocs_journeys.diff.compare import Change
from mkdocs_journeys.site.addresses import address_of
from mkdocs_journeys.site.changes.journey_marks import JourneyMarks
from mkdocs_journeys.site.changes.marks import ChangeBadge, ChangeMark, badge_of
from mkdocs_journeys.site.changes.overlay import Key, Overlay
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.page import Asset, Page, Section

TEMPLATE = "compared.html.j2"
MACROS = "macros/changes.html.j2"
CHANGES = "changes.md"
MAX_LISTED = 30
_MAP_ANCHORS = ("step-", "stage-")
_LINK = re.compile(r'<svg\b.*?</svg>|<a\b[^>]*?\bhref="([^"]*)"[^>]*>.*?</a>', re.S)
"""A link, or a whole drawing, in which no badge can stand."""
_ELEMENT = re.compile(r'<(?P<tag>[a-z0-9]+)\b[^>]*?\bid="(?P<id>[^"]*)"[^>]*>')
_HEAD = re.compile(r"<th\b[^>]*>")

Parts = Mapping[tuple[str, ...], Any]
"""The parts of an overlay by key; empty for a site that is not compared."""
_BASE, _ALL, _PAGE, _JOURNEY, _BADGES = "base", "all", "page", "journey", "badges"


@dataclass(frozen=True, slots=True)
class ComparedBase:
    """The revision that the site is compared with: its name as the user gave it, and its short hash."""

    name: str
    commit: str


@dataclass(frozen=True, slots=True)
class PageChanges:
    """The changes of one page, each with its anchor there, and the badge of each anchor with changes."""

    placed: tuple[tuple[ChangeMark, str], ...] = ()
    anchors: Mapping[str, ChangeBadge] = field(default_factory=dict)


def parts_of(overlay: Overlay | None) -> Parts:
    """An overlay as parts that pages look up one by one, so that a cached page depends on its own parts only."""
    if overlay is None:
        return {}
    parts: dict[tuple[str, ...], Any] = {(_BASE,): ComparedBase(overlay.base, overlay.commit[:10]), (_ALL,): overlay}
    parts |= {(_PAGE, uri): _page_changes(overlay, uri) for uri in overlay.pages}
    parts |= {(_JOURNEY, id): marks for id, marks in overlay.journeys.items()}
    return parts | {(_BADGES,): overlay.badges}


def base_of(site: SiteContext) -> ComparedBase | None:
    """The base of the comparison; None for a site that is not compared."""
    found: ComparedBase | None = _part(site, _BASE)
    return found


def whole_of(site: SiteContext) -> Overlay | None:
    """The whole overlay, for the page of changes."""
    found: Overlay | None = _part(site, _ALL)
    return found


def changes_on(site: SiteContext, uri: str) -> PageChanges:
    """The changes of a page."""
    found: PageChanges | None = _part(site, _PAGE, uri)
    return found or PageChanges()


def marks_of(site: SiteContext, journey: str) -> JourneyMarks | None:
    """The marks of a journey; None if it has none."""
    found: JourneyMarks | None = _part(site, _JOURNEY, journey)
    return found


def previewed(site: SiteContext, item: Page | Asset) -> Page | Asset:
    """The page with its bar and badges; anything as it is on a site that is not compared."""
    if not isinstance(item, Page) or base_of(site) is None:
        return item
    return replace(item, draw=partial(_sections, site, item))


def at_links(html: Markup, badges: Mapping[str, Markup]) -> Markup:
    """The HTML with a badge after the first link to each of these addresses, drawings left out."""
    wanted = {str(escape(href)): badge for href, badge in badges.items()}

    def with_badge(link: re.Match[str]) -> str:
        badge = wanted.pop(link[1], None) if link[1] else None
        return f"{link[0]} {badge}" if badge else link[0]

    return Markup(_LINK.sub(with_badge, html)) if wanted else html  # noqa: S704 - ours and a badge


def at_anchors(html: Markup, badges: Mapping[str, Markup]) -> Markup:
    """The HTML with a badge at the start of each element with one of these ids; in a table row, of its head cell."""
    for element in reversed(list(_ELEMENT.finditer(html)) if badges else []):
        badge = badges.get(element["id"])
        head = _HEAD.search(html, element.end()) if badge and element["tag"] == "tr" else None
        if badge:
            at = (head or element).end()
            html = html[:at] + badge + Markup(" ") + html[at:]
    return html


def _part(site: SiteContext, *key: str) -> Any:
    return site.cached(site.settings.changes).get(key)


def _page_changes(overlay: Overlay, uri: str) -> PageChanges:
    placed = [(one, one.address[1]) for one in overlay.placed if one.address and one.address[0] == uri]
    by_anchor: dict[str, list[Change]] = {}
    for one, anchor in placed:
        by_anchor.setdefault(anchor, []).append(one.change)
    anchors = {anchor: badge_of(found, found[0].entity) for anchor, found in by_anchor.items() if anchor}
    return PageChanges(tuple((one.mark, anchor) for one, anchor in placed), anchors)


def _sections(site: SiteContext, page: Page) -> Iterator[Section]:
    context = site.at(page.uri)
    anchors, links = _anchors(context), _links(context, page)
    for number, section in enumerate(page.draw()):
        html = section.html if page.kind == "changes" else at_links(at_anchors(section.html, anchors), links)
        yield section._replace(html=_bar(context, page) + html if number == 0 else html)


def _bar(context: PageContext, page: Page) -> Markup:
    placed = changes_on(context.site, page.uri).placed
    base, href = base_of(context.site), context.to(CHANGES) if page.kind != "changes" else None
    if page.kind == "changes" or not (placed or page.thing):
        return context.render(TEMPLATE, base=base, placed=None, more=0, href=href)
    more = max(0, len(placed) - MAX_LISTED)
    return context.render(TEMPLATE, base=base, placed=placed[:MAX_LISTED], more=more, href=href)


def _anchors(context: PageContext) -> dict[str, Markup]:
    """The badges of anchors on this page, except those of its map."""
    anchors = changes_on(context.site, context.uri).anchors
    return {id: _badge(context, badge) for id, badge in anchors.items() if not id.startswith(_MAP_ANCHORS)}


def _links(context: PageContext, page: Page) -> dict[str, Markup]:
    """The badges of changed things by the links to them; none on the page of a thing."""
    if page.thing:
        return {}
    badges: Mapping[Key, ChangeBadge] = _part(context.site, _BADGES) or {}
    found = ((address_of(context.atlas, *key), badge) for key, badge in badges.items() if key[0] != "atlas")
    return {context.to(*to): _badge(context, badge) for to, badge in found if to and to[0] != page.uri}


def _badge(context: PageContext, badge: ChangeBadge) -> Markup:
    return context.macro(MACROS, "change_badge", badge)
