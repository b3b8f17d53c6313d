"""The schema of a single value."""

from typing import Annotated, Any

import pytest
from jsonschema import Draft7Validator
from pydantic import Field

from mkdocs_journeys.model import Journey, Step
from mkdocs_journeys.model.base import Colour, Count, Date, Emotion, Flag, Id, OneOrMany, Percent, Text, Url
from mkdocs_journeys.schema.shapes import shape_of


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
    assert [form["type"] for form in shape["oneOf"]] == ["integer", "object"]
    assert shape["oneOf"][0]["enumDescriptions"][0] == "very negative"


def test_a_type_that_the_format_does_not_use_is_told() -> None:
    with pytest.raises(TypeError, match="bytes"):
        shape_of(bytes)
