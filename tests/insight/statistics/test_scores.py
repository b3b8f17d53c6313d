"""Net promoter scores: intervals of one wave, and of the difference of two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.insight.statistics.scores import (
    adjusted_nps_interval,
    answers_needed,
    net_promoter_score,
    nps_difference,
    nps_interval,
    nps_margin,
)

COUNTS = st.tuples(*[st.integers(0, 3_000)] * 3).filter(lambda counts: sum(counts) > 0)
Counts = tuple[int, int, int]


def test_the_score_of_a_wave_and_its_margin() -> None:
    assert net_promoter_score(50, 30, 20) == 30
    assert round(nps_margin(50, 30, 20), 1) == 15.3
    found = nps_interval(50, 30, 20)
    assert (round(found.low, 1), round(found.high, 1)) == (14.7, 45.3)


def test_for_few_answers_one_is_added_to_each_class() -> None:
    found = adjusted_nps_interval(50, 30, 20)

    assert round((found.low + found.high) / 2, 1) == 29.1
    assert round(found.width / 2, 1) == 15.1
    assert nps_interval(10, 6, 4) == adjusted_nps_interval(10, 6, 4) != nps_interval(50, 30, 20)


def test_unanimous_answers_are_not_certain() -> None:
    assert nps_interval(5, 0, 0).low < 100
    assert nps_interval(500, 0, 0).high == 100
    assert nps_difference((500, 0, 0), (0, 500, 0)).high > -100


@pytest.mark.parametrize(("margin", "variance", "n"), [(5, 0.61, 937), (5, 1, 1537)])
def test_how_many_answers_a_margin_takes(margin: float, variance: float, n: int) -> None:
    assert round(answers_needed(margin, variance)) == n


def test_the_margins_of_two_waves_add_up_by_their_squares() -> None:
    found = nps_difference((50, 30, 20), (80, 10, 10))
    expected = (nps_margin(50, 30, 20) ** 2 + nps_margin(80, 10, 10) ** 2) ** 0.5

    assert (found.value, found.high - found.value) == (40, pytest.approx(expected))
    assert found.is_clear
    assert not nps_difference((50, 30, 20), (54, 28, 18)).is_clear


@given(COUNTS)
def test_an_interval_lies_within_the_scale_around_the_score(counts: Counts) -> None:
    found = nps_interval(*counts)
    assert -100 <= found.low <= net_promoter_score(*counts) <= found.high <= 100
    assert found.width > 0


@given(COUNTS)
def test_a_wave_turned_round_has_the_interval_turned_round(counts: Counts) -> None:
    promoters, passives, detractors = counts
    found, turned = nps_interval(*counts), nps_interval(detractors, passives, promoters)
    assert (turned.low, turned.high) == pytest.approx((-found.high, -found.low))


@given(COUNTS, st.integers(2, 10))
def test_more_answers_make_an_interval_narrower(counts: Counts, times: int) -> None:
    more = (counts[0] * times, counts[1] * times, counts[2] * times)
    assert adjusted_nps_interval(*more).width < adjusted_nps_interval(*counts).width


@given(COUNTS, COUNTS)
def test_a_difference_is_the_opposite_of_the_one_in_the_other_direction(first: Counts, second: Counts) -> None:
    found, back = nps_difference(first, second), nps_difference(second, first)
    assert (back.value, back.low, back.high) == pytest.approx((-found.value, -found.high, -found.low))
    assert not nps_difference(first, first).is_clear
