"""Switching lanes on and off, and sharing that in a link."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OpenWatched

JOURNEY = "journeys/short/"
ANOTHER = "journeys/long/"
BEHIND = ("Backstage", "Systems")


@pytest.fixture
def page(watched_page: OpenWatched, generated: str) -> Page:
    """A short journey with lanes on both sides of the line of visibility."""
    return watched_page(JOURNEY, base=generated).page


def menu(page: Page) -> Locator:
    return page.locator("details.journeys-lanes-menu")


def summary(page: Page) -> Locator:
    return menu(page).locator("summary")


def switch(page: Page, lane: str) -> Locator:
    return page.get_by_role("checkbox", name=lane, exact=True)


def lane(page: Page, id: str) -> Locator:
    return page.locator(f'tr[data-lane="{id}"]')


def expect_shown(page: Page, id: str, shown: bool) -> None:
    for row in lane(page, id).all():
        expect(row).to_be_visible(visible=shown)


def test_every_lane_can_be_switched_off_and_on(page: Page) -> None:
    summary(page).click()
    boxes = menu(page).get_by_role("checkbox").all()
    ids = [str(each.get_attribute("value")) for each in boxes]
    in_table = page.locator("tr[data-lane]").evaluate_all("all => all.map(e => e.dataset.lane)")
    assert sorted(set(in_table)) == sorted(ids)
    for each, id in zip(boxes, ids, strict=True):
        each.uncheck()
        expect_shown(page, id, False)
    for each, id in zip(boxes, ids, strict=True):
        each.check()
        expect_shown(page, id, True)


def test_a_hidden_lane_stays_hidden_after_a_reload_and_on_another_journey(page: Page) -> None:
    summary(page).click()
    switch(page, "Thinks").uncheck()
    page.reload()
    expect_shown(page, "thinks", False)
    page.goto(page.url.split("journeys/")[0] + ANOTHER)
    expect_shown(page, "thinks", False)
    expect_shown(page, "touchpoint", True)
    summary(page).click()
    expect(switch(page, "Thinks")).not_to_be_checked()


def test_the_link_says_what_is_hidden_whatever_its_reader_chose(
    page: Page, watched_page: OpenWatched, generated: str
) -> None:
    summary(page).click()
    switch(page, "Thinks").uncheck()
    switch(page, "Team").uncheck()
    expect(page).to_have_url(re.compile("team"))
    address = urlsplit(page.url)
    other = watched_page(JOURNEY, base=generated).page
    summary(other).click()
    switch(other, "Touchpoint").uncheck()
    other.goto(f"{other.url.split('?')[0]}?{address.query}")
    for id in ("thinks", "team"):
        expect_shown(other, id, False)
    expect_shown(other, "touchpoint", True)


def test_the_link_keeps_the_step_that_it_leads_to(watched_page: OpenWatched, generated: str) -> None:
    page = watched_page(f"{JOURNEY}#step-4", base=generated).page
    summary(page).click()
    switch(page, "Says").uncheck()
    expect(page).to_have_url(re.compile(r"\?[^#]*says[^#]*#step-4$"))


def test_show_all_brings_every_lane_back_and_clears_the_link(page: Page) -> None:
    summary(page).click()
    for name in ("Thinks", "Pains", "Backstage"):
        switch(page, name).uncheck()
    page.get_by_role("button", name="Show all").click()
    for box in menu(page).get_by_role("checkbox").all():
        expect(box).to_be_checked()
    assert page.locator("tr[data-lane]:not([hidden])").count() == page.locator("tr[data-lane]").count()
    expect(page).to_have_url(re.compile(r"^[^?]*$"))
    page.reload()
    expect_shown(page, "thinks", True)


def test_the_line_of_visibility_goes_with_the_last_lane_behind_it(page: Page) -> None:
    line = page.locator(".journeys-boundary")
    expect(line).to_be_visible()
    summary(page).click()
    first, last = BEHIND
    switch(page, first).uncheck()
    expect(line).to_be_visible()
    switch(page, last).uncheck()
    expect(line).to_be_hidden()
    switch(page, first).check()
    expect(line).to_be_visible()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_opens_by_keys_and_closes_by_escape(page: Page, key: str) -> None:
    summary(page).focus()
    page.keyboard.press(key)
    expect(menu(page)).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    first = menu(page).get_by_role("checkbox").first
    expect(first).to_be_focused()
    page.keyboard.press("Space")
    expect_shown(page, first.input_value(), False)
    page.keyboard.press("Escape")
    expect(menu(page)).not_to_have_attribute("open", "")
    expect(summary(page)).to_be_focused()


def test_a_click_beside_the_menu_closes_it(page: Page) -> None:
    summary(page).click()
    page.get_by_role("heading", level=1).click()
    expect(menu(page)).not_to_have_attribute("open", "")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_open_menu_stays_on_the_screen(watched_page: OpenWatched, generated: str, width: int) -> None:
    page = watched_page(JOURNEY, base=generated, width=width).page
    summary(page).click()
    expect(menu(page).locator("fieldset")).to_be_in_viewport()
    box = menu(page).locator("fieldset").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


@pytest.mark.parametrize("height", [500, 900])
def test_the_menu_opens_where_there_is_room_for_it(page: Page, height: int) -> None:
    page.set_viewport_size({"width": 1280, "height": height})
    summary(page).evaluate(
        "e => scrollBy({top: e.getBoundingClientRect().bottom - innerHeight + 4, behavior: 'instant'})"
    )
    summary(page).click()
    box = menu(page).locator("fieldset").bounding_box()
    bar = page.locator(".md-header").bounding_box()
    assert box
    assert bar
    assert box["y"] >= bar["y"] + bar["height"]
    assert box["y"] + box["height"] <= height


def test_hidden_lanes_come_back_with_one_click(page: Page) -> None:
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()
    summary(page).click()
    switch(page, "Thinks").uncheck()
    page.goto(page.url.split("journeys/")[0] + ANOTHER)
    expect(summary(page)).to_have_text("Lanes (1 hidden)")
    page.get_by_role("button", name="Show all").click()
    expect_shown(page, "thinks", True)
    expect(summary(page)).to_have_text("Lanes")
    expect(summary(page)).to_be_focused()


def test_the_link_to_what_one_sees_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    # The button says its usual name again after a moment, which a busy machine may miss.
    page.evaluate("window.setTimeout = () => 0")
    page.get_by_role("button", name="Blueprint").click()
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert "preset=blueprint" in page.url
