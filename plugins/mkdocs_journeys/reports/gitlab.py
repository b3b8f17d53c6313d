"""GitLab's code quality report, which a merge request shows beside the lines."""

from mkdocs_journeys.lint.engine import Outcome, advice
from mkdocs_journeys.problem import Severity
from mkdocs_journeys.reports.json import json_text

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def format_check(outcome: Outcome) -> str:
    """The JSON list that GitLab expects as `artifacts: reports: codequality`."""
    return json_text(
        [
            {
                "description": advice(problem),
                "check_name": problem.rule,
                "fingerprint": fingerprint,
                "severity": SEVERITIES[problem.severity],
                "location": {"path": problem.position.file, "lines": {"begin": problem.position.line}},
            }
            for problem, fingerprint in outcome.fingerprinted()
        ]
    )
