"""The schema of a whole file: its fields with titles, sentences and examples, and the parts that it is made of."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic.fields import FieldInfo

from mkdocs_journeys.model import MODELS, Document, Model
from mkdocs_journeys.schema.described import Description, described
from mkdocs_journeys.schema.outcome import CHECK, outcome_schema
from mkdocs_journeys.schema.shapes import Shape, shape_of
from mkdocs_journeys.yamlfile import read

KINDS = tuple(MODELS)
"""catalog, journey, persona, opportunity, evidence."""
PLACES = {
    "catalog": "journeys/catalog.yml",
    "journey": "journeys/maps/ID.yml",
    "persona": "journeys/personas/ID.yml",
    "opportunity": "journeys/opportunities/ID.yml",
    "evidence": "journeys/evidence/ID.yml",
}


def text_of(kind: str) -> str:
    """The schema of a kind of file, or of what a check says, as JSON text. Raises KeyError for any other kind."""
    schema = outcome_schema() if kind == CHECK else schema_of(kind)
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


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
        for part in _models_in(field.annotation):
            yield part
            yield from parts_of(part)


def _models_in(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)


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
    choice = "; ".join(f"{word} ({meaning})" for word, meaning in _choices(shape))
    said: Shape = {"description": text.sentence}
    if choice:
        said |= {"description": f"{text.sentence} {choice}.", "markdownDescription": text.sentence}
    elif text.example:
        said |= {"examples": [plain(text.example)]}
    return said


def _choices(shape: Shape) -> Iterator[tuple[Any, str]]:
    """The words of a choice with their meanings, also where it is one of several forms of a value."""
    for form in (shape, *shape.get("oneOf", ())):
        yield from zip(form.get("enum", ()), form.get("enumDescriptions", ()), strict=True)


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
