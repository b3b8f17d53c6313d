"""Which journeys and pains the insights look at."""

import pytest

from mkdocs_journeys.insight.selection import (
    maintained_journeys,
    mean,
    open_pains_at,
    present_journeys,
    rounded,
)
from support.atlases import atlas, journey, pain, step


def test_retired_journeys_are_not_kept_and_future_ones_are_not_present() -> None:
    found = atlas(journey("buy", status="draft"), journey("old", status="retired"), journey("dream", state="future"))

    assert [one.id for one in maintained_journeys(found)] == ["buy", "dream"]
    assert [one.id for one in present_journeys(found)] == ["buy"]


def test_the_open_pains_of_a_step_are_those_it_defines_and_those_it_names() -> None:
    sore = step(pains=["slow", pain("dear"), pain("gone", status="wont-fix")])
    found = atlas(journey("buy", sore), journey("use", step(pains=[pain("slow", status="accepted")])))

    assert [located.pain.id for located in open_pains_at(found, sore)] == ["slow", "dear"]


def test_the_mean_of_nothing_is_unknown() -> None:
    assert (mean([]), mean([1, 2])) == (None, 1.5)


@pytest.mark.parametrize(("value", "nearest"), [(12.5, 13), (13.5, 14), (12.49, 12), (0, 0)])
def test_halves_round_up(value: float, nearest: int) -> None:
    assert rounded(value) == nearest
