"""The draft-07 schema of a whole atlas in one document, as `journeys export json` writes it."""

from typing import Any

from mkdocs_journeys.load.figures.columns import COLUMNS
from mkdocs_journeys.model import MODELS
from mkdocs_journeys.model.base import ID_PATTERN
from mkdocs_journeys.model.measuring.observed import OBSERVED_COLUMNS, OBSERVED_KINDS
from mkdocs_journeys.schema.document import Shape, schema_of
from mkdocs_journeys.vocabulary import BY_NAME, DOCUMENTS

_OF_FILE = ("title", "description", "type", "additionalProperties", "required", "properties")
_DAY: Shape = {"type": "string", "format": "date"}
_TEXTS = ("segment", "note", "kind", "step", "path")


def atlas_schema() -> Shape:
    """The schema as plain values: each kind of file as in its own schema, by id."""
    schemas = {kind: schema_of(kind) for kind in MODELS}
    definitions: Shape = {}
    for kind, schema in schemas.items():
        definitions |= schema["definitions"]
        definitions[f"file-{kind}"] = {key: schema[key] for key in _OF_FILE}
    journey = definitions["file-journey"]
    group = {"title": "Group", "description": "The folder below maps/ that holds it.", "type": "string"}
    definitions["file-journey"] = {**journey, "properties": {"group": group, **journey["properties"]}}
    properties: dict[str, Any] = {"$schema": {"type": "string"}, "catalog": _file("catalog")}
    properties |= {BY_NAME[kind].plural: _by_id(_file(kind)) for kind in DOCUMENTS}
    properties |= {"figures": _by_id(_rows(COLUMNS, ["date"])), "observed": _by_id(_observed())}
    properties |= {"measure": _file("measure"), "acknowledged": _file("acknowledged")}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:mkdocs-journeys:format-1:atlas",
        "title": "Atlas",
        "description": "All that the files of an atlas say, by kind and id, as journeys export json writes it.",
        "type": "object",
        "additionalProperties": False,
        "required": ["catalog"],
        "properties": properties,
        "definitions": dict(sorted(definitions.items())),
    }


def _file(kind: str) -> Shape:
    return {"$ref": f"#/definitions/file-{kind}"}


def _by_id(value: Shape) -> Shape:
    return {"type": "object", "patternProperties": {ID_PATTERN: value}, "additionalProperties": False}


def _rows(columns: tuple[str, ...], required: list[str]) -> Shape:
    cells = {name: {"type": "string" if name in _TEXTS else "number"} for name in columns} | {"date": _DAY}
    row = {"type": "object", "additionalProperties": False, "required": required, "properties": cells}
    return {"type": "array", "items": row}


def _observed() -> Shape:
    shape = _rows(OBSERVED_COLUMNS, list(OBSERVED_COLUMNS))
    shape["items"]["properties"]["kind"] = {"enum": list(OBSERVED_KINDS)}
    return shape
