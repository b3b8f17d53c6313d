"""A memory parses what changed, and forgets what is gone."""

from dataclasses import replace

import pytest

from mkdocs_journeys.load import Memory, Place, Tree, document, load, many, memory
from mkdocs_journeys.load.documents import document_of
from mkdocs_journeys.yamlfile import Values

PERSONA = "journeys/personas/maya.yml"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The path of every file that is parsed."""
    paths: list[str] = []

    def counting(place: Place, data: bytes) -> object:
        paths.append(place.path)
        return document(place, data)

    def counting_read(place: Place, data: bytes, values: Values) -> object:
        paths.append(place.path)
        return document_of(place, data, values)

    monkeypatch.setattr(many, "document", counting)
    monkeypatch.setattr(many, "document_of", counting_read)
    monkeypatch.setattr(memory, "document", counting)
    return paths


def test_only_what_changed_is_parsed_again(good_tree: Tree, asked: list[str]) -> None:
    known = Memory()
    first = known.load(good_tree)
    assert sorted(asked) == sorted(good_tree.files)
    asked.clear()
    second = known.load(good_tree)
    assert asked == []
    changed = replace(good_tree, files=dict(good_tree.files) | {PERSONA: good_tree.files[PERSONA] + b"# more\n"})
    third = known.load(changed)
    assert asked == [PERSONA]
    assert first == second == load(good_tree)
    assert third == load(changed)


def test_a_file_that_moves_is_another_file(good_tree: Tree, asked: list[str]) -> None:
    known = Memory()
    known.load(good_tree)
    asked.clear()
    moved = {path.replace("maps/buy.", "maps/sales/buy."): data for path, data in good_tree.files.items()}
    found = known.load(replace(good_tree, files=moved))
    assert asked == ["journeys/maps/sales/buy.yml"]
    assert found == load(replace(good_tree, files=moved))


def test_what_the_last_load_did_not_hold_is_forgotten(good_tree: Tree) -> None:
    known = Memory()
    known.load(good_tree)
    known.load(Tree({PERSONA: good_tree.files[PERSONA]}))
    assert [place.path for place, _ in known.known] == [PERSONA]


def test_a_file_can_be_read_by_itself(good_tree: Tree, asked: list[str]) -> None:
    known = Memory()
    place = Place(PERSONA, "persona", "maya")
    first = known.read(place, good_tree.files[PERSONA])
    assert known.read(place, bytes(bytearray(good_tree.files[PERSONA]))) is first
    assert asked == [PERSONA]
