"""Edits of one key: of a thing, or of a block inside of it. Every key of the format has one, a new one by itself."""

import json
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from types import NoneType
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from diff.generated.support_forms import TOLD_OTHERWISE
from diff.generated.support_told import Claim, fields_that_differ
from diff.generated.support_values import FROM_THE_PATH, Values, consistent
from diff.generated.support_world import LISTS_OF_MEASURE, NUMBER, Thing, World, models_of_things
from mkdocs_journeys.model import MODELS, Model
from mkdocs_journeys.model.base import models_in

Key = tuple[str, str, str]
"""The kind of a thing, the name of the model in it, and the name of a field of that."""
IDENTITY = {("observed-journey", "journey"), ("definition", "metric")}
"""Keys that tell a thing from the others: with another value, it may be another thing."""
MADE_OTHERWISE = {
    ("journey", "paths"),
    ("atlas", "format"),
    *((kind, name) for kind, names in TOLD_OTHERWISE.items() for name in names),
    *(("measure", name) for name in (*LISTS_OF_MEASURE, "sources", "journeys")),
}
"""Keys of things that edits of the structure change, and such as have one value only."""
NEVER_LEFT_OUT = {"files", "backend", "table"}


class Place(NamedTuple):
    """A key in a block of a thing; `name` is the field of the thing that the block is in."""

    thing: Thing
    model: type[Model]
    block: Values
    field: str
    name: str

    @property
    def key(self) -> Key:
        return self.thing.kind, self.model.__name__, self.field


def every_key() -> set[Key]:
    """The keys that authors can write, read off the models."""
    found: set[Key] = set()
    for kind, models in models_of_things().items():
        for model in models:
            found |= set(_keys(kind, model, top=True))
    return found


def _keys(kind: str, model: type[Model], *, top: bool) -> Iterator[Key]:
    for name, info in model.model_fields.items():
        if top and _is_left_alone(kind, name):
            continue
        yield kind, model.__name__, name
        for inner in models_in(info.rebuild_annotation()):
            yield from _keys(kind, inner, top=False)


def _is_left_alone(kind: str, name: str) -> bool:
    """Whether no edit of a key changes this field of a thing."""
    of_path = FROM_THE_PATH if kind in MODELS or kind == "atlas" else {"id"}
    return name in of_path or (kind, name) in MADE_OTHERWISE | IDENTITY


def places(thing: Thing) -> Iterator[Place]:
    """Every key that a thing has or could have, with those of the blocks in it."""
    for name, info in thing.model.model_fields.items():
        if _is_left_alone(thing.kind, name):
            continue
        yield Place(thing, thing.model, thing.values, name, name)
        if name in thing.values:
            for model, block in _blocks(info.rebuild_annotation(), thing.values[name]):
                for field in model.model_fields:
                    yield Place(thing, model, block, field, name)


def _blocks(annotation: Any, value: Any) -> Iterator[tuple[type[Model], Values]]:
    """The blocks of fields in a value of a type."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from _blocks(args[0], value)
    elif isinstance(annotation, type) and issubclass(annotation, Model):
        if isinstance(value, dict):
            yield annotation, value
            for name, info in annotation.model_fields.items():
                if name in value:
                    yield from _blocks(info.rebuild_annotation(), value[name])
    elif origin in (tuple, list):
        for one in value if isinstance(value, list) else ():
            yield from _blocks(args[0], one)
    elif origin is dict:
        if isinstance(value, dict):
            for one in value.values():
                yield from _blocks(args[1], one)
    else:
        for form in args:
            if form is not NoneType and _may_be(form, value):
                yield from _blocks(form, value)


def _may_be(form: Any, value: Any) -> bool:
    """Whether a value can be of this one of several forms: `says` for each actor is a mapping, too, but no block."""
    while get_origin(form) is Annotated:
        form = get_args(form)[0]
    keyed = get_origin(form) is dict
    return not (isinstance(value, dict) and keyed) or all(key[:1] == "@" for key in value)


def edit_key(world: World, place: Place) -> set[Claim]:
    """Give a key another value, or leave it out; nothing where that cannot be done here."""
    if not _is_free(world, place):
        return set()
    world.near = place.thing.document.values
    world.taken = set(re.findall(r'"metric": "(@\d+)"', json.dumps(world.measure)))
    before = place.thing._replace(values=deepcopy(place.thing.values))
    for _ in range(6):
        _given_anew(world, place)
        heads = {field.partition(".")[0] for field in fields_that_differ(before, place.thing)}
        if heads and heads <= {place.name, *({"cost", "cost_factors"} if "cost" in place.name else ())}:
            return {(place.thing.number, head) for head in heads}
        restored(place, before)
    return set()


def restored(place: Place, before: Thing) -> None:
    """Put the field back that the key is in, and leave all other values where they are: they may be other things'."""
    for name in (place.name, "cost", "cost_factors"):
        place.thing.values.pop(name, None)
        if name in before.values:
            place.thing.values[name] = deepcopy(before.values[name])


def _given_anew(world: World, place: Place) -> None:
    """Another value, by chance none; a block inside of a thing is looked up again, as it may have been put back."""
    found = [one for one in places(place.thing) if one.key == place.key and one.name == place.name]
    model, block, field = place.model, world.random.choice(found).block if found else place.block, place.field
    if model.__name__ == "ObservedJourney" and field == "steps":
        block[field] = {step: world.maker.text(1) for step in block[field]}
        return
    value = None if _may_be_left_out(place, block) and world.random.random() < 0.3 else world.maker.field(model, field)
    if field in ("cost", "cost_factors") and value is not None:
        block.pop("cost_factors" if field == "cost" else "cost", None)
    if value is None and (field not in block or not _may_be_left_out(place, block)):
        return
    if value is None:
        del block[field]
    else:
        block[field] = value
    consistent(model, block)


def _may_be_left_out(place: Place, block: Mapping[str, Any]) -> bool:
    if place.field in NEVER_LEFT_OUT or place.model.model_fields[place.field].is_required():
        return False
    others = {"preset": "shape", "shape": "preset"}
    return place.field not in others or place.thing.kind != "source" or others[place.field] in block


def _is_free(world: World, place: Place) -> bool:
    """Whether a value may change here without making the files contradict each other."""
    thing, values = place.thing, place.thing.values
    if place.model is thing.model and thing.kind == "source" and place.field in NEVER_LEFT_OUT | {"url_from"}:
        return place.field in values
    if thing.kind == "metric" and place.field == "kind":
        return thing.number not in world.rows and values["kind"] != "count"
    if thing.kind == "journey" and place.field == "baseline":
        return values.get("state") == "future"
    if thing.kind == "journey" and place.field == "state":
        named = {one.values.get("baseline") for one in world.of_kind("journey")}
        return "baseline" not in values and f"@{thing.number}" not in named
    if thing.kind == "stage" and place.field == "stage":
        return "id" in values and NUMBER in values
    return thing.kind != "figure"
