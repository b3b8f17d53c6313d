"""Problems print in one line and sort by place; the word that was meant is suggested."""

import pytest

from mkdocs_journeys.problem import Position, Problem, Severity, suggest


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
    ("word", "meant"),
    [
        ("ownr", "owner"),
        ("Owner", "owner"),
        ("moment-of-truth", "moment_of_truth"),
        ("moment of truth", "moment_of_truth"),
        ("maya", "maya-ops-lead"),
        ("pricing", "pricing-page"),
        ("owners", "owner"),
        ("zzzz", None),
        ("", None),
        ("o" * 5000, None),
    ],
)
def test_the_nearest_word_is_suggested(word: str, meant: str | None) -> None:
    candidates = ["owner", "moment_of_truth", "maya-ops-lead", "pricing-page", "touchpoint"]
    assert suggest(word, candidates) == meant
    assert suggest(word, set(candidates)) == meant


@pytest.mark.parametrize(
    ("word", "candidates"),
    [
        ("action", ["duration", "actors", "emotion"]),
        ("two-prices", ["one-price"]),
        ("large-firms", ["small-firms"]),
        ("sales", ["sales-call", "sales-mail"]),
        ("age", ["image"]),
    ],
)
def test_what_is_half_alike_is_not_suggested(word: str, candidates: list[str]) -> None:
    assert suggest(word, candidates) is None


def test_the_only_one_with_all_the_words_or_whose_words_are_all_there_is_suggested() -> None:
    assert suggest("talks", ["spring-talks-2026", "survey"]) == "spring-talks-2026"
    assert suggest("the-sales-call", ["sales", "web"]) == "sales"


def test_a_suggestion_does_not_depend_on_the_order_of_equal_candidates() -> None:
    assert suggest("tex", ["text", "texa"]) == suggest("tex", ["texa", "text"])
    assert suggest("OWNER", ["owner", "Owner"]) == suggest("OWNER", ["Owner", "owner"])
    assert suggest("anything", []) is None
