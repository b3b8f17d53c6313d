"""Heat maps: emotion and open pains of journeys across the stages of a lifecycle, also summed by group folder."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from mkdocs_journeys.atlas import Atlas, once_per_atlas
from mkdocs_journeys.insight.emotion import known_emotions
from mkdocs_journeys.insight.lifecycles import LifecycleJourneys, journeys_by_lifecycle, lifecycle_order
from mkdocs_journeys.insight.selection import grouped, mean
from mkdocs_journeys.insight.ways import has_ways, main_steps
from mkdocs_journeys.model import Journey, Stage, Step


@dataclass(frozen=True, slots=True)
class HeatCell:
    """The steps at one lifecycle stage of one journey, or of all journeys of a group.

    `emotions` are the known emotions of the steps, `pains` the ids of the open pains, each once; `stage_number` is
    the number of a journey's first stage there, from 1, and 0 for a group.
    """

    stage: Stage
    emotions: tuple[float, ...]
    pains: frozenset[str]
    stage_number: int
    steps: int

    @property
    def emotion(self) -> float | None:
        """The mean emotion, −2 to 2; None where none is known."""
        return mean(self.emotions)

    @property
    def open_pains(self) -> int:
        """The number of open pains."""
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
    """The stages that a journey of a lifecycle visits, in its order, and its journeys in that order.

    `id` and `name` are those of the lifecycle: see `LifecycleJourneys`. `means` and `pains` are the mean emotion and
    the number of open pains of each stage over the present journeys.
    """

    id: str
    name: str
    stages: tuple[Stage, ...]
    rows: tuple[HeatRow, ...]
    means: tuple[float | None, ...]
    pains: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The journeys of one folder and its subfolders on a heat map, with one cell per stage.

    `name` is the folder below maps/ ("retail/returns"), "" for journeys outside any; `lifecycle` is the id and
    the name of the heat map; `rows` are all journeys in lifecycle order; `cells`, `emotion` and `open_pains` sum up the
    present ones.
    """

    name: str
    lifecycle: tuple[str, str]
    rows: tuple[HeatRow, ...]
    cells: tuple[HeatCell | None, ...]
    emotion: float | None
    open_pains: int


@once_per_atlas
def heat_maps(atlas: Atlas) -> tuple[HeatMap, ...]:
    """A heat map for each lifecycle with journeys that are not retired; cached. Without lifecycles there is one."""
    pains = _open_pains(atlas)
    found = [_heat_map(cycle, pains) for cycle in journeys_by_lifecycle(atlas)]
    return tuple(heat for heat in found if heat.rows or not atlas.catalog.lifecycles)


def heat_rows(atlas: Atlas) -> dict[str, tuple[HeatMap, HeatRow]]:
    """Journey id to its row, with the heat map that it stands on."""
    return {row.journey.id: (heat, row) for heat in heat_maps(atlas) for row in heat.rows}


def top_groups(heat: HeatMap) -> list[GroupRow]:
    """One row per outermost folder: first the journeys outside any folder, then by name."""
    found = grouped(heat.rows, lambda row: row.journey.group.partition("/")[0])
    return [_group(heat, name, rows) for name, rows in sorted(found.items())]


def groups_within(heat: HeatMap, name: str) -> list[GroupRow]:
    """One row per direct subfolder of a folder, by name."""
    found: defaultdict[str, list[HeatRow]] = defaultdict(list)
    for row in heat.rows:
        outer, _, rest = row.journey.group.partition(f"{name}/")
        if name and not outer and rest:
            found[f"{name}/{rest.partition('/')[0]}"].append(row)
    return [_group(heat, inner, rows) for inner, rows in sorted(found.items())]


def inner_groups(atlas: Atlas) -> dict[str, list[GroupRow]]:
    """Folder to its `groups_within`, of each heat map, for each folder that holds journeys or a folder of journeys."""
    heats = heat_maps(atlas)
    names = group_names(row.journey.group for heat in heats for row in heat.rows)
    return {name: [group for heat in heats for group in groups_within(heat, name)] for name in names}


def journeys_by_group(atlas: Atlas) -> dict[str, list[Journey]]:
    """Folder to the journeys directly in it, in lifecycle order."""
    return grouped(lifecycle_order(atlas), lambda journey: journey.group)


def group_names(folders: Iterable[str]) -> list[str]:
    """These folders and all their parents, sorted; "" if it is among them."""
    names = set[str]()
    for parts in {tuple(folder.split("/")) for folder in folders}:
        names.update("/".join(parts[: depth + 1]) for depth in range(len(parts)))
    return sorted(names)


def _heat_map(cycle: LifecycleJourneys, pains: Mapping[tuple[str, str], set[str]]) -> HeatMap:
    journeys = [journey for journey in cycle.journeys if journey.status != "retired"]
    visited = {stage.stage for journey in journeys for stage in journey.stages}
    stages = tuple(stage for stage in cycle.stages if stage.id in visited)
    rows = tuple(_row(journey, stages, pains) for journey in journeys)
    sums = _summed(stages, (row for row in rows if not row.future))
    means = tuple(cell.emotion if cell else None for cell in sums)
    return HeatMap(cycle.id, cycle.name, stages, rows, means, tuple(cell.open_pains if cell else 0 for cell in sums))


def _summed(stages: tuple[Stage, ...], rows: Iterable[HeatRow]) -> tuple[HeatCell | None, ...]:
    """One cell per stage that merges those of all rows; a pain shared by several counts once."""
    columns = list(zip(*(row.cells for row in rows), strict=True)) or [() for _ in stages]
    sums: list[HeatCell | None] = []
    for stage, column in zip(stages, columns, strict=True):
        cells = [cell for cell in column if cell]
        emotions = tuple(chain.from_iterable([cell.emotions for cell in cells]))
        pains = frozenset[str]().union(*(cell.pains for cell in cells))
        sums.append(HeatCell(stage, emotions, pains, 0, sum(cell.steps for cell in cells)) if cells else None)
    return tuple(sums)


def _open_pains(atlas: Atlas) -> defaultdict[tuple[str, str], set[str]]:
    """(journey id, stage id) to the ids of the open pains there."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for id, located in atlas.pains.items():
        for place in located.places if located.pain.is_open else ():
            found[place.journey.id, place.stage.stage].add(id)
    return found


def _row(journey: Journey, stages: tuple[Stage, ...], pains: Mapping[tuple[str, str], set[str]]) -> HeatRow:
    steps: dict[str, list[Step]] = {}
    numbers: dict[str, int] = {}
    for number, part in enumerate(journey.stages, 1):
        steps[part.stage] = [*steps[part.stage], *part.steps] if part.stage in steps else part.steps
        numbers.setdefault(part.stage, number)
    main = {id(step) for step in main_steps(journey)} if has_ways(journey.steps) else None
    cells: list[HeatCell | None] = []
    for stage in stages:
        if here := steps.get(stage.id):
            found = frozenset(pains.get((journey.id, stage.id), ()))
            felt = known_emotions(here if main is None else [step for step in here if id(step) in main])
            cells.append(HeatCell(stage, tuple(felt), found, numbers[stage.id], len(here)))
        else:
            cells.append(None)
    emotion = mean([value for cell in cells if cell for value in cell.emotions])
    return HeatRow(journey, tuple(cells), emotion, journey.state == "future")


def _group(heat: HeatMap, name: str, rows: list[HeatRow]) -> GroupRow:
    cells = _summed(heat.stages, (row for row in rows if not row.future))
    known = [cell for cell in cells if cell]
    return GroupRow(
        name,
        (heat.id, heat.name),
        tuple(rows),
        cells,
        mean(value for cell in known for value in cell.emotions),
        len(frozenset[str]().union(*(cell.pains for cell in known))),
    )
