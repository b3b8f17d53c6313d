"""What to write where a list, a block of fields or a text stands in the place of another, as the very line."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from mkdocs_journeys.load.files import id_like, is_id, target_like
from mkdocs_journeys.load.messages.phrases import model_at, noun_at, shown, takes_free_text, typed
from mkdocs_journeys.model import MODELS, Model
from mkdocs_journeys.model.base import IMAGE_PATTERN
from mkdocs_journeys.model.references import Path, kind_at
from mkdocs_journeys.wording import listed, with_article

LONGEST_ITEM = 30
"""Characters of a text that may well be one of several items on a line."""
LONGEST_TEXT = 80
"""Characters of a text that a list may be written as."""
MOST_FIELDS = 4
"""Fields that a hint names, all or none."""
_ITEM_SIGNS = "•·▪‣*–—-"
"""What people write before an item, where YAML wants a hyphen and a space."""
_ADDRESS = re.compile(r"https?://\S+|mailto:\S+").fullmatch
_PICTURE = re.compile(IMAGE_PATTERN).fullmatch
_BLANK = "…"


def hint_for_list(kind: str, path: Path, value: Any) -> str:
    """What to write where a list belongs and something else stands."""
    model, name = model_at(kind, path), path[-1]
    if isinstance(value, dict):
        return _hint_for_fields(kind, path, value)
    text = str(value)
    if isinstance(value, str) and value[:1] in _ITEM_SIGNS and (items := _by_sign(value)):
        return f"Start each item with a hyphen and a space, on a line of its own: `- {typed(items[0])}`."
    parts = [part.strip() for part in re.split("[,;]", text) if part.strip()] if isinstance(value, str) else [value]
    are_ids = _wants_id(kind, path) and all(isinstance(part, str) and is_id(part) for part in parts)
    if model and not takes_free_text(kind, path) and not are_ids:
        first, *more = _lines_of_item(model, text)
        if not more:
            return f"Write `{name}:` and below it `- {first}`."
        return f"Write `{name}:`, below it `- {first}`, and below that {_in_code(more)}."
    if all(len(str(part)) <= LONGEST_ITEM for part in parts):
        return f"Put brackets around it: `{name}: {_in_brackets(kind, path, parts)}`."
    return f"Write `{name}:` and below it `- {typed(text)}`."


def _in_brackets(kind: str, path: Path, items: Iterable[Any]) -> str:
    """A list on one line; of ids, where a text of it cannot be one, that which is like it."""
    are_ids = _wants_id(kind, path)
    plain = [(target_like(item) or item) if are_ids and isinstance(item, str) else item for item in items]
    return f"[{', '.join(typed(item, in_brackets=True) for item in plain)}]"


def _by_sign(text: str) -> list[str]:
    """The items of a text that has one of the signs before each, after which there is a space."""
    items = re.split(rf"(?:^|\s)[{re.escape(_ITEM_SIGNS)}]\s", text)
    return [] if items[0].strip() else [item.strip() for item in items if item.strip()]


def _wants_id(kind: str, path: Path) -> bool:
    return bool(kind_at(MODELS[kind], (*path, 0)))


def _hint_for_fields(kind: str, path: Path, value: dict[Any, Any]) -> str:
    """What to write where a list belongs, and fields stand."""
    model, name, noun = model_at(kind, path), path[-1], noun_at(kind, path)
    first, inner = next(iter(value.items()), ("", None))
    if model and first in model.model_fields:
        line = f"{first}:" if isinstance(inner, dict | list) or inner is None else f"{first}: {typed(inner)}"
        return f"Start each {noun} with a hyphen and a space: `- {line}`, and its other fields right below `{first}`."
    if _wants_id(kind, path) and not (model and isinstance(inner, dict)):
        return f"Write ids alone: `{name}: {_in_brackets(kind, path, value)}`."
    if model and not takes_free_text(kind, path):
        return f"Write each {noun} as an item of a list: {item_with(model, first, inner)}."
    if isinstance(inner, dict | list) or not value:
        return "Write one item per line, each after a hyphen and a space."
    return f"Write one item per line, each after a hyphen and a space: `- {typed(_with_colon(first, inner))}`."


def _with_colon(name: str, value: Any) -> str:
    """The text that YAML took for a field, because of a colon in it."""
    return name if value is None else f"{name}: {value if isinstance(value, str) else shown(value)}"


def fields_with(model: type[Model], text: str, value: Any = None) -> list[str]:
    """The fields that a block needs, as lines; a text, and a value behind it, are put where they fit."""
    needed = [name for name, field in model.model_fields.items() if field.is_required() and name != "steps"]
    inside = value.values() if isinstance(value, dict) else [value]
    words = next((one for one in inside if isinstance(one, str)), text)
    given = {
        "id": id_like(text) or _BLANK,
        "stage": id_like(text) or _BLANK,
        "src": text if _PICTURE(text) else _BLANK,
        "alt": "What the picture shows",
        "url": text if _ADDRESS(text) else _BLANK,
    }
    if not _ADDRESS(text):
        given |= dict.fromkeys(("name", "title", "text"), typed(words))
    return [f"{name}: {given.get(name, _BLANK)}" for name in needed]


def _lines_of_item(model: type[Model], text: str, value: Any = None) -> list[str]:
    return fields_with(model, text, value) or [f"{_first_text(model)}: {_BLANK}"]


def item_with(model: type[Model], text: str, value: Any = None) -> str:
    """The lines of a new item of a list, as `fields_with` gives them; those that it has already go below."""
    first, *more = _lines_of_item(model, text, value)
    if more:
        return f"`- {first}` and below it {_in_code(more)}"
    return f"`- {first}`, with its other fields on the lines below"


def _in_code(words: Sequence[str]) -> str:
    return listed([f"`{word}`" for word in words], "and")


def hint_for_block(kind: str, path: Path, value: Any) -> str:
    """What to write where a block of fields belongs and something else stands."""
    model, name = model_at(kind, path), path[-1]
    if isinstance(name, int):
        if model and isinstance(value, str):
            return f"Write it as {item_with(model, value)}."
        return f"Write its fields there, each as a name, a colon and a value: `{_first_text(model)}: …`."
    if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        return f"Remove the hyphens: each field stands on a line of its own below `{name}:`."
    if not model:
        return f"Write each on a line of its own below `{name}:`: its name, a colon, a space and what belongs to it."
    lines = fields_with(model, value) if isinstance(value, str) else []
    if lines:
        return f"Write `{name}: {{{', '.join(lines)}}}`."
    fields = list(model.model_fields)
    if len(fields) <= MOST_FIELDS:
        return f"Write its fields on the lines below `{name}:`, each with a colon: {_in_code(fields)}."
    text = typed(value) if isinstance(value, str) and takes_free_text(kind, (*path, fields[0])) else _BLANK
    return f"Write its fields on the lines below `{name}:`, such as `{fields[0]}: {text}`."


def _first_text(model: type[Model] | None) -> str:
    names = list(model.model_fields) if model else []
    return next((name for name in ("stage", "name", "title", "text") if name in names), "name")


def hint_for_text(kind: str, path: Path, value: dict[Any, Any] | list[Any]) -> str:
    """What to write where a text or an id belongs and a list or fields stand."""
    before = "- " if isinstance(path[-1], int) else f"{path[-1]}: "
    is_id_wanted = bool(kind_at(MODELS[kind], path))
    plain = [item for item in _values(value) if not isinstance(item, dict | list)]
    if is_id_wanted and plain:
        return f"Write one id: `{before}{typed(plain[0])}`."
    if len(plain) != len(_values(value)) or not plain:
        return f"Write one text. If it has several lines, write `{before}|` and the lines below it, indented."
    if isinstance(value, dict):
        text = ", ".join(_with_colon(key, inner) for key, inner in value.items())
        return f"Write one text, in quotes where it has a colon: `{before}{typed(text)}`."
    is_measure = len(plain) == 2 and not isinstance(plain[0], str)
    text = (" " if is_measure else ", ").join(map(str, plain))
    if len(text) > LONGEST_TEXT:
        return f"Write one text, or `{before}|` and the lines of the text below it, indented."
    brackets = f" If the brackets belong to it: `{before}{typed(f'[{text}]')}`." if len(plain) == 1 else ""
    return f"Write one text: `{before}{typed(text)}`.{brackets}"


def _values(value: dict[Any, Any] | list[Any]) -> list[Any]:
    """The items of a list or, for fields, what may be an id: the values of `id` and `name`, else the names."""
    if isinstance(value, list):
        return value
    named = [value[key] for key in ("id", "name") if key in value]
    return named or [key if not isinstance(inner, dict | list) else inner for key, inner in value.items()]


def hint_for_named_item(kind: str, path: Path, value: Any) -> str:
    """What to write for the item of a list whose name stands where a field should; `path` leads to that field."""
    above, name = path[:-1], str(path[-1])
    model = model_at(kind, above)
    if takes_free_text(kind, above) and not isinstance(value, dict):
        return f"Put the text in quotes: `- {typed(_with_colon(name, value))}`."
    return f"Write {with_article(noun_at(kind, above))} as {item_with(model, name, value)}." if model else ""
