"""How long it takes from one event to the next: a quantile of all who came so far, with its interval."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from fractions import Fraction
from math import ceil, floor, sqrt
from typing import Any

import ibis
from ibis.expr.types import IntegerValue, TimestampValue

from mkdocs_journeys.measure.figures.entries import first_entries, numbered, renamed
from mkdocs_journeys.measure.figures.query import Cell, Horizon, Query
from mkdocs_journeys.measure.figures.working_time import with_working_seconds
from mkdocs_journeys.measure.periods import index_of, moment
from mkdocs_journeys.measure.rows import Rows
from mkdocs_journeys.model.duration import DAY, HOUR, MINUTE, WEEK
from mkdocs_journeys.model.measuring.conditions import seconds_of
from mkdocs_journeys.model.measuring.definitions import DurationDefinition

UNITS = {"s": 1, "min": MINUTE, "h": HOUR, "d": DAY, "weeks": WEEK}
"""The units that a metric of durations may have, in seconds."""
Z = 1.959964
"""How many standard deviations hold 95% of a normal distribution, to either side.

The bounds of the interval of a quantile are the answers at n·q ± z·√(n·q·(1−q)) places, counted from 1.
"""


def duration_query(
    definition: DurationDefinition, rows: Rows, horizon: Horizon, unit: int = DAY, zone: str = "UTC"
) -> Query:
    """A quantile of the durations, by the period of the start or of the end.

    By the start, those whose window is not over are left out; by the end nobody is: who has come there in a period has,
    and who has not is in none. `unit` is what the metric counts in, in seconds. Only the places of the sorted durations
    that the figure and its interval need leave the source. `zone` is that of working hours that name none.
    """
    window = ibis.interval(seconds=seconds_of(definition.window))
    segments = numbered(rows.segments)
    marked = rows.table.select(
        "person",
        "time",
        starts=rows.happening(definition.start, ("start",)),
        ends=rows.happening(definition.end, ("end",)),
        **segments,
    )
    begun = first_entries(marked.filter(marked.starts), ["person"], list(segments))
    ends = renamed(marked.filter(marked.ends), ["person", "time"])
    joined = begun.left_join(
        ends,
        [begun.person == ends.e_person, ends.e_time > begun.t1, ends.e_time <= begun.t1 + window],
    )
    took = joined.group_by(*begun.columns).agg(t2=joined.e_time.min())
    from_start = definition.period_of == "start"
    is_over = took.t1 + window <= moment(horizon.until, took.t1) if from_start else ibis.literal(True)
    took = took.mutate(
        period=index_of(took.t1 if from_start else took.t2, horizon.periods),
        is_over=is_over,
    )
    took = _with_seconds(took.filter(took.period >= 0), definition, horizon, zone)
    parts = [_places(took, number, name, definition.quantile) for number, name in enumerate(segments)]
    table = ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0]

    def cells(found: Sequence[Mapping[str, Any]]) -> Iterator[Cell]:
        for (period, number), group in _grouped(found):
            n, pending = int(group[0]["n"]), int(group[0]["pending"])
            at_place = {int(row["place"]): int(row["seconds"]) for row in group if row["place"] is not None}
            segment = list(rows.segments)[number]
            values: dict[str, float] = {"n": n}
            if n:
                low, high = bounds(n, definition.quantile)
                values = {"value": _quantile(at_place, n, definition.quantile) / unit, "n": n}
                values |= {"low": at_place[low] / unit, "high": at_place[high] / unit}
            yield Cell(definition.metric, period, segment, values, n, pending if from_start else None)

    return Query(table, cells)


def bounds(n: int, quantile: float) -> tuple[int, int]:
    """The places, from 1, of the sorted values between which a quantile of n lies with 95% confidence."""
    middle, half = n * quantile, Z * sqrt(n * quantile * (1 - quantile))
    return max(1, floor(middle - half)), min(n, ceil(middle + half) + 1)


def _second(time: TimestampValue) -> IntegerValue:
    """The second that a time is in. Engines round its fractions each in their way, so that none are left."""
    return time.truncate("s").epoch_seconds().cast("int64")


def _with_seconds(took: ibis.Table, definition: DurationDefinition, horizon: Horizon, zone: str) -> ibis.Table:
    """The table with the `seconds` that count from t1 to t2."""
    took = took.mutate(started=_second(took.t1), ended=_second(took.t2))
    hours = definition.working_hours
    if hours is None:
        return took.mutate(seconds=took.ended - took.started)
    window = timedelta(seconds=seconds_of(definition.window))
    first, last = horizon.periods[0].start - window, horizon.periods[-1].end + window
    return with_working_seconds(took, hours, hours.time_zone or zone, (first.year, last.year))


def _places(took: ibis.Table, number: int, name: str, quantile: float) -> ibis.Table:
    """The durations of one segment at the places that count, and for each period how many there are and were not over.

    The places are found by whole numbers, and by the square root, which each engine rounds alike.
    """
    mine = took.filter(took[name] == 1)
    ended = mine.filter(mine.is_over & mine.t2.notnull())
    by_period = ibis.window(group_by=ended.period)
    ranked = ended.select(
        "period",
        "seconds",
        place=ibis.row_number().over(ibis.window(group_by=ended.period, order_by=[ended.seconds, ended.person])) + 1,
        n=ended.seconds.count().over(by_period),
    )
    share = Fraction(str(quantile))
    below = ((ranked.n - 1) * share.numerator) // share.denominator + 1
    size = ranked.n.cast("float64")
    middle, half = size * quantile, (size * quantile * (1 - quantile)).sqrt() * Z
    low, high = (middle - half).floor().cast("int64"), (middle + half).ceil().cast("int64") + 1
    low, high = ibis.greatest(low, 1), ibis.least(high, ranked.n)
    place = ranked.place
    kept = ranked.filter((place == below) | (place == below + 1) | (place == low) | (place == high))
    counts = mine.group_by("period").agg(
        pending=ibis.ifelse(mine.is_over, 0, 1).sum(),
        n=ibis.ifelse(mine.is_over & mine.t2.notnull(), 1, 0).sum(),
    )
    kept = kept.select(k_period=kept.period, place=kept.place, seconds=kept.seconds)
    joined = counts.left_join(kept, [counts.period == kept.k_period])
    return joined.select(
        period=joined.period,
        segment=ibis.literal(number),
        n=joined.n.cast("int64"),
        pending=joined.pending.cast("int64"),
        place=joined.place.cast("int64"),
        seconds=joined.seconds.cast("int64"),
    )


def _grouped(
    found: Sequence[Mapping[str, Any]],
) -> Iterator[tuple[tuple[int, int], list[Mapping[str, Any]]]]:
    groups: dict[tuple[int, int], list[Mapping[str, Any]]] = {}
    for row in found:
        groups.setdefault((int(row["period"]), int(row["segment"])), []).append(row)
    yield from sorted(groups.items())


def _quantile(at_place: Mapping[int, int], n: int, quantile: float) -> float:
    """Between the two nearest values in proportion, as most programs do it."""
    exact = (n - 1) * Fraction(str(quantile))
    below = floor(exact)
    rest = exact - below
    first = at_place[below + 1]
    return float(first + (at_place[below + 2] - first) * rest) if rest else float(first)
