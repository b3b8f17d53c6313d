"""The home page: the atlas at a glance, however large it is."""

from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_journeys.insight.coverage import Freshness, Overview, Unowned, overview
from mkdocs_journeys.insight.emotion import Moment
from mkdocs_journeys.insight.heatmap import HeatMap, HeatRow, heat_maps, top_groups
from mkdocs_journeys.insight.scoring import ScoredPain
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.changes.marks import ChangeBadge
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.heatmap_view import HeatMapPart, group_line, heat_map_view, journey_line, lifecycle_heading
from mkdocs_journeys.site.links import NamedLink, first_links, index_page, step_link, thing_link
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.home.map import choices_among, nested_parts
from mkdocs_journeys.site.pages.home.progress import home_progress
from mkdocs_journeys.site.rendering.richtext import plain
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import ngettext

TEMPLATE = "home.html.j2"
URGENT = 5
MOMENTS = 5
LISTED = 12
MOST_LINES = 40
"""How many lines a heat map has; with more journeys it shows their groups, or the worst of a single group.

The index of journeys shows as many, and of more their groups.
"""


def home_pages(site: SiteContext) -> Iterator[Page]:
    """The home page."""
    catalog = site.atlas.catalog
    description = plain(catalog.description) if catalog.description else ""
    yield index_page(
        site,
        "home",
        _sections,
        description,
        catalog.path,
        catalog.name,
        site.settings.home_uri,
        # What the navigation calls the home page of an atlas.
        _("Overview"),
    )


class UrgentPain(NamedTuple):
    """One of the pains to look at first, with the step that defines it."""

    title: str
    href: str
    score: int
    band: str
    status: str
    believed: str
    where: NamedLink
    owner: str
    badge: ChangeBadge | None


class PainfulMoment(NamedTuple):
    """A painful moment of truth, with the lowest emotion there and the titles of its open pains."""

    step: NamedLink
    journey: str
    emotion: float | None
    pains: tuple[str, ...]


def _sections(context: PageContext) -> Iterator[Section]:
    figures = context.atlas.cached(overview, context.site.settings.today, URGENT)
    catalog = context.atlas.catalog
    head = context.render(TEMPLATE, part="head", figures=figures, description=catalog.description)
    yield Section("atlas", catalog.name, 1, head, plain(catalog.description or ""))
    found = [(heat, *_parts(context, heat)) for heat in heat_maps(context.atlas)]
    journeys = [line for _, told, parts in found if told == "journeys" for part in parts for line in part.lines]
    choices = choices_among(context, journeys)
    for number, (heat, told, parts) in enumerate(found):
        html = context.render(
            TEMPLATE,
            part="heat-map",
            heat=heat_map_view(context, heat, parts),
            told=told,
            count=len(heat.rows),
            first=number == 0,
            choices=choices if number == 0 else (),
        )
        anchor, title = lifecycle_heading(heat.id, heat.name)
        yield Section(anchor, title, 2, html)
    if progress := home_progress(context):
        html = context.render(TEMPLATE, part="progress", progress=progress)
        yield Section("getting-better", _("Is it getting better?"), 2, html)
    if urgent := [urgent_pain(context, item) for item in figures.urgent]:
        yield Section("urgent", _("Most urgent pains"), 2, context.render(TEMPLATE, part="urgent", pains=urgent))
    if moments := [_painful_moment(context, moment) for moment in figures.painful_moments[:MOMENTS]]:
        more = len(figures.painful_moments) - len(moments)
        html = context.render(TEMPLATE, part="moments", moments=moments, more=more)
        yield Section("moments-of-truth", _("Moments of truth that hurt"), 2, html)
    yield from _care(context, figures)


def _parts(context: PageContext, heat: HeatMap) -> tuple[str, tuple[HeatMapPart, ...]]:
    """What the lines are ("journeys", "groups" or "lowest"), and the lines."""
    if len(heat.rows) <= MOST_LINES:
        return "journeys", nested_parts(context, heat.rows)
    groups = top_groups(heat)
    if len(groups) == 1:
        return "lowest", (HeatMapPart("", [journey_line(context, row) for row in _lowest(heat)]),)
    largest = {group.name for group in sorted(groups, key=lambda group: -len(group.rows))[:MOST_LINES]}
    return "groups", (HeatMapPart("", [group_line(context, group) for group in groups if group.name in largest]),)


def _lowest(heat: HeatMap) -> list[HeatRow]:
    """The present journeys with the lowest emotion, in the order of the lifecycle."""
    present = [row for row in heat.rows if not row.future and row.emotion is not None]
    worst = {row.journey.id for row in sorted(present, key=lambda row: row.emotion or 0)[:MOST_LINES]}
    return [row for row in heat.rows if row.journey.id in worst]


def urgent_pain(context: PageContext, item: ScoredPain) -> UrgentPain:
    """A scored pain with the step that defines it."""
    home, pain = item.located.home, item.pain
    return UrgentPain(
        title=pain.title,
        href=context.to_thing("pain", pain.id),
        score=item.score.shown,
        band=item.score.band,
        status=pain.status,
        believed=pain.believed,
        where=step_link(context, home, home.journey.title),
        owner=context.atlas.teams[pain.owner].name if pain.owner else "",
        badge=context.badge("pain", pain.id),
    )


def _painful_moment(context: PageContext, moment: Moment) -> PainfulMoment:
    pains = tuple(located.pain.title for located in moment.pains)
    return PainfulMoment(step_link(context, moment.place), moment.place.journey.title, moment.worst, pains)


def _care(context: PageContext, figures: Overview) -> Iterator[Section]:
    def unowned_link(thing: Unowned) -> NamedLink:
        return NamedLink(thing.name, context.to_thing(thing.kind, thing.id), _why(thing))

    def stale_link(aged: tuple[Journey, Freshness]) -> NamedLink:
        return thing_link(context, "journey", aged[0].id, aged[1].words)

    if figures.stale or figures.unowned:
        care = {
            "stale": first_links(figures.stale, LISTED, stale_link),
            "unowned": first_links(figures.unowned, LISTED, unowned_link),
        }
        yield Section("care", _("Needs care"), 2, context.render(TEMPLATE, part="care", care=care))


def _why(thing: Unowned) -> str:
    """What has no owner, and why that matters."""
    if thing.kind == "journey":
        return _("journey: journey without an owner")
    if thing.kind == "pain":
        return _("pain: open pain without an owner, score %(score)s", score=thing.weight)
    if not thing.weight:
        return _("touchpoint: live touchpoint without a team, used by no step")
    return ngettext(
        "touchpoint: live touchpoint without a team, used by %(num)s step",
        "touchpoint: live touchpoint without a team, used by %(num)s steps",
        thing.weight,
    )
