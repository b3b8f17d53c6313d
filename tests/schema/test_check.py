"""The schema of what a check prints as JSON."""

import json
from pathlib import Path

from jsonschema import Draft7Validator

from mkdocs_journeys.problem import Severity
from mkdocs_journeys.schema import text_of


def test_the_committed_copy_is_what_is_printed(repository_root: Path) -> None:
    committed = (repository_root / "schema" / "check.json").read_text("utf-8")
    assert committed == text_of("check"), "write it again with: journeys schema check --output schema"


def test_the_schema_is_sound_and_says_something_of_every_field() -> None:
    schema = json.loads(text_of("check"))
    Draft7Validator.check_schema(schema)
    problem = schema["definitions"]["Problem"]
    assert problem["required"] == ["rule", "severity", "file", "line", "column", "message", "hint"]
    assert problem["properties"]["severity"]["enum"] == [severity.value for severity in Severity]
    assert all(field["title"] and field["description"].endswith(".") for field in problem["properties"].values())


def test_nothing_but_these_fields_fits() -> None:
    validator = Draft7Validator(json.loads(text_of("check")))
    whole = {"rule": "no-low-point", "severity": "info", "file": "a.yml", "line": 1, "column": 1, "message": "x"}
    assert validator.is_valid({"problems": [whole | {"hint": ""}]})
    for wrong in (whole, whole | {"hint": "", "url": ""}, whole | {"hint": "", "line": 0}, whole | {"hint": None}):
        assert not validator.is_valid({"problems": [wrong]})
