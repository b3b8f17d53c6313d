"""What engines have to agree on, to the last digit: the figures of all definitions, and the ways of a journey."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import ibis
import pyarrow as pa

from measure.support_definitions import BEGIN, DAYS, DEFINITIONS, FIRST, NAMES, ZONE, events, table_of
from measure.support_engine import answered, horizon_of, naive, rows_in
from mkdocs_journeys.measure.figures import Cell
from mkdocs_journeys.measure.ways import ways_queries
from mkdocs_journeys.model.measuring import ObservedJourney

LAST = BEGIN + timedelta(days=DAYS)
IDS = [f"{at}-{one[0].replace(' ', '-')}" for at, one in enumerate(DEFINITIONS)]
ORDER = NAMES[:3]
JOURNEY = ObservedJourney(
    journey="j", source="s", steps={name: name for name in ORDER}, goal="paid", window="20 d", since="90 d"
)
"""A journey of three steps and a goal; `gone` is an event that no step shows."""


@contextmanager
def duckdb() -> Iterator[Any]:
    """A connection to DuckDB in this process."""
    connection = ibis.duckdb.connect()
    yield connection
    connection.disconnect()


def cells_on(connection: Any, name: str, definition: Any, zone: str | None = None) -> list[Cell]:
    """The figures of a definition of one of measure.yml's lists, in an order of their own. Times may have a zone."""
    table = with_zone(table_of(name), zone)
    rows = rows_in(connection, table, by_segment=definition.by_segment, name=f"of_{name}".replace(" ", "_"))
    found = answered(name.split()[0], definition, rows, horizon_of(FIRST, LAST, definition.every, ZONE))
    return sorted(found, key=lambda cell: (cell.metric, cell.period, cell.segment))


def with_zone(table: pa.Table, zone: str | None) -> pa.Table:
    """A table whose times, which are those of UTC, are marked as such."""
    columns = [
        column.cast(pa.timestamp("us", zone)) if pa.types.is_timestamp(column.type) else column
        for column in table.columns
    ]
    return pa.table(columns, names=table.column_names)


def ways_on(connection: Any, zone: str | None = None) -> dict[str, list[dict[str, Any]]]:
    """The rows that each query of the observed journey gives: in their order where it has a meaning."""
    rows = rows_in(connection, with_zone(events(), zone), name="of_ways")
    queries = ways_queries(JOURNEY, rows, ORDER, naive(LAST))
    found = {name: query.to_pyarrow().to_pylist() for name, query in queries.items()}
    return found | {name: sorted(found[name], key=str) for name in ("reached", "moves")}
