"""The ids that a file gives to things inside it, read off its plain values, sound or not."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from mkdocs_journeys.model.references import Path

CATALOG_KINDS = {
    "stages": "stage",
    "channels": "channel",
    "touchpoints": "touchpoint",
    "teams": "team",
    "segments": "segment",
    "metrics": "metric",
    "lanes": "lane",
}
"""The catalog's lists and the kind of thing that each holds."""


class Given(NamedTuple):
    """An id where it is given: `kind` as in references, or step, used-stage, solution, finding."""

    kind: str
    id: str
    path: Path


def given_by(kind: str, values: Mapping[str, Any]) -> tuple[Given, ...]:
    """Every id that a file of this kind gives, in the order of the file."""
    if kind == "catalog":
        return tuple(given for key, name in CATALOG_KINDS.items() for given in _listed(values, key, name))
    if kind == "journey":
        return tuple(_of_journey(values))
    if kind == "opportunity":
        return tuple(_listed(values, "solutions", "solution"))
    return tuple(_listed(values, "findings", "finding")) if kind == "evidence" else ()


def blocks(values: Any, key: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The items of a list that are blocks of fields, with their number; nothing where there is no list."""
    items = values.get(key)
    for number, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            yield number, item


def _listed(values: Any, key: str, kind: str, above: Path = ()) -> Iterator[Given]:
    for number, item in blocks(values, key):
        if isinstance(id := item.get("id"), str):
            yield Given(kind, id, (*above, key, number, "id"))


def _of_journey(values: Mapping[str, Any]) -> Iterator[Given]:
    for number, stage in blocks(values, "stages"):
        if isinstance(id := stage.get("stage"), str):
            yield Given("used-stage", id, ("stages", number, "stage"))
        for at, step in blocks(stage, "steps"):
            if isinstance(id := step.get("id"), str):
                yield Given("step", id, ("stages", number, "steps", at, "id"))
            if "pains" in step:
                yield from _listed(step, "pains", "pain", ("stages", number, "steps", at))
