"""Where the chain from findings to metrics is broken."""

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.tracing.gaps import gaps_by_thing, gaps_of
from mkdocs_journeys.model import Opportunity
from support.atlases import atlas, evidence, journey, opportunity, pain, stage, step

HIGH = {"severity": "critical", "frequency": "always", "impact": "critical", "confidence": "validated"}
TRIED = [{"id": "one", "name": "One", "experiment": {"metric": "paid"}}]


def gaps(found: Atlas) -> dict[str, list[str]]:
    """The kinds of gaps that there are, with the ids of what has them."""
    return {gap: [node.id for node in nodes] for gap, nodes in gaps_of(found).items() if nodes}


def with_pain(*items: Opportunity, **fields: object) -> Atlas:
    return atlas(journey("buy", step(pains=[pain("slow", **HIGH, **fields)])), *items)


def test_a_high_pain_that_nothing_answers_is_a_gap() -> None:
    assert gaps(with_pain()) == {"unanswered": ["slow"]}


@pytest.mark.parametrize("fields", [{"status": "resolved"}, {"status": "wont-fix"}])
def test_a_closed_pain_asks_for_nothing(fields: dict[str, str]) -> None:
    assert gaps(with_pain(**fields)) == {}


def test_a_pain_that_is_not_high_asks_for_nothing() -> None:
    assert gaps(atlas(journey("buy", step(pains=[pain("slow", severity="minor")])))) == {}


@pytest.mark.parametrize(("status", "answered"), [("new", True), ("in-progress", True), ("parked", False)])
def test_only_an_opportunity_that_is_still_to_be_won_answers_a_pain(status: str, answered: bool) -> None:
    found = with_pain(opportunity("faster", pains=["slow"], status=status))
    assert ("unanswered" not in gaps(found)) is answered


def test_an_opportunity_lacks_evidence_an_experiment_and_a_metric() -> None:
    found = atlas(journey(), opportunity("faster"))
    assert gaps(found) == {"unproven": ["faster"], "untried": ["faster"], "unmeasured": ["faster"]}
    assert list(gaps_by_thing(found).values()) == [("unproven", "untried", "unmeasured")]


@pytest.mark.parametrize("status", ["delivered", "parked", "rejected"])
def test_an_opportunity_that_has_ended_lacks_nothing(status: str) -> None:
    assert gaps(atlas(journey(), opportunity("faster", status=status))) == {}


def test_the_evidence_of_a_pain_is_that_of_its_opportunity_and_the_metric_of_an_experiment_too() -> None:
    found = atlas(
        journey("buy", step(pains=[pain("slow", evidence=["talks"])])),
        evidence("talks"),
        opportunity("faster", pains=["slow"], solutions=TRIED),
    )
    assert gaps(found) == {}


def test_a_finding_that_nothing_cites_is_a_gap_unless_it_is_good_news() -> None:
    findings = [
        {"id": "bad", "text": "Slow", "sentiment": -1},
        {"id": "said", "text": "Hm", "type": "quote"},
        {"id": "good", "text": "Fine", "sentiment": 1},
        {"id": "used", "text": "Dear", "sentiment": -1},
        {"id": "wanted", "text": "More", "type": "need"},
    ]
    found = atlas(
        journey("buy", step(evidence=["talks/bad"], pains=[pain("dear", evidence=["talks/used"])])),
        evidence("talks", findings=findings),
        opportunity("more", evidence=["talks/wanted"], solutions=TRIED),
    )
    assert gaps(found) == {"unused": ["talks/bad", "talks/said"]}


def test_a_metric_that_nothing_aims_at_is_a_gap_unless_it_counts_who_passes() -> None:
    found = atlas(
        journey("buy", stage("one", step(), volume="visits"), metrics=["nps"]),
        opportunity("faster", status="delivered", metrics=["time"]),
        metrics=["lost"],
    )
    assert gaps(found) == {"aimless": ["lost", "nps"]}
