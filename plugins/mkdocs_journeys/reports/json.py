"""JSON for programs; `journeys schema check` and changes.schema.json beside this file describe the two documents."""

import json
from typing import TYPE_CHECKING, Any

from mkdocs_journeys.problem import Problem

if TYPE_CHECKING:
    from mkdocs_journeys.lint.engine import Outcome
    from mkdocs_journeys.reports.document import DiffDocument


def format_check(outcome: "Outcome") -> str:
    """The problems as one JSON document."""
    return json_text({"problems": [problem_values(problem) for problem in outcome.problems]})


def format_diff(document: "DiffDocument") -> str:
    """The document of a comparison as JSON."""
    return json_text(document.model_dump(mode="json"))


def problem_values(problem: Problem) -> dict[str, Any]:
    """A problem as plain values; `hint` is "" for none."""
    return {
        "rule": problem.rule,
        "severity": problem.severity.value,
        "file": problem.position.file,
        "line": problem.position.line,
        "column": problem.position.column,
        "message": problem.message,
        "hint": problem.hint,
    }


def json_text(document: Any) -> str:
    """A document as indented JSON; ASCII only, so that it cannot control a terminal or a log."""
    return json.dumps(document, indent=2, ensure_ascii=True, allow_nan=False) + "\n"
