"""A file's values to its model, or to what is wrong with them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from mkdocs_journeys.load.messages import problems_of
from mkdocs_journeys.load.places import Place
from mkdocs_journeys.load.repair import Repaired, repaired
from mkdocs_journeys.load.words import MODELS
from mkdocs_journeys.model import Document
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.problem import Position, Problem
from mkdocs_journeys.yamlfile import Map, locate

Judged = tuple[Document | None, Mapping[str, Any], tuple[Problem, ...]]
"""The model, the values that it was made of (repaired where needed), and what is wrong with the file."""


def judged(place: Place, root: Map, problems: list[Problem]) -> Judged:
    """Validate what was read of a file; `problems` are those of reading it."""
    model, values, mistakes = _validated(place, root)
    return model, values, (*_without_off(place, root, problems), *mistakes)


def _validated(place: Place, source: Map) -> tuple[Document | None, Mapping[str, Any], list[Problem]]:
    own = place.own_fields
    problems = [_own_key(place, source, key) for key in own if key in source]
    model = MODELS[place.kind]
    try:
        return model.model_validate({**source, **own}), source, problems
    except ValidationError as error:
        mended = repaired(source, error.errors(include_url=False))
    try:
        return model.model_validate({**mended.values, **own}), mended.values, problems
    except ValidationError as error:
        problems += _problems(error, place, source, mended)
        return None, mended.values, problems


def _problems(error: ValidationError, place: Place, source: Map, mended: Repaired) -> list[Problem]:
    errors = error.errors(include_url=False)
    return list(problems_of(errors, place.path, place.kind, source, mended.dropped))


def _own_key(place: Place, source: Map, key: str) -> Problem:
    what, way = ("group", "move the file") if key == "group" else ("id", "rename the file")
    said = "its folder under maps/ is its group" if key == "group" else "the file's name is its id"
    message = f"`{key}` cannot be written here: {said}."
    hint = f"Remove this line. To change the {what}, {way}."
    return Problem("field-unknown", Position(place.path, *locate(source, (key,), key=True)), message, hint)


def _without_off(place: Place, source: Map, problems: list[Problem]) -> Iterator[Problem]:
    """All problems but those about a plain `off` that is the level of a rule: there it cannot mean false."""
    lint = source.get("lint") if place.kind == "catalog" else None
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
