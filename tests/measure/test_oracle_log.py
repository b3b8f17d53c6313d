"""Cases of periods, counts, shares, quantiles and times between events, worked out by hand."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import numpy
import pytest

from measure.support_oracle import Event, Step, Unit, count, period_of, quantile, ratio, time_between
from measure.support_oracle_cases import log

MARCH = (date(2026, 3, 1), None)


@pytest.mark.parametrize(
    ("time", "unit", "zone", "first"),
    [
        (datetime(2026, 3, 1, 22, 59, tzinfo=UTC), "day", "Europe/Berlin", date(2026, 3, 1)),
        (datetime(2026, 3, 1, 23, 0, tzinfo=UTC), "day", "Europe/Berlin", date(2026, 3, 2)),
        # From 29 March on Berlin is two hours ahead: 22:00 UTC of the last day of March is 1 April.
        (datetime(2026, 3, 31, 22, 0, tzinfo=UTC), "month", "Europe/Berlin", date(2026, 4, 1)),
        (datetime(2026, 3, 31, 22, 0, tzinfo=UTC), "month", "UTC", date(2026, 3, 1)),
        # New York is behind: 3:00 UTC of 1 March is still February.
        (datetime(2026, 3, 1, 3, 0, tzinfo=UTC), "month", "America/New_York", date(2026, 2, 1)),
        # 1 January 2026 is a Thursday; its week began on Monday, 29 December 2025.
        (datetime(2026, 1, 1, 12, 0, tzinfo=UTC), "week", "UTC", date(2025, 12, 29)),
    ],
)
def test_a_period_begins_at_local_midnight(time: datetime, unit: Unit, zone: str, first: date) -> None:
    assert period_of(time, unit, zone) == first


def test_events_people_and_sessions_are_three_numbers() -> None:
    # ana: 3 visits in 2 sessions. ben: 1 visit in a session of the same id. cem: 1 visit without a session.
    events = log("ana/s1: visit 0, visit 1", "ana/s2: visit 90", "ben/s1: visit 0, other 1", "cem: visit 3")
    assert count(events, [Step("visit")], "events", "month", "UTC") == {MARCH: 5}
    assert count(events, [Step("visit")], "people", "month", "UTC") == {MARCH: 3}
    assert count(events, [Step("visit")], "sessions", "month", "UTC") == {MARCH: 3}
    assert count(events, [Step("visit"), Step("other")], "events", "month", "UTC") == {MARCH: 6}


def test_a_person_counts_in_each_period_and_segment() -> None:
    # Minute 960 after 08:00 UTC is midnight.
    events = log("ana: visit 0 segment=small, visit 1 segment=large, visit 960 segment=small", "ben: visit 5")
    assert count(events, [Step("visit")], "people", "day", "UTC", "segment") == {
        (date(2026, 3, 2), "small"): 1,
        (date(2026, 3, 2), "large"): 1,
        (date(2026, 3, 2), None): 1,
        (date(2026, 3, 3), "small"): 1,
    }


def test_a_share_has_both_of_its_counts() -> None:
    march, april, may = date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)
    above = {(march, None): 2, (may, None): 1}
    below = {(march, None): 8, (april, None): 5, (may, None): 0}
    assert ratio(above, below) == {(march, None): (2, 8), (april, None): (0, 5)}


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [
        ([7], "0.9", 7),
        ([1, 2, 3, 4], "0.5", 2.5),
        # Place 3 · 0.9 = 2.7: 3 + 0.7 · (10 - 3) = 7.9.
        ([10, 1, 2, 3], "0.9", 7.9),
        # Place 9 · 0.9 = 8.1 of 0..9: 8 + 0.1.
        (list(range(10)), "0.9", 8.1),
        ([1, 2], "1", 2),
        ([1, 2], "0", 1),
    ],
)
def test_a_quantile_lies_between_its_neighbours(values: list[int], share: str, expected: float) -> None:
    assert quantile(values, share) == expected


def test_quantiles_are_those_of_numpy() -> None:
    values = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 97]
    for share in ("0.1", "0.25", "0.5", "0.75", "0.9", "0.99"):
        assert quantile(values, share) == pytest.approx(float(numpy.quantile(values, float(share))), rel=1e-14)


def between(events: list[Event], **options: object) -> dict[date, tuple[list[Fraction], int, int]]:
    rows = time_between(events, Step("trial"), Step("paid"), "month", "UTC", **options)  # type: ignore[arg-type]
    return {first: (row.seconds, row.without, row.pending) for (first, _), row in rows.items()}


def test_time_runs_from_the_first_event_to_the_next_of_the_other_kind() -> None:
    # ana: 60 to 120 s, the payment before the trial and the second one do not count. ben: equal times do not count.
    events = log("ana: paid 0, trial 1, paid 3, paid 4", "ben: trial 1, paid 1", "cem: paid 1")
    assert between(events) == {date(2026, 3, 1): ([120], 1, 0)}


def test_with_a_window_those_who_still_have_time_are_left_out() -> None:
    # Window 10 minutes, the log ends at 15. ana at 5: complete, paid at 15 = 600 s, just in time. ben at 6: pending.
    # cem at 0 paid after 11 minutes: without.
    events = log("ana: trial 5, paid 15", "ben: trial 6, paid 7", "cem: trial 0, paid 11")
    assert between(events, window=timedelta(minutes=10)) == {date(2026, 3, 1): ([600], 1, 1)}


def test_times_can_stand_in_the_month_of_the_second_event() -> None:
    april = 31 * 24 * 60
    events = log(f"ana: trial 0, paid {april}", "ben: trial 0")
    assert between(events) == {date(2026, 3, 1): ([april * 60], 1, 0)}
    assert between(events, by="second") == {date(2026, 3, 1): ([], 1, 0), date(2026, 4, 1): ([april * 60], 0, 0)}


def test_median_and_p90_are_over_all_times() -> None:
    events = log("a: trial 0, paid 1", "b: trial 0, paid 2", "c: trial 0, paid 3", "d: trial 0, paid 10")
    row = time_between(events, Step("trial"), Step("paid"), "month", "UTC")[MARCH]
    # 60, 120, 180, 600: median 150; place 2.7: 180 + 0.7 · 420 = 474.
    assert (row.median, row.p90) == (150, 474)


def test_events_of_one_time_are_in_the_order_of_their_ids() -> None:
    moment = datetime(2026, 3, 2, tzinfo=UTC)
    later = moment + timedelta(seconds=30)
    events = [
        Event("ana", "trial", moment, properties={"segment": "second"}, id="b"),
        Event("ana", "trial", moment, properties={"segment": "first"}, id="a"),
        Event("ana", "paid", later, id="c"),
    ]
    rows = time_between(events, Step("trial"), Step("paid"), "month", "UTC", "segment")
    assert list(rows) == [(date(2026, 3, 1), "first")]
