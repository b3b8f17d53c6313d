"""What if factors of the backlog weighed otherwise: in a browser, by link, on paper, without JavaScript."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OpenWatched
from browser.support_axe import axe_violations
from browser.support_pains import atlas_of, journey, pain, write_backlog
from browser.support_site import served

PAINS = [
    pain(1, title="Often", severity="minor", frequency="always", impact="high", confidence="validated", status="open"),
    pain(2, title="Bad", severity="critical", frequency="rare", impact="high", confidence="validated", status="open"),
    pain(3, title="Unsure", severity="major", frequency="often", impact="high", confidence="assumed", status="open"),
    pain(4, title="Gone", severity="critical", frequency="always", impact="critical", status="resolved"),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = write_backlog(tmp_path_factory.mktemp("weights"), atlas_of(journey("j", "maya", PAINS)))
    with served(folder) as address:
        yield address


@pytest.fixture
def backlog(watched_page: OpenWatched, site: str) -> Page:
    page = watched_page("pains/", base=site).page
    page.get_by_text("What if we weighed otherwise?").click()
    return page


def slider(page: Page, name: str) -> Locator:
    return page.get_by_role("slider", name=name)


def titles(page: Page) -> list[str]:
    return page.locator("tbody th a").all_inner_texts()


def score(page: Page, title: str) -> Locator:
    return page.get_by_role("row").filter(has=page.get_by_role("link", name=title)).locator(".journeys-backlog-score")


def said(page: Page) -> Locator:
    return page.locator(".journeys-weighed")


def test_the_page_begins_as_the_atlas_counts(backlog: Page) -> None:
    assert titles(backlog) == ["Often", "Unsure", "Bad", "Gone"]
    expect(said(backlog)).to_have_text("")


def test_keys_move_a_weight_and_the_table_says_what_moved(backlog: Page) -> None:
    slider(backlog, "frequency").focus()
    for _ in range(2):
        backlog.keyboard.press("ArrowLeft")

    expect(said(backlog)).to_have_text(
        "Weighed anew: frequency 0. 3 of 3 open pains stand elsewhere than before; first is “Bad”."
    )
    assert titles(backlog) == ["Bad", "Often", "Unsure", "Gone"]
    # 100 × 4/4 × 3/4 = 75, where it was 100 × 4/4 × 1/4 × 3/4 = 19
    expect(score(backlog, "Bad")).to_contain_text("75")
    expect(score(backlog, "Bad").locator(".journeys-moved")).to_have_text("↑2 up by 2, was 19")
    expect(score(backlog, "Often").locator(".journeys-moved")).to_have_text("↓1 down by 1, was 38")
    expect(score(backlog, "Bad").locator(".journeys-pain-working")).to_have_text(
        "100 × severity 1 × frequency 0.25 ^ 0 × impact 0.75 × confidence 1 = 75"
    )


def test_the_address_holds_the_weights_beside_the_filters(backlog: Page) -> None:
    slider(backlog, "confidence").focus()
    backlog.keyboard.press("Home")
    backlog.get_by_role("combobox", name="Status").select_option("not-closed")
    expect(said(backlog)).to_contain_text("confidence 0")
    assert backlog.url.endswith("/pains/?w-confidence=0&status=not-closed")

    backlog.reload()

    expect(said(backlog)).to_contain_text("confidence 0")
    expect(slider(backlog, "confidence")).to_have_value("0")
    assert titles(backlog) == ["Unsure", "Often", "Bad"]


def test_a_button_leads_back_to_the_atlas(backlog: Page) -> None:
    slider(backlog, "impact").focus()
    backlog.keyboard.press("End")
    expect(said(backlog)).to_contain_text("impact 3")

    backlog.get_by_role("button", name="As the atlas counts").click()

    expect(said(backlog)).to_have_text("")
    assert titles(backlog) == ["Often", "Unsure", "Bad", "Gone"]
    assert backlog.url.endswith("/pains/")


@pytest.mark.parametrize("given", ["w-severity=7", "w-severity=-1", "w-severity=x", "w-severity=0.3", "w-colour=2"])
def test_weights_that_no_slider_can_say_count_for_nothing(watched_page: OpenWatched, site: str, given: str) -> None:
    page = watched_page(f"pains/?{given}", base=site).page

    expect(page.get_by_role("status")).to_have_text("4 pains")
    assert titles(page) == ["Often", "Unsure", "Bad", "Gone"]


def test_paper_has_the_weights_in_words_and_no_sliders(watched_page: OpenWatched, site: str) -> None:
    page = watched_page("pains/?w-severity=2", base=site).page
    expect(said(page)).to_contain_text("severity 2")

    page.emulate_media(media="print")

    assert said(page).is_visible()
    assert not slider(page, "severity").is_visible()


@pytest.mark.parametrize("width", [360, 1440])
def test_it_fits_and_a_screen_reader_user_stumbles_over_nothing(
    watched_page: OpenWatched, site: str, width: int
) -> None:
    page = watched_page("pains/?w-severity=2", base=site, width=width).page
    expect(said(page)).to_contain_text("severity 2")

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert axe_violations(page) == []


def test_costs_sort_from_an_address(watched_page: OpenWatched, tmp_path: Path) -> None:
    pains = [pain(n, title=f"Costs {n}", cost={"low": n, "unit": "EUR"} if n < 3 else None) for n in (1, 2, 3)]
    with served(write_backlog(tmp_path, atlas_of(journey("j", "maya", pains)))) as base:
        page = watched_page("pains/?status=not-closed&sort=-cost", base=base).page
        expect(page.locator("caption")).to_have_text("3 of 3 pains, by “Cost”, descending")
        assert titles(page) == ["Costs 2", "Costs 1", "Costs 3"]


def test_without_javascript_there_is_no_panel(watched_page: OpenWatched) -> None:
    page = watched_page("pains/", javascript=False).page
    expect(page.locator(".journeys-weigh")).to_have_count(1)
    expect(page.locator(".journeys-weigh")).to_be_hidden()
