"""Intervals hold the truth about as often as they say: worked out over all that few people can answer."""

from collections.abc import Iterator
from itertools import product
from math import comb
from statistics import fmean

import pytest

from mkdocs_journeys.insight.statistics.proportions import newcombe_difference, wilson_interval
from mkdocs_journeys.insight.statistics.scores import adjusted_nps_interval, nps_interval, nps_margin

RATES = [percent / 100 for percent in range(2, 100, 4)]
ANSWERS = [(0.5, 0.3, 0.2), (0.7, 0.2, 0.1), (0.9, 0.08, 0.02), (0.2, 0.5, 0.3), (0.34, 0.33, 0.33), (0.05, 0.9, 0.05)]
"""Shares of promoters, passives and detractors."""


def binomial(n: int, p: float) -> list[float]:
    return [comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)]


def waves(n: int, shares: tuple[float, float, float]) -> Iterator[tuple[tuple[int, int, int], float]]:
    """Each wave of so many answers and its probability."""
    for promoters in range(n + 1):
        for passives in range(n - promoters + 1):
            detractors = n - promoters - passives
            ways = comb(n, promoters) * comb(n - promoters, passives)
            yield (
                (promoters, passives, detractors),
                ways * shares[0] ** promoters * shares[1] ** passives * shares[2] ** detractors,
            )


@pytest.mark.parametrize("n", [10, 30, 100])
def test_wilson_holds_the_rate(n: int) -> None:
    held = []
    for p in RATES:
        held.append(sum(chance for k, chance in enumerate(binomial(n, p)) if p in wilson_interval(k, n)))
    assert fmean(held) == pytest.approx(0.95, abs=0.01)
    assert min(held) > 0.83


def test_newcombe_holds_the_difference() -> None:
    n, held = 30, []
    found = {(j, k): newcombe_difference(j, n, k, n).interval for j, k in product(range(n + 1), repeat=2)}
    for p, later in product(RATES[::3], repeat=2):
        first, second = binomial(n, p), binomial(n, later)
        held.append(sum(first[j] * second[k] for (j, k), interval in found.items() if later - p in interval))
    assert fmean(held) == pytest.approx(0.95, abs=0.015)
    assert min(held) > 0.9


def test_of_few_answers_the_adjusted_interval_of_a_score_holds_it_where_the_plain_one_does_not() -> None:
    adjusted, plain = [], []
    for shares in ANSWERS:
        truth = 100 * (shares[0] - shares[2])
        around = [(counts, chance) for counts, chance in waves(15, shares)]
        adjusted.append(sum(chance for counts, chance in around if truth in adjusted_nps_interval(*counts)))
        plain.append(
            sum(
                chance
                for counts, chance in around
                if abs(100 * (counts[0] - counts[2]) / 15 - truth) <= nps_margin(*counts)
            )
        )
    assert min(adjusted) > 0.92
    assert min(plain) < 0.8


@pytest.mark.parametrize("n", [5, 30, 99, 100])
def test_the_interval_of_a_score_holds_it_however_many_answer(n: int) -> None:
    for shares in ANSWERS:
        truth = 100 * (shares[0] - shares[2])
        assert sum(chance for counts, chance in waves(n, shares) if truth in nps_interval(*counts)) > 0.91
