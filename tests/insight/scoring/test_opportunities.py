"""Scores of opportunities by ICE, WSJF and Ulwick: figures that were worked out by hand."""

from typing import Any

import pytest

from mkdocs_journeys.insight.scoring import score_opportunity
from mkdocs_journeys.model.catalog import Scoring
from support.atlases import opportunity

GOLDEN: list[tuple[str, dict[str, Any], float, str, str]] = [
    ("ice", {"impact": 7, "confidence": 6, "ease": 8}, 34, "7 × 6 × 8 ÷ 10 = 34", "medium"),
    ("ice", {"impact": 8, "confidence": 7, "ease": 9}, 50, "8 × 7 × 9 ÷ 10 = 50", "high"),
    ("ice", {"impact": 1, "confidence": 1, "ease": 1}, 0, "1 × 1 × 1 ÷ 10 = 0", "low"),
    ("ice", {"impact": 10, "confidence": 10, "ease": 10}, 100, "10 × 10 × 10 ÷ 10 = 100", "high"),
    ("wsjf", {"value": 8, "urgency": 5, "risk": 3, "size": 5}, 3.2, "(8 + 5 + 3) ÷ 5 = 3.2", "medium"),
    ("wsjf", {"value": 13, "urgency": 8, "risk": 5, "size": 2}, 13, "(13 + 8 + 5) ÷ 2 = 13", "high"),
    ("wsjf", {"value": 1, "urgency": 1, "risk": 1, "size": 20}, 0.2, "(1 + 1 + 1) ÷ 20 = 0.2", "low"),
    ("wsjf", {"value": 5, "urgency": 3, "risk": 2, "size": 8}, 1.3, "(5 + 3 + 2) ÷ 8 = 1.3", "low"),
    ("ulwick", {"importance": 9.1, "satisfaction": 2}, 16.2, "9.1 + max(9.1 − 2, 0) = 16.2", "high"),
    ("ulwick", {"importance": 9, "satisfaction": 5}, 13, "9 + max(9 − 5, 0) = 13", "high"),
    ("ulwick", {"importance": 8, "satisfaction": 4}, 12, "8 + max(8 − 4, 0) = 12", "medium"),
    ("ulwick", {"importance": 7, "satisfaction": 4}, 10, "7 + max(7 − 4, 0) = 10", "medium"),
    ("ulwick", {"importance": 6, "satisfaction": 9}, 6, "6 + max(6 − 9, 0) = 6", "low"),
]


@pytest.mark.parametrize(("method", "given", "figure", "working", "band"), GOLDEN)
def test_the_score_is_what_pen_and_paper_say(
    method: str, given: dict[str, Any], figure: float, working: str, band: str
) -> None:
    item = opportunity(value="critical", effort="small", **{method: given})

    score = score_opportunity(item, Scoring.model_validate({"opportunity": method}))

    assert (score.figure, score.working, score.band, score.missing) == (figure, working, band, ())


@pytest.mark.parametrize(
    ("method", "given", "missing", "working"),
    [
        ("ice", {}, ("impact", "confidence", "ease"), "5 × 5 × 5 ÷ 10 = 13"),
        ("ice", {"impact": 8, "ease": 2}, ("confidence",), "8 × 5 × 2 ÷ 10 = 8"),
        ("wsjf", {"value": 8}, ("urgency", "risk reduced", "job size"), "(8 + 5 + 5) ÷ 5 = 3.6"),
        ("ulwick", {"importance": 9}, ("satisfaction",), "9 + max(9 − 5, 0) = 13"),
    ],
)
def test_a_factor_that_nobody_gave_is_named_and_counts_five(
    method: str, given: dict[str, Any], missing: tuple[str, ...], working: str
) -> None:
    score = score_opportunity(opportunity(**{method: given}), Scoring.model_validate({"opportunity": method}))

    assert (score.missing, score.working) == (missing, working)


def test_only_what_matters_much_and_is_met_for_few_is_extreme() -> None:
    found = {
        met: score_opportunity(
            opportunity(ulwick={"importance": 9, "satisfaction": met}), Scoring(opportunity="ulwick")
        ).is_extreme
        for met in (2.9, 3)
    }

    assert found == {2.9: True, 3: False}


def test_the_bands_of_the_catalog_hold_for_what_counts_to_100_alone() -> None:
    scoring = {"bands": {"high": 90, "medium": 80}}
    given = {"ice": {"impact": 9, "confidence": 9, "ease": 9}, "wsjf": {"value": 13, "size": 1}}

    bands = {
        method: score_opportunity(opportunity(**given), Scoring.model_validate(scoring | {"opportunity": method})).band
        for method in given
    }

    assert bands == {"ice": "low", "wsjf": "high"}
