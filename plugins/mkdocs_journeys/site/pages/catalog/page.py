"""The catalogue's page, an index of what journeys share: touchpoints, teams, stages, channels, systems and others."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from mkdocs_journeys.insight.lifecycles import lifecycle_order
from mkdocs_journeys.insight.things.places import journeys_by_tag
from mkdocs_journeys.model import Segment
from mkdocs_journeys.site.changes.marks import ChangeBadge
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.links import (
    FirstLinks,
    NamedLink,
    first_links,
    index_page,
    journey_link,
    outside_links,
    thing_link,
)
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.catalog.rows import (
    ChannelRow,
    SystemRow,
    TeamRow,
    TouchpointRow,
    channel_rows,
    system_rows,
    team_rows,
    touchpoint_rows,
)
from mkdocs_journeys.site.pages.catalog.stages import MOST, TEMPLATE, stage_sections
from mkdocs_journeys.site.rendering.listing import separated
from mkdocs_journeys.site.rendering.numbers import measured
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message, ngettext, spoken_language
from mkdocs_journeys.vocabulary import KINDS

CatalogRow = TypeVar("CatalogRow", TouchpointRow, TeamRow, ChannelRow, SystemRow, "SegmentRow", NamedLink)
TITLES: Mapping[str, str] = MappingProxyType(
    {
        "touchpoints": message("Touchpoints"),
        "teams": message("Teams"),
        "channels": message("Channels"),
        "systems": message("Systems"),
        "segments": message("Segments"),
        "tags": message("Tags"),
    }
)
SIZES: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "touchpoints": lambda size: ngettext("%(num)s touchpoint", "%(num)s touchpoints", size),
        "teams": lambda size: ngettext("%(num)s team", "%(num)s teams", size),
        "stages": lambda size: ngettext("%(num)s stage", "%(num)s stages", size),
        "channels": lambda size: ngettext("%(num)s channel", "%(num)s channels", size),
        "systems": lambda size: ngettext("%(num)s system", "%(num)s systems", size),
        "segments": lambda size: ngettext("%(num)s segment", "%(num)s segments", size),
        "tags": lambda size: ngettext("%(num)s tag", "%(num)s tags", size),
    }
)


def catalog_pages(site: SiteContext) -> Iterator[Page]:
    """The one page of the shared vocabulary; an empty catalog has it too."""
    catalog = site.atlas.catalog
    description = _("The stages, touchpoints, channels, teams and segments of %(atlas)s.", atlas=catalog.name)
    yield index_page(site, "catalog", _sections, description, catalog.path)


class SegmentRow(NamedTuple):
    """A part of the customer base, with its personas."""

    anchor: str
    href: str
    name: str
    description: str
    personas: FirstLinks
    journeys: FirstLinks
    badge: ChangeBadge | None


def _sections(context: PageContext) -> Iterator[Section]:
    atlas = context.atlas
    parts = [
        *_part(context, "touchpoints", touchpoint_rows(context)),
        *_part(context, "teams", team_rows(context)),
        *stage_sections(context),
        *_part(context, "channels", channel_rows(context)),
        *_part(context, "systems", system_rows(context)),
        *_part(context, "segments", [_segment_row(context, segment) for segment in atlas.catalog.segments]),
        *_part(context, "tags", [_tag_link(context, id) for id in atlas.tags]),
    ]
    mappings = {kind.plural: getattr(atlas, kind.plural) for kind in KINDS if kind.plural in SIZES}
    head = context.render(
        TEMPLATE,
        part="head",
        links=outside_links(atlas.catalog.links),
        summary=separated([size(len(things)) for name, size in SIZES.items() if (things := mappings[name])]),
        contents=[(section.anchor, section.title) for section in parts if section.listed and section.level == 2],
    )
    yield Section("catalogue", _("Catalogue"), 1, head, atlas.catalog.name)
    yield from parts


def _part(context: PageContext, name: str, rows: Sequence[CatalogRow]) -> Iterator[Section]:
    """The section of a list of the catalog; nothing for an empty one. Search finds things on pages of their own."""
    if rows:
        yield Section(name, _(TITLES[name]), 2, context.render(TEMPLATE, part=name, rows=rows))


def _tag_link(context: PageContext, id: str) -> NamedLink:
    journeys = context.atlas.cached(journeys_by_tag)[id]
    return thing_link(context, "tag", id, ngettext("%(num)s journey", "%(num)s journeys", len(journeys)))


def _segment_row(context: PageContext, segment: Segment) -> SegmentRow:
    personas = {one.id: one for one in context.atlas.personas.values() if one.segment == segment.id}
    journeys = [one for one in context.atlas.cached(lifecycle_order) if segment.id in one.segments]

    def persona_link(id: str) -> NamedLink:
        share = personas[id].share
        if share is None:
            return thing_link(context, "persona", id)
        percent = measured(spoken_language().figure(f"{share:g}"), "%")
        return thing_link(context, "persona", id, _("%(share)s of the base", share=percent))

    return SegmentRow(
        anchor=f"segment-{segment.id}",
        href=context.to_thing("segment", segment.id),
        name=segment.name,
        description=segment.description or "",
        personas=first_links(personas, MOST, persona_link),
        journeys=first_links(journeys, MOST, partial(journey_link, context)),
        badge=context.badge("segment", segment.id),
    )
