"""The guide's page on sources says what presets are."""

from pathlib import Path

import ibis
import pytest
import yaml

from docs.support_documents import GUIDE, ROOT, blocks_of, in_code, tables_of
from mkdocs_journeys.measure.sources import PRESETS, open_source
from mkdocs_journeys.measure.sources.mapping import needed
from mkdocs_journeys.model.measuring import DataSource, Measure

PAGE = ROOT / GUIDE / "measure-sources.md"


def test_every_preset_stands_in_the_table_with_its_shape_and_whether_it_was_seen() -> None:
    rows = tables_of(PAGE)["Presets"]
    said = {in_code(name)[0]: (shape, seen == "yes") for name, shape, _, seen in rows}
    assert said == {name: (preset.shape, preset.verified) for name, preset in PRESETS.items()}


def test_every_shape_stands_there_with_what_it_needs() -> None:
    rows = tables_of(PAGE)["Any other program"]
    said = {shape: tuple(in_code(fields)) for shapes, fields, _ in rows for shape in shapes.split(", ")}
    assert said == {preset.shape: needed(preset.shape) for preset in PRESETS.values()}


def sources(number: int) -> tuple[DataSource, ...]:
    """The sources of one of the files of definitions on the page."""
    block = [block for block in blocks_of(PAGE) if block.language == "yaml"][number]
    values = {"id": "measure", "path": block.title, **yaml.safe_load(block.text)}
    return Measure.model_validate(values).sources


@pytest.mark.parametrize("number", [0, 1])
def test_its_files_are_definitions(number: int) -> None:
    assert sources(number)


def test_steps_of_kitewheel_and_thunderhead_become_events(tmp_path: Path) -> None:
    steps = next(block.text for block in blocks_of(PAGE) if block.text.startswith("Journey instance"))
    (source,) = sources(1)
    (tmp_path / "exports").mkdir()
    (tmp_path / "exports" / "steps.csv").write_text(steps, "utf-8")
    opened = open_source(source, ibis.duckdb.connect(), tmp_path, tmp_path)
    rows = opened.table.order_by("time").select("person", "event", part=opened.property_of("Segment"))
    assert [tuple(row.values()) for row in rows.to_pyarrow().to_pylist()] == [
        ("j-1", "Mail opened", "small"),
        ("j-1", "Plan chosen", "small"),
    ]
