import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journeys.codeframe import frame, lines_of
from mkdocs_journeys.problem import Severity
from mkdocs_journeys.yamlfile import events, locate, read
from support.budgets import examples

SEEDS = [
    b"title: Trial\nstages:\n  - stage: a\n    steps:\n      - {name: 'x', emotion: -1}\n",
    'a: &a [1, "é\\n"]\r\nb: *a\r\nc: |\r\n  text\r\n# end\r\n'.encode(),
    *(path.read_bytes()[:2000] for path in sorted((Path(__file__).parent / "cases").iterdir())),
]
PIECES = [
    *(bytes([code]) for code in range(0x20, 0x7F)),
    b"\n",
    b"\r",
    b"\t",
    b"\0",
    b"\xff",
    b"\xc3",
    b": ",
    b"- ",
]
PIECES += [
    "\u2028".encode(),
    "\ufeff".encode(),
    "\u202e".encode(),
    "\ufffe".encode(),
    "😀".encode(),
    b"\n  ",
    b"<<: ",
]


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    data = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 3)))
        data = data[:start] + draw(st.sampled_from(PIECES)) + data[end:]
    return data


def assert_located(data: bytes) -> None:
    root, problems = read(data, "x.yml")
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    for problem in problems:
        position = problem.position
        assert 1 <= position.line <= len(lines)
        assert 1 <= position.column <= len(lines[position.line - 1]) + 1
        assert "\x1b" not in frame(problem, lines_of(text))
    assert root is not None or any(problem.severity is Severity.ERROR for problem in problems)
    assert problems == sorted(problems)


@settings(max_examples=examples(100), deadline=None)
@given(mutated())
def test_a_mutated_file_gives_located_problems_and_never_raises(data: bytes) -> None:
    assert_located(data)


@settings(max_examples=examples(50), deadline=None)
@given(
    st.binary(max_size=60)
    | st.text(alphabet="ab:-[]{}#&*!|>'\"%@`\\ \n\t,?0.~<\r\x85\ufeff", max_size=40).map(str.encode)
)
def test_arbitrary_bytes_give_located_problems_and_never_raise(data: bytes) -> None:
    assert_located(data)


@settings(max_examples=examples(25), deadline=None)
@given(mutated())
def test_the_pure_python_parser_is_held_to_the_same(data: bytes) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(events, "LOADER", events.yaml.SafeLoader)
        assert_located(data)


TEXT = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\u2028\u2029\ufffe\uffff\ufeff"),
    max_size=20,
)
KEYS = TEXT.filter(bool)
SCALARS = (
    TEXT | st.integers(-(10**13), 10**13) | st.floats(allow_nan=False, allow_infinity=False) | st.booleans() | st.none()
)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=15,
)


@settings(max_examples=examples(50), deadline=None)
@given(st.dictionaries(KEYS, JSON, max_size=4), st.sampled_from([None, 1, 4]), st.booleans())
def test_what_json_writes_reads_back_equal(value: dict[str, object], indent: int | None, escape: bool) -> None:
    text = json.dumps(value, ensure_ascii=escape, indent=indent)
    root, problems = read(text.encode(), "x.yml")
    assert root == value
    assert [problem for problem in problems if problem.severity is Severity.ERROR] == []
    for key in value:
        line, column = locate(root, (key,), key=True)
        assert text.split("\n")[line - 1][column - 1] == '"'
