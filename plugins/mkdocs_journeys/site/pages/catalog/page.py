"""The catalogue: stages of the lifecycle, the touchpoint audit, channels, teams and segments, on one page."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from mkdocs_journeys.insight.emotion import known_emotions
from mkdocs_journeys.insight.heatmap import HeatCell, HeatMap
from mkdocs_journeys.insight.selection import mean, present_journeys
from mkdocs_journeys.insight.touchpoints import Sentiment, TouchpointAudit, touchpoint_audit
from mkdocs_journeys.model import Journey, Segment, Step
from mkdocs_journeys.site.addresses import page_uri, stage_anchor
from mkdocs_journeys.site.collection import thing_link
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.links import FirstLinks, NamedLink, PainCard, first_links, journey_link, pain_card, team_link
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.catalog.teams import search_words_of_team, team_cards
from mkdocs_journeys.site.rendering.richtext import plain, words_of
from mkdocs_journeys.wording import counted

TEMPLATE = "catalog.html.j2"
MOST, MOST_OF_A_ROW = 24, 10
"""How many journeys or personas a card names, and a row of a table."""


def catalog_pages(site: SiteContext) -> Iterator[Page]:
    """The one page of the shared vocabulary; an empty catalog has it too."""
    context, catalog = site.at("catalog.md"), site.atlas.catalog
    yield Page(
        uri=context.uri,
        title="Catalogue",
        kind="catalog",
        draw=partial(_sections, context),
        description=plain(catalog.description) if catalog.description else f"The words of {catalog.name}.",
        source=catalog.path,
        in_nav=True,
        wide=True,
    )


@dataclass(frozen=True, slots=True)
class LifecycleStageRow:
    """A stage of the lifecycle and the journeys that pass through it, each linked to its own stage."""

    id: str
    anchor: str
    name: str
    description: str
    emotion: float | None
    open_pains: int
    journeys: FirstLinks


@dataclass(frozen=True, slots=True)
class TouchpointRow:
    """A line of the audit. `uses` counts steps of today's journeys, `planned` those of future ones."""

    anchor: str
    name: str
    description: str
    channel: NamedLink
    channel_kind: str
    team: NamedLink | None
    initiator: str
    status: str
    systems: tuple[str, ...]
    uses: int
    planned: int
    emotion: float | None
    mark: Sentiment | None
    open_pains: int
    worst: PainCard | None
    journeys: FirstLinks


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """A channel with the touchpoints on it and the steps of today's journeys."""

    anchor: str
    name: str
    kind: str
    touchpoints: tuple[NamedLink, ...]
    uses: int
    emotion: float | None


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """A part of the customer base, with its personas."""

    anchor: str
    name: str
    description: str
    personas: FirstLinks
    journeys: FirstLinks


def _sections(context: PageContext) -> Iterator[Section]:
    catalog = context.atlas.catalog
    parts = [
        *_part(context, "stages", _stage_rows, lambda row: row.description),
        *_part(
            context,
            "touchpoints",
            _touchpoint_rows,
            lambda row: words_of(row.description, row.channel.name, lists=(row.systems,)),
        ),
        *_part(context, "channels", _channel_rows, lambda row: f"{row.kind} channel"),
        *_part(context, "teams", team_cards, search_words_of_team),
        *_part(
            context,
            "segments",
            _segment_rows,
            lambda row: words_of(row.description, *(one.name for one in row.personas.shown)),
        ),
    ]
    head = context.render(
        TEMPLATE,
        part="head",
        description=catalog.description,
        summary=_summary(context),
        contents=[(section.anchor, section.title) for section in parts if section.listed],
    )
    yield Section("catalogue", "Catalogue", 1, head, words_of(catalog.name, rich=catalog.description))
    yield from parts


def _part(
    context: PageContext, name: str, rows_of: Callable[[PageContext], Sequence[Any]], search_words: Callable[[Any], str]
) -> Iterator[Section]:
    """The section of a list of the catalog, then where search finds each of its things; nothing for an empty list."""
    rows = rows_of(context)
    if rows:
        yield Section(name, name.capitalize(), 2, context.render(TEMPLATE, part=name, rows=rows))
    for row in rows:
        yield Section(row.anchor, row.name, 3, words=search_words(row), headed=False, listed=False)


def _summary(context: PageContext) -> str:
    """The sizes of the catalog's lists, in one line."""
    catalog = context.atlas.catalog
    lists = {
        "stage": catalog.stages,
        "touchpoint": catalog.touchpoints,
        "channel": catalog.channels,
        "team": catalog.teams,
        "segment": catalog.segments,
    }
    return ", ".join(counted(len(things), noun) for noun, things in lists.items() if things) or "Nothing is named yet"


def _stage_rows(context: PageContext) -> list[LifecycleStageRow]:
    heat = context.site.heat_map
    return [_stage_row(context, heat, number) for number in range(len(heat.stages))]


def _stage_row(context: PageContext, heat: HeatMap, number: int) -> LifecycleStageRow:
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
        anchor=f"stage-{stage.id}",
        name=stage.name,
        description=stage.description or "",
        emotion=heat.means[number],
        open_pains=heat.pains[number],
        journeys=first_links(passing, MOST, stage_link),
    )


def _touchpoint_rows(context: PageContext) -> list[TouchpointRow]:
    return [_touchpoint_row(context, audit) for audit in context.site.cached(touchpoint_audit)]


def _touchpoint_row(context: PageContext, audit: TouchpointAudit) -> TouchpointRow:
    touchpoint = audit.touchpoint
    return TouchpointRow(
        anchor=f"touchpoint-{touchpoint.id}",
        name=touchpoint.name,
        description=touchpoint.description or "",
        channel=thing_link(context, "channel", audit.channel.id),
        channel_kind=audit.channel.kind,
        team=team_link(context, touchpoint.team),
        initiator=touchpoint.initiator or "",
        status=touchpoint.status,
        systems=touchpoint.systems,
        uses=len(audit.places),
        planned=audit.planned_uses,
        emotion=audit.emotion,
        mark=audit.sentiment,
        open_pains=len(audit.pains),
        worst=pain_card(context, audit.pains[0]) if audit.pains else None,
        journeys=first_links(audit.journeys, MOST_OF_A_ROW, partial(journey_link, context)),
    )


def _channel_rows(context: PageContext) -> list[ChannelRow]:
    atlas = context.atlas
    steps: defaultdict[str, list[Step]] = defaultdict(list)
    for journey in present_journeys(atlas):
        for step in journey.steps:
            if used := atlas.channel_of(step):
                steps[used.id].append(step)
    touchpoints: defaultdict[str, list[NamedLink]] = defaultdict(list)
    for touchpoint in atlas.catalog.touchpoints:
        touchpoints[touchpoint.channel].append(thing_link(context, "touchpoint", touchpoint.id))
    return [
        ChannelRow(
            anchor=f"channel-{channel.id}",
            name=channel.name,
            kind=channel.kind,
            touchpoints=tuple(touchpoints[channel.id]),
            uses=len(steps[channel.id]),
            emotion=mean(known_emotions(steps[channel.id])),
        )
        for channel in atlas.catalog.channels
    ]


def _segment_rows(context: PageContext) -> list[SegmentRow]:
    return [_segment_row(context, segment) for segment in context.atlas.catalog.segments]


def _segment_row(context: PageContext, segment: Segment) -> SegmentRow:
    personas = {one.id: one for one in context.atlas.personas.values() if one.segment == segment.id}
    journeys = [one for one in context.site.journeys if segment.id in one.segments]

    def persona_link(id: str) -> NamedLink:
        share = personas[id].share
        return thing_link(context, "persona", id, f"{share:g}% of the base" if share is not None else "")

    return SegmentRow(
        anchor=f"segment-{segment.id}",
        name=segment.name,
        description=segment.description or "",
        personas=first_links(personas, MOST, persona_link),
        journeys=first_links(journeys, MOST, partial(journey_link, context)),
    )
