"""Times and numbers as exports write them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import ibis
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.measure.sources.conversion import Clock, number_of, plain_text, time_of
from mkdocs_journeys.measure.sources.zones import offset_of, spans_of

BERLIN = Clock(zone="Europe/Berlin")


def read(text: str, clock: Clock) -> str | None:
    """A time in a cell, in UTC."""
    found = time_of(ibis.literal(text), clock).to_pyarrow().as_py()
    return None if found is None else str(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-01", "2026-03-01 00:00:00"),
        ("20260301", "2026-03-01 00:00:00"),
        ("2026-03-01 10:00", "2026-03-01 10:00:00"),
        ("2026-03-01T10:00:00.123456Z", "2026-03-01 10:00:00.123456"),
        ("2026-03-01 10:00:00+01:00", "2026-03-01 09:00:00"),
        ("2026-03-01T10:00:00.000+0000", "2026-03-01 10:00:00"),
        ("2026-03-01T10:00:00-05", "2026-03-01 15:00:00"),
        ("2026-03-01 10:00:00 UTC", "2026-03-01 10:00:00"),
        ("01.03.2026 10:00", "2026-03-01 10:00:00"),
        ("03/01/2026 10:00", None),
        ("2026-02-30", None),
        ("soon", None),
    ],
)
def test_a_time_in_text(text: str, expected: str | None) -> None:
    assert read(text, Clock()) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-01 10:00", "2026-03-01 09:00:00"),
        ("2026-07-01 10:00", "2026-07-01 08:00:00"),
        ("2026-07-01 10:00:00Z", "2026-07-01 10:00:00"),
        # No clock in Berlin showed 02:30 that night, and twice that in October.
        ("2026-03-29 02:30", "2026-03-29 01:30:00"),
        ("2026-10-25 02:30", "2026-10-25 00:30:00"),
    ],
)
def test_a_time_of_a_zone(text: str, expected: str) -> None:
    assert read(text, BERLIN) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("03/01/2026 12:05:06 AM", "2026-03-01 00:05:06"),
        ("3/1/2026 12:05 PM", "2026-03-01 12:05:00"),
        ("12/31/2026 1:05:06 pm", "2026-12-31 13:05:06"),
        ("12/31/2026", "2026-12-31 00:00:00"),
        ("31/12/2026", None),
    ],
)
def test_a_day_with_the_month_first(text: str, expected: str | None) -> None:
    assert read(text, Clock(date_order="month-first")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("01/03/2026 10:00:06", "2026-03-01 10:00:06"),
        ("1/3/2026 1:05 PM", "2026-03-01 13:05:00"),
        ("31/12/2026", "2026-12-31 00:00:00"),
        ("12/31/2026", None),
        ("2026-03-01 10:00", "2026-03-01 10:00:00"),
    ],
)
def test_a_day_with_slashes_and_the_day_first(text: str, expected: str | None) -> None:
    assert read(text, Clock(date_order="day-first")) == expected


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("1772359200", "seconds", "2026-03-01 10:00:00"),
        ("1772359200.5", "seconds", "2026-03-01 10:00:00.500000"),
        ("1772359200250", "milliseconds", "2026-03-01 10:00:00.250000"),
        ("1772359200123456", "microseconds", "2026-03-01 10:00:00.123456"),
        ("1772359200123456", "seconds", None),
        ("2026-03-01", "seconds", None),
    ],
)
def test_a_time_as_what_has_passed(text: str, unit: str, expected: str | None) -> None:
    assert read(text, Clock(unit)) == expected


def test_seconds_of_a_projects_own_clock() -> None:
    assert read("1772362800", BERLIN._replace(unit="seconds")) == "2026-03-01 11:00:00"
    assert read("1772362800", BERLIN._replace(unit="seconds", local_epochs=True)) == "2026-03-01 10:00:00"


@given(
    st.datetimes(datetime(1990, 1, 2), datetime(2050, 12, 30)),
    st.sampled_from(
        ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca"]
    ),
)
def test_a_zone_is_what_python_knows_of_it(local: datetime, zone: str) -> None:
    minutes = next(span.minutes for span in reversed(spans_of(zone)) if span.begins <= local)
    assert minutes * 60 == local.replace(tzinfo=ZoneInfo(zone)).utcoffset().total_seconds()


@pytest.mark.parametrize("years", [(1990, 2050), (2026, 2026), (2025, 2026)])
@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Tehran", "UTC"])
def test_how_far_a_zone_is_ahead_in_a_second(zone: str, years: tuple[int, int]) -> None:
    clock = ZoneInfo(zone)
    first, last = (int(datetime(year, 1, 1, tzinfo=UTC).timestamp()) for year in (years[0], years[1] + 1))
    hours = list(range(first, last, 3600 if years[0] > 2000 else 20 * 86_400))
    seconds = [second for hour in hours for second in (hour - 1, hour) if first <= second < last]
    table = ibis.memtable(pa.table({"second": seconds}))
    found = table.select("second", offset=offset_of(table.second, zone, years)).to_pyarrow().to_pylist()
    assert {row["second"]: row["offset"] for row in found} == {
        second: datetime.fromtimestamp(second, clock).utcoffset().total_seconds() for second in seconds
    }


@pytest.mark.parametrize(
    ("text", "decimal", "expected"),
    [
        ("49.5", ".", 49.5),
        ("1.234,5", ",", 1234.5),
        ("1\N{NO-BREAK SPACE}234,5", ",", 1234.5),
        ("1,234", ".", None),
        ("€ 5", ".", None),
        ("inf", ".", None),
    ],
)
def test_a_number_in_text(text: str, decimal: str, expected: float | None) -> None:
    assert number_of(ibis.literal(text), decimal).to_pyarrow().as_py() == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [(" paid ", "paid"), ("  ", None), ("'=SUM", "=SUM"), ("'-5", "-5"), ("'tis", "'tis")],
)
def test_a_cell_is_plain_text(cell: str, expected: str | None) -> None:
    assert plain_text(ibis.literal(cell)).to_pyarrow().as_py() == expected
