"""Whatever is in a file, loading says what is wrong and where, and never raises."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.codeframe import frame, lines_of
from mkdocs_journeys.load import load
from mkdocs_journeys.sources.tree import Tree

GOOD = Path(__file__).parent / "good"
FILES = {path.relative_to(GOOD).as_posix(): path.read_bytes() for path in sorted(GOOD.rglob("*.yml"))} | {
    path.relative_to(GOOD).as_posix(): path.read_bytes() for path in sorted(GOOD.rglob("*.csv"))
}
ASSETS = frozenset(path.relative_to(GOOD).as_posix() for path in GOOD.rglob("*.png"))
HOSTILE = [
    b"\0",
    b"\xff",
    b"\xed\xa0\x80",
    b"\xe2\x80\xae",
    b"\x1b[31m",
    b"\r",
    b"\t",
    b"'",
    b'"',
    b"{",
    b"[",
    b"- ",
    b": ",
    b"? ",
    b"&a ",
    b"*a ",
    b"!!python/name:os.system ",
    b"<<: *a\n",
    b"---\n",
    b"%YAML 1.1\n",
    b"~",
    b"null",
    b"true",
    b"1e999",
    b"99999999999999999999",
    b"\\ud800",
    b"\xc2\x85",
    b"](pain:",
    b"](journey:x)",
    b"," * 40,
]
_LINE_END = re.compile(r"\r\n|\r|\n")


def loaded(files: dict[str, bytes]) -> None:
    """Load, and hold every problem to its file."""
    atlas, problems = load(Tree(files, ASSETS))
    assert (atlas is None) == any(problem.severity == "error" for problem in problems)
    assert all(not after < before for before, after in pairwise(problems))
    for problem in problems:
        text = files[problem.position.file].decode("utf-8-sig", "replace")
        lines = _LINE_END.split(text)
        assert 1 <= problem.position.line <= len(lines)
        assert 1 <= problem.position.column <= len(lines[problem.position.line - 1]) + 1
        assert problem.message.strip() and "\n" not in str(problem)
        assert "^" in frame(problem, lines_of(text))


@st.composite
def mutated(draw: st.DrawFn) -> dict[str, bytes]:
    """The good files, one of them with lines deleted, doubled, swapped, or with hostile bytes put in."""
    path = draw(st.sampled_from(sorted(FILES)))
    lines = FILES[path].splitlines(keepends=True)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        what = draw(st.sampled_from(["delete", "double", "replace", "insert"]))
        if what == "delete" and len(lines) > 1:
            del lines[at]
        elif what == "double":
            lines.insert(at, lines[at])
        elif what == "replace":
            lines[at] = draw(st.sampled_from(lines))
        else:
            column = draw(st.integers(0, len(lines[at])))
            lines[at] = lines[at][:column] + draw(st.sampled_from(HOSTILE)) + lines[at][column:]
    return FILES | {path: b"".join(lines)}


@given(mutated())
def test_a_mutated_file_gives_located_problems_and_never_raises(files: dict[str, bytes]) -> None:
    loaded(files)


@given(st.sampled_from(sorted(FILES)), st.binary(max_size=200))
def test_any_bytes_at_all_give_located_problems_and_never_raise(path: str, data: bytes) -> None:
    loaded(FILES | {path: data})


VALUES = st.recursive(
    st.sampled_from(["~", "true", "1", "-2.5", "x", '"x y"', "buy", "2026-01-01", "[]", "{}", '"javascript:x"']),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(
            st.sampled_from(["id", "name", "mapping", "plain", "[key]", "evidence"]), inner, max_size=2
        ).map(lambda pairs: "{" + ", ".join(f'"{key}": {value}' for key, value in pairs.items()) + "}"),
    ),
    max_leaves=5,
)


@given(st.sampled_from(sorted(path for path in FILES if path.endswith(".yml"))), st.data())
def test_any_value_in_any_field_gives_located_problems(path: str, data: st.DataObject) -> None:
    lines = FILES[path].decode().splitlines()
    at = data.draw(st.sampled_from([n for n, line in enumerate(lines) if re.match(r"[ -]*\w+:", line)]))
    lines[at] = lines[at].partition(":")[0] + ": " + data.draw(VALUES)
    loaded(FILES | {path: "\n".join(lines).encode()})


@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
def test_foreign_line_ends_change_nothing(end: bytes) -> None:
    files = {path: data.replace(b"\n", end) for path, data in FILES.items()}
    assert load(Tree(files, ASSETS))[1] == []
