"""Items and fields are cut out and put in with their comments, and every other byte stays."""

from collections.abc import Sequence
from typing import Any

import pytest

from mkdocs_journeys.yamlfile import read
from mkdocs_journeys.yamlfile.editing.blocks import (
    Lines,
    appended,
    expansion,
    insertion,
    item,
    lines_of,
    removal,
    replacement,
    shifted,
)
from mkdocs_journeys.yamlfile.editing.edit import Edit
from mkdocs_journeys.yamlfile.editing.layout import Layout

TEXT = """\
# top
title: x

steps:
  # above the first
  - name: one
    # inside
    says: [a, "b" , {c: d}]  # behind
    # at the end of the first

  # of nobody

  # above the second
  # in two lines
  - name: two
    text: |
      - no item
      # no comment

  -   name: three
      deep:
      - p
      - q
# at the end
last: {a: 1, b: 2}
"""
PATHS: list[tuple[str | int, ...]] = [
    *(("steps", number) for number in range(3)),
    *(("steps", 0, field) for field in ("name", "says")),
    *(("steps", 0, "says", number) for number in range(3)),
    ("steps", 2, "deep"),
    ("steps", 2, "deep", 0),
    ("steps", 2, "deep", 1),
    ("last", "a"),
    ("last", "b"),
    ("title",),
    ("last",),
]
ENDS = ["\n", "\r\n", "\r"]


def layout(text: str = TEXT) -> Layout:
    found = Layout.from_bytes(text.encode())
    assert found
    return found


def after(text: str, *edits: Edit | None) -> str:
    assert None not in edits
    return layout(text).source.applied(*[edit for edit in edits if edit]).decode()


def values(text: str) -> Any:
    found, problems = read(text.encode(), "f")
    assert problems == []
    return found


def without(text: str, path: Sequence[str | int]) -> Any:
    """The values of a text without what is at a path."""
    found = inner = values(text)
    for part in path[:-1]:
        inner = inner[part]
    del inner[path[-1]]
    return found


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("path", PATHS, ids=str)
def test_what_is_taken_out_is_gone_and_nothing_else(path: tuple[str | int, ...], end: str) -> None:
    text = TEXT.replace("\n", end)
    assert values(after(text, removal(layout(text), path))) == without(text, path)


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("path", [path for path in PATHS if isinstance(path[-1], int)], ids=str)
@pytest.mark.parametrize("at", range(4))
def test_an_item_is_put_in_anywhere(path: tuple[str | int, ...], at: int, end: str) -> None:
    text = TEXT.replace("\n", end)
    lines = lines_of(layout(text), path)
    assert lines
    wanted = values(text)
    moved = wanted
    for part in path:
        moved = moved[part]
    wanted["steps"].insert(at, moved)
    found = after(text, insertion(layout(text), ("steps",), at, lines))
    assert values(found) == wanted
    assert set(found) & {"\r", "\n"} == set(end)


def test_an_item_goes_with_the_comments_that_belong_to_it() -> None:
    first, second = lines_of(layout(), ("steps", 0)), lines_of(layout(), ("steps", 1))
    assert first and second
    assert first.text.split("\n")[0] == "  # above the first"
    assert first.text.split("\n")[-2:] == ["    # at the end of the first", ""]
    assert second.text.split("\n")[:2] == ["  # above the second", "  # in two lines"]
    assert second.text.endswith("# no comment\n")


def test_comments_of_nobody_stay_where_they_are() -> None:
    found = after(TEXT, *(removal(layout(), ("steps", number)) for number in (0, 1)))
    assert found == (
        "# top\ntitle: x\n\nsteps:\n  # of nobody\n\n  -   name: three\n      deep:\n      - p\n      - q\n"
        "# at the end\nlast: {a: 1, b: 2}\n"
    )


def test_the_first_field_of_an_item_leaves_the_dash_to_the_next() -> None:
    text = "a:\n  - b: 1\n    # of c\n    c: 2\n"
    assert after(text, removal(layout(text), ("a", 0, "b"))) == "a:\n  - c: 2\n"


@pytest.mark.parametrize("path", [("a",), ("a", 0), ("a", 0, "b"), ("x",), ("a", 7)])
def test_the_only_one_is_not_taken_out(path: tuple[str | int, ...]) -> None:
    assert removal(layout("a:\n  - b: 1\n"), path) is None


def test_items_that_share_a_line_with_their_key_cannot_be_cut_out() -> None:
    text = "a:\n  - - 1\n    - 2\n"
    assert removal(layout(text), ("a", 0, 0)) is None
    assert lines_of(layout(text), ("a", 0, 0)) is None


def test_blank_lines_between_items_go_and_come_with_them() -> None:
    text = "a:\n  - 1\n\n  - 2\n\n\n  - 3\nb: 4\n"
    assert after(text, removal(layout(text), ("a", 1))) == "a:\n  - 1\n\n\n  - 3\nb: 4\n"
    assert after(text, removal(layout(text), ("a", 0))) == "a:\n  - 2\n\n\n  - 3\nb: 4\n"
    assert (
        after(text, insertion(layout(text), ("a",), 1, item("9"))) == "a:\n  - 1\n\n  - 9\n\n  - 2\n\n\n  - 3\nb: 4\n"
    )
    assert after(text, insertion(layout(text), ("a",), 3, item("9"))) == text.replace("  - 3\n", "  - 3\n\n  - 9\n")


@pytest.mark.parametrize(
    ("text", "path", "added", "wanted"),
    [
        ("a: [1, 2]\n", ("a",), "3", "a: [1, 2, 3]\n"),
        ("a: [1, 2 ,]  # c\n", ("a",), "3", "a: [1, 2, 3 ,]  # c\n"),
        ("a: []\n", ("a",), "3", "a: [3]\n"),
        ("a: {b: 1}\n", ("a",), "c: 3", "a: {b: 1, c: 3}\n"),
        ("a:\n- 1\n- 2", ("a",), "3", "a:\n- 1\n- 2\n- 3"),
        ("a:\n    - 1  # one\n    # more\nb: 2\n", ("a",), "3", "a:\n    - 1  # one\n    - 3\n    # more\nb: 2\n"),
        ("a: 1\n", (), "c: 3", "a: 1\nc: 3\n"),
        ("a:\r\n  - b: 1\r\n    d: 2\r\n", ("a", 0), "c: 3", "a:\r\n  - b: 1\r\n    d: 2\r\n    c: 3\r\n"),
    ],
)
def test_a_text_is_put_at_an_end(text: str, path: tuple[str | int, ...], added: str, wanted: str) -> None:
    assert after(text, appended(layout(text), path, added)) == wanted


def test_what_is_no_list_has_no_end() -> None:
    assert appended(layout(), ("title",), "x") is None
    assert appended(layout(), ("nothing",), "x") is None
    assert insertion(layout(), ("last",), 0, item("x")) is None


@pytest.mark.parametrize(
    ("text", "lines", "wanted"),
    [
        ("a:\n  # c\n  - b: 1\n    # d\n  - 2\n", item("x"), "a:\n  # c\n  - x\n  - 2\n"),
        ("a: [{b: 1}, 2]\n", item("x"), "a: [x, 2]\n"),
        ("a:\n- b: 1", item("x"), "a:\n- x"),
        ("a:\n    - 1\n", Lines("# of b\n- b: 1\n  c: 2\n", 0), "a:\n    # of b\n    - b: 1\n      c: 2\n"),
    ],
)
def test_an_item_takes_the_place_of_another(text: str, lines: Lines, wanted: str) -> None:
    assert after(text, replacement(layout(text), ("a", 0), lines)) == wanted


def test_the_comments_above_an_item_may_go_with_it() -> None:
    text = "a:\n  # c\n  - b: 1\n"
    assert after(text, replacement(layout(text), ("a", 0), item("x"), comments=False)) == "a:\n  - x\n"


def test_several_lines_do_not_fit_into_brackets() -> None:
    assert replacement(layout("a: [1]\n"), ("a", 0), Lines("- b: 1\n  c: 2\n", 0)) is None


@pytest.mark.parametrize("end", ["\n", ""])
def test_a_list_in_brackets_becomes_lines(end: str) -> None:
    text = f"x:\n  a: [1, 'two']  # c{end}"
    edits = expansion(layout(text), ("x", "a"), [item("1"), Lines("- b: 1\n  c: 2\n", 0)])
    assert after(text, *(edits or [None])) == f"x:\n  a:  # c\n    - 1\n    - b: 1\n      c: 2{end}"


@pytest.mark.parametrize(
    "text", ["x:\n  a: [1,\n   2]\n", "x:\n  a: &b [1]\n  c: *b\n", "x: {a: [1]}\n", "x:\n  a: 1\n"]
)
def test_a_list_of_another_form_does_not(text: str) -> None:
    found = expansion(layout(text), ("x", "a"), [item("1")])
    assert found is None or values(after(text, *found)) == values(text)


def test_lines_are_shifted_together() -> None:
    lines = Lines("    - a: |\n        b\n\n    # c\n", 4)
    assert shifted(lines, 0).text == "- a: |\n    b\n\n# c\n"
    assert shifted(shifted(lines, 0), 4) == lines
    assert shifted(lines, 2, "\r\n").text == "  - a: |\r\n      b\r\n\r\n  # c\r\n"


@pytest.mark.parametrize(
    ("text", "at", "items", "wanted"),
    [
        ("a: [1, 2, 3]\n", 0, 2, "a: [3]\n"),
        ("a: [1, 2, 3]\n", 1, 2, "a: [1]\n"),
        ("a:\n- 1\n\n- 2\n\n- 3\n", 0, 2, "a:\n- 3\n"),
        ("a:\n- 1\n\n- 2\n\n- 3\n", 1, 2, "a:\n- 1\n"),
    ],
)
def test_several_items_in_a_row_are_taken_out_together(text: str, at: int, items: int, wanted: str) -> None:
    assert after(text, removal(layout(text), ("a", at), items)) == wanted
    assert removal(layout(text), ("a", 0), 3) is None


LINES = "a: [\n  1,  # one\n  # of two\n  2,  # two\n  3  # three\n]\nb: {\n  x: 1, y: 2,\n  z: 3 }  # end\n"


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (("a", 0), LINES.replace("  1,  # one\n", "")),
        (("a", 1), LINES.replace("  2,  # two\n", "")),
        (("a", 2), LINES.replace("  3  # three\n", "")),
        (("b", "x"), LINES.replace("x: 1, ", "")),
        (("b", "y"), LINES.replace("y: 2,", "")),
        (("b", "z"), LINES.replace("z: 3 ", "")),
    ],
)
def test_the_comments_of_others_stay_within_brackets_of_several_lines(path: tuple[str | int, ...], wanted: str) -> None:
    found = after(LINES, removal(layout(LINES), path))
    assert found == wanted
    assert values(found) == without(LINES, path)
