"""What a change of a thing would reach, counted by hand."""

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.tracing.reach import Reach, places_reached, reach_of
from support.atlases import atlas, evidence, journey, opportunity, pain, persona, stage, step

FOUND = atlas(
    journey(
        "buy",
        stage("one", step("Looks", touchpoint="shop", team="sales", metrics=["visits"], evidence=["talks/fees"])),
        stage(
            "two", step("Waits", team="care", pains=[pain("slow", owner="product", evidence=["calls"])], actors="tom")
        ),
        owner="sales",
    ),
    journey("use", stage("two", step("Asks", touchpoint="shop", team="sales", pains=["slow"])), personas="tom"),
    journey("other", stage("three", step("Rests", opportunities=["rest"])), personas="ines"),
    opportunity("faster", pains=["slow"], owner="product"),
    opportunity("rest"),
    evidence("talks", owner="research", findings=[{"id": "fees", "text": "Dear"}]),
    evidence("calls"),
    persona("tom", segment="firms"),
    metrics=[{"id": "visits", "name": "Visits", "team": "sales"}],
    touchpoints=[{"id": "shop", "name": "Shop", "channel": "place"}],
)


def reach(kind: str, id: str, found: Atlas = FOUND) -> Reach:
    return reach_of(found, places_reached(found, kind, id))


def test_a_touchpoint_reaches_all_that_stands_at_its_steps() -> None:
    found = reach("touchpoint", "shop")
    assert [place.step.name for place in found.places] == ["Looks", "Asks"]
    assert (found.journeys, found.personas, found.teams) == (("buy", "use"), ("maya", "tom"), ("sales",))
    assert (found.pains, found.opportunities, found.metrics) == (("slow",), ("faster",), ("visits",))
    assert found.studies == ("talks", "calls")
    assert [(one.before.step.name, one.after.step.name) for one in found.handoffs] == [("Looks", "Waits")]


def test_those_with_the_most_to_tell_come_first() -> None:
    owners = {team: dict(counts) for team, counts in reach("touchpoint", "shop").owners.items()}
    assert list(owners) == ["sales", "product", "research"]
    assert owners == {
        "sales": {"step": 2, "journey": 1, "metric": 1},
        "product": {"pain": 1, "opportunity": 1},
        "research": {"evidence": 1},
    }


@pytest.mark.parametrize(
    ("kind", "id", "steps"),
    [
        ("channel", "place", ["Looks", "Asks"]),
        ("team", "care", ["Waits"]),
        ("stage", "two", ["Waits", "Asks"]),
        ("segment", "firms", ["Asks"]),
        ("touchpoint", "nowhere", []),
    ],
)
def test_each_kind_of_thing_has_its_steps(kind: str, id: str, steps: list[str]) -> None:
    assert [place.step.name for place in reach(kind, id).places] == steps


def test_an_opportunity_that_a_step_names_is_reached_too() -> None:
    assert reach("stage", "three").opportunities == ("rest",)


def test_nothing_is_reached_from_nowhere() -> None:
    found = reach("touchpoint", "nowhere")
    assert not any((found.journeys, found.pains, found.owners, found.handoffs))
