"""The draft-07 schema of a value, told by the type that the models give it."""

import types
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le, MinLen
from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from mkdocs_journeys.model.base import Model, OneOrMany
from mkdocs_journeys.schema.meanings import Word, meanings_of
from mkdocs_journeys.schema.patterns import pattern_shape

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
        return _text([mark for mark in marks if isinstance(mark, StringConstraints)])
    if annotation not in _PLAIN:
        raise TypeError(f"no schema for {annotation}")
    return _number(_PLAIN[annotation], _limits(marks))


def _text(constraints: Sequence[StringConstraints]) -> Shape:
    patterns = [mark.pattern for mark in constraints if isinstance(mark.pattern, str)]
    return pattern_shape(patterns[0]) if patterns else dict(_TEXT)


def _limits(marks: Sequence[Any]) -> dict[str, int]:
    lowest: list[Any] = [mark.ge for mark in marks if isinstance(mark, Ge)]
    highest: list[Any] = [mark.le for mark in marks if isinstance(mark, Le)]
    return ({"minimum": max(lowest)} if lowest else {}) | ({"maximum": min(highest)} if highest else {})


def _number(plain: Shape, limits: dict[str, int]) -> Shape:
    if len(limits) == 2 and plain["type"] == "integer":
        numbers = range(limits["minimum"], limits["maximum"] + 1)
        if len(numbers) <= MOST_NUMBERS:
            return {"type": "integer"} | choice_of(numbers)
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
    ordered = sorted(choices, key=lambda choice: "$ref" in choice or choice.get("type") in ("object", "array"))
    return ordered[0] if len(ordered) == 1 else {"oneOf": ordered}
