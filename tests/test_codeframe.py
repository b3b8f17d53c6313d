"""The lines around a problem, with a caret that stands where the problem is."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.codeframe import FRAME_CELLS, ONE_CELL_EACH, frame, lines_of
from mkdocs_journeys.problem import Position, Problem
from mkdocs_journeys.wording import terminal_safe


def problem_at(line: int, column: int) -> Problem:
    return Problem("rule", Position("journeys/maps/x.yml", line, column), "message")


def test_a_frame_shows_the_lines_around_with_a_caret_under_the_column() -> None:
    text = "\n".join(f"line {number}" for number in range(1, 13))
    assert frame(problem_at(10, 6), lines_of(text)) == (
        "   8 | line 8\n   9 | line 9\n> 10 | line 10\n     |      ^\n  11 | line 11"
    )


def test_a_frame_at_the_edges_of_a_file() -> None:
    assert frame(problem_at(1, 1), lines_of("")) == "> 1 |\n    | ^"
    assert frame(problem_at(1, 2), lines_of("\ufeffab\r\nc")) == "> 1 | ab\n    |  ^\n  2 | c"
    assert frame(problem_at(99, 99), lines_of("a\nbc")) == "  1 | a\n> 2 | bc\n    |   ^"


@pytest.mark.parametrize(
    ("line", "column", "shown", "cells_before"),
    [
        ("\ta: b", 2, "    a: b", 4),
        ("你好 x", 4, "你好 x", 5),
        ("a\u0301b", 3, "a\u0301b", 1),
        ("\x1b[31mx", 6, "\\x1b[31mx", 8),
        ("a\u202eb", 3, "a\\u202eb", 7),
    ],
)
def test_the_caret_stands_under_wide_and_escaped_characters(
    line: str, column: int, shown: str, cells_before: int
) -> None:
    assert frame(problem_at(1, column), lines_of(line)) == f"> 1 | {shown}\n    | {' ' * cells_before}^"


@pytest.mark.parametrize("column", [1, 2, 99, 100, 101, 500, 999, 1000])
def test_a_long_line_is_cut_to_a_window_around_the_column(column: int) -> None:
    line = "".join(chr(0x4E00 + number) if number % 7 == 0 else "x" for number in range(1000))
    line = line[: column - 1] + "#" + line[column:]
    shown = frame(problem_at(2, column), lines_of(f"{line}\n{line}\n{line}")).split("\n")
    assert all(len(text) <= FRAME_CELLS + 10 for text in shown)
    before_caret = shown[2][len("    | ") : -1]
    before_mark = shown[1][len("> 2 | ") :].split("#")[0]
    assert len(before_caret) == sum(2 if "一" <= character <= "鿿" else 1 for character in before_mark)


@given(st.text(), st.integers(-5, 300), st.integers(-5, 300))
def test_a_frame_of_any_text_is_safe_and_has_one_caret(text: str, line: int, column: int) -> None:
    shown = frame(problem_at(line, column), lines_of(text))
    assert "\n".join(terminal_safe(part) for part in shown.split("\n")) == shown
    assert len([part for part in shown.split("\n") if re.fullmatch(r" +\| +\^", part)]) == 1
    assert len(shown.split("\n")) <= 5


def test_characters_that_are_not_measured_are_one_cell_wide() -> None:
    plain = [chr(code) for code in range(0x3000) if chr(code).isprintable() and ONE_CELL_EACH.fullmatch(chr(code))]
    assert {"é", "–", "€", "→"} < set(plain)
    assert [one for one in plain if unicodedata.combining(one) or unicodedata.east_asian_width(one) in "WF"] == []
    assert [one for one in plain if terminal_safe(one) != one] == []
