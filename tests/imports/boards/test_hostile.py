"""Files that are not what they say, cut or made by somebody with bad intentions: one problem, and no traceback."""

import json
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imports.boards.support_boards import CASES, canvas, only, pains
from mkdocs_journeys.imports.boards.reading import READERS, READERS_OF_PARTS, understood_board
from mkdocs_journeys.imports.plan import plan_import
from mkdocs_journeys.imports.preview import preview_of
from mkdocs_journeys.load import load
from mkdocs_journeys.problem import Problem, Severity
from mkdocs_journeys.sources.tree import Tree


@pytest.mark.parametrize("format_", [*READERS, *READERS_OF_PARTS])
@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"[]", b"null", b'{"a": [1, 2', b"\x89PNG\r\n\x1a\n\0\0", b"just words", b"[" * 100_000, b"1" * 9000],
    ids=["empty", "{}", "[]", "null", "truncated", "picture", "words", "deep", "long number"],
)
def test_a_file_of_another_kind_is_one_problem_with_a_place(format_: str, data: bytes) -> None:
    found = understood_board(format_, data, "maps/a.bin")
    assert not found.journeys
    (problem,) = found.problems
    assert problem.position.file == "maps/a.bin" and problem.message.endswith(".")


def test_the_board_of_another_program_is_told() -> None:
    for case in CASES:
        for name, reader in READERS.items():
            for path in case.glob("board*"):
                if not case.name.startswith(name):
                    assert isinstance(reader(path.read_bytes(), path.name), Problem), (case.name, name)


KEYS = [
    "id", "type", "x", "y", "width", "height", "text", "data", "content", "position", "geometry", "parent",
    "nodes", "elements", "records", "document", "children", "value", "edges", "fromNode", "toNode", "startItem",
    "endItem", "props", "richText", "parentId", "typeName", "frameId", "containerId", "w", "h", "color",
    "style", "absoluteBoundingBox", "characters", "fills", "name", "title", "label",
]  # fmt: skip
VALUES = [
    "note", "text", "frame", "group", "shape", "sticky_note", "STICKY", "SECTION", "CANVAS", "area", "arrow",
    "rectangle", "Steps", "Pains", "1", "#ff0000", "<b>",
]  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(VALUES),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=8),
    max_leaves=40,
)
WHOLE = st.dictionaries(
    st.sampled_from(["nodes", "elements", "records", "value", "data", "document"]), JSON, max_size=3
)


@given(value=WHOLE | JSON, format_=st.sampled_from([*READERS, *READERS_OF_PARTS]))
def test_no_json_breaks_a_reader(value: Any, format_: str) -> None:
    data = json.dumps(value).encode()
    found = understood_board(format_, data, "a")
    assert bool(found.journeys) != bool(found.problems)


@given(st.data())
def test_a_board_that_is_cut_or_has_wrong_bytes_never_breaks_a_reader(data: st.DataObject) -> None:
    case = data.draw(st.sampled_from(CASES))
    path = next(iter(sorted(case.glob("board*"))))
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(0, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    content = content[: data.draw(st.integers(0, len(content)) | st.just(len(content)))]
    name = case.name.partition("-")[0]
    found = understood_board(name, bytes(content), path.name)
    assert found.journeys or found.problems


def test_hostile_texts_stay_texts() -> None:
    first = "{{ 7*7 }} !!python/object:x"
    found = only(canvas((first, 0, 0, "3"), ("\x1b[31m<script>", 300, 0, "3"), ("- &a *b", 0, 200, "1")))
    assert pains(found) == {first: ["- &a *b"]}


TEXTS = [
    "Steps", "Pains", "Emotion", "Stage", "Touchpoints", "KPIs", "Persona: Ann", "Line of visibility", "Goal", "Who",
    "😀", "3", "", "Sees it", "Buys it", "a\nb", "Pain points\nWhat hurts?", "A title that goes on and on",
]  # fmt: skip
SIZES = st.sampled_from([0, 1, 40, 100, 200, 900, 4000])
PLACES = st.integers(-6, 6).map(lambda at: at * 130) | st.integers(-3000, 3000)
NODES = st.lists(
    st.fixed_dictionaries(
        {"id": st.sampled_from("abcdefgh"), "type": st.sampled_from(["text", "text", "text", "group"]),
         "text": st.sampled_from(TEXTS), "label": st.sampled_from(TEXTS), "x": PLACES, "y": PLACES, "width": SIZES,
         "height": SIZES, "color": st.sampled_from(["1", "3", "4", "5", "6", "", "#ffffff"])},
    ),
    max_size=14,
)  # fmt: skip
EDGES = st.lists(
    st.fixed_dictionaries({"fromNode": st.sampled_from("abcdefgh"), "toNode": st.sampled_from("abcdefgh")}), max_size=6
)


@given(nodes=NODES, edges=EDGES)
def test_no_board_breaks_what_reads_it(nodes: list[dict[str, Any]], edges: list[dict[str, Any]]) -> None:
    found = understood_board("jsoncanvas", json.dumps({"nodes": nodes, "edges": edges}).encode(), "a.canvas")
    assert bool(found.journeys) != bool(found.problems)
    assert all(stage.steps for journey in found.journeys for stage in journey.stages)
    if found.journeys:
        plan = plan_import(Tree(), found.journeys)
        _, problems = load(Tree({file.path: file.text.encode() for file in plan.files}))
        assert [str(problem) for problem in problems if problem.severity == Severity.ERROR] == []
        assert fromstring(preview_of(found.drawings)).tag.endswith("svg")
