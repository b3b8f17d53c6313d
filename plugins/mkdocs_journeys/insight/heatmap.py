"""Journeys across the stages of the customer's lifecycle: how each feels there and what hurts."""

from dataclasses import dataclass

from mkdocs_journeys.atlas import Atlas, Hurt
from mkdocs_journeys.insight.emotion import journey_emotion, lifecycle_emotions, step_emotion
from mkdocs_journeys.insight.ranking import scored
from mkdocs_journeys.insight.scoring import Band
from mkdocs_journeys.insight.selection import kept_journeys, mean, open_hurts_at, present_journeys
from mkdocs_journeys.model import Journey, Stage, Step


@dataclass(frozen=True, slots=True)
class HeatCell:
    """What a journey goes through at a stage of the lifecycle.

    `stage_number` is the number of the journey's first stage there, from 1; `worst` the band of its most
    urgent open pain; a pain felt at several steps counts once.
    """

    stage: Stage
    emotion: float | None
    open_pains: int
    worst: Band | None
    stage_number: int
    steps: int


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A journey with one cell per stage of the map, None where it does not go."""

    journey: Journey
    cells: tuple[HeatCell | None, ...]
    emotion: float | None
    future: bool


@dataclass(frozen=True, slots=True)
class HeatMap:
    """The stages that any journey visits, in the catalog's order, and the journeys in lifecycle order.

    `means` and `pains` sum each stage up over the present journeys: mean emotion and open pains.
    """

    stages: tuple[Stage, ...]
    rows: tuple[HeatRow, ...]
    means: tuple[float | None, ...]
    pains: tuple[int, ...]


def heat_map(atlas: Atlas) -> HeatMap:
    """All journeys that are not retired, the future ones after the journey that they would replace."""
    journeys = kept_journeys(atlas)
    visited = {stage.stage for journey in journeys for stage in journey.stages}
    stages = tuple(stage for stage in atlas.catalog.stages if stage.id in visited)
    emotions = lifecycle_emotions(atlas)
    present = present_journeys(atlas)
    return HeatMap(
        stages,
        tuple(_row(atlas, journey, stages) for journey in _in_lifecycle_order(atlas, journeys)),
        tuple(emotions[stage.id] for stage in stages),
        tuple(len(_open_hurts(atlas, _steps_at(present, stage))) for stage in stages),
    )


def _in_lifecycle_order(atlas: Atlas, journeys: list[Journey]) -> list[Journey]:
    """By the first lifecycle stage, drafts last, then as the files stand; a future journey behind its baseline."""
    stage_order = {id: index for index, id in enumerate(atlas.stages)}
    file_order = {id: index for index, id in enumerate(atlas.journeys)}

    def order(journey: Journey) -> tuple[int, bool, int, bool, int]:
        anchor = atlas.journeys.get(journey.baseline or "", journey)
        first = min(stage_order[stage.stage] for stage in anchor.stages)
        return first, anchor.status == "draft", file_order[anchor.id], anchor is not journey, file_order[journey.id]

    return sorted(journeys, key=order)


def _row(atlas: Atlas, journey: Journey, stages: tuple[Stage, ...]) -> HeatRow:
    cells = tuple(_cell(atlas, journey, stage) for stage in stages)
    return HeatRow(journey, cells, journey_emotion(journey), journey.state == "future")


def _cell(atlas: Atlas, journey: Journey, stage: Stage) -> HeatCell | None:
    numbers = [number for number, part in enumerate(journey.stages, 1) if part.stage == stage.id]
    if not numbers:
        return None
    steps = _steps_at([journey], stage)
    hurts = scored(_open_hurts(atlas, steps), atlas.catalog.scoring)
    return HeatCell(
        stage,
        mean(value for step in steps if (value := step_emotion(step)) is not None),
        len(hurts),
        hurts[0].score.band if hurts else None,
        numbers[0],
        len(steps),
    )


def _steps_at(journeys: list[Journey], stage: Stage) -> list[Step]:
    return [step for journey in journeys for part in journey.stages if part.stage == stage.id for step in part.steps]


def _open_hurts(atlas: Atlas, steps: list[Step]) -> list[Hurt]:
    """The open pains of these steps, each once."""
    return list({hurt.pain.id: hurt for step in steps for hurt in open_hurts_at(atlas, step)}.values())
