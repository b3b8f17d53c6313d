"""The heat map as the home page and the pages of groups show it: lines of links, ready to be written."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.emotion import emotion_word, level, signed
from mkdocs_journeys.insight.heatmap import GroupRow, HeatCell, HeatRow, heat_map
from mkdocs_journeys.model import Stage
from mkdocs_journeys.site.anchors import group_uri, stage_anchor
from mkdocs_journeys.site.named import Named
from mkdocs_journeys.site.world import Desk
from mkdocs_journeys.wording import counted


class Feeling(NamedTuple):
    """A mean emotion: its class for colour, its sign and number, its word; "?" where nothing is known."""

    look: str
    text: str
    word: str


class Cell(NamedTuple):
    """A place of the heat map: `pains` is "3 pains" or empty; without `href` nothing goes on there."""

    href: str = ""
    look: str = ""
    text: str = ""
    word: str = ""
    pains: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A journey, or all journeys of a group: `count` says how many ("112 journeys"), empty for a single one."""

    name: str
    href: str
    count: str
    future: bool
    draft: bool
    cells: tuple[Cell, ...]
    whole: Feeling


@dataclass(frozen=True, slots=True)
class Heat:
    """Lines across the stages of the lifecycle; `sums` are what all present journeys feel at each stage."""

    stages: tuple[Named, ...]
    lines: tuple[Line, ...]
    sums: tuple[tuple[Feeling, str], ...]


def heat_of(desk: Desk, lines: Iterable[Line]) -> Heat:
    """The lines with the sums of the whole atlas."""
    stages, sums = desk.world.once(_stages), desk.world.once(_sums)
    return Heat(tuple(Named(stage.name, desk.to_thing("stage", stage.id)) for stage in stages), tuple(lines), sums)


def _stages(atlas: Atlas) -> tuple[Stage, ...]:
    return heat_map(atlas).stages


def _sums(atlas: Atlas) -> tuple[tuple[Feeling, str], ...]:
    heat = heat_map(atlas)
    return tuple((feeling(mean), counted(pains, "pain")) for mean, pains in zip(heat.means, heat.pains, strict=True))


def journey_line(desk: Desk, row: HeatRow) -> Line:
    """A journey; each cell leads to that stage of it."""
    uri = f"journeys/{row.journey.id}.md"
    return Line(
        name=row.journey.title,
        href=desk.to(uri),
        count="",
        future=row.future,
        draft=row.journey.status == "draft",
        cells=_cells(row.cells, lambda cell: desk.to(uri, stage_anchor(cell.stage_number))),
        whole=feeling(row.emotion),
    )


def group_line(desk: Desk, row: GroupRow) -> Line:
    """The journeys of a group, summed up; each cell leads to the group's page."""
    href = desk.to(group_uri(row.name))
    return Line(
        name=group_name(row.name),
        href=href,
        count=counted(len(row.rows), "journey"),
        future=False,
        draft=False,
        cells=_cells(row.cells, lambda cell: href),
        whole=feeling(row.emotion),
    )


def group_name(group: str) -> str:
    """A folder's name as a title: `Public sector`; of inner folders the last, and of none what they are about."""
    return group.rpartition("/")[2].replace("-", " ").capitalize() if group else "Across the lifecycle"


@lru_cache(maxsize=4096)
def feeling(value: float | None) -> Feeling:
    """A mean in sign, number, word and colour."""
    if value is None:
        return Feeling("", "?", "not known")
    return Feeling(f"journeys-emotion-{level(value) + 3}", signed(float(value)), emotion_word(value))


def _cells(cells: tuple[HeatCell | None, ...], address: Callable[[HeatCell], str]) -> tuple[Cell, ...]:
    return tuple(_cell(cell, address(cell)) if cell else Cell() for cell in cells)


def _cell(cell: HeatCell, href: str) -> Cell:
    count = len(cell.pains)
    return Cell(href, *feeling(cell.emotion), counted(count, "pain") if count else "")
