"""The value × effort matrix: the most for the least stands at the top left."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mkdocs_journeys.insight.ranking import ScoredOpportunity
from mkdocs_journeys.model.scales import EFFORT, IMPACT

LEFT, CELL_WIDTH, CELL_HEIGHT = 80, 104, 64
WIDTH, HEIGHT = LEFT + 4 * CELL_WIDTH + 2, 4 * CELL_HEIGHT + 46
DOT, IN_A_ROW, MOST = 12, 3, 6
MOST_UNDRAWN = 20


@dataclass(frozen=True, slots=True)
class Dot:
    """An opportunity by its rank; `look` is active, delivered, parked or rejected."""

    x: float
    y: float
    rank: int
    title: str
    href: str
    look: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A pair of words. `heat` is 1 (not now) to 4 (do first); `more` counts dots that found no room."""

    x: float
    y: float
    heat: int
    dots: tuple[Dot, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Label:
    """A word of an axis."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """All cells in a box WIDTH by HEIGHT; `undrawn` are ranks of those without value or effort, the first of them."""

    cells: tuple[Cell, ...]
    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    undrawn: tuple[int, ...]
    more_undrawn: int
    description: str
    width: int = WIDTH
    height: int = HEIGHT


def matrix_of(items: Sequence[ScoredOpportunity], address: Callable[[str], str]) -> Matrix | None:
    """The matrix of opportunities in the order of their rank; None where nobody weighed any.

    `address` gives the link to an opportunity by its id.
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
    return Matrix(
        cells=tuple(
            _cell(value, effort, groups[value, effort], address)
            for value in sorted(IMPACT.values(), reverse=True)
            for effort in EFFORT.values()
        ),
        rows=tuple(Label(LEFT - 8, _top(n) + CELL_HEIGHT / 2 + 4, word) for word, n in IMPACT.items()),
        columns=tuple(Label(_left(n) + CELL_WIDTH / 2, 4 * CELL_HEIGHT + 18, word) for word, n in EFFORT.items()),
        undrawn=tuple(undrawn[:MOST_UNDRAWN]),
        more_undrawn=max(0, len(undrawn) - MOST_UNDRAWN),
        description="Opportunities by value, upwards, and effort, to the right. The table has the same words.",
    )


def look_of(item: ScoredOpportunity) -> str:
    """How an opportunity is drawn: active, delivered, parked or rejected."""
    return "active" if item.active else item.opportunity.status


def _cell(value: int, effort: int, items: list[tuple[int, ScoredOpportunity]], address: Callable[[str], str]) -> Cell:
    shown = items if len(items) <= MOST else items[: MOST - 1]
    x, y = _left(effort), _top(value)
    dots = _dots(x, y, shown, len(items), address)
    return Cell(x, y, _heat(value, effort), tuple(dots), len(items) - len(shown))


def _heat(value: int, effort: int) -> int:
    lead = value - effort
    return 4 if lead >= 2 else 3 if lead >= 1 else 2 if lead >= -1 else 1


def _dots(
    x: float, y: float, shown: list[tuple[int, ScoredOpportunity]], count: int, address: Callable[[str], str]
) -> list[Dot]:
    slots = min(count, MOST)
    rows = -(-slots // IN_A_ROW)
    found = []
    for index, (rank, item) in enumerate(shown):
        row, column = divmod(index, IN_A_ROW)
        in_row = min(IN_A_ROW, slots - row * IN_A_ROW)
        found.append(
            Dot(
                x=x + CELL_WIDTH / 2 + (column - (in_row - 1) / 2) * (2 * DOT + 6),
                y=y + CELL_HEIGHT / 2 + (row - (rows - 1) / 2) * (2 * DOT + 4),
                rank=rank,
                title=f"{rank}: {item.opportunity.title} ({item.opportunity.status.replace('-', ' ')})",
                href=address(item.opportunity.id),
                look=look_of(item),
            )
        )
    return found


def _left(effort: int) -> float:
    return LEFT + (effort - 1) * CELL_WIDTH


def _top(value: int) -> float:
    return (4 - value) * CELL_HEIGHT + 1
