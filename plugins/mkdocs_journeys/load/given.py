"""The ids that a file gives to things inside it, read off its plain values, sound or not."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

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


LISTS = {
    "catalog": CATALOG_KINDS,
    "opportunity": {"solutions": "solution"},
    "evidence": {"findings": "finding"},
}
"""The lists at the top of each kind of file whose items have ids, and the kind of thing that each holds."""


def ids_given(kind: str, values: Mapping[str, Any]) -> dict[str, list[str]]:
    """Every id that a file of this kind gives, by the kind of thing, each kind in the order of the file.

    Kinds are as in references, or step, used-stage, solution, finding.
    """
    if kind != "journey":
        return {name: _ids(parts(values, key)) for key, name in LISTS.get(kind, {}).items()}
    steps = [step for _, _, step in steps_of(values)]
    return {"used-stage": _ids(parts(values, "stages"), "stage"), "step": _ids(steps), "pain": _ids(pains_of(values))}


def paths_given(kind: str, values: Mapping[str, Any]) -> dict[str, list[Path]]:
    """Where in the file the ids stand that `ids_given` gives."""
    if kind != "journey":
        return {name: list(_paths(values, key)) for key, name in LISTS.get(kind, {}).items()}
    steps = [(step, ("stages", number, "steps", at)) for number, at, step in steps_of(values)]
    return {
        "used-stage": list(_paths(values, "stages", id="stage")),
        "step": [(*path, "id") for step, path in steps if isinstance(step.get("id"), str)],
        "pain": [found for step, path in steps for found in _paths(step, "pains", path)],
    }


def parts(values: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    """The items of a list that are blocks of fields; nothing where there is no list."""
    items = values.get(key)
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def pains_of(values: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The pains that a journey's steps give in full."""
    return [pain for _, _, step in steps_of(values) if "pains" in step for pain in parts(step, "pains")]


def steps_of(values: Mapping[str, Any]) -> Iterator[tuple[int, int, Mapping[str, Any]]]:
    """The steps of a journey with the numbers of their stage and of themselves in it."""
    for number, stage in blocks(values, "stages"):
        for at, step in blocks(stage, "steps"):
            yield number, at, step


def blocks(values: Mapping[str, Any], key: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """As `parts`, with their numbers in the list."""
    items = values.get(key)
    for number, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            yield number, item


def _ids(items: Iterable[Mapping[str, Any]], key: str = "id") -> list[str]:
    return [id for item in items if isinstance(id := item.get(key), str)]


def _paths(values: Mapping[str, Any], key: str, above: Path = (), id: str = "id") -> Iterator[Path]:
    for number, item in blocks(values, key):
        if isinstance(item.get(id), str):
            yield (*above, key, number, id)
