"""What every report is made of."""

from dataclasses import replace

from mkdocs_journeys.lint.engine import advice
from mkdocs_journeys.problem import Severity
from reports.support_outcomes import CLEAN, MAP, PLAIN


def test_the_level_says_what_fails() -> None:
    assert [PLAIN.fails(one) for one in PLAIN.problems] == [True, False, False]
    warnings = replace(PLAIN, fail_on=Severity.WARNING)
    assert [warnings.fails(one) for one in PLAIN.problems] == [True, True, False]
    assert [PLAIN.failed, CLEAN.failed, replace(PLAIN, problems=PLAIN.problems[1:]).failed] == [True, False, False]


def test_seen_from_the_top_of_a_repository_every_path_is_longer() -> None:
    moved = PLAIN.below("docs/cx")
    assert {one.position.file for one in moved.problems} == {f"docs/cx/{MAP}"}
    assert moved.problems[0].related[0][0].file == "docs/cx/journeys/catalog.yml"
    assert list(moved.files) == [f"docs/cx/{path}" for path in PLAIN.files]
    assert PLAIN.below("") is PLAIN


def test_no_two_problems_have_the_same_mark_and_moved_lines_change_none() -> None:
    twice = replace(PLAIN, problems=[*PLAIN.problems, *PLAIN.problems])
    marks = [mark for _, mark in twice.fingerprinted()]
    assert len(set(marks)) == len(marks) == 6
    longer = {path: b"# a comment\n" + content for path, content in PLAIN.files.items()}
    lower = [replace(one, position=replace(one.position, line=one.position.line + 1)) for one in PLAIN.problems]
    assert [mark for _, mark in replace(PLAIN, problems=lower, files=longer).fingerprinted()] == marks[:3]


def test_advice_stands_on_a_line_of_its_own() -> None:
    assert advice(PLAIN.problems[0]) == "There is no team 'nobody'.\nDid you mean 'somebody'?"
    assert advice(PLAIN.problems[1]) == PLAIN.problems[1].message
