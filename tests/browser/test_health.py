"""The findings in a browser: narrowed by level, rule and owner, with and without JavaScript, on screen and on paper."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OpenWatched
from browser.support_axe import axe_violations

PATH = "health/"


def items(page: Page) -> Locator:
    return page.locator(".journeys-health-items > li")


def choice(page: Page, label: str) -> Locator:
    return page.get_by_role("combobox", name=label, exact=True)


def test_findings_are_narrowed_by_rule_and_owner_and_the_address_keeps_it(watched_page: OpenWatched) -> None:
    page = watched_page(PATH).page
    all_of_them = items(page).count()
    owned = items(page).and_(page.locator('[data-owner]:not([data-owner=""])')).last
    owner = owned.get_attribute("data-owner") or ""
    rule = owned.locator("xpath=ancestor::section[@data-rule]").get_attribute("data-rule") or ""
    both = page.locator(f'section[data-rule="{rule}"] .journeys-health-items > li[data-owner="{owner}"]').count()
    choice(page, "Rule").select_option(rule)
    choice(page, "Owner").select_option(owner)
    shown = items(page).filter(visible=True)
    expect(shown).to_have_count(both)
    assert 0 < both < all_of_them
    expect(shown.first).to_have_attribute("data-owner", owner)
    expect(page.locator("section[data-rule]").filter(visible=True)).to_have_count(1)
    expect(page.get_by_role("status")).to_have_text(f"{both} of the {all_of_them} below")
    page.reload()
    expect(items(page).filter(visible=True)).to_have_count(both)
    choice(page, "Rule").select_option("")
    choice(page, "Owner").select_option("")
    expect(items(page).filter(visible=True)).to_have_count(all_of_them)
    expect(page).to_have_url(re.compile(r"^[^?]*$"))


def test_an_address_that_names_what_is_not_there_shows_all(watched_page: OpenWatched) -> None:
    page = watched_page(f"{PATH}?owner=<b>&rule=none").page
    expect(items(page).filter(visible=True)).to_have_count(items(page).count())
    expect(choice(page, "Owner")).to_have_value("")


def test_without_javascript_all_is_listed_and_nothing_narrows(watched_page: OpenWatched) -> None:
    page = watched_page(PATH, javascript=False).page
    expect(items(page).filter(visible=True)).to_have_count(items(page).count())
    expect(page.locator(".journeys-narrow")).to_have_count(0)


def test_paper_has_the_findings_and_no_form(watched_page: OpenWatched) -> None:
    page = watched_page(PATH).page
    page.emulate_media(media="print")
    expect(page.locator(".journeys-narrow")).to_be_hidden()
    expect(items(page).first).to_be_visible()


@pytest.mark.parametrize("path", [PATH, "health/rules/"])
def test_a_phone_does_not_scroll_sideways(watched_page: OpenWatched, path: str) -> None:
    page = watched_page(path, width=360).page
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_where_rules_have_pages_they_are_reached_from_their_list_and_fit_everybody(
    watched_page: OpenWatched, generated: str
) -> None:
    page = watched_page("health/rules/", width=360, base=generated).page
    assert axe_violations(page, "main") == []
    page.get_by_role("link", name="no-low-point", exact=True).click()
    expect(page.locator("h1")).to_have_text("no-low-point")
    expect(page.locator(".journeys-example mark").first).to_be_visible()
    assert axe_violations(page, "main") == []
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


def test_a_link_to_a_rule_shows_its_text(watched_page: OpenWatched) -> None:
    page = watched_page("health/rules/#rule-delivery-unmeasured").page
    expect(page.locator("#rule-delivery-unmeasured")).to_be_in_viewport()


def test_a_count_leads_to_the_findings_of_its_rule(watched_page: OpenWatched) -> None:
    page = watched_page(PATH).page
    page.locator(".journeys-health-rules td a").nth(2).click()
    expect(page.locator("section[data-rule]").nth(2)).to_be_in_viewport()
