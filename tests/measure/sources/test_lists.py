"""A property that is a list, such as the tags of a ticket, fits a condition if any text in it does."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.parquet
import pytest

from measure.sources.conftest import Opening
from mkdocs_journeys.measure.sources import Opened, open_source
from mkdocs_journeys.model.measuring import DataSource

TAGS: dict[str, list[str] | None] = {
    "1": ["small", "told-twice"],
    "2": ["told"],
    "3": [],
    "4": None,
    "5": ['a "quoted" one', "für später"],
}
TICKETS = {"shape": "tickets", "columns": {"person": "id", "created": "at"}}
ROWS = [{"id": id, "at": "2026-03-01T10:00:00Z", "tags": tags} for id, tags in TAGS.items()]
LINES = "".join(f"{json.dumps(row)}\n" for row in ROWS)


def people(opened: Opened) -> list[str]:
    return sorted(opened.table.person.to_pyarrow().to_pylist())


@pytest.fixture
def in_json(opening: Opening) -> Callable[..., list[str]]:
    return lambda **keys: people(opening({"tickets.jsonl": LINES}, **TICKETS, **keys))


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ("told-twice", ["1"]),
        ("told", ["2"]),
        (["told", "small"], ["1", "2"]),
        ('a "quoted" one', ["5"]),
        ("für später", ["5"]),
        ("twice", []),
    ],
)
def test_a_list_in_json(in_json: Callable[..., list[str]], condition: Any, found: list[str]) -> None:
    assert in_json(where={"tags": condition}) == found
    assert in_json(unless={"tags": condition}) == sorted({*TAGS} - {*found})


def test_a_list_in_parquet(opening: Opening) -> None:
    table = pa.table({name: [row[name] for row in ROWS] for name in ROWS[0]})
    sink = pa.BufferOutputStream()
    pyarrow.parquet.write_table(table, sink)
    opened = opening({"tickets.parquet": sink.getvalue().to_pybytes()}, **TICKETS, where={"tags": "told-twice"})
    assert people(opened) == ["1"]


def test_a_list_in_a_cell_is_written_as_json(opening: Opening) -> None:
    text = "id;at;tags\n1;2026-03-01;" + '"[""small"",""told-twice""]"\n2;2026-03-01;told-twice\n3;2026-03-01;told\n'
    assert people(opening({"tickets.csv": text}, **TICKETS, where={"tags": "told-twice"})) == ["1", "2"]


def test_a_list_in_a_table(tmp_path: Path) -> None:
    connection = ibis.duckdb.connect()
    connection.create_table("tickets", ibis.memtable(pa.table({name: [row[name] for row in ROWS] for name in ROWS[0]})))
    keys = TICKETS | {"id": "help", "backend": "duckdb", "table": "tickets", "where": {"tags": ["told-twice", "told"]}}
    assert people(open_source(DataSource.model_validate(keys), connection, tmp_path, tmp_path)) == ["1", "2"]
