"""Which values of a file are ids of other things: read off the models' own annotations, once for each model."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from pydantic import StringConstraints

from mkdocs_journeys.model.base import Model, OneOrMany, Ref

Path = tuple[str | int, ...]
Target = tuple[str, str]
"""The kind of thing that a reference means, and its id."""
KIND_MEANT: Mapping[str, str] = {"volume": "metric", "map-lane": "lane"}
"""Kinds of references to the kind of thing that they mean, where the two have other names."""
Ids = Mapping[str, list[str]]
"""Kind to ids, each as often and in the order in which they are met."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The id `target` of a `kind`, given at `path` inside its file; `key` when it is a mapping's key."""

    kind: str
    target: str
    path: Path
    key: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """Where ids are in a value of some type, by the shape of the value.

    A text is an id of `kind` if it matches the patterns. `items` tells of the items of a list, and of a text that
    stands for a list of one where `alone`; `keys` and `values` of those of a mapping; `fields` of a model's fields.
    `only` is the kind of all ids in the value where they stand in nothing deeper than one list or mapping.
    """

    kind: str = ""
    patterns: tuple[str, ...] = ()
    items: "Slot | None" = None
    alone: bool = False
    keys: "Slot | None" = None
    values: "Slot | None" = None
    fields: Mapping[str, "Slot"] = field(default_factory=dict)
    only: str = ""


def references_of(model: Model) -> Iterator[Reference]:
    """Every reference that a model and its parts make, in the order of the format's fields."""
    return references_in(type(model), vars(model))


def references_in(model: type[Model], values: Mapping[str, Any]) -> Iterator[Reference]:
    """The references in the values of a model, which may be unsound: what cannot be an id is left out."""
    return _in_fields(slots_of(model), values, ())


def kind_at(model: type[Model], path: Path, *, key: bool = False) -> str:
    """The kind of thing whose id a model wants at a path, or as the last key of it; "" where it wants none."""
    slot: Slot | None = Slot(fields=slots_of(model))
    for number, part in enumerate(path, 1):
        if slot is None:
            return ""
        inside = slot.keys if key and number == len(path) else slot.values
        slot = slot.fields.get(part) or inside if isinstance(part, str) else slot.items
    if slot and slot.alone and slot.items:
        slot = slot.items
    return slot.kind if slot else ""


def ids_in(model: type[Model], values: Mapping[str, Any]) -> dict[str, list[str]]:
    """The targets of `references_in` by kind, several times as fast; meaningless, but no error, for unsound values."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    _collect_fields(slots_of(model), values, found)
    return dict(found)


@cache
def slots_of(model: type[Model]) -> Mapping[str, Slot]:
    """The fields of a model whose values can hold ids."""
    found = ((name, _slot(info.rebuild_annotation())) for name, info in model.model_fields.items())
    return {name: slot for name, slot in found if slot}


def _slot(annotation: Any) -> Slot | None:
    """Where ids are in a value of this type; None where there can be none."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        kind = next((mark.kind for mark in args[1:] if isinstance(mark, Ref)), "")
        if kind:
            patterns = [mark.pattern for mark in args[1:] if isinstance(mark, StringConstraints) and mark.pattern]
            return Slot(kind, tuple(map(str, patterns)), only=kind)
        inner = _slot(args[0])
        return replace(inner, alone=True) if inner and OneOrMany in args else inner
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return Slot(fields=slots_of(annotation)) if slots_of(annotation) else None
    if origin in (tuple, list):
        items = _slot(args[0])
        return Slot(items=items, only=items.kind if items.only else "") if items else None
    if origin is dict:
        keys, values = _slot(args[0]), _slot(args[1])
        if keys is None and values is None:
            return None
        return Slot(keys=keys, values=values, only=keys.kind if keys and values is None else "")
    forms = [form for form in args if form is not NoneType]
    choices = [slot for slot in map(_slot, forms) if slot]
    return _any_of(choices) if choices and len(forms) > 1 else next(iter(choices), None)


def _any_of(choices: list[Slot]) -> Slot:
    """Where ids are in a value of one of several types, which differ in shape."""
    given = {name: value for one in choices for name in one.__slots__ if (value := getattr(one, name))}
    return Slot(**given | {"only": ""})


def _in_fields(slots: Mapping[str, Slot], values: Mapping[str, Any], path: Path) -> Iterator[Reference]:
    for name, slot in slots.items():
        if name in values:
            yield from _in_value(slot, values[name], (*path, name))


def _in_value(slot: Slot, value: Any, path: Path) -> Iterator[Reference]:
    if isinstance(value, str):
        if slot.kind and all(re.search(pattern, value) for pattern in slot.patterns):
            yield Reference(slot.kind, value, path)
        elif slot.alone:
            yield from _in_value(slot, [value], path)
    elif isinstance(value, list | tuple):
        for number, item in enumerate(value if slot.items else ()):
            yield from _in_value(slot.items, item, (*path, number))  # type: ignore[arg-type]
    elif isinstance(value, dict):
        for name in value if slot.keys else ():
            for found in _in_value(slot.keys, name, (*path, name)):  # type: ignore[arg-type]
                yield replace(found, key=True)
        for name in value if slot.values else ():
            yield from _in_value(slot.values, value[name], (*path, name))  # type: ignore[arg-type]
        yield from _in_fields(slot.fields, value, path)
    elif isinstance(value, Model):
        yield from _in_fields(slot.fields, vars(value), path)


def _collect_fields(slots: Mapping[str, Slot], values: Mapping[str, Any], found: defaultdict[str, list[str]]) -> None:
    for name, value in values.items():
        slot = slots.get(name)
        if slot is None or not value:
            continue
        if not slot.only:
            _collect(slot, value, found)
        elif isinstance(value, str):
            found[slot.only].append(value)
        elif isinstance(value, list | tuple | dict):
            found[slot.only] += value


def _collect(slot: Slot, value: Any, found: defaultdict[str, list[str]]) -> None:
    if isinstance(value, str):
        if slot.kind:
            found[slot.kind].append(value)
    elif isinstance(value, list | tuple):
        if slot.items:
            for item in value:
                _collect(slot.items, item, found)
    elif isinstance(value, dict):
        if slot.keys:
            found[slot.keys.kind] += value
        for one in value.values() if slot.values else ():
            _collect(slot.values, one, found)  # type: ignore[arg-type]
        _collect_fields(slot.fields, value, found)
    elif isinstance(value, Model):
        _collect_fields(slot.fields, vars(value), found)
