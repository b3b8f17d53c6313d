"""Words of a map: none is cut off, none of up to twenty letters is broken, however long its neighbours are."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from browser.conftest import OpenWatched
from browser.support_site import once, served
from browser.support_whole_words import BROKEN, CUT
from browser.support_wide_words import LONG, PEOPLE, TEAM, TWENTY, build_wide_words


@pytest.fixture(scope="module")
def base(shared_folder: Path) -> Iterator[str]:
    """The address of an atlas of long words."""
    with served(once(shared_folder, "wide-words-site", build_wide_words)) as address:
        yield address


@pytest.mark.parametrize("width", [360, 1280])
def test_no_text_is_cut_off(read_page: OpenWatched, base: str, width: int) -> None:
    page = read_page("journeys/lang/?view=map", base=base, width=width).page
    words = page.locator(".journeys-grid").inner_text()
    assert LONG in words.replace("\n", "")
    assert TEAM in words
    assert page.locator("[data-journeys-map]").evaluate(CUT) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_words_of_up_to_twenty_letters_are_whole(read_page: OpenWatched, base: str, width: int) -> None:
    assert len(TWENTY) == 20
    page = read_page("journeys/lang/?view=map", base=base, width=width).page
    assert page.locator("[data-journeys-map]").evaluate(BROKEN) == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["journeys/get-help-when-sync-stops/", "journeys/get-listed-as-a-partner/"])
def test_words_of_the_example_are_whole(watched_page: OpenWatched, path: str, width: int) -> None:
    page = watched_page(f"{path}?view=map", width=width).page
    assert page.locator("[data-journeys-map]").evaluate(BROKEN) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_a_tall_stage_head_does_not_cover_the_steps(watched_page: OpenWatched, base: str, width: int) -> None:
    page = watched_page("journeys/lang/?view=map", base=base, width=width).page
    page.locator(".journeys-map-scroll").evaluate("e => e.scrollTo({left: 0, top: 200, behavior: 'instant'})")
    stage = page.locator("#stage-1 .journeys-stage-words").evaluate("e => e.getBoundingClientRect().bottom")
    step = page.locator("#step-1 b").evaluate("e => e.getBoundingClientRect().top")
    assert stage <= step + 1


def test_nine_people_have_a_curve_each_below_each_other(watched_page: OpenWatched, base: str) -> None:
    page = watched_page("journeys/viele/", base=base).page
    curves = page.locator(".journeys-feels-apart")
    assert [text.split()[-1] for text in curves.locator(".journeys-thin p").all_inner_texts()] == [
        name.split()[-1] for name in PEOPLE
    ]
    assert curves.locator(".journeys-curve circle").count() == 2 * len(PEOPLE)
    assert "Eine Linie je Person" in page.locator(".journeys-map-people").inner_text()
    columns = page.locator(".journeys-steps [scope=col]").evaluate_all(
        "all => all.map(e => { const b = e.getBoundingClientRect(); return (b.left + b.right) / 2; })"
    )
    dots = curves.first.locator("circle").evaluate_all(
        "all => all.map(e => { const b = e.getBoundingClientRect(); return (b.left + b.right) / 2; })"
    )
    assert all(abs(dot - column) < 3 for dot, column in zip(dots, columns, strict=True))


def test_the_legend_switches_a_person_off_and_on(watched_page: OpenWatched) -> None:
    page = watched_page("journeys/buy-and-clear-security/").page
    switch = page.locator(".journeys-map-people button").first
    own = page.locator("table [data-actor='0']")
    others = page.locator(".journeys-felt [data-actor='1']")
    assert own.count() > 2
    assert switch.get_attribute("aria-pressed") == "true"
    switch.press("Enter")
    assert switch.get_attribute("aria-pressed") == "false"
    assert own.evaluate_all("all => all.filter(e => getComputedStyle(e).display !== 'none').length") == 0
    assert others.first.is_visible()
    switch.press("Space")
    assert own.evaluate_all("all => all.filter(e => getComputedStyle(e).display !== 'none').length") == own.count()


def test_without_scripts_the_legend_is_a_list(watched_page: OpenWatched) -> None:
    page = watched_page("journeys/buy-and-clear-security/", javascript=False).page
    assert page.locator(".journeys-map-people li").count() > 1
    assert page.locator(".journeys-map-people button").count() == 0
