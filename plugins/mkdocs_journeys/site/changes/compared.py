"""Two atlases side by side: their things by id, and the matches between old and new ones."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.compare import Change
from mkdocs_journeys.diff.entities import Entities, Entity, entities_of
from mkdocs_journeys.diff.match import Matches, matches_of

ThingsById = Mapping[tuple[str, str], Entity]


@dataclass(frozen=True)
class ComparedAtlases:
    """Both sides of a comparison, as far as they differ."""

    old: Atlas
    new: Atlas

    @cached_property
    def before(self) -> Entities:
        """The changed things of the old side."""
        return entities_of(self.old, self.new)

    @cached_property
    def after(self) -> Entities:
        """The changed things of the new side."""
        return entities_of(self.new, self.old)

    @cached_property
    def matches(self) -> Matches:
        """The matches between old and new things."""
        return matches_of(self.before, self.after)

    @cached_property
    def numbers(self) -> dict[Entity, int]:
        """The number of each step in its journey, on either side, from 1."""
        return {**_numbers(self.before["step"]), **_numbers(self.after["step"])}

    def things(self, change: Change) -> tuple[Entity | None, Entity | None]:
        """The changed thing on the old and on the new side; None on a side without it."""
        if change.head is None:
            return self._old.get((change.entity, change.id)), None
        after = self._new.get((change.entity, change.id))
        return (self.matches.old_of.get(after) if after else None), after

    @cached_property
    def _old(self) -> ThingsById:
        return _by_id(self.before)

    @cached_property
    def _new(self) -> ThingsById:
        return _by_id(self.after)


def root_of(thing: Entity) -> Entity:
    """The file, or the item of the catalog, that holds a thing."""
    return root_of(thing.parent) if thing.parent else thing


def _by_id(things: Entities) -> ThingsById:
    return {(thing.kind, thing.id): thing for found in things.values() for thing in found}


def _numbers(steps: list[Entity]) -> dict[Entity, int]:
    counted: dict[Entity, int] = {}
    last: dict[Entity, int] = {}
    for step in steps:
        journey = root_of(step)
        last[journey] = counted[step] = last.get(journey, 0) + 1
    return counted
