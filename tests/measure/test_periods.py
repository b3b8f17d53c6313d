"""Days, weeks, months and quarters where the atlas is."""

import itertools
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import ibis
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journeys.measure.periods import index_of, local_day, periods_between
from support.budgets import examples

BERLIN, KIRITIMATI = ZoneInfo("Europe/Berlin"), ZoneInfo("Pacific/Kiritimati")


def test_months_begin_where_the_atlas_is() -> None:
    months = periods_between(date(2026, 3, 1), date(2026, 5, 1), "month", BERLIN)
    assert [(month.start, month.end) for month in months] == [
        (datetime(2026, 2, 28, 23), datetime(2026, 3, 31, 22)),
        (datetime(2026, 3, 31, 22), datetime(2026, 4, 30, 22)),
    ]
    assert [month.last for month in months] == [date(2026, 3, 31), date(2026, 4, 30)]


def test_a_period_that_has_begun_before_or_is_not_over_is_left_out() -> None:
    assert [one.last for one in periods_between(date(2026, 1, 2), date(2026, 3, 31), "month", BERLIN)] == [
        date(2026, 2, 28)
    ]
    assert periods_between(date(2026, 1, 2), date(2026, 2, 1), "month", BERLIN) == []


def test_weeks_begin_on_monday_and_quarters_in_january() -> None:
    weeks = periods_between(date(2026, 11, 25), date(2026, 12, 14), "week", BERLIN)
    assert [week.last for week in weeks] == [date(2026, 12, 6), date(2026, 12, 13)]
    quarters = periods_between(date(2025, 11, 1), date(2026, 12, 31), "quarter", BERLIN)
    assert [quarter.last for quarter in quarters] == [date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30)]


def test_days_have_23_24_or_25_hours() -> None:
    days = periods_between(date(2026, 3, 28), date(2026, 3, 31), "day", BERLIN)
    assert [day.end - day.start for day in days] == [timedelta(hours=hours) for hours in (24, 23, 24)]


def test_the_day_of_a_time_is_that_of_the_atlas() -> None:
    assert local_day(datetime(2026, 6, 30, 22, 30), BERLIN) == date(2026, 7, 1)
    assert local_day(datetime(2026, 6, 30, 11), KIRITIMATI) == date(2026, 7, 1)


@pytest.mark.parametrize("every", ["day", "week", "month", "quarter"])
@pytest.mark.parametrize("zone", [BERLIN, KIRITIMATI])
@given(first=st.dates(date(2000, 1, 1), date(2030, 1, 1)), length=st.integers(0, 500))
@settings(max_examples=examples(20), deadline=None)
def test_periods_follow_each_other_without_a_gap(every: Any, zone: ZoneInfo, first: date, length: int) -> None:
    until = first + timedelta(days=length)
    found = periods_between(first, until, every, zone)
    assert all(one.end == other.start for one, other in itertools.pairwise(found))
    assert all(one.last == local_day(one.end - timedelta(seconds=1), zone) for one in found)
    assert not found or (local_day(found[0].start, zone) >= first and local_day(found[-1].end, zone) <= until)


def test_a_time_is_in_the_period_that_begins_with_it_and_in_none_that_ends_with_it() -> None:
    days = periods_between(date(2026, 3, 20), date(2026, 4, 10), "day", BERLIN)
    moments = [moment for day in days for moment in (day.start, day.end - timedelta(microseconds=1))]
    outside = [days[0].start - timedelta(microseconds=1), days[-1].end]
    connection = ibis.duckdb.connect()
    table = connection.create_table(
        "t", ibis.memtable(pa.table({"at": pa.array(moments + outside, pa.timestamp("us"))}))
    )
    rows = table.select("at", number=index_of(table["at"], days)).to_pyarrow().to_pylist()
    found = {row["at"]: row["number"] for row in rows}
    assert [found[moment] for moment in moments] == [number for number in range(len(days)) for _ in range(2)]
    assert [found[moment] for moment in outside] == [-1, -1]
    connection.disconnect()
