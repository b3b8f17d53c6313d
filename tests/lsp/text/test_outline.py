"""The outline of a text: the paths of its keys and values, whatever is broken."""

from pathlib import Path
from typing import Any

import pytest

from mkdocs_journeys.lsp.text.outline import tokens_of
from mkdocs_journeys.lsp.text.tokens import TokenKind
from mkdocs_journeys.yamlfile import read

ROOT = Path(__file__).parents[3]
FILES = sorted((ROOT / "journeys").rglob("*.yml"))


def paths_of(value: Any, path: tuple[str | int, ...] = ()) -> set[tuple[str | int, ...]]:
    """The path of every key in a tree of plain values."""
    if isinstance(value, dict):
        inside = {inner for key, item in value.items() for inner in paths_of(item, (*path, key))}
        return inside | {(*path, key) for key in value}
    if isinstance(value, list):
        return {inner for number, item in enumerate(value) for inner in paths_of(item, (*path, number))}
    return set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_sound_file_has_the_keys_that_a_reader_of_yaml_finds(path: Path) -> None:
    root, _ = read(path.read_bytes(), "")
    found = [token.path for token in tokens_of(path.read_text("utf-8")) if token.kind is TokenKind.KEY]
    assert set(found) == paths_of(root)
    assert len(found) == len(set(found))


def test_tokens_stand_where_their_text_is() -> None:
    text = "title: Buy it # soon\r\nscope: {starts: 'It''s on', ends: b}\r\n"
    found = [(text[token.start : token.end], token.text) for token in tokens_of(text)]
    assert found == [
        ("title", "title"),
        ("Buy it", "Buy it"),
        ("scope", "scope"),
        ("starts", "starts"),
        ("'It''s on'", "It's on"),
        ("ends", "ends"),
        ("b", "b"),
    ]


@pytest.mark.parametrize("opened", ["[a, b", '"never closed', "'never closed", "{src: x, alt: y", ">-\n    text"])
def test_what_is_never_closed_ends_at_the_next_key(opened: str) -> None:
    text = f"title: {opened}\nstatus: live\n"
    assert ("status",) in {token.path for token in tokens_of(text) if token.kind is TokenKind.KEY}


def test_a_key_without_a_colon_keeps_its_place_among_the_others() -> None:
    found = [(token.path, token.kind) for token in tokens_of("title: x\nper\nstatus: live\n") if token.is_key]
    assert found == [(("title",), TokenKind.KEY), (("per",), TokenKind.HALF_KEY), (("status",), TokenKind.KEY)]


def test_lines_that_continue_a_text_are_no_keys() -> None:
    text = "thinks: one\n  two\nnotes: |\n  key: value\n\n  - item\nstatus: live\n"
    assert {token.path for token in tokens_of(text) if token.is_key} == {("thinks",), ("notes",), ("status",)}
