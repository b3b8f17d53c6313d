"""What pages ask of the overlay, each for its own part only, so that a kept page stays right while others change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mkdocs_journeys.diff.compare import Change
from mkdocs_journeys.diff.severity import Judgement
from mkdocs_journeys.site.changes.journey import JourneyMarks
from mkdocs_journeys.site.changes.mark import Badge, Mark, badge_of, weightiest
from mkdocs_journeys.site.changes.overlay import Overlay
from mkdocs_journeys.site.changes.places import Key
from mkdocs_journeys.site.world import World

Parts = Mapping[tuple[str, ...], Any]
"""Everything of an overlay by key; empty where nothing is compared."""
_BASE, _ALL, _PAGE, _JOURNEY, _BADGES = "base", "all", "page", "journey", "badges"


@dataclass(frozen=True, slots=True)
class Base:
    """What the site is compared with: as its user calls it, and the beginning of its hash."""

    name: str
    commit: str


@dataclass(frozen=True, slots=True)
class Chip:
    """All the marks of one place, in one word."""

    word: str
    judgement: Judgement
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Here:
    """The changes of one page, each with its anchor there, and the badge of each anchor that has any."""

    placed: tuple[tuple[Mark, str], ...] = ()
    anchors: Mapping[str, Badge] = field(default_factory=dict)


def parts_of(overlay: Overlay | None) -> Parts:
    """An overlay as the parts that pages look up."""
    if overlay is None:
        return {}
    parts: dict[tuple[str, ...], Any] = {(_BASE,): Base(overlay.base, overlay.commit[:10]), (_ALL,): overlay}
    parts |= {(_PAGE, uri): _here(overlay, uri) for uri in overlay.pages}
    parts |= {(_JOURNEY, id): marks for id, marks in overlay.journeys.items()}
    return parts | {(_BADGES,): overlay.badges}


def base_of(world: World) -> Base | None:
    """What the site is compared with; None where it is not."""
    found: Base | None = _part(world, _BASE)
    return found


def whole_of(world: World) -> Overlay | None:
    """The whole overlay: only for the page that shows all of it."""
    found: Overlay | None = _part(world, _ALL)
    return found


def changes_on(world: World, uri: str) -> Here:
    """The changes that a page shows."""
    found: Here | None = _part(world, _PAGE, uri)
    return found or Here()


def marks_of(world: World, journey: str) -> JourneyMarks:
    """The marks of a journey, which may be none."""
    found: JourneyMarks | None = _part(world, _JOURNEY, journey)
    return found or JourneyMarks()


def badges_of(world: World) -> Mapping[Key, Badge]:
    """What an index says of each changed thing: only for pages that name any thing."""
    found: Mapping[Key, Badge] | None = _part(world, _BADGES)
    return found or {}


def chip_of(marks: tuple[Mark, ...]) -> Chip | None:
    """One word for the marks of a place; None where there are none."""
    if not marks:
        return None
    words = {mark.word for mark in marks}
    word = words.pop() if len(words) == 1 else "changed"
    return Chip(word, weightiest(mark.judgement for mark in marks), marks)


def _here(overlay: Overlay, uri: str) -> Here:
    placed = [one for one in overlay.placed if one.address and one.address[0] == uri]
    by_anchor: dict[str, list[Change]] = {}
    for one in placed:
        by_anchor.setdefault(one.address[1] if one.address else "", []).append(one.change)
    anchors = {anchor: badge_of(found, found[0].entity) for anchor, found in by_anchor.items() if anchor}
    return Here(tuple((one.mark, one.address[1]) for one in placed if one.address), anchors)


def _part(world: World, *key: str) -> Any:
    return world.once(world.settings.changes).get(key)
