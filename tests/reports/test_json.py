"""The documents for programs, and their schemas."""

import json
from typing import Any

from jsonschema import Draft7Validator, Draft202012Validator

from mkdocs_journeys.diff import ChangeKind, Judgement
from mkdocs_journeys.diff.entities import ENTITY_KINDS
from mkdocs_journeys.reports.json import format_check, format_diff
from mkdocs_journeys.schema import text_of
from reports.support_documents import changes_schema, document, drafted
from reports.support_hostile import atlas
from reports.support_outcomes import CLEAN, MAP, PLAIN

KEYS = ["kind", "entity", "id", "field", "judgement", "fingerprint", "sentence", "old", "new", "base", "head"]


def test_every_report_fits_the_schema() -> None:
    rules = Draft202012Validator(changes_schema())
    rules.check_schema(changes_schema())
    for seed in range(30):
        rules.validate(json.loads(format_diff(drafted(seed))))
    assert not rules.is_valid({"format": 2, "changes": []})


def test_the_schema_knows_every_word() -> None:
    change = changes_schema()["$defs"]["change"]
    assert change["required"] == KEYS
    assert list(change["properties"]) == [*KEYS, "acknowledged"]
    assert sorted(change["properties"]["entity"]["enum"]) == sorted(ENTITY_KINDS)
    assert change["properties"]["kind"]["enum"] == list(ChangeKind)
    assert sorted(change["properties"]["judgement"]["enum"]) == sorted(Judgement)


def test_a_change_has_these_keys_and_positions_are_file_line_and_column_or_null() -> None:
    found: list[dict[str, Any]] = json.loads(format_diff(drafted(3)))["changes"]
    assert all(list(change) == [*KEYS, "acknowledged"] for change in found)
    places = [change[side] for change in found for side in ("base", "head")]
    assert all(place is None or list(place) == ["file", "line", "column"] for place in places)
    assert any(places)


def test_no_character_of_an_author_reaches_a_terminal_as_it_is() -> None:
    text = "\x1b[2J\u202e"
    assert format_diff(document(atlas(text, later=False), atlas(text, later=True))).isascii()


def test_fingerprints_are_those_of_the_meaning_alone() -> None:
    first, again = drafted(5).changes, drafted(5).changes
    assert [change.fingerprint for change in first] == [change.fingerprint for change in again]
    assert len({change.fingerprint for change in first}) == len(first)


def test_journeys_teams_and_pains_name_the_changes_that_concern_them() -> None:
    found = json.loads(format_diff(document(atlas("x", later=False), atlas("x", later=True))))
    known = {change["fingerprint"] for change in found["changes"]}
    [journey], [team] = found["journeys"], found["teams"]
    assert set(journey["changes"]) | set(team["changes"]) <= known
    assert (journey["id"], journey["title"], team["handle"]) == ("buy", "x later", "x")
    assert [(step["was"], step["number"]) for step in journey["steps"]] == [(at, at) for at in range(1, 6)]
    assert {pain["title"] for pain in found["pains"]} == {"x later"}


def test_a_problem_has_exactly_these_fields() -> None:
    assert json.loads(format_check(PLAIN))["problems"][0] == {
        "rule": "reference-unknown",
        "severity": "error",
        "file": MAP,
        "line": 2,
        "column": 8,
        "message": "There is no team 'nobody'.",
        "hint": "Did you mean 'somebody'?",
    }


def test_nothing_found_is_an_empty_list() -> None:
    assert json.loads(format_check(CLEAN)) == {"problems": []}


def test_every_outcome_fits_its_schema() -> None:
    validator = Draft7Validator(json.loads(text_of("check")))
    for outcome in (PLAIN, CLEAN):
        validator.validate(json.loads(format_check(outcome)))


def test_the_text_is_ascii_and_tells_everything() -> None:
    assert format_check(PLAIN).isascii()
    assert "\x1b" not in format_check(PLAIN)
    found = json.loads(format_check(PLAIN))["problems"]
    assert [one["message"] for one in found] == [one.message for one in PLAIN.problems]
