"""Pydantic's errors as problems in the author's words, with a hint on what to type."""

import re
from collections.abc import Callable, Iterator, Sequence

from pydantic_core import ErrorDetails

from mkdocs_journeys.load.messages.forms import days_meant, number_meant
from mkdocs_journeys.load.messages.mistakes import Mistake, mistake_of
from mkdocs_journeys.load.messages.other_names import field_called, word_called
from mkdocs_journeys.load.messages.phrases import (
    EXAMPLES,
    home_of_field,
    label,
    model_at,
    noun_at,
    pattern_mistake,
    shown,
)
from mkdocs_journeys.load.messages.shapes import hint_for_block, hint_for_list, hint_for_named_item, hint_for_text
from mkdocs_journeys.model import MODELS, Document
from mkdocs_journeys.model.references import Path, kind_at
from mkdocs_journeys.model.scales import EMOTION_WORDS
from mkdocs_journeys.problem import Position, Problem, suggest
from mkdocs_journeys.wording import listed, with_article
from mkdocs_journeys.yamlfile import Map, locate

MOST_PROBLEMS = 100
_SENTIMENT = "Write -1 for negative, 0 for neutral or 1 for positive, without quotes."
_EMOTION = f"Write a number from -2 to 2: {', '.join(f'{n} {word}' for n, word in EMOTION_WORDS.items())}."
_NUMBERED = ("severity", "frequency", "impact", "effort", "value")
"""Fields whose words, lowest first, other tools give as numbers from 1."""
_ONE_OR_MANY = ("touchpoint", "channel", "team", "actors", "personas")
_NO_GUESS = "Leave the line out where nobody knows."
_OF_IDS = ("string_pattern_mismatch", "tuple_type")
"""Errors of fields that may take ids, for which names may stand."""

Complaint = tuple[str, str, str]
"""The rule, the message and the hint."""


def problems_of(
    errors: Sequence[ErrorDetails], file: str, kind: str, source: Map, dropped: frozenset[Path]
) -> Iterator[Problem]:
    """A problem for each error, at most 100. A missing field that another mistake explains is left out."""
    mistakes = [mistake_of(error, kind, source, dropped) for error in errors[:MOST_PROBLEMS]]
    unknown = [m for m in mistakes if m.type == "extra_forbidden"]
    misspelt = {(*m.path[:-1], _near_field(m)) for m in unknown}
    named = {m.path[:-1] for m in unknown if _names_its_item(m)}
    for mistake in mistakes:
        is_explained = mistake.path in misspelt or mistake.path[:-1] in named
        if mistake.type == "missing" and not mistake.dropped and is_explained:
            continue
        at_key = mistake.is_key or mistake.dropped or mistake.type == "extra_forbidden"
        rule, message, hint = _EXPLAIN.get(mistake.type, _something_else)(mistake)
        path = mistake.path if mistake.type in _OF_IDS else ()
        yield Problem(rule, Position(file, *locate(source, mistake.path, key=at_key)), message, hint, path=path)


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
    near = _near_field(m)
    if name[:1].isspace():
        hint = "The line begins with a space of another kind, such as a no-break space. Type ordinary spaces there."
    elif _names_its_item(m):
        hint = hint_for_named_item(m.kind, m.path, m.value)
    elif near:
        hint = f"Did you mean `{near}`?"
    elif m.value is None and name.isdigit():
        hint = "Is it part of a number? Write a point for decimals, and nothing between thousands."
    elif m.value is None:
        hint = "Is it part of a text with a comma in it? Put that text in quotes."
    else:
        hint = home_of_field(m.kind, m.path) or f"The fields are {listed(_fields(m), 'and')}."
    return "field-unknown", f"{noun.capitalize()} has no field {label(m.path)}.", hint


def _names_its_item(m: Mistake) -> bool:
    """Whether an unknown field of an item in a list is rather the item's name, with its fields or a text behind it."""
    model = model_at(m.kind, m.path[:-1])
    if not model or len(m.path) == 1 or not isinstance(m.path[-2], int):
        return False
    near, is_alone = _near_field(m), len(m.beside) == 1
    if isinstance(m.value, dict):
        return is_alone and not m.value.keys().isdisjoint(model.model_fields)
    if m.value is None:
        missing = {name for name, field in model.model_fields.items() if field.is_required()} - m.beside
        return bool(missing) and near not in missing
    return is_alone and not near and not isinstance(m.value, list)


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
    near = word_called(m.value, words) or suggest(m.value, words) if isinstance(m.value, str) else None
    choice = f"It can be {listed(words)}."
    if m.path[-1] in _NUMBERED and type(m.value) is int and 1 <= m.value <= len(words):
        choice = f"{choice} On a scale from 1 to {len(words)}, {m.value} is '{words[m.value - 1]}'."
    hint = f"Did you mean '{near}'? {choice}" if near else choice
    return "field-value", f"{label(m.path)} cannot be {m.typed}.", hint


def _no_text(m: Mistake) -> Complaint:
    if m.value is None:
        return _empty_text(m)
    if isinstance(m.value, dict | list):
        wanted = "one id" if kind_at(MODELS[m.kind], m.path) else "one text"
        there = "but has fields of its own" if isinstance(m.value, dict) else "not a list"
        return "field-type", f"{label(m.path)} needs {wanted}, {there}.", hint_for_text(m.kind, m.path, m.value)
    hint = f'Put it in quotes if it is text: "{m.typed}".'
    return "field-type", f"{label(m.path)} needs text, and {m.typed} is not text.", hint


def _empty_text(m: Mistake) -> Complaint:
    return "field-empty", f"{label(m.path)} is empty.", "Write something there, or remove the line."


def _no_list(m: Mistake) -> Complaint:
    if m.value is None:
        return _empty_text(m)
    if m.path[-1] in _ONE_OR_MANY and isinstance(m.value, dict):
        hint = hint_for_text(m.kind, m.path, m.value)
        return "field-type", f"{label(m.path)} needs an id, or a list of ids.", hint
    return "field-type", f"{label(m.path)} needs a list.", hint_for_list(m.kind, m.path, m.value)


def _no_block(m: Mistake) -> Complaint:
    if m.value is None:
        return "field-empty", f"{label(m.path)} is empty.", "Write its fields there, or remove the line."
    is_item = model_at(m.kind, m.path) is not None
    noun = with_article(noun_at(m.kind, m.path)).capitalize() if is_item else label(m.path)
    hint = hint_for_block(m.kind, m.path, m.value)
    return "field-type", f"{noun} is a block of fields, not {shown(m.value)}.", hint


def _no_date(m: Mistake) -> Complaint:
    days = days_meant(m.value if isinstance(m.value, str) else m.typed)
    hint = f"Write year, month and day as YYYY-MM-DD{f': {listed(days)}' if days else ', such as 2026-10-02'}."
    return "field-value", f"{label(m.path)} is {m.typed}, which is no date.", hint


def _no_flag(m: Mistake) -> Complaint:
    return "field-value", f"{label(m.path)} cannot be {m.typed}.", "Write true or false, without quotes."


def _no_number(m: Mistake) -> Complaint:
    if type(m.value) in (int, float):
        if _has_scale(m):
            return _out_of_range(m)
        return "field-value", f"{label(m.path)} is {m.typed}, but it has to be a whole number.", "Round it."
    number = number_meant(m.value) if isinstance(m.value, str) else None
    hint = "Write it in digits, without quotes or a unit, such as 30."
    if number:
        hint = f"Write the number alone, without quotes or a unit: {number}."
    if _has_scale(m) and not (number and not m.value.isascii()):
        hint = _scale_hint(m)
    return "field-value", f"{_subject(m)} is {m.typed}, which is no number.", hint


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
    return "field-value", *pattern_mistake(str(m.context.get("pattern", "")), m.shown_path, m.value, m.is_key)


def _something_else(m: Mistake) -> Complaint:
    return "field-value", f"{label(m.path)} cannot be used as it is.", f"{m.context['said']}."


def _no_range(m: Mistake) -> Complaint:
    hint = "Write the lower figure under `low`, or leave `high` out."
    return "field-value", f"{label(m.path)} is lower at its `high` end than at its `low` end.", hint


def _more_than_all(m: Mistake) -> Complaint:
    return "field-value", f"{label(m.path)} has more who `converted` than its `n`.", "Check the counts of this arm."


def _no_fibonacci(m: Mistake) -> Complaint:
    return "field-value", f"{label(m.path)} is {m.typed}, which is no size of WSJF.", "Write 1, 2, 3, 5, 8, 13 or 20."


def _more_than_100(m: Mistake) -> Complaint:
    return "field-value", "`drop_off` is more than 100 percent.", "Write how many of a hundred people give up."


def _cost_twice(m: Mistake) -> Complaint:
    hint = "Leave out `cost` to have it worked out, or `cost_factors` if you know it."
    return "field-value", "This pain has both a `cost` and `cost_factors`.", hint


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
    "counts": _more_than_all,
    "fibonacci": _no_fibonacci,
    "share": _more_than_100,
    "cost": _cost_twice,
}
