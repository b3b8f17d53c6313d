"""A future journey against the one of today that it would replace."""

from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.durations import TimeTaken, time_of_journey
from mkdocs_journeys.insight.emotion import curve_of, mean_emotion, moments_of_truth
from mkdocs_journeys.insight.scoring import ScoredPain, scored_pains
from mkdocs_journeys.insight.things.handoffs import handoffs_of
from mkdocs_journeys.model import Journey


@dataclass(frozen=True, slots=True)
class JourneyFigures:
    """A journey in figures; the pains and the painful moments of truth are the open ones."""

    emotion: float | None
    open_pains: int
    sore_moments: int
    steps: int
    handoffs: int
    time: TimeTaken | None


@dataclass(frozen=True, slots=True)
class Replacement:
    """What would change with a future journey.

    `gone` are the open pains of today that are felt nowhere in it, `kept` those that are, `new` its own, each by
    descending score; `stages_left` are the ids of lifecycle stages that only the journey of today passes.
    """

    today: Journey
    tomorrow: Journey
    before: JourneyFigures
    after: JourneyFigures
    gone: tuple[ScoredPain, ...]
    kept: tuple[ScoredPain, ...]
    new: tuple[ScoredPain, ...]
    stages_left: tuple[str, ...]


class PlacedEmotion(NamedTuple):
    """An emotion of today on the map of tomorrow; `column` counts steps of tomorrow from 0, 0.5 is amid the first."""

    column: float
    emotion: float


def replacement_of(atlas: Atlas, tomorrow: Journey) -> Replacement | None:
    """What a future journey would change; None for one that replaces nothing."""
    today = atlas.journeys.get(tomorrow.baseline or "")
    if today is None:
        return None
    before, after = _open_pains(atlas, today), _open_pains(atlas, tomorrow)
    stages = {stage.stage for stage in tomorrow.stages}
    return Replacement(
        today=today,
        tomorrow=tomorrow,
        before=figures_of(atlas, today),
        after=figures_of(atlas, tomorrow),
        gone=tuple(item for id, item in before.items() if id not in after),
        kept=tuple(item for id, item in after.items() if id in before),
        new=tuple(item for id, item in after.items() if id not in before),
        stages_left=tuple(dict.fromkeys(stage.stage for stage in today.stages if stage.stage not in stages)),
    )


def figures_of(atlas: Atlas, journey: Journey) -> JourneyFigures:
    """A journey in the figures that are compared."""
    return JourneyFigures(
        emotion=mean_emotion(journey),
        open_pains=len(_open_pains(atlas, journey)),
        sore_moments=sum(moment.painful for moment in moments_of_truth(atlas, journey)),
        steps=len(journey.steps),
        handoffs=len(handoffs_of(atlas, journey)),
        time=time_of_journey(journey),
    )


def emotions_today(today: Journey, tomorrow: Journey, persona: str) -> tuple[PlacedEmotion, ...]:
    """The emotions of a persona today, spread over the columns of the same stages tomorrow, in their order.

    Several parts of a journey in one stage of the lifecycle are matched in their order; what has no counterpart is
    left out.
    """
    felt = iter(curve_of(today, persona))
    parts: dict[str, list[list[float | None]]] = {}
    for stage in today.stages:
        parts.setdefault(stage.stage, []).append([next(felt) for _ in stage.steps])
    found: list[PlacedEmotion] = []
    column = 0
    for stage in tomorrow.stages:
        width, known = len(stage.steps), parts.get(stage.stage)
        if known:
            values = known.pop(0)
            share = width / len(values)
            found += [
                PlacedEmotion(column + (index + 0.5) * share, value)
                for index, value in enumerate(values)
                if value is not None
            ]
        column += width
    return tuple(found)


def _open_pains(atlas: Atlas, journey: Journey) -> dict[str, ScoredPain]:
    located = [item for item in atlas.pains_of_journey.get(journey.id, ()) if item.pain.is_open]
    return {item.pain.id: item for item in scored_pains(located, atlas.catalog.scoring)}
