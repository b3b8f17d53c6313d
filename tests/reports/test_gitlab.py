"""The code quality report of GitLab."""

import json

from mkdocs_journeys.reports.gitlab import format_check
from reports.support_outcomes import CLEAN, MAP, PLAIN


def test_an_entry_has_what_gitlab_asks_for() -> None:
    first = json.loads(format_check(PLAIN))[0]
    assert first.pop("fingerprint").isalnum()
    assert first == {
        "description": "There is no team 'nobody'.\nDid you mean 'somebody'?",
        "check_name": "reference-unknown",
        "severity": "major",
        "location": {"path": MAP, "lines": {"begin": 2}},
    }


def test_levels_become_those_of_gitlab() -> None:
    assert [entry["severity"] for entry in json.loads(format_check(PLAIN))] == ["major", "minor", "info"]


def test_every_fingerprint_is_the_only_one_of_its_kind() -> None:
    marks = [entry["fingerprint"] for entry in json.loads(format_check(PLAIN))]
    assert len(set(marks)) == len(PLAIN.problems)


def test_nothing_found_is_an_empty_list() -> None:
    assert format_check(CLEAN) == "[]\n"
