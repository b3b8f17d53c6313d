"""The figures of a log in memory, as the engine works them out, in the shapes of the independent implementation."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import ibis
import pyarrow as pa

from measure.support_oracle import Event
from mkdocs_journeys.measure.figures import QUERIES, Cell, Horizon
from mkdocs_journeys.measure.periods import Period, periods_between
from mkdocs_journeys.measure.rows import WHOLE, Rows, fitting
from mkdocs_journeys.measure.sources import Opened

PLANS = ("solo", "team")
"""The values of the property by which segments are told apart."""
TIME = pa.timestamp("us")


def naive(time: datetime) -> datetime:
    """A time in UTC without its zone, as tables hold it."""
    return time.astimezone(UTC).replace(tzinfo=None)


def event_table(events: Iterable[Event]) -> pa.Table:
    """The events as a table, their properties as columns."""
    held = list(events)
    names = sorted({name for event in held for name in event.properties})
    columns: dict[str, Any] = {
        "person": pa.array([event.person for event in held], pa.string()),
        "session": pa.array([event.session for event in held], pa.string()),
        "event": pa.array([event.event for event in held], pa.string()),
        "time": pa.array([naive(event.time) for event in held], TIME),
    }
    for name in names:
        values = [event.properties.get(name) for event in held]
        columns[name] = pa.array([None if value is None else str(value) for value in values], pa.string())
    return pa.table(columns)


def rows_in(connection: Any, table: pa.Table, *, by_segment: bool = False, name: str = "log") -> Rows:
    """A table as rows that all count, of the segments of PLANS if they are told apart."""
    if connection.name == "pyspark":
        return rows_of(_table_in_spark(connection, table, name), by_segment=by_segment)
    return rows_of(connection.create_table(name, ibis.memtable(table), overwrite=True), by_segment=by_segment)


def _table_in_spark(connection: Any, table: pa.Table, name: str) -> ibis.Table:
    """A table given to Spark itself: Ibis goes by way of pandas, where a text that is missing becomes a text."""
    from pyspark.sql import SparkSession

    session = SparkSession.getActiveSession()
    assert session is not None
    session.createDataFrame(table).createOrReplaceTempView(name)
    return connection.table(name)


def rows_of(there: ibis.Table, *, by_segment: bool = False) -> Rows:
    """A table of an engine, or of none, as rows that all count."""
    opened = Opened(there, frozenset(there.columns), lambda column: there[column] if column in there.columns else None)
    plans = {plan: fitting(opened, {"plan": (plan,)}, {}, ()) for plan in PLANS} if by_segment else {}
    return Rows(opened, ibis.literal(True), {WHOLE: ibis.literal(True)} | plans)


def horizon_of(first: date, last: datetime, every: Any, zone: str) -> Horizon:
    """All periods from a day on up to that of the last row, the one that is not over included."""
    until = naive(last)
    return Horizon(periods_between(first, until.date() + timedelta(days=100), every, ZoneInfo(zone)), until)


def answered(name: str, definition: Any, rows: Rows, horizon: Horizon) -> list[Cell]:
    """The cells of a definition of one of measure.yml's lists."""
    query = QUERIES[name](definition, rows, horizon)
    return list(query.cells(query.expression.to_pyarrow().to_pylist()))


def by_cell(cells: Iterable[Cell], periods: Sequence[Period], metric: str) -> Mapping[tuple[date, str | None], Cell]:
    """The cells of a metric by the first day of their period, and their segment, None for the whole base."""
    zone = ZoneInfo("Europe/Berlin")
    return {
        (periods[cell.period].start.replace(tzinfo=UTC).astimezone(zone).date(), cell.segment or None): cell
        for cell in cells
        if cell.metric == metric
    }
