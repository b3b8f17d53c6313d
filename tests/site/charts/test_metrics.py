"""Charts of metrics: lines of figures with their intervals and events."""

from datetime import date
from itertools import pairwise

import pytest

from mkdocs_journeys.insight.statistics.intervals import Interval
from mkdocs_journeys.site.charts.metrics import (
    LABEL_HEIGHT,
    LineSeries,
    line_chart,
    mini_line,
)
from support.atlases import observed

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


def test_the_band_covers_the_intervals_and_the_axis_has_room_for_them() -> None:
    known = {day: Interval(value - 3, value + 3) for day, value, *_rest in ((o.date, o.value) for o in YEAR)}
    drawn = line_chart([LineSeries("All", YEAR)], intervals=known)
    assert drawn is not None
    assert drawn.band.count("l") == 5
    assert drawn.band.endswith("z")
    assert (drawn.ticks_y[0].text, drawn.ticks_y[-1].text) == ("0", "15")


def test_a_figure_without_an_interval_is_a_gap_in_the_band() -> None:
    known = {YEAR[0].date: Interval(4, 6), YEAR[2].date: Interval(7, 9)}
    drawn = line_chart([LineSeries("All", YEAR)], intervals=known)
    assert drawn is not None
    assert drawn.band.count("z") == 2
    without = line_chart([LineSeries("All", YEAR)])
    assert without is not None
    assert without.band == ""


def test_signs_of_events_on_the_same_days_stand_one_above_the_other() -> None:
    days = [("A", date(2026, 4, 1)), ("B", date(2026, 4, 2)), ("C", date(2026, 9, 1))]
    drawn = line_chart([LineSeries("All", YEAR)], events=days)
    assert drawn is not None
    a, b, c = drawn.events
    assert (a.sign, b.sign, c.sign) == ("A", "B", "C")
    assert b.y < a.y == c.y


def test_a_small_line_of_whole_units_stays_in_its_box() -> None:
    path = mini_line(YEAR, 72, 20, exact=False)
    assert path == "M2 14l34 4 34-16"
