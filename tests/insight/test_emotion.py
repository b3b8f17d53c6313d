"""Means, curves and extremes of what customers feel."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.insight.emotion import (
    curve_of,
    curves_of,
    emotion_word,
    highest,
    journey_emotion,
    level,
    lifecycle_emotions,
    lowest,
    signed,
    stage_emotion,
    step_emotion,
)
from support.atlases import atlas, journey, stage, step

FEELING = st.integers(-2, 2)
FEELINGS = st.none() | FEELING | st.dictionaries(st.sampled_from(["maya", "tom", "ines"]), FEELING)


def test_a_step_without_emotion_is_a_gap() -> None:
    assert step_emotion(step()) is None
    assert curve_of(journey("buy", step(emotion=1), step(), step(emotion=-2)), "maya").values == (1, None, -2)


def test_several_actors_are_averaged() -> None:
    assert step_emotion(step(emotion={"maya": -2, "tom": 1})) == -0.5


def test_every_known_step_counts_the_same() -> None:
    mixed = journey("buy", step(emotion={"maya": -2, "tom": -1}), step(), step(emotion=2))

    assert journey_emotion(mixed) == 0.25
    assert stage_emotion(mixed.stages[0]) == 0.25


def test_where_nothing_is_known_there_is_no_mean_and_no_extreme() -> None:
    unknown = journey("buy", step(), step(emotion={}))

    assert journey_emotion(unknown) is None
    assert lowest(unknown) is None
    assert highest(unknown) is None


def test_the_lifecycle_is_averaged_over_the_present_journeys() -> None:
    found = atlas(
        journey("buy", stage("decision", step(emotion=-1), step(emotion=-2))),
        journey("use", stage("decision", step(emotion=2)), stage("adoption", step())),
        journey("dream", stage("decision", step(emotion=2)), state="future", baseline="buy"),
        journey("old", stage("decision", step(emotion=2)), status="retired"),
        stages=["awareness", "decision", "adoption"],
    )

    assert lifecycle_emotions(found) == {
        "awareness": None,
        "decision": pytest.approx(-1 / 3),
        "adoption": None,
    }


def test_extremes_name_every_step_that_shares_them() -> None:
    found = journey("buy", step("a", emotion=-1), step("b", emotion=2), step("c"), step("d", emotion=-1))

    low, high = lowest(found), highest(found)

    assert low is not None and high is not None
    assert (low.value, [place.number for place in low.places]) == (-1, [1, 4])
    assert (high.value, [place.step.name for place in high.places]) == (2, ["b"])


def test_the_main_persona_has_a_curve_even_without_a_known_feeling() -> None:
    curves = curves_of(journey("buy", step(), step(emotion={"tom": 1}), personas=["maya", "ines"]))

    assert [(curve.persona, curve.values) for curve in curves] == [("maya", (None, None)), ("tom", (None, 1))]


def test_one_number_holds_for_each_actor_of_the_step() -> None:
    curves = curves_of(journey("buy", step(emotion=-1, actors=["maya", "tom"]), step(emotion=1)))

    assert [(curve.persona, curve.values) for curve in curves] == [("maya", (-1, 1)), ("tom", (-1, None))]


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
def test_every_mean_lies_within_the_scale_and_between_the_extremes(feelings: list[object]) -> None:
    found = journey("buy", *(step(emotion=feeling) for feeling in feelings))
    mean, low, high = journey_emotion(found), lowest(found), highest(found)

    if mean is None:
        assert low is None and high is None
    else:
        assert low is not None and high is not None
        assert -2 <= low.value <= mean + 1e-9 and mean - 1e-9 <= high.value <= 2


@given(st.floats(-2, 2))
def test_signs_and_levels_mirror_each_other(value: float) -> None:
    assert level(-value) == -level(value)
    assert signed(-value).lstrip("+−") == signed(value).lstrip("+−")
