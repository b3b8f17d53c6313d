"""The touchpoint audit: how each touchpoint is used and what mark it leaves."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import inf
from typing import Literal

from mkdocs_journeys.atlas import Atlas, Place
from mkdocs_journeys.insight.emotion import felt_at, level, step_emotion
from mkdocs_journeys.insight.ranking import ScoredHurt, scored
from mkdocs_journeys.insight.selection import mean, open_hurts_at, present_journeys
from mkdocs_journeys.model import Channel, Journey, Touchpoint

Mark = Literal["positive", "neutral", "negative"]


@dataclass(frozen=True, slots=True)
class TouchpointAudit:
    """A touchpoint in the present journeys; `planned_uses` counts the steps of future journeys there.

    `hurts` are the open pains felt there, the most urgent first; `journeys` stand by what is felt there, the
    lowest first.
    """

    touchpoint: Touchpoint
    channel: Channel
    places: tuple[Place, ...]
    emotion: float | None
    mark: Mark | None
    hurts: tuple[ScoredHurt, ...]
    journeys: tuple[Journey, ...]
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
    places = tuple([place for place in everywhere if place.journey.id in present])
    emotion = mean(felt_at([place.step for place in places]))
    sore = [place.step for place in places if place.step.pains]
    hurts = {hurt.pain.id: hurt for step in sore for hurt in open_hurts_at(atlas, step)}
    return TouchpointAudit(
        touchpoint,
        atlas.channels[touchpoint.channel],
        places,
        emotion,
        mark_of(emotion),
        tuple(scored(hurts.values(), atlas.catalog.scoring)),
        tuple(_lowest_first(places)),
        sum(place.journey.state == "future" and place.journey.status != "retired" for place in everywhere),
    )


def _lowest_first(places: Iterable[Place]) -> list[Journey]:
    """The journeys of these places by what is felt there; those of which nothing is known come last."""
    journeys: dict[str, Journey] = {}
    felt: defaultdict[str, list[float]] = defaultdict(list)
    for place in places:
        journeys[place.journey.id] = place.journey
        if (value := step_emotion(place.step)) is not None:
            felt[place.journey.id].append(value)
    means = {id: sum(values) / len(values) for id, values in felt.items()}
    return [journeys[id] for id in sorted(journeys, key=lambda id: means.get(id, inf))]
