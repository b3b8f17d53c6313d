"""Similarity of two entities of one kind: from 0, nothing in common, to 1, equal. Symmetric."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from mkdocs_journeys.diff.entities import Entity, Plain
from mkdocs_journeys.diff.fields import fields_of
from mkdocs_journeys.model import Journey, JourneyStage, Pain, Step

NAME_WEIGHT, TEXT_WEIGHT, WORD_WEIGHT = 2.0, 1.0, 0.25
PARTS_WEIGHT = 3.0
LONG = 200
"""Two texts with more characters together are compared by their words alone."""
_NAMES = {"name", "title", "text"}


@dataclass(frozen=True, slots=True)
class Features:
    """What is compared of an entity: its name, its other fields, and the names of its parts."""

    name: str
    details: Mapping[str, Plain]
    parts: frozenset[str]


def features_of(entity: Entity) -> Features:
    """The features of an entity; names are folded."""
    details = {key: value for key, value in fields_of(entity).items() if key not in _NAMES}
    return Features(folded(entity.name), details, frozenset(_parts(entity)))


def similarity(one: Features, other: Features) -> float:
    """The weighted mean over name, details and parts; free text weighs more than a word of a scale."""
    score, weight = NAME_WEIGHT * text_similarity(one.name, other.name), NAME_WEIGHT
    agreed, total = _details(one, other)
    score, weight = score + agreed, weight + total
    if one.parts or other.parts:
        score, weight = score + PARTS_WEIGHT * _dice(one.parts, other.parts), weight + PARTS_WEIGHT
    return score / weight


def detail_similarity(one: Features, other: Features) -> float:
    """The weighted mean over the details alone; 0 if neither side has any."""
    agreed, total = _details(one, other)
    return agreed / total if total else 0.0


@lru_cache(maxsize=4096)
def text_similarity(one: str, other: str) -> float:
    """The Dice coefficient of the words of two texts or, if it is higher and they are short, of their bigrams."""
    if one == other:
        return 1.0
    words = _dice(_words(one), _words(other))
    return words if len(one) + len(other) > LONG else max(words, _dice(_bigrams(one), _bigrams(other)))


def folded(text: str) -> str:
    """A text for comparison: case folded, white space collapsed."""
    return " ".join(text.casefold().split())


def _details(one: Features, other: Features) -> tuple[float, float]:
    """The weighted sum of agreement over all details, and the sum of the weights."""
    agreed = total = 0.0
    for key in sorted(one.details.keys() | other.details.keys()):
        mine, theirs = one.details.get(key), other.details.get(key)
        weight = max(_weight(mine), _weight(theirs))
        total += weight
        agreed += weight * _value_similarity(mine, theirs)
    return agreed, total


def _weight(value: Plain) -> float:
    free = isinstance(value, list) or (isinstance(value, str) and " " in value)
    return TEXT_WEIGHT if free else WORD_WEIGHT


def _value_similarity(one: Plain, other: Plain) -> float:
    if one == other:
        return 1.0
    if isinstance(one, str) and isinstance(other, str) and " " in one + other:
        return text_similarity(folded(one), folded(other))
    if isinstance(one, list) and isinstance(other, list):
        return _dice(frozenset(map(str, one)), frozenset(map(str, other)))
    return 0.0


def _parts(entity: Entity) -> list[str]:
    if isinstance(entity.model, Journey | JourneyStage):
        return [folded(step.name) for step in entity.model.steps]
    if isinstance(entity.model, Step):
        return [pain.id if isinstance(pain, Pain) else pain for pain in entity.model.pains]
    return []


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


@lru_cache(maxsize=16_384)
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@lru_cache(maxsize=16_384)
def _bigrams(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))
