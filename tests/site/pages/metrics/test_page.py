"""The index of metrics and the page of each."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from mkdocs_journeys.history import Release
from mkdocs_journeys.model import Observation, Pain, Withheld
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.site.pages.metrics import metrics_pages
from support.atlases import atlas, journey, observed, opportunity, pain, stage, step
from support.contexts import html_of, site

YEAR = observed(("2025-10-01", 5), ("2026-04-01", 4), ("2026-10-01", 8))
MANY, FEW = 4000, 50
"""People of whom 3 points more are no chance, and of whom they may be."""


def of(n: float, *rows: tuple[str, float] | tuple[str, float, str]) -> tuple[Observation, ...]:
    """Figures of so many people each."""
    return tuple(replace(one, n=n) for one in observed(*rows or (("2025-10-01", 5), ("2026-10-01", 8))))


def page(metric: dict[str, Any], *documents: object, rows: object = YEAR, **fields: object) -> Page:
    given = {"id": "paid", "name": "Trial to paid", "kind": "conversion", **metric}
    _, found = metrics_pages(site(atlas(*documents, metrics=[given], observations={"paid": rows}, **fields)))
    return found


def test_the_index_tells_where_each_metric_stands() -> None:
    given = [{"id": "paid", "kind": "conversion", "target": 10}, {"id": "new", "kind": "count"}]
    index, paid, new = metrics_pages(site(atlas(metrics=given, observations={"paid": YEAR})))
    html = html_of(index)
    assert (
        html.index('href="../metrics/paid/">Paid</a>')
        < html.index("<bdi>2 points</bdi> to go")
        < html.index("no figure yet")
    )
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
    html = html_of(page({"target": 10, "baseline": 4, "by": "2999-01-01"}, rows=of(MANY)))
    assert "<dt>Latest, 2026-10-01</dt><dd>8% " in html
    assert "n = 4,000, 95% interval 7.2 to 8.9" in html
    assert "<bdi>+3 points</bdi>" in html
    assert '<span class="journeys-better">▲ better</span>' in html
    assert "95% interval +1.9 to +4.1" in html
    assert "<bdi>2 points</bdi> to go" in html


def test_a_fall_of_what_should_fall_is_better() -> None:
    html = html_of(page({"kind": "churn"}, rows=of(MANY, ("2025-10-01", 5), ("2026-10-01", 3))))
    assert "−2 points" in html
    assert "▼ better" in html


def test_a_change_that_may_be_chance_is_grey_whatever_its_direction() -> None:
    html = html_of(page({}, rows=of(FEW)))
    assert "<bdi>+3 points</bdi>" in html
    assert '<span class="journeys-soft">≈ may be chance</span>' in html
    assert "journeys-better" not in html


def test_of_a_rate_without_its_sample_nobody_knows_whether_it_changed_by_chance() -> None:
    html = html_of(page({}))
    assert "n unknown" in html
    assert '<span class="journeys-soft">? chance not ruled out</span>' in html
    assert "journeys-better" not in html


def test_a_count_is_of_everybody_and_needs_no_sample() -> None:
    assert "n unknown" not in html_of(page({"kind": "count"}))


def test_the_figure_before_and_that_of_a_year_before_are_compared_each() -> None:
    html = html_of(page({}, rows=of(MANY, ("2025-10-01", 5), ("2026-09-01", 7.9), ("2026-10-01", 8))))
    assert html.index("Against 2026-09-01") < html.index("may be chance") < html.index("Against 2025-10-01")
    assert "▲ better" in html


def test_withheld_figures_and_people_whose_time_is_not_over_are_told_in_the_table() -> None:
    pending = replace(YEAR[-1], n=1420, pending=38, note="A holiday")
    withheld = Withheld(date(2026, 9, 1), None, 4, "withheld: fewer than 5 people")
    given = {"id": "paid", "name": "Trial to paid", "kind": "conversion"}
    made = replace(atlas(metrics=[given], observations={"paid": [pending]}), withheld={"paid": (withheld,)})
    _, found = metrics_pages(site(made))
    table = html_of(found).partition("The figures as a table")[2]
    assert 'class="journeys-number">1,420</td>' in table
    assert "38 not over yet, A holiday" in table
    assert table.index("withheld: fewer than 5 people") > table.index("2026-09-01")


def test_pains_that_were_resolved_meanwhile_are_marked_and_listed() -> None:
    def resolved(id: str, day: str) -> Pain:
        return pain(id, title=id.capitalize(), status="resolved", resolved=day)

    pains = [resolved("meanwhile", "2026-05-01"), resolved("before", "2020-05-01"), pain("open")]
    html = html_of(page({}, journey("buy", step(pains=pains), metrics=["paid"]), rows=YEAR))
    assert html.count('class="journeys-event"') == 1
    assert '<b>A</b> 2026-05-01 · pain resolved: <a href="../../pains/meanwhile/">Meanwhile</a>' in html


def test_solutions_that_were_delivered_meanwhile_are_marked_and_listed() -> None:
    given = {"id": "paid", "name": "Trial to paid", "kind": "conversion"}
    solutions = [{"id": id, "name": id.capitalize()} for id in ("counter", "table", "list")]
    items = opportunity("price", metrics=["paid"], solutions=solutions), opportunity("help", metrics=["paid"])
    other = opportunity("other", solutions=[{"id": "note", "name": "Note"}])
    days = {
        ("price", "counter"): date(2026, 5, 1),
        ("price", "table"): date(2020, 5, 1),
        ("price", ""): date(2026, 6, 1),
        ("help", ""): date(2026, 3, 1),
        ("other", "note"): date(2026, 5, 1),
    }
    made = atlas(*items, other, metrics=[given], observations={"paid": YEAR})
    _, found = metrics_pages(site(made, deliveries=lambda atlas: days))
    html = html_of(found)
    assert html.count('class="journeys-event"') == 2
    assert '<b>A</b> 2026-03-01 · opportunity delivered: <a href="../../opportunities/help/">help</a>' in html
    assert '<b>B</b> 2026-05-01 · solution delivered: <a href="../../opportunities/price/">Counter</a>' in html


def test_releases_are_marked_where_there_is_room_for_them() -> None:
    def events(releases: int, pains: int) -> list[str]:
        given = {"id": "paid", "name": "Trial to paid", "kind": "conversion"}
        solved = [pain(f"p{n}", status="resolved", resolved=f"2026-04-{n + 1:02}") for n in range(pains)]
        made = atlas(journey("buy", step(pains=solved), metrics=["paid"]), metrics=[given], observations={"paid": YEAR})
        tags = tuple(Release(date(2026, 2, n + 1), f"v{n}") for n in range(releases))
        _, found = metrics_pages(site(made, releases=lambda atlas: tags))
        return re.findall(r"release: <bdi>(v\d+)</bdi>", html_of(found))

    assert events(releases=2, pains=1) == ["v0", "v1"]
    assert events(releases=9, pains=10) == ["v7", "v8"]
    assert events(releases=9, pains=20) == []


def test_the_change_of_each_segment_is_told_and_held_to_what_several_give_by_chance() -> None:
    def rows(segment: str, after: float) -> tuple[Observation, ...]:
        return of(1000, ("2025-10-01", 10, segment), ("2026-10-01", after, segment))

    alone = html_of(page({}, rows=rows("small", 13), segments=["small"]))
    assert '<span class="journeys-better">▲ better</span>' in alone
    assert "judged together" not in alone
    names = ["small", "large", "huge", "new"]
    every = [row for name, after in zip(names, (13, 10.2, 10.1, 18), strict=True) for row in rows(name, after)]
    html = html_of(page({}, rows=every, segments=names))
    assert html.count("≈ may be chance") == 3
    assert html.count("▲ better") == 1
    assert "The changes of the segments are judged together" in html
    assert html.count("Against 2025-10-01:") == 4


def test_the_band_is_that_of_the_whole_base() -> None:
    assert 'class="journeys-interval"' in html_of(page({}, rows=of(MANY)))
    assert 'class="journeys-interval"' not in html_of(page({}))


def test_a_target_that_is_reached_or_overdue_is_marked() -> None:
    assert "✓ reached" in html_of(page({"target": 8}))
    assert "overdue" in html_of(page({"target": 80, "by": "2020-01-01"}))


def test_the_table_has_the_figures_of_the_chart() -> None:
    rows = (*YEAR, *observed(("2026-10-01", 6, "small")))
    html = html_of(page({"kind": "count"}, rows=rows, segments=["small"]))
    table = html[html.index("The figures as a table") :]
    lines = [re.sub(r"<[^>]*>", " ", row).split() for row in re.findall(r"<tr role=.row.>.*?</tr>", table)[1:]]
    assert lines == [
        ["2026-10-01", "Whole", "base", "8"],
        ["2026-10-01", "Small", "6"],
        ["2026-04-01", "Whole", "base", "4"],
        ["2025-10-01", "Whole", "base", "5"],
    ]


def test_a_metric_known_by_segment_only_has_a_chart_too() -> None:
    html = html_of(page({}, rows=observed(("2026-10-01", 6, "small")), segments=["small"]))
    assert '<dt><bdi><a href="../../segments/small/">Small</a></bdi>, 2026-10-01</dt><dd>6% ' in html
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
    assert "Not yet begun" not in html.partition('<ol class="journeys-trials">')[2].partition("</ol>")[0]


def test_an_atlas_without_metrics_has_no_such_page() -> None:
    assert list(metrics_pages(site(atlas(journey())))) == []
