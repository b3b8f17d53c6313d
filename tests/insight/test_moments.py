"""Moments of truth and where they hurt."""

from mkdocs_journeys.insight.moments import moments_of_truth, sore_moments
from mkdocs_journeys.model import Step
from support.atlases import atlas, journey, pain, step

GRAVE = {"severity": "critical", "frequency": "always", "impact": "high", "confidence": "validated"}


def truth(name: str, **fields: object) -> Step:
    return step(name, moment_of_truth=True, **fields)


def test_only_marked_steps_are_moments_of_truth() -> None:
    found = journey("buy", step(emotion=-2), truth("Pays", emotion=2))

    assert [moment.place.number for moment in moments_of_truth(atlas(found), found)] == [2]


def test_a_moment_hurts_when_any_actor_feels_bad() -> None:
    found = journey("buy", truth("Pays", emotion={"maya": 2, "tom": -1}))

    (moment,) = moments_of_truth(atlas(found), found)

    assert (moment.emotion, moment.worst, moment.sore) == (0.5, -1, True)


def test_a_moment_hurts_when_a_high_pain_is_open_there() -> None:
    found = journey("buy", truth("Pays", emotion=1, pains=[pain("fees", **GRAVE)]), truth("Waits"))

    moments = moments_of_truth(atlas(found), found)

    assert [moment.sore for moment in moments] == [True, False]
    assert [hurt.pain.id for hurt in moments[0].hurts] == ["fees"]


def test_a_low_or_a_closed_pain_does_not_make_a_moment_hurt() -> None:
    low, closed = pain("low"), pain("closed", status="resolved", **GRAVE)
    found = journey("buy", truth("Pays", emotion=0, pains=[low, closed]))

    (moment,) = moments_of_truth(atlas(found), found)

    assert not moment.sore
    assert [hurt.pain.id for hurt in moment.hurts] == ["low"]


def test_the_unhappiest_moments_of_the_present_journeys_come_first() -> None:
    found = atlas(
        journey("buy", truth("uneasy", emotion=-1), truth("fine", emotion=1)),
        journey("use", truth("pained", pains=[pain("fees", **GRAVE)]), truth("desperate", emotion=-2)),
        journey("old", truth("past", emotion=-2), status="retired"),
        journey("dream", truth("feared", emotion=-2), state="future"),
    )

    assert [moment.place.step.name for moment in sore_moments(found)] == ["desperate", "uneasy", "pained"]


def test_of_two_equally_unhappy_moments_the_one_with_the_graver_pain_comes_first() -> None:
    found = atlas(journey("buy", truth("a", emotion=-1), truth("b", emotion=-1, pains=[pain(**GRAVE)])))

    assert [moment.place.step.name for moment in sore_moments(found)] == ["b", "a"]
