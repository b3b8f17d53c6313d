"""Journeys by the folders that group them, summed up: what an atlas of hundreds of journeys is read by."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.heatmap import HeatCell, HeatMap, HeatRow, heat_map, lifecycle_order, summed
from mkdocs_journeys.insight.selection import mean
from mkdocs_journeys.model import Journey

Cells = tuple[HeatCell | None, ...]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """The journeys of one folder and of the folders in it, with one cell per stage of the map.

    `name` is the folder below maps/ ("retail/returns"), "" for journeys that stand in none; `rows` are all
    journeys in lifecycle order; `cells`, `emotion` and `open_pains` sum the present ones up.
    """

    name: str
    rows: tuple[HeatRow, ...]
    cells: Cells
    emotion: float | None
    open_pains: int


def top_groups(heat: HeatMap) -> list[GroupRow]:
    """The outermost folders with all below them; first the journeys without a folder, then by name."""
    found: defaultdict[str, list[HeatRow]] = defaultdict(list)
    for row in heat.rows:
        found[row.journey.group.partition("/")[0]].append(row)
    return [_group(heat, name, rows) for name, rows in sorted(found.items())]


def groups_within(heat: HeatMap, name: str) -> list[GroupRow]:
    """The folders directly inside a folder, with all below them, by name."""
    found: defaultdict[str, list[HeatRow]] = defaultdict(list)
    for row in heat.rows:
        outer, _, rest = row.journey.group.partition(f"{name}/")
        if name and not outer and rest:
            found[f"{name}/{rest.partition('/')[0]}"].append(row)
    return [_group(heat, inner, rows) for inner, rows in sorted(found.items())]


def inner_groups(atlas: Atlas) -> dict[str, list[GroupRow]]:
    """What `groups_within` says of each folder that journeys stand in, or that is around one."""
    heat = heat_map(atlas)
    return {name: groups_within(heat, name) for name in group_names(row.journey.group for row in heat.rows)}


def journeys_by_group(atlas: Atlas) -> dict[str, list[Journey]]:
    """The journeys that stand in each folder itself, in the order of the lifecycle."""
    found: defaultdict[str, list[Journey]] = defaultdict(list)
    for journey in lifecycle_order(atlas):
        found[journey.group].append(journey)
    return dict(found)


def group_names(folders: Iterable[str]) -> list[str]:
    """These folders and every folder around one, by name; "" where something stands in none."""
    names = set[str]()
    for parts in {tuple(folder.split("/")) for folder in folders}:
        names.update("/".join(parts[: depth + 1]) for depth in range(len(parts)))
    return sorted(names)


def _group(heat: HeatMap, name: str, rows: list[HeatRow]) -> GroupRow:
    cells = summed(heat.stages, (row for row in rows if not row.future))
    known = [cell for cell in cells if cell]
    return GroupRow(
        name,
        tuple(rows),
        cells,
        mean(value for cell in known for value in cell.felt),
        len(frozenset[str]().union(*(cell.pains for cell in known))),
    )
