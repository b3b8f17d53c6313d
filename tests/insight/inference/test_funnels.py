"""What becomes of those who reach a stage of a funnel."""

import pytest

from mkdocs_journeys.insight.inference.funnels import GoingOn, biggest_loss, going_on
from mkdocs_journeys.model import Observation
from support.atlases import atlas, journey, observed, stage

Rows = tuple[Observation, ...]
DAYS = ("2026-08-31", "2026-09-30")


def counted(*values: float) -> Rows:
    return observed(*zip(DAYS, values, strict=False))


def funnel(**observations: Rows) -> tuple[GoingOn, ...]:
    found = journey("buy", *(stage(f"stage-{id}", volume=id) for id in observations))
    return going_on(atlas(found, observations=observations), found)


def test_those_who_go_on_are_a_share_of_those_who_came_with_its_interval() -> None:
    (found,) = funnel(visits=observed((DAYS[1], 50)), trials=observed((DAYS[1], 5)))
    assert (found.stage_number, found.next_number, found.share, found.lost) == (1, 2, 10, 45)
    assert found.interval is not None
    assert (round(found.interval.low, 1), round(found.interval.high, 1)) == (4.3, 21.4)
    assert (found.change, found.day_before) == (None, None)


def test_the_share_is_held_against_that_of_the_period_before() -> None:
    (clear,) = funnel(visits=counted(10_000, 10_000), trials=counted(500, 800))
    (chance,) = funnel(visits=counted(50, 50), trials=counted(4, 5))
    assert clear.change is not None
    assert chance.change is not None
    assert clear.change.value == pytest.approx(3)
    assert (clear.change.is_clear, chance.change.is_clear) == (True, False)


def test_counts_of_different_days_have_no_interval_and_no_change() -> None:
    (found,) = funnel(visits=observed((DAYS[0], 50)), trials=observed((DAYS[1], 5)))
    assert (found.share, found.interval, found.change, found.day) == (10, None, None, None)


def test_more_who_go_on_than_came_cannot_be_the_same_people() -> None:
    (found,) = funnel(visits=counted(100, 100), users=counted(90, 120))
    assert (found.lost, found.interval) == (-20, None)
    assert found.change is not None
    assert found.change.is_clear is None


def test_nobody_in_the_period_before_leaves_the_change_unknown() -> None:
    (found,) = funnel(visits=counted(0, 100), trials=counted(0, 20))
    assert found.change is None


def test_most_are_lost_where_the_largest_share_is() -> None:
    stages = funnel(visits=counted(0, 1000), trials=counted(0, 500), paid=counted(0, 50))
    worst = biggest_loss(stages)
    assert worst is not None
    assert worst.stage_number == 2


def test_a_single_loss_is_not_the_biggest_and_a_gain_is_none() -> None:
    assert biggest_loss(funnel(visits=counted(0, 10), trials=counted(0, 5))) is None
    assert biggest_loss(funnel(a=counted(0, 1), b=counted(0, 2), c=counted(0, 3))) is None
