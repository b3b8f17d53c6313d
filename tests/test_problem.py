import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.codeframe import FRAME_CELLS, frame
from mkdocs_journeys.problem import Position, Problem, Severity, suggest
from mkdocs_journeys.wording import terminal_safe


def problem_at(line: int, column: int, file: str = "journeys/maps/x.yml", rule: str = "rule") -> Problem:
    return Problem(rule, Position(file, line, column), "message")


def test_a_problem_prints_as_one_clickable_line() -> None:
    assert str(problem_at(12, 9)) == "journeys/maps/x.yml:12:9: error[rule] message"
    warning = Problem("r", Position("x.yml", 1, 1), "m", severity=Severity.WARNING)
    assert str(warning) == "x.yml:1:1: warning[r] m"


def test_a_hostile_file_name_or_message_cannot_drive_the_terminal() -> None:
    hostile = Problem("r", Position("a\x1b[2J.yml", 1, 1), "one\ntwo \u202e")
    assert str(hostile) == "a\\x1b[2J.yml:1:1: error[r] one\\ntwo \\u202e"


def test_problems_sort_by_file_then_line_then_column_then_rule() -> None:
    ordered = [
        problem_at(9, 9, "a.yml"),
        problem_at(2, 1),
        problem_at(2, 10),
        problem_at(10, 1, rule="a"),
        problem_at(10, 1, rule="b"),
    ]
    mixed = ordered[::-1]
    assert sorted(mixed) == ordered
    assert sorted(mixed, key=Problem.sort_key) == ordered


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain é 你 😀 \\n", "plain é 你 😀 \\n"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\nb\tc\rd", "a\\nb\\tc\\rd"),
        ("\x00\x7f\x9b", "\\x00\\x7f\\x9b"),
        ("\u202eabc\u2066\u200f", "\\u202eabc\\u2066\\u200f"),
        ("\ud800\u2028", "\\ud800\\u2028"),
        ("👩\u200d🔧", "👩\u200d🔧"),
    ],
)
def test_only_control_and_bidi_characters_become_escapes(text: str, shown: str) -> None:
    assert terminal_safe(text) == shown
    assert terminal_safe(shown) == shown


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("ownr", "owner"),
        ("Owner", "owner"),
        ("moment-of-truth", "moment_of_truth"),
        ("moment of truth", "moment_of_truth"),
        ("maya", "maya-ops-lead"),
        ("pricing", "pricing-page"),
        ("zzzz", None),
        ("", None),
        ("o" * 5000, None),
    ],
)
def test_the_nearest_word_is_suggested(word: str, meant: str | None) -> None:
    candidates = ["owner", "moment_of_truth", "maya-ops-lead", "pricing-page", "touchpoint"]
    assert suggest(word, candidates) == meant
    assert suggest(word, set(candidates)) == meant


def test_a_suggestion_does_not_depend_on_the_order_of_equal_candidates() -> None:
    assert suggest("tex", ["text", "texa"]) == suggest("tex", ["texa", "text"])
    assert suggest("OWNER", ["owner", "Owner"]) == suggest("OWNER", ["Owner", "owner"])
    assert suggest("anything", []) is None


def test_a_frame_shows_the_lines_around_with_a_caret_under_the_column() -> None:
    text = "\n".join(f"line {number}" for number in range(1, 13))
    assert frame(problem_at(10, 6), text) == (
        "   8 | line 8\n   9 | line 9\n> 10 | line 10\n     |      ^\n  11 | line 11"
    )


def test_a_frame_at_the_edges_of_a_file() -> None:
    assert frame(problem_at(1, 1), "") == "> 1 |\n    | ^"
    assert frame(problem_at(1, 2), "\ufeffab\r\nc") == "> 1 | ab\n    |  ^\n  2 | c"
    assert frame(problem_at(99, 99), "a\nbc") == "  1 | a\n> 2 | bc\n    |   ^"


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
    assert frame(problem_at(1, column), line) == f"> 1 | {shown}\n    | {' ' * cells_before}^"


@pytest.mark.parametrize("column", [1, 2, 99, 100, 101, 500, 999, 1000])
def test_a_long_line_is_cut_to_a_window_around_the_column(column: int) -> None:
    line = "".join(chr(0x4E00 + number) if number % 7 == 0 else "x" for number in range(1000))
    line = line[: column - 1] + "#" + line[column:]
    shown = frame(problem_at(2, column), f"{line}\n{line}\n{line}").split("\n")
    assert all(len(text) <= FRAME_CELLS + 10 for text in shown)
    before_caret = shown[2][len("    | ") : -1]
    before_mark = shown[1][len("> 2 | ") :].split("#")[0]
    assert len(before_caret) == sum(2 if "一" <= character <= "鿿" else 1 for character in before_mark)


@given(st.text(), st.integers(-5, 300), st.integers(-5, 300))
def test_a_frame_of_any_text_is_safe_and_has_one_caret(text: str, line: int, column: int) -> None:
    shown = frame(problem_at(line, column), text)
    assert "\n".join(terminal_safe(part) for part in shown.split("\n")) == shown
    assert len([part for part in shown.split("\n") if re.fullmatch(r" +\| +\^", part)]) == 1
    assert len(shown.split("\n")) <= 5
