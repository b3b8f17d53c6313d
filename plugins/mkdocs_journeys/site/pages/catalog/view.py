"""The shared vocabulary as its page shows it: stages, touchpoints, channels and segments."""

from collections import defaultdict
from dataclasses import dataclass

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.emotion import known_emotions
from mkdocs_journeys.insight.heatmap import HeatCell, HeatMap
from mkdocs_journeys.insight.selection import mean, present_journeys
from mkdocs_journeys.insight.touchpoints import Sentiment, TouchpointAudit, touchpoint_audit
from mkdocs_journeys.model import Journey, Persona, Segment, Step
from mkdocs_journeys.site.anchors import stage_anchor
from mkdocs_journeys.site.named import Named, PainCard, Some, journey_named, pain_card, some, team_named
from mkdocs_journeys.site.world import Desk
from mkdocs_journeys.wording import counted

MOST, MOST_OF_A_ROW = 24, 10
"""How many journeys or personas a card names, and a row of a table."""


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage of the lifecycle and the journeys that pass through it, each linked to its own stage."""

    id: str
    anchor: str
    name: str
    description: str
    emotion: float | None
    open_pains: int
    journeys: Some


@dataclass(frozen=True, slots=True)
class TouchpointRow:
    """A line of the audit. `uses` counts steps of today's journeys, `planned` those of future ones."""

    anchor: str
    name: str
    description: str
    channel: Named
    channel_kind: str
    team: Named | None
    initiator: str
    status: str
    systems: tuple[str, ...]
    uses: int
    planned: int
    emotion: float | None
    mark: Sentiment | None
    open_pains: int
    worst: PainCard | None
    journeys: Some


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """A channel with the touchpoints on it and the steps of today's journeys."""

    anchor: str
    name: str
    kind: str
    touchpoints: tuple[Named, ...]
    uses: int
    emotion: float | None


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """A part of the customer base, with its personas."""

    anchor: str
    name: str
    description: str
    personas: Some
    journeys: Some


def stage_rows(desk: Desk) -> list[StageRow]:
    """The lifecycle in its order."""
    heat = desk.world.heat_map
    return [_stage_row(desk, heat, number) for number in range(len(heat.stages))]


def touchpoint_rows(desk: Desk) -> list[TouchpointRow]:
    """The touchpoint audit in the catalog's order."""
    return [_touchpoint_row(desk, audit) for audit in desk.world.once(touchpoint_audit)]


def channel_rows(desk: Desk) -> list[ChannelRow]:
    """The channels in the catalog's order."""
    atlas = desk.atlas
    steps = _steps_by_channel(atlas)
    on: defaultdict[str, list[Named]] = defaultdict(list)
    for touchpoint in atlas.catalog.touchpoints:
        on[touchpoint.channel].append(Named(touchpoint.name, desk.to_thing("touchpoint", touchpoint.id)))
    return [
        ChannelRow(
            anchor=f"channel-{channel.id}",
            name=channel.name,
            kind=channel.kind,
            touchpoints=tuple(on[channel.id]),
            uses=len(steps[channel.id]),
            emotion=mean(known_emotions(steps[channel.id])),
        )
        for channel in atlas.catalog.channels
    ]


def segment_rows(desk: Desk) -> list[SegmentRow]:
    """The segments in the catalog's order."""
    return [_segment_row(desk, segment) for segment in desk.atlas.catalog.segments]


def _stage_row(desk: Desk, heat: HeatMap, number: int) -> StageRow:
    """The stage of this number, with the journeys that pass through; of many the lowest feelings come first."""
    passing = [(row.journey, cell) for row in heat.rows if (cell := row.cells[number])]
    if len(passing) > MOST:
        passing.sort(key=lambda one: (not one[1].emotions, one[1].emotion or 0))

    def named(one: tuple[Journey, HeatCell]) -> Named:
        journey, cell = one
        href = desk.to(f"journeys/{journey.id}.md", stage_anchor(cell.stage_number))
        return Named(journey.title, href, journey_named(desk, journey).note)

    stage = heat.stages[number]
    return StageRow(
        id=stage.id,
        anchor=f"stage-{stage.id}",
        name=stage.name,
        description=stage.description or "",
        emotion=heat.means[number],
        open_pains=heat.pains[number],
        journeys=some(passing, MOST, named),
    )


def _touchpoint_row(desk: Desk, audit: TouchpointAudit) -> TouchpointRow:
    touchpoint = audit.touchpoint
    return TouchpointRow(
        anchor=f"touchpoint-{touchpoint.id}",
        name=touchpoint.name,
        description=touchpoint.description or "",
        channel=Named(audit.channel.name, desk.to_thing("channel", audit.channel.id)),
        channel_kind=audit.channel.kind,
        team=team_named(desk, touchpoint.team),
        initiator=touchpoint.initiator or "",
        status=touchpoint.status,
        systems=touchpoint.systems,
        uses=len(audit.places),
        planned=audit.planned_uses,
        emotion=audit.emotion,
        mark=audit.sentiment,
        open_pains=len(audit.pains),
        worst=pain_card(desk, audit.pains[0]) if audit.pains else None,
        journeys=some(audit.journeys, MOST_OF_A_ROW, lambda journey: journey_named(desk, journey)),
    )


def _segment_row(desk: Desk, segment: Segment) -> SegmentRow:
    personas = [one for one in desk.atlas.personas.values() if one.segment == segment.id]
    journeys = [one for one in desk.world.journeys if segment.id in one.segments]
    return SegmentRow(
        anchor=f"segment-{segment.id}",
        name=segment.name,
        description=segment.description or "",
        personas=some(personas, MOST, lambda persona: _persona_named(desk, persona)),
        journeys=some(journeys, MOST, lambda journey: journey_named(desk, journey)),
    )


def _persona_named(desk: Desk, persona: Persona) -> Named:
    share = f"{persona.share:g}% of the base" if persona.share is not None else ""
    return Named(persona.name, desk.to_thing("persona", persona.id), share)


def _steps_by_channel(atlas: Atlas) -> dict[str, list[Step]]:
    """Channel id to the steps of today's journeys there."""
    found: defaultdict[str, list[Step]] = defaultdict(list)
    for journey in present_journeys(atlas):
        for step in journey.steps:
            if channel := atlas.channel_of(step):
                found[channel.id].append(step)
    return found


def summary_of(desk: Desk) -> str:
    """What the catalog holds, in one line."""
    catalog = desk.atlas.catalog
    parts = (
        counted(len(catalog.stages), "stage"),
        counted(len(catalog.touchpoints), "touchpoint"),
        counted(len(catalog.channels), "channel"),
        counted(len(catalog.teams), "team"),
        counted(len(catalog.segments), "segment"),
    )
    return ", ".join(part for part in parts if not part.startswith("0 ")) or "Nothing is named yet"
