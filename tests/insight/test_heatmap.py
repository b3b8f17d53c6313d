"""Heat maps of journeys and of groups."""

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.heatmap import (
    HeatMap,
    group_names,
    groups_within,
    heat_maps,
    heat_rows,
    inner_groups,
    top_groups,
)
from support.atlases import atlas, journey, pain, stage, step

STAGES = ["awareness", "decision", "onboarding", "support"]
TWO_STAGES = ["awareness", "decision"]


def heat_map(found: Atlas) -> HeatMap:
    """The only heat map of an atlas without lifecycles."""
    (heat,) = heat_maps(found)
    return heat


def test_only_stages_that_a_journey_visits_appear_in_the_order_of_the_catalog() -> None:
    found = atlas(journey("a", stage("support")), journey("b", stage("decision")), stages=STAGES)

    assert [stage.id for stage in heat_map(found).stages] == ["decision", "support"]


def test_a_stage_that_a_journey_does_not_visit_is_no_cell() -> None:
    found = atlas(journey("a", stage("support")), journey("b", stage("decision")), stages=STAGES)

    rows = {row.journey.id: [cell is not None for cell in row.cells] for row in heat_map(found).rows}

    assert rows == {"a": [False, True], "b": [True, False]}


def test_a_cell_holds_mean_pains_steps_and_the_number_of_the_stage() -> None:
    grave = pain("grave", severity="critical", frequency="always", impact="critical", confidence="validated")
    found = atlas(
        journey(
            "a",
            stage("awareness", step()),
            stage("decision", step(emotion=-2, pains=[grave, pain("mild")]), step(emotion=1)),
            stage("support", step(emotion=1)),
            stage("decision", step(pains=["grave", pain("closed", status="resolved")])),
        ),
        stages=STAGES,
    )

    _, cell, _ = heat_map(found).rows[0].cells

    assert cell is not None
    assert (cell.emotion, cell.open_pains, cell.stage_number, cell.steps) == (-0.5, 2, 2, 3)


def test_a_cell_without_known_emotions_and_pains_is_empty_but_there() -> None:
    (cell,) = heat_map(atlas(journey("a"))).rows[0].cells

    assert cell is not None
    assert (cell.emotion, cell.open_pains) == (None, 0)


def test_retired_journeys_are_not_on_it_and_future_ones_are_marked() -> None:
    dream = journey("b-dream", stage("awareness"), state="future", baseline="a-today")
    found = atlas(journey("a-today"), dream, journey("c-gone", status="retired"), stages=STAGES)

    rows = heat_map(found).rows

    assert [(row.journey.id, row.future) for row in rows] == [("a-today", False), ("b-dream", True)]


def test_the_sums_of_a_stage_leave_future_journeys_out_and_count_a_shared_pain_once() -> None:
    found = atlas(
        journey("a", step(emotion=-1, pains=[pain("slow")])),
        journey("b", step(emotion=-2, pains=["slow", pain("dear")])),
        journey("c", step(emotion=2, pains=[pain("feared")]), state="future"),
    )

    heat = heat_map(found)

    assert (heat.means, heat.pains) == ((-1.5,), (2,))


def test_an_atlas_without_journeys_has_an_empty_heat_map() -> None:
    heat = heat_map(atlas(stages=STAGES))

    assert (heat.stages, heat.rows, heat.means, heat.pains) == ((), (), (), ())


def test_each_lifecycle_has_a_map_of_its_own_stages_and_sums() -> None:
    found = atlas(
        journey("a", stage("awareness", step(emotion=1)), stage("decision", step(emotion=-1, pains=[pain("dear")]))),
        journey("b", stage("support", step(emotion=-2)), stage("decision", step(pains=["dear", pain("slow")]))),
        journey("c", stage("onboarding"), status="retired"),
        stages=STAGES,
        lifecycles=[
            {"id": "buyers", "name": "Buyers", "stages": TWO_STAGES},
            {"id": "suppliers", "name": "Suppliers", "stages": ["support", "decision"]},
        ],
    )

    buyers, suppliers = heat_maps(found)

    assert (buyers.name, [one.id for one in buyers.stages], buyers.means, buyers.pains) == (
        "Buyers",
        TWO_STAGES,
        (1, -1),
        (0, 1),
    )
    assert (suppliers.name, [one.id for one in suppliers.stages], suppliers.means, suppliers.pains) == (
        "Suppliers",
        ["support", "decision"],
        (-2, None),
        (0, 2),
    )
    assert {id: heat.name for id, (heat, _) in heat_rows(found).items()} == {"a": "Buyers", "b": "Suppliers"}


def test_a_folder_with_journeys_of_two_lifecycles_is_a_group_on_each_map() -> None:
    found = atlas(
        journey("a", stage("decision"), group="retail/shops"),
        journey("b", stage("support"), group="retail/shops"),
        stages=STAGES,
        lifecycles=[{"id": id, "name": id.title(), "stages": [id]} for id in ("decision", "support")],
    )

    groups = [(group.name, group.lifecycle, len(group.rows)) for group in inner_groups(found)["retail"]]

    assert groups == [("retail/shops", ("decision", "Decision"), 1), ("retail/shops", ("support", "Support"), 1)]


def test_a_group_sums_up_its_journeys_and_those_of_the_folders_within() -> None:
    found = atlas(
        journey("a", stage("awareness", step(emotion=-2, pains=[pain("slow")])), group="retail"),
        journey("b", stage("decision", step(emotion=1, pains=["slow", pain("dear")])), group="retail/returns"),
        journey("c", stage("decision", step(emotion=2)), group="retail/returns", state="future"),
        stages=TWO_STAGES,
    )

    (retail,) = top_groups(heat_map(found))

    assert [row.journey.id for row in retail.rows] == ["a", "b", "c"]
    assert [cell and (cell.emotion, cell.open_pains) for cell in retail.cells] == [(-2, 1), (1, 2)]
    assert (retail.emotion, retail.open_pains) == (-0.5, 2)


def test_journeys_in_no_folder_come_first_as_a_group_without_a_name() -> None:
    found = atlas(journey("a", group="retail"), journey("b"))

    assert [group.name for group in top_groups(heat_map(found))] == ["", "retail"]


def test_only_the_folders_directly_within_a_group_are_its_groups() -> None:
    found = atlas(
        journey("a", group="retail/returns/europe"),
        journey("b", group="retail/shops"),
        journey("c", group="retail"),
        journey("d", group="retailers"),
    )

    assert [group.name for group in groups_within(heat_map(found), "retail")] == ["retail/returns", "retail/shops"]
    assert groups_within(heat_map(found), "") == []


def test_folders_that_only_hold_folders_are_groups_too() -> None:
    assert group_names(["retail/returns/europe", ""]) == ["", "retail", "retail/returns", "retail/returns/europe"]


def test_a_group_of_which_nothing_is_known_has_no_feeling() -> None:
    (group,) = top_groups(heat_map(atlas(journey("a", state="future"))))

    assert (group.emotion, group.open_pains, group.cells) == (None, 0, (None,))
