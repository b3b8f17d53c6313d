"""Problems for programs: one JSON document; `journeys schema check` prints its schema."""

import json
from typing import Any

from mkdocs_journeys.lint.reports.outcome import Outcome
from mkdocs_journeys.problem import Problem


def report(outcome: Outcome) -> str:
    """The document as text; ASCII only, so that no terminal and no log can be steered by it."""
    return as_text({"problems": [as_values(problem) for problem in outcome.problems]})


def as_values(problem: Problem) -> dict[str, Any]:
    """One problem as plain values; `hint` is "" where there is none."""
    return {
        "rule": problem.rule,
        "severity": problem.severity.value,
        "file": problem.position.file,
        "line": problem.position.line,
        "column": problem.position.column,
        "message": problem.message,
        "hint": problem.hint,
    }


def as_text(document: Any) -> str:
    """A document as JSON in ASCII."""
    return json.dumps(document, indent=2, ensure_ascii=True, allow_nan=False) + "\n"
