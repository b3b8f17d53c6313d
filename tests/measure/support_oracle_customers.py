"""Who comes back and who stays: retention by cohort, customers lost, revenue kept; and the scores of answers."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Literal
from zoneinfo import ZoneInfo

from measure.support_oracle_log import (
    Cell,
    Event,
    Step,
    Unit,
    Value,
    by_person,
    end_of_log,
    next_period,
    period_of,
    segment_of,
    start_of,
)

Returned = dict[tuple[date, Value, int], tuple[int, int, int]]
"""Cohort's first day, segment and number of the period or bracket, to (came back, could have, left out as not over)."""


def retention(
    events: Sequence[Event],
    first: Step,
    again: Step,
    unit: Unit,
    zone: str,
    kind: Literal["on", "on-or-after", "bracket"],
    periods: Sequence[int | tuple[int, int]],
    length: timedelta = timedelta(days=1),
    segment: str | None = None,
    end: datetime | None = None,
) -> Returned:
    """How many of a cohort came back.

    A person's cohort is the period and segment of the first event that matches `first`. Time runs from that event:
    period N is from N · length after it up to, but without, (N + 1) · length; 24 hours, not calendar days. Came back
    means an event that matches `again` and is later than the first event,
    - "on": in period N;
    - "on-or-after": in period N or at any time after it, up to the end of the log;
    - "bracket": in one of the periods from A up to, but without, B, for a pair (A, B).

    Only those could have come back whose period is over by the end of the log: first event + (N + 1) · length (for a
    bracket first event + B · length) is not later than it. The others are left out, and counted as such, even if they
    did come back.
    """
    limit = end or end_of_log(events)
    found: dict[tuple[date, Value, int], list[int]] = {}
    for own in by_person(events).values():
        begun = None
        for event in own:
            if begun is None and first.matches(event):
                begun = event
        if begun is None:
            continue
        cohort = (period_of(begun.time, unit, zone), segment_of(begun, segment))
        for number, period in enumerate(periods):
            low, high = period if isinstance(period, tuple) else (period, period + 1)
            key = (*cohort, number if isinstance(period, tuple) else period)
            row = found.setdefault(key, [0, 0, 0])
            if begun.time + high * length > limit:
                row[2] += 1
                continue
            row[1] += 1
            came = False
            for event in own:
                late_enough = event.time >= begun.time + low * length and event.time > begun.time
                soon_enough = event.time < begun.time + high * length or kind == "on-or-after"
                if again.matches(event) and late_enough and soon_enough:
                    came = True
            row[0] += came
    return {key: (row[0], row[1], row[2]) for key, row in found.items()}


@dataclass(frozen=True)
class Subscription:
    """A stretch of a customer's plan without a change: from `start` up to, but without, `end`, or for ever."""

    customer: str
    start: datetime
    end: datetime | None
    monthly: Decimal
    plan: str = ""
    segment: str | None = None

    def covers(self, moment: datetime) -> bool:
        """Whether the plan was paid at that moment."""
        return self.start <= moment and (self.end is None or moment < self.end)


def active(subscriptions: Iterable[Subscription], moment: datetime) -> dict[str, list[Subscription]]:
    """The subscriptions at a moment of each customer who has one, by start."""
    found: dict[str, list[Subscription]] = {}
    for subscription in sorted(subscriptions, key=lambda held: held.start):
        if subscription.covers(moment):
            found.setdefault(subscription.customer, []).append(subscription)
    return found


def churn(
    subscriptions: Sequence[Subscription], first: date, unit: Unit, zone: str, *, segments: bool = False
) -> dict[Value, tuple[int, int]]:
    """Customers lost in a period, and customers at its start, by segment.

    At the start are those with a subscription at the period's first moment; lost are those of them without one at the
    first moment of the next period. Who came in the period is in neither; who left and was back by its end is not
    lost. The segment is that of the subscription at the start, of several the one that began first.
    """
    at_start = active(subscriptions, start_of(first, zone))
    at_end = active(subscriptions, start_of(next_period(first, unit), zone))
    found: dict[Value, list[int]] = {}
    for customer, held in at_start.items():
        row = found.setdefault(held[0].segment if segments else None, [0, 0])
        row[1] += 1
        row[0] += customer not in at_end
    return {segment: (row[0], row[1]) for segment, row in found.items()}


@dataclass
class Revenue:
    """Monthly revenue of the customers at the start: then, and now; what they added, took away and took with them.

    now = start + expansion - contraction - lost, and net retention is now ÷ start.
    """

    start: Decimal = Decimal(0)
    now: Decimal = Decimal(0)
    expansion: Decimal = Decimal(0)
    contraction: Decimal = Decimal(0)
    lost: Decimal = Decimal(0)


def net_revenue(subscriptions: Sequence[Subscription], start: datetime, now: datetime) -> Revenue:
    """What the customers of one moment pay at a later one; customers who came between count in nothing.

    A customer's revenue is the sum of the subscriptions at the moment; more than before is expansion, less is
    contraction, and a customer without a subscription now has taken all of it.
    """
    then, today, found = active(subscriptions, start), active(subscriptions, now), Revenue()
    for customer, held in then.items():
        before = sum((subscription.monthly for subscription in held), Decimal(0))
        after = sum((subscription.monthly for subscription in today.get(customer, [])), Decimal(0))
        found.start += before
        found.now += after
        if customer not in today:
            found.lost += before
        elif after > before:
            found.expansion += after - before
        else:
            found.contraction += before - after
    return found


def net_retention(subscriptions: Sequence[Subscription], first: date, zone: str, months: int = 12) -> Revenue:
    """What the customers of so many months before the end of the month that begins on `first` pay at its end."""
    end = next_period(first, "month")
    whole = end.year * 12 + end.month - 1 - months
    earlier = date(whole // 12, whole % 12 + 1, 1)
    return net_revenue(subscriptions, start_of(earlier, zone), start_of(end, zone))


@dataclass(frozen=True)
class Answer:
    """An answer to a survey."""

    time: datetime
    score: int
    segment: str | None = None


@dataclass(frozen=True)
class Share:
    """How many of how many."""

    k: int
    n: int


def answers_by(answers: Iterable[Answer], unit: Unit, zone: str, *, segments: bool = False) -> dict[Cell, list[int]]:
    """The scores of each period and segment."""
    found: dict[Cell, list[int]] = {}
    for answer in answers:
        day = period_of(answer.time.astimezone(ZoneInfo(zone)), unit, zone)
        found.setdefault((day, answer.segment if segments else None), []).append(answer.score)
    return found


def nps(scores: Sequence[int]) -> tuple[int, int, int, float]:
    """Promoters (9 and 10), passives (7 and 8), detractors (0 to 6), and 100 · (promoters - detractors) ÷ all."""
    promoters = _how_many(scores, lambda score: score >= 9)
    detractors = _how_many(scores, lambda score: score <= 6)
    passives = len(scores) - promoters - detractors
    return promoters, passives, detractors, float(Fraction(100 * (promoters - detractors), len(scores)))


def csat_top_2(scores: Sequence[int]) -> Share:
    """The share of 4 and 5 on a scale of 5."""
    return Share(_how_many(scores, lambda score: score >= 4), len(scores))


def ces_top_3(scores: Sequence[int]) -> Share:
    """The share of 5, 6 and 7 on a scale of 7 on which high means easy."""
    return Share(_how_many(scores, lambda score: score >= 5), len(scores))


def mean(scores: Sequence[int]) -> float:
    """The sum of the scores ÷ their number: the other definition of CSAT and of CES."""
    return float(Fraction(sum(scores), len(scores)))


def _how_many(scores: Sequence[int], is_it: Callable[[int], bool]) -> int:
    return sum(1 for score in scores if is_it(score))
