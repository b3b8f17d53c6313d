"""The home page: the atlas at a glance, however large it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from mkdocs_journeys.insight.coverage import Overview, overview
from mkdocs_journeys.insight.emotion import Moment
from mkdocs_journeys.insight.heatmap import HeatMap, HeatRow, top_groups
from mkdocs_journeys.insight.scoring import ScoredPain
from mkdocs_journeys.site.addresses import page_uri, step_anchor
from mkdocs_journeys.site.collection import thing_link
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.heatmap_view import HeatMapLine, group_line, heat_map_view, journey_line
from mkdocs_journeys.site.links import FirstLinks, NamedLink, first_links
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.rendering.richtext import plain

TEMPLATE = "home.html.j2"
URGENT = 6
LISTED = 12
MOST_LINES = 40
"""How many lines the heat map has; with more journeys it shows their groups, or the worst of a single group."""


def home_pages(site: SiteContext) -> Iterator[Page]:
    """The home page."""
    context = site.at(site.settings.home_uri)
    catalog = site.atlas.catalog
    description = plain(catalog.description) if catalog.description else ""
    yield Page(
        context.uri,
        catalog.name,
        partial(_sections, context),
        description,
        catalog.path,
        kind="home",
        in_nav=True,
        wide=True,
    )


@dataclass(frozen=True, slots=True)
class UrgentPain:
    """One of the pains to look at first, with the step that defines it."""

    title: str
    href: str
    score: int
    band: str
    status: str
    believed: str
    where: NamedLink
    owner: str


@dataclass(frozen=True, slots=True)
class PainfulMoment:
    """A moment of truth that hurts."""

    step: NamedLink
    journey: str
    emotion: float | None
    pains: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Care:
    """Journeys to review, and things without an owner."""

    stale: FirstLinks
    unowned: FirstLinks


def _sections(context: PageContext) -> Iterator[Section]:
    figures = context.site.cached(overview, context.site.settings.today, URGENT)
    yield _head(context, figures)
    yield Section("lifecycle", "Across the lifecycle", 2, _heat_map(context))
    yield from _urgent(context, figures)
    yield from _painful_moments(context, figures)
    yield from _care(context, figures)


def _head(context: PageContext, figures: Overview) -> Section:
    html = context.render(TEMPLATE, part="head", figures=figures, description=context.atlas.catalog.description)
    words = plain(context.atlas.catalog.description or "")
    return Section("atlas", context.atlas.catalog.name, 1, html, words)


def _heat_map(context: PageContext) -> Markup:
    heat = context.site.heat_map
    kind, lines = _lines(context, heat)
    return context.render(
        TEMPLATE, part="heat-map", heat=heat_map_view(context, lines), told=kind, count=len(heat.rows)
    )


def _lines(context: PageContext, heat: HeatMap) -> tuple[str, list[HeatMapLine]]:
    """The kind of the lines ("journeys", "groups" or "lowest"), and the lines."""
    if len(heat.rows) <= MOST_LINES:
        return "journeys", [journey_line(context, row) for row in heat.rows]
    groups = top_groups(heat)
    if len(groups) == 1:
        return "lowest", [journey_line(context, row) for row in _lowest(heat)]
    largest = {group.name for group in sorted(groups, key=lambda group: -len(group.rows))[:MOST_LINES]}
    return "groups", [group_line(context, group) for group in groups if group.name in largest]


def _lowest(heat: HeatMap) -> list[HeatRow]:
    """The present journeys with the lowest emotion, in the order of the lifecycle."""
    present = [row for row in heat.rows if not row.future and row.emotion is not None]
    worst = {row.journey.id for row in sorted(present, key=lambda row: row.emotion or 0)[:MOST_LINES]}
    return [row for row in heat.rows if row.journey.id in worst]


def _urgent(context: PageContext, figures: Overview) -> Iterator[Section]:
    pains = tuple(_urgent_pain(context, located) for located in figures.urgent)
    if pains:
        yield Section("urgent", "Most urgent pains", 2, context.render(TEMPLATE, part="urgent", pains=pains))


def _urgent_pain(context: PageContext, item: ScoredPain) -> UrgentPain:
    home, pain = item.located.home, item.pain
    where = context.to(page_uri("journey", home.journey.id), step_anchor(home.number))
    return UrgentPain(
        title=pain.title,
        href=context.to_thing("pain", pain.id),
        score=item.score.shown,
        band=item.score.band,
        status=pain.status,
        believed=pain.believed,
        where=NamedLink(home.step.name, where, home.journey.title),
        owner=context.atlas.teams[pain.owner].name if pain.owner else "",
    )


def _painful_moments(context: PageContext, figures: Overview) -> Iterator[Section]:
    moments = [_painful_moment(context, moment) for moment in figures.painful_moments[:LISTED]]
    if moments:
        more = len(figures.painful_moments) - len(moments)
        html = context.render(TEMPLATE, part="moments", moments=moments, more=more)
        yield Section("moments-of-truth", "Moments of truth that hurt", 2, html)


def _painful_moment(context: PageContext, moment: Moment) -> PainfulMoment:
    place = moment.place
    href = context.to(page_uri("journey", place.journey.id), step_anchor(place.number))
    pains = tuple(located.pain.title for located in moment.pains)
    return PainfulMoment(NamedLink(place.step.name, href), place.journey.title, moment.emotion, pains)


def _care(context: PageContext, figures: Overview) -> Iterator[Section]:
    care = Care(
        stale=first_links(
            figures.stale, LISTED, lambda aged: thing_link(context, "journey", aged.journey.id, aged.freshness.words)
        ),
        unowned=first_links(
            figures.unowned,
            LISTED,
            lambda thing: NamedLink(
                thing.name, context.to_thing(thing.kind, thing.id), f"{thing.kind}: {thing.reason}"
            ),
        ),
    )
    if care.stale.shown or care.unowned.shown:
        yield Section("care", "Needs care", 2, context.render(TEMPLATE, part="care", care=care))
