"""A future journey against the one of today that it would replace, and any two sides against each other."""

from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.comparison.sides import JourneyFigures, JourneySide, figures_of, open_pains_of
from mkdocs_journeys.insight.emotion import curve_of
from mkdocs_journeys.insight.scoring import ScoredPain
from mkdocs_journeys.model import Journey


@dataclass(frozen=True, slots=True)
class JourneyComparison:
    """Two sides in figures, `before` and `after`, and what becomes of pains.

    `gone` are the open pains of one side that are felt nowhere on the other, `kept` those that are, `new` those of
    the other alone, each by descending score; `stages_left` are the ids of lifecycle stages that only the one passes.
    """

    one: JourneySide
    other: JourneySide
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


def comparison_of(atlas: Atlas, one: JourneySide, other: JourneySide) -> JourneyComparison:
    """Two sides against each other."""
    before, after = open_pains_of(atlas, one), open_pains_of(atlas, other)
    stages = {stage.stage for stage in other.journey.stages}
    return JourneyComparison(
        one=one,
        other=other,
        before=figures_of(atlas, one),
        after=figures_of(atlas, other),
        gone=tuple(item for id, item in before.items() if id not in after),
        kept=tuple(item for id, item in after.items() if id in before),
        new=tuple(item for id, item in after.items() if id not in before),
        stages_left=tuple(dict.fromkeys(stage.stage for stage in one.journey.stages if stage.stage not in stages)),
    )


def replacement_of(atlas: Atlas, tomorrow: Journey) -> JourneyComparison | None:
    """What a future journey would change; None for one that replaces nothing."""
    today = atlas.journeys.get(tomorrow.baseline or "")
    return comparison_of(atlas, JourneySide(today), JourneySide(tomorrow)) if today else None


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
