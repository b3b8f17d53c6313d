"""Search in the page: a reader finds a step, a persona, a touchpoint and a pain by their words, and lands on them."""

import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenWatched

FINDS = {
    "a step": ("swapped dates two", "journeys/try-before-paying/", "step-10", "Finds two dates swapped"),
    "a persona": ("Castellan", "personas/noemie-studio-lead/", "", "Noémie Castellan"),
    "a pain": (
        "first thing one sees is nothing",
        "pains/empty-board/",
        "",
        "The first thing one sees is nothing",
    ),
    "a touchpoint": ("pricing page", "touchpoints/pricing-page/", "", "Pricing page"),
    "a journey": ("trial worth paying", "journeys/try-before-paying/", "", "Find out whether the trial is worth"),
    "what somebody says": ("seven lighting designer", "personas/ines-invited-guest/", "", "Inês Valadão"),
}

START = "opportunities/invite-with-a-task/"
"""A small page to search from."""


def search(page: Page, words: str) -> None:
    """Type into the search of the theme and wait for its answer."""
    page.keyboard.press("/")
    box = page.get_by_role("textbox", name="Search")
    expect(box).to_be_focused()
    # Material asks at every key: with one key there is one answer, which no later one replaces.
    box.fill(words[:-1])
    box.press(words[-1])
    expect(page.locator(".md-search-result__item").first).to_be_visible()


@pytest.mark.parametrize(("words", "path", "anchor", "text"), FINDS.values(), ids=FINDS.keys())
def test_search_finds_and_lands_on(
    watched_page: OpenWatched, searched_site: str, words: str, path: str, anchor: str, text: str
) -> None:
    page = watched_page(START, base=searched_site).page
    search(page, words)
    end = f'[href$="#{anchor}"]' if anchor else ':not([href*="#"])'
    link = page.locator(f'a.md-search-result__link[href*="/{path}"]{end}')
    expect(link).to_have_count(1)
    if not link.is_visible():
        page.locator(".md-search-result__item", has=link).locator(".md-search-result__more summary").click()
    link.click()
    page.wait_for_url(f"{searched_site}/{path}**")
    target = page.locator(f"#{anchor}" if anchor else "h1")
    expect(target).to_contain_text(text)
    expect(target).to_be_in_viewport()


def test_a_hostile_word_in_search_is_only_a_word(watched_page: OpenWatched, searched_site: str) -> None:
    page = watched_page(START, base=searched_site).page
    page.keyboard.press("/")
    page.get_by_role("textbox", name="Search").press_sequentially("<img src=x onerror=alert(1)>")
    expect(page.locator(".md-search-result__meta")).not_to_have_text("Initializing search")
    expect(page.locator(".md-search-result img")).to_have_count(0)


COMES_FIRST = {
    "customer success": ("teams/customer-success", "Team"),
    "support": ("teams/support", "Team"),
    "pricing page": ("touchpoints/pricing-page", "Touchpoint"),
    "onboarding": ("stages/onboarding", "Stage"),
    "stage onboarding": ("stages/onboarding", "Stage"),
    "noemie": ("personas/noemie-studio-lead", "Persona"),
    "nps": ("metrics/nps", "Metric"),
    "csat": ("metrics/support-csat", "Metric"),
    "persona": ("personas", "Personas"),
    "touchpoint checkout": ("touchpoints/checkout", "Touchpoint"),
    "handoff": ("hand-offs", "Hand-offs"),
    "hand-off": ("hand-offs", "Hand-offs"),
}
"""Words, with the page that comes first and what the result says that it is."""


def test_what_is_called_so_comes_first_and_says_what_it_is(watched_page: OpenWatched, searched_site: str) -> None:
    page = watched_page(START, base=searched_site).page
    page.keyboard.press("/")
    box, first = page.get_by_role("textbox", name="Search"), page.locator("a.md-search-result__link").first
    for words, (path, label) in COMES_FIRST.items():
        box.fill(words[:-1])
        box.press(words[-1])
        expect(first).to_have_attribute("href", re.compile(f"/{path}/([?]h=[^#]*)?$"))
        expect(first.locator(".md-tag")).to_have_text(re.compile(r"\s*".join(label)))
