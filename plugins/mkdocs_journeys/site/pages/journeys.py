"""The journeys: an index with a card for each, and of many a card for each group, with pages of its journeys."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_journeys.insight.coverage import journey_freshness
from mkdocs_journeys.insight.durations import time_in_words, time_of_journey
from mkdocs_journeys.insight.emotion import mean_emotion
from mkdocs_journeys.insight.heatmap import (
    GroupRow,
    HeatMap,
    group_names,
    heat_maps,
    heat_rows,
    inner_groups,
    journeys_by_group,
    top_groups,
)
from mkdocs_journeys.insight.lifecycles import LifecycleJourneys, journeys_by_lifecycle
from mkdocs_journeys.insight.selection import grouped
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.addresses import group_slug, group_uri
from mkdocs_journeys.site.changes.marks import ChangeBadge
from mkdocs_journeys.site.charts.spark import Spark, spark
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.heatmap_view import (
    HeatMapLine,
    HeatMapPart,
    MeanEmotion,
    feeling,
    group_name,
    heat_map_view,
    journey_line,
    lifecycle_heading,
    lifecycle_name,
)
from mkdocs_journeys.site.links import BLUEPRINT, NamedLink, index_page, thing_link
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.home.page import MOST_LINES
from mkdocs_journeys.site.rendering.listing import separated
from mkdocs_journeys.translation.messages import gettext as _

TEMPLATE = "journeys.html.j2"
PER_SHEET = 40
LOWEST = 3


def journeys_pages(site: SiteContext) -> Iterator[Page]:
    """The index page, and the pages of groups where one page would be too long."""
    in_groups = len(site.atlas.journeys) > MOST_LINES
    draw = _index_of_groups if in_groups else _index_of_journeys
    yield index_page(site, "journeys", draw, _("All journeys of %(atlas)s", atlas=site.atlas.catalog.name))
    if in_groups:
        journeys = Counter(journey.group for journey in site.atlas.journeys.values())
        for group in group_names(journeys):
            yield from _group_pages(site, group, journeys[group])


def _group_pages(site: SiteContext, group: str, journeys: int) -> Iterator[Page]:
    """The pages of a group that holds so many journeys itself; a group of mere folders has one page too."""
    name = group_name(site.atlas, group)
    for number in range(1, _sheets(journeys) + 1):
        context = site.at(group_uri(group, number))
        yield Page(
            uri=context.uri,
            title=_("%(group)s, page %(number)s", group=name, number=number) if number > 1 else name,
            kind="journeys",
            draw=partial(_group_sections, context, group, number),
            description=_("Journeys of %(atlas)s", atlas=site.atlas.catalog.name),
            wide=True,
        )


class JourneyCard(NamedTuple):
    """A journey in short, with its curve; `kind` is empty for a usual one, `takes` where nobody says how long it takes.

    A blueprint of which no emotion is known has no curve.
    """

    title: str
    href: str
    persona: str
    kind: str
    objective: str
    state: str
    status: str
    owner: str
    freshness: str
    emotion: float | None
    takes: str
    steps: int
    open_pains: int
    stages: tuple[str, ...]
    spark: Spark | None
    badge: ChangeBadge | None


class GroupCard(NamedTuple):
    """A group in short: the emotion of each stage of the lifecycle, and the journeys with the lowest."""

    title: str
    lifecycle: str
    href: str
    journeys: int
    feeling: MeanEmotion
    open_pains: int
    stages: tuple[tuple[str, MeanEmotion], ...]
    lowest: tuple[tuple[NamedLink, MeanEmotion], ...]


def _index_of_journeys(context: PageContext) -> Iterator[Section]:
    cycles = journeys_by_lifecycle(context.atlas)
    html = context.render(TEMPLATE, part="head", count=len(context.atlas.journeys), cycles=len(cycles))
    yield Section("journeys", _("Journeys"), 1, html)
    for cycle in cycles:
        yield from _lifecycle_sections(context, cycle)


def _lifecycle_sections(context: PageContext, cycle: LifecycleJourneys) -> Iterator[Section]:
    """The cards of a lifecycle, those in folders apart; with a heat map where there are several lifecycles."""
    groups = grouped(sorted(cycle.journeys, key=lambda one: one.group != ""), lambda one: one.group)
    anchor, title = lifecycle_heading(cycle.id, cycle.name)
    if cycle.name:
        heats = [heat for heat in heat_maps(context.atlas) if heat.id == cycle.id]
        drawn = [_heat_map(context, heat, [journey_line(context, row) for row in heat.rows]) for heat in heats]
        yield Section(anchor, title, 2, Markup().join([*drawn, _cards(context, groups.pop("", []))]))
    for group, members in groups.items():
        slug = f"group-{group_slug(group).replace('/', '-')}"
        name = group.replace("-", " ").replace("/", " › ").capitalize()
        if cycle.name:
            yield Section(f"{anchor}-{slug}", name, 3, _cards(context, members, level=4))
        else:
            yield Section(slug if group else "all", name or title, 2, _cards(context, members))


def _heat_map(context: PageContext, heat: HeatMap, lines: Sequence[HeatMapLine]) -> Markup:
    return context.render(TEMPLATE, part="heat-map", heat=heat_map_view(context, heat, [HeatMapPart("", lines)]))


def _cards(
    context: PageContext, journeys: Sequence[Journey], level: int = 3, sheet: dict[str, object] | None = None
) -> Markup:
    """The cards of journeys, with headings of a level; nothing for none."""
    cards = [_journey_card(context, journey) for journey in journeys]
    return context.render(TEMPLATE, part="cards", cards=cards, level=level, sheet=sheet) if cards else Markup()


def _index_of_groups(context: PageContext) -> Iterator[Section]:
    heats = heat_maps(context.atlas)
    groups = [[_group_card(context, group) for group in top_groups(heat)] for heat in heats]
    html = context.render(
        TEMPLATE,
        part="all-groups",
        count=len(context.atlas.journeys),
        size=len({card.href for cards in groups for card in cards}),
        groups=groups[0] if len(heats) == 1 else (),
    )
    yield Section("journeys", _("Journeys"), 1, html, _("Groups of journeys"))
    for heat, cards in zip(heats, groups, strict=True) if len(heats) > 1 else ():
        anchor, title = lifecycle_heading(heat.id, heat.name)
        yield Section(anchor, title, 2, context.render(TEMPLATE, part="groups", groups=cards, named=False))


def _group_sections(context: PageContext, group: str, number: int) -> Iterator[Section]:
    journeys = context.atlas.cached(journeys_by_group).get(group, [])
    shown = journeys[(number - 1) * PER_SHEET : number * PER_SHEET]
    inner = context.atlas.cached(inner_groups).get(group, [])
    yield _group_head(context, group, len(journeys), len({one.name for one in inner}))
    if inner and number == 1:
        cards = [_group_card(context, one) for one in inner]
        yield Section(
            "groups", _("Groups within"), 2, context.render(TEMPLATE, part="groups", groups=cards, named=True)
        )
    rows = context.atlas.cached(heat_rows)
    here = [rows[journey.id] for journey in shown if journey.id in rows]
    for heat in heat_maps(context.atlas):
        if lines := [journey_line(context, row) for home, row in here if home is heat]:
            anchor, title = lifecycle_heading(heat.id, heat.name)
            yield Section(anchor, title, 2, _heat_map(context, heat, lines))
    if shown:
        sheet = _sheet(context, group, number, len(journeys))
        yield Section("all", _("One by one"), 2, _cards(context, shown, sheet=sheet))


def _group_head(context: PageContext, group: str, journeys: int, inner: int) -> Section:
    parts = group.split("/")
    outer = ["/".join(parts[:depth]) for depth in range(1, len(parts))]
    crumbs = [
        NamedLink(_("Journeys"), context.to("journeys.md")),
        *(NamedLink(group_name(context.atlas, g), context.to(group_uri(g))) for g in outer),
    ]
    title = group_name(context.atlas, group)
    html = context.render(TEMPLATE, part="group", crumbs=crumbs, title=title, journeys=journeys, inner=inner)
    return Section("group", title, 1, html, _("Journeys of this group"), headed=False)


def _sheets(journeys: int) -> int:
    return max(1, -(-journeys // PER_SHEET))


def _sheet(context: PageContext, group: str, number: int, journeys: int) -> dict[str, object]:
    """A page of a group: its number, from 1, how many there are, and links to its neighbours, empty at the ends."""
    count = _sheets(journeys)
    return {
        "number": number,
        "count": count,
        "before": context.to(group_uri(group, number - 1)) if number > 1 else "",
        "after": context.to(group_uri(group, number + 1)) if number < count else "",
    }


def _group_card(context: PageContext, group: GroupRow) -> GroupCard:
    known = [row for row in group.rows if not row.future and row.emotion is not None]
    lowest = sorted(known, key=lambda row: row.emotion or 0)[:LOWEST]
    return GroupCard(
        title=group_name(context.atlas, group.name),
        lifecycle=lifecycle_name(*group.lifecycle),
        href=context.to(group_uri(group.name)),
        journeys=len(group.rows),
        feeling=feeling(group.emotion),
        open_pains=group.open_pains,
        stages=tuple((cell.stage.name, feeling(cell.emotion)) for cell in group.cells if cell),
        lowest=tuple((thing_link(context, "journey", row.journey.id), feeling(row.emotion)) for row in lowest),
    )


def _journey_card(context: PageContext, journey: Journey) -> JourneyCard:
    atlas = context.atlas
    age = journey_freshness(journey, atlas.catalog, context.site.settings.today)
    time, curve = time_of_journey(journey), spark(journey, journey.personas[0])
    return JourneyCard(
        title=journey.title,
        href=context.to_thing("journey", journey.id),
        persona=separated(atlas.personas[id].name for id in journey.personas),
        kind=_(BLUEPRINT) if journey.kind == "blueprint" else "",
        objective=journey.objective or "",
        state=journey.state,
        status=journey.status,
        owner=atlas.teams[journey.owner].name if journey.owner else "",
        freshness=age.words,
        emotion=mean_emotion(journey),
        takes=time_in_words(time) if time else "",
        steps=len(journey.steps),
        open_pains=sum(located.pain.is_open for located in atlas.pains_of_journey.get(journey.id, ())),
        stages=tuple(dict.fromkeys(atlas.stage_name(stage) for stage in journey.stages)),
        spark=curve if curve.dots or journey.kind != "blueprint" else None,
        badge=context.badge("journey", journey.id),
    )
