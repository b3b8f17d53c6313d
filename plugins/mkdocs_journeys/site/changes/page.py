"""The pages of a preview: finished pages with a bar on top and badges at changed things.

Marks on the map are values in its views (see `site.map.marks`). Badges go by addresses, which are permanent: after
links to changed things, and at the elements whose ids are the anchors of changed things.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from markupsafe import Markup, escape

from mkdocs_journeys.diff import Change
from mkdocs_journeys.site.addresses import address_of
from mkdocs_journeys.site.changes.marks import ChangeBadge, badge_of
from mkdocs_journeys.site.changes.overlay import Overlay
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


def overlay_on(site: SiteContext) -> Overlay | None:
    """The overlay of a preview; None for a site that is not compared."""
    return site.cached(site.settings.changes)


def previewed(site: SiteContext, item: Page | Asset) -> Page | Asset:
    """The page with its bar and badges; anything as it is on a site that is not compared."""
    overlay = overlay_on(site)
    if overlay is None or not isinstance(item, Page):
        return item
    return replace(item, draw=partial(_sections, overlay, site, item))


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


def _sections(overlay: Overlay, site: SiteContext, page: Page) -> Iterator[Section]:
    context = site.at(page.uri)
    anchors, links = _anchors(overlay, context), _links(overlay, context, page)
    for number, section in enumerate(page.draw()):
        html = section.html if page.kind == "changes" else at_links(at_anchors(section.html, anchors), links)
        yield section._replace(html=_bar(overlay, context, page) + html if number == 0 else html)


def _bar(overlay: Overlay, context: PageContext, page: Page) -> Markup:
    found = overlay.pages.get(page.uri, [])
    href = context.to(CHANGES) if page.kind != "changes" else None
    if page.kind == "changes" or not (found or page.thing):
        return context.render(TEMPLATE, base=overlay.base, placed=None, more=0, href=href)
    placed = [(one.mark, one.anchor) for one in found[:MAX_LISTED]]
    return context.render(TEMPLATE, base=overlay.base, placed=placed, more=len(found) - len(placed), href=href)


def _anchors(overlay: Overlay, context: PageContext) -> dict[str, Markup]:
    """The badges of anchors on this page, except those of its map."""
    changes: defaultdict[str, list[Change]] = defaultdict(list)
    for one in overlay.pages.get(context.uri, []):
        if one.anchor and not one.anchor.startswith(_MAP_ANCHORS):
            changes[one.anchor].append(one.change)
    return {id: _badge(context, badge_of(found, found[0].entity)) for id, found in changes.items()}


def _links(overlay: Overlay, context: PageContext, page: Page) -> dict[str, Markup]:
    """The badges of changed things by the links to them; none on the page of a thing."""
    if page.thing:
        return {}
    found = ((address_of(context.atlas, *key), badge) for key, badge in overlay.badges.items() if key[0] != "atlas")
    return {context.to(*to): _badge(context, badge) for to, badge in found if to and to[0] != page.uri}


def _badge(context: PageContext, badge: ChangeBadge) -> Markup:
    return context.macro(MACROS, "change_badge", badge)
