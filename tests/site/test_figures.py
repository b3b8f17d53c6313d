"""Figures as people read them."""

import pytest

from mkdocs_journeys.model import Metric
from mkdocs_journeys.site.figures import number, with_unit


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
