"""Figures as people read them."""

import pytest

from mkdocs_journeys.model import Cost, Figure, Metric
from mkdocs_journeys.model.base import RunningCost
from mkdocs_journeys.site.rendering.numbers import (
    change_of,
    cost_in_words,
    emotion_class,
    exact,
    figure_in_words,
    figure_value,
    latest_figure,
    number,
    with_unit,
)
from mkdocs_journeys.translation.messages import speaking
from support.atlases import atlas, journey, observed, step


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (-2, "1"),
        (-1.4, "2"),
        (-0.5, "2"),
        (-0.3, "below"),
        (-0.04, "3"),
        (0, "3"),
        (0.3, "above"),
        (0.5, "4"),
        (2, "5"),
    ],
)
def test_the_colour_of_an_emotion_says_on_which_side_of_neutral_it_is(value: float, name: str) -> None:
    assert emotion_class(value) == f"journeys-emotion-{name}"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1500, "1,500"),
        (4.25, "4.2"),
        (0.0, "0"),
        (-12.0, "−12"),
        (99.96, "100"),
        (123.4, "123"),
        (-0.04, "0"),
    ],
)
def test_numbers_have_no_needless_decimals(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("unit", "kind", "text"),
    [
        ("%", "other", "8%"),
        ("€", "money", "€ 8"),
        ("days", "duration", "8 days"),
        (None, "churn", "8%"),
        (None, "nps", "8"),
    ],
)
def test_the_unit_stands_where_readers_expect_it(unit: str | None, kind: str, text: str) -> None:
    metric = Metric.model_validate({"id": "m", "name": "M", "kind": kind, "unit": unit})
    assert with_unit(metric, 8) == text


@pytest.mark.parametrize(
    ("unit", "change", "text"), [("%", 3.0, "+3 points"), ("h", -5.4, "−5.4 h"), ("h", 0.01, "0 h"), ("h", None, "")]
)
def test_a_change_has_its_sign_and_between_percentages_counts_points(
    unit: str, change: float | None, text: str
) -> None:
    metric = Metric.model_validate({"id": "m", "name": "M", "kind": "other", "unit": unit})
    assert change_of(metric, change) == text


def test_a_sign_stays_before_its_figure_where_one_reads_from_right_to_left() -> None:
    metric = Metric.model_validate({"id": "m", "name": "M", "kind": "other", "unit": "h"})
    with speaking("ar"):
        assert change_of(metric, -5.4) == "\N{LEFT-TO-RIGHT MARK}−5.4 h"


def test_the_latest_figure_is_one_of_the_whole_base() -> None:
    rows = observed(("2026-02-01", 2.5), ("2026-01-01", 1), ("2026-03-01", 9, "large"))
    made = atlas(journey("buy", step(metrics=["m"])), metrics=[{"id": "m", "unit": "h"}], observations={"m": rows})
    assert latest_figure(made, "m") == "2.5 h"
    assert latest_figure(atlas(metrics=["m"]), "m") == ""


@pytest.mark.parametrize(
    ("cost", "text"),
    [
        (RunningCost(low=2000, high=5000, unit="EUR", per="month"), "2,000–5,000 EUR per month"),
        (Cost(low=20000, unit="€"), "€ 20,000"),
        (Cost(low=1, high=1, unit="person-month"), "1 person-month"),
    ],
)
def test_a_cost_is_told_from_low_to_high(cost: Cost, text: str) -> None:
    assert cost_in_words(cost) == text


def test_a_figure_is_told_with_its_unit_and_what_it_rests_on() -> None:
    figure = Figure.model_validate({"name": "Leave", "value": 38, "unit": "%", "n": 1412, "date": "2026-06-30"})
    assert figure_value(figure) == "38%"
    assert figure_in_words(figure) == "38% (n 1,412, 2026-06-30)"
    assert figure_in_words(Figure(name="Calls", value=3)) == "3"


def test_an_exact_figure_keeps_its_digits_and_has_the_decimal_point_of_the_language() -> None:
    assert [exact(value) for value in (3, 3.0, 0.8, 33.25)] == ["3", "3", "0.8", "33.25"]
    with speaking("de"):
        assert exact(33.25) == "33,25"
