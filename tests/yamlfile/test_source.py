"""A file's positions and texts, looked up when asked for."""

import pytest

from mkdocs_journeys.yamlfile import Source, everyday

TEXT = b"name: Maya\nshare: 1.10\ngoals:\n  - Be home by six\n"


@pytest.mark.parametrize("is_everyday", [True, False])
def test_both_ways_to_look_say_the_same(is_everyday: bool) -> None:
    assert everyday(TEXT) is not None
    source = Source(TEXT, "maya.yml", is_everyday)
    assert source.locate(("goals", 0)) == (4, 5)
    assert source.locate(("goals",), key=True) == (3, 1)


@pytest.mark.parametrize("is_everyday", [True, False])
def test_many_places_are_those_of_each_path_alone_even_behind_one_that_is_missing(is_everyday: bool) -> None:
    source = Source(TEXT, "maya.yml", is_everyday)
    wanted = [((), False), (("goals", 9), False), (("goals", 9, "text"), False), (("goals", 0), False)]
    wanted += [(("goals",), True), (("pains", 0), False), (("share",), False), (("share",), True)]
    assert source.locate_all(wanted) == [source.locate(path, key=key) for path, key in wanted]


def test_the_values_are_read_once_and_only_when_asked_for() -> None:
    source = Source(TEXT, "maya.yml", is_everyday=True)
    source.locate(("goals", 0))
    assert "root" not in vars(source)
    assert source.root is source.root == {"name": "Maya", "share": 1.1, "goals": ["Be home by six"]}


def test_sources_of_the_same_bytes_are_equal() -> None:
    one, other = Source(TEXT, "maya.yml"), Source(bytes(bytearray(TEXT)), "maya.yml")
    assert one.root == {"name": "Maya", "share": 1.1, "goals": ["Be home by six"]}
    assert one == other
    assert hash(one) == hash(other)


def test_a_file_without_any_values_has_its_places_at_its_start() -> None:
    assert Source(b"[", "x.yml").locate(("title",)) == (1, 1)
