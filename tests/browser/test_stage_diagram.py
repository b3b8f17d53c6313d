"""The stage diagram of a journey: drawn, and its 3.5 MB of script asked for, only where somebody comes to see it."""

import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenWatched
from browser.support_diagram import bring_diagram_into_view, expect_diagram, open_shadows
from browser.support_page import WatchedPage

TELLING = "journeys/try-before-paying/"
"""A journey that goes on to another one, which its map does not draw."""
PLAIN = "journeys/learn-from-the-handbook/"
MERMAID = re.compile(r"/vendor/mermaid\.min\.js$")


@pytest.fixture
def watched(watched_page: OpenWatched) -> WatchedPage:
    """A page whose diagrams can be looked into."""
    found = watched_page("404.html")
    open_shadows(found.page.context)
    return found


def asked_for(page: Page) -> list[str]:
    """The addresses that the page asks for from now on, and those of its scripts so far."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url))
    return found


@pytest.mark.parametrize("path", [TELLING, PLAIN])
def test_mermaid_is_asked_for_when_the_diagram_comes_into_view_and_not_before(watched: WatchedPage, path: str) -> None:
    urls = asked_for(watched.page)
    page = watched.open(path).page
    page.wait_for_load_state("networkidle")
    expect(page.locator("pre.journeys-diagram")).to_be_attached()
    assert not any(map(MERMAID.search, urls))
    bring_diagram_into_view(page)
    expect(page.locator("div.mermaid svg")).to_have_count(1)
    assert len([url for url in urls if MERMAID.search(url)]) == 1


@pytest.mark.parametrize("path", [TELLING, PLAIN])
def test_a_diagram_is_drawn_once_its_fold_is_opened(watched: WatchedPage, path: str) -> None:
    page = watched.open(path).page
    summary = page.locator("summary", has_text="About this journey")
    summary.scroll_into_view_if_needed()
    expect(page.locator("pre.journeys-diagram")).to_be_attached()
    summary.click()
    page.locator(".journeys-stage-diagram").scroll_into_view_if_needed()
    expect_diagram(page, 5 if path == TELLING else 1)


def test_a_link_to_what_explains_the_journey_opens_it(watched: WatchedPage) -> None:
    page = watched.open(f"{TELLING}#about").page
    expect(page.locator("dt", has_text="Objective")).to_be_in_viewport()


@pytest.mark.parametrize("is_drawn", [False, True])
def test_on_paper_the_stages_stand_as_a_table_whether_they_were_drawn_or_not(
    watched: WatchedPage, is_drawn: bool
) -> None:
    page = watched.open(TELLING).page
    if is_drawn:
        expect_diagram(page, 5)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".journeys-stage-rows tbody tr").first.evaluate("e => e.getBoundingClientRect().height") > 0
    for drawn in page.locator(".journeys-stage-diagram > :is(pre, div.mermaid)").all():
        expect(drawn).to_be_hidden()
