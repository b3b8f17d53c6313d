"""The whole change as values by page and place: what a preview lays over the site."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.compare import Change
from mkdocs_journeys.site.changes.journey import JourneyMarks, journey_marks
from mkdocs_journeys.site.changes.mark import Badge, Mark, badge_of, mark_of
from mkdocs_journeys.site.changes.places import Address, Key, address_of, keys_of
from mkdocs_journeys.site.changes.sides import Sides
from mkdocs_journeys.site.changes.values import values_of

WHOLE = {"stage": "catalog-stage"}
"""The entity that a thing of an index is, where it is called otherwise."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A change, its mark, and where on the site it can be seen; `group` names whose change it is."""

    change: Change
    mark: Mark
    address: Address | None
    group: Key


@dataclass(frozen=True, slots=True)
class Overlay:
    """Every mark of a preview. `base` is what the user called the revision, `commit` its hash.

    `titles` are what the groups of the page of changes are called, `pages` the number of changes on each page.
    """

    base: str
    commit: str
    placed: tuple[Placed, ...] = ()
    journeys: Mapping[str, JourneyMarks] = field(default_factory=dict)
    badges: Mapping[Key, Badge] = field(default_factory=dict)
    pages: Mapping[str, int] = field(default_factory=dict)
    titles: Mapping[Key, str] = field(default_factory=dict)


def overlay_of(base: str, commit: str, old: Atlas, new: Atlas, found: Sequence[Change]) -> Overlay:
    """The overlay of the changes from one atlas to another; the atlases may hold just what differs."""
    sides = Sides(old, new)
    placed = tuple(_placed(change, sides) for change in found)
    return Overlay(
        base=base,
        commit=commit,
        placed=placed,
        journeys=journey_marks(found, sides),
        badges=_badges(found, sides),
        pages=Counter(one.address[0] for one in placed if one.address),
        titles={one.group: _title(one.group, sides) for one in placed},
    )


def _placed(change: Change, sides: Sides) -> Placed:
    mark = mark_of(change, *values_of(change, sides.old, sides.new))
    keys = keys_of(change, sides)
    group = keys[0] if keys else (change.entity, change.id)
    return Placed(change, mark, address_of(change, sides), group)


def _badges(found: Iterable[Change], sides: Sides) -> dict[Key, Badge]:
    by_key: defaultdict[Key, list[Change]] = defaultdict(list)
    for change in found:
        for key in keys_of(change, sides):
            by_key[key].append(change)
    return {key: badge_of(changes, WHOLE.get(key[0], key[0])) for key, changes in by_key.items()}


def _title(key: Key, sides: Sides) -> str:
    kind, id = key
    entity = WHOLE.get(kind, kind)
    for things in (sides.after, sides.before):
        for thing in things.get(entity, ()):
            if thing.id == id:
                return thing.name
    return id
