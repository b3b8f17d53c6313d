"""Ids that are given twice, and journeys that contradict each other."""

from collections.abc import Iterable, Iterator, Mapping

from mkdocs_journeys.load.documents import Parsed
from mkdocs_journeys.load.given import CATALOG_KINDS
from mkdocs_journeys.load.words import shown
from mkdocs_journeys.model import Journey
from mkdocs_journeys.problem import Problem

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


Given = tuple[Parsed, str, int]
"""An id of a file: its kind, and its number among those of that kind."""


def repeated_ids(parsed: Iterable[Parsed]) -> Iterator[Problem]:
    """Each id that an earlier thing of its kind has: pains across all files, other ids in their file."""
    pains: dict[str, Given] = {}
    for one in parsed:
        for kind, ids in one.given.items():
            if kind == "pain":
                yield from _repeated_of(one, kind, ids, pains)
            elif len(set(map(str.casefold, ids))) < len(ids):
                yield from _repeated_of(one, kind, ids, {})


def _repeated_of(one: Parsed, kind: str, ids: Iterable[str], first: dict[str, Given]) -> Iterator[Problem]:
    """Each of the ids of a file that is given already; `first` holds where, and takes those that are not."""
    for number, id in enumerate(ids):
        given = (one, kind, number)
        earlier = first.setdefault(id.casefold(), given)
        if earlier is not given:
            yield _repeated(given, id, earlier)


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


def _repeated(given: Given, id: str, first: Given) -> Problem:
    one, kind, _ = given
    position, earlier = (file.position_of(kind, number) for file, kind, number in (given, first))
    place = f"line {earlier.line}" if one is first[0] else f"{earlier.file}:{earlier.line}"
    nouns = {kind: f"another {kind} of the catalog has the id {{id}}" for kind in CATALOG_KINDS.values()}
    said = (_SAID.get(kind) or nouns[kind]).format(id=shown(id))
    hint = _HINTS.get(kind, "Give one of them another id.")
    related = ((earlier, "first given here"),)
    return Problem("id-duplicate", position, f"{said[0].upper()}{said[1:]}: {place}.", hint, related=related)


def _problem(one: Parsed, field: str, rule: str, message: str, hint: str) -> Problem:
    return Problem(rule, one.position(field), message, hint)
