"""Means, medians and other quantiles of samples, with their intervals."""

from collections.abc import Sequence
from itertools import accumulate
from math import ceil, exp, floor, lgamma, log, sqrt
from statistics import fmean, stdev

from mkdocs_journeys.insight.statistics.intervals import (
    CONFIDENCE,
    EstimatedDifference,
    Interval,
    normal_quantile,
    t_quantile,
)

_MANY = 5_000
"""Values from which the binomial distribution of ranks is as good as normal."""


def mean_interval(mean: float, deviation: float, n: int, confidence: float = CONFIDENCE) -> Interval | None:
    """The t interval of a mean, from the standard deviation of n values; None for fewer than 2."""
    if n < 2:
        return None
    half = t_quantile(n - 1, confidence) * deviation / sqrt(n)
    return Interval(mean - half, mean + half)


def mean_interval_of(values: Sequence[float], confidence: float = CONFIDENCE) -> Interval | None:
    """The t interval of the mean of these values; None for fewer than 2."""
    return mean_interval(fmean(values), stdev(values), len(values), confidence) if len(values) > 1 else None


def ratio_interval(
    part: float, whole: float, squares: tuple[float, float, float], n: int, confidence: float = CONFIDENCE
) -> Interval | None:
    """The interval of a sum divided by another one, such as revenue kept ÷ revenue at the start, of n customers.

    `squares` are the sums of part², part · whole and whole² of each. The ratio is that of two means, with the usual
    variance of such an estimate and t; None for fewer than 2, and where the whole is 0 or less.
    """
    if n < 2 or whole <= 0:
        return None
    ratio = part / whole
    of_part, mixed, of_whole = squares
    residuals = max(0.0, of_part - 2 * ratio * mixed + ratio * ratio * of_whole)
    half = t_quantile(n - 1, confidence) * sqrt(residuals / (n - 1) * n) / whole
    return Interval(ratio - half, ratio + half)


def quantile_ranks(n: int, quantile: float = 0.5, confidence: float = CONFIDENCE) -> tuple[int, int] | None:
    """The ranks, from 1, of the two of n sorted values between which the quantile lies with at least this confidence.

    None where n values are too few. How many values lie below the quantile is binomial; each tail gets half the risk.
    """
    tail = (1 - confidence) / 2
    if n > _MANY:
        half = normal_quantile(confidence) * sqrt(n * quantile * (1 - quantile))
        low, high = floor(n * quantile - half), ceil(n * quantile + half) + 1
    else:
        below = list(accumulate(_binomial(n, count, quantile) for count in range(n + 1)))
        low = sum(share <= tail for share in below)
        high = 1 + next(count for count, share in enumerate(below) if share >= 1 - tail - 1e-12)
    return (low, high) if low >= 1 and high <= n else None


def median_interval(values: Sequence[float], confidence: float = CONFIDENCE) -> Interval | None:
    """The interval of a median by order statistics; None for fewer than 6 values at 95 %."""
    ranks = quantile_ranks(len(values), confidence=confidence)
    ordered = sorted(values)
    return Interval(ordered[ranks[0] - 1], ordered[ranks[1] - 1]) if ranks else None


def difference_of_intervals(
    value: float, interval: Interval, later: float, later_interval: Interval
) -> EstimatedDifference:
    """The later of two independent estimates less the earlier one, from the interval of each.

    The distances to the ends are combined as Newcombe does it for proportions (the method MOVER of Zou and Donner).
    """
    change = later - value
    return EstimatedDifference(
        change,
        change - sqrt((later - later_interval.low) ** 2 + (interval.high - value) ** 2),
        change + sqrt((later_interval.high - later) ** 2 + (value - interval.low) ** 2),
    )


def _binomial(n: int, count: int, p: float) -> float:
    ways = lgamma(n + 1) - lgamma(count + 1) - lgamma(n - count + 1)
    return exp(ways + count * log(p) + (n - count) * log(1 - p))
