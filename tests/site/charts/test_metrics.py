"""Charts of metrics: lines of figures, and experiments."""

from datetime import date
from itertools import pairwise

import pytest

from mkdocs_journeys.site.charts.metrics import (
    LABEL_HEIGHT,
    LineSeries,
    bullet_chart,
    line_chart,
    mini_line,
)
from support.atlases import experiment, observed

YEAR = observed(("2025-10-01", 5), ("2026-04-01", 4), ("2026-10-01", 8))


def test_a_greater_figure_stands_higher_and_a_later_one_further_right() -> None:
    drawn = line_chart([LineSeries("All", YEAR)], target=(10, "target"), baseline=(4, "baseline"))
    assert drawn is not None
    assert drawn.target is not None
    assert drawn.baseline is not None
    assert drawn.top <= drawn.target < drawn.lines[0].y < drawn.baseline <= drawn.bottom
    assert drawn.lines[0].x == drawn.right
    assert drawn.lines[0].path.startswith(f"M{drawn.left} ")


def test_labels_of_lines_that_end_together_do_not_lie_on_each_other() -> None:
    series = [LineSeries(f"Series {n}", observed(("2026-01-01", 1), ("2026-02-01", 5))) for n in range(6)]
    drawn = line_chart(series)
    assert drawn is not None
    places = [label.y for label in drawn.labels]
    assert all(b - a >= LABEL_HEIGHT for a, b in pairwise(places))
    assert places[-1] <= drawn.height


def test_an_experiment_still_running_reaches_the_end_of_the_chart() -> None:
    trials = [(1, date(2026, 4, 1), None), (2, date(2020, 1, 1), date(2026, 4, 1))]
    drawn = line_chart([LineSeries("All", YEAR)], trials)
    assert drawn is not None
    running, before = drawn.trials
    assert running.x + running.width == pytest.approx(drawn.right)
    assert not running.ends
    assert before.x == drawn.left


@pytest.mark.parametrize("first", ["2026-09-20", "2026-08-01", "2025-10-01", "2020-01-01", "1990-01-01"])
def test_dates_on_the_axis_are_few_enough_to_read(first: str) -> None:
    drawn = line_chart([LineSeries("All", observed((first, 1), ("2026-10-01", 2)))])
    assert drawn is not None
    places = [tick.at for tick in drawn.ticks_x]
    assert 1 <= len(places) <= 10
    assert all(drawn.left <= x <= drawn.right for x in places)


def test_one_single_figure_is_a_point_and_no_line() -> None:
    drawn = line_chart([LineSeries("All", observed(("2026-10-01", 5)))])
    assert drawn is not None
    assert drawn.lines[0].path == ""
    assert mini_line(observed(("2026-10-01", 5))) == ""


def test_nothing_observed_is_no_chart() -> None:
    assert line_chart([LineSeries("All", ())], target=(5, "target")) is None


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
