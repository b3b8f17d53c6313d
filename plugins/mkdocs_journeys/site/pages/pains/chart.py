"""The prioritisation chart: open pains on a grid of severity, or impact, against frequency."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Literal
from urllib.parse import urlencode

from mkdocs_journeys.insight.ranking import ScoredPain
from mkdocs_journeys.insight.scoring import Band
from mkdocs_journeys.model.scales import FREQUENCY, IMPACT, SEVERITY
from mkdocs_journeys.wording import counted

Axis = Literal["severity", "impact"]

LEFT, TOP, CELL_WIDTH, CELL_HEIGHT = 60, 6, 75, 60
WIDTH, HEIGHT = LEFT + 4 * CELL_WIDTH, TOP + 4 * CELL_HEIGHT + 40
DOTS_IN_A_ROW, MOST_DOTS = 3, 6
DOT, SMALLEST_BUBBLE, LARGEST_BUBBLE = 10.5, 15.0, 26.0
OPEN = ("status", "not-closed")


@dataclass(frozen=True, slots=True)
class Mark:
    """A disc with a text in it: a pain with its score, or a bubble that counts `many`."""

    x: float
    y: float
    radius: float
    text: str
    band: Band
    many: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """The pains of one pair of words; `heat` runs from 1 to 5 with the product of the two numbers."""

    x: float
    y: float
    heat: int
    count: int
    title: str
    href: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A word of an axis, at the middle of its row or column."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Undrawn:
    """Pains that stand nowhere on the grid, since a word is missing."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The grid of one axis against frequency, in a box WIDTH by HEIGHT."""

    axis: Axis
    description: str
    cells: tuple[Cell, ...]
    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    undrawn: tuple[Undrawn, ...]
    width: int = WIDTH
    height: int = HEIGHT


def query(*pairs: tuple[str, str]) -> str:
    """A link that filters the backlog of the same page."""
    return f"?{urlencode(pairs)}#backlog"


def chart_of(axis: Axis, open_pains: Iterable[ScoredPain]) -> Chart:
    """The grid of these pains, most urgent first within a cell."""
    words: list[str] = [*SEVERITY] if axis == "severity" else [*IMPACT]
    scale = {word: level for level, word in enumerate(words, 1)}
    groups: defaultdict[tuple[str, str], list[ScoredPain]] = defaultdict(list)
    for item in open_pains:
        groups[getattr(item.pain, axis) or "", item.pain.frequency or ""].append(item)
    cells = tuple(
        _cell(axis, (word, level), (often, column), groups[word, often])
        for word, level in reversed(scale.items())
        for often, column in FREQUENCY.items()
    )
    drawn = counted(sum(cell.count for cell in cells), "open pain")
    return Chart(
        axis,
        f"{drawn}. The higher, the greater the {axis}; the further right, the more often.",
        cells,
        tuple(Label(LEFT - 8, _top(level) + CELL_HEIGHT / 2 + 4, word) for word, level in scale.items()),
        tuple(Label(_left(n) + CELL_WIDTH / 2, HEIGHT - 24, word) for word, n in FREQUENCY.items()),
        tuple(_undrawn(axis, groups)),
    )


def _cell(axis: Axis, row: tuple[str, int], column: tuple[str, int], items: list[ScoredPain]) -> Cell:
    (word, level), (often, number) = row, column
    x, y = _left(number), _top(level)
    return Cell(
        x,
        y,
        heat=min(5, 1 + level * number // 3),
        count=len(items),
        title=f"{counted(len(items), 'open pain')}: {axis} {word}, frequency {often}",
        href=query((axis, word), ("frequency", often), OPEN),
        marks=_marks(items, x + CELL_WIDTH / 2, y + CELL_HEIGHT / 2),
    )


def _marks(items: list[ScoredPain], x: float, y: float) -> tuple[Mark, ...]:
    if len(items) > MOST_DOTS:
        radius = min(LARGEST_BUBBLE, SMALLEST_BUBBLE + sqrt(len(items) - MOST_DOTS) * 1.5)
        return (Mark(x, y, radius, f"×{len(items)}", items[0].score.band, many=True),)
    rows = [items[start : start + DOTS_IN_A_ROW] for start in range(0, len(items), DOTS_IN_A_ROW)]
    return tuple(
        Mark(
            round(x + (column - (len(row) - 1) / 2) * (DOT * 2 + 2.5), 1),
            round(y + (number - (len(rows) - 1) / 2) * (DOT * 2 + 3), 1),
            DOT,
            str(item.score.shown),
            item.score.band,
        )
        for number, row in enumerate(rows)
        for column, item in enumerate(row)
    )


def _undrawn(axis: Axis, groups: Mapping[tuple[str, str], list[ScoredPain]]) -> Iterable[Undrawn]:
    for place, name in enumerate((axis, "frequency")):
        count = sum(len(items) for words, items in groups.items() if not words[place])
        if count:
            yield Undrawn(f"{count:,} without {name}", query((name, "-"), OPEN))


def _left(number: int) -> float:
    return LEFT + (number - 1) * CELL_WIDTH


def _top(level: int) -> float:
    return TOP + (4 - level) * CELL_HEIGHT
