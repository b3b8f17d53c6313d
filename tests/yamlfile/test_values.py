import copy
import pickle

import pytest

from mkdocs_journeys.yamlfile import Map, Seq, locate, read, source_text
from mkdocs_journeys.yamlfile.values import differences

TEXT = b"""\
title: Trial
stages:
  - stage: consideration
    steps: [{name: Compares, reach: 1.10}, 007]
  - ~
other: *gone
last: yes
"""


@pytest.fixture
def root() -> Map:
    found, _ = read(TEXT, "x.yml")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), (1, 1), (1, 1)),
        (("title",), (1, 8), (1, 1)),
        (("stages",), (3, 3), (2, 1)),
        (("stages", 0), (3, 5), (3, 5)),
        (("stages", 0, "steps"), (4, 12), (4, 5)),
        (("stages", 0, "steps", 0, "reach"), (4, 37), (4, 30)),
        (("stages", 1), (5, 5), (5, 5)),
        (("last",), (7, 7), (7, 1)),
    ],
)
def test_every_key_and_value_knows_its_place(
    root: Map, path: tuple[str | int, ...], value: tuple[int, int], key: tuple[int, int]
) -> None:
    assert locate(root, path) == value
    assert locate(root, path, key=True) == key


@pytest.mark.parametrize(
    "path", [("gone",), (0,), ("stages", 9), ("stages", -1), ("stages", "x"), ("title", 0), ("title", "x", 3)]
)
def test_a_path_that_is_absent_leads_to_the_nearest_parent(root: Map, path: tuple[str | int, ...]) -> None:
    assert locate(root, path) == locate(root, path[:1] if path[0] in root else ())


def test_numbers_and_null_keep_their_source_text(root: Map) -> None:
    assert source_text(root, ("stages", 0, "steps", 0, "reach")) == "1.10"
    assert source_text(root, ("stages", 0, "steps", 1)) == "007"
    assert source_text(root, ("stages", 1)) == "~"


@pytest.mark.parametrize("path", [(), ("title",), ("last",), ("gone",), ("gone", 1), ("stages", 7, "x"), ("stages",)])
def test_text_and_containers_have_no_source_text(root: Map, path: tuple[str | int, ...]) -> None:
    assert source_text(root, path) is None


def test_places_survive_a_refused_key() -> None:
    root, _ = read(b"a: 1\na: [2]\n<<: 3\nb: 4\n", "x.yml")
    assert root is not None
    assert locate(root, ("a",)) == (1, 4)
    assert locate(root, ("b",), key=True) == (4, 1)


def test_an_alias_has_its_own_place_and_its_parts_the_place_of_the_anchor() -> None:
    root, _ = read(b"a: &a {x: 1}\nb: *a\n", "x.yml")
    assert root is not None
    assert locate(root, ("b",)) == (2, 4)
    assert locate(root, ("b", "x")) == (1, 11)


def test_columns_count_characters_not_bytes() -> None:
    root, _ = read("ключ: {😀: é, x: 1}\n".encode(), "x.yml")
    assert root is not None
    assert locate(root, ("ключ", "x"), key=True) == (1, 14)


def test_copies_keep_their_places(root: Map) -> None:
    for copied in (copy.deepcopy(root), pickle.loads(pickle.dumps(root))):
        assert copied == root
        assert locate(copied, ("stages", 0, "steps")) == (4, 12)


def test_values_made_by_hand_stand_at_the_start() -> None:
    assert locate(Map(a=Seq([1])), ("a", 0)) == (1, 1)
    assert source_text(Map(a=1), ("a",)) is None


def test_a_list_that_grew_differs_whatever_else_is_equal() -> None:
    assert len(list(differences([1], [1, 2]))) == 1
    assert len(list(differences({"a": 1}, {"a": 1, "b": 2}))) == 1
