"""The definitions that the guide's page shows in part are definitions, and it tells of every kind."""

import json

import pytest
import yaml

from docs.support_documents import GUIDE, ROOT, blocks_of, in_code, tables_of
from measure.support_definitions import DEFINITIONS
from mkdocs_journeys.measure.figures import QUERIES, SHAPES
from mkdocs_journeys.model.measuring import Measure

PAGE = ROOT / GUIDE / "measure.md"
PARTS = [block.text for block in blocks_of(PAGE) if block.language == "text"]


@pytest.mark.parametrize("text", PARTS, ids=[text.partition(":")[0] for text in PARTS])
def test_a_part_is_one_of_a_file_of_definitions(text: str) -> None:
    # Days are texts in our files.
    said = json.loads(json.dumps(yaml.safe_load(text), default=str))
    found = Measure.model_validate({"id": "measure", "path": "measure.yml", "format": 1, **said})
    assert [name for name in said if not getattr(found, name)] == []


def test_all_kinds_of_definitions_stand_in_the_table() -> None:
    rows = tables_of(PAGE)["What can be measured"]
    assert {in_code(name)[0] for name, _, _ in rows} == {*QUERIES, "comments", "journeys"}


def test_kinds_stand_there_with_the_sources_that_they_are_made_of() -> None:
    said = {in_code(name)[0]: set(of.split(", ")) for name, _, of in tables_of(PAGE)["What can be measured"]}
    # Tickets and deals are events, as the page says below its table.
    for name, shapes in SHAPES.items():
        assert said[name] <= {*shapes}


def test_as_many_definitions_agree_as_it_says() -> None:
    assert len(DEFINITIONS) == 62
    assert "Sixty-two definitions give the same figures" in PAGE.read_text("utf-8")
