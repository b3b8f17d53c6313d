"""Findings that a team knows of are told by words that survive moved lines and passing days."""

import json

import pytest

from mkdocs_journeys.lint.baseline import baseline_text, fingerprints, known_fingerprints, new_problems
from mkdocs_journeys.problem import Position, Problem

FILE = "journeys/maps/a.yml"


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
    known = known_fingerprints(baseline_text([at(1)], files))
    assert new_problems([at(1), at(2)], files, known) == [at(2)]


def test_a_baseline_is_json_with_a_line_for_each_finding() -> None:
    text = baseline_text([at(2), at(1)], {FILE: b"a: 1\nb: 2\n"})
    entries = json.loads(text)["problems"]
    assert [(one["rule"], one["file"]) for one in entries] == [("review-overdue", FILE)] * 2
    assert len(text.splitlines()) == len(entries) + 5
    assert known_fingerprints(text) == {one["fingerprint"] for one in entries}
    assert known_fingerprints(baseline_text([], {})) == frozenset()


@pytest.mark.parametrize("text", ["", "[]", "{", '{"version": 2, "problems": []}', '{"version": 1}', "[" * 99999])
def test_what_is_no_baseline_is_said_to_be_none(text: str) -> None:
    with pytest.raises(ValueError, match="This is no"):
        known_fingerprints(text)
