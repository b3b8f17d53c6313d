"""The touchpoint audit: how each touchpoint is used and what mark it leaves."""

from dataclasses import dataclass
from typing import Literal

from mkdocs_journeys.atlas import Atlas, Place, actors_of
from mkdocs_journeys.insight.emotion import level, step_emotion
from mkdocs_journeys.insight.ranking import ScoredHurt, scored
from mkdocs_journeys.insight.selection import mean, open_hurts_at, present_journeys
from mkdocs_journeys.model import Channel, Journey, Team, Touchpoint

Mark = Literal["positive", "neutral", "negative"]


@dataclass(frozen=True, slots=True)
class TouchpointAudit:
    """A touchpoint in the present journeys; `planned_uses` counts the steps of future journeys there.

    `hurts` are the open pains felt there, the most urgent first; `personas` ids of who acts there.
    """

    touchpoint: Touchpoint
    channel: Channel
    team: Team | None
    places: tuple[Place, ...]
    emotion: float | None
    mark: Mark | None
    hurts: tuple[ScoredHurt, ...]
    journeys: tuple[Journey, ...]
    personas: tuple[str, ...]
    planned_uses: int


def touchpoint_audit(atlas: Atlas) -> list[TouchpointAudit]:
    """Every touchpoint of the catalog in its order, those that no step uses too."""
    present = {journey.id for journey in present_journeys(atlas)}
    return [_audit(atlas, touchpoint, present) for touchpoint in atlas.catalog.touchpoints]


def mark_of(emotion: float | None) -> Mark | None:
    """Whether a mean emotion, rounded to the scale, is good, neutral or bad; None where it is unknown."""
    if emotion is None:
        return None
    rounded = level(emotion)
    return "positive" if rounded > 0 else "negative" if rounded < 0 else "neutral"


def _audit(atlas: Atlas, touchpoint: Touchpoint, present: set[str]) -> TouchpointAudit:
    everywhere = atlas.places_of_touchpoint.get(touchpoint.id, [])
    places = tuple(place for place in everywhere if place.journey.id in present)
    emotions = (step_emotion(place.step) for place in places)
    emotion = mean(value for value in emotions if value is not None)
    hurts = {hurt.pain.id: hurt for place in places for hurt in open_hurts_at(atlas, place.step)}
    return TouchpointAudit(
        touchpoint,
        atlas.channels[touchpoint.channel],
        atlas.teams.get(touchpoint.team or ""),
        places,
        emotion,
        mark_of(emotion),
        tuple(scored(hurts.values(), atlas.catalog.scoring)),
        tuple({place.journey.id: place.journey for place in places}.values()),
        tuple(dict.fromkeys(actor for place in places for actor in actors_of(place.journey, place.step))),
        sum(place.journey.state == "future" and place.journey.status != "retired" for place in everywhere),
    )
