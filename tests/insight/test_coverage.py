"""Confidence, owners, age of reviews, and the overview."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.insight.coverage import (
    ConfidenceShares,
    atlas_confidence,
    freshness_of,
    is_expired,
    journey_confidence,
    journey_freshness,
    overview,
    stale_journeys,
    unowned,
)
from support.atlases import atlas, catalog, evidence, journey, pain, persona, step

TODAY = date(2026, 10, 12)
GRAVE = {"severity": "critical", "frequency": "always", "impact": "critical", "confidence": "validated"}


def test_steps_and_pains_are_claims_and_evidence_makes_them_inferred() -> None:
    found = journey(
        "buy",
        step(confidence="validated", pains=[pain("slow", evidence=["study"])]),
        step(evidence=["study"]),
        step(),
        step(evidence=["study"], confidence="assumed"),
    )

    shares = journey_confidence(atlas(found), found)

    assert shares == ConfidenceShares(validated=1, inferred=2, assumed=2)
    assert (shares.total, shares.percent("validated"), shares.percent("assumed")) == (5, 20, 40)


def test_a_pain_felt_in_two_journeys_is_a_claim_of_each_and_one_of_the_atlas() -> None:
    one = journey("one", step(pains=[pain("slow", confidence="validated")]))
    two = journey("two", step(pains=["slow"]))
    found = atlas(one, two)

    assert journey_confidence(found, two).validated == 1
    assert atlas_confidence(found) == ConfidenceShares(validated=1, inferred=0, assumed=2)


def test_retired_and_future_journeys_claim_nothing_about_today() -> None:
    found = atlas(journey("old", status="retired"), journey("dream", step(pains=[pain()]), state="future"))

    assert atlas_confidence(found) == ConfidenceShares(0, 0, 0)
    assert atlas_confidence(found).percent("validated") is None


def test_everything_unowned_is_listed_with_its_weight() -> None:
    found = atlas(
        journey("buy", step(touchpoint="chat", pains=[pain("slow"), pain("kept", owner="sales")])),
        journey("kept", step(touchpoint="chat"), owner="sales"),
        touchpoints=["chat", "poster", {"id": "site", "team": "growth"}],
    )

    assert [(thing.kind, thing.id, thing.weight) for thing in unowned(found)] == [
        ("journey", "buy", 0),
        ("touchpoint", "chat", 2),
        ("touchpoint", "poster", 0),
        ("pain", "slow", 6),
    ]


def test_what_is_over_or_not_yet_there_needs_no_owner() -> None:
    found = atlas(
        journey("old", step(pains=[pain("gone", status="resolved")]), status="retired"),
        touchpoints=[{"id": "fax", "status": "retired"}, {"id": "robot", "status": "planned"}],
    )

    assert unowned(found) == []


def test_the_most_urgent_unowned_pain_comes_first() -> None:
    found = atlas(journey("buy", step(pains=[pain("mild"), pain("grave", severity="critical")]), owner="sales"))

    assert [thing.id for thing in unowned(found)] == ["grave", "mild"]


def test_an_atlas_of_one_journey_is_known_as_well_as_its_journey() -> None:
    found = journey(
        "buy",
        *(
            step(confidence=word, evidence=cited)
            for word in ("validated", "inferred", "assumed")
            for cited in ((), ["x"])
        ),
        step(evidence=["x"], pains=[pain("slow")]),
        step(),
    )
    old = journey("old", step(confidence="validated"), step(evidence=["x"]), status="retired")

    assert atlas_confidence(atlas(found, old)) == journey_confidence(atlas(found), found) == ConfidenceShares(2, 3, 4)


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "state"),
    [(0, "fresh"), (80, "fresh"), (81, "due"), (100, "due"), (101, "stale"), (4000, "stale"), (-3, "fresh")],
)
def test_a_review_falls_due_in_the_last_fifth_and_is_stale_after_the_last_day(days: int, state: str) -> None:
    assert freshness_of(days_ago(days), 100, TODAY).state == state


def test_a_journey_that_nobody_reviewed_has_no_age() -> None:
    fresh = freshness_of(None, 100, TODAY)

    assert (fresh.state, fresh.words) == ("never", "never reviewed")


def test_the_policy_of_the_catalog_decides() -> None:
    reviewed = journey("buy", reviewed=days_ago(40))

    strict = journey_freshness(reviewed, catalog(review={"max_age_days": 30}), TODAY)

    assert (strict.state, strict.words) == ("stale", "reviewed 40 days ago")
    assert journey_freshness(reviewed, catalog(), TODAY).state == "fresh"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "reviewed today"),
        (1, "reviewed yesterday"),
        (51, "reviewed 51 days ago"),
        (-1, "review dated 1 day ahead"),
        (-9, "review dated 9 days ahead"),
    ],
)
def test_an_age_reads_as_people_say_it(days: int, words: str) -> None:
    assert freshness_of(days_ago(days), 100, TODAY).words == words


def test_stale_journeys_are_those_never_reviewed_and_then_the_oldest() -> None:
    found = atlas(
        journey("old", reviewed=days_ago(200)),
        journey("fresh", reviewed=days_ago(3)),
        journey("never"),
        journey("older", reviewed=days_ago(300)),
        journey("retired", status="retired"),
        journey("due", reviewed=days_ago(170)),
    )

    assert [journey.id for journey, _ in stale_journeys(found, TODAY)] == ["never", "older", "old"]


def test_a_study_holds_until_the_end_of_its_last_day() -> None:
    assert not is_expired(evidence(expires=TODAY), TODAY)
    assert is_expired(evidence(expires=days_ago(1)), TODAY)
    assert not is_expired(evidence(), TODAY)


@given(st.integers(0, 2000), st.integers(1, 1000))
def test_an_older_review_is_never_fresher(days: int, allowed: int) -> None:
    order = ["fresh", "due", "stale"]
    younger, older = (freshness_of(days_ago(age), allowed, TODAY) for age in (days, days + 1))

    assert order.index(younger.state) <= order.index(older.state)
    assert (younger.state == "stale") == (days > allowed)


def test_the_home_page_counts_what_there_is() -> None:
    found = atlas(
        journey(
            "buy",
            step(confidence="validated", moment_of_truth=True, emotion=-1),
            step(pains=[pain("mild"), pain("grave", owner="sales", **GRAVE)]),
            owner="sales",
            reviewed=TODAY,
        ),
        journey("dream", state="future"),
        journey("old", status="retired"),
        persona("tom"),
    )

    figures = overview(found, TODAY, urgent=1)

    assert (figures.journeys, figures.personas) == (2, 2)
    assert [moment.place.number for moment in figures.painful_moments] == [1]
    assert figures.open_pains == {"high": 1, "medium": 0, "low": 1}
    assert [thing.id for thing in figures.unowned] == ["dream", "mild"]
    assert [journey.id for journey, _ in figures.stale] == ["dream"]
    assert figures.validated == 50
    assert [item.pain.id for item in figures.urgent] == ["grave"]


def test_an_empty_atlas_has_an_overview_too() -> None:
    figures = overview(atlas(), TODAY)

    assert (figures.journeys, figures.validated, figures.urgent) == (0, None, ())
