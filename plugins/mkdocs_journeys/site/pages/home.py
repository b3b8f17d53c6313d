"""The home page: the atlas at a glance."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from mkdocs_journeys.insight.coverage import Unowned, unowned
from mkdocs_journeys.insight.freshness import AgedJourney, stale_journeys
from mkdocs_journeys.insight.heatmap import HeatCell, HeatRow
from mkdocs_journeys.insight.moments import Moment, sore_moments
from mkdocs_journeys.insight.overview import Overview, overview
from mkdocs_journeys.insight.ranking import ScoredHurt
from mkdocs_journeys.site.anchors import stage_anchor, step_anchor
from mkdocs_journeys.site.named import Named
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.richtext import plain
from mkdocs_journeys.site.world import Desk, World

TEMPLATE = "home.html.j2"
URGENT = 6
LISTED = 12


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

    stale: tuple[Named, ...]
    unowned: tuple[Named, ...]
    more_unowned: int


def home_pages(world: World) -> Iterator[Page]:
    """The home page."""
    desk = world.at(world.settings.home_uri)
    catalog = world.atlas.catalog
    description = plain(catalog.description) if catalog.description else ""
    yield Page(desk.uri, catalog.name, partial(_sections, desk), description, catalog.path, in_nav=True, wide=True)


def _sections(desk: Desk) -> Iterator[Section]:
    figures = overview(desk.atlas, desk.world.settings.today, URGENT)
    yield _head(desk, figures)
    yield Section("lifecycle", "Across the lifecycle", 2, _heat_map(desk))
    yield from _urgent(desk, figures)
    yield from _sore(desk)
    yield from _care(desk)


def _head(desk: Desk, figures: Overview) -> Section:
    html = desk.render(TEMPLATE, part="head", figures=figures, description=desk.atlas.catalog.description)
    words = plain(desk.atlas.catalog.description or "")
    return Section("atlas", desk.atlas.catalog.name, 1, html, words)


def _heat_map(desk: Desk) -> Markup:
    def cell_link(row: HeatRow, cell: HeatCell) -> str:
        return desk.to(f"journeys/{row.journey.id}.md", stage_anchor(cell.stage_number))

    return desk.render(TEMPLATE, part="heat-map", heat=desk.world.heat_map, cell_link=cell_link)


def _urgent(desk: Desk, figures: Overview) -> Iterator[Section]:
    pains = tuple(_urgent_pain(desk, hurt) for hurt in figures.urgent)
    if pains:
        yield Section("urgent", "Most urgent pains", 2, desk.render(TEMPLATE, part="urgent", pains=pains))


def _urgent_pain(desk: Desk, item: ScoredHurt) -> UrgentPain:
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


def _sore(desk: Desk) -> Iterator[Section]:
    moments = [_sore_moment(desk, moment) for moment in sore_moments(desk.atlas)[:LISTED]]
    if moments:
        html = desk.render(TEMPLATE, part="moments", moments=moments)
        yield Section("moments-of-truth", "Moments of truth that hurt", 2, html)


def _sore_moment(desk: Desk, moment: Moment) -> SoreMoment:
    place = moment.place
    href = desk.to(f"journeys/{place.journey.id}.md", step_anchor(place.number))
    pains = tuple(hurt.pain.title for hurt in moment.hurts)
    return SoreMoment(Named(place.step.name, href), place.journey.title, moment.emotion, pains)


def _care(desk: Desk) -> Iterator[Section]:
    things = unowned(desk.atlas)
    care = Care(
        stale=tuple(_aged(desk, aged) for aged in stale_journeys(desk.atlas, desk.world.settings.today)),
        unowned=tuple(_unowned(desk, thing) for thing in things[:LISTED]),
        more_unowned=max(0, len(things) - LISTED),
    )
    if care.stale or care.unowned:
        yield Section("care", "Needs care", 2, desk.render(TEMPLATE, part="care", care=care))


def _aged(desk: Desk, aged: AgedJourney) -> Named:
    return Named(aged.journey.title, desk.to_thing("journey", aged.journey.id), aged.freshness.words)


def _unowned(desk: Desk, thing: Unowned) -> Named:
    return Named(thing.name, desk.to_thing(thing.kind, thing.id), f"{thing.kind}: {thing.reason}")
