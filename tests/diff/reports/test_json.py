"""The document for programs, and its schema."""

import json
from typing import Any

from jsonschema import Draft202012Validator

from diff.reports.support_documents import document, drafted
from diff.reports.support_hostile import atlas
from mkdocs_journeys.diff import Judgement, Kind
from mkdocs_journeys.diff.reports.json import report, schema
from mkdocs_journeys.diff.things import ENTITIES

KEYS = ["kind", "entity", "id", "field", "judgement", "fingerprint", "sentence", "old", "new", "base", "head"]


def test_every_report_fits_the_schema() -> None:
    rules = Draft202012Validator(schema())
    rules.check_schema(schema())
    for seed in range(30):
        rules.validate(json.loads(report(drafted(seed))))
    assert not rules.is_valid({"format": 2, "changes": []})


def test_the_schema_knows_every_word() -> None:
    change = schema()["$defs"]["change"]
    assert list(change["properties"]) == change["required"] == KEYS
    assert sorted(change["properties"]["entity"]["enum"]) == sorted(ENTITIES)
    assert change["properties"]["kind"]["enum"] == list(Kind)
    assert sorted(change["properties"]["judgement"]["enum"]) == sorted(Judgement)


def test_a_change_has_these_keys_and_positions_are_file_line_and_column_or_null() -> None:
    found: list[dict[str, Any]] = json.loads(report(drafted(3)))["changes"]
    assert all(list(change) == KEYS for change in found)
    places = [change[side] for change in found for side in ("base", "head")]
    assert all(place is None or list(place) == ["file", "line", "column"] for place in places)
    assert any(places)


def test_no_character_of_an_author_reaches_a_terminal_as_it_is() -> None:
    text = "\x1b[2J\u202e"
    assert report(document(atlas(text, later=False), atlas(text, later=True))).isascii()


def test_fingerprints_are_those_of_the_meaning_alone() -> None:
    first, again = drafted(5).changes, drafted(5).changes
    assert [change.fingerprint for change in first] == [change.fingerprint for change in again]
    assert len({change.fingerprint for change in first}) == len(first)


def test_journeys_teams_and_pains_name_the_changes_that_concern_them() -> None:
    found = json.loads(report(document(atlas("x", later=False), atlas("x", later=True))))
    known = {change["fingerprint"] for change in found["changes"]}
    [journey], [team] = found["journeys"], found["teams"]
    assert set(journey["changes"]) | set(team["changes"]) <= known
    assert (journey["id"], journey["title"], team["handle"]) == ("buy", "x later", "x")
    assert [(step["was"], step["number"]) for step in journey["steps"]] == [(at, at) for at in range(1, 6)]
    assert {pain["title"] for pain in found["pains"]} == {"x later"}
