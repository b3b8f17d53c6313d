"""Matrices of words against words: open pains by weight and frequency, opportunities by value and effort."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from mkdocs_journeys.insight.scoring import Band, ScoredOpportunity, ScoredPain
from mkdocs_journeys.model.scales import EFFORT, FREQUENCY, IMPACT, SEVERITY, Frequency
from mkdocs_journeys.site.charts.geometry import AxisLabel
from mkdocs_journeys.site.charts.matrix_words import PainWeight, cell_title, pain_matrix_words, undrawn_pains
from mkdocs_journeys.site.rendering.terms import term
from mkdocs_journeys.translation.messages import gettext as _

DOTS_IN_A_ROW, MOST_DOTS = 3, 6
PAIN_DOT, SMALLEST_BUBBLE, LARGEST_BUBBLE = 10.5, 15.0, 26.0
OPPORTUNITY_DOT = 12
MOST_UNDRAWN = 20


@dataclass(frozen=True, slots=True)
class Grid:
    """Four by four cells; columns count from 1 at the left, rows from 1 at the bottom."""

    left: int
    top: int
    cell_width: int
    cell_height: int

    @property
    def right(self) -> int:
        """The x of the right edge."""
        return self.left + 4 * self.cell_width

    @property
    def bottom(self) -> int:
        """The y of the bottom edge."""
        return self.top + 4 * self.cell_height

    def corner(self, column: int, row: int) -> tuple[int, int]:
        """The (x, y) of a cell's top left corner."""
        return self.left + (column - 1) * self.cell_width, self.top + (4 - row) * self.cell_height

    def middle(self, column: int, row: int) -> tuple[float, float]:
        """The (x, y) of a cell's middle."""
        x, y = self.corner(column, row)
        return x + self.cell_width / 2, y + self.cell_height / 2

    def row_labels(self, words: Iterable[tuple[str, int]]) -> tuple[AxisLabel, ...]:
        """The words of the rows, (value of the format, number) pairs, left of the grid."""
        return tuple(AxisLabel(self.left - 8, self.middle(1, row)[1] + 4, term(word)) for word, row in words)

    def column_labels(self, words: Iterable[tuple[str, int]], below: int) -> tuple[AxisLabel, ...]:
        """The words of the columns, (value of the format, number) pairs, so many units below the grid."""
        y = self.bottom + below
        return tuple(AxisLabel(self.middle(column, 1)[0], y, term(word)) for word, column in words)

    def slots(self, cell: tuple[int, int], count: int, apart: tuple[float, float]) -> Iterator[tuple[float, float]]:
        """The (x, y) of so many dots around the middle of a cell, in centred rows of three.

        `apart` are the distances between two dots of a row and between two rows.
        """
        x, y = self.middle(*cell)
        rows = -(-count // DOTS_IN_A_ROW)
        for index in range(count):
            row, place = divmod(index, DOTS_IN_A_ROW)
            in_row = min(DOTS_IN_A_ROW, count - row * DOTS_IN_A_ROW)
            yield (
                round(x + (place - (in_row - 1) / 2) * apart[0], 1),
                round(y + (row - (rows - 1) / 2) * apart[1], 1),
            )


PAIN_GRID = Grid(60, 6, 75, 60)
OPPORTUNITY_GRID = Grid(80, 1, 104, 64)


@dataclass(frozen=True, slots=True)
class PainDot:
    """A disc with a text in it: a pain with its score, or a bubble that counts `many`."""

    x: float
    y: float
    radius: float
    text: str
    band: Band
    many: bool = False


@dataclass(frozen=True, slots=True)
class PainCell:
    """The pains of one pair of words; `heat` runs from 1 to 5 with the product of the two numbers."""

    x: float
    y: float
    heat: int
    count: int
    title: str
    href: str
    marks: tuple[PainDot, ...]


@dataclass(frozen=True, slots=True)
class UndrawnPains:
    """Pains without a place in the matrix, since a word is missing."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class PainMatrix:
    """The prioritisation chart: `axis`, upwards, against frequency, in a box `width` by `height`.

    `axes` are the names of both axes.
    """

    axis: PainWeight
    title: str
    axes: str
    description: str
    cells: tuple[PainCell, ...]
    rows: tuple[AxisLabel, ...]
    columns: tuple[AxisLabel, ...]
    undrawn: tuple[UndrawnPains, ...]
    width: int = PAIN_GRID.right
    height: int = PAIN_GRID.bottom + 40


@dataclass(frozen=True, slots=True)
class OpportunityDot:
    """An opportunity by its rank; `look` is active, delivered, parked or rejected."""

    x: float
    y: float
    rank: int
    title: str
    href: str
    look: str


@dataclass(frozen=True, slots=True)
class OpportunityCell:
    """A pair of words. `heat` is 1 (not now) to 4 (do first); `more` counts dots that found no room."""

    x: float
    y: float
    heat: int
    dots: tuple[OpportunityDot, ...]
    more: int


@dataclass(frozen=True, slots=True)
class OpportunityMatrix:
    """Value, upwards, against effort, in a box `width` by `height`: the most for the least stands at the top left.

    `undrawn` are ranks of opportunities without value or effort, at most MOST_UNDRAWN.
    """

    cells: tuple[OpportunityCell, ...]
    rows: tuple[AxisLabel, ...]
    columns: tuple[AxisLabel, ...]
    undrawn: tuple[int, ...]
    more_undrawn: int
    description: str
    width: int = OPPORTUNITY_GRID.right + 2
    height: int = OPPORTUNITY_GRID.bottom + 45


def pain_matrix(axis: PainWeight, open_pains: Iterable[ScoredPain], link: Callable[..., str]) -> PainMatrix:
    """The matrix of these pains, most urgent first within a cell.

    `link` gives the address that filters the backlog by (name, value) pairs.
    """
    words: list[str] = [*SEVERITY] if axis == "severity" else [*IMPACT]
    scale = {word: row for row, word in enumerate(words, 1)}
    groups: defaultdict[tuple[str, str], list[ScoredPain]] = defaultdict(list)
    for item in open_pains:
        groups[getattr(item.pain, axis) or "", item.pain.frequency or ""].append(item)

    def cell(word: str, often: Frequency) -> PainCell:
        items, row, column = groups[word, often], scale[word], FREQUENCY[often]
        return PainCell(
            *PAIN_GRID.corner(column, row),
            heat=min(5, 1 + row * column // 3),
            count=len(items),
            title=cell_title(axis, len(items), term(word), term(often)),
            href=link((axis, word), ("frequency", often)),
            marks=_pain_dots(items, (column, row)),
        )

    cells = tuple(cell(word, often) for word in reversed(scale) for often in FREQUENCY)
    missing = {
        name: sum(len(items) for pair, items in groups.items() if not pair[place])
        for place, name in enumerate((axis, "frequency"))
    }
    title, name, description = pain_matrix_words(axis, sum(one.count for one in cells))
    return PainMatrix(
        axis,
        title,
        name,
        description,
        cells,
        PAIN_GRID.row_labels(scale.items()),
        PAIN_GRID.column_labels(FREQUENCY.items(), below=16),
        tuple(UndrawnPains(undrawn_pains(name, count), link((name, "-"))) for name, count in missing.items() if count),
    )


def opportunity_matrix(items: Sequence[ScoredOpportunity], link: Callable[[str], str]) -> OpportunityMatrix | None:
    """The matrix of opportunities in the order of their rank; None where none has both value and effort.

    `link` gives the address of an opportunity by its id.
    """
    groups: defaultdict[tuple[int, int], list[tuple[int, ScoredOpportunity]]] = defaultdict(list)
    undrawn: list[int] = []
    for rank, item in enumerate(items, 1):
        value, effort = item.opportunity.value, item.opportunity.effort
        if value and effort:
            groups[IMPACT[value], EFFORT[effort]].append((rank, item))
        else:
            undrawn.append(rank)
    if not groups:
        return None
    return OpportunityMatrix(
        cells=tuple(
            _opportunity_cell(value, effort, groups[value, effort], link)
            for value in sorted(IMPACT.values(), reverse=True)
            for effort in EFFORT.values()
        ),
        rows=OPPORTUNITY_GRID.row_labels(IMPACT.items()),
        columns=OPPORTUNITY_GRID.column_labels(EFFORT.items(), below=17),
        undrawn=tuple(undrawn[:MOST_UNDRAWN]),
        more_undrawn=max(0, len(undrawn) - MOST_UNDRAWN),
        description=_("Opportunities by value, upwards, and effort, to the right. The table has the same words."),
    )


def opportunity_look(item: ScoredOpportunity) -> str:
    """How an opportunity is drawn: active, delivered, parked or rejected."""
    return "active" if item.active else item.opportunity.status


def _pain_dots(items: Sequence[ScoredPain], cell: tuple[int, int]) -> tuple[PainDot, ...]:
    if len(items) > MOST_DOTS:
        radius = min(LARGEST_BUBBLE, SMALLEST_BUBBLE + sqrt(len(items) - MOST_DOTS) * 1.5)
        return (PainDot(*PAIN_GRID.middle(*cell), radius, f"×{len(items)}", items[0].score.band, many=True),)
    slots = PAIN_GRID.slots(cell, len(items), (PAIN_DOT * 2 + 2.5, PAIN_DOT * 2 + 3))
    return tuple(
        PainDot(x, y, PAIN_DOT, str(item.score.shown), item.score.band)
        for (x, y), item in zip(slots, items, strict=True)
    )


def _opportunity_cell(
    value: int, effort: int, items: Sequence[tuple[int, ScoredOpportunity]], link: Callable[[str], str]
) -> OpportunityCell:
    shown = items if len(items) <= MOST_DOTS else items[: MOST_DOTS - 1]
    apart = (2 * OPPORTUNITY_DOT + 6, 2 * OPPORTUNITY_DOT + 4)
    slots = OPPORTUNITY_GRID.slots((effort, value), min(len(items), MOST_DOTS), apart)
    dots = []
    for (x, y), (rank, scored) in zip(slots, shown, strict=False):
        item = scored.opportunity
        title = f"{rank}: {item.title} ({term(item.status)})"
        dots.append(OpportunityDot(x, y, rank, title, link(item.id), opportunity_look(scored)))
    lead = value - effort
    heat = 4 if lead >= 2 else 3 if lead >= 1 else 2 if lead >= -1 else 1
    return OpportunityCell(*OPPORTUNITY_GRID.corner(effort, value), heat, tuple(dots), len(items) - len(shown))
