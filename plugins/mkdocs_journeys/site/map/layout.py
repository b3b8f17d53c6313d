"""The order of a map's rows, the lines between what customers see and what they do not, and which lanes are shown."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mkdocs_journeys.model import Catalog
from mkdocs_journeys.site.map.lanes import BLUEPRINT_LANES, FEELS, TOUCHPOINT, LaneView, own_lane_id
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message


class MapLine(NamedTuple):
    """A line across the map; `meaning` says what it parts, for those who do not see it."""

    id: str
    title: str
    meaning: str
    draw: str = "line"


INTERACTION = MapLine("interaction", message("Line of interaction"), message("below it we meet the customer"))
VISIBILITY = MapLine(
    "visibility", message("Line of visibility"), message("the customer does not see what stands below")
)
INTERNAL = MapLine(
    "internal", message("Line of internal interaction"), message("below it stands what carries those who do the work")
)
BESIDES = MapLine("besides", message("Beside the blueprint"), message("what else is known of the journey"))
BEHIND = tuple(lane.id for lane in BLUEPRINT_LANES if lane.behind)
FRONTSTAGE, BACKSTAGE = ("frontstage",), ("backstage",)
CARRYING = tuple(lane.id for lane in BLUEPRINT_LANES if lane.id not in (*FRONTSTAGE, *BACKSTAGE))
FUNNEL = "reached"
PICTURES = ("pictures",)
FIRST = (*PICTURES, "stage", "takes", TOUCHPOINT.id, "team", FEELS.id)
"""Rows that stand above all others where the catalog does not say otherwise."""

SHORT_LANES = ("pictures", FEELS.id, "says", "pains")
SERVICE_LANES = (TOUCHPOINT.id, "team", *(lane.id for lane in BLUEPRINT_LANES))
_OWN = own_lane_id("")

Rows = tuple[LaneView | MapLine, ...]


class MapRows(NamedTuple):
    """The rows of a map: those between the heads of stages and of steps, and those below both."""

    above_steps: tuple[LaneView, ...]
    below: Rows


def rows_of(catalog: Catalog, lanes: Iterable[LaneView]) -> MapRows:
    """Lanes in the catalog's order, those that it does not name in the usual one; what customers do not see comes last.

    The funnel stands at the foot, unless the catalog names it.
    """
    feet = () if FUNNEL in _row_ids(catalog, catalog.map.lanes) else (FUNNEL,)
    above, behind, foot = _parted(_in_order(catalog, lanes), BEHIND, feet)
    return MapRows((), (*above, *_after(VISIBILITY, behind), *foot))


def blueprint_rows_of(catalog: Catalog, lanes: Iterable[LaneView]) -> MapRows:
    """Lanes in the order of a service blueprint, each line where something stands below it, then all other lanes.

    What the customer meets stands above what they do; the catalog's order holds between two lines.
    """
    rows = _in_order(catalog, lanes)
    parts = (TOUCHPOINT.id,), PICTURES, FRONTSTAGE, BACKSTAGE, CARRYING
    others, met, pictures, front, back, carrying = _parted(rows, *parts)
    front, back = _with_arrows(front, back)
    behind = [*back, *_after(INTERNAL, carrying)]
    service = _after(INTERACTION, [*front, *_after(VISIBILITY, behind)])
    return MapRows(tuple(met), (*pictures, *service, *(_after(BESIDES, others) if service else others)))


def _with_arrows(front: Sequence[LaneView], back: Sequence[LaneView]) -> tuple[list[LaneView], list[LaneView]]:
    """The lanes of frontstage and backstage with arrows from each step to what serves it."""
    behind = [any(cells) for cells in zip(*(lane.cells for lane in back), strict=True)]
    return (
        [lane._replace(arrows=tuple(_arrows(lane.cells, behind or [False] * len(lane.cells)))) for lane in front],
        [lane._replace(arrows=tuple(_arrows(lane.cells, [False] * len(lane.cells)))) for lane in back],
    )


def _arrows(cells: Sequence[object], further: Sequence[bool]) -> Iterator[str]:
    for cell, goes_on in zip(cells, further, strict=True):
        yield "served" if cell else "passed" if goes_on else ""


def hidden_lanes(catalog: Catalog, lanes: Iterable[LaneView]) -> tuple[str, ...]:
    """The lanes that the catalog hides, but for those with a mark of a preview."""
    named = _row_ids(catalog, catalog.map.hidden)
    return tuple(lane.id for lane in lanes if lane.id in named and not any(lane.marks))


def _in_order(catalog: Catalog, lanes: Iterable[LaneView]) -> list[LaneView]:
    order = [*_row_ids(catalog, catalog.map.lanes), *FIRST]
    place = {id: number for number, id in reversed([*enumerate(order)])}
    return sorted(lanes, key=lambda lane: place.get(lane.id, len(order)))


def _parted(lanes: Sequence[LaneView], *parts: Sequence[str]) -> Iterator[list[LaneView]]:
    """The lanes that belong to no part, then those of each part, given by the ids of its lanes."""
    yield [lane for lane in lanes if not any(lane.id in ids for ids in parts)]
    for ids in parts:
        yield [lane for lane in lanes if lane.id in ids]


def _row_ids(catalog: Catalog, named: Sequence[str]) -> list[str]:
    """The rows that the catalog means by the ids of lanes; a lane of its own wins."""
    own = {lane.id for lane in catalog.lanes}
    return [own_lane_id(id) if id in own else id for id in named]


def _after(line: MapLine, rows: Sequence[LaneView | MapLine]) -> Sequence[LaneView | MapLine]:
    """The rows below a line; nothing for none."""
    return [line._replace(title=_(line.title), meaning=_(line.meaning)), *rows] if rows else []


class LanePreset(NamedTuple):
    """A choice of lanes under a name; `lanes` is empty for the usual ones, which the atlas and the reader choose."""

    id: str
    name: str
    lanes: tuple[str, ...]


STANDARD = LanePreset("standard", message("Standard"), ())


def presets_of(rows: MapRows) -> tuple[LanePreset, ...]:
    """The presets of a map with these rows: a blueprint only where it has a lane of the service."""
    ids = [row.id for row in (*rows.above_steps, *rows.below) if isinstance(row, LaneView)]
    short = LanePreset("short", _("In short"), tuple(id for id in ids if id in SHORT_LANES))
    service = tuple(id for id in ids if id in SERVICE_LANES or id.startswith(_OWN))
    has_service = any(lane.id in ids for lane in BLUEPRINT_LANES)
    standard = STANDARD._replace(name=_(STANDARD.name))
    return (short, standard, *((LanePreset("blueprint", _("Blueprint"), service),) if has_service else ()))
