"""The document for programs, and its schema."""

import json
from dataclasses import replace
from typing import Any

from diff.reports.support_hostile import atlas
from diff.support_atlases import draft
from diff.support_edits import edited
from mkdocs_journeys.diff import Judgement, Kind, changes
from mkdocs_journeys.diff.reports.json import as_values, report, schema
from mkdocs_journeys.diff.things import ENTITIES
from mkdocs_journeys.problem import Position

KEYS = ["kind", "entity", "id", "field", "judgement", "fingerprint", "sentence", "old", "new", "base", "head"]


def fits(value: Any, rule: dict[str, Any], root: dict[str, Any]) -> bool:
    """Whether a value fits the parts of JSON Schema that ours is made of."""
    if "$ref" in rule:
        return fits(value, root["$defs"][rule["$ref"].rpartition("/")[2]], root)
    if "oneOf" in rule:
        return sum(fits(value, one, root) for one in rule["oneOf"]) == 1
    if "const" in rule:
        return bool(value == rule["const"])
    if "enum" in rule:
        return value in rule["enum"]
    kinds = {"null": type(None), "boolean": bool, "number": int | float, "string": str, "array": list, "object": dict}
    kinds["integer"] = int
    named = rule["type"] if isinstance(rule["type"], list) else [rule["type"]]
    if not any(isinstance(value, kinds[name]) for name in named):
        return False
    if isinstance(value, dict):
        known = rule["properties"]
        return set(rule["required"]) == set(value) == set(known) and all(fits(value[k], known[k], root) for k in known)
    if isinstance(value, list) and "items" in rule:
        return all(fits(item, rule["items"], root) for item in value)
    return True


def test_every_report_fits_the_schema() -> None:
    rules = schema()
    for seed in range(30):
        made = draft(seed)
        changed, _ = edited(made, 12)
        document = json.loads(report(changes(made.atlas(), changed.atlas())))
        assert fits(document, rules, rules)
    assert not fits({"format": 2, "changes": []}, rules, rules)


def test_the_schema_knows_every_word() -> None:
    change = schema()["$defs"]["change"]
    assert list(change["properties"]) == change["required"] == KEYS
    assert sorted(change["properties"]["entity"]["enum"]) == sorted(ENTITIES)
    assert change["properties"]["kind"]["enum"] == list(Kind)
    assert sorted(change["properties"]["judgement"]["enum"]) == sorted(Judgement)


def test_positions_are_file_line_and_column_or_null() -> None:
    found = changes(atlas("x", later=False), atlas("x", later=True))[0]
    values = as_values(replace(found, base=None, head=Position("journeys/maps/a.yml", 3, 5)))
    assert list(values) == KEYS
    assert (values["base"], values["head"]) == (None, {"file": "journeys/maps/a.yml", "line": 3, "column": 5})


def test_no_character_of_an_author_reaches_a_terminal_as_it_is() -> None:
    text = "\x1b[2J\u202e"
    assert report(changes(atlas(text, later=False), atlas(text, later=True))).isascii()


def test_fingerprints_are_those_of_the_meaning_alone() -> None:
    made = draft(5)
    changed, _ = edited(made, 10)
    first, again = (changes(made.atlas(), changed.atlas()) for _ in range(2))
    assert [change.fingerprint for change in first] == [change.fingerprint for change in again]
    assert len({change.fingerprint for change in first}) == len(first)
