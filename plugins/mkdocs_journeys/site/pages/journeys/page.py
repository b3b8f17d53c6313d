"""The index of journeys: a card for each by group, in the order of the lifecycle; of many, a card for each group."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from mkdocs_journeys.insight.heatmap import group_names
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.anchors import group_slug
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.home import MOST_LINES
from mkdocs_journeys.site.pages.journeys.cards import journey_card
from mkdocs_journeys.site.pages.journeys.groups import all_groups, group_pages
from mkdocs_journeys.site.world import Desk, World

TEMPLATE = "journeys.html.j2"
MOST = MOST_LINES
"""How many journeys one page shows; the groups of more have pages of their own. The home page counts as much."""


def journeys_pages(world: World) -> Iterator[Page]:
    """The index page, and the pages of groups where one page would be too long."""
    desk = world.at("journeys.md")
    in_groups = len(world.atlas.journeys) > MOST
    yield Page(
        uri=desk.uri,
        title="Journeys",
        draw=partial(_groups if in_groups else _sections, desk),
        description=f"All journeys of {world.atlas.catalog.name}",
        in_nav=True,
        wide=True,
    )
    if in_groups:
        journeys = Counter(journey.group for journey in world.atlas.journeys.values())
        for group in group_names(journeys):
            yield from group_pages(world, group, journeys[group])


def _groups(desk: Desk) -> Iterator[Section]:
    groups = all_groups(desk)
    html = desk.render(TEMPLATE, part="all-groups", count=len(desk.atlas.journeys), groups=groups)
    yield Section("journeys", "Journeys", 1, html, "Groups of journeys")


def _sections(desk: Desk) -> Iterator[Section]:
    journeys = desk.world.journeys
    groups: dict[str, list[Journey]] = {}
    for journey in sorted(journeys, key=lambda journey: journey.group != ""):
        groups.setdefault(journey.group, []).append(journey)
    yield Section("journeys", "Journeys", 1, desk.render(TEMPLATE, part="head", count=len(journeys)))
    for group, members in groups.items():
        yield _section(desk, group, members)


def _section(desk: Desk, group: str, journeys: list[Journey]) -> Section:
    cards = [journey_card(desk, journey) for journey in journeys]
    title = group.replace("-", " ").replace("/", " › ").capitalize() if group else "Across the lifecycle"
    anchor = f"group-{group_slug(group).replace('/', '-')}" if group else "all"
    return Section(anchor, title, 2, desk.render(TEMPLATE, part="cards", cards=cards, sheet=None))
