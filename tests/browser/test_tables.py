"""Long tables: narrowed by words and choices, sorted by their heads; plain without scripts."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OpenWatched
from browser.support_axe import axe_violations
from browser.support_pains import atlas_of, journey, pain, write_backlog
from browser.support_site import served
from browser.support_words import plain_words
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.translation.languages import PSEUDO, in_pseudo_letters
from support.alphabets import in_greek_letters

EFFORTS = ("huge", "small", "large", "medium", None)
OWNERS = ("growth", "support", None)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with 30 opportunities and 120 journeys, each with a pain."""
    with served(write_backlog(tmp_path_factory.mktemp("tables"), opportunities())) as address:
        yield address


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the same site, written in Greek letters, in pseudo ones."""
    folder = write_backlog(tmp_path_factory.mktemp("pseudo"), in_greek_letters(opportunities()), PSEUDO)
    with served(folder) as address:
        yield address


def opportunities() -> Atlas:
    """An atlas with 30 opportunities and 120 journeys, each with a pain."""
    items = {
        f"o{n}": {"title": f"How might we number {n}?", "value": "high"}
        | ({"effort": EFFORTS[n % 5]} if EFFORTS[n % 5] else {})
        | ({"owner": OWNERS[n % 3]} if OWNERS[n % 3] else {})
        for n in range(30)
    }
    journeys = [journey(f"j{n}", "maya", [pain(n)]) for n in range(120)]
    return atlas_of(*journeys, **items)


@pytest.fixture
def table(watched_page: OpenWatched, site: str) -> Page:
    """The index of opportunities, open."""
    return watched_page("opportunities/", base=site).page


def rows(page: Page) -> Locator:
    return page.locator("tbody tr:visible")


def column(page: Page, number: int) -> list[str]:
    return page.locator(f"tbody tr:visible > :nth-child({number})").all_inner_texts()


def test_words_and_choices_narrow_the_table_together(table: Page) -> None:
    expect(table.get_by_role("status")).to_have_text("30 opportunities")
    table.get_by_role("combobox", name="Owner").select_option("Growth")
    expect(table.get_by_role("status")).to_have_text("10 of 30 opportunities")
    table.get_by_role("searchbox", name="Words").fill("number 12")
    expect(rows(table)).to_have_count(1)
    expect(rows(table).get_by_role("link", name="How might we number 12?")).to_be_visible()


def test_a_head_sorts_both_ways_and_what_is_not_given_comes_last(table: Page) -> None:
    head = table.get_by_role("columnheader", name="Effort")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert [*dict.fromkeys(column(table, 5))] == ["small", "medium", "large", "huge", "not given"]
    head.get_by_role("button").click()
    assert [*dict.fromkeys(column(table, 5))] == ["huge", "large", "medium", "small", "not given"]
    table.get_by_role("columnheader", name="#").get_by_role("button").click()
    assert column(table, 1) == [str(number) for number in range(1, 31)]


def test_a_scale_is_sorted_by_its_order_in_every_language(watched_page: OpenWatched, pseudo: str) -> None:
    page = watched_page("opportunities/", base=pseudo).page
    head = page.locator("thead th").nth(4)
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    efforts = [in_pseudo_letters(word) for word in ("small", "medium", "large", "huge", "not given")]
    assert [*dict.fromkeys(column(page, 5))] == efforts
    assert page.locator(".journeys-narrow select").nth(1).locator("option").all_inner_texts()[1:] == efforts


def test_no_english_is_left_in_the_line_above_the_table(watched_page: OpenWatched, pseudo: str) -> None:
    page = watched_page("opportunities/", base=pseudo).page
    expect(page.get_by_role("status")).to_have_text(re.compile("^30 "))
    assert plain_words(page.locator(".journeys-narrow")) == set()
    page.get_by_role("searchbox").fill("νθμβερ 12")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ .* 30 "))
    assert plain_words(page.locator(".journeys-narrow")) == set()


def test_the_line_above_the_table_is_accessible(table: Page) -> None:
    assert axe_violations(table, within=".journeys-narrow") == []


def test_without_scripts_the_table_is_plain(watched_page: OpenWatched, site: str) -> None:
    page = watched_page("opportunities/", base=site, javascript=False).page
    expect(rows(page)).to_have_count(30)
    expect(page.get_by_role("button")).to_have_count(0)


def test_the_address_holds_words_choices_and_order_of_the_rows(watched_page: OpenWatched, site: str) -> None:
    page = watched_page("opportunities/", base=site).page
    page.get_by_role("combobox", name="Owner").select_option("Growth")
    page.get_by_role("searchbox", name="Words").fill("number 1")
    head = page.get_by_role("columnheader", name="Opportunity", exact=True)
    head.get_by_role("button").click()
    head.get_by_role("button").click()
    assert page.url.endswith("/opportunities/?owner=Growth&q=number+1&sort=-opportunity")
    before = column(page, 2)
    numbers = [int(re.findall(r"\d+", name)[0]) for name in before]
    assert numbers == sorted(numbers, reverse=True)
    page.reload()
    expect(page.get_by_role("combobox", name="Owner")).to_have_value("Growth")
    expect(page.get_by_role("columnheader", name="Opportunity", exact=True)).to_have_attribute(
        "aria-sort", "descending"
    )
    assert column(page, 2) == before


def test_an_address_that_names_no_column_or_choice_shows_all_rows_as_they_were(
    watched_page: OpenWatched, site: str
) -> None:
    page = watched_page("opportunities/?sort=-nothing&owner=nobody%20there&effort=", base=site).page
    expect(page.get_by_role("status")).to_have_text("30 opportunities")
    assert column(page, 1) == [str(number) for number in range(1, 31)]


def test_journeys_too_many_for_the_page_are_fetched_for_the_filter_of_the_backlog(
    watched_page: OpenWatched, site: str
) -> None:
    page = watched_page("pains/", base=site).page
    journeys = page.get_by_role("combobox", name="Journey", exact=True)
    expect(journeys.locator("option")).to_have_count(1)
    journeys.focus()
    expect(journeys.locator("option")).to_have_count(121)
    journeys.select_option("Journey j7")
    expect(page.get_by_role("status")).to_have_text("1 of 120 pains")


def test_an_address_that_names_a_journey_shows_its_title(watched_page: OpenWatched, site: str) -> None:
    page = watched_page("pains/?journey=j7", base=site).page
    expect(page.get_by_role("button", name="Remove Journey: Journey j7")).to_be_visible()
    expect(page.get_by_role("combobox", name="Journey", exact=True)).to_have_value("j7")


@pytest.mark.parametrize(
    "path",
    [
        *(
            "",
            "journeys/",
            "catalog/",
            "opportunities/",
            "metrics/",
            "evidence/",
            "findings/",
            "traceability/",
            "health/",
        ),
        "teams/customer-success/",
    ],
)
def test_on_a_phone_and_at_200_percent_each_row_is_a_card_that_needs_no_scrolling_sideways(
    watched_page: OpenWatched, path: str
) -> None:
    page = watched_page(path, width=360).page
    expect_cards(page)
    page.set_viewport_size({"width": 640, "height": 740})
    expect_cards(page)


def test_on_a_phone_each_figure_of_a_metric_is_a_card_too(watched_page: OpenWatched) -> None:
    page = watched_page("metrics/customer-churn/", width=360).page
    page.get_by_text("The figures as a table").click()
    expect(page.get_by_role("cell", name="1.6 to 2.5").first).to_be_visible()
    expect_cards(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def expect_cards(page: Page) -> None:
    tables = page.locator(".journeys-as-cards")
    assert tables.count() > 0
    for table in tables.all():
        cells = table.locator("tbody tr :is(th, td)").filter(visible=True)
        outside = cells.evaluate_all(
            "cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth + 1 "
            "|| cell.getBoundingClientRect().right > innerWidth).map(cell => cell.textContent)"
        )
        assert outside == []
        labels = table.locator("tbody td[data-label]").evaluate_all("cells => cells.map(cell => cell.dataset.label)")
        heads = table.locator("thead th").all_text_contents()
        assert set(labels) <= set(heads)


def test_on_a_wide_screen_the_cards_are_a_table(watched_page: OpenWatched) -> None:
    page = watched_page("metrics/").page
    expect(page.get_by_role("columnheader", name="Latest")).to_be_visible()
    expect(page.get_by_role("row").nth(1).get_by_role("cell")).to_have_count(6)
