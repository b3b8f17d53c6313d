"""A map alone, in a frame on a page of others: read by link, in both schemes, at every width, without scripts."""

import pytest
from playwright.sync_api import Browser, expect

from browser.conftest import OpenWatched
from browser.support_axe import axe_violations
from browser.support_kinds import KINDS

JOURNEY = KINDS["short journey"].path
ALONE = f"{JOURNEY}embed.html"


def test_it_is_the_map_and_nothing_else(read_page: OpenWatched) -> None:
    page = read_page(ALONE).page
    expect(page.locator("table.journeys-grid")).to_be_visible()
    assert page.locator("h1").count() == 1
    assert page.locator(".md-header, .md-footer, .md-sidebar, .journeys-pains, .journeys-on-page").count() == 0
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"


def test_each_link_leads_out_of_the_frame_to_a_page_of_the_site(read_page: OpenWatched, built_site: str) -> None:
    page = read_page(ALONE).page
    assert page.locator("base").get_attribute("target") == "_top"
    links = page.locator("a[href]").evaluate_all("all => all.map(each => each.href)")
    assert f"{built_site}/{JOURNEY}" in links
    assert [link for link in links if "embed.html" in link] == []


def test_a_click_in_a_frame_opens_the_journey_in_its_place(browser: Browser, built_site: str) -> None:
    page = browser.new_page()
    page.goto(f"{built_site}/404.html")
    page.set_content(f'<iframe src="{built_site}/{ALONE}" title="map" width="800" height="600"></iframe>')
    page.frame_locator("iframe").locator("h1 a").click()
    page.wait_for_url(f"{built_site}/{JOURNEY}")
    page.close()


@pytest.mark.parametrize("javascript", [True, False])
def test_it_fits_frames_of_every_width(watched_page: OpenWatched, javascript: bool) -> None:
    page = watched_page(ALONE, width=360, javascript=javascript).page
    for width in (360, 800, 1600):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
    expect(page.locator(".journeys-steps [scope=col] b").first).to_be_visible()


def test_it_is_dark_where_the_reader_is_without_any_script(watched_page: OpenWatched) -> None:
    page = watched_page(ALONE, javascript=False, scheme="dark").page
    colours = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(colours)
    page.emulate_media(color_scheme="light")
    assert page.evaluate(colours) == "rgb(255, 255, 255)" != dark


def test_everybody_can_read_it(watched_page: OpenWatched) -> None:
    watched = watched_page(ALONE)
    assert axe_violations(watched.page) == []


def test_the_page_of_the_journey_says_how_to_show_it(read_page: OpenWatched) -> None:
    page = read_page(JOURNEY).page
    assert page.locator(".journeys-embed a").evaluate("each => each.href").endswith(f"/{ALONE}")
