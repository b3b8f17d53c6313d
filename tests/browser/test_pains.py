"""The backlog in a browser: filtering, sorting, sharing, with and without JavaScript."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.conftest import OpenWatched
from browser.support_axe import axe_violations
from browser.support_pains import HOSTILE, OUTLINES, atlas_of, atlas_with, journey, pain, write_backlog
from browser.support_site import served
from support.waiting import LIMIT


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Addresses of a backlog of 44 pains, of one of 450 in three pages, and of one that attacks."""
    hostile = atlas_of(journey("j", "maya", [pain(1, title=HOSTILE), pain(2)]))
    atlases = {"small": atlas_with(44), "large": atlas_with(450), "hostile": hostile}
    with ExitStack() as stack:
        folders = {name: write_backlog(tmp_path_factory.mktemp(name), made) for name, made in atlases.items()}
        yield {name: stack.enter_context(served(folder)) for name, folder in folders.items()}


@pytest.fixture
def backlog(watched_page: OpenWatched, sites: dict[str, str]) -> Page:
    """The small backlog, open."""
    return watched_page("pains/", base=sites["small"]).page


def rows(page: Page) -> Locator:
    return page.locator("tbody tr")


def column(page: Page, label: str) -> list[str]:
    return page.locator(f'tbody td[data-label="{label}"]').all_inner_texts()


def search(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="Words")


def choice(page: Page, label: str) -> Locator:
    return page.get_by_role("combobox", name=label, exact=True)


def says(page: Page, text: str) -> None:
    expect(page.get_by_role("status")).to_have_text(text)


def narrowed(page: Page) -> None:
    """Wait until the rows come from the index, which is fetched when it is needed first."""
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ of 44 pains$"))


def address_ends(page: Page, end: str) -> None:
    expect(page).to_have_url(re.compile(re.escape(end) + "$"))


def test_a_filter_keeps_the_rows_that_match_and_says_how_many(backlog: Page) -> None:
    says(backlog, "44 pains")
    choice(backlog, "Owner").select_option(label="Growth")
    says(backlog, "15 of 44 pains")
    assert set(column(backlog, "Owner")) == {"Growth"}


def test_filters_add_up_and_the_address_holds_them(backlog: Page) -> None:
    choice(backlog, "Priority").select_option("medium")
    choice(backlog, "Status").select_option("not-closed")
    address_ends(backlog, "/pains/?band=medium&status=not-closed")
    narrowed(backlog)
    says(backlog, f"{rows(backlog).count()} of 44 pains")
    assert all("medium" in text for text in column(backlog, "Score"))
    assert not {"resolved", "won’t fix"} & set(column(backlog, "Status"))


def test_words_find_titles_owners_and_personas_in_any_case(backlog: Page) -> None:
    words = search(backlog)
    words.fill("NUMBER 17")
    says(backlog, "1 of 44 pains")
    words.fill("care maya")
    assert set(column(backlog, "Owner")) == {"Support & care"}


def test_what_nothing_matches_is_said_and_can_be_cleared(backlog: Page) -> None:
    search(backlog).fill("no such thing")
    says(backlog, "0 of 44 pains")
    expect(rows(backlog)).to_have_text("No pain is like that.")
    backlog.get_by_role("button", name="Clear all").click()
    says(backlog, "44 pains")
    address_ends(backlog, "/pains/")


def test_a_shared_address_opens_the_same_rows(watched_page: OpenWatched, sites: dict[str, str], backlog: Page) -> None:
    choice(backlog, "Persona").select_option("tom")
    backlog.get_by_role("button", name="Severity").click()
    expect(backlog).to_have_url(re.compile("sort=-severity"))
    narrowed(backlog)
    other = watched_page(backlog.url.removeprefix(sites["small"]), base=sites["small"]).page
    says(other, f"{rows(backlog).count()} of 44 pains")
    assert rows(other).all_inner_texts() == rows(backlog).all_inner_texts()
    assert choice(other, "Persona").input_value() == "tom"


def test_the_link_is_copied(backlog: Page, sites: dict[str, str]) -> None:
    backlog.context.grant_permissions(["clipboard-read", "clipboard-write"])
    choice(backlog, "Priority").select_option("high")
    # The button says its usual name again after a moment, which a busy machine may miss.
    backlog.evaluate("window.setTimeout = () => 0")
    backlog.get_by_role("button", name="Copy link").click()
    expect(backlog.get_by_role("button", name="Link copied")).to_be_visible()
    assert backlog.evaluate("navigator.clipboard.readText()") == f"{sites['small']}/pains/?band=high"


def test_back_and_forward_walk_through_the_filters(backlog: Page) -> None:
    choice(backlog, "Priority").select_option("high")
    says(backlog, "5 of 44 pains")
    search(backlog).press_sequentially("24", delay=0)
    says(backlog, "1 of 44 pains")
    backlog.go_back()
    says(backlog, "5 of 44 pains")
    assert search(backlog).input_value() == ""
    backlog.go_back()
    says(backlog, "44 pains")
    backlog.go_forward()
    says(backlog, "5 of 44 pains")


def test_a_chip_removes_its_filter(backlog: Page) -> None:
    choice(backlog, "Priority").select_option("high")
    choice(backlog, "Owner").select_option("growth")
    backlog.get_by_role("button", name="Remove Priority: High").click()
    address_ends(backlog, "/pains/?team=growth")
    expect(backlog.get_by_role("button", name="Remove Owner: Growth")).to_be_focused()


def test_a_column_sorts_both_ways_and_says_so(backlog: Page) -> None:
    header = backlog.locator('th[data-sort="since"]')
    for order in ("ascending", "descending"):
        header.get_by_role("button").click()
        expect(header).to_have_attribute("aria-sort", order)
        narrowed(backlog)
        still_open = [
            since
            for since, status in zip(column(backlog, "Since"), column(backlog, "Status"), strict=True)
            if status not in ("resolved", "won’t fix")
        ]
        assert still_open == sorted(still_open, reverse=order == "descending")
    expect(backlog.locator("th[aria-sort]")).to_have_count(1)


def test_severity_sorts_by_weight_and_what_is_missing_comes_last(backlog: Page) -> None:
    backlog.get_by_role("button", name="Severity").click()
    narrowed(backlog)
    closed = {"resolved", "won’t fix"}
    pairs = zip(column(backlog, "Severity"), column(backlog, "Status"), strict=True)
    words = list(dict.fromkeys(word for word, status in pairs if status not in closed))
    assert words == ["critical", "major", "minor", "cosmetic", "not given"]
    assert set(column(backlog, "Status")[-12:]) == closed


def test_sorting_works_from_the_keyboard(backlog: Page) -> None:
    button = backlog.get_by_role("button", name="Owner", exact=True)
    button.focus()
    backlog.keyboard.press("Enter")
    expect(button).to_be_focused()
    narrowed(backlog)
    assert column(backlog, "Owner")[0] == "Growth"
    address_ends(backlog, "?sort=owner")


def test_a_square_of_the_chart_opens_its_pains(backlog: Page) -> None:
    square = backlog.get_by_role("link", name="2 open pains: severity major, frequency always")
    square.focus()
    backlog.keyboard.press("Enter")
    says(backlog, "2 of 44 pains")
    expect(backlog.get_by_role("button", name="Remove Severity: Major")).to_be_visible()
    expect(backlog).to_have_url(re.compile("severity=major&frequency=always"))


def test_the_chart_turns_from_severity_to_impact(backlog: Page) -> None:
    expect(backlog.get_by_text("Open pains by impact and frequency")).to_be_hidden()
    backlog.get_by_label("Impact", exact=True).first.check()
    expect(backlog.locator(".journeys-backlog-by-impact")).to_be_visible()
    expect(backlog.locator(".journeys-backlog-by-severity")).to_be_hidden()


def test_a_figure_shows_what_it_counted(backlog: Page) -> None:
    figure = backlog.get_by_role("link", name="open, owned by nobody")
    counted = figure.locator("b").inner_text()
    figure.click()
    says(backlog, f"{counted} of 44 pains")
    assert set(column(backlog, "Owner")) == {"nobody"}


def test_rows_made_from_the_index_are_the_rows_of_the_page(backlog: Page) -> None:
    own = rows(backlog).evaluate_all(OUTLINES)
    backlog.get_by_text("More filters").click()
    choice(backlog, "Evidence").select_option("none")
    narrowed(backlog)
    made = rows(backlog).evaluate_all(OUTLINES)
    assert 0 < len(made) < len(own)
    assert set(made) <= set(own)


def test_a_large_backlog_is_searched_whole_and_shown_in_parts(watched_page: OpenWatched, sites: dict[str, str]) -> None:
    page = watched_page("pains/", base=sites["large"]).page
    expect(rows(page)).to_have_count(200)
    choice(page, "Status").select_option("not-closed")
    says(page, "322 of 450 pains")
    expect(rows(page)).to_have_count(100)
    page.get_by_role("button", name="Show 100 more of 222").click()
    expect(rows(page)).to_have_count(200)
    expect(rows(page).nth(100).get_by_role("rowheader").get_by_role("link")).to_be_focused()
    expect(page.get_by_role("navigation", name="Pages of the backlog")).to_be_hidden()


def test_the_index_is_asked_for_only_when_somebody_filters(watched_page: OpenWatched, sites: dict[str, str]) -> None:
    watched = watched_page("pains/", base=sites["large"])
    asked: list[str] = []
    watched.page.on("request", lambda request: asked.append(request.url))
    watched.page.reload(wait_until="networkidle")
    assert not any(url.endswith("pains.json") for url in asked)
    search(watched.page).fill("number 449")
    says(watched.page, "1 of 450 pains")
    assert [url for url in asked if url.endswith(".json")] == [f"{sites['large']}/assets/journeys/pains.json"]


def test_a_small_backlog_filters_from_the_disk(browser: Browser, tmp_path: Path) -> None:
    folder = write_backlog(tmp_path, atlas_with(12))
    page = browser.new_page()
    page.set_default_timeout(LIMIT * 1000)
    page.goto((folder / "pains" / "index.html").as_uri())
    search(page).fill("number 7")
    says(page, "1 of 12 pains")
    page.close()


def test_without_javascript_it_is_a_plain_table_in_pages(watched_page: OpenWatched, sites: dict[str, str]) -> None:
    page = watched_page("pains/", base=sites["large"], javascript=False).page
    expect(page.get_by_role("table").get_by_role("row")).to_have_count(201)
    expect(page.locator("form")).to_be_hidden()
    expect(page.get_by_role("button")).to_have_count(0)
    page.get_by_role("link", name="Next").click()
    expect(page.locator("caption")).to_contain_text("Pains 201 to 400 of 450")
    expect(rows(page)).to_have_count(200)


def test_a_hostile_title_stays_text_when_the_browser_writes_it(
    watched_page: OpenWatched, sites: dict[str, str]
) -> None:
    page = watched_page("pains/?sort=title", base=sites["hostile"]).page
    says(page, "2 of 2 pains")
    assert HOSTILE in page.get_by_role("rowheader").all_inner_texts()[0]
    assert page.locator("main img").count() == 0
    assert page.title() == "Pains"


@pytest.mark.parametrize("width", [360, 1280])
def test_the_backlog_fits_the_screen(read_page: OpenWatched, sites: dict[str, str], width: int) -> None:
    page = read_page("pains/?sort=title", base=sites["small"], width=width).page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for part in (".journeys-backlog", ".journeys-backlog-top"):
        expect(page.locator(part).first).to_be_attached()


def test_the_backlog_is_accessible_on_a_phone(read_page: OpenWatched, sites: dict[str, str]) -> None:
    page = read_page("pains/?sort=title", base=sites["small"], width=360).page
    assert axe_violations(page, within=".journeys-backlog, .journeys-backlog-top") == []
