"""A journey as everybody goes through it, and as one person does."""

from mkdocs_journeys.insight.comparison.sides import JourneySide, acting_people, figures_of, open_pains_of, side_steps
from support.atlases import atlas, journey, pain, step

BUY = journey(
    "buy",
    step("Asks", actors=["maya"], emotion=1, team="sales", pains=[pain("wait", severity="major")], duration="1 d"),
    step("Meets", emotion={"maya": 1, "tom": -1}, team="desk", moment_of_truth=True),
    step("Types", actors=["tom"], emotion=-2, team="desk", pains=["wait", pain("seven", severity="minor")]),
    step("Pays", actors=["maya"], team="sales", pains=[pain("old", status="resolved")]),
    personas=["maya", "tom"],
)
ATLAS = atlas(BUY)


def test_everybody_has_all_steps_with_the_mean_of_what_is_felt() -> None:
    found = side_steps(ATLAS, JourneySide(BUY))
    assert [(one.place.number, one.emotion) for one in found] == [(1, 1), (2, 0), (3, -2), (4, None)]


def test_a_person_has_the_steps_at_which_they_act() -> None:
    found = side_steps(ATLAS, JourneySide(BUY, "tom"))
    assert [(one.place.number, one.emotion) for one in found] == [(2, -1), (3, -2)]


def test_the_figures_of_everybody() -> None:
    found = figures_of(ATLAS, JourneySide(BUY))
    assert (found.emotion, found.open_pains, found.sore_moments, found.steps, found.handoffs) == (-1 / 3, 2, 1, 4, 2)
    assert found.time and str(found.time.whole) == "1 d"


def test_the_figures_of_a_person_are_of_their_steps_alone_and_leave_out_the_time() -> None:
    maya, tom = (figures_of(ATLAS, JourneySide(BUY, id)) for id in ("maya", "tom"))
    assert (maya.emotion, maya.open_pains, maya.sore_moments, maya.steps, maya.handoffs) == (1, 1, 0, 3, 2)
    assert (tom.emotion, tom.open_pains, tom.sore_moments, tom.steps, tom.handoffs) == (-1.5, 2, 1, 2, 1)
    assert maya.time is None


def test_pains_come_once_the_worst_first() -> None:
    assert list(open_pains_of(ATLAS, JourneySide(BUY, "tom"))) == ["wait", "seven"]


def test_people_are_those_who_act_the_main_one_first() -> None:
    other = journey("other", step(actors=["zoe"]), step(), personas=["maya", "absent"])
    assert acting_people(BUY) == ["maya", "tom"]
    assert acting_people(other) == ["maya", "zoe"]
