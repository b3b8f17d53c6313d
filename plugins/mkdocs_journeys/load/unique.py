"""Ids that are given twice, and journeys that contradict each other."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mkdocs_journeys.load.documents import Parsed
from mkdocs_journeys.load.given import CATALOG_KINDS, Given
from mkdocs_journeys.load.words import shown
from mkdocs_journeys.model import Journey
from mkdocs_journeys.problem import Position, Problem

_SAID = {
    "step": "another step of this journey has the id {id}",
    "used-stage": "the stage {id} comes twice in this journey",
    "solution": "another solution of this opportunity has the id {id}",
    "finding": "another finding of this study has the id {id}",
    "pain": "another pain has the id {id}",
}
_HINTS = {
    "used-stage": "Put its steps into one stage, or use two stages of the catalog.",
    "pain": "Pain ids are unique across all journeys. To name the same pain again, write its id alone.",
}


def repeated_ids(parsed: Iterable[Parsed]) -> Iterator[Problem]:
    """Each id that an earlier thing of its kind has: pains across all files, other ids in their file."""
    pains: dict[str, tuple[Parsed, Given]] = {}
    for one in parsed:
        own: dict[tuple[str, str], tuple[Parsed, Given]] = {}
        for given in one.given:
            id = given.id.casefold()
            first = pains.setdefault(id, (one, given)) if given.kind == "pain" else None
            first = first or own.setdefault((given.kind, id), (one, given))
            if first[1] is not given:
                yield _repeated(one, given, *first)


def contradictions(parsed: Iterable[Parsed]) -> Iterator[Problem]:
    """Baselines that make no sense, and journeys that are part of themselves."""
    journeys = {one.place.id: one for one in parsed if isinstance(one.model, Journey)}
    models = {id: one.model for id, one in journeys.items() if isinstance(one.model, Journey)}
    for id, one in journeys.items():
        yield from _baseline(one, models[id], models)
        if models[id].part_of and _is_part_of_itself(id, models):
            hint = "Name the larger journey that this one details."
            yield _problem(one, "part_of", "part-of-itself", "This journey is part of itself.", hint)


def _baseline(one: Parsed, journey: Journey, models: Mapping[str, Journey]) -> Iterator[Problem]:
    if journey.baseline is None:
        return
    other = models.get(journey.baseline)
    if journey.state != "future":
        hint = "Add `state: future`, or remove the line."
        yield _problem(one, "baseline", "baseline-state", "Only a future journey has a baseline.", hint)
    elif other is not None and other.state != "current":
        hint = "Name the current journey that this one would replace."
        message = f"The baseline {shown(journey.baseline)} is itself a future journey."
        yield _problem(one, "baseline", "baseline-state", message, hint)


def _is_part_of_itself(start: str, models: Mapping[str, Journey]) -> bool:
    seen: set[str] = set()
    here: str | None = start
    while here and here not in seen:
        seen.add(here)
        here = models[here].part_of if here in models else None
    return here == start


def _repeated(one: Parsed, given: Given, first_file: Parsed, first: Given) -> Problem:
    position, earlier = _position(one, given.path), _position(first_file, first.path)
    place = f"line {earlier.line}" if one is first_file else f"{earlier.file}:{earlier.line}"
    nouns = {kind: f"another {kind} of the catalog has the id {{id}}" for kind in CATALOG_KINDS.values()}
    said = (_SAID.get(given.kind) or nouns[given.kind]).format(id=shown(given.id))
    hint = _HINTS.get(given.kind, "Give one of them another id.")
    related = ((earlier, "first given here"),)
    return Problem("id-duplicate", position, f"{said[0].upper()}{said[1:]}: {place}.", hint, related=related)


def _position(one: Parsed, path: tuple[Any, ...]) -> Position:
    return Position(one.place.path, *(one.source.locate(path) if one.source else (1, 1)))


def _problem(one: Parsed, field: str, rule: str, message: str, hint: str) -> Problem:
    return Problem(rule, _position(one, (field,)), message, hint)
