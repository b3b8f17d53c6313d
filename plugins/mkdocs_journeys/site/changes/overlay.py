"""The overlay: every change of a preview with its mark and its address, by page, journey and thing."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.compare import Change
from mkdocs_journeys.diff.entities import Entity
from mkdocs_journeys.site.addresses import Address, address_of, page_uri, stage_anchor, step_anchor
from mkdocs_journeys.site.changes.compared import ComparedAtlases, root_of
from mkdocs_journeys.site.changes.journey_marks import JourneyMarks, journey_marks
from mkdocs_journeys.site.changes.marks import ChangeBadge, ChangeMark, badge_of, mark_of
from mkdocs_journeys.vocabulary import CATALOG_SECTIONS, PAGE_FOLDERS

Key = tuple[str, str]
"""The kind and the id of a thing, as links name it: `("persona", "maya")`."""
CATALOG = "catalog.md"
KIND_OF_ENTITY = {"catalog-stage": "stage"}
"""The kind of an entity that links call otherwise."""
ENTITY_OF_KIND = {kind: entity for entity, kind in KIND_OF_ENTITY.items()}


@dataclass(frozen=True, slots=True)
class PlacedChange:
    """A change, its mark, its address on the site, and the thing under which the page of changes lists it."""

    change: Change
    mark: ChangeMark
    address: Address | None
    group: Key


@dataclass(frozen=True, slots=True)
class Overlay:
    """Every mark of a preview. `base` is the revision as the user named it, `commit` its hash.

    `titles` are the headings of the groups on the page of changes, `pages` the number of changes on each page.
    """

    base: str
    commit: str
    placed: tuple[PlacedChange, ...] = ()
    journeys: Mapping[str, JourneyMarks] = field(default_factory=dict)
    badges: Mapping[Key, ChangeBadge] = field(default_factory=dict)
    pages: Mapping[str, int] = field(default_factory=dict)
    titles: Mapping[Key, str] = field(default_factory=dict)


def overlay_of(base: str, commit: str, old: Atlas, new: Atlas, found: Sequence[Change]) -> Overlay:
    """The overlay of the changes from one atlas to another; the atlases may hold just what differs."""
    sides = ComparedAtlases(old, new)
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


def _placed(change: Change, sides: ComparedAtlases) -> PlacedChange:
    before, after = sides.things(change)
    address = _address(after, sides) if after else _last_address(before, sides) if before else None
    keys = _keys_of(change, sides)
    group = keys[0] if keys else (change.entity, change.id)
    return PlacedChange(change, mark_of(change, sides.old, sides.new), address, group)


def _badges(found: Iterable[Change], sides: ComparedAtlases) -> dict[Key, ChangeBadge]:
    by_key: defaultdict[Key, list[Change]] = defaultdict(list)
    for change in found:
        for key in _keys_of(change, sides):
            by_key[key].append(change)
    return {key: badge_of(changes, ENTITY_OF_KIND.get(key[0], key[0])) for key, changes in by_key.items()}


def _title(key: Key, sides: ComparedAtlases) -> str:
    kind, id = key
    entity = ENTITY_OF_KIND.get(kind, kind)
    for things in (sides.after, sides.before):
        for thing in things.get(entity, ()):
            if thing.id == id:
                return thing.name
    return id


def _keys_of(change: Change, sides: ComparedAtlases) -> tuple[Key, ...]:
    """The things that get a badge for a change: the journey, persona, study … that holds it, and a pain itself."""
    thing = next((one for one in reversed(sides.things(change)) if one), None)
    if thing is None:
        return ()
    keys = [_key(root_of(thing))]
    if thing.kind == "pain":
        keys.append(("pain", thing.id))
    return tuple(keys)


def _key(thing: Entity) -> Key:
    return KIND_OF_ENTITY.get(thing.kind, thing.kind), thing.id


def _address(thing: Entity, sides: ComparedAtlases) -> Address:
    root = root_of(thing)
    kind, id = _key(root)
    if kind == "journey":
        return page_uri(kind, root.id), _anchor_in_journey(thing, sides)
    if kind not in PAGE_FOLDERS and kind not in CATALOG_SECTIONS:
        return CATALOG, ""
    return address_of(sides.new, kind, thing.id if thing.kind == "finding" else id) or (CATALOG, "")


def _anchor_in_journey(thing: Entity, sides: ComparedAtlases) -> str:
    if thing.kind == "stage":
        return stage_anchor(thing.number)
    if thing.kind == "step":
        return step_anchor(sides.numbers[thing])
    return f"pain-{thing.id}" if thing.kind == "pain" else ""


def _last_address(thing: Entity, sides: ComparedAtlases) -> Address | None:
    """The address of a removed thing: of the innermost thing around it that still exists, else the catalogue.

    None if it had a page of its own, which is removed with it.
    """
    while thing.parent:
        here = sides.matches.new_of.get(thing.parent)
        if here:
            return _address(here, sides)
        thing = thing.parent
    return None if _key(thing)[0] in PAGE_FOLDERS else (CATALOG, "")
