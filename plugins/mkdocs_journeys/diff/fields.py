"""The fields of an entity as JSON values, comparable between two sides that use different ids."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_journeys.atlas import actors_of
from mkdocs_journeys.diff.entities import CATALOG_LISTS, Entity
from mkdocs_journeys.model import Model, Observation, Step
from mkdocs_journeys.model.references import references_of
from mkdocs_journeys.vocabulary import LINKABLE

Plain = Any
"""A JSON value; a date is its ISO text."""
Fields = dict[str, Plain]
"""Values by dotted field name."""
Renames = Mapping[tuple[str, str], str]
"""(kind of reference, old id) to the new id of the same entity; kinds as in `model.base.Ref`."""

NOT_FIELDS = {
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
"""Keys compared otherwise, by entity kind: children that are entities themselves, ids, the path of the file."""
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
"""Lists that are sets: their order means nothing."""
_RICH = {"description", "notes", "summary"}
_LINK = re.compile(rf"\b({'|'.join(LINKABLE)}):([a-z0-9][a-z0-9/-]*)")


def fields_of(entity: Entity, renames: Renames | None = None) -> Fields:
    """Every field that is set, by its dotted name; references are translated by `renames`."""
    values = _values(entity.model, renames or {})
    kept = {key: value for key, value in values.items() if key not in NOT_FIELDS.get(entity.kind, {"id", "path"})}
    return dict(_flat(kept, ""))


def emotions_of(entity: Entity, renames: Renames) -> dict[str, int]:
    """A step's emotion by persona, so that one number for all and the same number for each compare as equal."""
    step, journey = entity.model, entity.journey
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
    """The new id of the target of a reference."""
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
