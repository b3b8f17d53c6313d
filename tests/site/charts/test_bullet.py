"""The baseline, target and result of an experiment on one line."""

import pytest

from mkdocs_journeys.site.charts.bullet import bullet_chart
from support.atlases import experiment


@pytest.mark.parametrize(
    ("figures", "outcome"),
    [
        ({"baseline": 4, "target": 6, "result": 6}, "good"),
        ({"baseline": 4, "target": 6, "result": 5}, "short"),
        ({"baseline": 4, "target": 6, "result": 3}, "worse"),
        ({"baseline": 40, "target": 20, "result": 15}, "good"),
        ({"baseline": 40, "target": 20, "result": 45}, "worse"),
        ({"target": 7, "result": 5}, "short"),
        ({"baseline": 4, "target": 6}, "open"),
        ({"result": 6}, "open"),
    ],
)
def test_a_result_is_judged_by_the_way_to_the_target(figures: dict[str, float], outcome: str) -> None:
    bullet = bullet_chart(experiment(**figures), None)
    assert bullet is not None
    assert bullet.outcome == outcome


def test_figures_stand_in_their_order_on_the_bullet_chart() -> None:
    bullet = bullet_chart(experiment(baseline=10, target=20, result=15), None)
    assert bullet is not None
    x = {mark.kind: mark.x for mark in bullet.marks}
    assert x["baseline"] < x["result"] < x["target"]
    assert bullet.bar == (x["baseline"], x["result"] - x["baseline"])


def test_an_experiment_without_figures_has_no_chart() -> None:
    assert bullet_chart(experiment(hypothesis="It helps"), None) is None
