"""Figures that jumped, and those that their history explains."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.insight.inference.jumps import has_jumped
from mkdocs_journeys.model import Observation
from support.atlases import catalog

COUNT = catalog(metrics=[{"id": "m", "kind": "count"}]).metrics[0]
RATE = catalog(metrics=[{"id": "m", "kind": "conversion"}]).metrics[0]
STEADY = [100, 103, 101, 104, 102, 106, 103, 105]


def series(*values: float, n: float | None = None) -> list[Observation]:
    days = [date(2020 + month // 12, month % 12 + 1, 1) for month in range(len(values))]
    return [
        Observation(day, value, n, None, line) for line, (day, value) in enumerate(zip(days, values, strict=True), 2)
    ]


def test_a_jump_from_eight_steady_figures_is_one_up_or_down() -> None:
    assert has_jumped(COUNT, series(*STEADY, 160))
    assert has_jumped(COUNT, series(*STEADY, 50))
    assert not has_jumped(COUNT, series(*STEADY, 108))


def test_seven_earlier_figures_are_no_history() -> None:
    assert not has_jumped(COUNT, series(*STEADY[1:], 160))


def test_a_rise_that_came_before_is_explained() -> None:
    assert not has_jumped(COUNT, series(*STEADY[:4], 170, *STEADY[4:], 165))
    assert has_jumped(COUNT, series(*STEADY[:4], 170, *STEADY[4:], 185))


def test_a_jump_that_may_be_chance_is_none() -> None:
    steady = (5.0, 5.1, 5.0, 5.2, 5.1, 5.3, 5.1, 5.2)
    assert has_jumped(RATE, series(*steady, 9, n=2000))
    assert not has_jumped(RATE, series(*steady, 9, n=40))


def test_a_series_that_never_moved_has_no_measure_of_it() -> None:
    assert not has_jumped(COUNT, series(*[7] * 9, 8))


@given(st.lists(st.integers(-1000, 1000), min_size=9, max_size=30))
def test_the_sign_of_a_series_does_not_matter(values: list[int]) -> None:
    assert has_jumped(COUNT, series(*values)) == has_jumped(COUNT, series(*[-value for value in values]))
