"""The log of the benchmark is the same each time and skewed as it says; its figures are told with how they grow."""

from pathlib import Path

import duckdb
import pytest
from bench.measure import Run
from bench.measuring.figures import growth, table
from bench.measuring.log import OTHERS, STEPS, write_log
from bench.measuring.questions import ASKED, Log

EVENTS = 20_000


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("log") / "log.parquet"
    write_log(EVENTS, path)
    return path


def asked(path: Path, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect() as connection:
        return connection.execute(sql.format(f"'{path}'")).fetchall()


def test_a_number_of_events_gives_one_log(log: Path, tmp_path: Path) -> None:
    write_log(EVENTS, tmp_path / "again.parquet")
    rows = "select * from {} order by all"
    assert asked(log, rows) == asked(tmp_path / "again.parquet", rows)


def test_few_people_make_many_of_the_events_in_the_order_of_time(log: Path) -> None:
    [(events, people, is_sorted)] = asked(
        log,
        "select count(*), count(distinct person), bool_and(time >= former) is not false from"
        " (select *, lag(time) over () as former from {})",
    )
    assert (people, is_sorted) == (EVENTS // 10, True)
    assert events == pytest.approx(EVENTS, rel=0.2)
    [(median, most)] = asked(log, "select median(n), max(n) from (select count(*) as n from {} group by person)")
    assert median * 1.5 < events / people < most / 10
    assert {name for (name,) in asked(log, "select distinct event from {}")} == {*STEPS, *OTHERS}


def test_every_question_has_answers(log: Path) -> None:
    opened = Log(log)
    assert all(ask(opened) for ask in ASKED.values())
    funnel = ASKED["funnel"](opened)
    assert 0 < sum(cell.values["numerator"] for cell in funnel) < sum(cell.values["denominator"] for cell in funnel)


def test_growth_is_the_exponent_of_processor_seconds() -> None:
    runs = {10: {"funnel": Run(1, 2.0, 0, 0), "script": "failed"}, 1000: {"funnel": Run(1, 200.0, 2**30, 0)}}
    assert growth(runs) == pytest.approx({"funnel": 1.0})
    assert growth({10: runs[10]}) == {}
    text = table(runs)
    assert "| 1,000 | funnel of six steps, by month and segment | 1.0 | 200.0 | 1.0 |" in text
    assert "10 events, script: failed" in text
    assert "to the power of: funnel 1.00." in text
