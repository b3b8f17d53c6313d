"""The schemas: committed as they are made, sound, with a sentence for every field, and the shape of each value."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import pytest
from jsonschema import Draft7Validator
from pydantic import Field

from mkdocs_journeys.model import MODELS, Journey, Step
from mkdocs_journeys.model.base import (
    ID_PATTERN,
    IMAGE_PATTERN,
    Colour,
    Count,
    Date,
    Emotion,
    Flag,
    Id,
    OneOrMany,
    Percent,
    Text,
    Url,
)
from mkdocs_journeys.schema import schema_of, text_of
from mkdocs_journeys.schema.document import pattern_shape, plain, portable, shape_of

every_kind = pytest.mark.parametrize("kind", MODELS)
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
    assert committed == text_of(kind), "write it again with: journeys schema --output schema"


def test_nothing_else_is_committed_beside_them(repository_root: Path) -> None:
    names = sorted(path.name for path in (repository_root / "schema").iterdir())
    assert names == sorted(f"{kind}.json" for kind in (*MODELS, "check", "atlas"))


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


@pytest.mark.parametrize(
    ("annotation", "right", "wrong"),
    [
        (Text, ["Buys", 404], ["", "  ", True, None, ["a"]]),
        (Id, ["a-1"], ["A", "a b", "-a", 1, "a" * 65]),
        (Date, ["2026-10-02"], ["2.10.2026", "2026-10", 2026]),
        (Flag, [True, False], ["yes", 1]),
        (Percent, [0, 12.5, 100], [-1, 101, "30%"]),
        (Count, [0, 7], [-1, 1.5, "7"]),
        (Annotated[Count, Field(ge=1)], [1], [0]),
        (Emotion, [-2, 0, 2], [3, "1", True]),
        (Colour, ["#0f8f7f", "#abc"], ["teal", "#12345"]),
        (Url, ["https://example.com/a", "mailto:a@b.c", "../über.md"], ["javascript:alert(1)", "a b"]),
        (Annotated[tuple[Id, ...], OneOrMany], ["a", ["a", "b"], []], ["A", ["a", 1]]),
        (dict[Id, Emotion], [{"maya": -1}, {}], [{"Maya": 1}, {"maya": 3}, [], 1]),
        (dict[Text, Text], [{"Age": "41"}, {"Age": 41}], [{"Age": []}]),
        (Text | None, ["a"], [None]),
    ],
)
def test_a_value_is_accepted_or_refused(annotation: Any, right: list[Any], wrong: list[Any]) -> None:
    validator = Draft7Validator(shape_of(annotation))
    assert [value for value in right if not validator.is_valid(value)] == []
    assert [value for value in wrong if validator.is_valid(value)] == []


def test_a_list_that_may_not_be_empty_needs_an_item() -> None:
    shape = shape_of(Journey.model_fields["stages"].rebuild_annotation())
    assert shape == {"type": "array", "items": {"$ref": "#/definitions/JourneyStage"}, "minItems": 1}


def test_the_plain_form_of_a_value_stands_before_the_block() -> None:
    shape = shape_of(Step.model_fields["emotion"].rebuild_annotation())
    assert [form["type"] for form in shape["oneOf"]] == ["integer", "number", "object"]
    assert shape["oneOf"][0]["enumDescriptions"][0] == "very negative"


def test_a_type_that_the_format_does_not_use_is_told() -> None:
    with pytest.raises(TypeError, match="bytes"):
        shape_of(bytes)


@pytest.mark.parametrize("name", ["maya.png", "MAYA.PNG", "assets/team/größe.Jpeg", "a.webp"])
def test_a_picture_in_any_case_is_accepted_without_a_flag(name: str) -> None:
    assert "(?i" not in portable(IMAGE_PATTERN)
    assert re.search(portable(IMAGE_PATTERN), name)


@pytest.mark.parametrize("name", ["maya.svg", "../maya.png", "my picture.png", "png"])
def test_what_is_no_picture_is_refused(name: str) -> None:
    assert not re.search(portable(IMAGE_PATTERN), name)


def test_a_text_of_the_wrong_form_is_told_what_the_right_one_is() -> None:
    assert pattern_shape(ID_PATTERN)["patternErrorMessage"].startswith("Ids are made of a-z")
