"""What an experiment showed, and what makes that less sure."""

from typing import Any

import pytest

from mkdocs_journeys.insight.inference.experiments import ExperimentResult, result_of
from mkdocs_journeys.model import Metric
from support.atlases import catalog, experiment


def arm(converted: int, n: int, **fields: Any) -> dict[str, Any]:
    return {"name": f"{converted} of {n}", "converted": converted, "n": n, **fields}


def metric(kind: str, **fields: Any) -> Metric:
    return catalog(metrics=[{"id": "m", "kind": kind, **fields}]).metrics[0]


def result(*arms: dict[str, Any], of: Metric | None = None, **fields: Any) -> ExperimentResult:
    found = result_of(experiment(arms=arms, **fields), of)
    assert found is not None
    return found


def test_the_first_arm_is_the_control_of_each_other() -> None:
    found = result(arm(200, 4000), arm(250, 4000))
    (other,) = found.arms

    assert (found.control.name, found.rate, other.rate) == ("200 of 4000", 5, 6.25)
    assert [round(one, 2) for one in (other.difference.value, *_ends(other.difference))] == [1.25, 0.24, 2.26]
    assert (round(other.p, 4), other.is_clear, other.is_better) == (0.0153, True, True)


def test_one_arm_or_none_shows_nothing() -> None:
    assert result_of(experiment(), None) is result_of(experiment(arms=[arm(1, 2)]), None) is None


def test_where_less_is_better_a_fall_is_right() -> None:
    fall = (arm(250, 4000), arm(200, 4000))

    assert not result(*fall).arms[0].is_better
    assert result(*fall, of=metric("churn")).arms[0].is_better
    assert result(*fall, baseline=6, target=5).arms[0].is_better
    assert not result(*fall, of=metric("conversion"), baseline=6, target=5).arms[0].is_better


def test_several_arms_each_have_to_show_more() -> None:
    alone = result(arm(200, 4000), arm(250, 4000)).arms[0]
    among, *_ = result(arm(200, 4000), arm(250, 4000), arm(205, 4000), arm(199, 4000), arm(201, 4000)).arms

    assert among.p == pytest.approx(4 * alone.p)
    assert (alone.is_clear, among.is_clear) == (True, False)


def test_how_many_people_the_target_takes() -> None:
    found = result(arm(50, 1000), arm(60, 1100), baseline=5, target=8)

    assert (found.needed, found.smallest, found.is_small) == (1059, 1000, True)
    assert not result(arm(50, 1059), arm(60, 1100), baseline=5, target=8).is_small


@pytest.mark.parametrize(
    ("fields", "of"),
    [
        ({}, None),
        ({"baseline": 5}, None),
        ({"baseline": 5, "target": 5}, None),
        ({"baseline": 5, "target": 100}, None),
        ({"baseline": 5, "target": 8}, metric("duration")),
        ({"baseline": 5, "target": 8}, metric("csat")),
    ],
)
def test_without_two_different_rates_nobody_knows_how_many(fields: dict[str, Any], of: Metric | None) -> None:
    found = result(arm(50, 1000), arm(60, 1100), of=of, **fields)
    assert found.needed is None and not found.is_small


def test_what_so_many_people_can_show() -> None:
    found = result(arm(53, 1059), arm(60, 1100))
    assert found.detectable is not None and round(found.detectable, 1) == 3.0
    assert result(arm(9, 10), arm(8, 10)).detectable is None


def test_a_split_that_is_not_as_planned_is_found() -> None:
    assert result(arm(200, 5000), arm(250, 5400)).is_split_off
    assert not result(arm(200, 5000), arm(250, 5100)).is_split_off
    assert not result(arm(200, 9000, planned=90), arm(25, 1000, planned=10)).is_split_off
    assert result(arm(200, 9000, planned=50), arm(25, 1000, planned=50)).is_split_off


def test_looking_more_than_once_or_deciding_before_the_end_is_peeking() -> None:
    arms = (arm(1, 20), arm(2, 20))

    assert not result(*arms).is_peeked
    assert not result(*arms, checked=1, decision="drop", ended="2026-01-01").is_peeked
    assert result(*arms, checked=2).is_peeked
    assert result(*arms, decision="drop").is_peeked


def _ends(difference: Any) -> tuple[float, float]:
    return difference.low, difference.high
