"""The groups of the navigation: as tabs with a row below them, and in the drawer of a phone."""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenWatched
from browser.support_axe import OF_SCHEME, axe_violations
from browser.support_page import Scheme

PLACES = {
    "": ("Journeys", ["Overview", "Journeys", "Personas", "Hand-offs", "Compare", "What changed"]),
    "opportunities/": ("Work", ["Pains", "Board", "Opportunities", "Outcomes", "Metrics"]),
    "health/": ("Proof", ["Evidence", "Findings", "Traceability", "Catalogue", "Health"]),
}


def tab(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="Tabs").get_by_role("link", name=name, exact=True).click()


@pytest.mark.parametrize("path", PLACES)
def test_the_row_names_the_pages_of_the_group_and_marks_the_one_that_is_shown(
    read_page: OpenWatched, path: str
) -> None:
    group, titles = PLACES[path]
    page = read_page(path, width=1280).page
    row = page.get_by_role("navigation", name=group, exact=True)
    assert row.get_by_role("link").all_inner_texts() == titles
    current = row.locator("[aria-current=page]")
    expect(current).to_have_count(1)
    assert current.evaluate("link => new URL(link.href).pathname === location.pathname")
    active = page.locator(".md-tabs__item--active")
    assert active.all_inner_texts() == [group]


def test_every_index_page_is_two_clicks_away(watched_page: OpenWatched) -> None:
    page = watched_page("personas/ines-invited-guest/").page
    for group, titles in PLACES.values():
        tab(page, group)
        for title in titles:
            page.locator(".journeys-nav-row").get_by_role("link", name=title, exact=True).click()
            expect(page.locator(".journeys-nav-row [aria-current=page]")).to_have_text(title)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_row_can_be_read_and_used_by_everybody(read_page: OpenWatched, scheme: Scheme) -> None:
    page = read_page("opportunities/", width=1280, scheme=scheme).page
    assert axe_violations(page, within=".journeys-nav-row", only=OF_SCHEME[scheme]) == []


def test_on_a_phone_the_drawer_holds_the_groups_and_the_row_is_gone(watched_page: OpenWatched) -> None:
    page = watched_page("pains/", width=360).page
    expect(page.locator(".journeys-nav-row")).to_be_hidden()
    page.locator("label.md-header__button[for=__drawer]").click()
    drawer = page.get_by_role("navigation", name="Work")
    for title in ("Opportunities", "Metrics"):
        expect(drawer.get_by_role("link", name=title, exact=True)).to_be_visible()
