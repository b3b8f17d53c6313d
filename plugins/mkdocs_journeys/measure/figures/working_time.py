"""How much of the time between two moments somebody works: arithmetic on days, whatever lies between them."""

from collections.abc import Sequence

import ibis
from ibis.expr.types import IntegerValue

from mkdocs_journeys.measure.figures.query import as_number
from mkdocs_journeys.measure.sources.zones import offset_of
from mkdocs_journeys.model.duration import DAY
from mkdocs_journeys.model.measuring.working import WEEKDAYS, WorkingHours

_THURSDAY = 3
"""The weekday of 1 January 1970, from Monday on."""
_FIRST = 719_163
"""The ordinal of that day."""


def with_working_seconds(took: ibis.Table, hours: WorkingHours, zone: str, years: tuple[int, int]) -> ibis.Table:
    """The table with `seconds`: those of work from its second `started` since 1970 to `ended`.

    On a day on which the zone's clocks change, work has the hours that they show. `years` are those in which the
    seconds may be.
    """
    names = ("started", "ended")
    # Step by step, so that what is used several times is worked out once.
    table = took.mutate(**{f"{name}_local": took[name] + offset_of(took[name], zone, years) for name in names})
    table = table.mutate(**{f"{name}_day": table[f"{name}_local"] // DAY for name in names})
    before, until = (_worked_until(table[f"{name}_local"], table[f"{name}_day"], hours) for name in names)
    return table.mutate(seconds=ibis.greatest(until - before, 0)).select(*took.columns, "seconds")


def _worked_until(local: IntegerValue, day: IntegerValue, hours: WorkingHours) -> IntegerValue:
    """The seconds of work since the Monday before 1970: of whole weeks, of this week's days, and of this day."""
    opens, closes = hours.span
    weekdays = sorted({WEEKDAYS.index(day) for day in hours.days})
    days_off = sorted({day.toordinal() - _FIRST for day in hours.holidays if day.weekday() in weekdays})
    weekday, weeks = (day + _THURSDAY) % 7, (day + _THURSDAY) // 7
    days: IntegerValue = weeks * len(weekdays) - _how_many_before(day, days_off)
    is_open = weekday.isin(weekdays)
    if days_off:
        is_open = is_open & ~day.isin(days_off)
    for number in weekdays:
        days = days + as_number(weekday > number)
    today = ibis.greatest(ibis.least(local - day * DAY, closes) - opens, 0)
    return days * (closes - opens) + ibis.ifelse(is_open, today, 0)


def _how_many_before(day: IntegerValue, days: Sequence[int], before: int = 0) -> IntegerValue:
    """How many of some days in order come before a day; found by halving."""
    if not days:
        return ibis.literal(before, "int64")
    middle = len(days) // 2
    earlier = _how_many_before(day, days[:middle], before)
    later = _how_many_before(day, days[middle + 1 :], before + middle + 1)
    return ibis.ifelse(day <= days[middle], earlier, later)
