"""What customers feel along a journey: means, curves, the lowest and highest points."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import copysign, floor

from mkdocs_journeys.atlas import Atlas, Place, actors_of, emotion_of, places_of
from mkdocs_journeys.insight.selection import mean, present_journeys
from mkdocs_journeys.model import Journey, JourneyStage, Step
from mkdocs_journeys.model.scales import EMOTION_WORDS

MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class Curve:
    """What one persona feels, step by step; None where nothing is known: a gap."""

    persona: str
    values: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Extreme:
    """The lowest or highest mean emotion of a journey and every step that has it."""

    value: float
    places: tuple[Place, ...]


def step_emotion(step: Step) -> float | None:
    """The mean over the actors of whom something is known, −2 to 2."""
    emotion = step.emotion
    if isinstance(emotion, dict):
        return mean(emotion.values())
    return None if emotion is None else float(emotion)


def felt_at(steps: Iterable[Step]) -> list[float]:
    """The emotions of the steps of which something is known, in their order."""
    found: list[float] = []
    for step in steps:
        emotion = step.emotion
        if type(emotion) is int:
            found.append(emotion)
        elif emotion is not None and (value := step_emotion(step)) is not None:
            found.append(value)
    return found


def stage_emotion(stage: JourneyStage) -> float | None:
    """The mean of the steps of a stage of a journey; every step counts the same."""
    return _mean_of_steps(stage.steps)


def journey_emotion(journey: Journey) -> float | None:
    """The mean of the steps of a journey; every step counts the same."""
    return _mean_of_steps(journey.steps)


def lifecycle_emotions(atlas: Atlas) -> dict[str, float | None]:
    """The mean at each stage of the catalog, over the steps of every present journey."""
    steps: dict[str, list[Step]] = {id: [] for id in atlas.stages}
    for journey in present_journeys(atlas):
        for stage in journey.stages:
            steps[stage.stage].extend(stage.steps)
    return {id: _mean_of_steps(found) for id, found in steps.items()}


def curve_of(journey: Journey, persona: str) -> Curve:
    """What a persona feels at every step of a journey."""
    return Curve(persona, tuple(emotion_of(journey, step, persona) for step in journey.steps))


def curves_of(journey: Journey) -> tuple[Curve, ...]:
    """One curve for everybody of whom something is known, the journey's personas first.

    The main persona has a curve even when it is one long gap.
    """
    actors = [actor for step in journey.steps for actor in (*actors_of(journey, step), *_felt_by(step))]
    curves = [curve_of(journey, persona) for persona in dict.fromkeys([*journey.personas, *actors])]
    main, *others = curves
    return (main, *(curve for curve in others if any(value is not None for value in curve.values)))


def lowest(journey: Journey) -> Extreme | None:
    """Where the journey feels worst; None where nothing is known."""
    known = _known(journey)
    return _where(known, min(value for _, value in known)) if known else None


def highest(journey: Journey) -> Extreme | None:
    """Where the journey feels best; None where nothing is known."""
    known = _known(journey)
    return _where(known, max(value for _, value in known)) if known else None


def level(value: float) -> int:
    """The nearest step of the emotion scale, −2 to 2; halves go away from zero."""
    return int(copysign(floor(abs(value) + 0.5), value))


def emotion_word(value: float) -> str:
    """An emotion in words: "negative"."""
    return EMOTION_WORDS[level(value)]


def signed(value: float) -> str:
    """A number with its sign and a true minus: "+1", "−2", "0"; means have one decimal: "−0.5", "0.0"."""
    size = str(abs(value)) if isinstance(value, int) else f"{floor(abs(value) * 10 + 0.5) / 10:.1f}"
    if float(size) == 0:
        return size
    return f"{MINUS if value < 0 else '+'}{size}"


def _felt_by(step: Step) -> tuple[str, ...]:
    return tuple(step.emotion) if isinstance(step.emotion, dict) else ()


def _mean_of_steps(steps: list[Step]) -> float | None:
    return mean(felt_at(steps))


def _known(journey: Journey) -> list[tuple[Place, float]]:
    emotions = ((place, step_emotion(place.step)) for place in places_of(journey))
    return [(place, value) for place, value in emotions if value is not None]


def _where(known: list[tuple[Place, float]], extreme: float) -> Extreme:
    return Extreme(extreme, tuple(place for place, value in known if value == extreme))
