"""The steps of two journeys, one beside the other."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journeys.insight.comparison.sides import JourneySide, side_steps
from mkdocs_journeys.insight.comparison.steps import AlignedStep, matched_steps, step_columns
from mkdocs_journeys.model import Journey, JourneyStage, Step
from support.atlases import atlas, journey, pain, stage, step
from support.budgets import examples

STEPS = st.builds(
    lambda name, touchpoint, emotion: step(name, touchpoint=touchpoint, emotion=emotion),
    st.sampled_from(["Looks", "looks ", "Asks", "Pays", "Waits"]),
    st.sampled_from([(), "shop", "web-shop"]),
    st.sampled_from([None, -1, 2]),
)
STAGES = st.lists(
    st.builds(
        lambda id, steps: stage(id, *steps), st.sampled_from(["choose", "pay"]), st.lists(STEPS, min_size=1, max_size=4)
    ),
    min_size=1,
    max_size=3,
)


def columns(one: Journey, other: Journey) -> list[AlignedStep]:
    return list(step_columns(atlas(one, other), JourneySide(one), JourneySide(other)))


def compared(before: JourneyStage | list[Step], after: JourneyStage | list[Step]) -> list[str]:
    """The changes of two short journeys, each step as "change name": of both where it has another one."""
    one, other = (
        journey(id, *(part if isinstance(part, list) else [part])) for id, part in (("a", before), ("b", after))
    )
    return [described(column) for column in columns(one, other)]


def described(column: AlignedStep) -> str:
    names = dict.fromkeys(side.place.step.name for side in (column.one, column.other) if side)
    place = f" at {column.elsewhere}" if column.elsewhere else ""
    return f"{column.change} {' / '.join(names)}{place}"


def test_steps_are_the_same_by_id_then_by_name_then_by_where_they_happen() -> None:
    before = [step("Sends all", id="send"), step("Closes  THE card"), step("Gets sixty mails", touchpoint="mail")]
    after = [step("Sends three", id="send"), step("Closes the card"), step("Reads one mail", touchpoint="mail")]
    assert compared(before, after) == [
        "changed Sends all / Sends three",
        "same Closes  THE card / Closes the card",
        "changed Gets sixty mails / Reads one mail",
    ]


def test_an_id_counts_more_than_a_name_and_a_name_more_than_a_touchpoint() -> None:
    before, after = [step("Asks"), step("Looks", id="x")], [step("Asks", id="x"), step("asks", touchpoint="shop")]
    one, other = journey("a", *before), journey("b", *after)
    made = atlas(one, other)
    assert matched_steps(side_steps(made, JourneySide(one)), side_steps(made, JourneySide(other))) == {0: 1, 1: 0}


def test_what_is_on_one_side_alone_would_go_or_is_new() -> None:
    before, after = [step("Asks"), step("Pays")], [step("Looks"), step("Pays")]
    assert compared(before, after) == ["gone Asks", "new Looks", "same Pays"]


def test_a_step_in_another_order_has_moved_and_says_where_it_is() -> None:
    before = [step("Pays"), step("Looks"), step("Asks"), step("Tries")]
    after = [step("Looks"), step("Asks"), step("Tries"), step("Pays")]
    assert compared(before, after) == ["moved Pays at 4", "same Looks", "same Asks", "same Tries", "moved Pays at 1"]


def test_many_new_steps_in_front_move_nothing() -> None:
    known = [step(name) for name in ("A", "B", "C", "D", "E")]
    news = [step(f"New {number}") for number in range(5)]
    found = compared([*known, step("F")], [*news, step("F"), *known])
    assert found == [
        *(f"new New {n}" for n in range(5)),
        "moved F at 6",
        *(f"same {n}" for n in "ABCDE"),
        "moved F at 6",
    ]


def test_a_step_in_another_stage_has_moved_though_the_order_is_the_same() -> None:
    one = journey("a", stage("choose", step("Looks"), step("Pays")))
    other = journey("b", stage("choose", step("Looks")), stage("pay", step("Pays")))
    assert [(column.stage, described(column)) for column in columns(one, other)] == [
        ("choose", "same Looks"),
        ("choose", "moved Pays at 2"),
        ("pay", "moved Pays at 2"),
    ]


def test_steps_of_one_stage_stand_together_even_where_the_other_side_passes_others() -> None:
    one = journey("a", stage("choose", step("Looks")), stage("pay", step("Pays")))
    other = journey("b", stage("hear", step("Hears")), stage("choose", step("Asks")), stage("pay", step("Signs")))
    assert [column.stage for column in columns(one, other)] == ["hear", "choose", "choose", "pay", "pay"]


def test_steps_say_in_what_they_differ() -> None:
    before = step("Pays", id="pay", emotion=-1, touchpoint="shop", team="sales", wait="2 d", pains=[pain("dear")])
    after = step("Signs", id="pay", emotion=1, touchpoint="web", team="desk", wait="1 d")
    (column,) = columns(journey("a", before), journey("b", after))
    assert column.differs == ("name", "emotion", "touchpoint", "team", "time", "pains")


def test_only_open_pains_count() -> None:
    before = step("Pays", pains=[pain("dear", status="resolved")])
    assert compared([before], [step("Pays")]) == ["same Pays"]


def test_two_people_on_one_journey_share_the_steps_at_which_both_act() -> None:
    found = journey(
        "a",
        step("Asks", actors=["maya"], emotion=1),
        step("Meets", emotion={"maya": 1, "tom": -1}),
        step("Types", actors=["tom"]),
        personas=["maya", "tom"],
    )
    made = step_columns(atlas(found), JourneySide(found, "maya"), JourneySide(found, "tom"))
    assert [described(column) for column in made] == ["gone Asks", "changed Meets", "new Types"]
    assert made[1].differs == ("emotion",)


@given(STAGES)
@settings(max_examples=examples(25))
def test_a_journey_and_its_copy_do_not_differ(stages: list[JourneyStage]) -> None:
    one, copy = journey("a", *stages), journey("b", *stages)
    for found in (columns(one, one), columns(one, copy)):
        assert [column.change for column in found] == ["same"] * len(one.steps)


@given(STAGES, STAGES)
@settings(max_examples=examples(30))
def test_the_other_way_round_says_the_opposite(before: list[JourneyStage], after: list[JourneyStage]) -> None:
    one, other = journey("a", *before), journey("b", *after)
    opposite = {"gone": "new", "new": "gone"}
    forth = {(at(c.one), at(c.other), c.change, c.elsewhere) for c in columns(one, other)}
    back = {(at(c.other), at(c.one), opposite.get(c.change, c.change), c.elsewhere) for c in columns(other, one)}
    assert forth == back


@given(STAGES, STAGES)
@settings(max_examples=examples(25))
def test_every_step_of_each_side_stands_in_its_order(before: list[JourneyStage], after: list[JourneyStage]) -> None:
    one, other = journey("a", *before), journey("b", *after)
    found = columns(one, other)
    assert [at(column.one) for column in found if column.one] == list(range(1, len(one.steps) + 1))
    assert [at(column.other) for column in found if column.other] == list(range(1, len(other.steps) + 1))


def at(side: object) -> int:
    """The number of a step, 0 for none."""
    return side.place.number if side else 0  # type: ignore[attr-defined]
