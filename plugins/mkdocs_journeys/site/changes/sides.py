"""Two atlases as their things, found by id, and which old thing is which new one."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.change import Change
from mkdocs_journeys.diff.matching import Matches, matches_of
from mkdocs_journeys.diff.things import Thing, Things, things_of

Known = Mapping[tuple[str, str], Thing]


@dataclass(frozen=True)
class Sides:
    """Both sides of a comparison."""

    old: Atlas
    new: Atlas

    @cached_property
    def before(self) -> Things:
        """The old side's things, as far as they changed."""
        return things_of(self.old, self.new)

    @cached_property
    def after(self) -> Things:
        """The new side's things, as far as they changed."""
        return things_of(self.new, self.old)

    @cached_property
    def matches(self) -> Matches:
        """Which old thing is which new one."""
        return matches_of(self.before, self.after)

    @cached_property
    def numbers(self) -> dict[Thing, int]:
        """The number of each step in its journey, on either side, from 1."""
        return {**_numbers(self.before["step"]), **_numbers(self.after["step"])}

    def things(self, change: Change) -> tuple[Thing | None, Thing | None]:
        """The thing that a change is of, as it was and as it is; None on a side where it is not."""
        if change.head is None:
            return self._old.get((change.entity, change.id)), None
        after = self._new.get((change.entity, change.id))
        return (self.matches.old_of.get(after) if after else None), after

    @cached_property
    def _old(self) -> Known:
        return _by_id(self.before)

    @cached_property
    def _new(self) -> Known:
        return _by_id(self.after)


def root_of(thing: Thing) -> Thing:
    """The file, or the item of the catalog, that a thing lies in."""
    return root_of(thing.parent) if thing.parent else thing


def _by_id(things: Things) -> dict[tuple[str, str], Thing]:
    return {(thing.entity, thing.id): thing for found in things.values() for thing in found}


def _numbers(steps: list[Thing]) -> dict[Thing, int]:
    counted: dict[Thing, int] = {}
    last: dict[Thing, int] = {}
    for step in steps:
        journey = root_of(step)
        last[journey] = counted[step] = last.get(journey, 0) + 1
    return counted
