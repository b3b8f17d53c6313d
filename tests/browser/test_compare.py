"""Comparisons in a browser: any two journeys by address, drawn by a script as the pages of pairs have them."""

import json
import re
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OpenWatched

PAIRS = {
    "compare/roll-out-to-430-people/first-week/": "a=roll-out-to-430-people&b=first-week",
    "compare/get-help-when-sync-stops/noemie-studio-lead/tomasz-support-agent/": (
        "a=get-help-when-sync-stops&b=get-help-when-sync-stops&as=noemie-studio-lead&bs=tomasz-support-agent"
    ),
}
PARTS = (".journeys-pair", ".journeys-tomorrow-figures", ".journeys-pair-counts", ".journeys-pair-legend")
HOSTILE = '<img src=x onerror="document.title=1">'


def words(part: Locator) -> str:
    return " ".join(part.inner_text().split())


def lines(page: Page) -> list[Any]:
    """The lines of both curves, and the dots of the first."""
    found: list[Any] = page.locator("#pair-curves > path").evaluate_all(
        "paths => paths.slice(0, 4).map(path => [path.getAttribute('class'), path.getAttribute('d')])"
    )
    return found


def statement(page: Page) -> Locator:
    return page.locator(".journeys-compare [role=status]")


def ending(address: str) -> re.Pattern[str]:
    return re.compile(f"{re.escape(address)}$")


def choice(page: Page, name: str) -> Locator:
    return page.get_by_role("combobox", name=name, exact=True)


@pytest.mark.parametrize("path", PAIRS)
def test_by_address_a_pair_looks_as_on_its_own_page(path: str, read_page: OpenWatched) -> None:
    own = read_page(path).page
    page = read_page(f"compare/?{PAIRS[path]}").page
    expect(page.locator(".journeys-pair")).to_be_visible()
    for part in PARTS:
        assert words(page.locator(part)) == words(own.locator(part))
    assert lines(page) == lines(own)
    pains = ".journeys-tomorrow-pains .journeys-pain-badge > span:first-child"
    assert page.locator(pains).all_inner_texts() == own.locator(pains).all_inner_texts()


def test_a_choice_is_drawn_and_kept_in_the_address(watched_page: OpenWatched) -> None:
    page = watched_page("compare/").page
    expect(statement(page)).to_have_text("Choose two journeys.")
    choice(page, "A").select_option("first-week")
    choice(page, "B").select_option("first-week-guided")
    expect(page.get_by_role("link", name="This pair has a page of its own")).to_be_visible()
    choice(page, "B as").select_option("ines-invited-guest")
    expect(page.locator(".journeys-compare-sides")).to_contain_text("Inês Valadão")
    expect(page).to_have_url(ending("?a=first-week&b=first-week-guided&bs=ines-invited-guest"))
    steps = page.locator(".journeys-pair-other a").count()
    page.reload()
    expect(page.locator(".journeys-pair-other a")).to_have_count(steps)
    choice(page, "B").select_option("try-before-paying")
    expect(choice(page, "B as")).to_be_hidden()
    expect(page).to_have_url(ending("?a=first-week&b=try-before-paying"))


def test_a_journey_that_is_not_there_is_told_in_a_sentence(read_page: OpenWatched) -> None:
    page = read_page("compare/?a=no-such&b=first-week").page
    expect(statement(page)).to_have_text("There is no journey “no-such”.")
    assert page.locator(".journeys-pair").count() == 0


def test_hostile_names_are_only_text_and_data_that_cannot_be_read_is_told(watched_page: OpenWatched) -> None:
    page = watched_page("compare/?b=first-week").page
    step = {
        "name": HOSTILE,
        "stage": "onboarding",
        "felt": {"": 1, "x": 1, "y": -1},
        "notes": [HOSTILE],
        "pains": ["p"],
    }
    side = {"emotion": 1, "counts": [1, 0, 1, 0], "time": [1, 1, HOSTILE]}
    hostile = {
        "title": HOSTILE,
        "href": "../journeys/first-week/",
        "people": [["x", HOSTILE], ["y", HOSTILE]],
        "sides": {"": side, "x": side, "y": side},
        "stages": {"onboarding": [HOSTILE, "../stages/onboarding/"]},
        "steps": [step],
        "pains": {"p": [HOSTILE, "../pains/empty-board/", 50, "high", HOSTILE, True, [HOSTILE]]},
    }
    page.route("**/compare/tell-others.json", lambda route: route.fulfill(body=json.dumps(hostile)))
    page.route("**/compare/try-before-paying.json", lambda route: route.fulfill(body="{"))
    choice(page, "A").select_option("tell-others")
    expect(page.locator(".journeys-pair-one a").first).to_have_text(HOSTILE)
    assert page.locator(".journeys-compare img").count() == 0
    choice(page, "A").select_option("try-before-paying")
    expect(statement(page)).to_contain_text("The journeys could not be read.")


def test_without_javascript_the_page_says_what_it_needs_and_leads_to_the_pairs(read_page: OpenWatched) -> None:
    page = read_page("compare/", javascript=False).page
    expect(page.get_by_text("Choosing any two needs JavaScript.")).to_be_visible()
    expect(page.locator(".journeys-compare form")).to_be_hidden()
    expect(page.get_by_role("link", name="Get my team to work in it: today against tomorrow")).to_be_visible()


def test_what_the_future_onboarding_changes_is_two_clicks_from_home(watched_page: OpenWatched) -> None:
    page = watched_page("").page
    page.get_by_role("link", name="Get my team to work in it", exact=True).first.click()
    page.get_by_role("link", name="Get my team to work in it (from spring 2027)").first.click()
    expect(page.locator("h1")).to_have_text("Get my team to work in it: today against tomorrow")
    figures = words(page.locator(".journeys-tomorrow-figures tbody"))
    assert "Emotion on the whole −0.4 +1.2 +1.6 better" in figures
    assert "Open pains 4 1 −3 better" in figures
    assert words(page.locator(".journeys-pair-counts")) == "− would go 4 + new 2 ≠ changes 3 = stays 2"


def test_on_a_wide_screen_the_curves_run_on_from_column_to_column(read_page: OpenWatched) -> None:
    page = read_page("compare/first-week/first-week-guided/").page
    boxes = page.locator(".journeys-pair-felt svg").evaluate_all(
        "drawn => drawn.map(one => one.getBoundingClientRect().toJSON())"
    )
    assert len(boxes) == 11
    assert all(abs(left["right"] - right["left"]) < 2 for left, right in pairwise(boxes))
    assert len({round(box["top"]) for box in boxes}) == 1


def test_on_a_phone_a_step_is_a_card_that_says_both_sides(read_page: OpenWatched) -> None:
    page = read_page("compare/first-week/first-week-guided/", width=360).page
    card = page.locator("tr.journeys-pair-changed").first
    assert words(card).startswith("≠ changes name, emotion, touchpoint, pains")
    assert card.evaluate("card => card.getBoundingClientRect().width") <= 360
    expect(page.locator(".journeys-pair-whole")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
