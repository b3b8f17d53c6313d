"""The age of reviews and of evidence."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.insight.freshness import (
    age_in_words,
    freshness_of,
    is_expired,
    journey_freshness,
    stale_journeys,
)
from support.atlases import atlas, catalog, evidence, journey

TODAY = date(2026, 10, 12)


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
    assert age_in_words(days_ago(days), TODAY) == words


def test_stale_journeys_are_those_never_reviewed_and_then_the_oldest() -> None:
    found = atlas(
        journey("old", reviewed=days_ago(200)),
        journey("fresh", reviewed=days_ago(3)),
        journey("never"),
        journey("older", reviewed=days_ago(300)),
        journey("retired", status="retired"),
        journey("due", reviewed=days_ago(170)),
    )

    assert [item.journey.id for item in stale_journeys(found, TODAY)] == ["never", "older", "old"]


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
