"""The catalogue's touchpoints: sorted, filtered, and read whole at any width."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OpenWatched
from browser.support_axe import axe_violations
from browser.support_page import Scheme

MEANS = ".journeys-touchpoints tbody tr:visible > td:nth-child(7)"
LINE = '.journeys-narrow[aria-label="Narrow the touchpoints"]'


def names(page: Page) -> list[str]:
    found: list[str] = page.locator(".journeys-touchpoints tbody tr:visible").evaluate_all(
        "rows => rows.map(r => r.id)"
    )
    return found


def values(page: Page, number: int) -> list[float]:
    """What the visible rows are sorted by in a column; where nothing is known, below all else."""
    cells = page.locator(f".journeys-touchpoints tbody tr:visible > :nth-child({number})")
    found: list[str] = cells.evaluate_all("cells => cells.map(cell => cell.dataset.value)")
    return [float(one) if one else -9 for one in found]


@pytest.fixture
def catalog(watched_page: OpenWatched) -> Page:
    return watched_page("catalog/").page


def line(page: Page, name: str) -> Locator:
    return page.locator(LINE).get_by_role("combobox", name=name)


def test_the_worst_mean_comes_first_and_what_is_not_known_last(catalog: Page) -> None:
    line(catalog, "Sort by").select_option("Worst mean first")
    means = values(catalog, 7)
    known = [mean for mean in means if mean > -9]
    assert known == sorted(known)
    assert means[: len(known)] == known
    assert catalog.url.endswith("?sort=emotion")


@pytest.mark.parametrize(("order", "number"), [("Most used first", 6), ("Most open pains first", 8)])
def test_the_most_comes_first(catalog: Page, order: str, number: int) -> None:
    line(catalog, "Sort by").select_option(order)
    assert values(catalog, number) == sorted(values(catalog, number), reverse=True)
    head = catalog.locator(f".journeys-touchpoints thead th:nth-child({number})")
    expect(head).to_have_attribute("aria-sort", "descending")


def test_a_head_begins_with_the_most_where_that_is_what_one_looks_for(catalog: Page) -> None:
    head = catalog.locator(".journeys-touchpoints thead th", has_text="Steps")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    expect(line(catalog, "Sort by")).to_have_value("-steps")


def test_the_order_of_the_catalogue_comes_back(catalog: Page) -> None:
    before = names(catalog)
    line(catalog, "Sort by").select_option("By name")
    assert names(catalog) != before
    line(catalog, "Sort by").select_option("As listed")
    assert names(catalog) == before
    assert "?" not in catalog.url


def test_team_channel_and_status_narrow_the_touchpoints_and_the_address_holds_them(catalog: Page) -> None:
    every = len(names(catalog))
    line(catalog, "Team").select_option("Growth")
    line(catalog, "Channel").select_option("Website")
    line(catalog, "Status").select_option("live")
    few = names(catalog)
    assert 0 < len(few) < every
    expect(catalog.locator(LINE).get_by_role("status")).to_have_text(f"{len(few)} of {every} touchpoints")
    catalog.reload()
    assert names(catalog) == few


def test_without_scripts_all_touchpoints_stand_as_the_catalogue_has_them(
    watched_page: OpenWatched, catalog: Page
) -> None:
    page = watched_page("catalog/", javascript=False).page
    assert names(page) == names(catalog)
    expect(page.locator(".journeys-touchpoints button")).to_have_count(0)


def test_no_mean_stands_without_its_number_of_steps_and_how_they_spread(catalog: Page) -> None:
    for cell in catalog.locator(MEANS).filter(has=catalog.locator(".journeys-feeling")).all():
        assert re.search(r"mean of \d+ steps?", cell.inner_text())
        said = cell.locator("svg.journeys-distribution title").text_content() or ""
        counts = [int(count) for count in re.findall(r" (\d+)(?:,|$)", said)]
        assert re.search(rf"mean of {sum(counts)} steps?$", cell.inner_text())


def test_the_columns_of_a_spread_are_not_told_apart_by_colour_alone(catalog: Page) -> None:
    columns = catalog.locator(".journeys-distribution rect").evaluate_all(
        "all => all.map(one => [one.getAttribute('class'), one.getAttribute('x')])"
    )
    assert len({tuple(one) for one in columns}) == len({one[0] for one in columns}) == 5


@pytest.mark.parametrize("width", [1280, 1440, 1920])
def test_no_column_is_cut_off_on_a_wide_screen(watched_page: OpenWatched, width: int) -> None:
    page = watched_page("catalog/", width=width).page
    hidden = page.locator(".journeys-table-scroll").evaluate_all(
        "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.ariaLabel)"
    )
    assert hidden == []


def test_no_column_is_cut_off_on_paper(watched_page: OpenWatched) -> None:
    page = watched_page("catalog/", width=1123 - 76).page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    wide = page.locator(".journeys-table-scroll").evaluate_all(
        "all => all.filter(one => one.firstElementChild.offsetWidth > one.clientWidth + 1).map(one => one.ariaLabel)"
    )
    assert wide == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_line_and_the_table_are_accessible(watched_page: OpenWatched, scheme: Scheme) -> None:
    page = watched_page("catalog/", scheme=scheme).page
    assert axe_violations(page, within=LINE) == []
    assert axe_violations(page, within=".journeys-touchpoints") == []
