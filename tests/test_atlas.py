"""The linked whole, on the atlas that uses every field."""

from pathlib import Path

import pytest

from mkdocs_journeys.atlas import Atlas, actors_of, places_of
from mkdocs_journeys.insight.emotion import emotion_of
from mkdocs_journeys.load import load
from mkdocs_journeys.model import Step
from mkdocs_journeys.sources.worktree import worktree


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    loaded, problems = load(worktree(Path(__file__).parent / "load" / "good"))
    assert problems == []
    assert loaded is not None
    return loaded


def test_the_catalog_is_looked_up_by_id_in_its_order(atlas: Atlas) -> None:
    assert list(atlas.stages) == ["consideration", "decision", "renewal"]
    assert atlas.channels["phone"].kind == "human"
    assert atlas.touchpoints["pricing-page"].team == "growth"
    assert atlas.teams["sales"].name == "Sales"
    assert atlas.segments["small-firms"].name == "Small firms"
    assert atlas.metrics["nps"].target == 30


def test_a_pain_knows_every_place_where_it_is_felt(atlas: Atlas) -> None:
    located = atlas.pains["hidden-fees"]
    assert located.home.step.name == "Compares the plans"
    assert [(place.journey.id, place.stage_number, place.number) for place in located.places] == [
        ("buy", 1, 1),
        ("buy", 2, 2),
    ]
    assert atlas.pains_of_journey["buy"] == [located]


def test_places_count_steps_over_the_whole_journey(atlas: Atlas) -> None:
    assert [(place.stage.stage, place.number) for place in places_of(atlas.journeys["buy"])] == [
        ("consideration", 1),
        ("decision", 2),
    ]


def test_the_way_back_from_a_thing_to_its_uses(atlas: Atlas) -> None:
    assert [journey.id for journey in atlas.journeys_of_persona["tom"]] == ["buy", "claim"]
    assert {journey.id for journey in atlas.journeys_of_persona["maya"]} == {"buy", "buy-later", "claim", "whole-life"}
    assert [item.id for item in atlas.opportunities_of_pain["hidden-fees"]] == ["one-price"]
    assert [item.id for item in atlas.opportunities_of_journey["buy"]] == ["one-price"]
    assert [journey.id for journey in atlas.details_of["whole-life"]] == ["buy"]
    assert [journey.id for journey in atlas.futures_of["buy"]] == ["buy-later"]
    assert [place.step.id for place in atlas.places_of_touchpoint["sales-call"]] == ["call", None]


def test_steps_are_found_by_what_they_say_something_about(atlas: Atlas) -> None:
    every = [place for of_journey in atlas.places.values() for place in of_journey]
    for field in Step.model_fields:
        assert atlas.steps_having(field) == [place for place in every if getattr(place.step, field)], field
    assert [place.journey.id for place in atlas.steps_having("opportunities")] == ["buy"]


def test_teams_and_channels_come_from_the_touchpoints_unless_the_step_says_otherwise(atlas: Atlas) -> None:
    _, call = atlas.journeys["buy"].steps
    assert [team.id for team in atlas.teams_of(call)] == ["sales"]
    assert [channel.id for channel in atlas.channels_of(call)] == ["phone"]
    other = call.model_copy(update={"team": ("growth",), "channel": ("web",)})
    assert [team.id for team in atlas.teams_of(other)] == ["growth"]
    assert [channel.id for channel in atlas.channels_of(other)] == ["web"]
    lost = call.model_copy(update={"touchpoint": ("gone",), "team": ("gone",)})
    assert (atlas.teams_of(lost), atlas.channels_of(lost)) == ((), ())
    nowhere = call.model_copy(update={"touchpoint": ()})
    assert (atlas.teams_of(nowhere), atlas.channels_of(nowhere)) == ((), ())


def test_a_step_at_several_touchpoints_has_each_team_and_channel_once(atlas: Atlas) -> None:
    _, call = atlas.journeys["buy"].steps
    both = call.model_copy(update={"touchpoint": ("sales-call", "pricing-page", "sales-call")})
    assert [team.id for team in atlas.teams_of(both)] == ["sales", "growth"]
    assert [channel.id for channel in atlas.channels_of(both)] == ["phone", "web"]


def test_a_journey_may_call_a_stage_by_another_name(atlas: Atlas) -> None:
    first, second = atlas.journeys["buy"].stages
    assert (atlas.stage_name(first), atlas.stage_name(second)) == ("Looking around", "Decision")


def test_actors_are_those_named_else_those_who_feel_else_the_main_persona(atlas: Atlas) -> None:
    journey = atlas.journeys["buy"]
    compare, call = journey.steps
    assert actors_of(journey, compare) == ("maya", "tom")
    assert actors_of(journey, compare.model_copy(update={"actors": ()})) == ("maya", "tom")
    assert actors_of(journey, call) == ("maya",)


def test_a_gap_is_no_emotion_and_nobody_feels_for_another(atlas: Atlas) -> None:
    journey = atlas.journeys["buy"]
    compare, call = journey.steps
    assert (emotion_of(journey, compare, "maya"), emotion_of(journey, compare, "tom")) == (-1, 1)
    assert (emotion_of(journey, call, "maya"), emotion_of(journey, call, "tom")) == (2, None)
    later = atlas.journeys["buy-later"]
    assert emotion_of(later, later.steps[0], "maya") is None


def test_what_is_believed_follows_the_evidence(atlas: Atlas) -> None:
    compare, call = atlas.journeys["buy"].steps
    assert (compare.believed, call.believed) == ("inferred", "assumed")
    assert atlas.pains["hidden-fees"].pain.believed == "validated"


def test_figures_are_looked_up_by_metric(atlas: Atlas) -> None:
    assert [(row.value, row.n) for row in atlas.observations["nps"]] == [(30, 100), (50, 100)]
    assert [(row.value, row.segment) for row in atlas.observations["trial-conversion"]] == [
        (5, None),
        (7.5, "small-firms"),
    ]
    assert [row.value for row in atlas.observations["site-visits"]] == [1500, 1600]
