"""The document for programs."""

import json

from jsonschema import Draft7Validator

from lint.reports.support_outcomes import CLEAN, MAP, PLAIN
from mkdocs_journeys.lint.reports.json import report
from mkdocs_journeys.schema.outcome import outcome_schema


def test_a_problem_has_exactly_these_fields() -> None:
    assert json.loads(report(PLAIN))["problems"][0] == {
        "rule": "reference-unknown",
        "severity": "error",
        "file": MAP,
        "line": 2,
        "column": 8,
        "message": "There is no team 'nobody'.",
        "hint": "Did you mean 'somebody'?",
    }


def test_nothing_found_is_an_empty_list() -> None:
    assert json.loads(report(CLEAN)) == {"problems": []}


def test_every_document_fits_its_schema() -> None:
    validator = Draft7Validator(outcome_schema())
    for outcome in (PLAIN, CLEAN):
        validator.validate(json.loads(report(outcome)))


def test_the_text_is_ascii_and_tells_everything() -> None:
    assert report(PLAIN).isascii()
    assert "\x1b" not in report(PLAIN)
    assert [one["message"] for one in json.loads(report(PLAIN))["problems"]] == [p.message for p in PLAIN.problems]
