"""`# journeys: ignore RULE reason`."""

import pytest

from mkdocs_journeys.lint import BY_ID
from mkdocs_journeys.lint.ignores import without_ignored
from mkdocs_journeys.problem import Position, Problem, Severity

FILE = "journeys/maps/a.yml"
FOUND = Problem("name-too-long", Position(FILE, 3, 7), "Too long.", severity=Severity.WARNING)


def left(text: str, *problems: Problem, file: str = FILE) -> list[str]:
    return [one.rule for one in without_ignored(problems or (FOUND,), {file: text.encode()}, BY_ID)]


@pytest.mark.parametrize(
    "text",
    [
        "a\nb\nname: x  # journeys: ignore name-too-long the legal name\n",
        "a\n# journeys: ignore name-too-long the legal name\nname: x\n",
        "a\n   #journeys:ignore name-too-long the legal name\nname: x\n",
        "a\r\nb\r\nname: x # journeys: ignore name-too-long the legal name\r\n",
        "# journeys: ignore name-too-long the legal name\n# and another comment\nname: x\n",
    ],
)
def test_a_comment_on_the_line_or_above_it_stops_a_finding(text: str) -> None:
    assert left(text) == []


def test_two_comments_above_a_line_both_hold() -> None:
    other = Problem("company-voice", Position(FILE, 3, 7), "Ours.")
    text = "# journeys: ignore name-too-long legal\n# journeys: ignore company-voice legal\nname: x\n"
    assert left(text, FOUND, other) == []


def test_a_comment_behind_a_value_holds_for_its_own_line_only() -> None:
    assert left("a\nb # journeys: ignore name-too-long legal\nname: x\n") == ["ignore-unused", "name-too-long"]


def test_a_comment_needs_a_reason() -> None:
    text = "a\nb\nname: x # journeys: ignore name-too-long\n"
    assert left(text) == ["name-too-long", "ignore-without-reason"]


def test_a_comment_that_stops_nothing_is_a_note() -> None:
    (problem,) = without_ignored((), {FILE: b"a: 1 # journeys: ignore no-low-point short\n"}, BY_ID)
    assert (problem.rule, problem.severity) == ("ignore-unused", Severity.INFO)
    assert problem.position == Position(FILE, 1, 6)


def test_a_comment_that_names_no_rule_is_an_error_with_a_suggestion() -> None:
    (problem,) = without_ignored((), {FILE: b"a: 1 # journeys: ignore name-to-long legal\n"}, BY_ID)
    assert (problem.rule, problem.hint) == ("rule-unknown", "Did you mean 'name-too-long'?")


@pytest.mark.parametrize("text", ["a: x#journeys: ignore b c", "# journeys: ignored", "# journeys ignore b c"])
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert left(text) == ["name-too-long"]


def test_files_of_figures_have_no_comments() -> None:
    assert left("# journeys: ignore b c\n", file="journeys/metrics/nps.csv") == ["name-too-long"]
