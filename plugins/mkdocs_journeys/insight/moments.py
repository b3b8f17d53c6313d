"""Moments of truth: the steps where the relationship is won or lost, and those of them that hurt."""

from dataclasses import dataclass

from mkdocs_journeys.atlas import Atlas, StepLocation
from mkdocs_journeys.insight.emotion import step_emotion
from mkdocs_journeys.insight.ranking import ScoredHurt, scored
from mkdocs_journeys.insight.selection import open_hurts_at, present_journeys
from mkdocs_journeys.model import Journey, Step


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of truth: its mean emotion, what the unhappiest actor feels, and the open pains there."""

    place: StepLocation
    emotion: float | None
    worst: int | None
    hurts: tuple[ScoredHurt, ...]

    @property
    def sore(self) -> bool:
        """Whether anybody feels bad at it, or an open pain of the high band stands there."""
        unhappy = self.worst is not None and self.worst < 0
        return unhappy or any(hurt.score.band == "high" for hurt in self.hurts)


def moments_of_truth(atlas: Atlas, journey: Journey) -> list[Moment]:
    """The moments of truth of a journey, in order."""
    return [_moment(atlas, place) for place in atlas.places[journey.id] if place.step.moment_of_truth]


def sore_moments(atlas: Atlas) -> list[Moment]:
    """The moments of truth of the present journeys that hurt, the unhappiest first."""
    moments = (moment for journey in present_journeys(atlas) for moment in moments_of_truth(atlas, journey))
    return sorted((moment for moment in moments if moment.sore), key=_order)


def _moment(atlas: Atlas, place: StepLocation) -> Moment:
    hurts = scored(open_hurts_at(atlas, place.step), atlas.catalog.scoring)
    return Moment(place, step_emotion(place.step), _worst(place.step), tuple(hurts))


def _worst(step: Step) -> int | None:
    return min(step.emotion.values(), default=None) if isinstance(step.emotion, dict) else step.emotion


def _order(moment: Moment) -> tuple[float, float]:
    """By the worst feeling, an unknown one after the bad ones; then by the worst pain."""
    feeling = 0 if moment.worst is None else moment.worst
    return feeling, -max((hurt.score.value for hurt in moment.hurts), default=0)
