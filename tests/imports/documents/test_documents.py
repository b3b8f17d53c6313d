"""Documents of other programs, and the journeys that they are: each folder of `cases` is one, named after its format.

Written anew by `PYTHONPATH=tests python -m imports.documents.test_documents`; read what has changed before a commit.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.imports.documents.xmltext import parsed_xml
from mkdocs_journeys.imports.draft import Understood
from mkdocs_journeys.imports.formats import FORMATS
from mkdocs_journeys.imports.plan import plan_import
from mkdocs_journeys.load import load
from mkdocs_journeys.problem import Problem, Severity
from mkdocs_journeys.sources.tree import Tree

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir())
every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
every_format = pytest.mark.parametrize("format_", ["cjml", "blueprint"])


def understood(case: Path) -> Understood:
    (source,) = case.glob("source.*")
    return FORMATS[case.name.partition("-")[0]](source.read_bytes(), source.name, {})


def written(case: Path) -> str:
    files = plan_import(Tree(), understood(case).journeys).files
    return "".join(f"--- # {file.path}\n{file.text}" for file in files if "/personas/" not in file.path)


@every_case
def test_a_document_becomes_the_files_beside_it(case: Path) -> None:
    assert understood(case).problems == ()
    assert written(case) == (case / "expected.yml").read_text("utf-8")


@every_case
def test_what_is_made_of_a_document_is_a_valid_atlas(case: Path) -> None:
    files = plan_import(Tree(), understood(case).journeys).files
    atlas, problems = load(Tree({file.path: file.text.encode() for file in files}))
    assert atlas
    assert [str(problem) for problem in problems if problem.severity == Severity.ERROR] == []


@every_format
@pytest.mark.parametrize(
    "data",
    [
        b"", b"{}", b"[]", b"null", b'{"a": [1', b"\x89PNG\0\0", b"words", b"[" * 100_000, b"<a>" * 100_000, b"<a/>",
        b"<cjml/>", b"<CJML><plannedJourney/></CJML>",
        b'{"lifecycle": {"phases": [3, {"scenarios": [{"paths": [{"cells": 3}]}]}]}}',
    ],
    ids=[
        "empty", "{}", "[]", "null", "cut", "picture", "words", "deep", "deep XML", "XML", "cjml", "no points",
        "no cells",
    ],
)  # fmt: skip
def test_a_file_of_another_kind_is_one_problem_with_a_place(format_: str, data: bytes) -> None:
    found = FORMATS[format_](data, "maps/a.bin", {})
    assert not found.journeys
    (problem,) = found.problems
    assert problem.position.file == "maps/a.bin" and problem.message.endswith(".")


LAUGHS = '<?xml version="1.0"?>\n<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n<CJML>&b;</CJML>'
OUTSIDE = '<CJML>\n  <!DOCTYPE l SYSTEM "file:///etc/passwd"></CJML>'


@pytest.mark.parametrize(("text", "place"), [(LAUGHS, (2, 1)), (OUTSIDE, (2, 3))], ids=["laughs", "outside"])
def test_a_document_type_is_refused_where_it_stands(text: str, place: tuple[int, int]) -> None:
    found = parsed_xml(text, "a.xml", "")
    assert isinstance(found, Problem)
    assert (found.position.line, found.position.column) == place
    assert found.message == "This XML declares a document type, which no such file does."


KEYS = [
    "lifecycle", "phases", "scenarios", "paths", "layers", "cells", "steps", "path_steps", "triggers", "source",
    "target", "key", "name", "role", "order", "layer", "step", "content", "links", "value_props", "evidence", "locales",
    "en",
]  # fmt: skip
VALUES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(["a", "b", "en", "customer_actions", ""])
)
JSON = st.recursive(
    VALUES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=30,
)


@given(phase=st.dictionaries(st.sampled_from(KEYS), JSON), path=st.dictionaries(st.sampled_from(KEYS), JSON))
def test_no_json_breaks_the_reader_of_blueprints(phase: dict[str, Any], path: dict[str, Any]) -> None:
    whole = {"locales": path.get("locales"), "lifecycle": {"phases": [phase, {"scenarios": [{"paths": [path]}]}]}}
    found = FORMATS["blueprint"](json.dumps(whole).encode(), "a.json", {})
    assert bool(found.journeys) != bool(found.problems)


@given(st.data())
def test_a_document_that_is_cut_or_has_wrong_bytes_never_breaks_a_reader(data: st.DataObject) -> None:
    case = data.draw(st.sampled_from(CASES))
    (source,) = case.glob("source.*")
    content = bytearray(source.read_bytes())
    for _ in range(data.draw(st.integers(0, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    content = content[: data.draw(st.integers(0, len(content)) | st.just(len(content)))]
    found = FORMATS[case.name.partition("-")[0]](bytes(content), source.name, {})
    assert found.journeys or found.problems
    if found.journeys:
        files = plan_import(Tree(), found.journeys).files
        _, problems = load(Tree({file.path: file.text.encode() for file in files}))
        assert [str(problem) for problem in problems if problem.severity == Severity.ERROR] == []


if __name__ == "__main__":
    for one in CASES:
        (one / "expected.yml").write_text(written(one), "utf-8")
