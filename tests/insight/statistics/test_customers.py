"""Churn, retention, lifetime value and survival."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.insight.statistics.customers import (
    customer_churn,
    kaplan_meier,
    lifetime_value,
    median_survival,
    net_revenue_retention,
    payback,
)
from mkdocs_journeys.insight.statistics.intervals import Interval

REMISSIONS = [(time, True) for time in (6, 6, 6, 7, 10, 13, 16, 22, 23)] + [
    (time, False) for time in (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
]
"""Weeks of remission with 6-mercaptopurine (Freireich 1963), the example of most textbooks."""


def test_churn_and_retention_are_shares_of_the_start() -> None:
    assert customer_churn(58, 2050) == pytest.approx(0.0283, abs=1e-4)
    assert net_revenue_retention(4000, 500, 100, 300) == 1.025


def test_lifetime_value_takes_churn_to_be_constant() -> None:
    assert lifetime_value(100, 0.8, 10, 200) == 1600
    assert payback(240, 100, 0.8) == 3


def test_what_has_no_answer_is_refused() -> None:
    assert lifetime_value(100, 0.8, 0, 200) is lifetime_value(100, 0.8, 4, 200) is None
    assert customer_churn(0, 0) is net_revenue_retention(0, 1, 0, 0) is payback(240, 100, 0) is None


def test_survival_is_that_of_the_textbook() -> None:
    points = kaplan_meier(REMISSIONS)

    assert [(point.time, point.at_risk, point.events) for point in points] == [
        (6, 21, 3), (7, 17, 1), (10, 15, 1), (13, 12, 1), (16, 11, 1), (22, 7, 1), (23, 6, 1),
    ]  # fmt: skip
    assert [round(point.survival, 3) for point in points] == [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    assert (round(points[0].interval.low, 3), round(points[0].interval.high, 3)) == (0.620, 0.952)
    assert (round(points[-1].interval.low, 3), round(points[-1].interval.high, 3)) == (0.188, 0.680)
    assert median_survival(points) == 23
    assert median_survival(points[:5]) is None


def test_where_nobody_is_left_survival_is_at_most_what_it_was() -> None:
    points = kaplan_meier([(1, True), (2, True)])

    assert [point.survival for point in points] == [0.5, 0]
    assert points[1].interval == Interval(0, points[0].interval.high)
    assert kaplan_meier([(1, True)])[0].interval == Interval(0, 1)
    assert kaplan_meier([(1, False)]) == kaplan_meier([]) == []


@given(st.lists(st.tuples(st.integers(0, 50), st.booleans()), max_size=80))
def test_survival_never_rises_and_lies_in_its_interval(times: list[tuple[int, bool]]) -> None:
    points = kaplan_meier(times)
    survival = [1.0, *(point.survival for point in points)]
    assert survival == sorted(survival, reverse=True)
    assert all(0 <= one.interval.low <= one.survival <= one.interval.high <= 1 for one in points)


@given(st.lists(st.integers(0, 50), min_size=1, max_size=80))
def test_where_everybody_was_seen_to_the_end_survival_is_the_share_still_there(times: list[int]) -> None:
    for point in kaplan_meier((time, True) for time in times):
        assert point.survival == pytest.approx(sum(time > point.time for time in times) / len(times), abs=1e-9)
