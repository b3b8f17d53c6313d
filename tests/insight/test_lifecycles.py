"""Lifecycles and their journeys."""

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.lifecycles import journeys_by_lifecycle, lifecycle_numbers, lifecycle_order
from support.atlases import atlas, journey, stage, step

STAGES = ["awareness", "decision", "onboarding", "support"]
BUYERS = {"id": "buyers", "name": "Buyers", "stages": ["awareness", "decision"]}
SUPPLIERS = {"id": "suppliers", "name": "Suppliers", "stages": ["support", "onboarding", "decision"]}


def found(of: Atlas) -> dict[str, list[str]]:
    return {cycle.name: [one.id for one in cycle.journeys] for cycle in journeys_by_lifecycle(of)}


def test_journeys_stand_in_lifecycle_order_and_future_ones_behind_their_baseline() -> None:
    of = atlas(
        journey("a-late", stage("support")),
        journey("b-dream", stage("awareness"), state="future", baseline="c-early"),
        journey("c-early", stage("decision")),
        journey("d-early", stage("decision")),
        stages=STAGES,
    )
    assert found(of) == {"": ["c-early", "b-dream", "d-early", "a-late"]}


def test_drafts_stand_behind_what_is_live_at_the_same_stage() -> None:
    draft, live = journey("a-draft", step(), status="draft"), journey("b-live", step(), status="live")
    assert found(atlas(draft, live)) == {"": ["b-live", "a-draft"]}


def test_the_order_of_the_lifecycle_ends_with_what_is_retired() -> None:
    of = atlas(
        journey("a-gone", stage("awareness"), status="retired"),
        journey("b-late", stage("support")),
        journey("c-early", stage("awareness")),
        stages=STAGES,
    )
    assert [one.id for one in lifecycle_order(of)] == ["c-early", "b-late", "a-gone"]
    assert lifecycle_numbers(of) == {"c-early": 0, "b-late": 1, "a-gone": 2}


def test_without_lifecycles_there_is_one_of_all_stages() -> None:
    (cycle,) = journeys_by_lifecycle(atlas(stages=STAGES))
    assert (cycle.id, cycle.name, [one.id for one in cycle.stages], cycle.journeys) == ("", "", STAGES, ())


def test_a_journey_belongs_to_the_first_lifecycle_that_has_all_its_stages() -> None:
    of = atlas(
        journey("a-both", stage("decision")),
        journey("b-supplies", stage("onboarding"), stage("decision")),
        journey("c-across", stage("awareness"), stage("support")),
        stages=STAGES,
        lifecycles=[BUYERS, SUPPLIERS],
    )
    assert found(of) == {"Buyers": ["a-both"], "Suppliers": ["b-supplies"], "Other journeys": ["c-across"]}


def test_journeys_follow_the_stages_of_their_own_lifecycle() -> None:
    of = atlas(
        journey("a-decides", stage("decision"), stage("onboarding")),
        journey("b-asks", stage("support")),
        journey("c-starts", stage("onboarding")),
        journey("d-gone", stage("support"), status="retired"),
        stages=STAGES,
        lifecycles=[SUPPLIERS],
    )
    (cycle,) = journeys_by_lifecycle(of)
    assert [one.id for one in cycle.stages] == ["support", "onboarding", "decision"]
    assert [one.id for one in cycle.journeys] == ["b-asks", "a-decides", "c-starts", "d-gone"]
    assert lifecycle_order(of) == cycle.journeys


def test_journeys_of_no_lifecycle_go_along_all_stages_of_the_catalog() -> None:
    of = atlas(
        journey("a-late", stage("support"), stage("awareness")),
        journey("b-later", stage("support"), stage("onboarding"), stage("decision")),
        stages=STAGES,
        lifecycles=[BUYERS],
    )
    (others,) = journeys_by_lifecycle(of)
    assert (others.id, [one.id for one in others.stages]) == ("", STAGES)
    assert [one.id for one in others.journeys] == ["a-late", "b-later"]


def test_a_future_journey_of_another_lifecycle_than_its_baseline_stands_in_its_own() -> None:
    of = atlas(
        journey("a-today", stage("awareness")),
        journey("b-dream", stage("support"), state="future", baseline="a-today"),
        journey("c-other", stage("support")),
        stages=STAGES,
        lifecycles=[BUYERS, SUPPLIERS],
    )
    assert found(of) == {"Buyers": ["a-today"], "Suppliers": ["b-dream", "c-other"]}


def test_a_lifecycle_without_a_journey_does_not_appear() -> None:
    assert found(atlas(stages=STAGES, lifecycles=[BUYERS])) == {}
