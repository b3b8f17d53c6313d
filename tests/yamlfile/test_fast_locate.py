"""Positions found by walking down one path are those that the full reader gives."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from mkdocs_journeys.yamlfile import Source, fast_read, locate, read
from support.budgets import examples
from support.yamls import FILES, broken, paths_in, soup


def assert_places(data: bytes) -> None:
    values = fast_read(data)
    root, _ = read(data, "x.yml")
    if values is None or root is None:
        return
    source = Source(data, "x.yml", is_fast=True)
    for path in paths_in(values):
        for key in (False, True):
            assert source.locate(path, key=key) == locate(root, path, key=key), path


@pytest.mark.parametrize("path", FILES[::7], ids=lambda path: "/".join(path.parts[-4:]))
def test_every_value_of_a_file_is_found_where_it_stands(path: Path) -> None:
    assert_places(path.read_bytes())


@settings(max_examples=examples(50))
@given(broken() | soup)
def test_every_value_of_a_broken_file_is_found_where_it_stands(data: bytes) -> None:
    assert_places(data)


def test_places_count_characters_and_lines_of_any_end() -> None:
    data = "# é\r\nstages:\r\n- stage: é\r\n  steps:\r\n  - {name: é, id: pay}\r\n".encode()
    source = Source(data, "x.yml", is_fast=True)
    assert source.locate(("stages", 0, "steps", 0, "id")) == (5, 19)
    assert source.locate(("stages", 0, "steps", 0, "id"), key=True) == (5, 15)
    assert source.locate(("stages", 0, "goal")) == (3, 3)
