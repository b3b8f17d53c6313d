"""All definitions and the ways of a journey are the same, to the last digit, on DuckDB and on a real PostgreSQL."""

from collections.abc import Iterator
from typing import Any

import ibis
import pytest

from measure import support_agreement
from measure.support_agreement import IDS, cells_on, ways_on
from measure.support_definitions import DEFINITIONS
from measure.support_postgres import postgres


@pytest.fixture(scope="module")
def duckdb() -> Iterator[Any]:
    with support_agreement.duckdb() as connection:
        yield connection


@pytest.fixture(scope="module")
def server() -> Iterator[Any]:
    with postgres() as address:
        connection = ibis.connect(address)
        yield connection
        connection.disconnect()


@pytest.mark.parametrize(("name", "definition"), DEFINITIONS, ids=IDS)
def test_postgresql_gives_the_figures_of_duckdb(duckdb: Any, server: Any, name: str, definition: Any) -> None:
    here = cells_on(duckdb, name, definition)
    assert here == cells_on(server, name, definition)
    assert sum(cell.people for cell in here) > 0


def test_postgresql_sees_the_ways_that_duckdb_sees(duckdb: Any, server: Any) -> None:
    here = ways_on(duckdb)
    assert here == ways_on(server)
    assert all(here.values())
