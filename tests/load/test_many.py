"""Files read by two processes are what one process reads."""

import os
from pathlib import Path

import pytest

from mkdocs_journeys.load import Place, Tree, document, documents, load, many, place_of
from mkdocs_journeys.yamlfile import ahead, everyday


@pytest.fixture(params=[0, 1 << 40], ids=["two processes", "one process"])
def large_from(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(ahead, "LARGE", request.param)
    monkeypatch.setattr(ahead, "may_copy", lambda: hasattr(os, "fork"))
    return int(request.param)


@pytest.mark.usefixtures("large_from")
def test_every_file_is_parsed_as_by_itself(good_tree: Tree) -> None:
    found = [place_of(path, good_tree.folder) for path in good_tree.files]
    places = [place for place in found if isinstance(place, Place)]
    assert documents(places, good_tree.files) == [document(place, good_tree.files[place.path]) for place in places]


@pytest.mark.usefixtures("large_from")
def test_the_problems_are_the_same_too(good_tree: Tree) -> None:
    files = dict(good_tree.files) | {
        "journeys/maps/buy.yml": b"titel: [",
        "journeys/personas/maya.yml": b"name: no\n",
        "journeys/evidence/more.yml": b"title: &a More\ndate: 2026-13-01\n",
    }
    tree = Tree(files, good_tree.assets)
    assert load(tree) == load(tree, document)


@pytest.mark.usefixtures("large_from")
def test_an_empty_tree_has_no_documents() -> None:
    assert documents([], {}) == []


def test_a_small_atlas_asks_for_no_second_process(good_tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "may_copy", lambda: pytest.fail("asked"))
    assert load(good_tree)[0] is not None


def test_a_large_atlas_is_read_with_figures_and_all(repository_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from mkdocs_journeys.trees import worktree

    tree = worktree(repository_root)
    alone = load(tree)
    monkeypatch.setattr(ahead, "LARGE", 1)
    assert load(tree) == alone


def test_files_that_somebody_else_has_read_are_not_read_again(good_tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = load(good_tree)
    read = [(path, everyday(data)) for path, data in reversed(good_tree.files.items()) if path.endswith(".yml")]
    monkeypatch.setattr(many, "reading", lambda *_: pytest.fail("read"))
    monkeypatch.setattr(many, "document", lambda *of: document(*of) if of[0].kind == "figures" else pytest.fail("read"))
    assert load(good_tree, ahead=[*read, ("journeys/README.yml", None)]) == expected
