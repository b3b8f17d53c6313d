"""Ids that the two sides write differently for the same thing: references that only follow are no change."""

from dataclasses import dataclass

from mkdocs_journeys.diff.fields import Renames
from mkdocs_journeys.diff.matching import Matches
from mkdocs_journeys.diff.things import Thing

_KINDS = {"catalog-stage": "stage"}


@dataclass(frozen=True, slots=True)
class AllRenames:
    """`everywhere` holds the ids that are known in the whole atlas, `steps` those known inside one journey."""

    everywhere: Renames
    steps: dict[str, Renames]

    def inside(self, thing: Thing) -> Renames:
        """What holds where a thing of the old side stands."""
        journey = thing.journey
        return self.steps.get(journey.id, self.everywhere) if journey else self.everywhere


def renames_of(matches: Matches) -> AllRenames:
    """Old id to new id, of everything that others can refer to."""
    everywhere: dict[tuple[str, str], str] = {}
    steps: dict[str, dict[tuple[str, str], str]] = {}
    for old, new in matches.pairs:
        if old.entity == "step":
            if old.key and new.key and old.key != new.key and old.journey:
                steps.setdefault(old.journey.id, {})["next", old.key] = new.key
        elif old.entity == "finding":
            if old.id != new.id:
                everywhere["evidence", old.id] = new.id
        elif (old.parent is None or old.entity == "pain") and old.id != new.id:
            everywhere[_KINDS.get(old.entity, old.entity), old.id] = new.id
    return AllRenames(everywhere, {id: {**everywhere, **inner} for id, inner in steps.items()})
