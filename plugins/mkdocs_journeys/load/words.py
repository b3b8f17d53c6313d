"""What things are called in a message."""

from functools import cache
from typing import Any, get_args

from mkdocs_journeys.model import Catalog, Document, Evidence, Journey, Model, Opportunity, Persona
from mkdocs_journeys.model.references import Path

MODELS: dict[str, type[Document]] = {
    "catalog": Catalog,
    "journey": Journey,
    "persona": Persona,
    "opportunity": Opportunity,
    "evidence": Evidence,
}
"""The model of each kind of YAML file."""

FILE_NOUNS = {"catalog": "catalog", "evidence": "study"}
PART_NOUNS = {
    "stages": "stage",
    "steps": "step",
    "pains": "pain",
    "says": "quote",
    "links": "link",
    "image": "picture",
    "scope": "scope",
    "traits": "trait",
    "empathy": "empathy map",
    "findings": "finding",
    "solutions": "solution",
    "experiment": "experiment",
    "channels": "channel",
    "touchpoints": "touchpoint",
    "teams": "team",
    "segments": "segment",
    "metrics": "metric",
    "lanes": "lane",
    "scoring": "scoring",
    "pain": "scoring of pains",
    "opportunity": "scoring of opportunities",
    "bands": "pair of bands",
    "review": "review policy",
    "lint": "lint",
    "paths": "path of the lint",
}
LONGEST_SHOWN = 40


def noun_at(kind: str, path: Path) -> str:
    """What stands at a path of a file of this kind: "step", "pain", "study"."""
    names = [part for part in path if isinstance(part, str)]
    return PART_NOUNS.get(names[-1], names[-1]) if names else FILE_NOUNS.get(kind, kind)


def shown(value: object) -> str:
    """A short text for a value: in quotes if it is text."""
    if isinstance(value, dict):
        return "a block of fields"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "empty"}[value]
    return f"'{shortened(value)}'" if isinstance(value, str) else shortened(str(value))


def shortened(text: str) -> str:
    """A text in at most 40 characters on one line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1] + "…"


def label(path: Path) -> str:
    """The field at a path as a message names it: "`title`", or "Item 2 of `feelings`" in a list."""
    if not path:
        return "The file"
    if isinstance(path[-1], int):
        names = [part for part in path if isinstance(part, str)]
        return f"Item {path[-1] + 1} of `{shortened(names[-1])}`" if names else f"Item {path[-1] + 1}"
    return f"`{shortened(path[-1])}`"


def model_at(kind: str, path: Path) -> type[Model] | None:
    """The model that describes the block of fields at a path; None where the format has none."""
    model: type[Model] | None = MODELS[kind]
    for part in path:
        if isinstance(part, str):
            field = model.model_fields.get(part) if model else None
            model = _model_in(field.annotation) if field else None
    return model


@cache
def homes_of_field(kind: str) -> dict[str, str]:
    """Field name to what has such a field in files of this kind, for those that only one thing has."""
    homes: dict[str, set[str]] = {}
    _collect(MODELS[kind], FILE_NOUNS.get(kind, kind), homes)
    return {name: next(iter(nouns)) for name, nouns in homes.items() if len(nouns) == 1}


def _collect(model: type[Model], noun: str, homes: dict[str, set[str]]) -> None:
    for name, field in model.model_fields.items():
        if not (issubclass(model, Document) and name in ("id", "path", "group")):
            homes.setdefault(name, set()).add(noun)
        inner = _model_in(field.annotation)
        if inner:
            _collect(inner, PART_NOUNS.get(name, name), homes)


def _model_in(annotation: Any) -> type[Model] | None:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next((found for found in map(_model_in, get_args(annotation)) if found), None)
