"""Presets of lanes."""

from mkdocs_journeys.site.map.lanes import LANES, WHOLE_ROWS, own_lane_id, whole_row
from mkdocs_journeys.site.map.layout import SERVICE_LANES, SHORT_LANES, VISIBILITY, MapRows, presets_of


def presets(*ids: str) -> dict[str, tuple[str, ...]]:
    rows = MapRows((whole_row("touchpoint"),), (VISIBILITY, *map(whole_row, ids)))
    return {preset.id: preset.lanes for preset in presets_of(rows)}


def test_presets_name_lanes_that_exist() -> None:
    assert {*SHORT_LANES, *SERVICE_LANES} <= {lane.id for lane in LANES} | {*WHOLE_ROWS}


def test_in_short_there_are_a_few_lanes_as_far_as_the_map_has_them() -> None:
    assert presets("feels", "thinks", "says")["short"] == ("feels", "says")


def test_a_blueprint_is_offered_where_there_is_one() -> None:
    assert list(presets("feels", "team")) == ["short", "standard"]
    own = own_lane_id("legal")
    assert presets("feels", own, "team", "systems")["blueprint"] == ("touchpoint", own, "team", "systems")
