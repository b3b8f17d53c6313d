"""Dates and numbers as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.load.messages.forms import days_meant, number_meant
from mkdocs_journeys.model.base import iso_date


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2026-10-02", ["2026-10-02"]),
        ("2026-6-1", ["2026-06-01"]),
        ("2026/6/1", ["2026-06-01"]),
        ("2026.06.01", ["2026-06-01"]),
        ("2026-10", ["2026-10-01"]),
        ("2026-10-02T10:00", ["2026-10-02"]),
        ("2026-10-02 10:00:00", ["2026-10-02"]),
        ("22.11.2026", ["2026-11-22"]),
        ("1. 2. 2026", ["2026-02-01"]),
        ("2/10/2026", ["2026-10-02", "2026-02-10"]),
        ("10/10/2026", ["2026-10-10"]),
        ("22/11/2026", ["2026-11-22"]),
        ("11/22/2026", ["2026-11-22"]),
        ("June 2026", ["2026-06-01"]),
        ("Sept. 2026", []),
        ("sep 2026", ["2026-09-01"]),
        ("2 June 2026", ["2026-06-02"]),
        ("2nd June 2026", ["2026-06-02"]),
        ("May 4, 2026", ["2026-05-04"]),
        ("2026", []),
        ("30.02.2026", []),
        ("2026-13-01", []),
        ("soon", []),
        ("", []),
        ("2026-06-01 - 2026-06-12", []),
    ],
)
def test_a_day_is_understood_where_only_one_or_two_can_be_meant(text: str, days: list[str]) -> None:
    assert days_meant(text) == days


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("40%", "40"),
        ("~20", "20"),
        ("about 20 people", "20"),
        ("-1", "-1"),
        ("−1", "-1"),
        ("“-1”", "-1"),
        ("+1", "1"),
        ("7,5", "7.5"),
        ("0,125", "0.125"),
        ("1,200", "1200"),
        ("1 200", "1200"),
        ("1.234.567", "1234567"),
        ("1,200 people", "1200"),
        ("0.4 of all", "0.4"),
        ("twelve", "12"),
        ("Twelve", "12"),
        ("a third", None),
        ("😀", None),
        ("", None),
    ],
)
def test_a_number_is_written_with_a_point_and_nothing_else(text: str, number: str | None) -> None:
    assert number_meant(text) == number


@given(st.text(max_size=60) | st.text("0123456789-./, Tmay", max_size=45))
def test_whatever_is_written_the_guesses_can_be_written_in_a_file(text: str) -> None:
    days, number = days_meant(text), number_meant(text)
    assert len(days) <= 2
    assert all(iso_date(day) for day in days)
    assert number is None or isinstance(float(number), float)
