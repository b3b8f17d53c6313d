"""All definitions and the ways of a journey are the same, to the last digit, on DuckDB and on Spark."""

from collections.abc import Iterator
from typing import Any

import pytest

from measure import support_agreement
from measure.support_agreement import IDS, cells_on, ways_on
from measure.support_definitions import DEFINITIONS
from measure.support_spark import spark

pytestmark = [
    pytest.mark.spark,
    # PySpark 4.0 and Ibis 12 use what pandas 4 will not have any more.
    pytest.mark.filterwarnings("ignore::pandas.errors.Pandas4Warning"),
    # PySpark leaves the sockets by which answers come to Python's collector.
    pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"),
]


@pytest.fixture(scope="module")
def duckdb() -> Iterator[Any]:
    with support_agreement.duckdb() as connection:
        yield connection


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with spark(tmp_path_factory.mktemp("spark")) as connection:
        yield connection


@pytest.mark.parametrize(("name", "definition"), DEFINITIONS, ids=IDS)
def test_spark_gives_the_figures_of_duckdb(duckdb: Any, cluster: Any, name: str, definition: Any) -> None:
    assert cells_on(cluster, name, definition) == cells_on(duckdb, name, definition)


def test_spark_sees_the_ways_that_duckdb_sees(duckdb: Any, cluster: Any) -> None:
    assert ways_on(cluster) == ways_on(duckdb)
