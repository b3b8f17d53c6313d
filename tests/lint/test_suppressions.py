"""Comments `# journeys: ignore RULE reason`, and baselines whose fingerprints survive moved lines and passing days."""

import json

import pytest

from mkdocs_journeys.lint.suppressions import (
    apply_ignores,
    fingerprints,
    format_baseline,
    parse_baseline,
    without_baselined,
)
from mkdocs_journeys.problem import Position, Problem, Severity

FILE = "journeys/maps/a.yml"
FOUND = Problem("name-too-long", Position(FILE, 3, 7), "Too long.", severity=Severity.WARNING)


def left(text: str, *problems: Problem, file: str = FILE) -> list[str]:
    return [one.rule for one in apply_ignores(problems or (FOUND,), {file: text.encode()})]


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
    (problem,) = apply_ignores((), {FILE: b"a: 1 # journeys: ignore no-low-point short\n"})
    assert (problem.rule, problem.severity) == ("ignore-unused", Severity.INFO)
    assert problem.position == Position(FILE, 1, 6)


def test_a_comment_that_names_no_rule_is_an_error_with_a_suggestion() -> None:
    (problem,) = apply_ignores((), {FILE: b"a: 1 # journeys: ignore name-to-long legal\n"})
    assert (problem.rule, problem.hint) == ("rule-unknown", "Did you mean 'name-too-long'?")


@pytest.mark.parametrize("text", ["a: x#journeys: ignore b c", "# journeys: ignored", "# journeys ignore b c"])
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert left(text) == ["name-too-long"]


def test_files_of_figures_have_no_comments() -> None:
    assert left("# journeys: ignore b c\n", file="journeys/metrics/nps.csv") == ["name-too-long"]


def at(line: int, message: str = "Old.", rule: str = "review-overdue") -> Problem:
    return Problem(rule, Position(FILE, line, 5), message)


def prints(text: str, *problems: Problem) -> list[str]:
    return [word for _, word in fingerprints(problems, {FILE: text.encode()})]


def test_a_fingerprint_survives_moved_lines_and_another_age() -> None:
    before = prints("title: A\nreviewed: 2020-01-01\n", at(2, "200 days"))
    assert prints("# more\n\ntitle: A\n  reviewed: 2020-01-01\n", at(4, "201 days")) == before


def test_another_value_rule_or_file_has_another_fingerprint() -> None:
    text = "reviewed: 2020-01-01\nreviewed: 2021-01-01\n"
    elsewhere = Problem("review-overdue", Position("journeys/maps/b.yml", 1, 5), "Old.")
    words = prints(text, at(1), at(2), at(1, rule="date-ahead"), elsewhere)
    assert len(set(words)) == 4


def test_equal_lines_are_counted() -> None:
    first, second = prints("- a\n- a\n", at(1), at(2))
    assert first != second


def test_only_what_a_baseline_does_not_know_is_new() -> None:
    files = {FILE: b"a: 1\nb: 2\n"}
    known = parse_baseline(format_baseline([at(1)], files))
    assert without_baselined([at(1), at(2)], files, known) == [at(2)]


def test_a_baseline_is_json_with_a_line_for_each_finding() -> None:
    text = format_baseline([at(2), at(1)], {FILE: b"a: 1\nb: 2\n"})
    entries = json.loads(text)["problems"]
    assert [(one["rule"], one["file"]) for one in entries] == [("review-overdue", FILE)] * 2
    assert len(text.splitlines()) == len(entries) + 5
    assert parse_baseline(text) == {one["fingerprint"] for one in entries}
    assert parse_baseline(format_baseline([], {})) == frozenset()


@pytest.mark.parametrize("text", ["", "[]", "{", '{"version": 2, "problems": []}', '{"version": 1}', "[" * 99999])
def test_what_is_no_baseline_is_said_to_be_none(text: str) -> None:
    with pytest.raises(ValueError, match="This is no"):
        parse_baseline(text)
