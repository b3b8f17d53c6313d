"""One file: parse, validate, and gather what it names. Pure, so that a caller may remember the result."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from mkdocs_journeys.load.given import Given, given_by
from mkdocs_journeys.load.messages import problems_of
from mkdocs_journeys.load.observations import Figures, figures_of
from mkdocs_journeys.load.places import Place
from mkdocs_journeys.load.raw import raw_references
from mkdocs_journeys.load.repair import Repaired, repaired
from mkdocs_journeys.load.richlinks import Spot, rich_links
from mkdocs_journeys.load.words import MODELS
from mkdocs_journeys.model import Document, Reference, references_of
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.problem import Position, Problem
from mkdocs_journeys.yamlfile import Map, locate, read

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one file holds. `model` (YAML) or `figures` (CSV) is None where the file has errors.

    `source` is None where not even the YAML could be read; `values` are the plain values behind the model.
    `references`, `spots` and `given` are there for a file with errors, too, as far as it can be understood.
    """

    place: Place
    model: Document | None = None
    figures: Figures | None = None
    source: Map | None = None
    values: Mapping[str, Any] | None = None
    references: tuple[Reference, ...] = ()
    spots: tuple[Spot, ...] = ()
    given: tuple[Given, ...] = ()
    problems: tuple[Problem, ...] = ()


def document(place: Place, data: bytes) -> Parsed:
    """Parse and validate one file. Never raises for what is in it."""
    if place.kind == "figures":
        figures, segments, found = figures_of(place.path, data)
        return Parsed(place, figures=figures, spots=segments, problems=tuple(found))
    source, problems = read(data, place.path)
    if source is None:
        return Parsed(place, problems=tuple(problems))
    model, values, mistakes = _validated(place, source)
    references = references_of(model) if model else raw_references(MODELS[place.kind], values)
    lines = _LINE_END.split(data.decode("utf-8-sig", "replace"))
    spots, forbidden = rich_links(place.path, place.kind, source, values, lines)
    return Parsed(
        place,
        model=model,
        source=source,
        values=values,
        references=tuple(references),
        spots=tuple(spots),
        given=given_by(place.kind, values),
        problems=(*_without_off(place, source, problems), *mistakes, *forbidden),
    )


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


def _validated(place: Place, source: Map) -> tuple[Document | None, Mapping[str, Any], list[Problem]]:
    """The model, the values that it was made of (repaired where needed), and what is wrong with them."""
    own = {"id": place.id, "path": place.path}
    own |= {"group": place.group} if place.kind == "journey" else {}
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
