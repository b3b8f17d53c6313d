"""The same definitions over a table of a real PostgreSQL, by the address in an environment variable."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import ibis
import pyarrow as pa
import pytest
from click.testing import CliRunner, Result

from measure.support_engine import TIME
from measure.support_postgres import postgres
from mkdocs_journeys.cli import main

CATALOG = """\
format: 1
segments: [{id: small, name: Small}]
metrics:
  - {id: visits, name: Visits, kind: count}
  - {id: marked, name: Marked visits, kind: count}
  - {id: paid, name: Sales, kind: money}
  - {id: bought, name: Visit to purchase, kind: conversion, unit: "%"}
"""
MEASURE = """\
format: 1
sources:
  - id: web
    shape: events
    backend: postgres
    table: TABLE
    columns: {person: who, event: what, time: at, id: number, amount: paid}
    until: 2026-02-28
    segments: {small: {plan: solo}}
counts:
  - {metric: visits, source: web, event: seen, by_segment: true}
  - {metric: marked, source: web, event: {event: seen, where: {tags: odd}}}
sums:
  - {metric: paid, source: web, event: bought}
funnels:
  - metric: bought
    source: web
    window: 10 d
    steps: [{event: seen}, {event: bought}]
"""
VISITS = "date,value,segment\n2026-01-31,20,\n2026-01-31,10,small\n2026-02-28,20,\n2026-02-28,10,small\n"
BOUGHT = "date,numerator,denominator\n2026-01-31,5,20\n2026-02-28,5,20\n"
MARKED = "date,value\n2026-01-31,10\n2026-02-28,10\n"
PAID = "date,value,n\n2026-01-31,12.5,5\n2026-02-28,12.5,5\n"


def fill(address: str, time: pa.DataType = TIME) -> None:
    rows = [
        (f"p{person}", event, datetime(2026, month, 1) + timedelta(days=day), "solo" if person % 2 else "team")
        for month in (1, 2)
        for person in range(month * 100, month * 100 + 20)
        for event, day in (("seen", 0), *((("bought", 4),) if person % 4 == 0 else ()))
    ]
    who, what, at, plan = zip(*rows, strict=True)
    table = {"who": who, "what": what, "at": pa.array(at, time), "plan": plan, "number": range(len(rows))}
    table |= {"tags": [["seen", "odd"] if one == "solo" else [] for one in plan], "paid": [2.5] * len(rows)}
    connection = ibis.connect(address)
    connection.create_table("web_events", ibis.memtable(pa.table({name: list(some) for name, some in table.items()})))
    connection.disconnect()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with postgres() as found:
        fill(found)
        yield found


def measured(folder: Path, table: str = "web_events", backend: str = "postgres") -> Result:
    measure = MEASURE.replace("TABLE", table).replace("backend: postgres", f"backend: {backend}")
    for path, text in {"catalog.yml": CATALOG, "measure.yml": measure}.items():
        (folder / "journeys").mkdir(exist_ok=True)
        (folder / "journeys" / path).write_text(text, "utf-8")
    result = CliRunner().invoke(main, ["measure", "--root", str(folder)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_a_table_is_measured_where_it_is(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNEYS_POSTGRES_URL", address)
    result = measured(tmp_path)
    assert result.exit_code == 0, result.output
    assert (tmp_path / "journeys/metrics/visits.csv").read_text("utf-8") == VISITS
    assert (tmp_path / "journeys/metrics/bought.csv").read_text("utf-8") == BOUGHT
    assert (tmp_path / "journeys/metrics/marked.csv").read_text("utf-8") == MARKED
    assert (tmp_path / "journeys/metrics/paid.csv").read_text("utf-8") == PAID


@pytest.mark.parametrize("time", [TIME, pa.timestamp("us", "UTC")], ids=["without a zone", "with a zone"])
def test_times_that_keep_a_zone_give_the_same_figures(
    time: pa.DataType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As BigQuery has to be asked; DuckDB stands in for it here."""
    address = f"duckdb://{tmp_path}/log.duckdb"
    fill(address, time)
    monkeypatch.setenv("JOURNEYS_BIGQUERY_URL", address)
    result = measured(tmp_path, backend="bigquery")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "journeys/metrics/visits.csv").read_text("utf-8") == VISITS
    assert (tmp_path / "journeys/metrics/bought.csv").read_text("utf-8") == BOUGHT


def test_a_table_that_is_not_there_is_told_without_the_address(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOURNEYS_POSTGRES_URL", address)
    result = measured(tmp_path, "nothing_here")
    assert result.exit_code == 1
    assert "nothing_here" in result.stderr
    assert "Traceback" not in result.stderr
    assert "host=" not in result.stderr and "journeys@" not in result.stderr


LEAVES = """\
create view web_leaves as
select * from web_events where number < 30 or not pg_terminate_backend(pg_backend_pid())
"""
"""A table that takes the database away once thirty of its rows were read."""
BESIDE = """\
  - {id: file, shape: events, files: visits.csv, columns: {person: who, event: what, time: at}, until: 2026-01-31}
counts:
  - {metric: read, source: file, event: seen}
"""


def test_a_database_that_goes_away_half_way_takes_no_other_figure_with_it(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = ibis.connect(address)
    connection.raw_sql(LEAVES).close()
    connection.disconnect()
    monkeypatch.setenv("JOURNEYS_POSTGRES_URL", address)
    monkeypatch.setattr(f"{__name__}.MEASURE", MEASURE.replace("counts:\n", BESIDE))
    monkeypatch.setattr(f"{__name__}.CATALOG", f"{CATALOG}  - {{id: read, name: Read, kind: count}}\n")
    rows = "".join(f"p{number},seen,2026-01-0{number}\n" for number in range(1, 10))
    (tmp_path / "visits.csv").write_text(f"who,what,at\n{rows}", "utf-8")
    result = measured(tmp_path, "web_leaves")
    assert result.exit_code == 1
    said = "journeys/measure.yml:3:5: error[measure-source] Source 'web': the table web_leaves cannot be read"
    assert said in result.stderr
    assert "Traceback" not in result.stderr and "journeys@" not in result.stderr
    assert [path.name for path in (tmp_path / "journeys/metrics").iterdir()] == ["read.csv"]
    assert (tmp_path / "journeys/metrics/read.csv").read_text("utf-8") == "date,value\n2026-01-31,9\n"


def test_without_an_address_nothing_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JOURNEYS_POSTGRES_URL", raising=False)
    result = measured(tmp_path)
    assert (result.exit_code, "JOURNEYS_POSTGRES_URL" in result.stderr) == (1, True)
    assert not (tmp_path / "journeys/metrics").exists()
