"""The touchpoint audit: use, emotion and open pains of each touchpoint."""

from dataclasses import dataclass
from typing import Literal

from mkdocs_journeys.atlas import Atlas, StepLocation
from mkdocs_journeys.insight.emotion import known_emotions, level
from mkdocs_journeys.insight.scoring import ScoredPain, scored_pains
from mkdocs_journeys.insight.selection import mean, open_pains_at
from mkdocs_journeys.insight.things.places import places_today, worst_first
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


def sentiment_of(emotion: float | None) -> Sentiment | None:
    """The sign of a mean emotion, rounded to the scale; None where it is unknown."""
    if emotion is None:
        return None
    rounded = level(emotion)
    return "positive" if rounded > 0 else "negative" if rounded < 0 else "neutral"


def _audit(atlas: Atlas, touchpoint: Touchpoint) -> TouchpointAudit:
    everywhere = atlas.places_of_touchpoint.get(touchpoint.id, [])
    places = tuple(atlas.cached(places_today, "touchpoint").get(touchpoint.id, ()))
    emotion = mean(known_emotions(place.step for place in places))
    pains = {item.pain.id: item for place in places for item in open_pains_at(atlas, place.step)}
    return TouchpointAudit(
        touchpoint,
        atlas.channels[touchpoint.channel],
        places,
        emotion,
        sentiment_of(emotion),
        tuple(scored_pains(pains.values(), atlas.catalog.scoring)),
        tuple([journey for journey, _places in worst_first(places)]),
        sum([place.journey.state == "future" and place.journey.status != "retired" for place in everywhere]),
    )
