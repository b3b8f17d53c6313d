"""A file's values to its model, or to what is wrong with them; what an author plainly meant is repaired."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Repaired:
    """A copy of a file's values, and the paths of fields without a value that were taken out of it."""

    values: dict[str, Any]
    dropped: frozenset[Path]


def validate(role: FileRole, root: Map, problems: list[Problem]) -> Validated:
    """Validate the values of a file; `problems` are those of reading it."""
    model, values, mistakes = _validated(role, root)
    return model, values, (*_without_off(role, root, problems), *mistakes)


def _validated(role: FileRole, source: Map) -> tuple[Document | None, Mapping[str, Any], list[Problem]]:
    own = role.own_fields
    problems = [_own_key(role, source, key) for key in own if key in source]
    model = MODELS[role.kind]
    try:
        return model.model_validate({**source, **own}), source, problems
    except ValidationError as error:
        mended = repaired(source, error.errors(include_url=False))
    try:
        return model.model_validate({**mended.values, **own}), mended.values, problems
    except ValidationError as error:
        problems += problems_of(error.errors(include_url=False), role.path, role.kind, source, mended.dropped)
        return None, mended.values, problems


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
    levels = {locate(source, (*home, rule)) for home in homes for rule in _keys_at(source, home)}
    for problem in problems:
        if problem.rule != "yaml-ambiguous-text" or (problem.position.line, problem.position.column) not in levels:
            yield problem


def _keys_at(source: Map, path: Path) -> Iterable[str]:
    here: Any = source
    for part in path:
        try:
            here = here[part]
        except (KeyError, IndexError, TypeError):
            return ()
    return here if isinstance(here, dict) else ()


def repaired(source: Map, errors: Iterable[ErrorDetails]) -> Repaired:
    """A field with nothing after its colon counts as absent; a number where text belongs, as its text."""
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
        elif error["type"] == "string_type" and _is_number(error["input"]):
            parent[path[-1]] = source_text(source, path) or error["input"]
    return Repaired(values, frozenset(dropped))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


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
