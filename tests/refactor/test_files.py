"""The files of an atlas as refactorings see them."""

import pytest

from mkdocs_journeys.problem import Position, Problem
from mkdocs_journeys.refactor.files import AtlasFiles, Home, noun, read_files
from mkdocs_journeys.refactor.outcome import Refusal
from mkdocs_journeys.sources.tree import Tree
from refactor.support_trees import CATALOG, TRY_IT, base


def files(tree: Tree) -> AtlasFiles:
    found = read_files(tree)
    assert isinstance(found, AtlasFiles)
    return found


@pytest.mark.parametrize(
    ("kind", "id", "file", "path"),
    [
        ("journey", "try-it", TRY_IT, ()),
        ("pain", "no-trial", TRY_IT, ("stages", 0, "steps", 0, "pains", 1)),
        ("step", "try-it/pay", TRY_IT, ("stages", 1, "steps", 1)),
        ("touchpoint", "help-line", CATALOG, ("touchpoints", 2)),
        ("finding", "interviews/ask-a-peer", "journeys/evidence/interviews.yml", ("findings", 1)),
    ],
)
def test_everything_is_found_where_it_is_defined(kind: str, id: str, file: str, path: tuple[object, ...]) -> None:
    home = files(base()).find(kind, id)
    assert isinstance(home, Home)
    assert (home.file, home.path) == (file, path)


def test_figures_are_no_metric() -> None:
    found = files(base())
    assert found.ids("figures") == ["conversion"]
    assert found.ids("metric") == ["conversion", "visits"]


def test_words_for_things_are_those_of_messages() -> None:
    assert [noun(kind) for kind in ("evidence", "pain", "step", "finding")] == ["study", "pain", "step", "finding"]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("journeys/maps/new.yml", b"title: [\n"),
        ("journeys/maps/new.yml", b"\xff\xfe"),
        ("journeys/maps/new.yaml", b"title: x\n"),
        ("journeys/maps/New one.yml", b"title: x\n"),
        ("journeys/personas/below/new.csv.yml", b"name: x\n"),
        ("journeys/metrics/visits.csv", b"date,valu\n"),
        ("journeys/metrics/visits.csv", b"\xff"),
    ],
)
def test_a_file_that_cannot_be_read_whole_is_a_refusal(path: str, content: bytes) -> None:
    found = read_files(Tree({**base().files, path: content}))
    assert isinstance(found, Refusal)
    assert found.message.startswith(f"{path}:")
    assert found.hint == "Mend that first."


def test_so_is_one_that_could_not_even_be_opened() -> None:
    problem = Problem("file-link", Position("journeys/maps/x.yml", 1, 1), "This is a link.")
    assert isinstance(read_files(Tree(base().files, problems=(problem,))), Refusal)


def test_a_warning_or_a_wrong_value_is_none() -> None:
    more = {"journeys/notes/x.yml": b"title: x\n", "journeys/metrics/visits.csv": b"date,value\n2026-01-01,many\n"}
    assert isinstance(read_files(Tree({**base().files, **more})), AtlasFiles)


def test_an_atlas_without_any_file_holds_nothing() -> None:
    assert files(Tree()).find("pain", "x") == Refusal("There is no pain 'x'.")
