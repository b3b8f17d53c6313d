"""Each page kind, in light and dark, with and without scripts, on a phone, a laptop and a wide screen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import OpenWatched
from browser.support_atlas import build_site, copy_atlas
from browser.support_diagram import expect_diagram, open_shadows
from browser.support_kinds import KINDS, Kind
from browser.support_page import VIEWPORTS, Scheme, WatchedPage, watch
from browser.support_site import served

_OVERFLOWS = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width + 1) return [];
  const out = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > width + 1);
  return out.slice(0, 5).map(e => e.outerHTML.slice(0, 120));
}"""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody with a colour scheme, scripts or none, and a window that is made wider and wider."""

    scheme: Scheme
    javascript: bool
    widths: tuple[int, ...] = VIEWPORTS

    def __str__(self) -> str:
        return f"{self.scheme} {'script' if self.javascript else 'no script'}"


READERS = [
    Reader("light", True),
    Reader("dark", False),
    pytest.param(Reader("dark", True, VIEWPORTS[:1]), marks=pytest.mark.long),
    pytest.param(Reader("light", False, VIEWPORTS[1:2]), marks=pytest.mark.long),
]
"""Every width with and without scripts; test_accessibility looks at each kind in dark with scripts."""


@pytest.fixture(scope="module", params=READERS, ids=str)
def reader(request: pytest.FixtureRequest, browser: Browser, built_site: str) -> Iterator[tuple[Reader, WatchedPage]]:
    """A reader who has chosen the scheme, and the page on which they go through all page kinds."""
    who: Reader = request.param
    watched = watch(browser, built_site, width=who.widths[0], scheme=who.scheme, javascript=who.javascript)
    open_shadows(watched.page.context)
    yield who, watched.open("404.html")
    watched.page.context.close()


@pytest.fixture(scope="module")
def instant_site(repository_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The example atlas with a site_url, without which Material loads each page anew."""
    folder = tmp_path_factory.mktemp("instant")
    (folder / "site").mkdir()
    with served(folder / "site") as address:
        build_site(copy_atlas(repository_root, folder / "project", address), folder / "site")
        yield address


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_a_page_of_each_kind_is_clean_and_fits_the_screen(reader: tuple[Reader, WatchedPage], kind: Kind) -> None:
    who, watched = reader
    watched.problems.clear()
    page = watched.page
    for width in who.widths:
        page.set_viewport_size({"width": width, "height": 900})
        if width == who.widths[0]:
            page.goto(f"{watched.base}/{kind.path}", wait_until="load")
            expect(page.get_by_role("main")).to_contain_text(kind.says)
        is_story = who.javascript and kind.stages and width < 600
        expect(page.locator(".journeys-chapter" if is_story else kind.shows).first).to_be_visible()
        if who.javascript and kind.stages:
            expect_diagram(page, kind.stages)
        assert page.evaluate(_OVERFLOWS) == [], width
    watched.assert_clean()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_a_handwritten_page_beside_the_atlas_is_clean(
    watched_page: OpenWatched, generated: str, javascript: bool
) -> None:
    page = watched_page("guide/", base=generated, javascript=javascript).page
    expect(page.get_by_role("heading", name="A handwritten page")).to_be_visible()
    expect(page.get_by_role("navigation").get_by_text("Journeys", exact=True).first).to_be_attached()
    for width in reversed(VIEWPORTS):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(_OVERFLOWS) == [], width
    page.get_by_role("link", name="the long journey").click()
    expect(page.locator("#step-7")).to_be_in_viewport()


def test_instant_navigation_draws_each_journey_anew(browser: Browser, instant_site: str) -> None:
    watched = watch(browser, instant_site)
    open_shadows(watched.page.context)
    page = watched.open("").page
    page.evaluate("window.sameDocument = true")
    for path, title, stages in (
        ("journeys/try-before-paying/#stage-3", "Find out whether the trial is worth paying for", 5),
        ("journeys/small-firm-end-to-end/#stage-5", "Run my studio's projects in one place", 10),
    ):
        page.locator(f'.journeys-heat a[href$="/{path}"]').click()
        page.wait_for_url(f"{instant_site}/{path}")
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        expect(page).to_have_title(re.compile(f"^{re.escape(title)}"))
        expect(page.locator("[data-journeys-map]")).to_have_count(1)
        expect_diagram(page, stages)
        _switch_a_lane(page)
        page.go_back()
        expect(page.locator(".journeys-heat").first).to_be_visible()
    assert page.evaluate("window.sameDocument"), "the document was loaded anew: this tests nothing"
    page.context.close()
    watched.assert_clean()


def test_instant_navigation_tells_the_story_on_a_phone(browser: Browser, instant_site: str) -> None:
    watched = watch(browser, instant_site, width=360)
    page = watched.open("guide/maps/").page
    page.evaluate("window.sameDocument = true")
    page.get_by_role("link", name="Find out whether the trial is worth paying for").first.click()
    expect(page.locator(".journeys-story #step-15")).to_be_visible()
    expect(page.locator(".journeys-grid")).to_be_hidden()
    assert page.evaluate("window.sameDocument"), "the document was loaded anew: this tests nothing"
    page.context.close()
    watched.assert_clean()


def test_instant_navigation_from_a_handwritten_page_brings_styles_and_scripts(
    browser: Browser, instant_site: str
) -> None:
    watched = watch(browser, instant_site)
    page = watched.open("guide/maps/").page
    page.evaluate("window.sameDocument = true")
    assert page.locator('link[href*="assets/journeys/"]').count() == 0
    for _ in range(2):
        page.get_by_role("link", name="Find out whether the trial is worth paying for").first.click()
        expect(page.locator(".journeys-map-controls")).to_be_visible()
        expect(page.locator(".journeys-grid thead th").first).to_have_css("position", "sticky")
        _switch_a_lane(page)
        page.go_back()
        expect(page.get_by_role("heading", level=1)).to_contain_text("How to read a map")
    assert page.evaluate("window.sameDocument"), "the document was loaded anew: this tests nothing"
    page.context.close()
    watched.assert_clean()


def _switch_a_lane(page: Page) -> None:
    """Hide the touchpoints and show them again, by the map's own controls."""
    page.get_by_text("Lanes", exact=True).click()
    page.get_by_role("checkbox", name="Touchpoint").uncheck()
    expect(page.locator("tr[data-lane=touchpoint]")).to_be_hidden()
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("tr[data-lane=touchpoint]")).to_be_visible()
