"""What was measured, as a browser shows it: the band of a metric, the funnel under the map, progress on a phone."""

from playwright.sync_api import Page

from browser.conftest import OpenWatched

BAND = ".journeys-chart .journeys-interval"


def colour(page: Page, selector: str) -> str:
    return str(page.locator(selector).first.evaluate("one => getComputedStyle(one).fill"))


def test_the_band_of_a_metric_lies_behind_its_line_and_takes_the_colours_of_each_scheme(
    watched_page: OpenWatched,
) -> None:
    watched = watched_page("metrics/trial-conversion/")
    page = watched.page
    light = colour(page, BAND)
    order = page.locator(".journeys-chart").evaluate(
        "chart => [...chart.querySelectorAll('.journeys-interval, .journeys-series-line')].map(one => one.tagName)"
    )
    assert order == ["path", "g"]
    watched.switch_to("dark")
    assert colour(page, BAND) != light


def test_what_is_said_of_a_stage_of_the_funnel_stands_below_that_stage(read_page: OpenWatched) -> None:
    page = read_page("journeys/try-before-paying/", width=1440).page
    stages = page.locator(".journeys-stages [scope=colgroup]").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().x)"
    )
    cells = page.locator('[data-lane="reached"] > td').evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().x)"
    )
    assert len(cells) > 3
    assert [round(x) for x in cells] == [round(x) for x in stages]
    assert page.locator(".journeys-loss").count() == 1


def test_the_journeys_that_get_better_fit_a_phone(read_page: OpenWatched) -> None:
    page = read_page("", width=360).page
    rows = page.locator(".journeys-progress tbody tr")
    assert rows.count() > 3
    widths = rows.evaluate_all("all => all.map(one => one.getBoundingClientRect().right)")
    assert max(widths) <= 360
