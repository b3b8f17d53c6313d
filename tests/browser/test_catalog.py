"""The catalogue as an index: its tables are sorted, filtered, and read whole at any width."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OpenWatched

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
    """The catalogue, for a test that sorts or filters it."""
    return watched_page("catalog/").page


@pytest.fixture
def listed(read_page: OpenWatched) -> Page:
    """The same for tests that only read."""
    return read_page("catalog/").page


def line(page: Page, name: str) -> Locator:
    return page.locator(LINE).get_by_role("combobox", name=name)


def test_the_worst_mean_comes_first_and_what_is_not_known_last(catalog: Page) -> None:
    means = values(catalog, 7)
    known = [mean for mean in means if mean > -9]
    assert known == sorted(known)
    assert means[: len(known)] == known
    expect(line(catalog, "Sort by")).to_have_value("emotion")
    expect(catalog.locator(".journeys-touchpoints tbody tr").first).to_be_in_viewport()


def test_the_most_comes_first(catalog: Page) -> None:
    for order, number in (("Most used first", 6), ("Most open pains first", 8)):
        line(catalog, "Sort by").select_option(order)
        assert values(catalog, number) == sorted(values(catalog, number), reverse=True)
        head = catalog.locator(f".journeys-touchpoints thead th:nth-child({number})")
        expect(head).to_have_attribute("aria-sort", "descending")


def test_a_head_begins_with_the_most_where_that_is_what_one_looks_for(catalog: Page) -> None:
    head = catalog.locator(".journeys-touchpoints thead th", has_text="Steps")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    expect(line(catalog, "Sort by")).to_have_value("-steps")


def test_the_order_of_the_page_comes_back(catalog: Page) -> None:
    before = names(catalog)
    line(catalog, "Sort by").select_option("By name")
    assert names(catalog) != before
    line(catalog, "Sort by").select_option("Worst mean first")
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
    watched_page: OpenWatched, listed: Page
) -> None:
    page = watched_page("catalog/", javascript=False).page
    assert names(page) == names(listed)
    expect(page.locator(".journeys-touchpoints button")).to_have_count(0)


def test_the_team_with_the_most_critical_pains_comes_first_and_leads_to_them(catalog: Page) -> None:
    counts = catalog.locator("#teams ~ .journeys-gathered").first.locator("tbody tr > td:nth-child(2)")
    numbers = [int(text) for text in counts.all_inner_texts()]
    assert numbers == sorted(numbers, reverse=True)
    counts.first.get_by_role("link").click()
    expect(catalog.locator(".journeys-backlog-row:visible")).to_have_count(numbers[0])


def test_each_table_has_a_place_of_its_own_in_the_address(catalog: Page) -> None:
    teams, before = catalog.get_by_role("search", name="Narrow the teams"), names(catalog)
    teams.get_by_role("combobox", name="Sort by").select_option("By name")
    assert catalog.url.endswith("?teams-sort=team")
    assert names(catalog) == before
    catalog.reload()
    expect(teams.get_by_role("combobox", name="Sort by")).to_have_value("team")


def test_a_link_to_what_is_shown_can_be_copied(catalog: Page) -> None:
    catalog.evaluate("window.journeysCopy = async (text) => Boolean((window.copied = text))")
    systems = catalog.get_by_role("search", name="Narrow the systems")
    systems.get_by_role("searchbox").fill("mail")
    systems.get_by_role("button", name="Copy link").click()
    expect(systems.get_by_role("button")).to_have_text("Link copied")
    assert catalog.evaluate("window.copied").endswith("?systems-q=mail#systems")


def test_no_mean_stands_without_its_number_of_steps_and_how_they_spread(listed: Page) -> None:
    for cell in listed.locator(MEANS).filter(has=listed.locator(".journeys-feeling")).all():
        assert re.search(r"mean of \d+ steps?", cell.inner_text())
        said = cell.locator("svg.journeys-distribution title").text_content() or ""
        counts = [int(count) for count in re.findall(r" (\d+)(?:,|$)", said)]
        assert re.search(rf"mean of {sum(counts)} steps?$", cell.inner_text())


def test_the_columns_of_a_spread_are_not_told_apart_by_colour_alone(listed: Page) -> None:
    columns = listed.locator(".journeys-distribution rect").evaluate_all(
        "all => all.map(one => [one.getAttribute('class'), one.getAttribute('x')])"
    )
    assert len({tuple(one) for one in columns}) == len({one[0] for one in columns}) == 5


def test_no_column_is_cut_off_on_a_wide_screen(catalog: Page) -> None:
    for width in (1280, 1440, 1920):
        catalog.set_viewport_size({"width": width, "height": 900})
        hidden = catalog.locator(".journeys-table-scroll").evaluate_all(
            "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.ariaLabel)"
        )
        assert hidden == [], width


def test_no_column_is_cut_off_on_paper(catalog: Page) -> None:
    catalog.set_viewport_size({"width": 1123 - 76, "height": 900})
    catalog.emulate_media(media="print")
    catalog.evaluate("dispatchEvent(new Event('beforeprint'))")
    wide = catalog.locator(".journeys-table-scroll").evaluate_all(
        "all => all.filter(one => one.firstElementChild.offsetWidth > one.clientWidth + 1).map(one => one.ariaLabel)"
    )
    assert wide == []
