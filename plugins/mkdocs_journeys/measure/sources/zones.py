"""Local times to UTC and back, as expressions that every database understands.

Where clocks go back, a time that comes twice is taken to be the first of the two; where they go forward, a time that no
clock showed is read as if they had not been changed yet, so 02:30 becomes 03:30. Python calls both `fold=0`.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

import ibis
from ibis.expr import types as ir

YEARS = (1990, 2050)
"""The first and the last year for which offsets are known."""
_DAY, _MINUTE = 86_400, 60


class ZoneSpan(NamedTuple):
    """From when on a zone's clocks are so many minutes ahead of UTC; `begins` is what they show then."""

    begins: datetime
    minutes: int


@lru_cache(maxsize=16)
def spans_of(zone: str) -> tuple[ZoneSpan, ...]:
    """The spans of a time zone in the years that are known, in order; the first holds for all time before, too."""
    clock = ZoneInfo(zone)

    def minutes_at(instant: int) -> int:
        offset = datetime.fromtimestamp(instant, UTC).astimezone(clock).utcoffset() or timedelta()
        return int(offset.total_seconds()) // _MINUTE

    start = int(datetime(YEARS[0], 1, 1, tzinfo=UTC).timestamp())
    end = int(datetime(YEARS[1] + 1, 1, 1, tzinfo=UTC).timestamp())
    spans = [ZoneSpan(datetime(YEARS[0], 1, 1), minutes_at(start))]
    for day in range(start, end, _DAY):
        before, after = minutes_at(day), minutes_at(day + _DAY)
        if before == after:
            continue
        low, high = day, day + _DAY
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if minutes_at(middle) == before else (low, middle)
        shown = datetime.fromtimestamp(high, UTC) + timedelta(minutes=max(before, after))
        spans.append(ZoneSpan(shown.replace(tzinfo=None), after))
    return tuple(spans)


def utc_of(local: ir.TimestampValue, zone: str, years: tuple[int, int] = YEARS) -> ir.TimestampValue:
    """The instants of timestamps that show a zone's local time, though they are marked as UTC.

    The fewer years they may be in, the shorter the expression.
    """
    known = spans_of(zone)
    begun = sum(span.begins <= datetime(max(years[0], YEARS[0]), 1, 1) for span in known)
    spans = tuple(span for span in known[max(begun - 1, 0) :] if span.begins.year <= years[1]) or known[-1:]
    if len(spans) == 1 and spans[0].minutes == 0:
        return local
    return local - _minutes(local, spans).as_interval("m")


def offset_of(second: ir.IntegerValue, zone: str, years: tuple[int, int] = YEARS) -> ir.IntegerValue:
    """By how many seconds a zone's clocks are ahead of UTC in a second since 1970, in these years."""
    known = [(int(span.begins.replace(tzinfo=UTC).timestamp()), span.minutes * _MINUTE) for span in spans_of(zone)]
    # What clocks show when they go forward or back is the later of the two times.
    borders = [(shown - max(offset, before), offset) for (_, before), (shown, offset) in pairwise(known)]
    first, last = (int(datetime(year, 1, 1, tzinfo=UTC).timestamp()) for year in (years[0], years[1] + 1))
    begun = [offset for border, offset in borders if border <= first]
    inside = [(border, offset) for border, offset in borders if first < border < last]
    return _offset(second, begun[-1] if begun else known[0][1], inside)


def _offset(second: ir.IntegerValue, before: int, borders: Sequence[tuple[int, int]]) -> ir.IntegerValue:
    if not borders:
        return ibis.literal(before, "int64")
    middle = len(borders) // 2
    border, offset = borders[middle]
    earlier, later = _offset(second, before, borders[:middle]), _offset(second, offset, borders[middle + 1 :])
    return ibis.ifelse(second < border, earlier, later)


def _minutes(local: ir.TimestampValue, spans: tuple[ZoneSpan, ...]) -> ir.IntegerValue:
    if len(spans) == 1:
        return ibis.literal(spans[0].minutes, "int64")
    middle = len(spans) // 2
    border = ibis.timestamp(spans[middle].begins.isoformat(), timezone="UTC")
    return ibis.ifelse(local < border, _minutes(local, spans[:middle]), _minutes(local, spans[middle:]))
