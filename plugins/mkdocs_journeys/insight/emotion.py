"""What customers feel along a journey: means and curves."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from math import copysign, floor

from mkdocs_journeys.atlas import emotion_of
from mkdocs_journeys.insight.selection import mean
from mkdocs_journeys.model import Journey, JourneyStage, Step
from mkdocs_journeys.model.scales import EMOTION_WORDS

MINUS = "\N{MINUS SIGN}"


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


def curve_of(journey: Journey, persona: str) -> tuple[int | None, ...]:
    """What a persona feels, step by step; None where nothing is known: a gap."""
    return tuple([emotion_of(journey, step, persona) for step in journey.steps])


def curves_of(
    main: str, acting: Sequence[Sequence[str]], emotions: Iterable[dict[str, int] | int | None]
) -> dict[str, tuple[int | None, ...]]:
    """`curve_of` for the main persona and then whoever acts, as they come; from the actors and emotions of steps."""
    felt_by_all = list(emotions)
    return {
        id: tuple(
            [
                felt.get(id) if isinstance(felt, dict) else felt if id in actors else None
                for felt, actors in zip(felt_by_all, acting, strict=True)
            ]
        )
        for id in dict.fromkeys(chain((main,), *acting))
    }


@lru_cache(maxsize=4_096)
def level(value: float) -> int:
    """The nearest step of the emotion scale, −2 to 2; halves go away from zero."""
    return int(copysign(floor(abs(value) + 0.5), value))


@lru_cache(maxsize=4_096)
def emotion_word(value: float) -> str:
    """An emotion in words: "negative"."""
    return EMOTION_WORDS[level(value)]


@lru_cache(maxsize=4_096, typed=True)
def signed(value: float) -> str:
    """A number with its sign and a true minus: "+1", "−2", "0"; means have one decimal: "−0.5", "0.0"."""
    size = str(abs(value)) if isinstance(value, int) else f"{floor(abs(value) * 10 + 0.5) / 10:.1f}"
    if float(size) == 0:
        return size
    return f"{MINUS if value < 0 else '+'}{size}"


def _mean_of_steps(steps: list[Step]) -> float | None:
    return mean(felt_at(steps))
