"""The draft-07 schema of a whole file, from the models: its fields with sentences and examples, and its parts."""

import json
import re
import types
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from importlib.resources import files
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le, MinLen
from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from mkdocs_journeys.model import MODELS, Document
from mkdocs_journeys.model.base import (
    FINDING_PATTERN,
    FORM_HINTS,
    ID_PATTERN,
    JOURNEY_OR_STEP_PATTERN,
    Model,
    OneOrMany,
    Scale,
    models_in,
)
from mkdocs_journeys.schema.descriptions import Description, described, meanings_of
from mkdocs_journeys.schema.words import Word
from mkdocs_journeys.vocabulary import BY_NAME, DOCUMENTS
from mkdocs_journeys.yamlfile import read

PLACES = {name: f"journeys/{name}.yml" for name in ("catalog", "measure", "acknowledged")} | {
    kind: f"journeys/{BY_NAME[kind].folder}/ID.yml" for kind in DOCUMENTS
}
"""Where a file of each kind stands."""
Shape = dict[str, Any]

MOST_NUMBERS = 5
"""A whole number out of so few is offered as a choice, each with its meaning."""
_PLAIN: Mapping[type, Shape] = {
    bool: {"type": "boolean"},
    float: {"type": "number"},
    int: {"type": "integer"},
    str: {"type": "string"},
}
_TEXT: Shape = {
    "type": ["string", "number"],
    "pattern": r"\S",
    "patternErrorMessage": "Write something here, or leave the line out.",
}
"""A number stands for its text, as it does for `journeys check`."""
_DATE: Shape = {
    "type": "string",
    "format": "date",
    "pattern": r"^\d{4}-\d{2}-\d{2}$",
    "patternErrorMessage": "Write year, month and day as YYYY-MM-DD, such as 2026-10-02.",
}
_HINTS = FORM_HINTS | {
    FINDING_PATTERN: f"Write the id of a study, or study/finding. {FORM_HINTS[ID_PATTERN]}",
    JOURNEY_OR_STEP_PATTERN: f"Write the id of a step of this journey, or journey:ID. {FORM_HINTS[ID_PATTERN]}",
}
_ANY_CASE = re.compile(r"\(\?i:([^()]*)\)")


def text_of(kind: str) -> str:
    """The schema of a kind of file as JSON text. Raises KeyError for any other kind.

    `check` is what `journeys check` prints as JSON, `atlas` the document of a whole atlas, `draft` one of interviews.
    """
    if kind == "check":
        return files("mkdocs_journeys.schema").joinpath("check.schema.json").read_text("utf-8")
    if kind == "atlas":
        from mkdocs_journeys.schema.whole import atlas_schema

        return json.dumps(atlas_schema(), indent=2, ensure_ascii=False) + "\n"
    if kind == "draft":
        from mkdocs_journeys.schema.drafted import draft_schema

        return json.dumps(draft_schema(), indent=2, ensure_ascii=False) + "\n"
    return json.dumps(schema_of(kind), indent=2, ensure_ascii=False) + "\n"


def schema_of(kind: str) -> Shape:
    """The schema of a kind of file as plain values."""
    model = MODELS[kind]
    parts = sorted(set(parts_of(model)), key=lambda part: part.__name__)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:mkdocs-journeys:format-1:{kind}",
        **_block(model),
        "description": f"{sentence_of(model)} It stands in {PLACES[kind]}.",
        "definitions": {part.__name__: _block(part) for part in parts},
    }


def fields_of(model: type[Model]) -> Mapping[str, FieldInfo]:
    """The fields that an author writes: not those that come from a file's name and folder."""
    own = {*Document.model_fields, "group"} if issubclass(model, Document) else set()
    return {name: field for name, field in model.model_fields.items() if name not in own}


def parts_of(model: type[Model]) -> Iterator[type[Model]]:
    """Every part that a file is made of, at any depth, in the order of the fields; some come again."""
    for field in fields_of(model).values():
        for part in models_in(field.annotation):
            yield part
            yield from parts_of(part)


def _block(model: type[Model]) -> Shape:
    texts = described(model)
    fields = fields_of(model)
    return {
        "title": title_of(model.__name__),
        "description": sentence_of(model),
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, field in fields.items() if field.is_required()],
        "properties": {name: _property(name, field, texts.get(name)) for name, field in fields.items()},
    }


def _property(name: str, field: FieldInfo, text: Description | None) -> Shape:
    shape = shape_of(field.rebuild_annotation())
    shape = {"allOf": [shape]} if "$ref" in shape else shape
    default = {"default": field.default} if isinstance(field.default, str | int | float) else {}
    return {"title": title_of(name)} | _said(text, shape) | shape | default


def _said(text: Description | None, shape: Shape) -> Shape:
    if text is None:
        return {}
    forms = (shape, *shape.get("oneOf", ()))
    choices = (zip(form.get("enum", ()), form.get("enumDescriptions", ()), strict=True) for form in forms)
    choice = "; ".join(f"{word} ({meaning})" for words in choices for word, meaning in words)
    said: Shape = {"description": text.sentence}
    if choice:
        said |= {"description": f"{text.sentence} {choice}.", "markdownDescription": text.sentence}
    elif text.example:
        said |= {"examples": [plain(text.example)]}
    return said


def plain(example: str) -> Any:
    """An example as the value that a reader of journey files finds in it: days stay text."""
    found, problems = read(f"value: {example}\n".encode(), "example")
    if found is None:
        raise ValueError(str(problems[0]))
    return found["value"]


def title_of(name: str) -> str:
    """`moment_of_truth` and `JourneyStage` as people write them."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ").lower()
    return words[:1].upper() + words[1:]


def sentence_of(model: type[Model]) -> str:
    """What a part of a file is: the first sentence of its docstring."""
    text = " ".join((model.__doc__ or "").split()).replace("`", "")
    return re.split(r"(?<=[.!?])\s|;", text)[0].rstrip(".") + "."


def shape_of(annotation: Any, marks: Sequence[Any] = ()) -> Shape:
    """The schema of a type with its marks. Raises TypeError for a type that the format does not use."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return shape_of(args[0], (*args[1:], *marks))
    if origin in (Union, types.UnionType):
        return _one_of([shape_of(choice) for choice in args if choice is not types.NoneType])
    if origin is Literal:
        return choice_of(args)
    if origin in (tuple, list):
        return _many(shape_of(args[0]), marks)
    if origin is dict:
        return _mapping(shape_of(args[0]), shape_of(args[1]))
    return _single(annotation, _flat(marks))


def choice_of(words: Sequence[Word]) -> Shape:
    """One of some words or numbers, each with its meaning."""
    return {"enum": list(words), "enumDescriptions": list(meanings_of(words))}


def _flat(marks: Sequence[Any]) -> list[Any]:
    return [part for mark in marks for part in (mark.metadata if isinstance(mark, FieldInfo) else [mark])]


def _single(annotation: Any, marks: Sequence[Any]) -> Shape:
    if annotation is date:
        return dict(_DATE)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return {"$ref": f"#/definitions/{annotation.__name__}"}
    if annotation is str:
        patterns = [mark.pattern for mark in marks if isinstance(mark, StringConstraints)]
        return next((pattern_shape(pattern) for pattern in patterns if isinstance(pattern, str)), dict(_TEXT))
    if annotation not in _PLAIN:
        raise TypeError(f"no schema for {annotation}")
    return _number(_PLAIN[annotation], marks)


def _number(plain: Shape, marks: Sequence[Any]) -> Shape:
    lowest: list[Any] = [mark.ge for mark in marks if isinstance(mark, Ge)]
    highest: list[Any] = [mark.le for mark in marks if isinstance(mark, Le)]
    limits = ({"minimum": max(lowest)} if lowest else {}) | ({"maximum": min(highest)} if highest else {})
    is_scale = any(isinstance(mark, Scale) for mark in marks)
    if lowest and highest and (plain["type"] == "integer" or is_scale):
        numbers = range(max(lowest), min(highest) + 1)
        if len(numbers) <= MOST_NUMBERS:
            choice = {"type": "integer"} | choice_of(numbers)
            between = {"type": "number", **limits, "not": {"type": "integer"}}
            return {"oneOf": [choice, between]} if is_scale else choice
    return plain | limits


def _many(item: Shape, marks: Sequence[Any]) -> Shape:
    least = [mark.min_length for mark in _flat(marks) if isinstance(mark, MinLen)]
    many: Shape = {"type": "array", "items": item} | ({"minItems": least[0]} if least else {})
    return _one_of([item, many]) if OneOrMany in marks else many


def _mapping(key: Shape, value: Shape) -> Shape:
    if key["pattern"] == _TEXT["pattern"]:
        return {"type": "object", "additionalProperties": value}
    return {"type": "object", "patternProperties": {key["pattern"]: value}, "additionalProperties": False}


def _one_of(choices: list[Shape]) -> Shape:
    """Plain values come first: editors speak of the first form where none fits.

    No value has two of the forms; with `anyOf` instead, editors would show the title once for each.
    """
    each = [form for choice in choices for form in choice.get("oneOf", (choice,))]
    ordered = sorted(each, key=lambda choice: "$ref" in choice or choice.get("type") in ("object", "array"))
    return ordered[0] if len(ordered) == 1 else {"oneOf": ordered}


def pattern_shape(pattern: str) -> dict[str, Any]:
    """The schema of a text of this form."""
    return {"type": "string", "pattern": portable(pattern), "patternErrorMessage": _HINTS[pattern]}


def portable(pattern: str) -> str:
    """The same expression without what ECMAScript lacks: `(?i:…)`, and letters beyond ASCII in a `\\w`."""

    def any_case(found: re.Match[str]) -> str:
        return f"(?:{re.sub('[a-z]', lambda letter: f'[{letter[0]}{letter[0].upper()}]', found[1])})"

    return _ANY_CASE.sub(any_case, pattern).replace(r"\w", r"\w\u0080-\uffff")
