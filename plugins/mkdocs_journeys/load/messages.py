"""Pydantic's errors as problems in the author's words, with a hint on what to type."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from mkdocs_journeys.load.examples import EXAMPLES
from mkdocs_journeys.load.other_names import OF_TEXT, field_called
from mkdocs_journeys.load.phrases import homes_of_field, label, model_at, noun_at, pattern_mistake, shortened, shown
from mkdocs_journeys.model import Document
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.model.scales import EMOTION_WORDS
from mkdocs_journeys.problem import Position, Problem, suggest
from mkdocs_journeys.wording import listed, with_article
from mkdocs_journeys.yamlfile import Map, locate, source_text

MOST_PROBLEMS = 100
_TAGGED_ITEMS = ("pains", "says", "jobs")
_TAGGED_FIELDS = ("emotion", "feelings", "thinks", "says", "expects")
_SENTIMENT = "Write -1 for negative, 0 for neutral or 1 for positive, without quotes."
_EMOTION = f"Write a number from -2 to 2: {', '.join(f'{n} {word}' for n, word in EMOTION_WORDS.items())}."
_TEXT_OF = {
    "steps": "Say what the customer does in `name`, thinks in `thinks` and expects in `expects`, and what we do in "
    "`frontstage` or `backstage`. Other text goes into the `notes` of the journey.",
    "stages": "Say what the customer wants here in `goal` and takes for granted in `expectation`. Other text goes "
    "into the `notes` of the journey.",
}
"""Where text about a step or a stage goes, by the list that it stands in."""
_NO_GUESS = "Leave the line out where nobody knows."

Complaint = tuple[str, str, str]
"""The rule, the message and the hint."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One of pydantic's errors with its path in the file; `typed` is the value as it was typed.

    `beside` are the names of all fields of the same block.
    """

    kind: str
    type: str
    path: Path
    is_key: bool
    value: Any
    typed: str
    context: dict[str, Any]
    dropped: bool
    beside: frozenset[str] = frozenset()


def problems_of(
    errors: Sequence[ErrorDetails], file: str, kind: str, source: Map, dropped: frozenset[Path]
) -> Iterator[Problem]:
    """A problem for each error, at most 100. A missing field that a sibling misspells is left out."""
    mistakes = [_mistake(error, kind, source, dropped) for error in errors[:MOST_PROBLEMS]]
    misspelt = {(*m.path[:-1], _near_field(m)) for m in mistakes if m.type == "extra_forbidden"}
    for mistake in mistakes:
        if mistake.type == "missing" and not mistake.dropped and mistake.path in misspelt:
            continue
        at_key = mistake.is_key or mistake.dropped or mistake.type == "extra_forbidden"
        rule, message, hint = _EXPLAIN.get(mistake.type, _something_else)(mistake)
        path = mistake.path if mistake.type == "string_pattern_mismatch" else ()
        yield Problem(rule, Position(file, *locate(source, mistake.path, key=at_key)), message, hint, path=path)


def path_of(error: ErrorDetails) -> tuple[Path, bool]:
    """Where in the file's values an error lies, without pydantic's own marks, and whether it is a key's."""
    location = error["loc"]
    is_key = location[-1:] == ("[key]",) and error["type"] != "extra_forbidden"
    path: Path = ()
    tagged: Path | None = None
    for part in location[:-1] if is_key else location:
        if part in ("mapping", "plain") and path != tagged and _may_be_tagged(path):
            tagged = path
        else:
            path = (*path, part)
    return path, is_key


def _may_be_tagged(path: Path) -> bool:
    """Whether this is a place that takes either a block of fields or a plain value."""
    if path[-1:] and path[-1] in _TAGGED_FIELDS:
        return True
    is_of_actor = path[-3:-2] == ("says",)
    return len(path) > 1 and isinstance(path[-1], int) and (is_of_actor or path[-2] in _TAGGED_ITEMS)


def _mistake(error: ErrorDetails, kind: str, source: Map, dropped: frozenset[Path]) -> Mistake:
    path, is_key = path_of(error)
    if path and isinstance(path[-1], int) and isinstance(_at(source, path[:-1]), str):
        path = path[:-1]  # a text alone stands for a list of one
    value = error["input"]
    typed = shortened(source_text(source, path) or "") or shown(value)
    context = {**error.get("ctx", {}), "said": error["msg"]}
    beside = frozenset(map(str, _block_at(source, path[:-1])))
    return Mistake(kind, error["type"], path, is_key, value, typed, context, path in dropped, beside)


def _block_at(source: Map, path: Path) -> Iterable[object]:
    """The names in the block at a path; none where there is no block."""
    value = _at(source, path)
    return value if isinstance(value, dict) else ()


def _at(source: Map, path: Path) -> Any:
    """The value at a path; None where there is none."""
    value: Any = source
    for part in path:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def _missing(m: Mistake) -> Complaint:
    noun, name = noun_at(m.kind, m.path[:-1]), str(m.path[-1])
    example = EXAMPLES.get(f"{noun} {name}") or EXAMPLES.get(name, f"{name}: …")
    if m.dropped:
        return ("field-empty", f"{label(m.path)} has no value.", f"Write one after the colon, such as `{example}`.")
    the = "The" if noun == "catalog" else "This"
    return "field-missing", f"{the} {noun} has no {label(m.path)}.", f"Add a line such as `{example}`."


def _unknown(m: Mistake) -> Complaint:
    noun = with_article(noun_at(m.kind, m.path[:-1]))
    name = str(m.path[-1])
    near, home = _near_field(m), homes_of_field(m.kind).get(name)
    if near:
        hint = f"Did you mean `{near}`?"
    elif name.casefold() in OF_TEXT and m.path[-3:-2] in (("stages",), ("steps",)):
        hint = _TEXT_OF[str(m.path[-3])]
    elif home:
        hint = f"`{name}` belongs to {with_article(home)}. Is the line indented too far, or not far enough?"
    else:
        hint = f"The fields are {listed(_fields(m), 'and')}."
    return "field-unknown", f"{noun.capitalize()} has no field {label(m.path)}.", hint


def _fields(m: Mistake) -> list[str]:
    model = model_at(m.kind, m.path[:-1])
    hidden = ("id", "path", "group") if model and issubclass(model, Document) else ()
    return [name for name in model.model_fields if name not in hidden] if model else []


def _near_field(m: Mistake) -> str | None:
    """The field that a name means which the format does not know: one that is not given yet, and that fits."""
    name, fields = str(m.path[-1]), [field for field in _fields(m) if field not in m.beside]
    return field_called(name, fields) or suggest(name, fields)


def _not_one_of(m: Mistake) -> Complaint:
    if m.path == ("format",):
        return "field-value", f"`format` is {m.typed}, and only format 1 is known.", "Write `format: 1`."
    words = re.findall(r"'([^']*)'", str(m.context.get("expected", "")))
    near = suggest(m.value, words) if isinstance(m.value, str) else None
    choice = f"It can be {listed(words)}."
    hint = f"Did you mean '{near}'? {choice}" if near else choice
    return "field-value", f"{label(m.path)} cannot be {m.typed}.", hint


def _no_text(m: Mistake) -> Complaint:
    if m.value is None:
        return _empty_text(m)
    if isinstance(m.value, dict):
        hint = "Put the text in quotes if it contains a colon or braces."
        return "field-type", f"{label(m.path)} needs text, but has fields of its own.", hint
    if isinstance(m.value, list):
        hint = "Write one text after the colon. Put it in quotes if it starts with a bracket."
        return "field-type", f"{label(m.path)} needs one text, not a list.", hint
    hint = f'Put it in quotes if it is text: "{m.typed}".'
    return "field-type", f"{label(m.path)} needs text, and {m.typed} is not text.", hint


def _empty_text(m: Mistake) -> Complaint:
    return "field-empty", f"{label(m.path)} is empty.", "Write something there, or remove the line."


def _no_list(m: Mistake) -> Complaint:
    if m.value is None:
        return _empty_text(m)
    hint = "Write one item per line, each after a hyphen and a space."
    if m.path[-1] in ("touchpoint", "channel", "team", "actors", "personas"):
        return "field-type", f"{label(m.path)} needs an id, or a list of ids.", hint
    if isinstance(m.value, str) and re.fullmatch(r"[\w /-]{1,40}", m.value):
        hint = f"Put brackets around it: `{m.path[-1]}: [{m.value}]`."
    return "field-type", f"{label(m.path)} needs a list.", hint


def _no_block(m: Mistake) -> Complaint:
    noun = noun_at(m.kind, m.path)
    if m.value is None:
        return "field-empty", f"{label(m.path)} is empty.", "Write its fields there, or remove the line."
    model = model_at(m.kind, m.path)
    names = list(model.model_fields) if model else ["name"]
    first = next((name for name in ("name", "title", "stage", "text") if name in names), names[0])
    hint = f"Write its fields on the lines below, each as `{first}: …`."
    if isinstance(m.value, str) and isinstance(m.path[-1], int):
        hint = f"Write it as `- {first}: {shortened(m.value)}`, with its other fields on the lines below."
    return "field-type", f"{with_article(noun).capitalize()} is a block of fields, not {shown(m.value)}.", hint


def _no_date(m: Mistake) -> Complaint:
    hint = "Write year, month and day as YYYY-MM-DD, such as 2026-10-02."
    return "field-value", f"{label(m.path)} is {m.typed}, which is no date.", hint


def _no_flag(m: Mistake) -> Complaint:
    return "field-value", f"{label(m.path)} cannot be {m.typed}.", "Write true or false, without quotes."


def _no_number(m: Mistake) -> Complaint:
    if type(m.value) in (int, float):
        if _has_scale(m):
            return _out_of_range(m)
        return "field-value", f"{label(m.path)} is {m.typed}, but it has to be a whole number.", "Round it."
    digits = re.search(r"-?\d+(?:\.\d+)?", m.value) if isinstance(m.value, str) else None
    hint = f"Write the number alone, without quotes or a unit: {digits[0] if digits else 30}."
    return "field-value", f"{_subject(m)} is {m.typed}, which is no number.", _scale_hint(m) or hint


def _out_of_range(m: Mistake) -> Complaint:
    if _has_scale(m):
        return "field-value", f"{_subject(m)} is {m.typed}, which is not on its scale.", _scale_hint(m)
    bound, end = ("ge", "least") if m.type == "greater_than_equal" else ("le", "most")
    limit = f"{m.context.get(bound, 0):g}"
    percent = m.path[-1] in ("reach", "share", "value", "high", "medium")
    hint = "Write a number from 0 to 100." if percent else f"Write a number of at {end} {limit}."
    return "field-value", f"{label(m.path)} is {m.typed}, and {limit} is the {end} it can be.", hint


def _subject(m: Mistake) -> str:
    return f"The emotion of {label(m.path)}" if "emotion" in m.path[:-1] else label(m.path)


def _has_scale(m: Mistake) -> bool:
    return "emotion" in m.path or m.path[-1] == "sentiment"


def _scale_hint(m: Mistake) -> str:
    if m.path[-1] == "sentiment":
        return _SENTIMENT
    return f"{_EMOTION} {_NO_GUESS}" if "emotion" in m.path else ""


def _too_few(m: Mistake) -> Complaint:
    noun, item = with_article(noun_at(m.kind, m.path[:-1])).capitalize(), noun_at(m.kind, m.path)
    hint = f"{noun} needs at least one {item.removesuffix('s')}."
    return "field-empty", f"{label(m.path)} is empty.", hint


def _no_match(m: Mistake) -> Complaint:
    return "field-value", *pattern_mistake(str(m.context.get("pattern", "")), m.path, m.value, m.is_key)


def _something_else(m: Mistake) -> Complaint:
    return "field-value", f"{label(m.path)} cannot be used as it is.", f"{m.context['said']}."


def _no_range(m: Mistake) -> Complaint:
    hint = "Write the lower figure under `low`, or leave `high` out."
    return "field-value", f"{label(m.path)} is lower at its `high` end than at its `low` end.", hint


_EXPLAIN: dict[str, Callable[[Mistake], Complaint]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "literal_error": _not_one_of,
    "string_type": _no_text,
    "string_too_short": _empty_text,
    "string_pattern_mismatch": _no_match,
    "tuple_type": _no_list,
    "list_type": _no_list,
    "too_short": _too_few,
    "model_type": _no_block,
    "model_attributes_type": _no_block,
    "dict_type": _no_block,
    "date": _no_date,
    "bool_type": _no_flag,
    "int_type": _no_number,
    "float_type": _no_number,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
    "range": _no_range,
}
