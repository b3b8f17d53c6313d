"""Emotions: means, curves and moments of truth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.atlas import actors_of
from mkdocs_journeys.insight.emotion import (
    curve_of,
    curves_of,
    emotion_counts,
    emotion_word,
    known_emotions,
    level,
    mean_emotion,
    moments_of_truth,
    painful_moments,
    signed,
    step_emotion,
)
from mkdocs_journeys.model import Step
from support.atlases import atlas, journey, pain, step

GRAVE = {"severity": "critical", "frequency": "always", "impact": "high", "confidence": "validated"}
FEELING = st.integers(-2, 2)
FEELINGS = st.none() | FEELING | st.dictionaries(st.sampled_from(["maya", "tom", "ines"]), FEELING)


def test_a_step_without_emotion_is_a_gap() -> None:
    assert step_emotion(step()) is None
    assert curve_of(journey("buy", step(emotion=1), step(), step(emotion=-2)), "maya") == (1, None, -2)


def test_several_actors_are_averaged() -> None:
    assert step_emotion(step(emotion={"maya": -2, "tom": 1})) == -0.5


def test_every_known_step_counts_the_same() -> None:
    mixed = journey("buy", step(emotion={"maya": -2, "tom": -1}), step(), step(emotion=2))

    assert mean_emotion(mixed) == 0.25
    assert mean_emotion(mixed.stages[0]) == 0.25


def test_where_nothing_is_known_there_is_no_mean() -> None:
    unknown = journey("buy", step(), step(emotion={}))

    assert mean_emotion(unknown) is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2, "+2"),
        (-1, "−1"),
        (0, "0"),
        (-0.5, "−0.5"),
        (1.0, "+1.0"),
        (0.25, "+0.3"),
        (-0.25, "−0.3"),
        (-0.04, "0.0"),
        (0.0, "0.0"),
        (-33, "−33"),
    ],
)
def test_a_number_carries_its_sign_with_a_true_minus(value: float, text: str) -> None:
    assert signed(value) == text


@pytest.mark.parametrize(("value", "rounded"), [(-2, -2), (-1.5, -2), (-0.5, -1), (-0.4, 0), (0.5, 1), (1.4, 1)])
def test_a_mean_falls_on_the_nearest_step_of_the_scale(value: float, rounded: int) -> None:
    assert level(value) == rounded


def test_an_emotion_has_a_word() -> None:
    assert (emotion_word(-1.6), emotion_word(0.2)) == ("very negative", "neutral")


@given(st.lists(FEELINGS, min_size=1, max_size=8))
def test_every_mean_lies_between_the_lowest_and_the_highest_step(feelings: list[object]) -> None:
    found = journey("buy", *(step(emotion=feeling) for feeling in feelings))
    mean, felt = mean_emotion(found), known_emotions(found.steps)

    if mean is None:
        assert felt == []
    else:
        assert -2 <= min(felt) <= mean + 1e-9 and mean - 1e-9 <= max(felt) <= 2


@given(st.lists(FEELINGS, min_size=1, max_size=8))
def test_all_curves_at_once_are_the_curve_of_each_who_acts(feelings: list[object]) -> None:
    found = journey("buy", *(step(emotion=feeling) for feeling in feelings))
    acting = [actors_of(found, one) for one in found.steps]
    curves = curves_of(found.personas[0], acting, [one.emotion for one in found.steps])

    assert next(iter(curves)) == found.personas[0]
    assert set(curves) == {found.personas[0], *(id for ids in acting for id in ids)}
    assert curves == {id: curve_of(found, id) for id in curves}


@given(st.floats(-2, 2))
def test_signs_and_levels_mirror_each_other(value: float) -> None:
    assert level(-value) == -level(value)
    assert signed(-value).lstrip("+−") == signed(value).lstrip("+−")


def truth(name: str, **fields: object) -> Step:
    return step(name, moment_of_truth=True, **fields)


def test_only_marked_steps_are_moments_of_truth() -> None:
    found = journey("buy", step(emotion=-2), truth("Pays", emotion=2))

    assert [moment.place.number for moment in moments_of_truth(atlas(found), found)] == [2]


def test_a_moment_hurts_when_any_actor_feels_bad() -> None:
    found = journey("buy", truth("Pays", emotion={"maya": 2, "tom": -1}))

    (moment,) = moments_of_truth(atlas(found), found)

    assert (moment.emotion, moment.worst, moment.painful) == (0.5, -1, True)


def test_a_moment_hurts_when_a_high_pain_is_open_there() -> None:
    found = journey("buy", truth("Pays", emotion=1, pains=[pain("fees", **GRAVE)]), truth("Waits"))

    moments = moments_of_truth(atlas(found), found)

    assert [moment.painful for moment in moments] == [True, False]
    assert [located.pain.id for located in moments[0].pains] == ["fees"]


def test_a_low_or_a_closed_pain_does_not_make_a_moment_hurt() -> None:
    low, closed = pain("low"), pain("closed", status="resolved", **GRAVE)
    found = journey("buy", truth("Pays", emotion=0, pains=[low, closed]))

    (moment,) = moments_of_truth(atlas(found), found)

    assert not moment.painful
    assert [located.pain.id for located in moment.pains] == ["low"]


def test_the_unhappiest_moments_of_the_present_journeys_come_first() -> None:
    found = atlas(
        journey("buy", truth("uneasy", emotion=-1), truth("fine", emotion=1)),
        journey("use", truth("pained", pains=[pain("fees", **GRAVE)]), truth("desperate", emotion=-2)),
        journey("old", truth("past", emotion=-2), status="retired"),
        journey("dream", truth("feared", emotion=-2), state="future"),
    )

    assert [moment.place.step.name for moment in painful_moments(found)] == ["desperate", "uneasy", "pained"]


def test_of_two_equally_unhappy_moments_the_one_with_the_graver_pain_comes_first() -> None:
    found = atlas(journey("buy", truth("a", emotion=-1), truth("b", emotion=-1, pains=[pain(**GRAVE)])))

    assert [moment.place.step.name for moment in painful_moments(found)] == ["b", "a"]


def test_emotions_are_counted_by_their_nearest_level() -> None:
    assert emotion_counts([]) == (0, 0, 0, 0, 0)
    assert emotion_counts([-2, -1.5, -0.5, -0.4, 0, 0.4, 2]) == (2, 1, 3, 0, 1)


@given(st.lists(st.floats(-2, 2)))
def test_every_emotion_is_counted_once(values: list[float]) -> None:
    assert sum(emotion_counts(values)) == len(values)
