"""Around our pages the theme is accessible, too: axe looks at a whole page, its bars and its search."""

from playwright.sync_api import expect

from browser.conftest import OpenWatched
from browser.support_axe import axe_violations


def test_a_whole_page_is_accessible(watched_page: OpenWatched) -> None:
    watched = watched_page("personas/ines-invited-guest/")
    assert axe_violations(watched.page) == []
    watched.switch_to("dark")
    assert axe_violations(watched.page) == []


def test_the_dialog_for_search_is_called_as_its_field(watched_page: OpenWatched) -> None:
    page = watched_page("personas/ines-invited-guest/").page
    expect(page.locator(".md-search")).to_have_attribute("aria-label", "Search")
