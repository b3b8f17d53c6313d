"""The schema of what `journeys check --format json` prints."""

from typing import Any

from mkdocs_journeys.problem import Severity

CHECK = "check"
_MEANINGS = {
    Severity.ERROR: "the atlas cannot be built, or a rule that the team takes for one is broken",
    Severity.WARNING: "should be looked at",
    Severity.INFO: "good to know",
}
_FIELDS: dict[str, dict[str, Any]] = {
    "rule": {
        "type": "string",
        "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
        "description": "The rule's id: `journeys explain RULE` says more about it.",
        "examples": ["reference-unknown"],
    },
    "severity": {
        "enum": [severity.value for severity in Severity],
        "enumDescriptions": [_MEANINGS[severity] for severity in Severity],
        "description": "How much it matters.",
    },
    "file": {
        "type": "string",
        "minLength": 1,
        "description": "The file, relative to the project's root, with '/' on every system.",
        "examples": ["journeys/maps/try-it.yml"],
    },
    "line": {"type": "integer", "minimum": 1, "description": "The line, from 1."},
    "column": {"type": "integer", "minimum": 1, "description": "The column, from 1, in characters."},
    "message": {"type": "string", "minLength": 1, "description": "What is wrong, in a sentence."},
    "hint": {"type": "string", "description": "What to do about it; empty where there is no advice."},
}


def outcome_schema() -> dict[str, Any]:
    """The schema, draft-07, as plain values."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:mkdocs-journeys:format-1:{CHECK}",
        "title": "Check",
        "description": "What `journeys check --format json` prints: every problem, by file, line and column.",
        "type": "object",
        "additionalProperties": False,
        "required": ["problems"],
        "properties": {"problems": {"type": "array", "items": {"$ref": "#/definitions/Problem"}}},
        "definitions": {"Problem": _problem()},
    }


def _problem() -> dict[str, Any]:
    titled = {name: {"title": name.capitalize()} | shape for name, shape in _FIELDS.items()}
    return {
        "title": "Problem",
        "description": "One mistake, or one finding of a rule, at one place.",
        "type": "object",
        "additionalProperties": False,
        "required": list(_FIELDS),
        "properties": titled,
    }
