"""Means and curves of what customers feel."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.atlas import actors_of
from mkdocs_journeys.insight.emotion import (
    curve_of,
    curves_of,
    emotion_word,
    felt_at,
    journey_emotion,
    level,
    signed,
    stage_emotion,
    step_emotion,
)
from support.atlases import journey, step

FEELING = st.integers(-2, 2)
FEELINGS = st.none() | FEELING | st.dictionaries(st.sampled_from(["maya", "tom", "ines"]), FEELING)


def test_a_step_without_emotion_is_a_gap() -> None:
    assert step_emotion(step()) is None
    assert curve_of(journey("buy", step(emotion=1), step(), step(emotion=-2)), "maya") == (1, None, -2)


def test_several_actors_are_averaged() -> None:
    assert step_emotion(step(emotion={"maya": -2, "tom": 1})) == -0.5


def test_every_known_step_counts_the_same() -> None:
    mixed = journey("buy", step(emotion={"maya": -2, "tom": -1}), step(), step(emotion=2))

    assert journey_emotion(mixed) == 0.25
    assert stage_emotion(mixed.stages[0]) == 0.25


def test_where_nothing_is_known_there_is_no_mean() -> None:
    unknown = journey("buy", step(), step(emotion={}))

    assert journey_emotion(unknown) is None


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
    mean, felt = journey_emotion(found), felt_at(found.steps)

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
