"""From a tree to an atlas, once and again."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.load import Loader, load, loader
from mkdocs_journeys.load.loader import File
from mkdocs_journeys.model import Pain
from mkdocs_journeys.problem import Position, Problem, Severity
from mkdocs_journeys.sources.tree import Tree
from support.processes import PYTHON, run

PERSONA = "journeys/personas/maya.yml"
JOURNEY = b"title: Buy\npersonas: maya\nstages:\n  - stage: decision\n    steps:\n      - name: Pays\n"
CATALOG = b"format: 1\nstages: [{id: decision, name: Decision}]\n"
SMALL = {
    "journeys/catalog.yml": CATALOG,
    "journeys/maps/buy.yml": JOURNEY,
    "journeys/personas/maya.yml": b"name: Maya\n",
}


def loaded(files: Mapping[str, bytes]) -> Atlas:
    atlas, problems = load(Tree(files))
    assert problems == []
    assert atlas is not None
    return atlas


def complaints(files: Mapping[str, bytes]) -> list[str]:
    atlas, problems = load(Tree(files))
    assert atlas is None
    return [str(problem) for problem in problems]


def test_an_atlas_that_uses_every_field_has_no_mistake(good_tree: Tree) -> None:
    atlas, problems = load(good_tree)
    assert problems == []
    assert atlas is not None
    assert list(atlas.journeys) == ["buy-later", "buy", "claim", "whole-life"]
    assert list(atlas.personas) == ["maya", "tom"]
    assert list(atlas.opportunities) == ["one-price"]
    assert list(atlas.evidence) == ["interviews"]


def test_a_file_s_name_is_its_id_and_its_folder_its_group(good_tree: Tree) -> None:
    atlas, _ = load(good_tree)
    assert atlas is not None
    journey = atlas.journeys["whole-life"]
    assert (journey.id, journey.group) == ("whole-life", "service")
    assert journey.path == "journeys/maps/service/whole-life.yml"


def test_the_read_files_and_the_pictures_are_kept(good_tree: Tree) -> None:
    atlas, _ = load(good_tree)
    assert atlas is not None
    source = atlas.sources["journeys/maps/buy.yml"]
    assert source.locate(("stages", 1, "steps", 0, "name")) == (81, 15)
    assert atlas.assets == {"journeys/assets/maya.png", "journeys/assets/price-list.png"}
    assert set(atlas.sources) == {path for path in good_tree.files if path.endswith(".yml")}


def test_an_empty_tree_asks_for_a_catalog() -> None:
    atlas, problems = load(Tree({}))
    assert atlas is None
    assert [str(problem) for problem in problems] == [
        "journeys/catalog.yml:1:1: error[file-missing] There is no catalog.yml in journeys/."
    ]
    assert "format: 1" in problems[0].hint


def test_without_a_catalog_its_names_are_not_called_unknown() -> None:
    files = {path: data for path, data in SMALL.items() if "catalog" not in path}
    assert complaints(files) == ["journeys/catalog.yml:1:1: error[file-missing] There is no catalog.yml in journeys/."]


def test_another_folder_may_hold_the_journeys() -> None:
    files = {path.replace("journeys/", "docs/cx/", 1): data for path, data in SMALL.items()}
    atlas, problems = load(Tree(files, folder="docs/cx"))
    assert problems == []
    assert atlas is not None and atlas.journeys["buy"].path == "docs/cx/maps/buy.yml"


@pytest.mark.parametrize("broken", [b"name: [", b"nam: Maya\n", b"", b"\xff"])
def test_a_broken_file_is_still_there_for_those_that_name_it(broken: bytes) -> None:
    found = complaints(SMALL | {"journeys/personas/maya.yml": broken})
    assert found
    assert all(line.startswith("journeys/personas/maya.yml:") for line in found)


def test_a_file_with_a_bad_name_is_still_there_for_those_that_name_it() -> None:
    files = {path.replace("maya.yml", "Maya.yml"): data for path, data in SMALL.items()}
    assert [line.split(" ")[1] for line in complaints(files)] == ["error[file-name]"]


def test_a_file_that_could_not_be_read_is_still_there_for_those_that_name_it() -> None:
    link = Problem("file-link", Position("journeys/personas/maya.yml", 1, 1), "A link.")
    files = {path: data for path, data in SMALL.items() if "maya" not in path}
    assert load(Tree(files, problems=(link,))) == (None, [link])


def test_a_catalog_with_a_mistake_still_gives_its_ids() -> None:
    catalog = CATALOG + b"colour: red\nteams: [{id: growth}]\n"
    found = complaints(SMALL | {"journeys/catalog.yml": catalog, "journeys/maps/buy.yml": JOURNEY + b"owner: growth\n"})
    assert [line.split(": ")[0] for line in found] == ["journeys/catalog.yml:3:1", "journeys/catalog.yml:4:9"]


def test_a_pain_may_stand_in_a_journey_that_cannot_be_read() -> None:
    files = SMALL | {
        "journeys/maps/other.yml": b"title: [",
        "journeys/opportunities/one.yml": b"title: How?\npains: [somewhere-else]\n",
    }
    assert [line.split(":")[0] for line in complaints(files)] == ["journeys/maps/other.yml"]


def test_a_finding_may_stand_in_a_study_that_cannot_be_read() -> None:
    files = SMALL | {
        "journeys/evidence/study.yml": b"title: [",
        "journeys/maps/buy.yml": JOURNEY + b"evidence: [study/first]\n",
    }
    assert [line.split(":")[0] for line in complaints(files)] == ["journeys/evidence/study.yml"]


def test_a_warning_does_not_stop_the_atlas() -> None:
    atlas, problems = load(Tree(SMALL | {"journeys/stray.yml": JOURNEY}))
    assert [problem.severity for problem in problems] == [Severity.WARNING]
    assert atlas is not None


def test_a_pain_given_twice_is_reported_with_the_place_of_the_first() -> None:
    pains = b"        pains: [{id: slow, title: Slow}]\n"
    files = SMALL | {
        "journeys/maps/buy.yml": JOURNEY + pains,
        "journeys/maps/pay.yml": JOURNEY + pains,
    }
    _, problems = load(Tree(files))
    assert [str(problem.position) for problem in problems] == ["journeys/maps/pay.yml:7:22"]
    assert problems[0].related == ((Position("journeys/maps/buy.yml", 7, 22), "first given here"),)


def test_an_ambiguous_reference_shows_every_meaning() -> None:
    catalog = CATALOG + b"teams:\n  - {id: a, name: A}\n  - {id: a, name: B}\n"
    _, problems = load(
        Tree(SMALL | {"journeys/catalog.yml": catalog, "journeys/maps/buy.yml": JOURNEY + b"owner: a\n"})
    )
    assert [(problem.rule, problem.position.line) for problem in problems] == [
        ("id-duplicate", 5),
        ("reference-ambiguous", 7),
    ]
    assert [position.line for position, _ in problems[1].related] == [4, 5]


def test_problems_come_in_the_order_of_files_and_lines() -> None:
    files = SMALL | {
        "journeys/personas/ann.yml": b"name: Ann\nshare: 130\nweather: x\n",
        "journeys/maps/pay.yml": JOURNEY + b"owner: x\nstatus: z\n",
    }
    _, problems = load(Tree(files))
    assert problems == sorted(problems)
    assert len(problems) == 4


def test_a_file_shows_a_hundred_mistakes_and_says_that_there_are_more() -> None:
    many = ", ".join(f"no-{number}" for number in range(500)).encode()
    files = SMALL | {"journeys/maps/pay.yml": JOURNEY + b"tags: x\nevidence: [" + many + b"]\n"}
    _, problems = load(Tree(files))
    assert len(problems) == 101
    assert {problem.rule for problem in problems} == {"field-type", "reference-unknown", "more"}


def test_many_things_of_one_id_do_not_drown_the_others() -> None:
    same = b"".join(b"  - {id: a, name: A}\n" for _ in range(500))
    _, problems = load(Tree(SMALL | {"journeys/catalog.yml": CATALOG + b"teams:\n" + same}))
    assert len(problems) == 101
    assert problems[-1].rule == "more"


def test_the_order_of_the_files_changes_nothing(good_tree: Tree) -> None:
    turned = replace(good_tree, files=dict(reversed(list(good_tree.files.items()))))
    assert load(turned) == load(good_tree)


def test_pictures_are_named_with_and_without_their_folder() -> None:
    persona = b"name: Maya\nimage: {src: %s, alt: Maya}\n"
    for name in (b"faces/maya.png", b"assets/faces/maya.png"):
        tree = Tree(
            SMALL | {"journeys/personas/maya.yml": persona % name},
            assets=frozenset({"journeys/assets/faces/maya.png"}),
        )
        assert load(tree)[1] == []


def test_a_pain_named_again_is_the_same_pain() -> None:
    again = b"      - name: Waits\n        pains: [slow]\n"
    atlas = loaded(SMALL | {"journeys/maps/buy.yml": JOURNEY + b"        pains: [{id: slow, title: Slow}]\n" + again})
    first, second = atlas.journeys["buy"].steps
    assert isinstance(first.pains[0], Pain)
    assert second.pains == ("slow",)
    assert [place.number for place in atlas.pains["slow"].places] == [1, 2]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The path of every file that is parsed."""
    paths: list[str] = []
    parse_files = loader.parse_files

    def counting(files: Sequence[File]) -> object:
        paths.extend(role.path for role, _ in files)
        return parse_files(files)

    monkeypatch.setattr(loader, "parse_files", counting)
    return paths


def test_a_loader_parses_only_what_changed(good_tree: Tree, asked: list[str]) -> None:
    known = Loader()
    first = known.load(good_tree)
    assert asked == sorted(good_tree.files)
    asked.clear()
    second = known.load(
        replace(good_tree, files={path: bytes(bytearray(data)) for path, data in good_tree.files.items()})
    )
    assert asked == []
    changed = replace(good_tree, files=dict(good_tree.files) | {PERSONA: good_tree.files[PERSONA] + b"# more\n"})
    third = known.load(changed)
    assert asked == [PERSONA]
    assert first == second == load(good_tree)
    assert third == load(changed)


def test_to_a_loader_a_file_that_moves_is_another_file(good_tree: Tree, asked: list[str]) -> None:
    known = Loader()
    known.load(good_tree)
    asked.clear()
    moved = {path.replace("maps/buy.", "maps/sales/buy."): data for path, data in good_tree.files.items()}
    found = known.load(replace(good_tree, files=moved))
    assert asked == ["journeys/maps/sales/buy.yml"]
    assert found == load(replace(good_tree, files=moved))


def test_a_loader_forgets_what_the_last_load_did_not_hold(good_tree: Tree, asked: list[str]) -> None:
    known = Loader()
    known.load(good_tree)
    known.load(Tree({PERSONA: good_tree.files[PERSONA]}))
    asked.clear()
    known.load(good_tree)
    assert asked == [path for path in sorted(good_tree.files) if path != PERSONA]


def test_files_read_by_several_processes_are_what_one_reads(repository_root: Path) -> None:
    code = """
import os, sys
from pathlib import Path
from mkdocs_journeys.load import load, loader
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import worktree
tree = worktree(Path(sys.argv[1]))
broken = {
    "journeys/maps/buy.yml": b"titel: [",
    "journeys/personas/maya.yml": b"name: no\\n",
    "journeys/evidence/more.yml": b"title: &a More\\ndate: 2026-13-01\\n",
}
trees = [tree, Tree(dict(tree.files) | broken, tree.assets)]
alone = [load(tree) for tree in trees]
forks, fork = [], os.fork
os.fork = lambda: forks.append(1) or fork()
os.sched_getaffinity = lambda _: {0, 1}
loader.LARGE = 0
print([load(tree) for tree in trees] == alone, len(forks))
"""
    for root in (repository_root, repository_root / "tests" / "load" / "good"):
        found = run([PYTHON, "-c", code, str(root)])
        assert found.stdout.split() == ["True", "2" if sys.platform == "linux" else "0"]


def test_a_field_is_not_taken_for_the_name_of_what_belongs_into_it() -> None:
    metrics = b"format: 1\nmetrics:\n  - {id: metrics, name: Metrics, kind: count}\n"
    files = {"journeys/catalog.yml": metrics, "journeys/opportunities/x.yml": b"title: X\nmetrics: 5\n"}
    _, problems = load(Tree(files))
    assert [problem.hint for problem in problems] == ["Put brackets around it: `metrics: [5]`."]
