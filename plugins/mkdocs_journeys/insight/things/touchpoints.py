"""The touchpoint audit: use, emotion and open pains of each touchpoint."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal

from mkdocs_journeys.atlas import Atlas, StepLocation, once_per_atlas
from mkdocs_journeys.insight.emotion import level, step_emotion
from mkdocs_journeys.insight.scoring import ScoredPain, scored_pains
from mkdocs_journeys.insight.selection import mean, open_pains_at, present_journeys
from mkdocs_journeys.model import Channel, Journey, Touchpoint

Sentiment = Literal["positive", "neutral", "negative"]


@dataclass(frozen=True, slots=True)
class TouchpointAudit:
    """A touchpoint in the present journeys; `planned_uses` counts the steps of future journeys there.

    `pains` are the open ones, the most urgent first; `journeys` are ordered by their mean emotion there, the
    lowest first.
    """

    touchpoint: Touchpoint
    channel: Channel
    places: tuple[StepLocation, ...]
    emotion: float | None
    sentiment: Sentiment | None
    pains: tuple[ScoredPain, ...]
    journeys: tuple[Journey, ...]
    planned_uses: int


def touchpoint_audit(atlas: Atlas) -> list[TouchpointAudit]:
    """Every touchpoint of the catalog in its order, unused ones included."""
    return [_audit(atlas, touchpoint) for touchpoint in atlas.catalog.touchpoints]


@once_per_atlas
def places_today(atlas: Atlas) -> dict[str, tuple[StepLocation, ...]]:
    """Touchpoint id to the steps of the present journeys that happen there."""
    present = {journey.id for journey in present_journeys(atlas)}
    return {
        touchpoint: tuple([place for place in places if place.journey.id in present])
        for touchpoint, places in atlas.places_of_touchpoint.items()
    }


def sentiment_of(emotion: float | None) -> Sentiment | None:
    """The sign of a mean emotion, rounded to the scale; None where it is unknown."""
    if emotion is None:
        return None
    rounded = level(emotion)
    return "positive" if rounded > 0 else "negative" if rounded < 0 else "neutral"


def _audit(atlas: Atlas, touchpoint: Touchpoint) -> TouchpointAudit:
    everywhere = atlas.places_of_touchpoint.get(touchpoint.id, [])
    places = places_today(atlas).get(touchpoint.id, ())
    emotions = [step_emotion(place.step) for place in places]
    emotion = mean([felt for felt in emotions if felt is not None])
    pains = {item.pain.id: item for place in places for item in open_pains_at(atlas, place.step)}
    return TouchpointAudit(
        touchpoint,
        atlas.channels[touchpoint.channel],
        places,
        emotion,
        sentiment_of(emotion),
        tuple(scored_pains(pains.values(), atlas.catalog.scoring)),
        tuple(_lowest_first(places, emotions)),
        sum([place.journey.state == "future" and place.journey.status != "retired" for place in everywhere]),
    )


def _lowest_first(places: Sequence[StepLocation], emotions: Sequence[float | None]) -> list[Journey]:
    """The journeys of these places by ascending mean emotion there; unknown ones last."""
    journeys: dict[str, Journey] = {}
    felt: defaultdict[str, list[float]] = defaultdict(list)
    for place, emotion in zip(places, emotions, strict=True):
        journey = place.journey
        journeys[journey.id] = journey
        if emotion is not None:
            felt[journey.id].append(emotion)
    means = {id: sum(values) / len(values) for id, values in felt.items()}
    return [journeys[id] for id in sorted(journeys, key=lambda id: means.get(id, inf))]
