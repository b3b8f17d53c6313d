"""The words of messages: what fields, blocks and values are called, and the form that a text needs."""

from functools import cache

from mkdocs_journeys.load.files import id_like
from mkdocs_journeys.model import MODELS, Document, Model
from mkdocs_journeys.model.base import (
    COLOUR_PATTERN,
    FINDING_PATTERN,
    FORM_HINTS,
    ID_PATTERN,
    IMAGE_PATTERN,
    JOURNEY_OR_STEP_PATTERN,
    LANGUAGE_PATTERN,
    URL_PATTERN,
    models_in,
)
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.vocabulary import BY_NAME, CATALOG_LISTS, DOCUMENTS

FILE_NOUNS = {"catalog": "catalog"} | {kind: BY_NAME[kind].noun for kind in DOCUMENTS}
"""What a file of each kind is called in a message, and below what its parts are called, by their field."""
PART_NOUNS = {
    **CATALOG_LISTS,
    "steps": "step",
    "pains": "pain",
    "says": "quote",
    "links": "link",
    "image": "picture",
    "scope": "scope",
    "traits": "trait",
    "empathy": "empathy map",
    "findings": "finding",
    "figures": "figure",
    "jobs": "job",
    "lifecycles": "lifecycle",
    "map": "layout of maps",
    "solutions": "solution",
    "experiment": "experiment",
    "scoring": "scoring",
    "pain": "scoring of pains",
    "opportunity": "scoring of opportunities",
    "bands": "pair of bands",
    "review": "review policy",
    "lint": "lint",
    "paths": "path of the lint",
}
LONGEST_SHOWN = 40
_OF_FILES = {"personas": "persona", "actors": "persona", "baseline": "journey", "part_of": "journey"}
_FORMS = {
    URL_PATTERN: "address that a page may link to",
    IMAGE_PATTERN: "picture",
    COLOUR_PATTERN: "colour",
    LANGUAGE_PATTERN: "language",
}
"""What a text that matches a pattern is; texts that match any other are ids."""


def noun_at(kind: str, path: Path) -> str:
    """The noun for what a path of a file of this kind leads to: "step", "pain", "study"."""
    names = [part for part in path if isinstance(part, str)]
    return PART_NOUNS.get(names[-1], names[-1]) if names else FILE_NOUNS[kind]


def shown(value: object) -> str:
    """A value in at most 40 characters, in quotes if it is text; "a list" and "a block of fields" for those."""
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
    """The name of the field at a path: "`title`", or "Item 2 of `feelings`" in a list; "The file" for none."""
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
            model = next(models_in(field.annotation), None) if field else None
    return model


@cache
def homes_of_field(kind: str) -> dict[str, str]:
    """Field name to the noun of the only thing in files of this kind that has such a field."""
    homes: dict[str, set[str]] = {}
    _collect(MODELS[kind], FILE_NOUNS[kind], homes)
    return {name: next(iter(nouns)) for name, nouns in homes.items() if len(nouns) == 1}


def _collect(model: type[Model], noun: str, homes: dict[str, set[str]]) -> None:
    for name, field in model.model_fields.items():
        if not (issubclass(model, Document) and name in ("id", "path", "group")):
            homes.setdefault(name, set()).add(noun)
        if inner := next(models_in(field.annotation), None):
            _collect(inner, PART_NOUNS.get(name, name), homes)


def pattern_mistake(pattern: str, path: Path, value: object, is_key: bool) -> tuple[str, str]:
    """Message and hint for a text that does not have the form that its field asks for."""
    subject = f"{shown(value)} under {label(path[:-1])}" if is_key else f"{label(path)} is {shown(value)}, which"
    hint = (
        FORM_HINTS[pattern] if pattern in _FORMS else _id_hint(pattern, value if isinstance(value, str) else "", path)
    )
    return f"{subject} is no {_FORMS.get(pattern, 'id')}.", hint


def _id_hint(pattern: str, text: str, path: Path) -> str:
    form = FORM_HINTS[ID_PATTERN]
    if path[-1:] == ("id",):
        return f"Did you mean '{id_like(text)}'? {form}" if id_like(text) else form
    if pattern == JOURNEY_OR_STEP_PATTERN:
        return "Write the id of a step of this journey, or `journey:ID`."
    if pattern == FINDING_PATTERN:
        return f"Write a study's id, or `study/finding`. {form}"
    if path[-2:-1] == ("pains",):
        if " " not in text or not id_like(text):
            return f"Write the id of a pain, or a block with `id` and `title`. {form}"
        return f"Write the pain as a block: `- id: {id_like(text)}` and below it `title: {shortened(text)}`."
    kind = _OF_FILES.get(next((part for part in reversed(path) if isinstance(part, str)), ""))
    of_file = f" The id of a {kind} is the name of its file." if kind else ""
    return f"{form}{of_file}"
