"""The catalogue's page: stages of the lifecycle, the touchpoint audit, channels, teams and segments."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from mkdocs_journeys.insight.emotion import emotion_counts, known_emotions
from mkdocs_journeys.insight.lifecycles import lifecycle_order
from mkdocs_journeys.insight.selection import grouped, mean
from mkdocs_journeys.insight.things.places import places_today
from mkdocs_journeys.insight.things.teams import work_by_team
from mkdocs_journeys.insight.things.touchpoints import Sentiment, TouchpointAudit, touchpoint_audit
from mkdocs_journeys.model import Segment, Team
from mkdocs_journeys.site.changes.marks import ChangeBadge
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.links import (
    FirstLinks,
    NamedLink,
    PainCard,
    first_links,
    free_link,
    index_page,
    journey_link,
    outside_links,
    pain_card,
    team_link,
    thing_link,
)
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.catalog.stages import MOST, TEMPLATE, stage_sections
from mkdocs_journeys.site.pages.things.facts import contact_link
from mkdocs_journeys.site.rendering.listing import listed, separated
from mkdocs_journeys.site.rendering.numbers import measured
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message, ngettext, spoken_language

CatalogRow = TypeVar("CatalogRow", "TouchpointRow", "ChannelRow", "TeamRow", "SegmentRow")
TITLES: Mapping[str, str] = MappingProxyType(
    {
        "touchpoints": message("Touchpoints"),
        "channels": message("Channels"),
        "teams": message("Teams"),
        "segments": message("Segments"),
    }
)
SIZES: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "stages": lambda size: ngettext("%(num)s stage", "%(num)s stages", size),
        "touchpoints": lambda size: ngettext("%(num)s touchpoint", "%(num)s touchpoints", size),
        "channels": lambda size: ngettext("%(num)s channel", "%(num)s channels", size),
        "teams": lambda size: ngettext("%(num)s team", "%(num)s teams", size),
        "segments": lambda size: ngettext("%(num)s segment", "%(num)s segments", size),
    }
)
MOST_OF_A_ROW = 10
"""How many journeys a row of a table names."""


def catalog_pages(site: SiteContext) -> Iterator[Page]:
    """The one page of the shared vocabulary; an empty catalog has it too."""
    catalog = site.atlas.catalog
    description = _("The stages, touchpoints, channels, teams and segments of %(atlas)s.", atlas=catalog.name)
    yield index_page(site, "catalog", _sections, description, catalog.path)


class TouchpointRow(NamedTuple):
    """A line of the audit. `uses` counts steps of today's journeys, `planned` those of future ones.

    `counts` are the steps with a known emotion by its level, from very negative to very positive.
    """

    anchor: str
    href: str
    name: str
    description: str
    channel: NamedLink
    channel_kind: str
    team: NamedLink | None
    initiator: str
    status: str
    systems: tuple[NamedLink, ...]
    uses: int
    planned: int
    emotion: float | None
    counts: Sequence[int]
    mark: Sentiment | None
    open_pains: int
    worst: PainCard | None
    journeys: FirstLinks
    badge: ChangeBadge | None


class ChannelRow(NamedTuple):
    """A channel with the touchpoints on it and the steps of today's journeys; `counts` as for a touchpoint."""

    anchor: str
    href: str
    name: str
    kind: str
    touchpoints: tuple[NamedLink, ...]
    uses: int
    emotion: float | None
    counts: Sequence[int]
    badge: ChangeBadge | None


class SegmentRow(NamedTuple):
    """A part of the customer base, with its personas."""

    anchor: str
    href: str
    name: str
    description: str
    personas: FirstLinks
    journeys: FirstLinks
    badge: ChangeBadge | None


class TeamRow(NamedTuple):
    """A team with what it has to do; `steps` are of today."""

    anchor: str
    href: str
    name: str
    contact: NamedLink | None
    codeowner: str
    steps: int
    owned: str
    open_pains: int
    worst: PainCard | None
    badge: ChangeBadge | None


def _sections(context: PageContext) -> Iterator[Section]:
    catalog = context.atlas.catalog
    audits = [_touchpoint_row(context, audit) for audit in context.atlas.cached(touchpoint_audit)]
    teams = [_team_row(context, team) for team in catalog.teams]
    segments = [_segment_row(context, segment) for segment in catalog.segments]
    parts = [
        *stage_sections(context),
        *_part(context, "touchpoints", audits),
        *_part(context, "channels", _channel_rows(context)),
        *_part(context, "teams", teams),
        *_part(context, "segments", segments),
    ]
    sizes = [size(len(things)) for name, size in SIZES.items() if (things := getattr(catalog, name))]
    head = context.render(
        TEMPLATE,
        part="head",
        links=outside_links(catalog.links),
        summary=separated(sizes),
        contents=[(section.anchor, section.title) for section in parts if section.listed and section.level == 2],
    )
    yield Section("catalogue", _("Catalogue"), 1, head, catalog.name)
    yield from parts


def _part(context: PageContext, name: str, rows: Sequence[CatalogRow]) -> Iterator[Section]:
    """The section of a list of the catalog; nothing for an empty one. Search finds things on pages of their own."""
    if rows:
        yield Section(name, _(TITLES[name]), 2, context.render(TEMPLATE, part=name, rows=rows))


def _touchpoint_row(context: PageContext, audit: TouchpointAudit) -> TouchpointRow:
    touchpoint = audit.touchpoint
    return TouchpointRow(
        anchor=f"touchpoint-{touchpoint.id}",
        href=context.to_thing("touchpoint", touchpoint.id),
        name=touchpoint.name,
        description=touchpoint.description or "",
        channel=thing_link(context, "channel", audit.channel.id),
        channel_kind=audit.channel.kind,
        team=team_link(context, touchpoint.team),
        initiator=touchpoint.initiator or "",
        status=touchpoint.status,
        systems=tuple(free_link(context, "system", name) for name in touchpoint.systems),
        uses=len(audit.places),
        planned=audit.planned_uses,
        emotion=audit.emotion,
        counts=emotion_counts(known_emotions(place.step for place in audit.places)),
        mark=audit.sentiment,
        open_pains=len(audit.pains),
        worst=pain_card(context, audit.pains[0]) if audit.pains else None,
        journeys=first_links(audit.journeys, MOST_OF_A_ROW, partial(journey_link, context)),
        badge=context.badge("touchpoint", touchpoint.id),
    )


def _channel_rows(context: PageContext) -> list[ChannelRow]:
    atlas = context.atlas
    today = atlas.cached(places_today, "channel")
    steps = {channel.id: [place.step for place in today.get(channel.id, ())] for channel in atlas.catalog.channels}
    touchpoints = grouped(atlas.catalog.touchpoints, lambda touchpoint: touchpoint.channel)
    return [
        ChannelRow(
            anchor=f"channel-{channel.id}",
            href=context.to_thing("channel", channel.id),
            name=channel.name,
            kind=channel.kind,
            touchpoints=tuple(thing_link(context, "touchpoint", one.id) for one in touchpoints[channel.id]),
            uses=len(steps[channel.id]),
            emotion=mean(felt := known_emotions(steps[channel.id])),
            counts=emotion_counts(felt),
            badge=context.badge("channel", channel.id),
        )
        for channel in atlas.catalog.channels
    ]


def _team_row(context: PageContext, team: Team) -> TeamRow:
    work = context.atlas.cached(work_by_team)[team.id]
    journeys, touchpoints, metrics = len(work.journeys), len(work.touchpoints), len(work.metrics)
    owned = (
        ngettext("%(num)s journey", "%(num)s journeys", journeys) if journeys else "",
        ngettext("%(num)s touchpoint", "%(num)s touchpoints", touchpoints) if touchpoints else "",
        ngettext("%(num)s metric", "%(num)s metrics", metrics) if metrics else "",
    )
    return TeamRow(
        anchor=f"team-{team.id}",
        href=context.to_thing("team", team.id),
        name=team.name,
        contact=contact_link(team.contact) if team.contact else None,
        codeowner=team.codeowner or "",
        steps=work.steps,
        owned=listed([words for words in owned if words]),
        open_pains=len(work.pains),
        worst=pain_card(context, work.pains[0]) if work.pains else None,
        badge=context.badge("team", team.id),
    )


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
