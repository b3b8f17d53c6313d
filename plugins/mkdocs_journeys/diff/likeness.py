"""How much two things of one kind are alike: from 0, nothing in common, to 1, the same. Symmetric."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from mkdocs_journeys.diff.fields import Plain, fields_of
from mkdocs_journeys.diff.things import Thing
from mkdocs_journeys.model import Journey, JourneyStage, Pain, Step

ALIKE = 0.5
"""From here on two things that share neither an id nor a name count as one that was rewritten."""
NAME_WEIGHT, TEXT_WEIGHT, WORD_WEIGHT = 2.0, 1.0, 0.25
PART_WEIGHT = 3.0
LONG = 200
"""Texts of more letters, both together, are compared by their words alone."""
_NAMES = {"name", "title", "text"}


@dataclass(frozen=True, slots=True)
class Look:
    """What is compared of a thing: its name, its details, and the names of its parts."""

    name: str
    details: Mapping[str, Plain]
    parts: frozenset[str]


def look_of(thing: Thing) -> Look:
    """What a thing looks like, for `likeness` and for finding candidates."""
    details = {key: value for key, value in fields_of(thing).items() if key not in _NAMES}
    return Look(_folded(thing.name), details, frozenset(_parts(thing)))


def likeness(one: Look, other: Look) -> float:
    """The weighted agreement of names, details and parts: free text weighs more than a word of a scale."""
    score, weight = NAME_WEIGHT * alike(one.name, other.name), NAME_WEIGHT
    agreed, total = _details(one, other)
    score, weight = score + agreed, weight + total
    if one.parts or other.parts:
        score, weight = score + PART_WEIGHT * _dice(one.parts, other.parts), weight + PART_WEIGHT
    return score / weight


def detail_likeness(one: Look, other: Look) -> float:
    """The same for the details alone; 0 where neither side has any."""
    agreed, total = _details(one, other)
    return agreed / total if total else 0.0


@lru_cache(maxsize=4096)
def alike(one: str, other: str) -> float:
    """How much of their words or, if they are short, of their pairs of letters two texts share."""
    if one == other:
        return 1.0
    words = _dice(_words(one), _words(other))
    return words if len(one) + len(other) > LONG else max(words, _dice(_pairs(one), _pairs(other)))


def _details(one: Look, other: Look) -> tuple[float, float]:
    agreed = total = 0.0
    for key in sorted(one.details.keys() | other.details.keys()):
        mine, theirs = one.details.get(key), other.details.get(key)
        weight = max(_weight(mine), _weight(theirs))
        total += weight
        agreed += weight * _same(mine, theirs)
    return agreed, total


def _weight(value: Plain) -> float:
    free = isinstance(value, list) or (isinstance(value, str) and " " in value)
    return TEXT_WEIGHT if free else WORD_WEIGHT


def _same(one: Plain, other: Plain) -> float:
    if one == other:
        return 1.0
    if isinstance(one, str) and isinstance(other, str) and " " in one + other:
        return alike(_folded(one), _folded(other))
    if isinstance(one, list) and isinstance(other, list):
        return _dice(frozenset(map(str, one)), frozenset(map(str, other)))
    return 0.0


def _parts(thing: Thing) -> list[str]:
    if isinstance(thing.model, Journey):
        return [_folded(step.name) for step in thing.model.steps]
    if isinstance(thing.model, JourneyStage):
        return [_folded(step.name) for step in thing.model.steps]
    if isinstance(thing.model, Step):
        return [pain.id if isinstance(pain, Pain) else pain for pain in thing.model.pains]
    return []


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


@lru_cache(maxsize=16_384)
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@lru_cache(maxsize=16_384)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
