"""SARIF 2.1.0, which code scanning and many editors read."""

from collections.abc import Sequence
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from mkdocs_journeys.lint import BY_ID
from mkdocs_journeys.lint.engine import WORST_FIRST, Outcome, advice
from mkdocs_journeys.lint.rules import LOADING_RULES
from mkdocs_journeys.problem import Position, Problem, Severity
from mkdocs_journeys.reports.json import json_text

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
ROOT = "%SRCROOT%"
FINGERPRINT = "journeys/v1"

Values = dict[str, Any]


def format_check(outcome: Outcome) -> str:
    """The log as JSON. Columns count characters; paths are relative to %SRCROOT%."""
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(outcome)]})


def _run(outcome: Outcome) -> Values:
    worst_first = sorted(outcome.problems, key=lambda problem: WORST_FIRST.index(problem.severity), reverse=True)
    levels = {problem.rule: LEVELS[problem.severity] for problem in worst_first}
    ids = sorted(levels)
    driver = {
        "name": "journeys check",
        "semanticVersion": version("mkdocs-journeys"),
        "rules": [_rule(id, levels[id]) for id in ids],
    }
    # Services keep one upload of each id: without one, the atlases of a repository would replace each other.
    details = {"automationDetails": {"id": f"journeys/{quote(outcome.folder, safe='/')}/"}} if outcome.folder else {}
    return {
        "tool": {"driver": driver},
        **details,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder that all paths start at."}}},
        "results": [_result(problem, fingerprint, ids) for problem, fingerprint in outcome.fingerprinted()],
    }


def _rule(id: str, level: str) -> Values:
    """A rule with its documentation: the page of a lint rule, or the one sentence of a loading rule.

    `level` is that of its worst problem, as levels can be configured.
    """
    rule = BY_ID.get(id)
    said = rule.summary if rule else LOADING_RULES.get(id, id)
    text = rule.text if rule else said
    return {
        "id": id,
        "shortDescription": {"text": said},
        "fullDescription": {"text": said},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": level},
        "properties": {"tags": [rule.group if rule else "loading"]},
    }


def _result(problem: Problem, fingerprint: str, ids: Sequence[str]) -> Values:
    result: Values = {
        "ruleId": problem.rule,
        "ruleIndex": ids.index(problem.rule),
        "level": LEVELS[problem.severity],
        "message": {"text": advice(problem)},
        "locations": [_location(problem.position)],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }
    related = [
        {"id": number, "message": {"text": said}} | _location(position)
        for number, (position, said) in enumerate(problem.related, 1)
    ]
    return result | ({"relatedLocations": related} if related else {})


def _location(position: Position) -> Values:
    artifact = {"uri": quote(position.file, safe="/"), "uriBaseId": ROOT}
    region = {"startLine": position.line, "startColumn": position.column}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}
