"""SARIF, held against the schema that OASIS publishes."""

import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft7Validator

from mkdocs_journeys.lint import BY_ID
from mkdocs_journeys.lint.engine import Outcome
from mkdocs_journeys.problem import Position, Problem
from mkdocs_journeys.reports.sarif import format_check
from reports.support_outcomes import CLEAN, MAP, PLAIN, many

SCHEMA = Path(__file__).parent / "sarif" / "schema-2.1.0.json"


@cache
def validator() -> Draft7Validator:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def run(outcome: Outcome) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(format_check(outcome))["runs"][0]
    return found


@pytest.mark.parametrize(
    "outcome", [PLAIN, CLEAN, many(3, 3), PLAIN.below("apps/one")], ids=["plain", "clean", "many", "below"]
)
def test_every_log_fits_the_official_schema(outcome: Outcome) -> None:
    validator().validate(json.loads(format_check(outcome)))


def test_the_schema_would_find_a_wrong_log() -> None:
    log = json.loads(format_check(PLAIN))
    del log["runs"][0]["results"][0]["message"]
    assert not validator().is_valid(log)


def test_a_result_has_its_place_its_rule_and_what_belongs_to_it() -> None:
    first = run(PLAIN)["results"][0]
    location = first["locations"][0]["physicalLocation"]
    assert location["region"] == {"startLine": 2, "startColumn": 8}
    assert unquote(location["artifactLocation"]["uri"]) == MAP
    assert first["message"]["text"] == "There is no team 'nobody'.\nDid you mean 'somebody'?"
    assert first["relatedLocations"][0]["message"]["text"] == "teams are given here"
    assert [result["level"] for result in run(PLAIN)["results"]] == ["error", "warning", "note"]


def test_columns_are_counted_in_characters_and_paths_are_relative_addresses() -> None:
    assert run(PLAIN)["columnKind"] == "unicodeCodePoints"
    uri = run(PLAIN)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "journeys/maps/buy%2C%20or%3A%20not%20100%25.yml"


def test_each_result_names_its_rule_and_every_rule_has_its_page() -> None:
    found = run(PLAIN)
    rules = found["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in found["results"]] == [p.rule for p in PLAIN.problems]
    overdue = next(rule for rule in rules if rule["id"] == "review-overdue")
    assert overdue["help"]["text"] == BY_ID["review-overdue"].text
    assert overdue["shortDescription"]["text"] == BY_ID["review-overdue"].summary
    assert all(rule["help"]["text"].strip() for rule in rules)


def test_a_rule_has_the_level_of_its_worst_problem() -> None:
    levels = {rule["id"]: rule["defaultConfiguration"]["level"] for rule in run(PLAIN)["tool"]["driver"]["rules"]}
    assert levels == {"reference-unknown": "error", "review-overdue": "warning", "yaml-ambiguous-text": "note"}


def test_a_file_outside_the_journeys_has_its_mark_too() -> None:
    result = run(Outcome([Problem("field-value", Position("pyproject.toml", 1, 1), "No TOML.")], {}))["results"][0]
    assert len(result["partialFingerprints"]["journeys/v1"]) == 16


def test_the_atlases_of_one_repository_do_not_replace_each_other() -> None:
    runs = [run(PLAIN.below(folder)) for folder in ("apps/one", "apps/two")]
    assert [found["automationDetails"]["id"] for found in runs] == ["journeys/apps/one/", "journeys/apps/two/"]
    assert "automationDetails" not in run(PLAIN)
