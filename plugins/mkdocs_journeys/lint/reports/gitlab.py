"""Problems as GitLab's code quality report, which a merge request shows beside the lines."""

from typing import Any

from mkdocs_journeys.lint.reports.json import as_text
from mkdocs_journeys.lint.reports.outcome import Outcome, advice
from mkdocs_journeys.problem import Problem, Severity

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def report(outcome: Outcome) -> str:
    """The JSON list that GitLab expects as `artifacts: reports: codequality`."""
    return as_text([_entry(problem, mark) for problem, mark in outcome.marked()])


def _entry(problem: Problem, fingerprint: str) -> dict[str, Any]:
    return {
        "description": advice(problem),
        "check_name": problem.rule,
        "fingerprint": fingerprint,
        "severity": SEVERITIES[problem.severity],
        "location": {"path": problem.position.file, "lines": {"begin": problem.position.line}},
    }
