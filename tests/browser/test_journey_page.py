"""The page around a journey's map: the map first, what explains it below, and little of that at once."""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenWatched

TRIAL = "journeys/try-before-paying/"
LONG = "journeys/small-firm-end-to-end/"
HIGHEST = 230
"""Where the map has to begin, in CSS pixels below the top of a laptop's screen."""


@pytest.fixture
def page(watched_page: OpenWatched) -> Page:
    """The trial on a laptop, for a test that changes it."""
    return laptop(watched_page, TRIAL)


@pytest.fixture
def trial(read_page: OpenWatched) -> Page:
    """The same for tests that only read."""
    return laptop(read_page, TRIAL)


def laptop(open_page: OpenWatched, path: str) -> Page:
    return open_page(path, width=1440).page


def top(page: Page, selector: str) -> float:
    found: float = page.locator(selector).first.evaluate("e => e.getBoundingClientRect().top")
    return found


def left(page: Page, selector: str) -> float:
    found: float = page.locator(selector).first.evaluate("e => e.getBoundingClientRect().left")
    return found


@pytest.mark.parametrize("path", [TRIAL, LONG, "journeys/first-week-guided/", "journeys/buy-and-clear-security/"])
def test_the_map_is_the_first_thing_below_the_title_and_a_line_of_facts(read_page: OpenWatched, path: str) -> None:
    page = laptop(read_page, path)
    assert top(page, ".journeys-map") <= HIGHEST
    assert top(page, "#journey") < top(page, ".journeys-in-short") < top(page, ".journeys-map")


def test_the_line_of_facts_says_who_whose_how_old_how_it_feels_and_what_hurts(trial: Page) -> None:
    line = trial.locator(".journeys-in-short")
    for words in ("Noémie Castellan", "owner Growth", "reviewed", "+0.2 neutral on the whole", "6 open pains"):
        expect(line).to_contain_text(words)
    expect(line.locator(".journeys-portrait")).to_be_visible()
    expect(line).not_to_contain_text("current")
    expect(line).not_to_contain_text("live")


def test_the_header_the_tabs_and_the_page_begin_at_one_edge(trial: Page) -> None:
    edges = {round(left(trial, where)) for where in (".journeys-crumbs", ".journeys-map-scroll")}
    tabs = trial.locator(".md-tabs__link").first.evaluate("e => e.getBoundingClientRect().left")
    icon = trial.locator(".md-logo svg, .md-logo img").first.evaluate("e => e.getBoundingClientRect().left")
    assert edges == {round(tabs)} == {round(icon)}


def test_what_explains_the_journey_is_folded_and_can_be_opened(page: Page) -> None:
    about = page.locator(".journeys-about-journey")
    expect(about.get_by_text("Objective", exact=True)).to_be_hidden()
    assert top(page, ".journeys-about-journey") > top(page, ".journeys-map")
    about.locator("summary").first.click()
    for words in ("Objective", "Scenario", "Trigger", "current state, live", "Small firms", "#trial", "Part of:"):
        expect(about.get_by_text(words).first).to_be_visible()


def test_the_bar_of_parts_stays_in_sight_and_leads_to_each_of_them(page: Page) -> None:
    bar = page.get_by_role("navigation", name="On this page")
    expect(bar.get_by_role("link", name="Pains")).to_have_text("Pains 9")
    expect(bar).to_be_in_viewport(ratio=1)
    for name, anchor in (("Hand-offs", "#hand-offs"), ("Pains", "#pains"), ("Map", ".journeys-map")):
        bar.get_by_role("link", name=name).click()
        expect(page.locator(anchor)).to_be_in_viewport()
        expect(bar).to_be_in_viewport(ratio=1)
    bar.get_by_role("link", name="Opportunities").click()
    page.wait_for_function("Math.abs(document.querySelector('#opportunities').getBoundingClientRect().top - 100) < 40")
    assert top(page, "#opportunities") >= bar.evaluate("e => e.getBoundingClientRect().bottom") - 1


def test_who_goes_by_keyboard_can_skip_the_map(page: Page) -> None:
    page.locator(".journeys-journey a").last.focus()
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip the map")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("navigation", name="On this page")).to_be_focused()


def test_tab_leads_from_where_the_map_was_skipped_to_the_first_part(page: Page) -> None:
    # Focused by hand: the theme follows the link a second time soon after, which would take the focus from the part.
    page.get_by_role("navigation", name="On this page").focus()
    page.keyboard.press("Tab")
    expect(page.locator(".journeys-on-page a").first).to_be_focused()


def test_pains_stand_beside_each_other_in_a_few_lines_and_lead_to_their_pages(page: Page) -> None:
    first, second = page.locator(".journeys-pain").all()[:2]
    one, two = first.bounding_box(), second.bounding_box()
    assert one and two
    assert one["y"] == two["y"] and two["x"] > one["x"]
    line = first.locator(".journeys-pain-short").evaluate("e => e.getBoundingClientRect().height")
    assert one["height"] < 6 * line
    title = first.get_by_role("heading").get_by_role("link")
    name = title.inner_text()
    title.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(page.get_by_text("How the score comes about")).to_be_visible()
    expect(page.get_by_role("heading", name="Where it hurts")).to_be_visible()


def test_on_a_phone_pains_stand_below_each_other(watched_page: OpenWatched) -> None:
    page = watched_page(TRIAL, width=360).page
    lefts = page.locator(".journeys-pain").evaluate_all("all => all.map(e => e.getBoundingClientRect().left)")
    assert len(set(lefts)) == 1


def height(page: Page, selector: str) -> float:
    found: float = page.locator(selector).first.evaluate("e => e.getBoundingClientRect().height")
    return found


def test_lists_below_the_map_stand_in_two_columns_on_a_wide_screen_and_none_is_torn(watched_page: OpenWatched) -> None:
    page = laptop(watched_page, TRIAL)
    lists = page.locator(".journeys-beside > section")
    lefts = lists.evaluate_all("all => all.map(e => Math.round(e.getBoundingClientRect().left))")
    assert len(set(lefts)) == 2 and lefts == sorted(lefts)
    assert lists.evaluate_all("all => all.every(e => e.getClientRects().length === 1)")
    names = lists.locator("h2").evaluate_all("all => all.map(e => e.id)")
    assert names == ["opportunities", "metrics", "evidence", "hand-offs", "notes", "history"]
    page.set_viewport_size({"width": 900, "height": 900})
    assert len(set(lists.evaluate_all("all => all.map(e => e.getBoundingClientRect().left)"))) == 1


def test_all_that_explains_the_map_takes_less_room_than_the_map(page: Page) -> None:
    def below() -> float:
        return height(page, "html") - height(page, ".journeys-map") - top(page, ".journeys-map")

    folded = below()
    assert folded < 0.9 * height(page, ".journeys-map")
    page.evaluate("document.querySelectorAll('.journeys details').forEach(fold => fold.open = true)")
    assert folded < 0.5 * below()
