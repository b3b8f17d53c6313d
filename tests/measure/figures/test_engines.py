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


QUICK = 40
"""How many definitions are compared on PostgreSQL where time is short, and one of each kind of the others."""
FIRST_OF_A_KIND = {next(at for at, one in enumerate(DEFINITIONS) if one[0] == name) for name, _ in DEFINITIONS}
WITH_ZONES = [
    pytest.param(*one, id=IDS[at], marks=() if at in FIRST_OF_A_KIND else pytest.mark.long)
    for at, one in enumerate(DEFINITIONS)
]
"""All of them; one of each kind where time is short."""


ON_POSTGRESQL = [
    pytest.param(*one, id=IDS[at], marks=() if at < QUICK or at in FIRST_OF_A_KIND else pytest.mark.long)
    for at, one in enumerate(DEFINITIONS)
]


@pytest.mark.parametrize(("name", "definition"), ON_POSTGRESQL)
def test_postgresql_gives_the_figures_of_duckdb(duckdb: Any, server: Any, name: str, definition: Any) -> None:
    here = cells_on(duckdb, name, definition)
    assert here == cells_on(server, name, definition)
    assert sum(cell.people for cell in here) > 0


@pytest.mark.parametrize(("name", "definition"), WITH_ZONES)
def test_times_with_a_zone_give_the_figures_of_times_without(duckdb: Any, name: str, definition: Any) -> None:
    """BigQuery's have one."""
    assert cells_on(duckdb, name, definition, "UTC") == cells_on(duckdb, name, definition)


def test_ways_are_the_same_where_times_have_a_zone(duckdb: Any) -> None:
    assert ways_on(duckdb, "UTC") == ways_on(duckdb)


def test_postgresql_sees_the_ways_that_duckdb_sees(duckdb: Any, server: Any) -> None:
    here = ways_on(duckdb)
    assert here == ways_on(server)
    assert all(here.values())
