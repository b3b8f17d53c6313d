"""Journeys on paper: a long map is cut into strips that fit a page, and nothing of it is lost."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import OpenWatched
from browser.support_kinds import KINDS
from browser.support_page import watch
from support.processes import run

LONG = KINDS["long journey"].path
SHORT = KINDS["short journey"].path
STEPS_A_STRIP = 9

_PAPER = {"A4": 1123 - 76, "Letter": 1056 - 76}
"""Width in CSS pixels between the margins of a page on its side."""


@pytest.fixture
def page(watched_page: OpenWatched) -> Page:
    """The long journey, for a test that prints it itself."""
    return watched_page(LONG).page


@pytest.fixture(scope="module")
def printed(browser: Browser, built_site: str) -> Iterator[Page]:
    """The long journey as it is printed on A4, for tests that only read."""
    watched = watch(browser, built_site).open(LONG)
    watched.page.set_viewport_size({"width": _PAPER["A4"], "height": 700})
    print_begins(watched.page)
    yield watched.page
    watched.page.context.close()
    watched.assert_clean()


def print_begins(page: Page) -> None:
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")


def print_ends(page: Page) -> None:
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")


WHOLE = ".journeys-map-scroll:not(.journeys-strip)"
"""The map itself, which paper hides behind its strips."""


def step_names(page: Page, within: str) -> list[str]:
    return [
        " ".join(text.split()) for text in page.locator(f"{within} .journeys-steps [scope=col] b").all_text_contents()
    ]


def test_a_long_map_is_cut_into_strips_that_hold_every_step_once_in_order(printed: Page) -> None:
    names = step_names(printed, WHOLE)
    assert len(names) > STEPS_A_STRIP
    assert step_names(printed, ".journeys-strip") == names
    strips = printed.locator(".journeys-strip")
    assert strips.count() == -(-len(names) // STEPS_A_STRIP)
    for strip in strips.all():
        assert strip.locator(".journeys-steps [scope=col]").count() <= STEPS_A_STRIP
    expect(printed.locator(WHOLE)).to_be_hidden()


def test_the_strips_fit_the_paper(page: Page) -> None:
    for paper, width in _PAPER.items():
        page.set_viewport_size({"width": width, "height": 700})
        print_begins(page)
        fits = page.locator(".journeys-strip table").evaluate_all(
            "all => all.map(e => e.getBoundingClientRect().right <= innerWidth + 1)"
        )
        assert fits and all(fits), paper
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"), paper
        print_ends(page)


def test_each_strip_has_the_faces_of_its_own_steps(printed: Page) -> None:
    off = printed.locator(".journeys-strip").evaluate_all(
        """strips => strips.flatMap((strip, n) => {
          const box = strip.querySelector(".journeys-curve").viewBox.baseVal;
          const steps = strip.querySelectorAll(".journeys-steps [scope=col]").length;
          return Math.abs(box.width / steps - 176) < 1 ? [] : [`strip ${n}: ${box.width} for ${steps} steps`];
        })"""
    )
    assert off == []


def test_strips_have_no_ids_of_their_own(printed: Page) -> None:
    ids = printed.locator("[id]").evaluate_all("all => all.map(e => e.id)")
    assert sorted(ids) == sorted(set(ids))


def test_each_face_of_a_strip_is_drawn_by_the_strip_itself(printed: Page) -> None:
    strips = printed.locator(".journeys-strip")
    drawn = strips.evaluate_all(
        "all => all.map(e => [...e.querySelectorAll('use')].every(u => e.querySelector(u.getAttribute('xlink:href'))))"
    )
    assert drawn and all(drawn)


def test_after_printing_the_map_is_whole_again(page: Page) -> None:
    whole = page.locator("[data-journeys-map]")
    plain = "document.querySelector('[data-journeys-map]').outerHTML.replace(/ (hidden|style)=\"\"/g, '')"
    before = page.evaluate(plain)
    print_begins(page)
    assert page.evaluate(plain) != before
    print_ends(page)
    expect(page.locator(".journeys-strip")).to_have_count(0)
    expect(whole.locator(".journeys-map-scroll")).to_be_visible()
    # Material opens every fold for paper, and closes it afterwards in its own time.
    page.wait_for_function(f"before => {plain} === before", arg=before)


def test_hidden_lanes_are_not_printed(page: Page) -> None:
    page.locator(".journeys-lanes-menu summary").click()
    page.get_by_role("checkbox", name="Touchpoint").uncheck()
    print_begins(page)
    for row in page.locator("tr[data-lane=touchpoint]").all():
        expect(row).to_be_hidden()


def test_a_short_map_is_printed_as_it_is(watched_page: OpenWatched) -> None:
    page = watched_page(SHORT).page
    print_begins(page)
    expect(page.locator(".journeys-strip")).to_have_count(0)
    expect(page.locator(".journeys-map-scroll")).to_be_visible()


def test_lanes_that_say_nothing_in_a_strip_are_not_printed_there(printed: Page) -> None:
    lanes = printed.locator(f"{WHOLE} tr[data-lane]").evaluate_all("all => all.map(e => e.dataset.lane)")
    empty = printed.locator(".journeys-strip tr[data-lane]").evaluate_all(
        "all => all.filter(row => [...row.querySelectorAll('td')].every("
        "e => !e.textContent.trim() && !e.querySelector('img, svg'))).map(row => row.dataset.lane)"
    )
    assert empty == []
    shown = printed.locator(".journeys-strip tr[data-lane]").evaluate_all("all => all.map(e => e.dataset.lane)")
    assert set(shown) == set(lanes)
    assert len(shown) < printed.locator(".journeys-strip").count() * len(lanes)


def test_the_map_begins_on_the_first_page(printed: Page) -> None:
    first = printed.locator(".journeys-strip").first
    assert first.evaluate("e => e.getBoundingClientRect().top") < 200
    assert first.evaluate("e => getComputedStyle(e).breakInside") == "auto"
    expect(printed.get_by_role("navigation", name="On this page")).to_be_hidden()


def test_ways_in_words_leave_room_for_the_curve_on_the_first_page(watched_page: OpenWatched) -> None:
    page = watched_page("journeys/buy-and-clear-security/", width=_PAPER["A4"]).page
    print_begins(page)
    expect(page.locator(".journeys-in-words li").first).to_be_visible()
    curve = page.locator(".journeys-strip .journeys-curve").first
    assert curve.evaluate("e => e.getBoundingClientRect().bottom") < 700


def test_what_explains_the_journey_is_open_on_paper(page: Page) -> None:
    page.emulate_media(media="print")
    assert page.locator(".journeys-facts").evaluate("e => e.getBoundingClientRect().height") > 0


def test_links_to_steps_and_stages_lead_to_the_strips(page: Page) -> None:
    steps = len(step_names(page, WHOLE))
    print_begins(page)
    for target in (*(f"step-{number}" for number in range(1, steps + 1)), "stage-1", "stage-10"):
        expect(page.locator(f"#{target}")).to_be_visible()
        expect(page.locator(f".journeys-strip #{target}")).to_have_count(1)
    print_ends(page)
    expect(page.locator(f"{WHOLE} th[id='step-{steps}']")).to_be_visible()


def test_links_to_steps_lead_somewhere_on_paper_printed_from_a_phone_too(watched_page: OpenWatched) -> None:
    page = watched_page(SHORT, width=360).page
    expect(page.locator(".journeys-scene#step-1")).to_be_visible()
    print_begins(page)
    expect(page.locator("th#step-1")).to_be_visible()
    expect(page.locator("th#stage-1")).to_be_visible()
    print_ends(page)
    expect(page.locator(".journeys-scene#step-1")).to_be_visible()
    expect(page.locator("th#step-1")).to_have_count(0)


TRIAL = "journeys/try-before-paying/"


def test_the_trial_fits_seven_pages(watched_page: OpenWatched, tmp_path: Path) -> None:
    file = tmp_path / "trial.pdf"
    watched_page(TRIAL, width=1440).page.pdf(path=file, format="A4", landscape=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", file.read_bytes())) <= 7


def test_older_history_is_counted_on_paper_and_told_on_the_screen(page: Page) -> None:
    page.evaluate(
        """document.querySelector(".journeys-history").insertAdjacentHTML("beforeend",
             "<details class=journeys-twin><summary>5 older versions</summary><p>Older</p></details>"
             + "<p class=journeys-on-paper>5 older versions are told on the site.</p>")"""
    )
    counted = page.locator(".journeys-on-paper").last
    expect(counted).to_be_hidden()
    page.emulate_media(media="print")
    expect(counted).to_be_visible()
    expect(page.get_by_text("Older", exact=True)).to_be_hidden()


def test_the_printed_page_holds_the_name_of_every_step(page: Page, tmp_path: Path) -> None:
    names = step_names(page, WHOLE)
    for paper in _PAPER:
        file = tmp_path / f"{paper}.pdf"
        page.pdf(path=file, format=paper, landscape=True, print_background=True)
        assert file.read_bytes().startswith(b"%PDF")
        assert re.search(rb"/Type\s*/Pages?\b", file.read_bytes())
        expect(page.locator(".journeys-strip")).to_have_count(0)
        if shutil.which("pdftotext"):
            words = letters(run(["pdftotext", "-enc", "UTF-8", file, "-"]).stdout)
            assert [name for name in names if not all(letters(word) in words for word in name.split())] == [], paper


def letters(text: str) -> str:
    """The text without white space, soft hyphens and ligatures, which a PDF sets as it likes."""
    return re.sub(r"[\s\u00ad]", "", text).replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff")


def test_no_sentence_of_a_printed_map_is_in_larger_letters_than_the_names_of_its_steps(printed: Page) -> None:
    sizes = printed.locator(".journeys-strip tbody td").evaluate_all(
        "cells => cells.flatMap(cell => [...cell.querySelectorAll('p, q')])"
        ".filter(each => each.innerText?.trim()).map(each => parseFloat(getComputedStyle(each).fontSize))"
    )
    name = printed.locator(".journeys-strip .journeys-steps [scope=col] b").first
    assert max(sizes) <= float(name.evaluate("each => parseFloat(getComputedStyle(each).fontSize)"))
