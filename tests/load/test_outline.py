"""The outline of a file says what the file's document says, and any process can send it to another."""

import marshal
from collections.abc import Iterator

import pytest

from mkdocs_journeys.load import Parsed, Place, Tree, document, place_of
from mkdocs_journeys.load.documents import document_of
from mkdocs_journeys.load.given import ids_given, paths_given
from mkdocs_journeys.load.outline import Outline, outline, outline_of
from mkdocs_journeys.model import names_of
from mkdocs_journeys.yamlfile import read


def outlined(tree: Tree) -> Iterator[tuple[Place, bytes, Outline]]:
    """The files in everyday YAML with their outlines."""
    for path, data in tree.files.items():
        place = place_of(path, tree.folder)
        if isinstance(place, Place) and place.kind != "figures" and (found := outline(place.kind, data)):
            yield place, data, found


def as_names(ids: dict[str, list[str]]) -> set[tuple[str, str]]:
    return {(kind, id) for kind, of_kind in ids.items() for id in of_kind}


def test_it_names_what_the_model_of_the_file_names(good_tree: Tree) -> None:
    for place, data, found in outlined(good_tree):
        model = document(place, data).model
        assert model is not None
        assert as_names(dict(found.named)) == names_of(model)


def test_it_can_be_sent_to_another_process(good_tree: Tree) -> None:
    for _, _, found in outlined(good_tree):
        assert marshal.loads(marshal.dumps(tuple(found))) == tuple(found)


def test_each_id_that_a_file_gives_stands_at_its_path(good_tree: Tree) -> None:
    kinds = set()
    for path, data in good_tree.files.items():
        place, (values, _) = place_of(path, good_tree.folder), read(data, path)
        if isinstance(place, Place) and values is not None:
            given, paths = ids_given(place.kind, values), paths_given(place.kind, values)
            assert {kind: [value_at(values, path) for path in at] for kind, at in paths.items()} == given
            kinds |= {kind for kind, ids in given.items() if ids}
    assert {"stage", "step", "used-stage", "pain", "solution", "finding"} <= kinds


def value_at(values: object, path: tuple[str | int, ...]) -> object:
    for part in path:
        values = values[part]  # type: ignore[index]
    return values


def test_what_is_no_everyday_yaml_says_the_same_with_its_places(good_tree: Tree) -> None:
    for place, data, _ in outlined(good_tree):
        everyday, thorough = document(place, data), document_of(place, data, None)
        assert said(everyday) == said(thorough)


def said(one: Parsed) -> tuple[object, ...]:
    spots = [(spot.kind, spot.target, spot.position) for spot in one.spots]
    return one.model, one.given, as_names(dict(one.named)), one.linked, one.whereabouts.given, spots


@pytest.mark.parametrize("link", ["channel:web", "ftp://example.com"])
def test_a_file_with_a_link_that_it_may_not_have_is_left_to_the_thorough_reader(link: str) -> None:
    assert outline("persona", f"name: Ann\nsummary: See [it]({link})\n".encode()) is None


@pytest.mark.parametrize(
    "values",
    [
        {"personas": {"maya": {}}, "stages": [1, {"steps": {"name": []}}, {"steps": [None, {"pains": "one"}]}]},
        {"stages": [{"stage": [[1]], "steps": [{"id": {}, "emotion": [{}], "says": {"text": 1}, "pains": [[], 1]}]}]},
        {"lanes": [], "scope": "x", "links": [3], "evidence": [{"a": []}], "notes": [1]},
    ],
)
def test_values_of_any_shape_have_an_outline(values: dict[str, object]) -> None:
    for kind in ("catalog", "journey", "persona", "opportunity", "evidence"):
        found = outline_of(kind, values)
        assert found is not None
        assert found.given == ids_given(kind, values)
