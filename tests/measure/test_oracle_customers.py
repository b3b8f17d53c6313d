"""Cases of retention, lost customers, revenue and scores, worked out by hand."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from measure.support_oracle import (
    Answer,
    Event,
    Share,
    Step,
    Subscription,
    answers_by,
    ces_top_3,
    churn,
    csat_top_2,
    mean,
    net_retention,
    net_revenue,
    nps,
    retention,
)
from measure.support_oracle_cases import log

MARCH = date(2026, 3, 1)
DAYS = 24 * 60


def returned(events: list[Event], kind: str, *periods: object, **options: object) -> dict[object, tuple[int, int, int]]:
    rows = retention(events, Step("trial"), Step("use"), "month", "UTC", kind, periods, **options)  # type: ignore[arg-type]
    return {number: row for (_, _, number), row in rows.items()}


COHORT = (
    f"ana: trial 0, use 10, use {DAYS}",
    f"ben: trial 0, use {2 * DAYS - 1}",
    f"cem: trial 0, use {2 * DAYS}",
    "dana: trial 0, use 0",
    f"zoe: other {10 * DAYS}",
)


def test_a_day_is_24_hours_from_the_first_event() -> None:
    # Day 0: ana (minute 10); dana's use has the time of her trial and is not later. Day 1 is from minute 1440 to 2880,
    # the end left out: ana (1440) and ben (2879). Day 2: cem (2880).
    assert returned(log(*COHORT), "on", 0, 1, 2, 3) == {0: (1, 4, 0), 1: (2, 4, 0), 2: (1, 4, 0), 3: (0, 4, 0)}


def test_on_or_after_never_grows() -> None:
    assert returned(log(*COHORT), "on-or-after", 0, 1, 2, 3) == {0: (3, 4, 0), 1: (3, 4, 0), 2: (1, 4, 0), 3: (0, 4, 0)}


def test_a_bracket_goes_from_its_first_period_up_to_its_end() -> None:
    assert returned(log(*COHORT), "bracket", (0, 1), (1, 3), (3, 10)) == {0: (1, 4, 0), 1: (3, 4, 0), 2: (0, 4, 0)}


def test_whose_period_is_not_over_is_left_out_even_if_back() -> None:
    # The log ends at day 3. ana began on day 0: day 2 ends at day 3, which is over. ben began a minute later: not over.
    events = log(f"ana: trial 0, use {2 * DAYS}", f"ben: trial 1, use {2 * DAYS + 2}", f"zoe: other {3 * DAYS}")
    assert returned(events, "on", 1, 2) == {1: (0, 2, 0), 2: (1, 1, 1)}
    assert returned(events, "on-or-after", 2) == {2: (1, 1, 1)}


def test_a_period_may_be_a_week_and_the_cohort_is_that_of_the_first_event() -> None:
    # The second trial does not begin a new cohort. Week 1 is from day 7 to day 14.
    april = 31 * DAYS
    events = log(f"ana: trial 0 segment=small, use {8 * DAYS}, trial {april} segment=large", f"zoe: other {2 * april}")
    rows = retention(
        events, Step("trial"), Step("use"), "month", "UTC", "on", [0, 1], timedelta(days=7), segment="segment"
    )
    assert rows == {(MARCH, "small", 0): (0, 1, 0), (MARCH, "small", 1): (1, 1, 0)}


def day(month: int, number: int, year: int = 2026) -> datetime:
    return datetime(year, month, number, tzinfo=UTC)


def sub(
    customer: str, start: datetime, end: datetime | None = None, monthly: int = 10, segment: str = "small"
) -> Subscription:
    return Subscription(customer, start, end, Decimal(monthly), segment=segment)


def test_lost_customers_are_of_those_at_the_start() -> None:
    subscriptions = [
        sub("stays", day(1, 1)),
        sub("leaves", day(1, 1), day(3, 15)),
        sub("leaves at the first moment of April", day(1, 1), day(4, 1)),
        sub("left before", day(1, 1), day(3, 1)),
        sub("new and lost", day(3, 5), day(3, 20)),
        sub("changes seats", day(1, 1), day(3, 10)),
        sub("changes seats", day(3, 10), monthly=20),
        sub("comes back", day(1, 1), day(3, 3)),
        sub("comes back", day(3, 25)),
        sub("large", day(1, 1), day(3, 2), segment="large"),
    ]
    # At the start: stays, leaves, leaves at the first moment of April, changes seats, comes back, large = 6.
    # Lost: leaves, leaves at the first moment of April, large = 3.
    assert churn(subscriptions, MARCH, "month", "UTC") == {None: (3, 6)}
    assert churn(subscriptions, MARCH, "month", "UTC", segments=True) == {"small": (2, 5), "large": (1, 1)}


def test_who_starts_with_the_month_is_there_at_its_start() -> None:
    assert churn([sub("ana", day(3, 1), day(3, 5))], MARCH, "month", "UTC") == {None: (1, 1)}


def test_a_month_begins_at_local_midnight() -> None:
    # 28 February 23:30 UTC is March in Berlin: the customer was there before March in UTC, and came in March in Berlin.
    subscriptions = [sub("ana", datetime(2026, 2, 28, 23, 30, tzinfo=UTC), day(3, 5))]
    assert churn(subscriptions, MARCH, "month", "UTC") == {None: (1, 1)}
    assert churn(subscriptions, MARCH, "month", "Europe/Berlin") == {}


def test_net_revenue_is_of_the_customers_of_the_start() -> None:
    subscriptions = [
        sub("grows", day(1, 1), day(3, 10), 100),
        sub("grows", day(3, 10), None, 130),
        sub("shrinks", day(1, 1), day(3, 10), 100),
        sub("shrinks", day(3, 10), None, 60),
        sub("leaves", day(1, 1), day(3, 10), 50),
        sub("new", day(3, 10), None, 999),
        sub("two plans", day(1, 1), None, 20),
        sub("two plans", day(1, 1), day(3, 10), 5),
    ]
    # Start 100 + 100 + 50 + 25 = 275; now 130 + 60 + 20 = 210 = 275 + 30 - (40 + 5) - 50.
    revenue = net_revenue(subscriptions, day(3, 1), day(4, 1))
    assert (revenue.start, revenue.now) == (275, 210)
    assert (revenue.expansion, revenue.contraction, revenue.lost) == (30, 45, 50)


def test_net_retention_looks_back_a_year_from_the_end_of_the_month() -> None:
    subscriptions = [
        sub("old", day(3, 31, 2025), day(1, 1), 100),
        sub("old", day(1, 1), None, 110),
        sub("a day too young", day(4, 2, 2025), None, 100),
    ]
    revenue = net_retention(subscriptions, MARCH, "UTC")
    assert (revenue.start, revenue.now) == (100, 110)
    assert net_retention(subscriptions, MARCH, "UTC", months=1).start == 210


def test_fifty_promoters_and_twenty_detractors_of_a_hundred_are_thirty_points() -> None:
    assert nps([10] * 30 + [9] * 20 + [8] * 10 + [7] * 20 + [6] * 10 + [0] * 10) == (50, 30, 20, 30.0)


def test_csat_and_ces_have_two_definitions_each() -> None:
    # Of 5, 4, 4, 3, 1 three are at the top; their mean is 17/5. Of 7, 6, 5, 4, 1 three; the mean is 23/5.
    assert (csat_top_2([5, 4, 4, 3, 1]), mean([5, 4, 4, 3, 1])) == (Share(3, 5), 3.4)
    assert (ces_top_3([7, 6, 5, 4, 1]), mean([7, 6, 5, 4, 1])) == (Share(3, 5), 4.6)


@pytest.mark.parametrize(("zone", "first"), [("UTC", date(2026, 2, 1)), ("Europe/Berlin", MARCH)])
def test_answers_stand_in_their_local_month(zone: str, first: date) -> None:
    answers = [Answer(datetime(2026, 2, 28, 23, 30, tzinfo=UTC), 9, "small"), Answer(day(3, 5), 3, "large")]
    assert answers_by(answers, "month", zone)[first, None][0] == 9
    assert answers_by(answers, "month", zone, segments=True) == {(first, "small"): [9], (MARCH, "large"): [3]}
