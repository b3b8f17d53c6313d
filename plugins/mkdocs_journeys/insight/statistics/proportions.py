"""Proportions such as conversion rates: intervals, the difference of two, and how many people it takes to see one."""

from math import ceil, sqrt
from random import Random
from statistics import NormalDist

from mkdocs_journeys.insight.statistics.intervals import (
    CONFIDENCE,
    EstimatedDifference,
    Interval,
    normal_quantile,
    two_sided_p,
)

POWER = 0.8
DRAWS = 50_000
SEED = 1


def wilson_interval(successes: float, n: float, confidence: float = CONFIDENCE) -> Interval:
    """Wilson's interval of a proportion, 0 to 1, for n above 0 of which `successes` (0 to n) count."""
    z, p = normal_quantile(confidence), successes / n
    scale = 1 + z * z / n
    centre = (p + z * z / (2 * n)) / scale
    half = z / scale * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return Interval(
        0.0 if successes <= 0 else min(p, max(0.0, centre - half)),
        1.0 if successes >= n else max(p, min(1.0, centre + half)),
    )


def newcombe_difference(
    successes: float, n: float, later_successes: float, later_n: float, confidence: float = CONFIDENCE
) -> EstimatedDifference:
    """The later proportion less the earlier one, −1 to 1, with Newcombe's interval (his method 10)."""
    before, after = wilson_interval(successes, n, confidence), wilson_interval(later_successes, later_n, confidence)
    p, later = successes / n, later_successes / later_n
    change = later - p
    return EstimatedDifference(
        change,
        change - sqrt((later - after.low) ** 2 + (before.high - p) ** 2),
        change + sqrt((after.high - later) ** 2 + (p - before.low) ** 2),
    )


def two_proportion_z(successes: float, n: float, later_successes: float, later_n: float) -> float:
    """The z of the test that two proportions are one, with their pooled variance; 0 where none varies."""
    pooled = (successes + later_successes) / (n + later_n)
    variance = pooled * (1 - pooled) * (1 / n + 1 / later_n)
    return (later_successes / later_n - successes / n) / sqrt(variance) if variance else 0.0


def two_proportion_p(successes: float, n: float, later_successes: float, later_n: float) -> float:
    """The two-sided p of that test."""
    return two_sided_p(two_proportion_z(successes, n, later_successes, later_n))


def probability_of_better(
    successes: int, n: int, later_successes: int, later_n: int, *, draws: int = DRAWS, seed: int = SEED
) -> float:
    """The probability that the second of two proportions is the higher one, before which all were as likely.

    Drawn from their Beta distributions with a fixed seed, so that each run gives the same.
    """
    random = Random(seed)  # noqa: S311  (no secret)
    won = sum(
        random.betavariate(1 + later_successes, 1 + later_n - later_successes)
        > random.betavariate(1 + successes, 1 + n - successes)
        for _ in range(draws)
    )
    return won / draws


def sample_size(rate: float, other_rate: float, *, confidence: float = CONFIDENCE, power: float = POWER) -> int:
    """How many people each of two arms needs, so that two different rates (0 to 1) are told apart with this power."""
    mean = (rate + other_rate) / 2
    under_one = normal_quantile(confidence) * sqrt(2 * mean * (1 - mean))
    under_two = NormalDist().inv_cdf(power) * sqrt(rate * (1 - rate) + other_rate * (1 - other_rate))
    return ceil((under_one + under_two) ** 2 / (other_rate - rate) ** 2)


def minimal_detectable_difference(
    rate: float, n: float, *, confidence: float = CONFIDENCE, power: float = POWER
) -> float | None:
    """The smallest rise of a rate (0 to below 1) that two arms of n people tell with this power.

    None where n is too small for any rise.
    """
    if rate >= 1 or sample_size(rate, 1, confidence=confidence, power=power) > n:
        return None
    low, high = 0.0, 1 - rate
    for _ in range(60):
        middle = (low + high) / 2
        enough = middle > 0 and sample_size(rate, rate + middle, confidence=confidence, power=power) <= n
        low, high = (low, middle) if enough else (middle, high)
    return high
