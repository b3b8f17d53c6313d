"""Working time between two moments, day by day."""

from collections.abc import Container
from datetime import date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo


def worked(
    start: datetime,
    end: datetime,
    opens: timedelta,
    closes: timedelta,
    weekdays: Container[int],
    holidays: Container[date],
    zone: str,
) -> Fraction:
    """The seconds of work between two moments, fractions of both left out, as local clocks show them.

    For each local day that is one of the weekdays (Monday is 0) and no holiday: what the time between the two moments
    and the time from opening to closing have in common. `opens` and `closes` are times since midnight.
    """
    first, last = (moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None, microsecond=0) for moment in (start, end))
    total, day = timedelta(0), first.date()
    while day <= last.date():
        midnight = datetime(day.year, day.month, day.day)
        begins, ends = max(first, midnight + opens), min(last, midnight + closes)
        if day.weekday() in weekdays and day not in holidays and ends > begins:
            total += ends - begins
        day += timedelta(days=1)
    return Fraction(int(total.total_seconds()))
