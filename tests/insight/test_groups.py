"""Journeys by the folders that group them."""

from mkdocs_journeys.insight.groups import group_names, groups_within, top_groups
from mkdocs_journeys.insight.heatmap import heat_map
from support.atlases import atlas, journey, pain, stage, step

STAGES = ["awareness", "decision"]


def test_a_group_sums_up_its_journeys_and_those_of_the_folders_within() -> None:
    found = atlas(
        journey("a", stage("awareness", step(emotion=-2, pains=[pain("slow")])), group="retail"),
        journey("b", stage("decision", step(emotion=1, pains=["slow", pain("dear")])), group="retail/returns"),
        journey("c", stage("decision", step(emotion=2)), group="retail/returns", state="future"),
        stages=STAGES,
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
