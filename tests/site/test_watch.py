"""Notes hold for as long as every look would find the same again."""

from collections.abc import Callable
from typing import Any

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.site.watch import Freshness, Notes, Watch, WatchedWorld, same
from support.atlases import atlas, journey, pain, step
from support.worlds import world

Look = Callable[[WatchedWorld], object]


def noted(made: Atlas, look: Look) -> Notes:
    watch = Watch()
    watched = WatchedWorld(world(made), watch)
    with watch.noting() as notes:
        look(watched)
    return notes


def atlas_with(title: str = "Buy", other: str = "Return", **fields: Any) -> Atlas:
    hurt = pain("slow", severity=fields.get("severity", "major"))
    return atlas(journey("buy", step(pains=[hurt]), title=title), journey("back", step(), title=other))


def number_of_journeys(made: Atlas) -> int:
    return len(made.journeys)


def titles(made: Atlas) -> dict[str, str]:
    return {one.id: one.title for one in made.journeys.values()}


LOOKS: dict[str, Look] = {
    "one by its id": lambda given: given.atlas.journeys["buy"].title,
    "a step of the way back": lambda given: given.atlas.hurts_of_journey["buy"],
    "what a method finds": lambda given: given.atlas.stage_name(given.atlas.journeys["buy"].stages[0]),
    "one entry of what is worked out": lambda given: given.once(titles)["buy"],
    "a field of the catalog": lambda given: given.atlas.catalog.scoring,
    "where a thing stands": lambda given: given.at("pains.md").to_thing("pain", "slow"),
    "nothing there": lambda given: (given.atlas.journeys.get("none"), "no" in given.atlas.personas),
}
WHOLE: dict[str, Look] = {
    "all of them": lambda given: [one.title for one in given.atlas.journeys.values()],
    "all ids": lambda given: list(given.atlas.journeys),
    "how many": lambda given: len(given.atlas.journeys),
    "what is worked out": lambda given: given.once(titles).items(),
    "the order": lambda given: given.journeys,
}


@pytest.mark.parametrize("look", [*LOOKS.values(), *WHOLE.values()], ids=[*LOOKS, *WHOLE])
def test_notes_hold_in_an_atlas_that_says_the_same(look: Look) -> None:
    assert Freshness(world(atlas_with())).holds(noted(atlas_with(), look))


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_what_nobody_looked_at_may_change(look: Look) -> None:
    assert Freshness(world(atlas_with(other="Send back"))).holds(noted(atlas_with(), look))


@pytest.mark.parametrize("look", WHOLE.values(), ids=WHOLE)
def test_a_look_at_all_of_them_sees_a_change_in_any(look: Look) -> None:
    assert not Freshness(world(atlas_with(other="Send back"))).holds(noted(atlas_with(), look))


@pytest.mark.parametrize("name", ["one by its id", "a step of the way back", "one entry of what is worked out"])
def test_what_was_looked_at_may_not_change(name: str) -> None:
    assert not Freshness(world(atlas_with(title="Buys"))).holds(noted(atlas_with(), LOOKS[name]))


def test_a_page_that_only_links_to_a_thing_holds_while_the_thing_stays_where_it_is() -> None:
    notes = noted(atlas_with(), LOOKS["where a thing stands"])
    assert Freshness(world(atlas_with(title="Buys", severity="minor"))).holds(notes)
    moved = atlas(journey("buy", step()), journey("back", step(pains=[pain("slow")])))
    assert not Freshness(world(moved)).holds(notes)


def test_what_was_not_there_may_not_appear() -> None:
    notes = noted(atlas_with(), lambda given: given.atlas.journeys.get("new"))
    assert not Freshness(world(atlas(journey("new", step())))).holds(notes)


def test_a_number_that_is_worked_out_is_compared_too() -> None:
    notes = noted(atlas_with(), lambda given: given.once(number_of_journeys))
    assert Freshness(world(atlas_with(title="Buys"))).holds(notes)
    assert not Freshness(world(atlas(journey("buy", step())))).holds(notes)


def test_outside_of_the_block_nothing_is_noted() -> None:
    watch = Watch()
    watched = WatchedWorld(world(atlas_with()), watch)
    with watch.noting() as notes:
        pass
    assert watched.atlas.journeys["buy"].title == "Buy"
    assert notes == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        (1, True),
        (1, 1.0),
        ((1,), [1]),
        ({"a": 1}, {"a": 1, "b": 2}),
        (step(emotion={"maya": 1, "bo": 2}), step(emotion={"bo": 2, "maya": 1})),
        (step("Pays"), step("Pays", id="pays")),
    ],
)
def test_values_differ_that_a_page_would_show_in_another_way(one: object, other: object) -> None:
    assert not same(one, other)


def test_values_are_the_same_to_the_last_detail() -> None:
    assert same(step(emotion={"maya": 1}), step(emotion={"maya": 1}))
    assert same({"a": [1, (2, None)]}, {"a": [1, (2, None)]})


def test_no_page_holds_parts_of_the_atlas_that_it_was_made_in() -> None:
    """Such a page would go on to show them, whatever it looks up."""
    made = atlas_with()
    for page in items_of(world(made)):
        if isinstance(page, Page):
            given = getattr(page.draw, "args", None)
            assert given is not None, f"{page.uri}: draw is to be a partial, so that what it holds can be seen"
            kinds = {type(value).__name__ for value in given}
            assert kinds <= {"Desk", "World", "str", "int", "BacklogSheet", "NoneType"}, f"{page.uri} holds {kinds}"
