"""Each folder in fixtures/ is a source with its files, and the rows that they stand for in expected.csv."""

import csv
from datetime import datetime
from pathlib import Path
from typing import Any

import ibis
import pytest
import yaml

from mkdocs_journeys.measure.sources import PRESETS, open_source
from mkdocs_journeys.model.measuring import DataSource

FIXTURES = Path(__file__).parent.parent / "fixtures"
CASES = sorted(path.name for path in FIXTURES.iterdir())


def as_written(value: Any) -> str:
    """A value as expected.csv has it."""
    if isinstance(value, datetime):
        text = f"{value:%Y-%m-%d %H:%M:%S.%f}"
        return text.rstrip("0").rstrip(".")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


@pytest.mark.parametrize("is_named", [True, False], ids=["properties named", "asked later"])
@pytest.mark.parametrize("case", CASES)
def test_an_export_becomes_the_rows_that_it_stands_for(case: str, is_named: bool, tmp_path: Path) -> None:
    source = DataSource.model_validate(yaml.safe_load((FIXTURES / case / "source.yml").read_text("utf-8")))
    with (FIXTURES / case / "expected.csv").open(encoding="utf-8", newline="") as file:
        header, *expected = csv.reader(file)
    named = [name for name in header if name not in ("person", "session", "event", "time")] if is_named else None
    opened = open_source(source, ibis.duckdb.connect(), FIXTURES / case, tmp_path, named)
    properties = {name: opened.property_of(name) for name in header if name not in opened.table.columns}
    assert [name for name, value in properties.items() if value is None] == []
    own = [name for name in header if name in opened.table.columns]
    rows = opened.table.select(*own, **properties).select(*header).to_pyarrow().to_pylist()
    assert sorted([as_written(value) for value in row.values()] for row in rows) == sorted(expected)


def test_every_preset_has_a_fixture() -> None:
    assert {*CASES} >= {*PRESETS}
