"""Times are whole seconds since 1970 in UTC; days and months are those of the firm's zone; people sleep."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Berlin")
MINUTE, HOUR, DAY = 60, 3600, 86400
SIGMA = 1.2
"""Spread of the logarithm of a think time."""
WEEKDAYS = (1.22, 1.28, 1.25, 1.2, 1.05, 0.45, 0.55)
"""Arrivals on Monday to Sunday, against an average day."""
HOURS = (1, 1, 1, 1, 1, 2, 5, 12, 26, 34, 36, 32, 22, 30, 34, 32, 28, 22, 16, 14, 13, 11, 6, 3)
"""Arrivals in each local hour, of 384."""


def local_midnight(day: date) -> int:
    """The second in which a local day begins."""
    return int(datetime(day.year, day.month, day.day, tzinfo=ZONE).timestamp())


def day_of(time: int) -> date:
    """The local day of a second."""
    return datetime.fromtimestamp(time, ZONE).date()


def _months(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first = (first + timedelta(days=31)).replace(day=1)


HISTORY_MONTH = date(2023, 11, 1)
"""Subscriptions are known for a year before the log, or there would be no revenue of a year ago."""
FIRST_MONTH = date(2024, 11, 1)
LAST_MONTH = date(2026, 10, 1)
MONTHS = tuple(_months(HISTORY_MONTH, date(2026, 11, 1)))
MONTH_STARTS = tuple(local_midnight(month) for month in MONTHS)
HISTORY_START = MONTH_STARTS[0]
LOG_START, LOG_END = local_midnight(FIRST_MONTH), MONTH_STARTS[-1]
_CHANGES = [int(datetime(*change, 1, tzinfo=UTC).timestamp()) for change in (
    (2024, 3, 31), (2024, 10, 27), (2025, 3, 30), (2025, 10, 26), (2026, 3, 29), (2026, 10, 25))]  # fmt: skip


def offset_of(time: int) -> int:
    """Seconds that the firm's clock is ahead of UTC; right from November 2023 on."""
    return 2 * HOUR if bisect_right(_CHANGES, time) % 2 else HOUR


def month_of(time: int) -> int:
    """The place in `MONTHS` of the local month that holds a second, within what there is."""
    return min(max(bisect_right(MONTH_STARTS, time) - 1, 0), len(MONTHS) - 2)


def days_between(first: date, end: date) -> Iterator[date]:
    """The days from `first` up to but without `end`."""
    return (first + timedelta(days=number) for number in range((end - first).days))


def _cumulative(weights: Sequence[float]) -> list[float]:
    total, sums = 0.0, []
    for weight in weights:
        total += weight
        sums.append(total)
    return sums


_HOUR_SUMS = _cumulative(HOURS)


def moment_in(midnight: int, random: Random) -> int:
    """A second of the day that begins at `midnight`, in an hour when people come."""
    hour = bisect_right(_HOUR_SUMS, random.random() * _HOUR_SUMS[-1])
    return midnight + hour * HOUR + int(random.random() * HOUR)


def think(median: float, random: Random) -> int:
    """A log-normal think time in seconds, at least one."""
    return max(1, int(random.lognormvariate(0, SIGMA) * median))


def awake(time: int, random: Random) -> int:
    """The same second, or one of the next morning if it falls into a night or, mostly, into a weekend."""
    local = time + offset_of(time)
    weekday = (local // DAY + 3) % 7
    if weekday > 4 and random.random() < 0.7:
        monday = local - local % DAY + (7 - weekday) * DAY
        return monday - offset_of(time) + 8 * HOUR + int(random.random() * 3 * HOUR)
    hour = local % DAY // HOUR
    if 7 <= hour < 22:
        return time
    morning = local - local % DAY + (DAY if hour >= 22 else 0)
    return morning - offset_of(time) + 7 * HOUR + int(random.random() * 3 * HOUR)


HOLIDAYS = frozenset(date.fromisoformat(day) for day in (
    "2024-12-25", "2024-12-26", "2025-01-01", "2025-04-18", "2025-04-21", "2025-05-01", "2025-05-29", "2025-06-09",
    "2025-10-03", "2025-12-25", "2025-12-26", "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14",
    "2026-05-25"))  # fmt: skip
"""Weekdays on which support does not answer; journeys/measure.yml has the same."""
_DAYS_OFF = frozenset((day - date(1970, 1, 1)).days for day in HOLIDAYS)


def after_working(time: int, seconds: int) -> int:
    """The moment when so many seconds of support's hours (8 to 19 local, on weekdays but holidays) have gone by."""
    local = time + offset_of(time)
    while True:
        midnight = local - local % DAY
        opens, closes = midnight + 8 * HOUR, midnight + 19 * HOUR
        day = midnight // DAY
        if (day + 3) % 7 < 5 and day not in _DAYS_OFF and local < closes:
            local = max(local, opens)
            if local + seconds <= closes:
                return local + seconds - offset_of(local + seconds - HOUR)
            seconds -= closes - local
        local = midnight + DAY
