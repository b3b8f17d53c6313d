"""The schemas themselves: committed as they are made, sound, and with a sentence for every field."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from mkdocs_journeys.schema import KINDS, schema_of, text_of
from mkdocs_journeys.schema.document import plain

every_kind = pytest.mark.parametrize("kind", KINDS)
NEWER_THAN_DRAFT_07 = {"$defs", "prefixItems", "unevaluatedProperties", "dependentRequired", "discriminator"}


def blocks(kind: str) -> Iterator[dict[str, Any]]:
    """The schema of the whole file and of each part."""
    schema = schema_of(kind)
    yield schema
    yield from schema["definitions"].values()


def fields(kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for block in blocks(kind):
        for name, field in block["properties"].items():
            yield f"{block['title']}.{name}", field


def keywords(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from keywords(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keywords(inner)


@every_kind
def test_the_committed_copy_is_what_the_models_make(kind: str, repository_root: Path) -> None:
    committed = (repository_root / "schema" / f"{kind}.json").read_text("utf-8")
    assert committed == text_of(kind), "write it again with: journeys schema --out schema"


def test_nothing_else_is_committed_beside_them(repository_root: Path) -> None:
    names = sorted(path.name for path in (repository_root / "schema").iterdir())
    assert names == sorted(f"{kind}.json" for kind in (*KINDS, "check"))


@every_kind
def test_a_schema_is_sound_draft_07(kind: str) -> None:
    schema = schema_of(kind)
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["$id"].endswith(f":{kind}")
    assert NEWER_THAN_DRAFT_07.isdisjoint(keywords(schema))
    assert json.loads(text_of(kind)) == schema


@every_kind
def test_every_block_is_named_and_takes_no_other_field(kind: str) -> None:
    for block in blocks(kind):
        assert block["title"]
        assert block["description"].endswith(".")
        assert block["additionalProperties"] is False


@every_kind
def test_every_field_has_a_title_a_sentence_and_an_example_or_a_choice(kind: str) -> None:
    for name, field in fields(kind):
        assert field["title"][0].isupper(), name
        assert field["description"].endswith("."), name
        assert "examples" in field or "enumDescriptions" in str(field), name


@every_kind
def test_every_example_is_valid_where_it_stands(kind: str) -> None:
    schema = schema_of(kind)
    for name, field in fields(kind):
        here = Draft7Validator({"allOf": [field], "definitions": schema["definitions"]})
        for example in field.get("examples", []):
            assert list(here.iter_errors(example)) == [], name


@every_kind
def test_what_comes_from_the_name_of_the_file_is_no_field(kind: str) -> None:
    assert {"id", "path", "group"}.isdisjoint(schema_of(kind)["properties"])


def test_words_have_their_meaning_for_those_who_hover() -> None:
    severity = schema_of("journey")["definitions"]["Pain"]["properties"]["severity"]
    assert severity["enum"] == ["cosmetic", "minor", "major", "critical"]
    assert severity["enumDescriptions"][3] == "the customer cannot go on, or leaves"
    assert "critical (the customer cannot go on, or leaves)" in severity["description"]
    assert severity["markdownDescription"] == "How bad it is when it happens."


def test_a_default_is_given_where_there_is_one() -> None:
    fields = schema_of("journey")["properties"]
    assert (fields["status"]["default"], fields["state"]["default"]) == ("draft", "current")
    assert "default" not in fields["owner"]


def test_a_broken_example_is_told() -> None:
    with pytest.raises(ValueError, match="yaml"):
        plain("[a")
