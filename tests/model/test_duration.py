"""Durations as authors write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.model.duration import (
    DAY,
    HOUR,
    MINUTE,
    MONTH,
    WEEK,
    YEAR,
    Duration,
    added,
    duration_of,
    longest,
    shown_duration,
)
from mkdocs_journeys.translation.languages import PSEUDO
from mkdocs_journeys.translation.messages import speaking


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5 min", 5 * MINUTE, 5 * MINUTE),
        ("5min", 5 * MINUTE, 5 * MINUTE),
        ("30 s", 30, 30),
        ("1.5 h", 90 * MINUTE, 90 * MINUTE),
        ("1,5 hours", 90 * MINUTE, 90 * MINUTE),
        ("1 h 30 min", 90 * MINUTE, 90 * MINUTE),
        ("2 days and 3 hours", 2 * DAY + 3 * HOUR, 2 * DAY + 3 * HOUR),
        ("2–5 d", 2 * DAY, 5 * DAY),
        ("2-5 days", 2 * DAY, 5 * DAY),
        ("2 to 5 days", 2 * DAY, 5 * DAY),
        ("30 min – 2 h", 30 * MINUTE, 2 * HOUR),
        ("3 weeks", 21 * DAY, 21 * DAY),
        ("PT20M", 20 * MINUTE, 20 * MINUTE),
        ("P1DT2H", DAY + 2 * HOUR, DAY + 2 * HOUR),
        ("P2W", 14 * DAY, 14 * DAY),
        ("about 10 Minutes", 10 * MINUTE, 10 * MINUTE),
        ("~ 2 d", 2 * DAY, 2 * DAY),
        ("up to 3 d", 0, 3 * DAY),
        ("< 1 h", 0, HOUR),
    ],
)
def test_what_authors_write_is_understood(text: str, low: float, high: float) -> None:
    assert duration_of(text) == Duration(low, high)


@pytest.mark.parametrize(
    "text", ["", "a while", "5", "5 fortnights", "2 working days", "5–2 d", "P", "PT", "min", "5 min!"]
)
def test_anything_else_is_not_guessed(text: str) -> None:
    assert duration_of(text) is None


@given(st.text(max_size=40))
def test_no_text_is_too_strange(text: str) -> None:
    found = duration_of(text)
    assert found is None or 0 <= found.low <= found.high


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("90 s", "90 s"),
        ("PT20M", "20 min"),
        ("1 h 30 min", "90 min"),
        ("60 min", "1 h"),
        ("24 h", "1 d"),
        ("26 h", "26 h"),
        ("2–5 days", "2–5 d"),
        ("20 days", "20 d"),
        ("3 weeks", "3 weeks"),
        ("400 days", "13 months"),
        ("3 years", "3 years"),
        ("up to 3 d", "up to 3 d"),
        ("30 s – 2 min", "0.5–2 min"),
        ("9–14 weeks", "9–14 weeks"),
        ("20–30 d", "20–30 d"),
        ("47 d", "47 d"),
        ("60 d", "2 months"),
        ("100 d", "3.3 months"),
    ],
)
def test_it_is_shown_in_the_unit_that_suits_it(text: str, shown: str) -> None:
    assert str(duration_of(text)) == shown


@pytest.mark.parametrize(
    ("typed", "shown"), [("PT25M", "25 min"), ("P2W", "14 d"), ("about 5 min", "about 5 min"), ("Pending", "Pending")]
)
def test_only_what_is_for_machines_is_shown_in_other_words(typed: str, shown: str) -> None:
    assert shown_duration(typed) == shown


def test_what_is_shown_is_understood_again() -> None:
    for text in ("90 s", "5–7 min", "3 h", "4 d", "5 weeks", "8 months", "3 years", "up to 2 weeks"):
        found = duration_of(text)
        assert found is not None
        assert duration_of(str(found)) == found


def test_durations_add_up_or_run_side_by_side() -> None:
    one, other = Duration(60, 120), Duration(90, 100)
    assert added([one, other]) == Duration(150, 220)
    assert longest([one, other]) == Duration(90, 120)
    assert added([]) == Duration(0, 0)


def test_a_duration_has_the_decimals_of_the_language() -> None:
    assert str(Duration(9_000, 9_000)) == "2.5 h"
    with speaking("de"):
        assert str(Duration(9_000, 9_000)).startswith("2,5 ")


@pytest.mark.parametrize("unit", [1, MINUTE, HOUR, DAY, WEEK, MONTH, YEAR])
@pytest.mark.parametrize("low", [0, 3, 5])
def test_every_unit_is_said_in_the_language(unit: int, low: int) -> None:
    found = Duration(low * unit, 5 * unit)
    with speaking(PSEUDO):
        assert not set(str(found)) & set("abcdefghijklmnopqrstuvwxyz")
