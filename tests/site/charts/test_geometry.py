"""Axes with round ticks, plot areas, and runs of known points."""

from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.site.charts.geometry import PlotArea, known_runs, nice_axis


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([0, 100], (0, 20, 40, 60, 80, 100)),
        ([3, 47], (0, 10, 20, 30, 40, 50)),
        ([4.8, 6.1], (4.5, 5, 5.5, 6, 6.5)),
        ([-12, 31], (-20, -10, 0, 10, 20, 30, 40)),
        ([0.1, 0.3], (0.1, 0.15, 0.2, 0.25, 0.3)),
        ([], (0, 0.2, 0.4, 0.6, 0.8, 1)),
    ],
)
def test_ticks_are_round_numbers_around_the_values(values: list[float], ticks: tuple[float, ...]) -> None:
    axis = nice_axis(values)

    assert axis.ticks == ticks
    assert (axis.low, axis.high) == (ticks[0], ticks[-1])


@pytest.mark.parametrize("value", [0, 7, -40, 1e-12, 1e15])
def test_one_value_alone_lies_inside_its_axis(value: float) -> None:
    axis = nice_axis([value, value])

    assert axis.low < value < axis.high


def test_values_that_hardly_differ_count_as_one() -> None:
    assert nice_axis([0, 5e-324]) == nice_axis([0])


def test_values_that_are_no_numbers_are_left_out() -> None:
    assert nice_axis([nan, inf, 0, 100]).high == 100


def test_a_share_tells_where_a_value_lies_and_stays_on_the_axis() -> None:
    axis = nice_axis([0, 100])

    assert [axis.share(value) for value in (-5, 0, 25, 100, 400)] == [0, 0, 0.25, 1, 1]


@given(st.lists(st.floats(-1e12, 1e12), min_size=1, max_size=20), st.integers(2, 10))
def test_every_value_lies_on_an_axis_of_a_few_rising_ticks(values: list[float], ticks: int) -> None:
    axis = nice_axis(values, ticks)
    slack = (axis.high - axis.low) * 1e-6

    assert axis.low - slack <= min(values) and max(values) <= axis.high + slack
    assert list(axis.ticks) == sorted(set(axis.ticks))
    assert 2 <= len(axis.ticks) <= ticks + 3


def test_runs_are_neighbouring_known_points_without_the_gaps() -> None:
    assert list(known_runs([None, 1, 2, None, None, 0, None])) == [[1, 2], [0]]
    assert list(known_runs([])) == []


def test_a_plot_area_puts_greater_values_higher() -> None:
    plot = PlotArea(10, 20, 110, 70)

    assert [(plot.x(share), plot.y(share)) for share in (0, 0.5, 1)] == [(10, 70), (60, 45), (110, 20)]
