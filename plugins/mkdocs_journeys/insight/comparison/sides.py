"""One side of a comparison: a journey as everybody goes through it, or as one person does, in steps and figures."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas, StepLocation, actors_of
from mkdocs_journeys.insight.durations import TimeTaken, time_of_journey
from mkdocs_journeys.insight.emotion import emotion_of, main_curve_of, mean_emotion, moments_of_truth, step_emotion
from mkdocs_journeys.insight.scoring import ScoredPain, scored_pains
from mkdocs_journeys.insight.selection import mean, open_pains_at
from mkdocs_journeys.insight.things.handoffs import handoffs_of
from mkdocs_journeys.model import Journey


class JourneySide(NamedTuple):
    """A journey as the persona with this id goes through it; as everybody does for ""."""

    journey: Journey
    persona: str = ""


class SideStep(NamedTuple):
    """A step of a side, with its emotion there: that of the persona, else the mean over those who act."""

    place: StepLocation
    emotion: float | None


@dataclass(frozen=True, slots=True)
class JourneyFigures:
    """A side in figures; the pains and the painful moments of truth are the open ones.

    The time is that of the whole journey, so that the side of one person has none.
    """

    emotion: float | None
    open_pains: int
    sore_moments: int
    steps: int
    handoffs: int
    time: TimeTaken | None


def side_steps(atlas: Atlas, side: JourneySide) -> tuple[SideStep, ...]:
    """The steps of a side in their order: all of a journey, or those at which its persona acts."""
    return atlas.cached(_side_steps, side.journey.id, side.persona)


def _side_steps(atlas: Atlas, id: str, persona: str) -> tuple[SideStep, ...]:
    places = atlas.places[id]
    if not persona:
        return tuple([SideStep(place, step_emotion(place.step)) for place in places])
    return tuple(
        [
            SideStep(place, emotion_of(place.journey, place.step, persona))
            for place in places
            if persona in actors_of(place.journey, place.step)
        ]
    )


def acting_people(journey: Journey) -> list[str]:
    """The ids of the personas who act at some step, the main one first, then as the journey names them."""
    acting = dict.fromkeys([id for step in journey.steps for id in actors_of(journey, step)])
    return [id for id in dict.fromkeys([*journey.personas, *acting]) if id in acting]


def open_pains_of(atlas: Atlas, side: JourneySide) -> dict[str, ScoredPain]:
    """The open pains at the steps of a side by id, by descending score."""
    found = {item.pain.id: item for one in side_steps(atlas, side) for item in open_pains_at(atlas, one.place.step)}
    return {item.pain.id: item for item in scored_pains(list(found.values()), atlas.catalog.scoring)}


def figures_of(atlas: Atlas, side: JourneySide) -> JourneyFigures:
    """A side in the figures that are compared; a hand-off is a person's where it leads to one of their steps."""
    journey, persona = side
    steps = side_steps(atlas, side)
    felt = {one.place.number: one.emotion for one in steps}
    moments = [moment for moment in moments_of_truth(atlas, journey) if moment.place.number in felt]
    if persona:
        moments = [replace(moment, worst=felt[moment.place.number]) for moment in moments]
    known = [value for value in main_curve_of(journey, persona) if value is not None] if persona else []
    return JourneyFigures(
        emotion=mean(known) if persona else mean_emotion(journey),
        open_pains=len(open_pains_of(atlas, side)),
        sore_moments=sum(moment.painful for moment in moments),
        steps=len(steps),
        handoffs=sum(one.after.number in felt for one in handoffs_of(atlas, journey)),
        time=None if persona else time_of_journey(journey),
    )
