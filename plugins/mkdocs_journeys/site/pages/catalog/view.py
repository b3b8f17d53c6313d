"""The shared vocabulary as its page shows it: stages, touchpoints, channels and segments."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_journeys.atlas import Atlas, Place, places_of
from mkdocs_journeys.insight.emotion import step_emotion
from mkdocs_journeys.insight.selection import mean, present_journeys
from mkdocs_journeys.insight.touchpoints import Mark, TouchpointAudit, touchpoint_audit
from mkdocs_journeys.model import Segment, Stage
from mkdocs_journeys.site.anchors import stage_anchor
from mkdocs_journeys.site.named import Named, PainCard, journey_named, pain_card, team_named
from mkdocs_journeys.site.render import plural
from mkdocs_journeys.site.world import Desk


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage of the lifecycle and the journeys that pass through it, each linked to its own stage."""

    id: str
    anchor: str
    name: str
    description: str
    emotion: float | None
    open_pains: int
    journeys: tuple[Named, ...]


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
    mark: Mark | None
    open_pains: int
    worst: PainCard | None
    journeys: tuple[Named, ...]


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
    personas: tuple[Named, ...]
    journeys: tuple[Named, ...]


def stage_rows(desk: Desk) -> list[StageRow]:
    """The lifecycle in its order."""
    heat = desk.world.heat_map
    passing = _passing(desk)
    return [
        _stage_row(stage, emotion, pains, tuple(passing.get(stage.id, {}).values()))
        for stage, emotion, pains in zip(heat.stages, heat.means, heat.pains, strict=True)
    ]


def touchpoint_rows(desk: Desk) -> list[TouchpointRow]:
    """The touchpoint audit in the catalog's order."""
    return [_touchpoint_row(desk, audit) for audit in touchpoint_audit(desk.atlas)]


def channel_rows(desk: Desk) -> list[ChannelRow]:
    """The channels in the catalog's order."""
    atlas = desk.atlas
    places = _places_by_channel(atlas)
    on: defaultdict[str, list[Named]] = defaultdict(list)
    for touchpoint in atlas.catalog.touchpoints:
        on[touchpoint.channel].append(Named(touchpoint.name, desk.to_thing("touchpoint", touchpoint.id)))
    return [
        ChannelRow(
            anchor=f"channel-{channel.id}",
            name=channel.name,
            kind=channel.kind,
            touchpoints=tuple(on[channel.id]),
            uses=len(places[channel.id]),
            emotion=_mean_of(places[channel.id]),
        )
        for channel in atlas.catalog.channels
    ]


def segment_rows(desk: Desk) -> list[SegmentRow]:
    """The segments in the catalog's order."""
    return [_segment_row(desk, segment) for segment in desk.atlas.catalog.segments]


def _passing(desk: Desk) -> dict[str, dict[str, Named]]:
    """Stage id to the journeys that have it, retired ones left out; each once, at its first such stage."""
    found: defaultdict[str, dict[str, Named]] = defaultdict(dict)
    for journey in desk.world.journeys:
        if journey.status == "retired":
            continue
        note = journey_named(desk, journey).note
        for number, stage in enumerate(journey.stages, 1):
            href = desk.to(f"journeys/{journey.id}.md", stage_anchor(number))
            found[stage.stage].setdefault(journey.id, Named(journey.title, href, note))
    return found


def _stage_row(stage: Stage, emotion: float | None, pains: int, journeys: tuple[Named, ...]) -> StageRow:
    return StageRow(
        id=stage.id,
        anchor=f"stage-{stage.id}",
        name=stage.name,
        description=stage.description or "",
        emotion=emotion,
        open_pains=pains,
        journeys=journeys,
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
        mark=audit.mark,
        open_pains=len(audit.hurts),
        worst=pain_card(desk, audit.hurts[0]) if audit.hurts else None,
        journeys=tuple(journey_named(desk, journey) for journey in audit.journeys),
    )


def _segment_row(desk: Desk, segment: Segment) -> SegmentRow:
    personas = [one for one in desk.atlas.personas.values() if one.segment == segment.id]
    journeys = [one for one in desk.world.journeys if segment.id in one.segments]
    return SegmentRow(
        anchor=f"segment-{segment.id}",
        name=segment.name,
        description=segment.description or "",
        personas=tuple(
            Named(
                one.name,
                desk.to_thing("persona", one.id),
                f"{one.share:g}% of the base" if one.share is not None else "",
            )
            for one in personas
        ),
        journeys=tuple(journey_named(desk, journey) for journey in journeys),
    )


def _places_by_channel(atlas: Atlas) -> dict[str, list[Place]]:
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for journey in present_journeys(atlas):
        for place in places_of(journey):
            channel = atlas.channel_of(place.step)
            if channel:
                found[channel.id].append(place)
    return found


def _mean_of(places: Sequence[Place]) -> float | None:
    return mean(value for place in places if (value := step_emotion(place.step)) is not None)


def summary_of(desk: Desk) -> str:
    """What the catalog holds, in one line."""
    catalog = desk.atlas.catalog
    parts = (
        plural(len(catalog.stages), "stage"),
        plural(len(catalog.touchpoints), "touchpoint"),
        plural(len(catalog.channels), "channel"),
        plural(len(catalog.teams), "team"),
        plural(len(catalog.segments), "segment"),
    )
    return ", ".join(part for part in parts if not part.startswith("0 ")) or "Nothing is named yet"
