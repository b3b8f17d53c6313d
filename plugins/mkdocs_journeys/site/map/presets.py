"""Presets of lanes: what a map shows for a story, as usual, and as a blueprint of the service."""

from typing import NamedTuple

from mkdocs_journeys.site.map.lanes import BLUEPRINT_LANES, FEELS, TOUCHPOINT, LaneView, own_lane_id
from mkdocs_journeys.site.map.layout import MapRows

STORY_LANES = ("pictures", FEELS.id, "says", "pains")
SERVICE_LANES = (TOUCHPOINT.id, "team", *(lane.id for lane in BLUEPRINT_LANES))
_OWN = own_lane_id("")


class LanePreset(NamedTuple):
    """A choice of lanes under a name; `lanes` is empty for the usual ones, which the atlas and the reader choose."""

    id: str
    name: str
    lanes: tuple[str, ...]


STANDARD = LanePreset("standard", "Standard", ())


def presets_of(rows: MapRows) -> tuple[LanePreset, ...]:
    """The presets of a map with these rows: a blueprint only where it has a lane of the service."""
    ids = [row.id for row in (*rows.above_steps, *rows.below) if isinstance(row, LaneView)]
    story = LanePreset("story", "Story", tuple(id for id in ids if id in STORY_LANES))
    service = tuple(id for id in ids if id in SERVICE_LANES or id.startswith(_OWN))
    has_service = any(lane.id in ids for lane in BLUEPRINT_LANES)
    return (story, STANDARD, *((LanePreset("blueprint", "Blueprint", service),) if has_service else ()))
