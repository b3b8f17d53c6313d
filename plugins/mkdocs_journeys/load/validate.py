"""A file's values to its model, or to what is wrong with them; what an author plainly meant is repaired."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from mkdocs_journeys.load.files import FileRole
from mkdocs_journeys.load.messages import path_of, problems_of
from mkdocs_journeys.model import MODELS, Document
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.problem import Position, Problem
from mkdocs_journeys.yamlfile import Map, locate, source_text

Validated = tuple[Document | None, Mapping[str, Any], tuple[Problem, ...]]
"""The model, the values that it was made of (repaired where needed), and what is wrong with the file."""


def validate(role: FileRole, root: Map, problems: list[Problem]) -> Validated:
    """Validate the values of a file; `problems` are those of reading it."""
    own, model = role.own_fields, MODELS[role.kind]
    found = [*_without_off(role, root, problems), *(_own_key(role, root, key) for key in own if key in root)]
    try:
        return model.model_validate({**root, **own}), root, tuple(found)
    except ValidationError as error:
        values, dropped = repaired(root, error.errors(include_url=False))
    try:
        return model.model_validate({**values, **own}), values, tuple(found)
    except ValidationError as error:
        mistakes = problems_of(error.errors(include_url=False), role.path, role.kind, root, dropped)
        return None, values, (*found, *mistakes)


def _own_key(role: FileRole, source: Map, key: str) -> Problem:
    what, way = ("group", "move the file") if key == "group" else ("id", "rename the file")
    said = "its folder under maps/ is its group" if key == "group" else "the file's name is its id"
    message = f"`{key}` cannot be written here: {said}."
    hint = f"Remove this line. To change the {what}, {way}."
    return Problem("field-unknown", Position(role.path, *locate(source, (key,), key=True)), message, hint)


def _without_off(role: FileRole, source: Map, problems: list[Problem]) -> Iterator[Problem]:
    """All problems but those about a plain `off` that is the level of a rule: there it cannot mean false."""
    lint = source.get("lint") if role.kind == "catalog" else None
    paths = lint.get("paths") if isinstance(lint, dict) else None
    homes: list[Path] = [("lint", "rules")]
    homes += [("lint", "paths", number, "rules") for number in range(len(paths) if isinstance(paths, list) else 0)]
    blocks = ((home, _at(source, home)) for home in homes)
    levels = {locate(source, (*home, rule)) for home, at in blocks if isinstance(at, dict) for rule in at}
    for problem in problems:
        if problem.rule != "yaml-ambiguous-text" or (problem.position.line, problem.position.column) not in levels:
            yield problem


def repaired(source: Map, errors: Iterable[ErrorDetails]) -> tuple[dict[str, Any], frozenset[Path]]:
    """A copy of a file's values with what its author meant, and the paths of the fields that were taken out of it.

    A field with nothing after its colon counts as absent; a number where text belongs, as its text.
    """
    values = _copy(source)
    dropped: set[Path] = set()
    for error in errors:
        path, is_key = path_of(error)
        parent = _at(values, path[:-1])
        if is_key or not path or parent is None:
            continue
        if error["input"] is None and isinstance(parent, dict) and error["type"] != "extra_forbidden":
            parent.pop(path[-1], None)
            dropped.add(path)
        elif error["type"] == "string_type" and type(error["input"]) in (int, float):
            parent[path[-1]] = source_text(source, path) or error["input"]
    return values, frozenset(dropped)


def _copy(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _copy(item) for key, item in value.items()}
    return [_copy(item) for item in value] if isinstance(value, list) else value


def _at(values: Any, path: Path) -> Any:
    for part in path:
        try:
            values = values[part]
        except (KeyError, IndexError, TypeError):
            return None
    return values if isinstance(values, dict | list) else None
