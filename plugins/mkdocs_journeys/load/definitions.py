"""The ids that a file defines, read off its plain values, sound or not."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mkdocs_journeys.model.references import Ids, Path
from mkdocs_journeys.vocabulary import CATALOG_LISTS

_LISTS: Mapping[str, Mapping[str, str]] = {
    "catalog": CATALOG_LISTS,
    "opportunity": {"solutions": "solution"},
    "evidence": {"findings": "finding"},
}
"""The lists at the top of each kind of file whose items have ids, to the kind of thing that each holds."""

Values = Mapping[str, Any]


def defined_ids(kind: str, values: Values) -> Ids:
    """Every id that a file of this kind defines, by the kind of thing, in the order of the file.

    Kinds are as in references, or step, used-stage, solution, finding.
    """
    if kind != "journey":
        return {name: _ids(blocks_at(values, key)) for key, name in _LISTS.get(kind, {}).items()}
    steps = [step for _, _, step in steps_of(values)]
    stages = _ids(blocks_at(values, "stages"), "stage")
    return {"used-stage": stages, "step": _ids(steps), "pain": _ids(pains_of(values))}


def paths_of_ids(kind: str, values: Values) -> Mapping[str, list[Path]]:
    """Where in the file the ids stand that `defined_ids` gives."""
    if kind != "journey":
        return {name: list(_paths(values, key)) for key, name in _LISTS.get(kind, {}).items()}
    steps = [(step, ("stages", number, "steps", at)) for number, at, step in steps_of(values)]
    return {
        "used-stage": list(_paths(values, "stages", id="stage")),
        "step": [(*path, "id") for step, path in steps if isinstance(step.get("id"), str)],
        "pain": [found for step, path in steps for found in _paths(step, "pains", path)],
    }


def blocks_at(values: Values, key: str) -> list[Values]:
    """The items of a list that are blocks of fields; nothing where there is no list."""
    items = values.get(key)
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def numbered_blocks(values: Values, key: str) -> Iterator[tuple[int, Values]]:
    """As `blocks_at`, with their numbers in the list."""
    items = values.get(key)
    for number, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            yield number, item


def steps_of(values: Values) -> Iterator[tuple[int, int, Values]]:
    """The steps of a journey with the numbers of their stage and of themselves in it."""
    for number, stage in numbered_blocks(values, "stages"):
        for at, step in numbered_blocks(stage, "steps"):
            yield number, at, step


def pains_of(values: Values) -> list[Values]:
    """The pains that a journey's steps define."""
    return [pain for _, _, step in steps_of(values) if "pains" in step for pain in blocks_at(step, "pains")]


def _ids(items: Iterable[Values], key: str = "id") -> list[str]:
    return [id for item in items if isinstance(id := item.get(key), str)]


def _paths(values: Values, key: str, above: Path = (), id: str = "id") -> Iterator[Path]:
    for number, item in numbered_blocks(values, key):
        if isinstance(item.get(id), str):
            yield (*above, key, number, id)
