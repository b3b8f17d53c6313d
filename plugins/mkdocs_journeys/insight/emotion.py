"""Emotions of customers along a journey: means, curves and moments of truth."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import copysign, floor

from mkdocs_journeys.atlas import Atlas, StepLocation, actors_of
from mkdocs_journeys.insight.scoring import ScoredPain, scored_pains
from mkdocs_journeys.insight.selection import mean, open_pains_at, present_journeys
from mkdocs_journeys.insight.ways import main_steps
from mkdocs_journeys.model import Journey, JourneyStage, Step
from mkdocs_journeys.model.scales import EMOTION_WORDS
from mkdocs_journeys.wording import MINUS


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of truth: its mean emotion, that of the unhappiest actor, and the open pains there by score."""

    place: StepLocation
    emotion: float | None
    worst: float | None
    pains: tuple[ScoredPain, ...]

    @property
    def painful(self) -> bool:
        """True if any actor's emotion is negative there, or an open pain is in the high band."""
        unhappy = self.worst is not None and self.worst < 0
        return unhappy or any(item.score.band == "high" for item in self.pains)


def step_emotion(step: Step) -> float | None:
    """The mean over the actors with a known emotion, −2 to 2."""
    emotion = step.emotion
    if isinstance(emotion, dict):
        return mean(emotion.values())
    return None if emotion is None else float(emotion)


def known_emotions(steps: Iterable[Step]) -> list[float]:
    """The mean emotion of each step that has any, in their order."""
    found: list[float] = []
    for step in steps:
        emotion = step.emotion
        value = mean(emotion.values()) if isinstance(emotion, dict) else emotion
        if value is not None:
            found.append(value)
    return found


def emotion_of(journey: Journey, step: Step, persona: str) -> float | None:
    """The emotion of a persona at a step, −2 to 2; None where nothing is known or the persona does not act.

    One number for a step with several actors holds for each of them.
    """
    emotion = step.emotion
    if isinstance(emotion, dict):
        return emotion.get(persona)
    return emotion if emotion is not None and persona in actors_of(journey, step) else None


def mean_emotion(journey: Journey, stage: JourneyStage | None = None) -> float | None:
    """The mean of the steps on the main way of a journey, or of a stage of it; every step counts the same."""
    return mean(known_emotions(main_steps(journey, stage)))


def curve_of(journey: Journey, persona: str) -> tuple[float | None, ...]:
    """The emotions of a persona, step by step; None is a gap in the curve."""
    return tuple([emotion_of(journey, step, persona) for step in journey.steps])


def main_curve_of(journey: Journey, persona: str) -> tuple[float | None, ...]:
    """As `curve_of`, along the main way alone."""
    return tuple([emotion_of(journey, step, persona) for step in main_steps(journey)])


def curves_of(
    main: str, acting: Sequence[Sequence[str]], emotions: Iterable[dict[str, float] | float | None]
) -> dict[str, tuple[float | None, ...]]:
    """Persona id to its curve, for the main persona and then every actor in order of appearance.

    `acting` are the actors of each step, `emotions` what each step gives.
    """
    by_step = list(emotions)
    return {
        id: tuple(
            [
                emotion.get(id) if isinstance(emotion, dict) else emotion if id in actors else None
                for emotion, actors in zip(by_step, acting, strict=True)
            ]
        )
        for id in dict.fromkeys(chain((main,), *acting))
    }


@lru_cache(maxsize=4_096)
def level(value: float) -> int:
    """The nearest level of the emotion scale, −2 to 2; halves are rounded away from zero."""
    return int(copysign(floor(abs(value) + 0.5), value))


def emotion_counts(values: Iterable[float]) -> tuple[int, int, int, int, int]:
    """How many of these emotions are nearest to each level of the scale, from very negative to very positive."""
    found = Counter(map(level, values))
    return found[-2], found[-1], found[0], found[1], found[2]


@lru_cache(maxsize=4_096)
def emotion_word(value: float) -> str:
    """The word for an emotion, such as "negative"."""
    return EMOTION_WORDS[level(value)]


@lru_cache(maxsize=4_096, typed=True)
def signed(value: float) -> str:
    """A number with its sign and a true minus: "+1", "−2", "0"; means have one decimal: "−0.5", "0.0"."""
    size = str(abs(value)) if isinstance(value, int) else f"{floor(abs(value) * 10 + 0.5) / 10:.1f}"
    if float(size) == 0:
        return size
    return f"{MINUS if value < 0 else '+'}{size}"


def moments_of_truth(atlas: Atlas, journey: Journey) -> list[Moment]:
    """The moments of truth of a journey, in order."""
    return [_moment(atlas, place) for place in atlas.places[journey.id] if place.step.moment_of_truth]


def painful_moments(atlas: Atlas) -> list[Moment]:
    """The painful moments of truth of the present journeys, the unhappiest first, then by their worst pain."""
    moments = (moment for journey in present_journeys(atlas) for moment in moments_of_truth(atlas, journey))
    return sorted((moment for moment in moments if moment.painful), key=_order)


def _moment(atlas: Atlas, place: StepLocation) -> Moment:
    emotion = place.step.emotion
    worst = min(emotion.values(), default=None) if isinstance(emotion, dict) else emotion
    pains = scored_pains(open_pains_at(atlas, place.step), atlas.catalog.scoring)
    return Moment(place, step_emotion(place.step), worst, tuple(pains))


def _order(moment: Moment) -> tuple[float, float]:
    """Sort key: an unknown emotion counts as neutral, after the negative ones."""
    return moment.worst or 0, -max((item.score.value for item in moment.pains), default=0)
