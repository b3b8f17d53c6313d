"""Days, weeks, months and quarters of a time zone: where each begins and ends in UTC, and which one a time is in."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

import ibis
from ibis.expr.datatypes import Timestamp
from ibis.expr.types import IntegerValue, TimestampScalar, TimestampValue

Every = Literal["day", "week", "month", "quarter"]


class Period(NamedTuple):
    """From `start` until before `end`, in UTC without a zone; `first` and `last` are its days where the atlas is."""

    start: datetime
    end: datetime
    first: date
    last: date


def periods_between(first: date, until: date, every: Every, zone: ZoneInfo) -> list[Period]:
    """The periods that begin on the day `first` or later, and are over before the day `until` begins."""
    found: list[Period] = []
    start = first if _is_start(first, every) else _next_start(first, every)
    while (end := _next_start(start, every)) <= until:
        found.append(Period(_utc(start, zone), _utc(end, zone), start, end - timedelta(days=1)))
        start = end
    return found


def earlier(day: date, count: int, every: Every) -> date:
    """The day so many periods before one on which a period begins."""
    match every:
        case "day":
            return day - timedelta(days=count)
        case "week":
            return day - timedelta(days=7 * count)
        case "month":
            months = count
        case "quarter":
            months = 3 * count
    number = day.year * 12 + day.month - 1 - months
    return date(number // 12, number % 12 + 1, 1)


def end_of(day: date, zone: ZoneInfo) -> datetime:
    """The last microsecond of a day where the atlas is, in UTC without a zone."""
    return _utc(day + timedelta(days=1), zone) - timedelta(microseconds=1)


def in_utc(time: datetime | None) -> datetime | None:
    """A time that an engine gave, with a zone or in UTC without one, as the latter."""
    return time.astimezone(UTC).replace(tzinfo=None) if time and time.tzinfo else time


def local_day(time: datetime, zone: ZoneInfo) -> date:
    """The day of a time in UTC without a zone, where the atlas is."""
    return time.replace(tzinfo=UTC).astimezone(zone).date()


def moment(time: datetime, like: TimestampValue) -> TimestampScalar:
    """A time in UTC without a zone as a value that a column is compared with: with a zone where the column has one.

    Times of BigQuery have one: what adds to a time and what counts its seconds takes no others there.
    """
    return ibis.literal(time, type=Timestamp(timezone=like.type().timezone))


def index_of(time: TimestampValue, periods: Sequence[Period]) -> IntegerValue:
    """The number of the period that a time is in; −1 outside of all. The periods follow each other without a gap.

    Found by halving, so that a time is compared nine times for a year of days, not 365 times.
    """
    inside = (time >= moment(periods[0].start, time)) & (time < moment(periods[-1].end, time))
    return ibis.ifelse(inside, _halved(time, periods, 0), -1)


def _halved(time: TimestampValue, periods: Sequence[Period], first: int) -> IntegerValue:
    if len(periods) == 1:
        return ibis.literal(first)
    middle = len(periods) // 2
    before, after = _halved(time, periods[:middle], first), _halved(time, periods[middle:], first + middle)
    return ibis.ifelse(time < moment(periods[middle].start, time), before, after)


def _is_start(day: date, every: Every) -> bool:
    match every:
        case "day":
            return True
        case "week":
            return day.weekday() == 0
        case "month":
            return day.day == 1
        case "quarter":
            return day.day == 1 and day.month in (1, 4, 7, 10)


def _next_start(day: date, every: Every) -> date:
    match every:
        case "day":
            return day + timedelta(days=1)
        case "week":
            return day + timedelta(days=7 - day.weekday())
        case "month":
            months = 1
        case "quarter":
            months = 3 - (day.month - 1) % 3
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def _utc(day: date, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC).replace(tzinfo=None)
