"""Forty definitions give the same figures, to the last digit, on DuckDB and on a real PostgreSQL."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import ibis
import pytest

from measure.support_definitions import BEGIN, DAYS, DEFINITIONS, FIRST, ZONE, table_of
from measure.support_engine import answered, horizon_of, rows_in
from measure.support_postgres import postgres
from mkdocs_journeys.measure.figures import Cell

LAST = BEGIN + timedelta(days=DAYS)


@pytest.fixture(scope="module")
def duckdb() -> Iterator[Any]:
    connection = ibis.duckdb.connect()
    yield connection
    connection.disconnect()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with postgres(socket_folder(tmp_path_factory)) as address:
        connection = ibis.connect(address)
        yield connection
        connection.disconnect()


def socket_folder(factory: pytest.TempPathFactory) -> Path:
    """A folder whose path is short enough for a socket, and open to the account of the server."""
    base = factory.mktemp("pg")
    for folder in (base, *base.parents[:3]):
        if folder.owner() == base.owner():
            folder.chmod(folder.stat().st_mode | 0o011)
    return base / "s"


def cells_on(connection: Any, name: str, definition: Any) -> list[Cell]:
    rows = rows_in(connection, table_of(name), by_segment=definition.by_segment, name=f"of_{name}")
    found = answered(name, definition, rows, horizon_of(FIRST, LAST, definition.every, ZONE))
    return sorted(found, key=lambda cell: (cell.metric, cell.period, cell.segment))


def test_there_are_forty_definitions() -> None:
    assert len(DEFINITIONS) == 40


@pytest.mark.parametrize(
    ("name", "definition"), DEFINITIONS, ids=[f"{at}-{one[0]}" for at, one in enumerate(DEFINITIONS)]
)
def test_postgresql_gives_the_figures_of_duckdb(duckdb: Any, server: Any, name: str, definition: Any) -> None:
    here = cells_on(duckdb, name, definition)
    assert here == cells_on(server, name, definition)
    assert sum(cell.people for cell in here) > 0
