"""What the format expects at a path of a file, read off the models: fields, ids, words, days, or free text."""

import re
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from mkdocs_journeys.lint import BY_ID
from mkdocs_journeys.model import MODELS, Model
from mkdocs_journeys.model.base import ID_PATTERN, OneOrMany, Ref
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.schema.descriptions import described
from mkdocs_journeys.schema.document import fields_of, sentence_of, shape_of
from mkdocs_journeys.schema.reference import phrase_of, words_of
from mkdocs_journeys.schema.words import Word

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


class Sort(Enum):
    """The forms that a value can have."""

    MODEL = 1
    LIST = 2
    MAPPING = 3
    REFERENCE = 4
    WORDS = 5
    DAY = 6
    FLAG = 7
    ID = 8
    TEXT = 9


@dataclass(frozen=True, slots=True)
class Form:
    """One form that a value may have.

    `model` has the fields of a MODEL; `item` is the type of a LIST's items, or of a MAPPING's values, and `key` that
    of its keys; `kind` is what a REFERENCE means; `words` are those of WORDS with their meanings.
    """

    sort: Sort
    model: type[Model] | None = None
    item: Any = None
    key: Any = None
    kind: str = ""
    words: tuple[tuple[Word, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """A field that may stand in a block: what it is called, its type, and its documentation."""

    name: str
    required: bool
    annotation: Any = field(compare=False)
    phrase: str
    sentence: str
    example: str


def forms_of(annotation: Any) -> tuple[Form, ...]:
    """The forms of a value of this type."""
    return tuple(_forms(annotation, ()))


def forms_at(kind: str, path: Path) -> tuple[Form, ...]:
    """The forms of the value at a path of a file of this kind; none where the format knows no such value."""
    return _forms_at(kind, tuple(0 if isinstance(part, int) else part for part in path))


@lru_cache(maxsize=2_048)
def _forms_at(kind: str, path: Path) -> tuple[Form, ...]:
    found: tuple[Form, ...] = (Form(Sort.MODEL, model=MODELS[kind]),) if kind in MODELS else ()
    for part in path:
        found = tuple(inner for form in found for inner in _inside(form, part))
    return found


def reference_at(kind: str, path: Path) -> str:
    """The kind of thing whose id the value at a path may be, as references call it; "" where it is no id of another."""
    return next((form.kind for form in forms_at(kind, path) if form.sort is Sort.REFERENCE), "")


def key_reference_at(kind: str, path: Path) -> str:
    """The kind of thing whose ids are the keys of the mapping at a path; "" where they are none."""
    keys = (form.key for form in forms_at(kind, path) if form.sort is Sort.MAPPING)
    return next((inner.kind for key in keys for inner in forms_of(key) if inner.sort is Sort.REFERENCE), "")


def _inside(form: Form, part: str | int) -> tuple[Form, ...]:
    if form.sort == Sort.MODEL and form.model:
        own = fields_of(form.model)
        return forms_of(own[part].rebuild_annotation()) if isinstance(part, str) and part in own else ()
    if (form.sort == Sort.LIST and isinstance(part, int)) or (form.sort == Sort.MAPPING and isinstance(part, str)):
        return forms_of(form.item)
    return ()


def _forms(annotation: Any, marks: tuple[Any, ...]) -> Iterator[Form]:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        if OneOrMany in args[1:]:
            for item in get_args(args[0])[:1]:
                yield from _forms(item, ())
        yield from _forms(args[0], (*args[1:], *marks))
    elif origin in (Union, types.UnionType):
        for choice in args:
            if choice is not types.NoneType:
                yield from _forms(choice, marks)
    elif origin in (tuple, list):
        yield Form(Sort.LIST, item=args[0])
    elif origin is dict:
        yield Form(Sort.MAPPING, key=args[0], item=args[1])
    else:
        yield _plain_form(annotation, marks)


def _plain_form(annotation: Any, marks: tuple[Any, ...]) -> Form:
    reference = next((mark for mark in marks if isinstance(mark, Ref)), None)
    if reference:
        return Form(Sort.REFERENCE, kind=reference.kind)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return Form(Sort.MODEL, model=annotation)
    if annotation is date:
        return Form(Sort.DAY)
    if annotation is bool:
        return Form(Sort.FLAG, words=(("true", ""), ("false", "")))
    patterns = [mark.pattern for mark in marks if isinstance(mark, StringConstraints)]
    if ID_PATTERN in patterns:
        return Form(Sort.ID)
    words = tuple(dict.fromkeys(words_of(shape_of(annotation, marks))))
    return Form(Sort.WORDS, words=words) if words or get_origin(annotation) is Literal else Form(Sort.TEXT)


@cache
def fields_in(model: type[Model]) -> Mapping[str, Field]:
    """The fields of a block by name, those that have to be there first."""
    texts = described(model)
    found = [_field(name, info, texts) for name, info in fields_of(model).items()]
    return {one.name: one for one in sorted(found, key=lambda one: not one.required)}


def _field(name: str, info: FieldInfo, texts: Mapping[str, Any]) -> Field:
    annotation = info.rebuild_annotation()
    text = texts.get(name)
    phrase = _LINK.sub(r"\1", phrase_of(annotation)).replace("`", "")
    sentence, example = (text.sentence, text.example) if text else ("", "")
    return Field(name, info.is_required(), annotation, phrase, sentence, example)


def field_at(kind: str, path: Path) -> Field | None:
    """The field that the last name of a path is, as a key of its block; None where it is none."""
    if not path or not isinstance(path[-1], str):
        return None
    blocks = [form.model for form in forms_at(kind, path[:-1]) if form.model]
    return next((fields_in(model)[path[-1]] for model in blocks if path[-1] in fields_in(model)), None)


def documentation(one: Field) -> str:
    """What a field says, the meanings of its words, and an example, in Markdown."""
    words = dict.fromkeys(_words_in(one.annotation))
    lines = [one.sentence, *(f"- `{word}`: {meaning}" for word, meaning in words if meaning)]
    text = "\n".join([lines[0], "", *lines[1:]] if len(lines) > 1 else lines)
    needed = "\n\nNeeded." if one.required else ""
    example = f"\n\n```yaml\n{one.name}: {one.example}\n```" if one.example and not words else ""
    return text + needed + example


def _words_in(annotation: Any) -> Iterator[tuple[Word, str]]:
    for form in forms_of(annotation):
        yield from form.words
        if form.sort in (Sort.LIST, Sort.MAPPING):
            yield from (word for inner in forms_of(form.item) for word in inner.words)


def rules_at(kind: str, path: Path) -> Mapping[str, str]:
    """The rules that may be keys of the mapping at a path of the catalog, with what each says; none elsewhere."""
    is_level = kind == "catalog" and path[:1] == ("lint",) and path[-1:] == ("rules",)
    return {id: rule.summary for id, rule in BY_ID.items()} if is_level else {}


def sentence_at(kind: str, path: Path) -> str:
    """What the block at a path is, "" where there is none."""
    return next((sentence_of(form.model) for form in forms_at(kind, path) if form.model), "")
