"""Cases of funnels worked out by hand; the working stands in each test."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from measure.support_oracle import Event, Funnel, Reached, Step, attempt_of, funnel
from measure.support_oracle_cases import at, log

VISIT, TRIAL, PAID = Step("visit"), Step("trial"), Step("paid")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MARCH = (date(2026, 3, 1), None)
LATE = "zoe: other 100000"
"""An event long after, so that the windows of all others have ended."""


def of(*steps: Step, window: timedelta = DAY, **options: object) -> Funnel:
    return Funnel(steps or (VISIT, TRIAL, PAID), window, **options)  # type: ignore[arg-type]


def row_of(events: list[Event], definition: Funnel) -> Reached:
    """The one row of a funnel whose entries all lie in March."""
    rows = funnel(events, definition, "month", "UTC")
    assert list(rows) == [MARCH]
    return rows[MARCH]


def reached(events: list[Event], definition: Funnel) -> list[int]:
    return row_of(events, definition).people


def test_other_events_may_lie_between_but_the_order_counts() -> None:
    # ana: visit, other, trial, paid = 3 steps. ben: trial before visit = 1. cem: visit, paid without trial = 1.
    events = log(
        "ana: visit 0, other 1, trial 2, paid 3", "ben: trial 0, visit 1, paid 2", "cem: visit 0, paid 5", LATE
    )
    assert reached(events, of()) == [3, 1, 1]
    row = row_of(events, of())
    assert row.of_first(3) == (1, 3)
    assert row.of_previous(3) == (1, 1)


def test_the_window_is_counted_from_the_entry_and_holds_its_last_moment() -> None:
    # Window one hour. ana pays at minute 60: just in time. ben pays at 61: too late, though 31 minutes after the trial.
    events = log("ana: visit 0, trial 30, paid 60", "ben: visit 0, trial 30, paid 61", LATE)
    assert reached(events, of(window=HOUR)) == [2, 2, 1]


def test_the_first_entry_of_the_whole_log_is_the_only_one() -> None:
    # Window one hour; ana's first visit leads nowhere, the second one (minute 200) would have led to all steps.
    events = log("ana: visit 0, visit 200, trial 210, paid 220", LATE)
    assert reached(events, of(window=HOUR)) == [1, 0, 0]
    assert reached(events, of(window=HOUR, entry="any")) == [1, 1, 1]


def test_of_several_attempts_the_furthest_counts_and_of_equals_the_earliest() -> None:
    # Attempts from visits at 0 (2 steps), 100 (3 steps), 300 (3 steps).
    events = log("ana: visit 0, trial 10, visit 100, trial 110, paid 120, visit 300, trial 310, paid 320")
    attempt = attempt_of(events, of(window=HOUR, entry="any"))
    assert attempt is not None
    assert attempt.entry.time == at(100)
    assert attempt.times == (at(100), at(110), at(120))


def test_an_attempt_counts_in_the_period_of_its_entry() -> None:
    # The first visit is in March, the one that leads to a trial in April: 2 March 08:00 + 31 days = 2 April 08:00.
    april = 31 * 24 * 60
    events = log(f"ana: visit 0, visit {april}, trial {april + 5}", LATE)
    first = funnel(events, of(VISIT, TRIAL, window=HOUR), "month", "UTC")
    assert {cell: row.people for cell, row in first.items()} == {MARCH: [1, 0]}
    several = funnel(events, of(VISIT, TRIAL, window=HOUR, entry="any"), "month", "UTC")
    assert {cell: row.people for cell, row in several.items()} == {(date(2026, 4, 1), None): [1, 1]}


def test_who_still_has_time_is_left_out_and_counted_converted_or_not() -> None:
    # The log ends at minute 1500 (zoe). Window of one day = 1440 minutes: who entered after minute 60 still has time.
    # ana entered at 60: complete. ben entered at 61: pending, although he has paid. cem entered at 900: pending.
    events = log("ana: visit 60", "ben: visit 61, trial 62, paid 63", "cem: visit 900", "zoe: other 1500")
    row = row_of(events, of())
    assert (row.people, row.pending) == ([1, 0, 0], 2)


def test_a_step_that_is_named_twice_needs_two_events() -> None:
    events = log("ana: visit 0, visit 1, trial 2", "ben: visit 0, trial 2", LATE)
    assert reached(events, of(VISIT, VISIT, TRIAL)) == [2, 1, 1]


def test_equal_times_do_not_follow_each_other_without_grace() -> None:
    # ana: visit and trial in the same second. ben: the trial is noted 2 seconds before the visit, cem: 3 before.
    events = log(
        "ana: visit 1, trial 1", f"ben: trial 1, visit {1 + 2 / 60}", f"cem: trial 1, visit {1 + 3 / 60}", LATE
    )
    two = of(VISIT, TRIAL)
    assert reached(events, two) == [3, 0]
    # With a grace of 2 seconds "later than the visit minus 2 s" takes ana's, and neither ben's (equal) nor cem's.
    assert reached(events, of(VISIT, TRIAL, grace=timedelta(seconds=2))) == [3, 1]
    assert reached(events, of(VISIT, TRIAL, grace=timedelta(seconds=3))) == [3, 2]


def test_with_grace_no_event_is_two_steps() -> None:
    events = log("ana: visit 0", "ben: visit 0, visit 0.01", LATE)
    assert reached(events, of(VISIT, VISIT, grace=timedelta(seconds=2))) == [2, 1]


def test_a_step_before_the_entry_took_no_time() -> None:
    events = log(f"ana: trial 1, visit {1 + 1 / 60}", LATE)
    row = row_of(events, of(VISIT, TRIAL, grace=timedelta(seconds=2)))
    assert row.seconds == [[Fraction(0)], [Fraction(0)]]


def test_strict_order_takes_the_next_event_or_none() -> None:
    # ana: nothing between. ben: something between visit and trial. cem: something between trial and paid.
    events = log(
        "ana: visit 0, trial 1, paid 2",
        "ben: visit 0, other 1, trial 2, paid 3",
        "cem: visit 0, trial 1, other 2, paid 3",
        LATE,
    )
    assert reached(events, of(order="strict")) == [3, 2, 1]


def test_in_strict_order_events_of_one_time_follow_each_other_by_id() -> None:
    events = log("ana: visit 1, trial 1", "ben: trial 1, visit 1", LATE)
    assert reached(events, of(VISIT, TRIAL, order="strict")) == [2, 1]


def test_in_any_order_each_event_takes_a_step_that_is_open() -> None:
    # ana: paid, visit, trial = 3. ben: trial twice = 1. cem: paid at 0, trial at 61 is past the hour = 1.
    events = log("ana: paid 0, visit 1, trial 2", "ben: trial 0, trial 5", "cem: paid 0, trial 61", LATE)
    row = row_of(events, of(window=HOUR, order="any"))
    assert row.people == [3, 1, 1]
    assert row.seconds == [[0, 0, 0], [60], [120]]


def test_who_did_the_excluded_thing_is_taken_out_of_the_whole_funnel() -> None:
    # ana cancels between visit and paid: out. ben cancels after he paid: in. cem cancels and does not pay: out too, as
    # the limit is the end of the window where the last step is not reached. dana cancels before the visit: in.
    events = log(
        "ana: visit 0, trial 1, cancel 2, paid 3",
        "ben: visit 0, trial 1, paid 2, cancel 3",
        "cem: visit 0, trial 1, cancel 2",
        "dana: cancel 0, visit 1",
        LATE,
    )
    row = row_of(events, of(exclude=Step("cancel")))
    assert (row.people, row.excluded) == ([2, 1, 1], 2)
    # Up to the last step reached: cem's trial was at 1, the cancel at 2 comes after it, so cem stays.
    row = row_of(events, of(exclude=Step("cancel"), until="reached"))
    assert (row.people, row.excluded) == ([3, 2, 1], 1)


def test_another_attempt_without_the_excluded_thing_counts() -> None:
    events = log("ana: visit 0, cancel 1, trial 2, visit 100, trial 110", LATE)
    exclude = Step("cancel")
    row = row_of(events, of(VISIT, TRIAL, window=HOUR, exclude=exclude))
    assert (row.people, row.excluded) == ([0, 0], 1)
    row = row_of(events, of(VISIT, TRIAL, window=HOUR, exclude=exclude, entry="any"))
    assert (row.people, row.excluded) == ([1, 1], 0)


def test_a_property_is_held_constant_through_all_steps() -> None:
    # ana: the payment is of the other order. ben: order 2 goes all the way, but order 1 came first.
    events = log(
        "ana: choose 0 order=1, paid 1 order=2",
        "ben: choose 0 order=1, choose 1 order=2, paid 2 order=2",
        "cem: choose 0, choose 1 order=7, paid 2 order=7",
        LATE,
    )
    steps = (Step("choose"), Step("paid"))
    assert reached(events, of(*steps)) == [3, 3]
    # cem's first event has no order and is no entry; that of order 7 is his first.
    assert reached(events, of(*steps, hold=["order"])) == [3, 1]
    assert reached(events, of(*steps, hold=["order"], entry="any")) == [3, 2]


def test_what_is_held_constant_counts_in_every_order() -> None:
    # ana's payment is of another order than her choice; ben's is of the same.
    events = log("ana: choose 0 order=1, paid 1 order=2", "ben: choose 0 order=1, paid 1 order=1", LATE)
    steps = (Step("choose"), Step("paid"))
    assert reached(events, of(*steps, hold=["order"], order="strict")) == [2, 1]
    assert reached(events, of(*steps, hold=["order"], order="any")) == [2, 1]


@pytest.mark.parametrize("order", ["strict", "any"])
def test_the_window_holds_its_last_moment_in_every_order(order: str) -> None:
    events = log("ana: visit 0, trial 60", "ben: visit 0, trial 60.1", LATE)
    assert reached(events, of(VISIT, TRIAL, window=HOUR, order=order)) == [2, 1]


def test_the_excluded_thing_at_the_time_of_a_step_is_not_between() -> None:
    # ana cancels at the time of the entry, ben at that of the payment, cem at the end of the window of an hour.
    events = log("ana: visit 0, cancel 0, paid 5", "ben: visit 0, cancel 5, paid 5", "cem: visit 0, cancel 60", LATE)
    row = row_of(events, of(VISIT, PAID, window=HOUR, exclude=Step("cancel")))
    assert (row.people, row.excluded) == ([3, 2], 0)


def test_sessions_are_counted_in_place_of_people() -> None:
    # ana: session 1 goes to the trial, session 2 does not. ben tries in another session than he came in.
    events = log(
        "ana/s1: visit 0, trial 1", "ana/s2: visit 100", "ben/s1: visit 0", "ben/s2: trial 5", "cem: visit 0", LATE
    )
    assert reached(events, of(VISIT, TRIAL)) == [3, 2]
    assert reached(events, of(VISIT, TRIAL, sessions=True)) == [3, 1]


def test_a_step_may_ask_for_values() -> None:
    events = log("ana: visit 0, paid 1 number=1", "ben: visit 0, paid 1 number=2", LATE)
    assert reached(events, of(VISIT, Step("paid", {"number": "1"}))) == [2, 1]


def test_segment_and_local_day_are_those_of_the_entry() -> None:
    # 2 March 23:30 UTC is 3 March in Berlin. ben's segment changes after the entry; cem has none.
    events = log(
        "ana: visit 0 segment=small", "ben: visit 930 segment=large, trial 940 segment=small", "cem: visit 0", LATE
    )
    rows = funnel(events, of(VISIT, TRIAL), "day", "Europe/Berlin", "segment")
    assert {cell: row.people for cell, row in rows.items()} == {
        (date(2026, 3, 2), "small"): [1, 0],
        (date(2026, 3, 3), "large"): [1, 1],
        (date(2026, 3, 2), None): [1, 0],
    }


def test_times_are_from_the_entry_and_only_of_those_who_came_so_far() -> None:
    # To the trial 60, 120, 240 s: median 120; p90 at place 1.8 of 0..2 = 120 + 0.8 · 120 = 216.
    events = log("ana: visit 0, trial 1", "ben: visit 0, trial 2", "cem: visit 0, trial 4", "dana: visit 0", LATE)
    row = row_of(events, of(VISIT, TRIAL))
    assert row.median(2) == 120
    assert row.p90(2) == pytest.approx(216, abs=0)


def test_nobody_who_never_entered_is_in_a_funnel() -> None:
    assert funnel(log("ana: trial 0, paid 1", LATE), of(), "month", "UTC") == {}
