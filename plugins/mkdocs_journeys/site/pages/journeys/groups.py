"""Groups of journeys: their cards in the index, and for each group the pages that hold its journeys."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from mkdocs_journeys.insight.heatmap import GroupRow, HeatRow, heat_rows, inner_groups, journeys_by_group, top_groups
from mkdocs_journeys.site.anchors import group_uri
from mkdocs_journeys.site.heat import Feeling, feeling, group_name, heat_of, journey_line
from mkdocs_journeys.site.named import Named
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.journeys.cards import journey_card
from mkdocs_journeys.site.world import Desk, World

PER_SHEET = 40
LOWEST = 3
TEMPLATE = "journeys.html.j2"


@dataclass(frozen=True, slots=True)
class GroupCard:
    """A group in short: what each stage of the lifecycle feels like, and the journeys that feel worst."""

    title: str
    href: str
    journeys: int
    feeling: Feeling
    open_pains: int
    stages: tuple[tuple[str, Feeling], ...]
    lowest: tuple[tuple[Named, Feeling], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a group: `number` of `count` from 1. `before` and `after` are links, empty at the ends."""

    number: int
    count: int
    before: str
    after: str


def group_pages(world: World, group: str, journeys: int) -> Iterator[Page]:
    """The pages of a group that holds so many journeys itself; a group of mere folders has one page too."""
    count = max(1, -(-journeys // PER_SHEET))
    for number in range(1, count + 1):
        desk = world.at(group_uri(group, number))
        yield Page(
            uri=desk.uri,
            title=group_name(group) + (f", page {number}" if number > 1 else ""),
            draw=partial(_sections, desk, group, number),
            description=f"Journeys of {world.atlas.catalog.name}",
            wide=True,
        )


def group_cards(desk: Desk, groups: Sequence[GroupRow]) -> list[GroupCard]:
    """The cards of groups."""
    return [_card(desk, group) for group in groups]


def all_groups(desk: Desk) -> list[GroupCard]:
    """The cards of the outermost groups."""
    return group_cards(desk, top_groups(desk.world.heat_map))


def _sections(desk: Desk, group: str, number: int) -> Iterator[Section]:
    journeys = desk.world.once(journeys_by_group).get(group, [])
    shown = journeys[(number - 1) * PER_SHEET : number * PER_SHEET]
    inner = desk.world.once(inner_groups).get(group, [])
    yield _head(desk, group, len(journeys), len(inner))
    if inner and number == 1:
        html = desk.render(TEMPLATE, part="groups", groups=group_cards(desk, inner))
        yield Section("groups", "Groups within", 2, html)
    rows = desk.world.once(heat_rows)
    lines = [journey_line(desk, rows[journey.id]) for journey in shown if journey.id in rows]
    if lines:
        html = desk.render(TEMPLATE, part="heat-map", heat=heat_of(desk, lines))
        yield Section("lifecycle", "Across the lifecycle", 2, html)
    if shown:
        cards = [journey_card(desk, journey) for journey in shown]
        html = desk.render(TEMPLATE, part="cards", cards=cards, sheet=_sheet(desk, group, number, len(journeys)))
        yield Section("all", "One by one", 2, html)


def _head(desk: Desk, group: str, journeys: int, inner: int) -> Section:
    parts = group.split("/")
    outer = ["/".join(parts[:depth]) for depth in range(1, len(parts))]
    crumbs = [Named("Journeys", desk.to("journeys.md")), *(Named(group_name(g), desk.to(group_uri(g))) for g in outer)]
    html = desk.render(TEMPLATE, part="group", crumbs=crumbs, title=group_name(group), journeys=journeys, inner=inner)
    return Section("group", group_name(group), 1, html, "Journeys of this group", headed=False)


def _sheet(desk: Desk, group: str, number: int, journeys: int) -> Sheet:
    count = max(1, -(-journeys // PER_SHEET))
    return Sheet(
        number,
        count,
        before=desk.to(group_uri(group, number - 1)) if number > 1 else "",
        after=desk.to(group_uri(group, number + 1)) if number < count else "",
    )


def _card(desk: Desk, group: GroupRow) -> GroupCard:
    known = [row for row in group.rows if not row.future and row.emotion is not None]
    lowest = sorted(known, key=_emotion)[:LOWEST]
    return GroupCard(
        title=group_name(group.name),
        href=desk.to(group_uri(group.name)),
        journeys=len(group.rows),
        feeling=feeling(group.emotion),
        open_pains=group.open_pains,
        stages=tuple((cell.stage.name, feeling(cell.emotion)) for cell in group.cells if cell),
        lowest=tuple((_named(desk, row), feeling(row.emotion)) for row in lowest),
    )


def _emotion(row: HeatRow) -> float:
    return row.emotion or 0


def _named(desk: Desk, row: HeatRow) -> Named:
    return Named(row.journey.title, desk.to_thing("journey", row.journey.id))
