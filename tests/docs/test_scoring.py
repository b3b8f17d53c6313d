"""The page on scores: each number in it is what the program works out."""

from pathlib import Path
from typing import Any, get_args

import pytest

from docs.support_documents import in_code, tables_of
from mkdocs_journeys.insight.emotion import mean_emotion, signed
from mkdocs_journeys.insight.scoring import ASSUMED_POINTS, ASSUMED_REACH, cost_of, score_opportunity, score_pain
from mkdocs_journeys.model import Journey, JourneyStage, Opportunity, Pain, Step
from mkdocs_journeys.model.catalog import Bands, OpportunityMethod, PainMethod, Scoring
from mkdocs_journeys.model.scales import CONFIDENCE

TABLES_OF_PAINS = {
    "By severity, frequency and impact": Scoring(pain="severity-frequency-impact"),
    "By severity and reach": Scoring(pain="severity-reach"),
}
TABLES_OF_OPPORTUNITIES = {
    "By value and effort": Scoring(opportunity="value-effort"),
    "By reach, value and effort": Scoring(opportunity="rice"),
}


@pytest.fixture
def page(guide: Path) -> Path:
    return guide / "scoring.md"


def given(row: list[str], keys: tuple[str, ...]) -> dict[str, Any]:
    """What a row says of a thing; empty cells are left out."""
    words = {key: cell for key, cell in zip(keys, row[1:], strict=True) if cell}
    return words | ({"reach": float(words["reach"])} if "reach" in words else {})


@pytest.mark.parametrize(("table", "scoring"), TABLES_OF_PAINS.items())
def test_the_working_of_every_pain_is_right_and_the_highest_comes_first(
    table: str, scoring: Scoring, page: Path
) -> None:
    tables = tables_of(page)
    keys = ("severity", "frequency", "impact", "reach", "confidence")
    pains = [Pain(id="x", title=row[0], **given(row, keys)) for row in tables["What we know of five pains"]]
    scored = sorted(((score_pain(pain, scoring), pain.title) for pain in pains), key=lambda pair: -pair[0].value)
    assert tables[table] == [[title, score.working, score.band] for score, title in scored]


@pytest.mark.parametrize(("table", "scoring"), TABLES_OF_OPPORTUNITIES.items())
def test_the_working_of_every_opportunity_is_right_and_the_highest_comes_first(
    table: str, scoring: Scoring, page: Path
) -> None:
    tables = tables_of(page)
    keys = ("value", "effort", "reach", "confidence")
    things = [
        Opportunity(id="x", path="x", title=row[0], **given(row, keys))
        for row in tables["What we know of three opportunities"]
    ]
    scored = sorted(((score_opportunity(one, scoring), one.title) for one in things), key=lambda pair: -pair[0].value)
    assert tables[table] == [[title, score.working, score.band] for score, title in scored]


def test_the_working_of_what_is_scored_by_points_is_right(page: Path) -> None:
    given = {
        "ice": {"impact": 8, "confidence": 7, "ease": 9},
        "wsjf": {"value": 8, "urgency": 5, "risk": 3, "size": 5},
        "ulwick": {"importance": 9.1, "satisfaction": 2, "n": 180},
    }
    item = Opportunity(id="x", path="x", title="x", **given)
    scores = {method: score_opportunity(item, Scoring(opportunity=method)) for method in given}
    rows = tables_of(page)["Points"]
    assert [[*in_code(row[0]), *row[1:]] for row in rows] == [
        [method, score.working, score.band] for method, score in scores.items()
    ]


def test_what_the_mail_costs_is_right(page: Path) -> None:
    factors = {"people": {"low": 800, "high": 1200}, "times": 2, "minutes": {"low": 5, "high": 15}, "minute_cost": 0.5}
    found = cost_of(Pain(id="x", title="x", cost_factors=factors), Scoring(currency="EUR"))
    assert found
    assert found.working in " ".join(page.read_text("utf-8").split())


def test_what_a_test_with_customers_would_change_is_right(page: Path) -> None:
    pain = Pain(id="x", title="x", severity="major", frequency="often", impact="high", confidence="validated")
    score = score_pain(pain, Scoring())
    assert f"the score {score.shown}: {score.band}." in " ".join(page.read_text("utf-8").split())


def test_every_method_is_explained(page: Path) -> None:
    tables = tables_of(page)
    assert [in_code(row[0])[0] for row in tables["Pains"]] == list(get_args(PainMethod))
    assert [in_code(row[0])[0] for row in tables["Opportunities"]] == list(get_args(OpportunityMethod))


@pytest.mark.parametrize("name", ["scoring.md", "maps.md"])
def test_the_bands_are_those_of_the_program(name: str, guide: Path) -> None:
    bands = Bands()
    text = " ".join((guide / name).read_text("utf-8").split()).lower()
    assert f"from {bands.high:g} on" in text
    assert f"from {bands.medium:g} on **medium**, below that **low**" in text


def test_confidence_and_reach_are_those_of_the_program(page: Path) -> None:
    text = " ".join(page.read_text("utf-8").split())
    assert f"A reach that nobody gave counts as {ASSUMED_REACH:g}, and points that nobody gave" in text
    assert f"nobody gave count as {ASSUMED_POINTS:g}." in text
    assert f"What is validated counts whole ({CONFIDENCE['validated']})" in text
    assert f"what evidence points to counts {CONFIDENCE['inferred']}," in text
    assert f"only believed counts half ({CONFIDENCE['assumed']})" in text


def test_the_mean_of_four_steps_is_right(page: Path) -> None:
    steps = [Step(name="x", emotion=emotion) for emotion in (-1, None, 1, 1)]
    journey = Journey(id="x", path="x", title="x", personas=["x"], stages=[JourneyStage(stage="x", steps=steps)])
    mean = mean_emotion(journey)
    assert mean is not None
    assert f"Steps at `-1`, nothing, `1` and `1` have a mean of {signed(mean)}:" in page.read_text("utf-8")
