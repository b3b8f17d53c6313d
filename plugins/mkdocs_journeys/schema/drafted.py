"""The draft-07 schema of drafts that are made of interviews, as `journeys import json --draft` takes them."""

from collections.abc import Iterator
from typing import Any

from mkdocs_journeys.model.base import ID_PATTERN
from mkdocs_journeys.schema.document import Shape, pattern_shape, schema_of
from mkdocs_journeys.vocabulary import BY_NAME

DRAFT_KINDS = ("evidence", "journey", "opportunity")
"""The kinds of things that a draft holds by their ids."""
PROPOSED_LISTS = ("stages", "channels", "touchpoints", "teams", "segments")
"""The lists of the catalog to which a draft may propose things; personas it proposes by their ids."""
NOT_IN_DRAFTS = frozenset({
    "baseline", "cost", "expires", "experiment", "figures", "image", "issue", "link", "links", "n", "reach",
    "resolved", "reviewed", "score", "share", "since", "status", "volume",
})  # fmt: skip
"""Fields whose values nobody can take from an interview, or that people give when they have read the draft."""
DRAFT_CONFIDENCES = ("assumed", "inferred")


def draft_schema() -> Shape:
    """The schema as plain values: each part as in its own file, but for what no draft may say."""
    definitions: Shape = {}
    for kind in (*DRAFT_KINDS, "persona", "catalog"):
        schema = schema_of(kind)
        definitions |= schema["definitions"]
        definitions[f"file-{kind}"] = {key: schema[key] for key in ("type", "additionalProperties", "properties")} | {
            "required": [name for name in schema["required"] if name != "format"]
        }
    definitions = {name: _restricted(shape) for name, shape in definitions.items()}
    finding = definitions["Finding"]
    finding["properties"]["transcript"] = pattern_shape(ID_PATTERN) | {
        "description": "The id of the transcript in which the text stands word for word."
    }
    finding["properties"]["type"] = {"enum": ["quote"]}
    finding["required"] = ["id", "text", "transcript"]
    catalog = definitions.pop("file-catalog")["properties"]
    proposes: Shape = {"personas": _by_id({"$ref": "#/definitions/file-persona"})}
    proposes |= {name: catalog[name] for name in PROPOSED_LISTS}
    properties: Shape = {
        "$schema": {"type": "string"},
        "transcripts": _by_id({"type": "string", "description": "The path of its file, from this document's folder."}),
        "proposes": {
            "description": "What the catalog does not have, and this draft needs.",
            **_mapping(proposes),
        },
        **{BY_NAME[kind].plural: _by_id({"$ref": f"#/definitions/file-{kind}"}) for kind in DRAFT_KINDS},
    }
    used = set(_used(properties, definitions))
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:mkdocs-journeys:format-1:draft",
        "title": "Draft",
        "description": "Findings of interviews, and the journeys that are drafted from them.",
        **_mapping(properties),
        "required": ["transcripts", "evidence", "journeys"],
        "definitions": {name: definitions[name] for name in sorted(used)},
    }


def _restricted(shape: Shape) -> Shape:
    """A block without what no draft may say. Evidence stands by finding; a confidence is assumed or inferred."""
    properties: Shape = {}
    for name, value in shape["properties"].items():
        if name in NOT_IN_DRAFTS:
            continue
        if name == "confidence":
            sentence = "Inferred where a finding stands in `evidence`, else assumed; left out, just that is written."
            value = {"enum": list(DRAFT_CONFIDENCES), "description": sentence}
        properties[name] = value
    required = [name for name in shape.get("required", ()) if name not in NOT_IN_DRAFTS]
    return {**shape, "properties": properties, "required": required}


def _used(shape: Any, definitions: Shape, seen: frozenset[str] = frozenset()) -> Iterator[str]:
    """The names of all definitions that a shape refers to, also through others."""
    if isinstance(shape, list):
        for one in shape:
            yield from _used(one, definitions, seen)
    elif isinstance(shape, dict):
        for key, value in shape.items():
            name = str(value).removeprefix("#/definitions/")
            if key == "$ref" and name not in seen:
                yield name
                yield from _used(definitions[name], definitions, seen | {name})
            elif key != "$ref":
                yield from _used(value, definitions, seen)


def _by_id(value: Shape) -> Shape:
    return {"type": "object", "patternProperties": {ID_PATTERN: value}, "additionalProperties": False}


def _mapping(properties: Shape) -> Shape:
    return {"type": "object", "additionalProperties": False, "properties": properties}
