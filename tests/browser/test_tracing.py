"""Traceability and findings in a browser: rows are chosen, and the address holds what somebody chose."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OpenWatched
from browser.support_pains import HOSTILE, atlas_of, journey, pain, write_backlog
from browser.support_site import served
from mkdocs_journeys.site.pages.tracing.page import traceability_pages

LAST = 430
"""How many pains the long table has, in three pages."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with a traceability of 430 threads, the last of which attacks."""
    pains: list[dict[str, object] | str] = [
        {"id": f"p{n}", "title": f"Number {n}", "severity": "cosmetic"} for n in range(LAST - 1)
    ]
    last = pain(LAST, title=HOSTILE, impact="low", status="wont-fix", evidence=["interviews/slow"])
    folder = tmp_path_factory.mktemp("tracing")
    with served(
        write_backlog(folder, atlas_of(journey("j", "maya", [*pains, last])), kinds=[traceability_pages])
    ) as at:
        yield at


def rows(page: Page) -> Locator:
    return page.locator("tbody tr:not(.journeys-learned-study):visible")


def choice(page: Page, label: str) -> Locator:
    return page.get_by_role("combobox", name=label, exact=True)


def says(page: Page, text: str | re.Pattern[str]) -> None:
    expect(page.locator(".journeys-narrow-count")).to_have_text(text)


def test_a_figure_leads_to_the_rows_that_it_counts(watched_page: OpenWatched) -> None:
    page = watched_page("traceability/").page
    figure = page.locator(".journeys-tile-warns a").filter(has_text="findings that lead to no pain")
    number = int(figure.locator("b").inner_text())
    figure.click()
    expect(page).to_have_url(re.compile(r"\?gap=unused#threads$"))
    says(page, re.compile(rf"^{number} of \d+ threads$"))
    expect(rows(page)).to_have_count(number)
    expect(rows(page).locator(".journeys-lack")).to_have_text(["leads to no pain yet"] * number)


def test_filters_add_up_the_address_holds_them_and_is_copied(watched_page: OpenWatched, built_site: str) -> None:
    page = watched_page("traceability/").page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    # The button says its usual name again after a moment, which a busy machine may miss.
    page.evaluate("window.setTimeout = () => 0")
    choice(page, "Gap in the thread").select_option("untried")
    choice(page, "Owner").select_option("product")
    expect(rows(page).first).to_be_visible()
    before = rows(page).all_inner_texts()
    assert all(row.get_attribute("data-gap") in ("untried", "unproven,untried") for row in rows(page).all())
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Link copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{built_site}/traceability/?gap=untried&team=product"
    other = watched_page("traceability/?gap=untried&team=product").page
    expect(choice(other, "Owner")).to_have_value("product")
    assert rows(other).all_inner_texts() == before
    other.get_by_role("button", name="Clear all").click()
    expect(other).to_have_url(re.compile(r"/traceability/$"))
    assert rows(other).count() > len(before)


def test_words_are_typed_and_choices_made_with_the_keyboard_alone(watched_page: OpenWatched) -> None:
    page = watched_page("findings/").page
    words = page.get_by_role("searchbox", name="Words")
    words.focus()
    page.keyboard.type("spreadsheet")
    says(page, re.compile(r"^[1-9]\d* of \d+ findings$"))
    assert all("spreadsheet" in text.casefold() for text in rows(page).all_inner_texts())
    page.keyboard.press("Tab")
    expect(choice(page, "Lifecycle stage")).to_be_focused()
    page.keyboard.type("Onb")
    expect(choice(page, "Lifecycle stage")).to_have_value("onboarding")
    expect(page).to_have_url(re.compile(r"\?q=spreadsheet&stage=onboarding$|\?stage=onboarding&q=spreadsheet$"))


def test_what_was_learned_of_a_stage_is_one_click_away(watched_page: OpenWatched) -> None:
    page = watched_page("stages/onboarding/").page
    link = page.get_by_role("link", name="What we learned here")
    said = re.findall(r"\d+", link.inner_text())[0]
    link.click()
    expect(choice(page, "Lifecycle stage")).to_have_value("onboarding")
    says(page, re.compile(rf"^{said} of \d+ findings$"))
    expect(rows(page)).to_have_count(int(said))
    heads = page.locator(".journeys-learned-study:visible")
    assert 0 < heads.count() < page.locator(".journeys-learned-study").count()


def test_rows_of_other_pages_come_when_somebody_chooses(watched_page: OpenWatched, site: str) -> None:
    page = watched_page("traceability/", base=site).page
    says(page, f"{LAST} threads")
    expect(rows(page)).to_have_count(200)
    choice(page, "Status").select_option("open")
    says(page, f"{LAST - 1} of {LAST} threads")
    expect(rows(page)).to_have_count(200)
    page.get_by_role("button", name="Show 200 more of 229").click()
    expect(rows(page)).to_have_count(400)
    expect(page.locator("tbody a:focus")).to_have_text("Number 200")
    choice(page, "Status").select_option("wont-fix")
    says(page, f"1 of {LAST} threads")
    expect(rows(page).locator("th")).to_contain_text(HOSTILE)
    expect(rows(page).locator("th a")).to_have_attribute("href", f"{site}/pains/pain-{LAST}/")
    choice(page, "Status").select_option("")
    expect(rows(page)).to_have_count(200)
    assert page.title() != "owned"


def test_without_javascript_everything_is_there_in_pages(watched_page: OpenWatched, site: str) -> None:
    page = watched_page("traceability/", base=site, javascript=False).page
    expect(page.get_by_role("search")).to_be_hidden()
    shown = rows(page).count()
    while (following := page.get_by_role("link", name="Next →")).count():
        following.click()
        shown += rows(page).count()
    assert shown == LAST
