"""Quantiles and tail probabilities against the tables that textbooks print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.insight.statistics.intervals import (
    EstimatedDifference,
    Interval,
    chi_square_p,
    normal_quantile,
    t_quantile,
    two_sided_p,
)


def test_the_quantile_of_the_normal_distribution_is_that_of_the_tables() -> None:
    assert round(normal_quantile(), 6) == 1.959964
    assert two_sided_p(normal_quantile()) == pytest.approx(0.05)


@pytest.mark.parametrize(
    ("degrees", "confidence", "expected"),
    [
        (1, 0.95, 12.706),
        (2, 0.95, 4.303),
        (3, 0.95, 3.182),
        (5, 0.99, 4.032),
        (10, 0.95, 2.228),
        (29, 0.95, 2.045),
        (30, 0.99, 2.750),
        (120, 0.95, 1.980),
        (1000, 0.95, 1.962),
    ],
)
def test_the_quantile_of_t_is_that_of_the_tables(degrees: int, confidence: float, expected: float) -> None:
    assert round(t_quantile(degrees, confidence), 3) == expected


def test_the_series_for_many_degrees_goes_on_where_the_sum_ends() -> None:
    assert t_quantile(200) > t_quantile(201) > t_quantile(202)
    assert t_quantile(200) - t_quantile(201) == pytest.approx(t_quantile(201) - t_quantile(202), rel=0.05)


@pytest.mark.parametrize(("statistic", "degrees"), [(3.841, 1), (5.991, 2), (7.815, 3), (16.919, 9), (18.307, 10)])
def test_a_chi_square_at_the_five_percent_of_the_tables(statistic: float, degrees: int) -> None:
    assert chi_square_p(statistic, degrees) == pytest.approx(0.05, abs=5e-5)


@given(st.floats(0, 500), st.integers(1, 40))
def test_a_chi_square_that_is_larger_is_less_likely(statistic: float, degrees: int) -> None:
    rounding = 1e-12
    larger, smaller = chi_square_p(statistic + 1, degrees), chi_square_p(statistic, degrees)
    assert 0 <= larger <= smaller + rounding and smaller <= 1


def test_a_difference_is_clear_only_if_its_interval_leaves_out_zero() -> None:
    assert EstimatedDifference(2, 0.1, 3.9).is_clear
    assert EstimatedDifference(-2, -3.9, -0.1).is_clear
    assert not EstimatedDifference(2, -0.1, 4.1).is_clear
    assert not EstimatedDifference(2, 0, 4).is_clear


def test_an_interval_knows_what_it_holds_and_its_width_in_any_unit() -> None:
    interval = Interval(0.25, 0.75)

    assert 0.25 in interval and 0.75 in interval and 0.8 not in interval
    assert interval.scaled(100) == Interval(25, 75) and interval.width == 0.5
    assert EstimatedDifference(0.5, 0.25, 0.75).scaled(100).interval == Interval(25, 75)
