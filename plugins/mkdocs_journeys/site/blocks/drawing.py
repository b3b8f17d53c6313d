"""Blocks of handwritten pages as HTML: the pieces of our own pages, without headings and with ids of their own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlencode

from markupsafe import Markup

from mkdocs_journeys.atlas import actors_of
from mkdocs_journeys.insight.emotion import main_curve_of
from mkdocs_journeys.insight.heatmap import heat_maps
from mkdocs_journeys.insight.scoring import ScoredPain, ranked_pains, scored_pains
from mkdocs_journeys.problem import Problem
from mkdocs_journeys.site.blocks.anchors import with_own_ids
from mkdocs_journeys.site.blocks.map_part import columns_of, with_columns, with_lanes
from mkdocs_journeys.site.blocks.reading import AtlasBlock
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.heatmap_view import heat_map_view
from mkdocs_journeys.site.links import INDEX_TITLES, NamedLink, thing_link
from mkdocs_journeys.site.lists import LISTS, metric_tiles
from mkdocs_journeys.site.map.lanes import own_lane_id
from mkdocs_journeys.site.map.view import map_view
from mkdocs_journeys.site.pages.home.map import nested_parts
from mkdocs_journeys.site.pages.home.page import urgent_pain
from mkdocs_journeys.site.pages.personas.index import persona_card
from mkdocs_journeys.site.pages.personas.page import journey_row
from mkdocs_journeys.translation.messages import gettext as _

TEMPLATE = "block.html.j2"
USUAL_PAINS = 10
"""How many pains a backlog shows where it does not say."""
FILTERS = ("journey", "stage", "persona", "owner", "band")
"""Options of a backlog that its page can be filtered by, too."""


def drawn_block(context: PageContext, block: AtlasBlock, number: int) -> Markup:
    """The HTML of a block, the `number`th of its page."""
    html, links = _DRAWN[block.name](context, block)
    page = links[0].href if links else ""
    own = with_own_ids(html, f"block-{number}", page)
    return context.macro(TEMPLATE, "block", block.name, own, block.caption, links)


def drawn_problems(context: PageContext, problems: Sequence[Problem]) -> Markup:
    """A box with what is wrong, in place of a block."""
    return context.macro("block_problems.html.j2", "problems", problems)


def _journey(context: PageContext, block: AtlasBlock) -> tuple[Markup, list[NamedLink]]:
    atlas = context.atlas
    journey = atlas.journeys[block.ids[0]]
    view = map_view(context, journey, scored_pains(atlas.pains_of_journey.get(journey.id, ()), atlas.catalog.scoring))
    if stages := block.options.get("stages"):
        numbers = [number for number, stage in enumerate(journey.stages) if stage.key in stages]
        view = with_columns(view, columns_of(view, numbers[0], numbers[-1]))
    if lanes := block.options.get("lanes"):
        own = {lane.id for lane in atlas.catalog.lanes}
        view = with_lanes(view, [own_lane_id(id) if id in own else id for id in lanes])
    return context.macro(TEMPLATE, "map", view), [thing_link(context, "journey", journey.id)]


def _personas(context: PageContext, block: AtlasBlock) -> tuple[Markup, list[NamedLink]]:
    people = [context.atlas.personas[id] for id in block.ids]
    return context.macro(TEMPLATE, "people", [persona_card(context, one) for one in people]), []


def _pains(context: PageContext, block: AtlasBlock) -> tuple[Markup, list[NamedLink]]:
    found = [item for item in ranked_pains(context.atlas) if _is_chosen(item, block.options)]
    shown = [urgent_pain(context, item) for item in found[: block.limit or USUAL_PAINS]]
    chosen = [(name, id) for name in FILTERS for id in block.options.get(name, ())[:1]]
    query = f"?{urlencode(chosen)}" if chosen else ""
    link = NamedLink(_("The whole backlog of pains"), f"{context.to('pains.md')}{query}#backlog")
    return context.macro(TEMPLATE, "pains", shown, len(found) - len(shown)), [link]


def _is_chosen(item: ScoredPain, options: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a pain is one of those that a backlog asks for: all that is said of a step holds at one of its steps."""
    if not _fits(options, "band", [item.score.band]) or not _fits(options, "owner", [item.pain.owner or ""]):
        return False
    return any(
        _fits(options, "journey", [place.journey.id])
        and _fits(options, "stage", [place.stage.stage])
        and _fits(options, "touchpoint", place.step.touchpoint)
        and _fits(options, "persona", actors_of(place.journey, place.step))
        for place in item.located.places
    )


def _fits(options: Mapping[str, tuple[str, ...]], name: str, values: Sequence[str]) -> bool:
    return name not in options or not set(options[name]).isdisjoint(values)


def _curves(context: PageContext, block: AtlasBlock) -> tuple[Markup, list[NamedLink]]:
    rows = []
    for journey in (context.atlas.journeys[id] for id in block.ids):
        for id in block.options.get("persona", journey.personas[:1]):
            felt = [value for value in main_curve_of(journey, id) if value is not None]
            rows.append(journey_row(context, journey, context.atlas.personas[id], felt))
    return context.macro(TEMPLATE, "curves", rows), []


def _metrics(context: PageContext, block: AtlasBlock) -> tuple[Markup, list[NamedLink]]:
    return context.macro(LISTS, "metrics", metric_tiles(context, block.ids, len(block.ids))), []


def _heat_maps(context: PageContext, block: AtlasBlock) -> tuple[Markup, list[NamedLink]]:
    views, wanted = [], block.options.get("group")
    for heat in heat_maps(context.atlas):
        rows = [row for row in heat.rows if not wanted or row.journey.group in wanted]
        if rows:
            view = heat_map_view(context, heat, nested_parts(context, rows))
            views.append(replace(view, sums=()) if wanted else view)
    title = INDEX_TITLES["journeys"]
    return context.macro(TEMPLATE, "heatmaps", views), [NamedLink(_(title), context.to("journeys.md"))]


_DRAWN: Mapping[str, Callable[[PageContext, AtlasBlock], tuple[Markup, list[NamedLink]]]] = {
    "journey": _journey,
    "persona": _personas,
    "pains": _pains,
    "curve": _curves,
    "metric": _metrics,
    "heatmap": _heat_maps,
}
