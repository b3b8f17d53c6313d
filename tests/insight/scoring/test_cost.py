"""What a pain costs: figures that were worked out by hand."""

from typing import Any

import pytest

from mkdocs_journeys.insight.scoring import cost_of
from mkdocs_journeys.model.catalog import Scoring
from support.atlases import pain

EUROS = Scoring(currency="EUR")
GOLDEN: list[tuple[dict[str, Any], tuple[float, float], str]] = [
    (
        {"people": {"low": 800, "high": 1200}, "times": 2, "minutes": {"low": 5, "high": 15}, "minute_cost": 0.5},
        (4000, 18000),
        "800–1,200 × 2 × 5–15 × 0.5 = 4,000–18,000 EUR",
    ),
    (
        {"people": 1000, "drop_off": {"low": 2, "high": 4}, "conversion_value": 300},
        (6000, 12000),
        "1,000 × 1 × 2–4% × 300 = 6,000–12,000 EUR",
    ),
    (
        {"people": 100, "minutes": 10, "minute_cost": 1, "drop_off": 5, "conversion_value": {"low": 40, "high": 60}},
        (1200, 1300),
        "100 × 1 × (10 × 1 + 5% × 40–60) = 1,200–1,300 EUR",
    ),
    ({"people": 0, "minutes": 10, "minute_cost": 1}, (0, 0), "0 × 1 × 10 × 1 = 0 EUR"),
]


@pytest.mark.parametrize(("factors", "ends", "working"), GOLDEN)
def test_the_cost_runs_from_the_low_ends_to_the_high_ends(
    factors: dict[str, Any], ends: tuple[float, float], working: str
) -> None:
    found = cost_of(pain(cost_factors=factors | {"per": "month"}), EUROS)

    assert found and found.cost
    assert ((found.cost.low, found.cost.high), found.working) == (ends, working)
    assert (found.cost.unit, found.cost.per) == ("EUR", "month")


@pytest.mark.parametrize(
    ("factors", "missing"),
    [
        ({}, ("people", "minutes", "minute_cost")),
        ({"people": 5, "minutes": 3}, ("minute_cost",)),
        ({"people": 5, "conversion_value": 3}, ("drop_off",)),
        ({"minutes": 5, "minute_cost": 1, "drop_off": 2}, ("people", "conversion_value")),
    ],
)
def test_a_missing_factor_is_named_and_no_money_is_made_up(factors: dict[str, Any], missing: tuple[str, ...]) -> None:
    found = cost_of(pain(cost_factors=factors), EUROS)

    assert found
    assert (found.cost, found.missing) == (None, missing)


def test_the_currency_of_the_pain_comes_before_that_of_the_catalog() -> None:
    factors = {"people": 1, "minutes": 1, "minute_cost": 1}
    dollars, euros, unknown = (
        cost_of(pain(cost_factors=factors | unit), scoring)
        for unit, scoring in (({"unit": "USD"}, EUROS), ({}, EUROS), ({}, Scoring()))
    )

    assert dollars and dollars.cost and dollars.cost.unit == "USD"
    assert euros and euros.cost and euros.cost.unit == "EUR"
    assert unknown and unknown.missing == ("unit",)


def test_a_cost_that_somebody_wrote_down_counts_as_it_stands() -> None:
    found = cost_of(pain(cost={"low": 2000, "high": 5000, "unit": "EUR"}), Scoring())

    assert found and found.cost
    assert (found.cost.low, found.cost.high, found.working) == (2000, 5000, "")


def test_a_pain_without_either_has_no_cost() -> None:
    assert cost_of(pain(), EUROS) is None
