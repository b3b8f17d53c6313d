"""The stages of the catalogue, by lifecycle where there are several."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_journeys.insight.heatmap import HeatCell, HeatMap, heat_maps
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.addresses import page_uri, stage_anchor
from mkdocs_journeys.site.changes.marks import ChangeBadge
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.heatmap_view import lifecycle_heading
from mkdocs_journeys.site.links import FirstLinks, NamedLink, first_links, journey_link
from mkdocs_journeys.site.page import Section
from mkdocs_journeys.translation.messages import gettext as _

TEMPLATE = "catalog.html.j2"
MOST = 24
"""How many journeys or personas a card names."""


class LifecycleStageRow(NamedTuple):
    """A stage of a lifecycle and the journeys that pass through it, each linked to its own stage.

    `anchor` is empty for a stage that stands in an earlier lifecycle, too.
    """

    id: str
    anchor: str
    href: str
    name: str
    description: str
    emotion: float | None
    open_pains: int
    journeys: FirstLinks
    badge: ChangeBadge | None


def stage_sections(context: PageContext) -> Iterator[Section]:
    """The stages, or those of each of several lifecycles; nothing without any."""
    heats = heat_maps(context.atlas)
    first = {stage.id: heat for heat in reversed(heats) for stage in heat.stages}
    parts = [
        (heat, [_stage_row(context, heat, n, anchored=first[stage.id] is heat) for n, stage in enumerate(heat.stages)])
        for heat in heats
    ]
    if first and not context.atlas.catalog.lifecycles:
        yield Section("stages", _("Stages"), 2, _drawn(context, parts[0][1]))
    elif first:
        yield Section("stages", _("Stages"), 2)
        for heat, rows in parts:
            yield Section(*lifecycle_heading(heat.id, heat.name), 3, _drawn(context, rows, level=4))


def _drawn(context: PageContext, rows: Sequence[LifecycleStageRow], level: int = 3) -> Markup:
    return context.render(TEMPLATE, part="stages", rows=rows, level=level)


def _stage_row(context: PageContext, heat: HeatMap, number: int, *, anchored: bool) -> LifecycleStageRow:
    """The stage of this number, with the journeys that pass through; of many the lowest emotions come first."""
    passing = [(row.journey, cell) for row in heat.rows if (cell := row.cells[number])]
    if len(passing) > MOST:
        passing.sort(key=lambda one: (not one[1].emotions, one[1].emotion or 0))

    def stage_link(one: tuple[Journey, HeatCell]) -> NamedLink:
        journey, cell = one
        href = context.to(page_uri("journey", journey.id), stage_anchor(cell.stage_number))
        return NamedLink(journey.title, href, journey_link(context, journey).note)

    stage = heat.stages[number]
    return LifecycleStageRow(
        id=stage.id,
        anchor=f"stage-{stage.id}" if anchored else "",
        href=context.to_thing("stage", stage.id),
        name=stage.name,
        description=stage.description or "",
        emotion=heat.means[number],
        open_pains=heat.pains[number],
        journeys=first_links(passing, MOST, stage_link),
        badge=context.badge("stage", stage.id),
    )
