"""A file is parsed alike by both readers, and its summary can be sent to another process."""

import pickle
from collections.abc import Iterator

import pytest

from mkdocs_journeys.load import FileRole, ParsedFile, parse_file, role_of
from mkdocs_journeys.load.identifiers import defined_ids, link_targets, paths_of_ids
from mkdocs_journeys.load.parse import Summary, parse_summarized, summarize
from mkdocs_journeys.model import MODELS
from mkdocs_journeys.model.references import ids_in, targets_of
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.yamlfile import read


def summaries(tree: Tree) -> Iterator[tuple[FileRole, bytes, Summary]]:
    """The files that the fast reader can read, with their summaries."""
    for path, data in tree.files.items():
        role = role_of(path, tree.folder)
        if isinstance(role, FileRole) and role.kind != "figures" and (found := summarize(role.kind, data)):
            yield role, data, found


def as_names(ids: dict[str, list[str]]) -> set[tuple[str, str]]:
    return {(kind, id) for kind, of_kind in ids.items() for id in of_kind}


def test_it_names_what_the_model_of_the_file_names(good_tree: Tree) -> None:
    for role, data, found in summaries(good_tree):
        model = parse_file(role, data).model
        assert model is not None
        assert as_names(dict(found.named)) == targets_of(model)


def test_it_can_be_sent_to_another_process(good_tree: Tree) -> None:
    for _, _, found in summaries(good_tree):
        assert pickle.loads(pickle.dumps(tuple(found))) == tuple(found)


def test_each_id_that_a_file_gives_stands_at_its_path(good_tree: Tree) -> None:
    kinds = set()
    for path, data in good_tree.files.items():
        role, (values, _) = role_of(path, good_tree.folder), read(data, path)
        if isinstance(role, FileRole) and values is not None:
            given, paths = defined_ids(role.kind, values), paths_of_ids(role.kind, values)
            assert {kind: [value_at(values, path) for path in at] for kind, at in paths.items()} == given
            kinds |= {kind for kind, ids in given.items() if ids}
    assert {"stage", "step", "used-stage", "pain", "solution", "finding"} <= kinds


def value_at(values: object, path: tuple[str | int, ...]) -> object:
    for part in path:
        values = values[part]  # type: ignore[index]
    return values


def test_both_readers_say_the_same_of_a_file(good_tree: Tree) -> None:
    for role, data, _ in summaries(good_tree):
        fast, full = parse_file(role, data), parse_summarized(role, data, None)
        assert said(fast) == said(full)


def said(one: ParsedFile) -> tuple[object, ...]:
    spots = [(spot.kind, spot.target, spot.position) for spot in one.locations.mentions]
    return one.model, one.defined, as_names(dict(one.named)), one.linked, one.locations.defined, spots


@pytest.mark.parametrize("link", ["channel:web", "ftp://example.com"])
def test_a_file_with_a_link_that_it_may_not_have_is_left_to_the_thorough_reader(link: str) -> None:
    assert summarize("persona", f"name: Ann\nsummary: See [it]({link})\n".encode()) is None


@pytest.mark.parametrize(
    "values",
    [
        {"personas": {"maya": {}}, "stages": [1, {"steps": {"name": []}}, {"steps": [None, {"pains": "one"}]}]},
        {"stages": [{"stage": [[1]], "steps": [{"id": {}, "emotion": [{}], "says": {"text": 1}, "pains": [[], 1]}]}]},
        {"lanes": [], "scope": "x", "links": [3], "evidence": [{"a": []}], "notes": [1]},
    ],
)
def test_values_of_any_shape_have_a_summary(values: dict[str, object]) -> None:
    for kind, model in MODELS.items():
        assert defined_ids(kind, values).keys() == paths_of_ids(kind, values).keys()
        assert set(link_targets(kind, values) or ()) <= {"journey"}
        assert set(ids_in(model, values)) <= {"persona", "stage", "evidence"}
