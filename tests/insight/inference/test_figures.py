"""How sure figures are, and which of them differ by more than chance."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.insight.inference.figures import change_between, interval_of, share_of
from mkdocs_journeys.insight.statistics.intervals import Interval
from mkdocs_journeys.insight.statistics.proportions import wilson_interval
from mkdocs_journeys.insight.statistics.scores import nps_interval
from mkdocs_journeys.model import Metric, Observation
from support.atlases import catalog

DAY = date(2026, 6, 30)


def metric(kind: str = "conversion", **fields: Any) -> Metric:
    return catalog(metrics=[{"id": "m", "kind": kind, **fields}]).metrics[0]


def figure(value: float, n: float | None = None, **fields: Any) -> Observation:
    return Observation(DAY, value, n, None, 2, **fields)


def rate(part: float, base: float) -> Observation:
    return figure(100 * part / base, base, counts=(float(part), float(base)))


def score(*counts: float) -> Observation:
    return figure(100 * (counts[0] - counts[2]) / sum(counts), sum(counts), counts=counts)


def test_a_rate_has_the_interval_of_its_counts() -> None:
    found = interval_of(metric(), rate(5, 50))
    assert found is not None and (round(found.low, 1), round(found.high, 1)) == (4.3, 21.4)


def test_a_net_promoter_score_has_that_of_its_answers() -> None:
    assert interval_of(metric("nps"), score(50, 30, 20)) == nps_interval(50, 30, 20)


def test_an_interval_that_the_file_gives_is_taken() -> None:
    assert interval_of(metric("ces"), figure(4.2, 80, low=4.1, high=4.4)) == Interval(4.1, 4.4)
    assert interval_of(metric(), figure(5, 80, low=4, high=9)) == Interval(4, 9)


def test_a_rate_with_its_sample_size_has_the_same_as_with_counts() -> None:
    assert interval_of(metric("churn"), figure(10, 50)) == interval_of(metric("churn"), rate(5, 50))
    assert interval_of(metric("csat", unit="%"), figure(10, 50)) == wilson_interval(5, 50).scaled(100)


def test_a_score_without_its_classes_has_the_widest_that_any_answers_give() -> None:
    found, extreme = interval_of(metric("nps"), figure(0, 100)), nps_interval(50, 0, 50)
    assert found is not None
    assert found.low == pytest.approx(extreme.low, abs=0.5) and found.high == pytest.approx(extreme.high, abs=0.5)
    assert found.width > nps_interval(30, 40, 30).width


@pytest.mark.parametrize(
    ("kind", "unit", "observation"),
    [
        ("count", None, figure(120)),
        ("count", None, figure(120, 300)),
        ("conversion", "%", figure(12)),
        ("csat", None, figure(4.3, 120)),
        ("duration", "days", figure(9.5, 418)),
        ("retention", "%", rate(4173, 4120)),
        ("retention", "%", rate(4173.5, 4220.2)),
        ("nps", None, figure(30)),
    ],
)
def test_where_the_data_gives_no_interval_there_is_none(kind: str, unit: str | None, observation: Observation) -> None:
    assert interval_of(metric(kind, unit=unit), observation) is None


def test_people_who_are_counted_are_a_share() -> None:
    assert share_of(metric(), rate(5, 50)) == (5, 50)
    assert share_of(metric("nps"), score(5, 4, 1)) is None


def test_two_rates_differ_if_the_interval_of_their_difference_leaves_out_zero() -> None:
    found = change_between(metric(), rate(200, 4000), rate(250, 4000))

    assert found.interval is not None and found.is_clear is True
    assert [round(one, 2) for one in (found.value, found.interval.low, found.interval.high)] == [1.25, 0.24, 2.26]
    assert change_between(metric(), rate(20, 400), rate(25, 400)).is_clear is False


def test_two_waves_differ_by_the_margins_of_both() -> None:
    assert change_between(metric("nps"), score(50, 30, 20), score(80, 10, 10)).is_clear is True
    assert change_between(metric("nps"), score(50, 30, 20), score(54, 28, 18)).is_clear is False


def test_two_means_differ_by_the_intervals_that_their_file_gives() -> None:
    before, after = figure(4.2, low=4.1, high=4.3), figure(4.5, low=4.4, high=4.6)

    assert change_between(metric("ces"), before, after).is_clear is True
    assert change_between(metric("ces"), before, figure(4.25, low=4.1, high=4.4)).is_clear is False


def test_without_an_interval_on_both_sides_nobody_can_say() -> None:
    found = change_between(metric("count"), figure(10), figure(90))
    assert (found.value, found.interval, found.is_clear) == (80, None, None)
    assert change_between(metric(), figure(10), rate(5, 50)).is_clear is None


@given(*[st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))] * 2)
def test_a_change_back_is_the_same_change_with_the_other_sign(one: tuple[int, int], other: tuple[int, int]) -> None:
    there, back = change_between(metric(), rate(*one), rate(*other)), change_between(metric(), rate(*other), rate(*one))
    assert (there.value, there.is_clear) == (-back.value, back.is_clear)
