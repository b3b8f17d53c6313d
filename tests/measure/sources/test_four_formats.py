"""One log in the formats of four vendors is the same rows."""

from importlib import import_module
from pathlib import Path
from typing import Any

import ibis
import pytest
from tools.event_log.log import log_of

from mkdocs_journeys.measure.sources import Opened, open_source
from mkdocs_journeys.model.measuring import DataSource

FILES = {"ga4": "ga4/*", "mixpanel": "mixpanel/*", "amplitude": "amplitude/*", "segment": "segment/tracks*"}


def opened(preset: str, root: Path) -> Opened:
    source = DataSource.model_validate({"id": preset, "preset": preset, "files": FILES[preset]})
    return open_source(source, ibis.duckdb.connect(), root, root)


def counts(found: Opened) -> list[dict[str, Any]]:
    """Rows, people and times of each event, by segment."""
    table = found.table.mutate(segment=found.property_of("segment"), seats=found.property_of("seats"))
    grouped = table.group_by("event", "segment").agg(
        rows=table.count(),
        people=table.person.nunique(),
        sessions=table.session.nunique(),
        first=table.time.min(),
        last=table.time.max(),
        seats=table.seats.cast("int64").sum(),
    )
    return grouped.order_by("event", "segment").to_pyarrow().to_pylist()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small log in all formats."""
    root = tmp_path_factory.mktemp("log")
    log = log_of(1, 0.005)
    for preset in FILES:
        import_module(f"tools.event_log.writers.{preset}").write(log, root / preset)
    return root


@pytest.mark.slow
def test_four_exports_of_a_log_are_the_same_rows(folder: Path) -> None:
    first, *others = (counts(opened(preset, folder)) for preset in FILES)
    assert len(first) > 20
    assert [other == first for other in others] == [True, True, True]
