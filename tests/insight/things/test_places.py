"""Where things occur, and the steps around them."""

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.things.places import StepRun, by_journey, places_of_kind, runs_of
from support.atlases import atlas, journey, stage, step

Numbers = tuple[int | None, list[int], int | None]


def numbers(run: StepRun) -> Numbers:
    before, steps, after = run
    return before and before.number, [place.number for place in steps], after and after.number


def runs(found: Atlas, touchpoint: str = "chat") -> list[Numbers]:
    ((_, places),) = by_journey(places_of_kind(found, "touchpoint")[touchpoint])
    return [numbers(run) for run in runs_of(found, places)]


@pytest.mark.parametrize(
    ("kind", "id", "expected"),
    [
        ("touchpoint", "chat", [1, 3]),
        ("channel", "talk", [1, 3]),
        ("channel", "phone", [2]),
        ("team", "support", [1]),
        ("team", "sales", [3]),
        ("stage", "two", [3]),
    ],
)
def test_a_thing_occurs_at_the_steps_that_name_it_or_that_something_else_brings_it_to(
    kind: str, id: str, expected: list[int]
) -> None:
    found = atlas(
        journey(
            "buy",
            stage("one", step(touchpoint="chat"), step(channel="phone")),
            stage("two", step(touchpoint="chat", team="sales")),
        ),
        touchpoints=[{"id": "chat", "channel": "talk", "team": "support"}],
    )
    assert [place.number for place in places_of_kind(found, kind)[id]] == expected


def test_neighbouring_steps_are_one_run_with_those_around_it() -> None:
    chat = {"touchpoint": "chat"}
    made = journey("buy", step(**chat), step(), step(**chat), step(**chat), step(), step(**chat))
    assert runs(atlas(made)) == [(None, [1], 2), (2, [3, 4], 5), (5, [6], None)]


def test_what_comes_before_and_after_is_on_the_same_way() -> None:
    made = journey(
        "buy",
        step("Asks"),
        step("Calls", path="phone"),
        step("Waits", path="phone", touchpoint="chat"),
        step("Writes", path="mail", touchpoint="chat"),
        step("Gets it"),
        paths={"phone": "By phone", "mail": "By mail"},
    )
    assert runs(atlas(made)) == [(2, [3], 5), (1, [4], 5)]


def test_steps_at_the_same_time_follow_what_was_before_both() -> None:
    made = journey("buy", step("Asks"), step("Waits"), step("Chats", parallel=True, touchpoint="chat"), step("Pays"))
    assert runs(atlas(made)) == [(1, [3], 4)]
