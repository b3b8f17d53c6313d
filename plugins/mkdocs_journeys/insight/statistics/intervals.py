"""Intervals of confidence, differences with one, and the quantiles of distributions that both are made from."""

from dataclasses import dataclass
from math import atan, cos, exp, pi, sin, sqrt
from statistics import NormalDist

CONFIDENCE = 0.95
_MANY_DEGREES = 200
"""Degrees of freedom from which a series in 1/degrees gives the quantile of t to six digits."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The values that an estimate allows for, in its unit; `low` is at most `high`."""

    low: float
    high: float

    def __contains__(self, value: float) -> bool:
        return self.low <= value <= self.high

    @property
    def width(self) -> float:
        """From one end to the other."""
        return self.high - self.low

    def scaled(self, factor: float) -> "Interval":
        """The interval in another unit, `factor` times as fine and above 0."""
        return Interval(self.low * factor, self.high * factor)


@dataclass(frozen=True, slots=True)
class EstimatedDifference:
    """How much more the second of two estimates is than the first, and the interval of that."""

    value: float
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        """Whether it is more than chance: the interval leaves out zero."""
        return self.low > 0 or self.high < 0

    @property
    def interval(self) -> Interval:
        """The interval of the difference."""
        return Interval(self.low, self.high)

    def scaled(self, factor: float) -> "EstimatedDifference":
        """The difference in another unit, `factor` times as fine and above 0."""
        return EstimatedDifference(self.value * factor, self.low * factor, self.high * factor)


def normal_quantile(confidence: float = CONFIDENCE) -> float:
    """The z of an interval of this confidence: 1.959964 for 0.95."""
    return NormalDist().inv_cdf((1 + confidence) / 2)


def two_sided_p(z: float) -> float:
    """The probability of a z at least as far from 0 by chance."""
    return 2 * NormalDist().cdf(-abs(z))


def t_quantile(degrees: int, confidence: float = CONFIDENCE) -> float:
    """The t of an interval of this confidence, for 1 or more degrees of freedom: 2.228139 for 10 and 0.95."""
    z = normal_quantile(confidence)
    if degrees > _MANY_DEGREES:
        return _expanded_t(z, degrees)
    low, high = 0.0, 1.0
    while _within_t(high, degrees) < confidence:
        low, high = high, high * 2
    while high - low > 1e-12 * high:
        middle = (low + high) / 2
        low, high = (middle, high) if _within_t(middle, degrees) < confidence else (low, middle)
    return (low + high) / 2


def chi_square_p(statistic: float, degrees: int) -> float:
    """The probability of a chi-square of at least `statistic` by chance, for 1 or more degrees of freedom."""
    half = statistic / 2
    if degrees % 2:
        total, term = two_sided_p(sqrt(statistic)), exp(-half) * sqrt(half) / sqrt(pi) * 2
        first = 1.5
    else:
        total, term, first = 0.0, exp(-half), 1.0
    for step in range((degrees - degrees % 2) // 2):
        total += term
        term *= half / (first + step)
    return min(1.0, total)


def _within_t(t: float, degrees: int) -> float:
    """The share of Student's t between −t and t: a finite sum, after Abramowitz and Stegun 26.7.3 and 26.7.4."""
    angle = atan(t / sqrt(degrees))
    squared = cos(angle) ** 2
    total, term = 0.0, cos(angle) if degrees % 2 else 1.0
    for step in range(degrees // 2 if degrees % 2 == 0 else (degrees - 1) // 2):
        total += term
        number = 2 * step + (3 if degrees % 2 else 2)
        term *= squared * (number - 1) / number
    return 2 / pi * (angle + sin(angle) * total) if degrees % 2 else sin(angle) * total


def _expanded_t(z: float, degrees: int) -> float:
    """The quantile of t from that of the normal distribution: Abramowitz and Stegun 26.7.5."""
    return z + (z**3 + z) / (4 * degrees) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * degrees**2)
