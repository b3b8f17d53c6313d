"""The fields of a thing as plain values, comparable between two sides whose things may have other ids."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_journeys.atlas import actors_of
from mkdocs_journeys.diff.things import CATALOG_LISTS, Thing
from mkdocs_journeys.model import Model, Observation, Step, references_of

Plain = Any
"""What JSON can hold; a date is its ISO text."""
Fields = dict[str, Plain]
Renames = Mapping[tuple[str, str], str]
"""(kind of reference, id) to the id that the other side has for the same thing; kinds as in `model.base.Ref`."""

APART = {
    "atlas": {"id", "path", *CATALOG_LISTS.values()},
    "journey": {"id", "path", "group", "stages"},
    "stage": {"steps"},
    "step": {"id", "pains"},
    "evidence": {"id", "path", "findings"},
    "opportunity": {"id", "path", "solutions"},
    "solution": {"id", "experiment"},
    "figure": {"line", "date", "segment"},
    "experiment": set[str](),
}
"""Keys that are compared in another way than as a field: parts that are things themselves, ids, the file's place."""
UNORDERED = {
    "actors",
    "channels",
    "evidence",
    "journeys",
    "leads_to",
    "metrics",
    "opportunities",
    "pains",
    "segments",
    "systems",
    "tags",
}
"""Lists whose order says nothing."""
_RICH = {"description", "notes", "summary"}
_LINK = re.compile(r"\b(journey|persona|pain|opportunity|evidence|metric|touchpoint|stage|team):([a-z0-9][a-z0-9/-]*)")


def fields_of(thing: Thing, renames: Renames | None = None) -> Fields:
    """Every field that says something, by its dotted name; ids of other things as the other side calls them."""
    values = _values(thing.model, renames or {})
    kept = {key: value for key, value in values.items() if key not in APART.get(thing.entity, {"id", "path"})}
    return dict(_flat(kept, ""))


def feelings_of(thing: Thing, renames: Renames) -> dict[str, int]:
    """A step's emotion by persona, so that one number for all and the same number for each compare as equal."""
    step, journey = thing.model, thing.journey
    if not isinstance(step, Step) or journey is None or step.emotion is None:
        return {}
    by_actor = step.emotion if isinstance(step.emotion, dict) else dict.fromkeys(actors_of(journey, step), step.emotion)
    return {renames.get(("persona", persona), persona): emotion for persona, emotion in by_actor.items()}


def _values(model: Model | Observation, renames: Renames) -> Fields:
    if isinstance(model, Observation):
        return {"value": model.value, "n": model.n}
    values: Fields = model.model_dump(mode="json")
    if renames:
        for reference in references_of(model):
            target = _renamed(reference.kind, reference.target, renames)
            if target != reference.target:
                _put(values, reference.path, target, key=reference.key)
        for name in _RICH & values.keys():
            if values[name]:
                values[name] = _LINK.sub(lambda link: f"{link[1]}:{_renamed(link[1], link[2], renames)}", values[name])
    return values


def _renamed(kind: str, target: str, renames: Renames) -> str:
    """The other side's id for the target of a reference of some kind."""
    if kind == "next" and target.startswith("journey:"):
        return "journey:" + _renamed("journey", target.removeprefix("journey:"), renames)
    if kind == "evidence" and "/" in target and (kind, target) not in renames:
        study, _, finding = target.partition("/")
        return f"{renames.get((kind, study), study)}/{finding}"
    return renames.get(("metric" if kind == "volume" else kind, target), target)


def _put(values: Any, path: tuple[str | int, ...], target: str, *, key: bool) -> None:
    for part in path[:-1]:
        values = values[part]
    if key:
        items = [(target if name == path[-1] else name, value) for name, value in values.items()]
        values.clear()
        values.update(items)
    else:
        values[path[-1]] = target


def _flat(values: Mapping[str, Plain], prefix: str) -> Iterator[tuple[str, Plain]]:
    for key, value in values.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        elif value is not None and value != []:
            yield f"{prefix}{key}", sorted(value) if key in UNORDERED and isinstance(value, list) else value
