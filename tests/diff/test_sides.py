"""Only what a comparison needs is read, and the answer is that of the whole atlases."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_journeys.diff import Comparison
from mkdocs_journeys.diff.sides import load_sides
from mkdocs_journeys.load import load
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import worktree

HERE = Path(__file__).parent
GOOD = HERE.parent / "load" / "good"
CASES = sorted(path.name for path in (HERE / "cases").iterdir())


def tree(folder: Path, over: Path) -> Tree:
    shutil.copytree(GOOD, folder)
    if over.is_dir():
        shutil.copytree(over, folder, dirs_exist_ok=True)
    found = worktree(folder)
    return replace(found, files={path: data for path, data in found.files.items() if data})


def with_file(tree: Tree, path: str, data: bytes) -> Tree:
    return replace(tree, files={**tree.files, path: data})


@pytest.mark.parametrize("case", CASES)
def test_the_changes_are_those_of_the_whole_atlases(case: str, tmp_path: Path) -> None:
    old, new = (tree(tmp_path / side, HERE / "cases" / case / side) for side in ("old", "new"))
    (before, _), (after, _) = load_sides(old, new)
    whole_before, whole_after = load(old)[0], load(new)[0]
    assert before and after and whole_before and whole_after
    assert Comparison(before, after).changes == Comparison(whole_before, whole_after).changes


def test_files_that_are_the_same_on_both_sides_stay_unread(tmp_path: Path) -> None:
    one = tree(tmp_path / "old", tmp_path)
    other = with_file(one, "journeys/personas/ann.yml", b"name: Ann\n")
    (before, _), (after, _) = load_sides(one, other)
    assert before and after
    assert (list(before.sources), list(after.sources)) == (
        ["journeys/catalog.yml"],
        ["journeys/catalog.yml", "journeys/personas/ann.yml"],
    )


def test_what_a_changed_file_names_is_known_by_its_name(tmp_path: Path) -> None:
    one = tree(tmp_path / "old", tmp_path)
    path = "journeys/maps/buy-later.yml"
    other = with_file(one, path, one.files[path] + b"        pains: [hidden-fees]\n        emotion: {tom: 1}\n")
    (before, _), (after, _) = load_sides(one, other)
    assert before and after
    assert [change.text for change in Comparison(before, after).changes] == [
        "*The full price shows only at checkout* (pain) is now felt also at *Pays by card*",
        "*Pays by card* for *Tom*: the emotion is now known as positive",
    ]


def test_the_journeys_may_lie_in_folders_of_other_names(tmp_path: Path) -> None:
    one = tree(tmp_path / "old", tmp_path)
    files = {path.replace("journeys/", "docs/cx/", 1): data for path, data in one.files.items()}
    (before, _), (after, _) = load_sides(one, Tree(files, frozenset(), (), "docs/cx"))
    assert before and after
    assert Comparison(before, after).changes == []


def test_a_side_with_a_mistake_has_no_atlas_but_all_its_errors(tmp_path: Path) -> None:
    one = tree(tmp_path / "old", tmp_path)
    broken = with_file(one, "journeys/personas/ann.yml", b"nmae: Ann\n")
    (before, none), (after, errors) = load_sides(one, broken)
    assert before and none == []
    assert after is None
    assert errors == load(broken)[1]


def test_a_mistake_in_a_file_that_did_not_change_is_no_obstacle(tmp_path: Path) -> None:
    broken = with_file(tree(tmp_path / "old", tmp_path), "journeys/personas/ann.yml", b"nmae: Ann\n")
    other = with_file(broken, "journeys/personas/bob.yml", b"name: Bob\n")
    (before, _), (after, _) = load_sides(broken, other)
    assert before and after
    assert [change.text for change in Comparison(before, after).changes] == ["New persona: *Bob*"]


def test_without_a_catalog_there_is_no_atlas(tmp_path: Path) -> None:
    one = tree(tmp_path / "old", tmp_path)
    (before, errors), (after, _) = load_sides(Tree(), one)
    assert before is None and after
    assert [problem.rule for problem in errors] == ["file-missing"]


def test_a_place_that_the_catalog_does_not_know_stands_in_no_way(tmp_path: Path) -> None:
    one = tree(tmp_path / "old", tmp_path)
    path = "journeys/maps/buy-later.yml"
    text = (
        b"title: Buy later\npersonas: maya\nstages: [{stage: decision, steps: [{name: Pays, touchpoint: nowhere}]}]\n"
    )
    (before, _), (after, _) = load_sides(with_file(one, path, text), with_file(one, path, text.replace(b"Buy", b"Pay")))
    assert before and after
    assert [change.text for change in Comparison(before, after).changes] == [
        "The journey *Buy later* is now called *Pay later*"
    ]
