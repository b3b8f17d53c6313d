"""Scores of pains and opportunities."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.scoring import (
    backlog,
    band_counts,
    ranked_opportunities,
    ranked_pains,
    score_opportunity,
    score_pain,
    scored_pains,
)
from mkdocs_journeys.model import Opportunity, Pain
from mkdocs_journeys.model.catalog import OpportunityMethod, PainMethod, Scoring
from mkdocs_journeys.model.scales import CONFIDENCE, EFFORT, FREQUENCY, IMPACT, SEVERITY
from support.atlases import atlas, journey, opportunity, pain, step

PAIN_METHODS = get_args(PainMethod)
OPPORTUNITY_METHODS = get_args(OpportunityMethod)
PAIN_SCALES = {
    "severity": list(SEVERITY),
    "frequency": list(FREQUENCY),
    "impact": list(IMPACT),
    "reach": [0, 12.5, 60, 100],
    "confidence": list(CONFIDENCE),
}
OPPORTUNITY_SCALES = {
    "value": list(IMPACT),
    "effort": list(reversed(EFFORT)),
    "reach": [0, 12.5, 60, 100],
    "confidence": list(CONFIDENCE),
    "ice": [{"impact": one, "confidence": one, "ease": one} for one in (1, 4, 10)],
    "wsjf": [{"value": 8, "urgency": 5, "risk": 2, "size": one} for one in (20, 8, 1)],
    "ulwick": [{"importance": 6, "satisfaction": one} for one in (10, 4.5, 0)],
}
HIGHEST = {"value-effort": 100, "rice": 100, "ice": 100, "wsjf": 60, "ulwick": 20}
BEST = {
    "ice": {"impact": 10, "confidence": 10, "ease": 10},
    "wsjf": {"value": 20, "urgency": 20, "risk": 20, "size": 1},
    "ulwick": {"importance": 10, "satisfaction": 0},
}


def by(pain: str = "severity-frequency-impact", opportunity: str = "value-effort", **bands: float) -> Scoring:
    return Scoring.model_validate({"pain": pain, "opportunity": opportunity, "bands": bands})


def some_fields(scales: dict[str, list[object]]) -> st.SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries({}, optional={name: st.sampled_from(words) for name, words in scales.items()})


def test_pains_with_the_same_words_share_one_score_whatever_their_reach() -> None:
    narrow, wide = (pain(severity="major", frequency="often", reach=reach) for reach in (10, 90))
    assert score_pain(narrow, Scoring()) is score_pain(wide, Scoring())


def test_a_pain_is_severity_times_frequency_times_impact_with_its_working() -> None:
    given_all = pain(severity="major", frequency="often", impact="high", confidence="validated")

    score = score_pain(given_all, Scoring())

    assert score.value == 42.1875
    assert score.shown == 42
    assert score.working == "3 × 3 × 3 ÷ 64 × 100 × 1.0 = 42"
    assert score.method == "severity-frequency-impact"
    assert [(f.name, f.word, f.number) for f in score.factors] == [
        ("severity", "major", 3),
        ("frequency", "often", 3),
        ("impact", "high", 3),
        ("confidence", "validated", 1.0),
    ]


def test_a_missing_factor_counts_as_the_second_value_and_is_told() -> None:
    score = score_pain(pain(severity="critical", confidence="validated"), Scoring())

    assert [(f.name, f.word, f.number) for f in score.factors if f.assumed] == [
        ("frequency", None, 2),
        ("impact", None, 2),
    ]
    assert score.working == "4 × 2 × 2 ÷ 64 × 100 × 1.0 = 25"


def test_confidence_follows_the_evidence_where_nobody_gave_it() -> None:
    bare, backed = score_pain(pain(), Scoring()), score_pain(pain(evidence=["study"]), Scoring())

    assert bare.factors[-1].word == "assumed"
    assert backed.factors[-1].word == "inferred"
    assert backed.value == pytest.approx(bare.value * 0.8 / 0.5)


def test_a_pain_can_be_severity_times_reach() -> None:
    score = score_pain(pain(severity="major", reach=40, confidence="inferred"), by("severity-reach"))

    assert score.value == pytest.approx(24)
    assert score.working == "3 ÷ 4 × 40 × 0.8 = 24"
    assert score.factors[1].word == "40%"


def test_an_unknown_reach_is_half_of_the_customers_and_assumed() -> None:
    score = score_pain(pain(severity="critical", confidence="validated"), by("severity-reach"))

    assert (score.value, [f.name for f in score.factors if f.assumed]) == (50, ["reach"])


def test_an_opportunity_is_value_by_effort() -> None:
    item = opportunity(value="high", effort="medium", confidence="inferred")

    score = score_opportunity(item, Scoring())

    assert score.value == pytest.approx(30)
    assert score.working == "3 ÷ 2 ÷ 4 × 100 × 0.8 = 30"
    assert score.method == "value-effort"


def test_an_opportunity_can_be_scored_by_rice() -> None:
    item = opportunity(value="high", effort="medium", reach=40, confidence="inferred")

    score = score_opportunity(item, by(opportunity="rice"))

    assert score.value == pytest.approx(12)
    assert score.working == "40 × 3 ÷ 4 × 0.8 ÷ 2 = 12"


def test_the_best_opportunity_and_the_worst_pain_score_the_most_that_there_is() -> None:
    best = opportunity(value="critical", effort="small", reach=100, confidence="validated", **BEST)
    worst = pain(severity="critical", frequency="always", impact="critical", reach=100, confidence="validated")

    scores = {method: score_opportunity(best, by(opportunity=method)).value for method in OPPORTUNITY_METHODS}
    assert scores == HIGHEST
    assert {score_pain(worst, by(method)).value for method in PAIN_METHODS} == {100}


def test_the_band_follows_the_score_that_people_see() -> None:
    almost = pain(severity="major", frequency="often", impact="critical", confidence="inferred", reach=53)

    assert score_pain(almost, by(high=45)).value == pytest.approx(45)
    assert score_pain(almost, by(high=45)).band == "high"
    assert score_pain(almost, by("severity-reach", high=32)).value == pytest.approx(31.8)
    assert score_pain(almost, by("severity-reach", high=32)).band == "high"


@given(some_fields(PAIN_SCALES), st.sampled_from(PAIN_METHODS), st.integers(0, 100), st.integers(0, 100))
def test_every_pain_scores_within_0_and_100_and_in_the_band_of_its_score(
    fields: dict[str, object], method: str, one: int, other: int
) -> None:
    medium, high = sorted((one, other))

    score = score_pain(pain(**fields), by(method, high=high, medium=medium))

    assert 0 <= score.value <= 100
    assert (score.band == "high") == (score.shown >= high)
    assert (score.band == "low") == (score.shown < medium)
    assert score.working.endswith(f" = {score.shown}")


@given(some_fields(OPPORTUNITY_SCALES), st.sampled_from(OPPORTUNITY_METHODS))
def test_every_opportunity_scores_within_the_bounds_of_its_method(fields: dict[str, object], method: str) -> None:
    assert 0 <= score_opportunity(opportunity(**fields), by(opportunity=method)).value <= HIGHEST[method]


@pytest.mark.parametrize("method", PAIN_METHODS)
@pytest.mark.parametrize("name", PAIN_SCALES)
@given(fields=some_fields(PAIN_SCALES))
def test_a_worse_factor_never_lowers_the_score_of_a_pain(method: str, name: str, fields: dict[str, object]) -> None:
    def value(word: object) -> float:
        changed: Pain = pain(**{**fields, name: word})
        return score_pain(changed, by(method)).value

    scores = [value(word) for word in PAIN_SCALES[name]]

    assert scores == sorted(scores)


@pytest.mark.parametrize("method", OPPORTUNITY_METHODS)
@pytest.mark.parametrize("name", OPPORTUNITY_SCALES)
@given(fields=some_fields(OPPORTUNITY_SCALES))
def test_more_value_or_less_effort_never_lowers_the_score_of_an_opportunity(
    method: str, name: str, fields: dict[str, object]
) -> None:
    def value(word: object) -> float:
        changed: Opportunity = opportunity(**{**fields, name: word})
        return score_opportunity(changed, by(opportunity=method)).value

    scores = [value(word) for word in OPPORTUNITY_SCALES[name]]

    assert scores == sorted(scores)


BAD = {"severity": "critical", "frequency": "always", "impact": "critical", "confidence": "validated"}
MILD = {"severity": "major", "frequency": "often", "impact": "medium", "confidence": "validated"}


def some_pains() -> Atlas:
    pains = [
        pain("faint"),
        pain("mild", **MILD),
        pain("healed", status="resolved", **BAD),
        pain("bad", **BAD),
        pain("also-mild", **MILD),
        pain("healing", status="in-progress"),
        pain("borne", status="wont-fix"),
    ]
    return atlas(journey("buy", step(pains=pains)))


def test_open_pains_come_by_score_and_equal_ones_as_they_stand() -> None:
    assert [item.pain.id for item in ranked_pains(some_pains())] == ["bad", "mild", "also-mild", "faint", "healing"]


def test_the_backlog_ends_with_the_closed_pains() -> None:
    assert [item.pain.id for item in backlog(some_pains())][-2:] == ["healed", "borne"]
    assert len(backlog(some_pains())) == 7


def test_a_scored_pain_keeps_its_places() -> None:
    shared = atlas(journey("buy", step(pains=[pain("slow")])), journey("use", step(pains=["slow"])))

    assert [place.journey.id for place in ranked_pains(shared)[0].located.places] == ["buy", "use"]


def test_each_band_has_its_number() -> None:
    assert band_counts(ranked_pains(some_pains())) == {"high": 1, "medium": 2, "low": 2}
    assert band_counts([]) == {"high": 0, "medium": 0, "low": 0}


def test_only_the_pains_asked_for_are_scored() -> None:
    found = some_pains()

    some = scored_pains([found.pains["faint"], found.pains["healed"]], found.catalog.scoring)

    assert [item.pain.id for item in some] == ["healed", "faint"]


def test_opportunities_still_to_be_won_come_first() -> None:
    found = atlas(
        opportunity("won", value="critical", effort="small", status="delivered"),
        opportunity("dear", value="high", effort="huge"),
        opportunity("cheap", value="high", effort="small"),
        opportunity("put-off", value="critical", status="parked"),
    )

    items = ranked_opportunities(found)

    assert [item.opportunity.id for item in items] == ["cheap", "dear", "won", "put-off"]
    assert [item.active for item in items] == [True, True, False, False]
