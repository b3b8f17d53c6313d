"""Axes that people can read: round ticks that hold all values."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, isfinite, log10

TINY = 1e-9
"""Differences below this share are the noise of floating point."""


@dataclass(frozen=True, slots=True)
class Axis:
    """From `low` to `high`, which are the first and last of the evenly spaced `ticks`."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def share(self, value: float) -> float:
        """Where a value lies on the axis: 0 at its low end, 1 at its high end, never beyond them."""
        return min(1.0, max(0.0, (value - self.low) / (self.high - self.low)))


def nice_axis(values: Iterable[float], ticks: int = 5) -> Axis:
    """An axis over all values with about this many steps of 1, 2 or 5 times a power of ten."""
    known = [value for value in values if isfinite(value)]
    low, high = min(known, default=0.0), max(known, default=1.0)
    if high - low <= max(abs(low), abs(high), TINY) * TINY:
        margin = abs(low) * 0.1 or 0.5
        low, high = low - margin, high + margin
    step = _nice_step((high - low) / ticks)
    first, last = floor(low / step + TINY), ceil(high / step - TINY)
    marks = tuple(_clean(index * step) for index in range(first, last + 1))
    return Axis(marks[0], marks[-1], marks)


def _nice_step(rough: float) -> float:
    power = 10.0 ** floor(log10(rough))
    return next(factor for factor in (1, 2, 5, 10) if factor * power >= rough * (1 - TINY)) * power


def _clean(value: float) -> float:
    return float(f"{value:.12g}")
