"""Tables of a database, here one of DuckDB."""

from pathlib import Path

import ibis
import pytest

from mkdocs_journeys.measure.sources import SourceError, open_source
from mkdocs_journeys.model.measuring import DataSource

COLUMNS = {"person": "who", "event": "what", "time": "at"}


@pytest.fixture
def connection() -> ibis.BaseBackend:
    """A database with a table `events` in a schema."""
    connection = ibis.duckdb.connect()
    connection.raw_sql("create schema product")
    connection.raw_sql(
        "create table product.events as select 'ana' as who, 'paid' as what, timestamp '2026-03-01 10:00:00' as at, "
        '\'{"plan": "team", "seats": 3, "new": true}\' as properties'
    )
    return connection


def source(**keys: object) -> DataSource:
    values = {"id": "product", "backend": "duckdb", "table": "product.events", "shape": "events", "columns": COLUMNS}
    return DataSource.model_validate(values | keys)


def refused(connection: ibis.BaseBackend, folder: Path, **keys: object) -> list[str]:
    with pytest.raises(SourceError) as caught:
        open_source(source(**keys), connection, folder, folder)
    return [problem.message for problem in caught.value.problems]


def test_rows_of_a_table(connection: ibis.BaseBackend, tmp_path: Path) -> None:
    opened = open_source(source(time_zone="Europe/Berlin"), connection, tmp_path, tmp_path)
    names = ("properties.plan", "properties.seats", "properties.new")
    values = {f"x{number}": opened.property_of(name) for number, name in enumerate(names)}
    (row,) = opened.table.select("person", "event", "time", **values).to_pyarrow().to_pylist()
    assert [str(value) for value in row.values()] == ["ana", "paid", "2026-03-01 09:00:00", "team", "3", "true"]
    assert opened.property_of("plan") is None


def test_a_table_that_is_not_there(connection: ibis.BaseBackend, tmp_path: Path) -> None:
    (said,) = refused(connection, tmp_path, table="product.event")
    assert "the table product.event cannot be read (" in said


def test_dates_that_cannot_be_are_counted(connection: ibis.BaseBackend, tmp_path: Path) -> None:
    connection.raw_sql("insert into product.events values ('bo', 'paid', timestamp '1970-01-01', '{}')")
    (said,) = refused(connection, tmp_path)
    assert said.endswith(
        "1 row of the table product.events has a time before 1990 or after tomorrow in the column 'at'."
    )


def test_a_column_of_numbers_needs_a_unit(connection: ibis.BaseBackend, tmp_path: Path) -> None:
    connection.raw_sql("create table product.numbers as select 'ana' as who, 'paid' as what, 1772359200 as at")
    (said,) = refused(connection, tmp_path, table="product.numbers")
    assert "the column 'at' holds no times, but values of the type int" in said
    opened = open_source(source(table="product.numbers", time_unit="seconds"), connection, tmp_path, tmp_path)
    assert str(opened.table.time.to_pyarrow().to_pylist()[0]) == "2026-03-01 10:00:00"
