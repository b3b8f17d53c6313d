"""A whole atlas as a JSON document, and back."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, FormatChecker

from exports.support_drawn import atlases
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.selection import selected
from mkdocs_journeys.exports.whole import whole_atlas
from mkdocs_journeys.imports.whole import files_of
from mkdocs_journeys.load import load
from mkdocs_journeys.schema import text_of
from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.sources.worktree import worktree
from support.budgets import examples

TESTS = Path(__file__).parents[1]
ROOTS = (TESTS.parent, TESTS / "load" / "good", TESTS / "lint" / "base", TESTS / "refactor" / "base")
every_atlas = pytest.mark.parametrize("root", ROOTS, ids=lambda root: root.name)


def loaded(tree: Tree) -> Atlas:
    found, problems = load(tree)
    assert found, problems
    return found


def read_back(data: bytes, assets: frozenset[str] = frozenset()) -> Atlas:
    texts, problems = files_of(data, "atlas.json", "journeys")
    assert problems == []
    files = {path: text.encode() for path, text in texts.items()}
    return loaded(Tree(folder="journeys", files=files, assets=assets))


def content(atlas: Atlas) -> Mapping[str, object]:
    """All that an atlas says, without where in its files that stands."""
    found = {name: getattr(atlas, name) for name in ("catalog", "journeys", "personas", "opportunities", "evidence")}
    figures = {
        name: {id: [replace(row, line=0) for row in rows] for id, rows in getattr(atlas, name).items()}
        for name in ("observations", "withheld")
    }
    observed = {id: [way._replace(line=0) for way in ways] for id, ways in atlas.observed.items()}
    return {**found, **figures, "observed": observed, "measure": atlas.measure}


@every_atlas
def test_an_atlas_comes_back_as_it_was(root: Path) -> None:
    tree = worktree(root)
    before = loaded(tree)
    data = whole_atlas(before, selected(before))
    after = read_back(data, tree.assets)
    assert content(after) == content(before)
    assert whole_atlas(after, selected(after)) == data


@settings(max_examples=examples(20))
@given(atlases())
def test_a_drawn_atlas_comes_back_as_it_was(before: Atlas) -> None:
    data = whole_atlas(before, selected(before))
    assert content(read_back(data)) == content(before)


@every_atlas
def test_the_schema_accepts_the_document(root: Path) -> None:
    atlas = loaded(worktree(root))
    validator = Draft7Validator(json.loads(text_of("atlas")), format_checker=FormatChecker(["date"]))
    document = json.loads(whole_atlas(atlas, selected(atlas)))
    assert [error.json_path for error in validator.iter_errors(document)] == []
    document["journeys"] = {"buy": {"titel": "x"}}
    assert [error.json_path for error in validator.iter_errors(document)] != []


def test_the_committed_schema_is_what_the_models_make(repository_root: Path) -> None:
    schema = json.loads(text_of("atlas"))
    Draft7Validator.check_schema(schema)
    committed = (repository_root / "schema" / "atlas.json").read_text("utf-8")
    assert committed == text_of("atlas"), "write it again with: journeys schema atlas --output schema"


def document_of(root: Path) -> bytes:
    atlas = loaded(worktree(root))
    return whole_atlas(atlas, selected(atlas))


GOOD = document_of(TESTS / "load" / "good")


def test_whole_numbers_are_written_as_such_and_what_is_left_out_stays_so() -> None:
    atlas = loaded(worktree(TESTS / "load" / "good"))
    document = json.loads(whole_atlas(atlas, selected(atlas)))
    pain = document["journeys"]["buy"]["stages"][0]["steps"][0]["pains"][0]
    assert (pain["reach"], type(pain["reach"])) == (40, int)
    assert "status" not in pain


VALUES = st.sampled_from(
    [
        None,
        True,
        -1,
        1e400,
        2**70,
        "",
        " ",
        "\ud83d",
        "\x00",
        "a\nb",
        "=1",
        [],
        [[]],
        [[["a"]]],
        {},
        {"": 1},
        {"id": "x"},
    ]
)
"""What stands in no place of a document, or in few."""


@settings(max_examples=examples(20))
@given(st.data())
def test_whatever_stands_anywhere_in_a_document_is_read_or_told(data: st.DataObject) -> None:
    document = json.loads(GOOD)
    here = document
    while True:
        key = data.draw(st.sampled_from(list(here) if isinstance(here, dict) else range(len(here))))
        inside = here[key]
        if not (isinstance(inside, dict | list) and inside) or data.draw(st.integers(0, 4)) == 0:
            break
        here = inside
    here[key] = data.draw(VALUES)
    texts, problems = files_of(json.dumps(document).encode(), "atlas.json", "journeys")
    assert bool(texts) != bool(problems)
    load(Tree({path: text.encode() for path, text in texts.items()}))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "No JSON"),
        ("[]", "The document is no mapping."),
        ("{}", "It has no `catalog`."),
        ('{"catalog": []}', "catalog is no mapping."),
        ('{"catalog": {"format": 1, "name": "A"}, "maps": {}}', "There is no key 'maps' in such a document."),
        (
            '{"catalog": {"format": 1, "name": "A"}, "figures": {"a": [{"date": "2026-01-31", "note": "\\ud83d"}]}}',
            "journeys/metrics/a.csv would hold half a character, such as \\ud83d alone.",
        ),
        ('{"catalog": {"format": 1, "name": NaN}}', "NaN is no number that can be written."),
        ('{"catalog": {"format": 1, "name": "A"}, "personas": {"../x": {}}}', "personas has '../x', which is no id"),
        ('{"catalog": {"format": 1, "name": "A"}, "personas": {"x": {}}}', "personas.x.name: Field required."),
        (
            '{"catalog": {"format": 1, "name": "A"}, "journeys": {"x": {"group": "../.."}}}',
            "journeys.x.group is no group",
        ),
        ('{"catalog": {"format": 1, "name": "A"}, "figures": {"x": 1}}', "figures.x is no list."),
        ('{"catalog": {"format": 1, "name": "A"}, "figures": {"x": [{"a": 1}]}}', "figures.x has 'a', which cannot be"),
        ('{"catalog": ' + "[" * 100_000, "It is nested too deeply."),
    ],
)
def test_a_document_that_is_none_is_a_problem(text: str, said: str) -> None:
    texts, problems = files_of(text.encode(), "atlas.json", "journeys")
    assert texts == {}
    (problem,) = problems
    assert said in problem.message
