"""Where on the site a changed thing is, or was."""

from mkdocs_journeys.diff.compare import Change
from mkdocs_journeys.diff.entities import Entity
from mkdocs_journeys.site.anchors import CATALOGUED, place_of, stage_anchor, step_anchor
from mkdocs_journeys.site.changes.sides import Sides, root_of

Address = tuple[str, str]
"""A page's uri and an anchor on it, "" for the page itself."""
Key = tuple[str, str]
"""The kind and the id of a thing, as links name it: `("persona", "maya")`."""

CATALOG = "catalog.md"
KINDS = {"catalog-stage": "stage"}
PAGES = frozenset({"journey", "persona", "opportunity", "evidence", "metric"})
"""Kinds whose things have a page each, which goes with them."""


def address_of(change: Change, sides: Sides) -> Address | None:
    """Where a change can be seen; for what is gone, the place where it was; None where that page is gone, too."""
    before, after = sides.things(change)
    if after:
        return _address(after, sides)
    return _last_address(before, sides) if before else None


def keys_of(change: Change, sides: Sides) -> tuple[Key, ...]:
    """The things of indexes that a change is to be seen at: its journey, persona, study … and a pain itself, too."""
    thing = next((one for one in reversed(sides.things(change)) if one), None)
    if thing is None:
        return ()
    keys = [_key(root_of(thing))]
    if thing.kind == "pain":
        keys.append(("pain", thing.id))
    return tuple(keys)


def _key(thing: Entity) -> Key:
    return KINDS.get(thing.kind, thing.kind), thing.id


def _address(thing: Entity, sides: Sides) -> Address:
    root = root_of(thing)
    kind, id = _key(root)
    if kind == "journey":
        return f"journeys/{root.id}.md", _anchor_in_journey(thing, sides)
    if kind not in PAGES and kind not in CATALOGUED:
        return CATALOG, ""
    return place_of(sides.new, kind, thing.id if thing.kind == "finding" else id) or (CATALOG, "")


def _anchor_in_journey(thing: Entity, sides: Sides) -> str:
    if thing.kind == "stage":
        return stage_anchor(thing.number)
    if thing.kind == "step":
        return step_anchor(sides.numbers[thing])
    return f"pain-{thing.id}" if thing.kind == "pain" else ""


def _last_address(thing: Entity, sides: Sides) -> Address | None:
    """Of a thing that is no more: the nearest one around it that still is, else the catalogue that it stood in."""
    while thing.parent:
        here = sides.matches.new_of.get(thing.parent)
        if here:
            return _address(here, sides)
        thing = thing.parent
    return None if _key(thing)[0] in PAGES else (CATALOG, "")
