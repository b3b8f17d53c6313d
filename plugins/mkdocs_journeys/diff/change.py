"""What a change is: found first, then judged and put into words."""

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_journeys.diff.fields import Plain
from mkdocs_journeys.diff.things import Thing
from mkdocs_journeys.problem import Position


class Kind(StrEnum):
    """What happened to a thing, or to one of its fields."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    RENAMED = "renamed"


class Judgement(StrEnum):
    """What a change means, the weightiest first."""

    WORSE = "worse"
    LOOK = "look"
    BETTER = "better"
    EDITORIAL = "editorial"


@dataclass(frozen=True, slots=True)
class Found:
    """One difference between two atlases, before anybody judges it.

    `base` and `head` are the thing on either side, None where it is not there. `field` is a dotted name;
    None where the thing itself came or went. `before` is `old` with the ids that things have now.
    """

    kind: Kind
    base: Thing | None
    head: Thing | None
    field: str | None = None
    old: Plain = None
    new: Plain = None
    before: Plain = None

    @property
    def thing(self) -> Thing:
        """The thing as it is now, or as it last was."""
        found = self.head or self.base
        assert found is not None  # noqa: S101
        return found

    @property
    def facts(self) -> tuple[Plain, ...]:
        """All that tells it from other differences, free of lines and of the run."""
        ids = (self.base.id if self.base else None, self.head.id if self.head else None)
        return (self.kind.value, self.thing.entity, *ids, self.field, self.old, self.new)


@dataclass(frozen=True, slots=True)
class Said:
    """A text that an author wrote, inside a sentence of ours."""

    text: str


Words = tuple[str | Said, ...]
"""A sentence whose parts say who wrote them, so that each report can escape what is not ours."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of meaning, as reports show it.

    `old` and `new` are plain values as in JSON, `base` and `head` where they are written. `journey` and `group`
    tell which journey is concerned, `owners` the ids of the teams who should look, `words` is the sentence with
    the authors' texts marked. `fingerprint` stays the same when lines move, and from run to run.
    """

    kind: Kind
    entity: str
    id: str
    field: str | None
    old: Plain
    new: Plain
    base: Position | None
    head: Position | None
    sentence: str
    judgement: Judgement
    fingerprint: str
    words: Words = ()
    journey: str | None = None
    group: str = ""
    owners: tuple[str, ...] = ()


def fingerprint_of(found: Found, occurrence: int = 1) -> str:
    """Sixteen hexadecimal digits; `occurrence` tells changes apart that are alike in everything."""
    said = json.dumps([*found.facts, occurrence], sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(said.encode()).hexdigest()[:16]
