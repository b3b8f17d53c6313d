"""The pages of a preview: each with a bar on top that says what changed on it.

Marks on the map and badges beside names are values in the views (see `site.map.marks` and `PageContext.badge`).
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from mkdocs_journeys.site.changes.overlay import Overlay
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.page import Asset, Page, Section

TEMPLATE = "compared.html.j2"
CHANGES = "changes.md"
MAX_LISTED = 30


def previewed(site: SiteContext, item: Page | Asset) -> Page | Asset:
    """The page with its bar; anything as it is on a site that is not compared."""
    overlay = site.overlay
    if overlay is None or not isinstance(item, Page):
        return item
    return replace(item, draw=partial(_sections, overlay, site, item))


def _sections(overlay: Overlay, site: SiteContext, page: Page) -> Iterator[Section]:
    bar = _bar(overlay, site.at(page.uri), page)
    for section in page.draw():
        yield section._replace(html=bar + section.html)
        bar = Markup()


def _bar(overlay: Overlay, context: PageContext, page: Page) -> Markup:
    found = overlay.pages.get(page.uri, [])
    href = context.to(CHANGES) if page.kind != "changes" else None
    if page.kind == "changes" or not (found or page.thing):
        return context.render(TEMPLATE, base=overlay.base, placed=None, more=0, href=href)
    placed = [(one.mark, one.anchor) for one in found[:MAX_LISTED]]
    return context.render(TEMPLATE, base=overlay.base, placed=placed, more=len(found) - len(placed), href=href)
