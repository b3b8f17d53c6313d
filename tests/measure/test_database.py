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


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with postgres() as found:
        rows = [
            (f"p{person}", event, datetime(2026, month, 1) + timedelta(days=day), "solo" if person % 2 else "team")
            for month in (1, 2)
            for person in range(month * 100, month * 100 + 20)
            for event, day in (("seen", 0), *((("bought", 4),) if person % 4 == 0 else ()))
        ]
        columns = list(zip(*rows, strict=True))
        table = pa.table(
            {
                "who": columns[0],
                "what": columns[1],
                "at": pa.array(columns[2], TIME),
                "plan": columns[3],
                "number": list(range(len(rows))),
                "tags": [["seen", "odd"] if plan == "solo" else [] for plan in columns[3]],
                "paid": pa.array([2.5] * len(rows), pa.float64()),
            }
        )
        connection = ibis.connect(found)
        connection.create_table("web_events", ibis.memtable(table))
        connection.disconnect()
        yield found


def measured(folder: Path, table: str = "web_events") -> Result:
    for path, text in {"catalog.yml": CATALOG, "measure.yml": MEASURE.replace("TABLE", table)}.items():
        (folder / "journeys").mkdir(exist_ok=True)
        (folder / "journeys" / path).write_text(text, "utf-8")
    result = CliRunner().invoke(main, ["measure", "--root", str(folder)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_a_table_is_measured_where_it_is(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNEYS_POSTGRES_URL", address)
    result = measured(tmp_path)
    assert result.exit_code == 0, result.output
    visits = (tmp_path / "journeys/metrics/visits.csv").read_text("utf-8")
    assert visits == "date,value,segment\n2026-01-31,20,\n2026-01-31,10,small\n2026-02-28,20,\n2026-02-28,10,small\n"
    marked = (tmp_path / "journeys/metrics/marked.csv").read_text("utf-8")
    assert marked == "date,value\n2026-01-31,10\n2026-02-28,10\n"
    paid = (tmp_path / "journeys/metrics/paid.csv").read_text("utf-8")
    assert paid == "date,value,n\n2026-01-31,12.5,5\n2026-02-28,12.5,5\n"
    bought = (tmp_path / "journeys/metrics/bought.csv").read_text("utf-8")
    assert bought == "date,numerator,denominator\n2026-01-31,5,20\n2026-02-28,5,20\n"


def test_a_table_that_is_not_there_is_told_without_the_address(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOURNEYS_POSTGRES_URL", address)
    result = measured(tmp_path, "nothing_here")
    assert result.exit_code == 1
    assert "nothing_here" in result.stderr
    assert "Traceback" not in result.stderr
    assert "host=" not in result.stderr and "journeys@" not in result.stderr


def test_without_an_address_nothing_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JOURNEYS_POSTGRES_URL", raising=False)
    result = measured(tmp_path)
    assert (result.exit_code, "JOURNEYS_POSTGRES_URL" in result.stderr) == (1, True)
    assert not (tmp_path / "journeys/metrics").exists()
