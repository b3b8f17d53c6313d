"""The overlay: every change of a preview with its mark and its address, by page, journey and thing."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from mkdocs_journeys.diff import Change, Comparison
from mkdocs_journeys.diff.entities import Entity
from mkdocs_journeys.site.addresses import Address, address_of, page_uri, stage_anchor, step_anchor
from mkdocs_journeys.site.changes.journey_marks import JourneyMarks, journey_marks
from mkdocs_journeys.site.changes.marks import ChangeBadge, ChangeMark, badge_of, mark_of
from mkdocs_journeys.vocabulary import DOCUMENTS, PAGE_FOLDERS

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

    @property
    def anchor(self) -> str:
        """Its anchor on its page, "" for none."""
        return self.address[1] if self.address else ""


@dataclass(frozen=True, slots=True)
class ComparedBase:
    """The revision that the site is compared with: its name as the user gave it, and its short hash."""

    name: str
    commit: str


@dataclass(frozen=True, slots=True)
class Overlay:
    """Every mark of a preview: all changes, and by page; the marks of each journey, and the badge of each thing.

    A change of a pain is on the page of its journey and on its own. `titles` are the headings of the groups on the
    page of changes.
    """

    base: ComparedBase
    placed: tuple[PlacedChange, ...] = ()
    journeys: Mapping[str, JourneyMarks] = field(default_factory=dict)
    badges: Mapping[Key, ChangeBadge] = field(default_factory=dict)
    pages: Mapping[str, list[PlacedChange]] = field(default_factory=dict)
    titles: Mapping[Key, str] = field(default_factory=dict)


def overlay_of(base: str, commit: str, comparison: Comparison) -> Overlay:
    """The overlay of a comparison with the revision `base`, whose hash is `commit`.

    The atlases that are compared may hold just what differs.
    """
    placed = tuple(_placed(change, comparison) for change in comparison.changes)
    pages: defaultdict[str, list[PlacedChange]] = defaultdict(list)
    for one in placed:
        if one.address:
            pages[one.address[0]].append(one)
        if pain := _pain_of(one.change, comparison):
            page = page_uri("pain", pain.id)
            pages[page].append(replace(one, address=(page, "pain")))
    return Overlay(
        base=ComparedBase(base, commit[:10]),
        placed=placed,
        journeys=journey_marks(comparison),
        badges=_badges(comparison),
        pages=dict(pages),
        titles={one.group: _title(one.group, comparison) for one in placed},
    )


def _placed(change: Change, comparison: Comparison) -> PlacedChange:
    before, after = comparison.sides_of(change)
    address = _address(after, comparison) if after else _last_address(before, comparison) if before else None
    keys = _keys_of(change, comparison)
    group = keys[0] if keys else (change.entity, change.id)
    return PlacedChange(change, mark_of(change, comparison.old, comparison.new), address, group)


def _badges(comparison: Comparison) -> dict[Key, ChangeBadge]:
    by_key: defaultdict[Key, list[Change]] = defaultdict(list)
    for change in comparison.changes:
        for key in _keys_of(change, comparison):
            by_key[key].append(change)
    return {key: badge_of(changes, ENTITY_OF_KIND.get(key[0], key[0])) for key, changes in by_key.items()}


def _title(key: Key, comparison: Comparison) -> str:
    kind, id = key
    entity = ENTITY_OF_KIND.get(kind, kind), id
    thing = comparison.after_by_id.get(entity) or comparison.before_by_id.get(entity)
    return thing.name if thing else id


def _keys_of(change: Change, comparison: Comparison) -> tuple[Key, ...]:
    """The things that get a badge for a change: the journey, persona, study … that holds it, a pain or finding too."""
    before, after = comparison.sides_of(change)
    thing = after or before
    if thing is None:
        return ()
    return (_key(thing.root), _key(thing)) if thing.kind in ("pain", "finding") else (_key(thing.root),)


def _pain_of(change: Change, comparison: Comparison) -> Entity | None:
    """The pain that a change is about, if that still exists."""
    after = comparison.sides_of(change)[1]
    return after if after and after.kind == "pain" else None


def _key(thing: Entity) -> Key:
    return KIND_OF_ENTITY.get(thing.kind, thing.kind), thing.id


def _address(thing: Entity, comparison: Comparison) -> Address:
    root = thing.root
    kind, id = _key(root)
    if kind == "journey":
        return page_uri(kind, root.id), _anchor_in_journey(thing, comparison)
    if kind not in PAGE_FOLDERS:
        return CATALOG, ""
    return address_of(comparison.new, kind, thing.id if thing.kind == "finding" else id) or (CATALOG, "")


def _anchor_in_journey(thing: Entity, comparison: Comparison) -> str:
    if thing.kind == "stage":
        return stage_anchor(thing.number)
    if thing.kind == "step":
        return step_anchor(comparison.step_numbers[thing])
    return f"pain-{thing.id}" if thing.kind == "pain" else ""


def _last_address(thing: Entity, comparison: Comparison) -> Address | None:
    """The address of a removed thing: of the innermost thing around it that still exists, else the catalogue.

    None if it had a page of its own, which is removed with it, and the catalogue does not list its kind.
    """
    while thing.parent:
        here = comparison.matches.new_of.get(thing.parent)
        if here:
            return _address(here, comparison)
        thing = thing.parent
    return None if _key(thing)[0] in (*DOCUMENTS, "metric") else (CATALOG, "")
