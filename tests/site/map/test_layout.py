"""The order of a map's rows."""

from collections.abc import Sequence

import pytest
from markupsafe import Markup

from mkdocs_journeys.site.map.lanes import LANES, OWN_LANES, WHOLE_ROWS, LaneView, whole_row
from mkdocs_journeys.site.map.layout import MapRows, blueprint_rows_of, hidden_lanes, rows_of
from mkdocs_journeys.vocabulary import MAP_LANES
from support.atlases import catalog

USUAL = ("touchpoint", "feels", "thinks", "pains", "own-policy", "frontstage", "backstage", "systems", "policy")
LANES_OF_ITS_OWN = [{"id": "policy", "name": "Our policy"}]


def rows(*ids: str) -> list[LaneView]:
    """The rows of a map as it gathers them: lanes first, then those that hold for stages and teams as a whole."""
    return [whole_row(id) for id in (*ids, *WHOLE_ROWS)]


def told(found: MapRows) -> str:
    """The ids of the rows below the heads; lines in capitals."""
    return " ".join(row.id if isinstance(row, LaneView) else row.id.upper() for row in found.below)


def arranged(lanes: Sequence[str] = (), ids: Sequence[str] = USUAL) -> str:
    return told(rows_of(catalog(lanes=LANES_OF_ITS_OWN, map={"lanes": list(lanes)}), rows(*ids)))


def blueprint(lanes: Sequence[str] = (), ids: Sequence[str] = USUAL) -> MapRows:
    return blueprint_rows_of(catalog(lanes=LANES_OF_ITS_OWN, map={"lanes": list(lanes)}), rows(*ids))


def test_the_catalog_may_name_each_row_of_a_map_and_no_other() -> None:
    assert {*WHOLE_ROWS, *(lane.id for lane in LANES if lane is not OWN_LANES)} == MAP_LANES


def test_the_usual_order_ends_with_what_customers_do_not_see_and_the_funnel() -> None:
    assert arranged() == (
        "stage takes touchpoint team feels thinks pains own-policy frontstage "
        "VISIBILITY backstage systems policy reached"
    )


def test_lanes_that_the_catalog_names_come_first_and_the_others_follow_in_the_usual_order() -> None:
    assert arranged(["pains", "team", "frontstage"]).startswith(
        "pains team frontstage stage takes touchpoint feels thinks own-policy VISIBILITY backstage"
    )


def test_pictures_stand_right_below_the_steps() -> None:
    assert arranged(ids=("thinks", "pictures")).startswith("pictures stage")
    assert told(blueprint(ids=("frontstage", "pictures"))).startswith("pictures INTERACTION frontstage")


def test_a_lane_of_the_catalog_wins_over_the_usual_one_of_the_same_id() -> None:
    assert arranged(["policy"]).startswith("own-policy stage")


def test_what_customers_do_not_see_stays_below_the_line_however_early_it_is_named() -> None:
    assert arranged(["systems", "thinks", "backstage"]).endswith(
        "frontstage VISIBILITY systems backstage policy reached"
    )
    assert arranged(["systems", "thinks"]).startswith("thinks stage")


def test_the_funnel_leaves_the_foot_where_the_catalog_names_it() -> None:
    assert arranged(["reached"]).startswith("reached stage")
    assert arranged(["reached"]).endswith("policy")


def test_without_anything_behind_it_there_is_no_line() -> None:
    assert arranged(ids=["thinks"]) == "stage takes team thinks reached"


def test_a_blueprint_goes_from_what_is_met_to_what_carries_it_and_the_rest_follows() -> None:
    found = blueprint()
    assert [row.id for row in found.above_steps] == ["touchpoint"]
    assert told(found) == (
        "INTERACTION frontstage VISIBILITY backstage INTERNAL systems policy "
        "BESIDES stage takes team feels thinks pains own-policy reached"
    )


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        (["frontstage"], "INTERACTION frontstage"),
        (["backstage"], "INTERACTION VISIBILITY backstage"),
        (["support"], "INTERACTION VISIBILITY INTERNAL support"),
        (["frontstage", "policy"], "INTERACTION frontstage VISIBILITY INTERNAL policy"),
    ],
)
def test_a_line_of_a_blueprint_is_drawn_where_something_stands_below_it(ids: Sequence[str], expected: str) -> None:
    assert told(blueprint(ids=ids)) == f"{expected} BESIDES stage takes team reached"


def test_a_blueprint_of_which_nothing_is_written_yet_has_no_lines() -> None:
    assert told(blueprint(ids=["thinks"])) == "stage takes team thinks reached"


def test_the_order_of_the_catalog_holds_between_two_lines_of_a_blueprint() -> None:
    found = told(blueprint(["pains", "systems", "support", "reached"], [*USUAL, "support"]))
    assert found == (
        "INTERACTION frontstage VISIBILITY backstage INTERNAL systems support policy "
        "BESIDES pains reached stage takes team feels thinks own-policy"
    )


def test_hidden_lanes_are_told_by_their_rows() -> None:
    words = catalog(lanes=LANES_OF_ITS_OWN, map={"hidden": ["policy", "team", "gains"]})
    assert hidden_lanes(words, rows(*USUAL)) == ("own-policy", "team")


def test_a_lane_with_a_mark_of_a_preview_is_not_hidden() -> None:
    words = catalog(map={"hidden": ["policy", "systems"]})
    marked = whole_row("policy")._replace(marks=(Markup(), Markup("changed")))
    assert hidden_lanes(words, [marked, whole_row("systems")._replace(marks=(Markup(),))]) == ("systems",)


def test_an_arrow_leads_from_a_step_to_what_serves_it() -> None:
    lanes = [
        LaneView(id, "", "texts", cells, (True, False, False, False), (Markup(),) * 4)
        for id, cells in (("frontstage", ("Greets", "", "", "Waves")), ("backstage", ("Checks", "Packs", "", "")))
    ]
    found = {row.id: row.arrows for row in blueprint_rows_of(catalog(), lanes).below if isinstance(row, LaneView)}
    assert found == {"frontstage": ("served", "passed", "", "served"), "backstage": ("served", "served", "", "")}


def test_a_backstage_alone_has_its_arrows() -> None:
    lane = LaneView("backstage", "", "texts", ("Checks", ""), (True, False), (Markup(),) * 2)
    (row,) = [row for row in blueprint_rows_of(catalog(), [lane]).below if isinstance(row, LaneView)]
    assert row.arrows == ("served", "")
    assert [str(attributes) for attributes, _, _ in row.columns] == [' class="journeys-opens journeys-served"', ""]
