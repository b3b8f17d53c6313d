"""Pages of touchpoints, stages, teams and pains: small curves whose dots stand in the columns of their steps."""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenWatched

TOUCHPOINT = "touchpoints/pricing-page/"
TEAM = "teams/customer-success/"
PAIN = "pains/empty-board/"
DOTS = """all => all.map(step => {
  const box = e => e.getBoundingClientRect();
  const centre = e => box(e).left + box(e).width / 2;
  const curve = step.querySelector(".journeys-excerpt-curve");
  return {
    off: Math.abs(centre(step.querySelector("circle")) - centre(step)),
    height: box(step.querySelector("circle")).top + box(step.querySelector("circle")).height / 2 - box(curve).top,
    size: box(curve).height,
    figure: step.querySelector(".journeys-feeling")?.textContent ?? "",
    row: Math.round(box(step).top),
  };
})"""


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("path", [TOUCHPOINT, TEAM, PAIN])
def test_a_dot_stands_in_the_column_of_its_step_and_higher_the_better_it_feels(
    read_page: OpenWatched, path: str, width: int
) -> None:
    page = read_page(path, width=width).page
    found = page.locator(".journeys-excerpt li").evaluate_all(DOTS)
    assert found
    assert max(step["off"] for step in found) < 1
    for step in found:
        if step["figure"]:
            share = (2 - float(step["figure"].replace("−", "-"))) / 4
            assert abs(step["height"] / step["size"] - (0.125 + 0.75 * share)) < 0.03, step


@pytest.mark.parametrize("path", [TOUCHPOINT, "stages/consideration/", TEAM, "segments/small-firm/", PAIN])
def test_nothing_is_wider_than_a_phone(read_page: OpenWatched, path: str) -> None:
    page = read_page(path, width=360).page
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_map_leads_to_the_pages_of_what_stands_on_it(read_page: OpenWatched) -> None:
    page = read_page("journeys/try-before-paying/").page
    for lane, path in (("touchpoint", TOUCHPOINT), ("team", "teams/marketing/"), ("pains", "pains/")):
        link = page.locator(f'.journeys-lane-{lane} a[href*="/{path}"], [data-lane="{lane}"] a[href*="/{path}"]').first
        expect(link).to_be_attached()


def figure_links(page: Page) -> list[str]:
    links = page.locator(".journeys-thing-figures a")
    return [f"#{(link.get_attribute('href') or '').rpartition('#')[2]}" for link in links.all()]


@pytest.mark.parametrize("path", [TOUCHPOINT, "stages/consideration/", TEAM, "segments/small-firm/"])
def test_each_figure_of_the_head_leads_to_what_it_counts(read_page: OpenWatched, path: str) -> None:
    page = read_page(path, width=1440).page
    anchors = figure_links(page)
    assert anchors
    for anchor in anchors:
        expect(page.locator(anchor)).to_have_count(1)


def test_an_old_link_to_a_thing_in_the_catalogue_still_finds_it(watched_page: OpenWatched) -> None:
    page = watched_page("catalog/#touchpoint-pricing-page").page
    row = page.locator("#touchpoint-pricing-page")
    expect(row).to_be_in_viewport()
    row.get_by_role("rowheader").get_by_role("link", name="Pricing page").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Pricing page")


def test_a_phone_shows_the_newest_figure_of_a_metric_first(read_page: OpenWatched) -> None:
    page = read_page("metrics/trial-conversion/", width=360).page
    expect(page.locator(".journeys-series-line circle").first).to_be_in_viewport()


def test_what_a_keyboard_comes_to_stands_clear_of_the_header(watched_page: OpenWatched) -> None:
    page = watched_page("opportunities/invite-with-a-task/").page
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    page.get_by_role("link", name="What the pilot of June showed").evaluate("e => e.focus({preventScroll: true})")
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="More about it").first
    expect(link).to_be_focused()
    header, focused = (part.bounding_box() for part in (page.get_by_role("banner"), link))
    assert header and focused
    assert focused["y"] >= header["y"] + header["height"]
