"""Rates: their intervals, the difference of two, and how many people it takes to see one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.insight.statistics.proportions import (
    minimal_detectable_difference,
    newcombe_difference,
    probability_of_better,
    sample_size,
    two_proportion_p,
    two_proportion_z,
    wilson_interval,
)

COUNTS = st.integers(1, 20_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
RATES = st.floats(0.001, 0.999)


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"), [(5, 50, 4.3, 21.4), (0, 10, 0, 27.8), (50, 1500, 2.5, 4.4)]
)
def test_the_interval_of_a_rate(successes: int, n: int, low: float, high: float) -> None:
    found = wilson_interval(successes, n)
    assert (round(found.low * 100, 1), round(found.high * 100, 1)) == (low, high)


def test_two_rates_are_compared() -> None:
    found = newcombe_difference(200, 4000, 250, 4000).scaled(100)

    assert (round(found.value, 2), round(found.low, 2), round(found.high, 2)) == (1.25, 0.24, 2.26)
    assert found.is_clear
    assert round(two_proportion_z(200, 4000, 250, 4000), 2) == 2.43
    assert round(two_proportion_p(200, 4000, 250, 4000), 4) == 0.0153
    assert round(probability_of_better(200, 4000, 250, 4000), 3) == 0.992


def test_draws_give_the_same_each_time() -> None:
    assert probability_of_better(5, 50, 9, 60, draws=500) == probability_of_better(5, 50, 9, 60, draws=500)
    assert probability_of_better(5, 50, 9, 60, draws=500) != probability_of_better(5, 50, 9, 60, draws=500, seed=2)


@pytest.mark.parametrize(("rate", "other", "n"), [(0.05, 0.08, 1059), (0.05, 0.06, 8158)])
def test_how_many_people_an_arm_needs(rate: float, other: float, n: int) -> None:
    assert sample_size(rate, other) == sample_size(other, rate) == n
    assert minimal_detectable_difference(rate, n) == pytest.approx(other - rate, abs=1e-4)


def test_too_few_people_see_no_rise_at_all() -> None:
    assert minimal_detectable_difference(0.95, 10) is None
    assert minimal_detectable_difference(1, 1000) is None


@given(COUNTS)
def test_an_interval_lies_within_zero_and_one_around_the_rate(counts: tuple[int, int]) -> None:
    successes, n = counts
    found = wilson_interval(successes, n)
    assert 0 <= found.low <= successes / n <= found.high <= 1
    assert found.width > 0


@given(COUNTS)
def test_those_who_did_not_mirror_those_who_did(counts: tuple[int, int]) -> None:
    successes, n = counts
    found, mirrored = wilson_interval(successes, n), wilson_interval(n - successes, n)
    assert (mirrored.low, mirrored.high) == pytest.approx((1 - found.high, 1 - found.low))


@given(COUNTS, st.integers(2, 10))
def test_more_people_make_an_interval_narrower(counts: tuple[int, int], times: int) -> None:
    successes, n = counts
    assert wilson_interval(successes * times, n * times).width < wilson_interval(successes, n).width


@given(COUNTS, COUNTS)
def test_a_difference_is_the_opposite_of_the_one_in_the_other_direction(
    first: tuple[int, int], second: tuple[int, int]
) -> None:
    found, back = newcombe_difference(*first, *second), newcombe_difference(*second, *first)
    assert -1 <= found.low <= found.value <= found.high <= 1
    assert (back.value, back.low, back.high) == pytest.approx((-found.value, -found.high, -found.low))
    assert two_proportion_z(*second, *first) == pytest.approx(-two_proportion_z(*first, *second))
    assert 0 <= two_proportion_p(*first, *second) <= 1


@given(COUNTS)
def test_the_same_figures_never_differ(counts: tuple[int, int]) -> None:
    assert not newcombe_difference(*counts, *counts).is_clear
    assert two_proportion_p(*counts, *counts) == 1


@given(RATES, st.integers(50, 1_000_000))
def test_what_can_be_detected_needs_no_more_people_than_there_are(rate: float, n: int) -> None:
    found = minimal_detectable_difference(rate, n)
    if found is not None:
        assert sample_size(rate, rate + found) <= n
        assert 0 < found <= 1 - rate
