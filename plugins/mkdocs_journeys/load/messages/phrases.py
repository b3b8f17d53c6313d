"""The words of messages: what fields, blocks and values are called, and the form that a text needs."""

from functools import cache
from typing import get_args

from mkdocs_journeys.load.files import id_like
from mkdocs_journeys.load.messages.other_names import FACTS, OF_TEXT
from mkdocs_journeys.model import MODELS, Document, Model
from mkdocs_journeys.model.base import (
    COLOUR_PATTERN,
    ENVIRONMENT_PATTERN,
    FINDING_PATTERN,
    FINGERPRINT_PATTERN,
    FORM_HINTS,
    ID_PATTERN,
    IMAGE_PATTERN,
    JOURNEY_OR_STEP_PATTERN,
    LANGUAGE_PATTERN,
    MONTH_PATTERN,
    URL_PATTERN,
    Colour,
    Text,
    models_in,
)
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.model.settings.trackers import Trackers
from mkdocs_journeys.vocabulary import BY_NAME, CATALOG_LISTS, DOCUMENTS
from mkdocs_journeys.wording import with_article
from mkdocs_journeys.yamlfile import fast_read, quote

FILE_NOUNS = {"catalog": "catalog", "measure": "file of definitions", "acknowledged": "list of accepted changes"} | {
    kind: BY_NAME[kind].noun for kind in DOCUMENTS
}
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
    "arms": "arm",
    "scoring": "scoring",
    "pain": "scoring of pains",
    "opportunity": "scoring of opportunities",
    "bands": "pair of bands",
    "review": "review policy",
    "trackers": "block of trackers",
    **dict.fromkeys(Trackers.model_fields, "tracker"),
    "lint": "lint",
    "changes": "accepted change",
    "paths": "path of the lint",
}
TEXT_OF = {
    "steps": "Say what the customer does in `name`, thinks in `thinks` and expects in `expects`, and what we do in "
    "`frontstage` or `backstage`. Other text goes into the `notes` of the journey.",
    "stages": "Say what the customer wants here in `goal` and takes for granted in `expectation`. Other text goes "
    "into the `notes` of the journey.",
}
"""Where text about a step or a stage goes, by the list that it stands in."""
_DOCUMENTS = {BY_NAME[name].plural: BY_NAME[name] for name in DOCUMENTS}
EXAMPLES = {
    "journey title": "title: Find out whether the trial is worth paying for",
    "pain title": "title: The full price shows only at checkout",
    "opportunity title": "title: How might we show one price?",
    "study title": "title: Twelve interviews about price",
    "persona name": "name: Maya, operations lead",
    "step name": "name: Compares the plans",
    "personas": "personas: maya-ops-lead",
    "stages": "stages:` and below it `- stage: onboarding",
    "stage": "stage: onboarding",
    "steps": "steps:` and below it `- name: Compares the plans",
    "id": "id: a-short-name",
    "date": "date: 2026-06-30",
    "format": "format: 1",
    "channel kind": "kind: digital",
    "metric kind": "kind: count",
    "value": "value: 60",
    "alt": "alt: What the picture shows",
    "src": "src: portrait.png",
    "job": "job: Know the whole price before I ask anybody",
    "unit": "unit: EUR",
    "low": "low: 20000",
}
"""What to type for a field that is missing, by the thing that needs it or for all things."""
LONGEST_SHOWN = 40
LONGEST_TYPED = 72
_OF_FILES = {"personas": "persona", "actors": "persona", "baseline": "journey", "part_of": "journey"}
_FORMS = {
    URL_PATTERN: "address that a page may link to",
    IMAGE_PATTERN: "picture",
    COLOUR_PATTERN: "colour",
    FINGERPRINT_PATTERN: "fingerprint",
    MONTH_PATTERN: "month",
    ENVIRONMENT_PATTERN: "name of an environment variable",
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


def typed(value: object, *, in_brackets: bool = False) -> str:
    """A text, number, true or false as it is typed in YAML: in quotes where it needs them; a long text is cut."""
    if not isinstance(value, str):
        return shown(value)
    line = " ".join(value.split())
    text = line if len(line) <= LONGEST_TYPED else f"{line[: LONGEST_TYPED - 1]}…"
    written, wanted = (f"[{text}]", [text]) if in_brackets else (text, text)
    return text if fast_read(f"x: {written}\n".encode()) == {"x": wanted} else quote(text)


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


def takes_free_text(kind: str, path: Path) -> bool:
    """Whether a text at a path may be free text, and need not be an id or a word of a scale."""
    return _takes(Text, kind, path)


def takes_number_sign(kind: str, path: Path) -> bool:
    """Whether a text at a path may hold a #: free text, or a colour."""
    return _takes(Text, kind, path) or _takes(Colour, kind, path)


def _takes(annotation: object, kind: str, path: Path) -> bool:
    """Whether the value at a path may be of a type that is a text with constraints."""
    names = [part for part in path if isinstance(part, str)]
    for depth in range(len(names), 0, -1):
        model = model_at(kind, tuple(names[: depth - 1]))
        field = model.model_fields.get(names[depth - 1]) if model else None
        if field:
            return _has_mark(field.rebuild_annotation(), get_args(annotation)[1])
    return False


def _has_mark(annotation: object, mark: object) -> bool:
    parts = get_args(annotation)
    return mark in parts or any(_has_mark(part, mark) for part in parts)


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


def home_of_field(kind: str, path: Path) -> str:
    """Where a field belongs that is unknown at the path that leads to it; "" where no other place has it."""
    name = str(path[-1])
    if name.casefold() in OF_TEXT and path[-3:-2] in (("stages",), ("steps",)):
        return TEXT_OF[str(path[-3])]
    if (kind, path) == ("journey", ("steps",)):
        return "Steps stand in a stage: write `stages:`, below it `- stage: onboarding`, and the steps below that."
    if kind == "persona" and len(path) == 1 and name.casefold() in FACTS:
        return f"Facts such as this go into `demographics: {{{name.capitalize()}: …}}`."
    if kind == "catalog" and len(path) == 1 and name in _DOCUMENTS:
        return f"Each {_DOCUMENTS[name].noun} is a file of its own: {_DOCUMENTS[name].folder}/ID.yml."
    home = homes_of_field(kind).get(name)
    return f"`{name}` belongs to {with_article(home)}. Is the line indented too far, or not far enough?" if home else ""


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
    if path[-2:-1] == ("pains",) and len(path) > 2:
        if " " not in text or not id_like(text):
            return f"Write the id of a pain, or a block with `id` and `title`. {form}"
        return f"Write the pain as a block: `- id: {id_like(text)}` and below it `title: {typed(text)}`."
    kind = _OF_FILES.get(next((part for part in reversed(path) if isinstance(part, str)), ""))
    of_file = f" The id of a {kind} is the name of its file." if kind else ""
    return f"{form}{of_file}"
