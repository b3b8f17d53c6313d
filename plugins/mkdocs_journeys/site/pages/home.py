"""The home page: the atlas at a glance, however large it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from mkdocs_journeys.insight.coverage import AgedJourney, Overview, Unowned, overview
from mkdocs_journeys.insight.emotion import Moment
from mkdocs_journeys.insight.heatmap import HeatMap, HeatRow, top_groups
from mkdocs_journeys.insight.ranking import ScoredPain
from mkdocs_journeys.site.anchors import step_anchor
from mkdocs_journeys.site.heat import Line, group_line, heat_of, journey_line
from mkdocs_journeys.site.named import Named, Some, some
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.richtext import plain
from mkdocs_journeys.site.world import Desk, World

TEMPLATE = "home.html.j2"
URGENT = 6
LISTED = 12
MOST_LINES = 40
"""How many lines the heat map has; an atlas with more journeys shows its groups, else what feels worst."""


@dataclass(frozen=True, slots=True)
class UrgentPain:
    """One of the pains to look at first, with the step where it hurts."""

    title: str
    href: str
    score: int
    band: str
    status: str
    believed: str
    where: Named
    owner: str


@dataclass(frozen=True, slots=True)
class SoreMoment:
    """A moment of truth that hurts."""

    step: Named
    journey: str
    emotion: float | None
    pains: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Care:
    """What needs somebody's care: journeys to review, things without an owner."""

    stale: Some
    unowned: Some


def home_pages(world: World) -> Iterator[Page]:
    """The home page."""
    desk = world.at(world.settings.home_uri)
    catalog = world.atlas.catalog
    description = plain(catalog.description) if catalog.description else ""
    yield Page(desk.uri, catalog.name, partial(_sections, desk), description, catalog.path, in_nav=True, wide=True)


def _sections(desk: Desk) -> Iterator[Section]:
    figures = desk.world.once(overview, desk.world.settings.today, URGENT)
    yield _head(desk, figures)
    yield Section("lifecycle", "Across the lifecycle", 2, _heat_map(desk))
    yield from _urgent(desk, figures)
    yield from _sore(desk, figures)
    yield from _care(desk, figures)


def _head(desk: Desk, figures: Overview) -> Section:
    html = desk.render(TEMPLATE, part="head", figures=figures, description=desk.atlas.catalog.description)
    words = plain(desk.atlas.catalog.description or "")
    return Section("atlas", desk.atlas.catalog.name, 1, html, words)


def _heat_map(desk: Desk) -> Markup:
    heat = desk.world.heat_map
    told, lines = _lines(desk, heat)
    return desk.render(TEMPLATE, part="heat-map", heat=heat_of(desk, lines), told=told, count=len(heat.rows))


def _lines(desk: Desk, heat: HeatMap) -> tuple[str, list[Line]]:
    """What the lines are ("journeys", "groups" or "lowest"), and the lines."""
    if len(heat.rows) <= MOST_LINES:
        return "journeys", [journey_line(desk, row) for row in heat.rows]
    groups = top_groups(heat)
    if len(groups) == 1:
        return "lowest", [journey_line(desk, row) for row in _lowest(heat)]
    largest = {group.name for group in sorted(groups, key=lambda group: -len(group.rows))[:MOST_LINES]}
    return "groups", [group_line(desk, group) for group in groups if group.name in largest]


def _lowest(heat: HeatMap) -> list[HeatRow]:
    """The present journeys that feel worst, in the order of the lifecycle."""
    present = [row for row in heat.rows if not row.future and row.emotion is not None]
    worst = {row.journey.id for row in sorted(present, key=lambda row: row.emotion or 0)[:MOST_LINES]}
    return [row for row in heat.rows if row.journey.id in worst]


def _urgent(desk: Desk, figures: Overview) -> Iterator[Section]:
    pains = tuple(_urgent_pain(desk, hurt) for hurt in figures.urgent)
    if pains:
        yield Section("urgent", "Most urgent pains", 2, desk.render(TEMPLATE, part="urgent", pains=pains))


def _urgent_pain(desk: Desk, item: ScoredPain) -> UrgentPain:
    home, pain = item.hurt.home, item.pain
    where = desk.to(f"journeys/{home.journey.id}.md", step_anchor(home.number))
    return UrgentPain(
        title=pain.title,
        href=desk.to_thing("pain", pain.id),
        score=item.score.shown,
        band=item.score.band,
        status=pain.status,
        believed=pain.believed,
        where=Named(home.step.name, where, home.journey.title),
        owner=desk.atlas.teams[pain.owner].name if pain.owner else "",
    )


def _sore(desk: Desk, figures: Overview) -> Iterator[Section]:
    moments = [_sore_moment(desk, moment) for moment in figures.painful_moments[:LISTED]]
    if moments:
        more = len(figures.painful_moments) - len(moments)
        html = desk.render(TEMPLATE, part="moments", moments=moments, more=more)
        yield Section("moments-of-truth", "Moments of truth that hurt", 2, html)


def _sore_moment(desk: Desk, moment: Moment) -> SoreMoment:
    place = moment.place
    href = desk.to(f"journeys/{place.journey.id}.md", step_anchor(place.number))
    pains = tuple(hurt.pain.title for hurt in moment.pains)
    return SoreMoment(Named(place.step.name, href), place.journey.title, moment.emotion, pains)


def _care(desk: Desk, figures: Overview) -> Iterator[Section]:
    care = Care(
        stale=some(figures.stale, LISTED, lambda aged: _aged(desk, aged)),
        unowned=some(figures.unowned, LISTED, lambda thing: _unowned(desk, thing)),
    )
    if care.stale.shown or care.unowned.shown:
        yield Section("care", "Needs care", 2, desk.render(TEMPLATE, part="care", care=care))


def _aged(desk: Desk, aged: AgedJourney) -> Named:
    return Named(aged.journey.title, desk.to_thing("journey", aged.journey.id), aged.freshness.words)


def _unowned(desk: Desk, thing: Unowned) -> Named:
    return Named(thing.name, desk.to_thing(thing.kind, thing.id), f"{thing.kind}: {thing.reason}")
