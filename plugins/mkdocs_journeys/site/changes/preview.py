"""A page of a preview: the page as it always is, with the change laid over its finished HTML.

So the templates know nothing of previews, and a site that is not compared pays nothing for them.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.anchors import place_of
from mkdocs_journeys.site.changes.badges import at_anchors, at_links
from mkdocs_journeys.site.changes.lookup import badges_of, base_of, changes_on, marks_of
from mkdocs_journeys.site.changes.mark import Badge
from mkdocs_journeys.site.changes.over_map import over_map
from mkdocs_journeys.site.page import Asset, Page, Section
from mkdocs_journeys.site.world import Desk, World

TEMPLATE = "compared.html.j2"
CHANGES = "changes.md"
MAP = "journey-map"
MOST_LISTED = 30
_MAP_ANCHORS = ("step-", "stage-")


def previewed(world: World, item: Page | Asset) -> Page | Asset:
    """The same page with its changes marked; anything as it is where nothing is compared."""
    if not isinstance(item, Page) or base_of(world) is None:
        return item
    return replace(item, draw=partial(_sections, world, item))


def _sections(world: World, page: Page) -> Iterator[Section]:
    desk = world.at(page.uri)
    lay = partial(_laid_over, desk, _anchors(world, page.uri), _links(desk))
    for number, section in enumerate(page.draw()):
        html = lay(section.html) if page.uri != CHANGES else section.html
        journey = _journey(desk) if section.anchor == MAP else None
        if journey:
            html = over_map(html, marks_of(world, journey.id), journey, desk)
        yield section._replace(html=_bar(desk) + html if number == 0 else html)


def _laid_over(desk: Desk, anchors: dict[str, Markup], links: dict[str, Markup], html: Markup) -> Markup:
    return at_links(at_anchors(html, anchors), links)


def _bar(desk: Desk) -> Markup:
    placed = changes_on(desk.world, desk.uri).placed
    if desk.uri == CHANGES or not (placed or _is_of_one_thing(desk)):
        href = desk.to(CHANGES) if desk.uri != CHANGES else None
        return desk.render(TEMPLATE, base=base_of(desk.world), placed=None, more=0, href=href)
    shown, more = placed[:MOST_LISTED], max(0, len(placed) - MOST_LISTED)
    return desk.render(TEMPLATE, base=base_of(desk.world), placed=shown, more=more, href=desk.to(CHANGES))


def _anchors(world: World, uri: str) -> dict[str, Markup]:
    """The badges of places on this page, but for those of its map."""
    anchors = changes_on(world, uri).anchors
    return {id: _badge(world, badge) for id, badge in anchors.items() if not id.startswith(_MAP_ANCHORS)}


def _links(desk: Desk) -> dict[str, Markup]:
    """The badges of changed things by the addresses that lead to them; none on the page of a thing itself."""
    if _is_of_one_thing(desk):
        return {}
    places = ((place_of(desk.atlas, *key), badge) for key, badge in badges_of(desk.world).items() if key[0] != "atlas")
    return {desk.to(*place): _badge(desk.world, badge) for place, badge in places if place and place[0] != desk.uri}


def _badge(world: World, badge: Badge) -> Markup:
    macro = world.templates.get_template("macros/changes.html.j2").module
    return Markup(macro.change_badge(badge))  # type: ignore[attr-defined]  # noqa: S704 - a macro of ours


def _is_of_one_thing(desk: Desk) -> bool:
    folder, _, name = desk.uri.removesuffix(".md").partition("/")
    things = {"journeys": desk.atlas.journeys, "personas": desk.atlas.personas}
    things |= {"opportunities": desk.atlas.opportunities, "evidence": desk.atlas.evidence}
    return name in things.get(folder, {}) or (folder == "metrics" and name in desk.atlas.metrics)


def _journey(desk: Desk) -> Journey | None:
    return desk.atlas.journeys.get(desk.uri.removeprefix("journeys/").removesuffix(".md"))
