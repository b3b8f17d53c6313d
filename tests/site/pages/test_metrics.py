"""The index of metrics and the page of each."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from mkdocs_journeys.site.charts.line import LABEL_HEIGHT, LineSeries, TrialPeriod, line_chart, mini_line
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.site.pages.metrics import metrics_pages
from support.atlases import atlas, journey, observed, opportunity, stage, step
from support.worlds import html_of, world

YEAR = observed(("2025-10-01", 5), ("2026-04-01", 4), ("2026-10-01", 8))


def page(metric: dict[str, Any], *documents: object, rows: object = YEAR, **fields: object) -> Page:
    given = {"id": "paid", "name": "Trial to paid", "kind": "conversion", **metric}
    _, found = metrics_pages(world(atlas(*documents, metrics=[given], observations={"paid": rows}, **fields)))
    return found


def test_the_index_tells_where_each_metric_stands() -> None:
    given = [{"id": "paid", "kind": "conversion", "target": 10}, {"id": "new", "kind": "count"}]
    index, paid, new = metrics_pages(world(atlas(metrics=given, observations={"paid": YEAR})))
    html = html_of(index)
    assert html.index('href="../metrics/paid/">Paid</a>') < html.index("2 points to go") < html.index("no figure yet")
    assert [index.in_nav, paid.in_nav, new.in_nav] == [True, False, False]
    assert 'rel="next" href="../../metrics/new/"' in html_of(paid)
    assert 'rel="prev" href="../../metrics/paid/"' in html_of(new)


def test_of_very_many_figures_the_table_has_the_latest() -> None:
    rows = observed(*((f"{2000 + n // 12}-{n % 12 + 1:02}-01", n) for n in range(300)))
    html = html_of(page({}, rows=rows))
    assert "2024-12-01</th>" in html
    assert "2000-01-01</th>" not in html
    assert "and 180 earlier dates" in html


def test_the_latest_figure_the_change_and_the_gap_are_told() -> None:
    html = html_of(page({"target": 10, "baseline": 4, "by": "2999-01-01"}))
    assert "<dt>Latest, 2026-10-01</dt><dd>8%</dd>" in html
    assert "+3 points" in html
    assert "▲ better" in html
    assert "2 points to go" in html


def test_a_fall_of_what_should_fall_is_better() -> None:
    html = html_of(page({"kind": "churn"}, rows=observed(("2025-10-01", 5), ("2026-10-01", 3))))
    assert "−2 points" in html
    assert "▼ better" in html


def test_a_target_that_is_reached_or_overdue_is_marked() -> None:
    assert "✓ reached" in html_of(page({"target": 8}))
    assert "overdue" in html_of(page({"target": 80, "by": "2020-01-01"}))


def test_the_table_has_the_figures_of_the_chart() -> None:
    rows = (*YEAR, *observed(("2026-10-01", 6, "small")))
    html = html_of(page({}, rows=rows, segments=["small"]))
    table = html[html.index("The figures as a table") :]
    assert '<th scope="col">Whole base</th><th scope="col">Small</th>' in table
    assert '2026-10-01</th><td class="journeys-number">8%</td><td class="journeys-number">6%</td>' in table
    assert '2026-04-01</th><td class="journeys-number">4%</td><td class="journeys-number">–</td>' in table


def test_a_metric_known_by_segment_only_has_a_chart_too() -> None:
    html = html_of(page({}, rows=observed(("2026-10-01", 6, "small")), segments=["small"]))
    assert "<dt>Small, 2026-10-01</dt><dd>6%</dd>" in html
    assert "journeys-chart-scroll" in html


def test_a_metric_without_figures_says_so() -> None:
    html = html_of(page({}, rows=()))
    assert "No figure is recorded yet" in html
    assert "journeys-chart-scroll" not in html


def test_journeys_stages_and_steps_that_use_it_are_linked() -> None:
    trip = journey("buy", stage("one", step(metrics=["paid"]), volume="paid"), metrics=["paid"])
    html = html_of(page({}, trip, opportunity("easy", metrics=["paid"])))
    for href in ("../../journeys/buy/", "../../journeys/buy/#stage-1", "../../journeys/buy/#step-1"):
        assert f'href="{href}"' in html
    assert 'href="../../opportunities/easy/"' in html
    assert "Used by 4 parts" in html


def test_experiments_on_it_are_numbered_as_on_the_chart() -> None:
    tried = {"metric": "paid", "started": "2026-01-01", "ended": "2026-02-01", "decision": "adopt"}
    late = {"metric": "paid", "started": "2999-01-01"}
    solutions = [
        {"id": "form", "name": "A short form", "experiment": tried},
        {"id": "later", "name": "Not yet begun", "experiment": late},
    ]
    html = html_of(page({}, opportunity("easy", solutions=solutions)))
    assert html.count('class="journeys-trial"') == 1
    assert "A short form</a>" in html
    assert "2026-01-01 to 2026-02-01 · adopt" in html
    assert "Not yet begun" not in html


def test_an_atlas_without_metrics_has_no_such_page() -> None:
    assert list(metrics_pages(world(atlas(journey())))) == []


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
    trials = [TrialPeriod(1, date(2026, 4, 1), None), TrialPeriod(2, date(2020, 1, 1), date(2026, 4, 1))]
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
