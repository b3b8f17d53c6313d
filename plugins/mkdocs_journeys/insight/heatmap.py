"""Journeys across the stages of the customer's lifecycle: how each feels there and what hurts."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.emotion import felt_at
from mkdocs_journeys.insight.selection import kept_journeys, mean
from mkdocs_journeys.model import Journey, Stage, Step


@dataclass(frozen=True, slots=True)
class HeatCell:
    """What is gone through at a stage of the lifecycle: by one journey, or by all journeys of a group.

    `felt` are the emotions of the steps there of which something is known; `pains` the ids of the open pains,
    each once; `stage_number` is the number of a journey's first stage there, from 1, and 0 for a group.
    """

    stage: Stage
    felt: tuple[float, ...]
    pains: frozenset[str]
    stage_number: int
    steps: int

    @property
    def emotion(self) -> float | None:
        """The mean of what is felt, −2 to 2; None where nothing is known."""
        return mean(self.felt)

    @property
    def open_pains(self) -> int:
        """How many open pains are felt there."""
        return len(self.pains)


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
    return atlas.once(_heat_map)


def heat_rows(atlas: Atlas) -> dict[str, HeatRow]:
    """The rows of the heat map by the journey's id."""
    return {row.journey.id: row for row in heat_map(atlas).rows}


def _heat_map(atlas: Atlas) -> HeatMap:
    journeys = kept_journeys(atlas)
    visited = {stage.stage for journey in journeys for stage in journey.stages}
    stages = tuple(stage for stage in atlas.catalog.stages if stage.id in visited)
    sore = _open_pains(atlas)
    rows = tuple(_row(journey, stages, sore) for journey in _in_lifecycle_order(atlas, journeys))
    sums = summed(stages, (row for row in rows if not row.future))
    return HeatMap(
        stages,
        rows,
        tuple(cell.emotion if cell else None for cell in sums),
        tuple(cell.open_pains if cell else 0 for cell in sums),
    )


def lifecycle_order(atlas: Atlas) -> tuple[Journey, ...]:
    """Every journey in the order of the lifecycle, retired ones last."""
    retired = (journey for journey in atlas.journeys.values() if journey.status == "retired")
    return (*_in_lifecycle_order(atlas, kept_journeys(atlas)), *retired)


def lifecycle_numbers(atlas: Atlas) -> dict[str, int]:
    """Journey id to its place in the order of the lifecycle."""
    return {journey.id: number for number, journey in enumerate(lifecycle_order(atlas))}


def summed(stages: tuple[Stage, ...], rows: Iterable[HeatRow]) -> tuple[HeatCell | None, ...]:
    """One cell per stage that holds what all these rows hold there; a pain that several feel counts once."""
    columns = zip(*(row.cells for row in rows), strict=True)
    found = [[cell for cell in column if cell] for column in columns] or [[] for _ in stages]
    return tuple(_sum(stage, cells) if cells else None for stage, cells in zip(stages, found, strict=True))


def _sum(stage: Stage, cells: list[HeatCell]) -> HeatCell:
    felt = tuple(chain.from_iterable([cell.felt for cell in cells]))
    pains = frozenset[str]().union(*(cell.pains for cell in cells))
    return HeatCell(stage, felt, pains, 0, sum(cell.steps for cell in cells))


def _in_lifecycle_order(atlas: Atlas, journeys: list[Journey]) -> list[Journey]:
    """By the first lifecycle stage, drafts last, then as the files stand; a future journey behind its baseline."""
    stage_order = {id: index for index, id in enumerate(atlas.stages)}
    file_order = {id: index for index, id in enumerate(atlas.journeys)}

    def order(journey: Journey) -> tuple[int, bool, int, bool, int]:
        anchor = atlas.journeys.get(journey.baseline or "", journey)
        first = min(stage_order[stage.stage] for stage in anchor.stages)
        return first, anchor.status == "draft", file_order[anchor.id], anchor is not journey, file_order[journey.id]

    return sorted(journeys, key=order)


def _open_pains(atlas: Atlas) -> defaultdict[tuple[str, str], set[str]]:
    """The open pains that are felt in a journey at a stage, by the ids of the two."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for id, hurt in atlas.hurts.items():
        for place in hurt.places if hurt.pain.is_open else ():
            found[place.journey.id, place.stage.stage].add(id)
    return found


def _row(journey: Journey, stages: tuple[Stage, ...], sore: Mapping[tuple[str, str], set[str]]) -> HeatRow:
    steps: dict[str, list[Step]] = {}
    numbers: dict[str, int] = {}
    for number, part in enumerate(journey.stages, 1):
        steps[part.stage] = [*steps[part.stage], *part.steps] if part.stage in steps else part.steps
        numbers.setdefault(part.stage, number)
    cells = tuple(
        [
            _cell(stage, steps[stage.id], numbers[stage.id], sore.get((journey.id, stage.id), ()))
            if stage.id in numbers
            else None
            for stage in stages
        ]
    )
    emotion = mean([value for cell in cells if cell for value in cell.felt])
    return HeatRow(journey, cells, emotion, journey.state == "future")


def _cell(stage: Stage, steps: list[Step], number: int, pains: Collection[str]) -> HeatCell:
    return HeatCell(stage, tuple(felt_at(steps)), frozenset(pains), number, len(steps))
