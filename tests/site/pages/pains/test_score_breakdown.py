"""Scores of pains in words."""

import re

import pytest

from browser.support_pains import pain
from mkdocs_journeys.insight.scoring import score_pain
from mkdocs_journeys.model import Pain
from mkdocs_journeys.model.catalog import Scoring
from mkdocs_journeys.site.pages.pains.score_breakdown import ScoreTerm, pain_breakdown


def as_text(terms: tuple[ScoreTerm, ...]) -> str:
    return "".join(f"{term.name} {term.words}{term.after}" for term in terms)


@pytest.mark.parametrize("method", ["severity-frequency-impact", "severity-reach"])
def test_the_working_in_words_is_the_sum_that_was_scored(method: str) -> None:
    given = pain(1, severity="major", frequency="often", reach=30.0, confidence="inferred")
    score = score_pain(Pain.model_validate(given), Scoring.model_validate({"pain": method}))
    sum_of_words = re.sub(r"[a-z]+ |%", "", as_text(pain_breakdown(score)))
    assert sum_of_words == score.working


def test_the_working_says_what_a_missing_factor_was_taken_as() -> None:
    score = score_pain(Pain.model_validate({"id": "slow", "title": "Slow", "severity": "major"}), Scoring())
    assert as_text(pain_breakdown(score)) == (
        "severity major 3 × frequency not given, taken as sometimes 2 × impact not given, taken as medium 2"
        " ÷ 64 × 100 × confidence assumed 0.5 = 9"
    )
