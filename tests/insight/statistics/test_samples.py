"""Means and medians with their intervals."""

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.insight.statistics.intervals import Interval
from mkdocs_journeys.insight.statistics.proportions import newcombe_difference, wilson_interval
from mkdocs_journeys.insight.statistics.samples import (
    difference_of_intervals,
    mean_interval,
    mean_interval_of,
    median_interval,
    quantile_ranks,
    ratio_interval,
)

VALUES = st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=60)


def test_the_interval_of_a_mean_takes_t() -> None:
    found = mean_interval(10, 2, 16)

    assert found is not None
    assert (round(found.low, 3), round(found.high, 3)) == (8.934, 11.066)
    assert mean_interval(10, 2, 1) is mean_interval_of([3]) is None


@pytest.mark.parametrize(
    ("n", "ranks"),
    [(5, None), (6, (1, 6)), (10, (2, 9)), (20, (6, 15)), (25, (8, 18)), (50, (18, 33)), (100, (40, 61))],
)
def test_the_ranks_around_a_median_are_those_of_the_tables(n: int, ranks: tuple[int, int] | None) -> None:
    assert quantile_ranks(n) == ranks


def test_the_interval_of_a_median_is_made_of_values() -> None:
    assert median_interval([9, 1, 8, 2, 7, 3, 6, 4, 5, 10]) == Interval(2, 9)
    assert median_interval([1, 2, 3]) is None


def test_many_values_take_the_normal_distribution_and_give_nearly_the_same() -> None:
    exact, normal = quantile_ranks(5000), quantile_ranks(5001)

    assert exact is not None and normal is not None
    assert abs(exact[0] - normal[0]) <= 2 and abs(exact[1] - normal[1]) <= 2


@given(st.integers(6, 200))
def test_the_ranks_cover_the_median_as_often_as_they_say(n: int) -> None:
    ranks = quantile_ranks(n)

    assert ranks is not None
    covered = sum(comb(n, below) for below in range(ranks[0], ranks[1])) / 2**n
    assert covered >= 0.95
    assert ranks[0] + ranks[1] == n + 1


def test_the_interval_of_a_share_of_money_takes_how_far_each_customer_is_off_it() -> None:
    # Of 10, 10 and 20 there are 10, 5 and 20 left: 0.875, from which they are 1.25, -3.75 and 2.5 off.
    found = ratio_interval(35, 40, (100 + 25 + 400, 100 + 50 + 400, 100 + 100 + 400), 3)

    assert found is not None
    assert (round(found.low, 3), round(found.high, 3)) == (0.259, 1.491)
    assert ratio_interval(35, 40, (525, 550, 600), 1) is ratio_interval(0, 0, (0, 0, 0), 3) is None


@given(VALUES)
def test_the_interval_of_a_mean_holds_it(values: list[float]) -> None:
    found = mean_interval_of(values)
    assert found is not None
    assert found.low <= sum(values) / len(values) + 1e-6 and sum(values) / len(values) - 1e-6 <= found.high


@given(st.integers(1, 500), st.integers(1, 500))
def test_of_proportions_two_intervals_give_what_newcombe_gives(first: int, second: int) -> None:
    one, other = wilson_interval(first, 500), wilson_interval(second, 700)
    found = difference_of_intervals(first / 500, one, second / 700, other)
    assert found == newcombe_difference(first, 500, second, 700)
