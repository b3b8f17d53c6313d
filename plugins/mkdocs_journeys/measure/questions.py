"""What a measurement asks: each definition with its query, and the periods that the answer is for."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import ibis

from mkdocs_journeys.measure.figures import QUERIES, SHAPES, Horizon, Query
from mkdocs_journeys.measure.figures.durations import UNITS
from mkdocs_journeys.measure.periods import Period, earlier, end_of, in_utc, local_day, periods_between
from mkdocs_journeys.measure.rows import WHOLE, DefinitionError, Rows, fitting
from mkdocs_journeys.measure.sources import Opened, shape_of
from mkdocs_journeys.measure.ways import ways_queries
from mkdocs_journeys.model import Metric
from mkdocs_journeys.model.duration import HOUR
from mkdocs_journeys.model.measuring import (
    ChurnDefinition,
    DataSource,
    Definition,
    DurationDefinition,
    LifetimeDefinition,
    Measure,
    ObservedJourney,
)
from mkdocs_journeys.model.references import Path


class OpenedSource(NamedTuple):
    """An opened source, how many rows it has, and the times of its first and last one in UTC, None without rows."""

    source: DataSource
    opened: Opened
    rows: int
    first: datetime | None
    until: datetime | None

    @property
    def ends(self) -> tuple[datetime, datetime]:
        """The first and the last time. Raises DefinitionError without rows."""
        if self.first is None or self.until is None:
            message = f"The source '{self.source.id}' has no rows that count."
            raise DefinitionError(("source",), message, "Is it the right file, and do its conditions fit?")
        return self.first, self.until


class Question(NamedTuple):
    """A definition, where it stands in measure.yml, and its query with the periods that the answer is for."""

    definition: Definition
    place: Path
    query: Query
    periods: Sequence[Period]


class WaysQuestion(NamedTuple):
    """An observed journey, where it stands in measure.yml, its queries by name, the map's steps, and the last day."""

    definition: ObservedJourney
    place: Path
    queries: Mapping[str, ibis.Table]
    order: Sequence[str]
    day: date


def opened_source(source: DataSource, opened: Opened, zone: ZoneInfo) -> OpenedSource:
    """Ask an opened source how many rows it has, and from when to when: the end of a day if it says so itself."""
    table = opened.table
    is_subscriptions = "start" in table.columns
    at = table["start"] if is_subscriptions else table.time
    ends = {"last": table["end"].max()} if is_subscriptions else {}
    [row] = table.agg(rows=table.count(), first=at.min(), until=at.max(), **ends).to_pyarrow().to_pylist()
    first, *last = (in_utc(row.get(name)) for name in ("first", "until", "last"))
    complete = end_of(source.until, zone) if source.until else None
    until = max((time for time in (*last, complete) if time), default=None)
    return OpenedSource(source, opened, int(row["rows"]), first, until)


def definitions_of(measure: Measure, source: str) -> Iterator[tuple[Path, Definition]]:
    """The definitions that ask a source, each with its place in measure.yml."""
    for name in QUERIES:
        for number, definition in enumerate(getattr(measure, name)):
            if definition.source == source:
                yield (name, number), definition


def metrics_of(definition: Definition) -> list[str]:
    """The ids of the metrics that a definition gives figures to."""
    steps = [step.metric for step in getattr(definition, "steps", ()) if step.metric]
    return [*([definition.metric] if definition.metric else []), *steps]


def question_of(
    place: Path,
    definition: Definition,
    seen: OpenedSource,
    metrics: Mapping[str, Metric],
    zone: ZoneInfo,
    since: date | None,
) -> Question:
    """The question of a definition. Raises DefinitionError where its source cannot serve it."""
    name = str(place[0])
    _check_shape(seen, name, SHAPES[name])
    first, until = seen.ends
    end = local_day(until, zone) + timedelta(days=1)
    begin = since or local_day(first, zone)
    periods = periods_between(begin, end, definition.every, zone)
    if not periods:
        message = f"The rows from {begin} to {end - timedelta(days=1)} fill no whole {definition.every}."
        raise DefinitionError(("every",), message, "Choose a shorter period, or add rows.")
    rows = _rows(definition, seen, segments=definition.by_segment)
    if isinstance(definition, ChurnDefinition | LifetimeDefinition):
        begin = earlier(periods[0].first, definition.over - 1, definition.every)
        horizon = Horizon(periods_between(begin, end, definition.every, zone), until)
        return Question(definition, place, QUERIES[name](definition, rows, horizon), periods)
    also: dict[str, Any] = {}
    if isinstance(definition, DurationDefinition):
        also = {"unit": _unit(definition, metrics), "zone": zone.key}
    return Question(definition, place, QUERIES[name](definition, rows, Horizon(periods, until), **also), periods)


def ways_question_of(
    place: Path, definition: ObservedJourney, seen: OpenedSource, order: Sequence[str], zone: ZoneInfo
) -> WaysQuestion:
    """The question of an observed journey. Raises DefinitionError where its source cannot serve it."""
    _check_shape(seen, "journeys", SHAPES["counts"])
    _, until = seen.ends
    queries = ways_queries(definition, _rows(definition, seen, segments=False), order, until)
    return WaysQuestion(definition, place, queries, order, local_day(until, zone))


def _check_shape(seen: OpenedSource, name: str, wanted: Sequence[str]) -> None:
    shape = shape_of(seen.source)
    if shape not in wanted:
        message = f"The source '{seen.source.id}' holds {shape}, and `{name}` are made of {' or '.join(wanted)}."
        raise DefinitionError(("source",), message, "Name another source.")


def _rows(definition: Any, seen: OpenedSource, *, segments: bool) -> Rows:
    found = {WHOLE: ibis.literal(True)}
    if segments:
        if not seen.source.segments:
            message = f"The source '{seen.source.id}' tells no segments apart."
            hint = "Write `segments` in the source, or leave `by_segment` out."
            raise DefinitionError(("by_segment",), message, hint)
        found |= {id: fitting(seen.opened, where, {}, ()) for id, where in seen.source.segments.items()}
    return Rows(seen.opened, fitting(seen.opened, definition.where, definition.unless, ()), found)


def _unit(definition: DurationDefinition, metrics: Mapping[str, Metric]) -> int:
    unit = metrics[definition.metric].unit or ""
    if unit not in UNITS:
        message = f"The unit of '{definition.metric}' is '{unit[:20]}', which is no unit of time."
        hint = f"Give the metric one of these in the catalog: {', '.join(UNITS)}."
        raise DefinitionError(("metric",), message, hint)
    if definition.working_hours and UNITS[unit] > HOUR:
        message = f"Working hours are counted, and the unit of '{definition.metric}' is {unit}."
        hint = "Give the metric the unit h, min or s: how many of them make a day is for you to say."
        raise DefinitionError(("metric",), message, hint)
    return UNITS[unit]
