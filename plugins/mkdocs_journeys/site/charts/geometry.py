"""What charts share: axes with round ticks, the plot area, and lines through known points."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil, floor, isfinite, log10
from typing import NamedTuple, TypeVar

TINY = 1e-9
"""Differences below this share are the noise of floating point."""

Point = TypeVar("Point")


class Axis(NamedTuple):
    """From `low` to `high`, which are the first and last of the evenly spaced `ticks`."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def share(self, value: float) -> float:
        """Where a value lies on the axis: 0 at its low end, 1 at its high end, never beyond them."""
        return min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))


class PlotArea(NamedTuple):
    """The rectangle that a chart's axes span; `x` and `y` map a share of an axis, 0 to 1, to a tenth of a unit."""

    left: float
    top: float
    right: float
    bottom: float

    def x(self, share: float) -> float:
        """The x of a share, growing to the right."""
        return round(self.left + share * (self.right - self.left), 1)

    def y(self, share: float) -> float:
        """The y of a share, growing upwards."""
        return round(self.bottom - share * (self.bottom - self.top), 1)


class AxisLabel(NamedTuple):
    """A word beside an axis."""

    x: float
    y: float
    text: str


def nice_axis(values: Iterable[float], ticks: int = 5) -> Axis:
    """An axis over all values with about this many steps of 1, 2 or 5 times a power of ten."""
    known = [value for value in values if isfinite(value)]
    low, high = min(known, default=0.0), max(known, default=1.0)
    if high - low <= max(abs(low), abs(high), TINY) * TINY:
        margin = abs(low) * 0.1 or 0.5
        low, high = low - margin, high + margin
    rough = (high - low) / ticks
    power = 10.0 ** floor(log10(rough))
    step = next(factor for factor in (1, 2, 5, 10) if factor * power >= rough * (1 - TINY)) * power
    first, last = floor(low / step + TINY), ceil(high / step - TINY)
    marks = tuple(float(f"{index * step:.12g}") for index in range(first, last + 1))
    return Axis(marks[0], marks[-1], marks)


def known_runs(points: Iterable[Point | None]) -> Iterator[list[Point]]:
    """Maximal runs of neighbouring points that are known; None is a gap."""
    run: list[Point] = []
    for point in points:
        if point is not None:
            run.append(point)
        elif run:
            yield run
            run = []
    if run:
        yield run


def whole_polyline(points: Sequence[tuple[float, float]]) -> str:
    """The SVG path that joins points by straight lines, each to a whole unit; as short as can be, for small lines."""
    places = [(round(x), round(y)) for x, y in points]
    steps = [f"{to_x - x} {to_y - y}" for (x, y), (to_x, to_y) in pairwise(places)]
    return f"M{places[0][0]} {places[0][1]}l{' '.join(steps)}".replace(" -", "-")


def polyline(points: Sequence[tuple[float, float]]) -> str:
    """The SVG path that joins points by straight lines, each to a hundredth of a unit.

    Its lines are relative: those of one page then repeat, and it packs well.
    """
    places = [(round(x, 2), round(y, 2)) for x, y in points]
    lines = [f"l{to_x - x:g} {to_y - y:g}" for (x, y), (to_x, to_y) in pairwise(places)]
    return "".join([f"M{places[0][0]:g} {places[0][1]:g}", *lines])
