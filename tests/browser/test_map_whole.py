"""Seeing a map whole: its fit, its presets, the strip above it, and a page that scrolls as any other."""

import re
from functools import partial

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OpenWatched
from browser.support_axe import OF_SCHEME, axe_violations
from browser.support_page import Scheme
from support.waiting import until

JOURNEY = "journeys/try-before-paying/"
LONG = "journeys/long/"
INSTANT = "journeys/small-firm-end-to-end/"


@pytest.fixture
def page(watched_page: OpenWatched) -> Page:
    """A journey with lanes of every sort."""
    return watched_page(JOURNEY).page


@pytest.fixture
def long(watched_page: OpenWatched, generated: str) -> Page:
    """A journey of 60 steps in ten stages."""
    return watched_page(LONG, base=generated, width=1440).page


def region(page: Page) -> Locator:
    return page.get_by_role("region", name="Journey map")


def frame(page: Page) -> Locator:
    return page.get_by_role("slider", name="Part of the map in view")


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def shown_lanes(page: Page) -> list[str]:
    shown: list[str] = page.locator("tr[data-lane]:not([hidden])").evaluate_all("all => all.map(e => e.dataset.lane)")
    return [*dict.fromkeys(shown)]


def column(page: Page) -> float:
    width: float = page.locator("#step-1").evaluate("e => e.getBoundingClientRect().width")
    return width


def scrolled(page: Page) -> float:
    left: float = region(page).evaluate("e => e.scrollLeft")
    return left


@pytest.mark.parametrize("how", ["button", "key"])
def test_a_long_map_fits_its_width_and_goes_back(long: Page, how: str) -> None:
    assert region(long).evaluate("e => e.scrollWidth > 5 * e.clientWidth")
    for fits in (True, False):
        if how == "button":
            button(long, "Fit").click()
        else:
            region(long).focus()
            long.keyboard.press("f")
        expect(button(long, "Fit")).to_have_attribute("aria-pressed", "true" if fits else "false")
        assert region(long).evaluate("e => e.scrollWidth <= e.clientWidth") == fits
        expect(long).to_have_url(re.compile(r"\?fit=1$" if fits else r"/long/$"))
    expect(long.locator(".md-search__form input")).not_to_be_focused()


def test_a_map_that_fits_shows_every_step_on_one_screen(watched_page: OpenWatched, generated: str) -> None:
    page = watched_page(f"{LONG}?fit=1&full=1", base=generated, width=1440).page
    for number in (1, 30, 60):
        expect(page.locator(f"#step-{number} i")).to_be_in_viewport(ratio=1)
        assert page.locator(f"#step-{number} i").evaluate("e => e.getBoundingClientRect().height") > 9
    expect(page.locator("tr[data-lane=systems] > th")).to_be_in_viewport(ratio=1)
    expect(frame(page)).to_be_hidden()


def test_faces_stay_over_their_steps_however_wide_the_columns(page: Page) -> None:
    for name in ("In short", "Blueprint", "Standard", "Fit"):
        button(page, name).click()
        if name == "Blueprint":
            continue
        off = page.locator("[data-journeys-map]").evaluate(
            """map => {
              const centre = e => { const box = e.getBoundingClientRect(); return (box.left + box.right) / 2; };
              const columns = [...map.querySelectorAll(".journeys-steps [scope=col]")].map(centre);
              const faces = [...map.querySelectorAll(".journeys-curve use")].map(centre).sort((a, b) => a - b);
              return faces.length === columns.length && faces.every((x, n) => Math.abs(x - columns[n]) < 2);
            }"""
        )
        assert off, name


def test_in_short_it_shows_pictures_feelings_quotes_and_pains(page: Page) -> None:
    everything = shown_lanes(page)
    button(page, "In short").click()
    assert sorted(shown_lanes(page)) == ["feels", "pains", "pictures", "says"]
    assert column(page) == 96
    expect(page.locator(".journeys-lanes-menu summary")).to_have_text(f"Lanes ({len(everything) - 4} hidden)")
    expect(page).to_have_url(re.compile(r"\?preset=short$"))
    button(page, "Standard").click()
    assert shown_lanes(page) == everything
    assert column(page) == 176


def test_a_blueprint_shows_the_service_with_its_line_on_the_screen(page: Page) -> None:
    button(page, "Blueprint").click()
    assert {"touchpoint", "team", "frontstage", "backstage", "systems"} <= {*shown_lanes(page)}
    assert not {"feels", "thinks", "pains", "opportunities"} & {*shown_lanes(page)}
    assert column(page) == 220
    expect(page.locator(".journeys-boundary-visibility")).to_be_in_viewport()


def test_a_journey_without_a_service_has_no_blueprint(watched_page: OpenWatched) -> None:
    page = watched_page(f"{INSTANT}?preset=blueprint").page
    expect(button(page, "In short")).to_be_visible()
    expect(button(page, "Blueprint")).to_have_count(0)
    expect(button(page, "Standard")).to_have_attribute("aria-pressed", "true")
    page.goto(page.url.replace("preset=blueprint", "preset=story"))
    expect(button(page, "In short"), "as links of earlier versions call it").to_have_attribute("aria-pressed", "true")


def test_a_preset_holds_for_the_next_journey_and_shows_itself(page: Page) -> None:
    button(page, "In short").click()
    page.goto(page.url.split("journeys/")[0] + INSTANT)
    expect(button(page, "In short")).to_have_attribute("aria-pressed", "true")
    button(page, "Show all").click()
    expect(button(page, "Show all")).to_be_hidden()
    expect(page.locator(".journeys-lanes-menu summary")).to_have_text("Lanes")
    expect(button(page, "Standard")).to_have_attribute("aria-pressed", "true")
    expect(page).to_have_url(re.compile(r"end-to-end/$"))


def test_the_frame_tells_which_steps_are_in_view(long: Page) -> None:
    expect(frame(long)).to_have_attribute("aria-valuetext", re.compile("^Steps 1 to [5-7] of 60$"))
    region(long).evaluate("e => e.scrollTo({left: 176 * 30, behavior: 'instant'})")
    expect(frame(long)).to_have_attribute("aria-valuetext", re.compile("^Steps 31 to 3[5-7] of 60$"))


def test_a_stage_is_announced_as_it_is_called_even_where_its_name_looks_like_a_place_to_fill(long: Page) -> None:
    long.locator(".journeys-stage b").nth(1).evaluate("e => (e.textContent = '{0} $& {2}')")
    long.get_by_label("Go to stage").select_option("1")
    expect(long.get_by_role("status")).to_have_text("Stage 2 of 10: {0} $& {2}")


def test_keys_move_the_frame(long: Page) -> None:
    frame(long).focus()
    for key, steps in (("ArrowRight", 1), ("ArrowRight", 2), ("ArrowLeft", 1), ("Home", 0)):
        long.keyboard.press(key)
        until(partial(is_near, long, 176 * steps))
    long.keyboard.press("End")
    expect(frame(long)).to_have_attribute("aria-valuetext", re.compile("to 60 of 60$"))


def is_near(page: Page, left: float) -> bool:
    return abs(scrolled(page) - left) < 2


def test_a_click_and_a_drag_move_the_frame(long: Page) -> None:
    strip = long.locator(".journeys-map-overview")
    strip.scroll_into_view_if_needed()
    box = strip.bounding_box()
    assert box
    y = box["y"] + box["height"] / 2
    long.mouse.click(box["x"] + box["width"] / 2, y)
    expect(long.locator("#step-30")).to_be_in_viewport()
    long.mouse.move(box["x"] + box["width"] / 2, y)
    long.mouse.down()
    long.mouse.move(box["x"] + box["width"] - 2, y, steps=5)
    long.mouse.up()
    expect(long.locator("#step-60")).to_be_in_viewport()
    before = scrolled(long)
    long.mouse.move(box["x"] + 10, y)
    assert scrolled(long) == before, "the frame follows a pointer that has let it go"


def test_the_strip_leads_out_of_a_map_that_fits(long: Page) -> None:
    button(long, "Fit").click()
    strip = long.locator(".journeys-map-overview")
    box = strip.bounding_box()
    assert box
    strip.click(position={"x": box["width"] * 0.75, "y": 60})
    expect(button(long, "Fit")).to_have_attribute("aria-pressed", "false")
    expect(long.locator("#step-45")).to_be_in_viewport()


def test_a_reader_goes_to_a_stage_by_keys(long: Page) -> None:
    choice = long.get_by_label("Go to stage")
    choice.focus()
    for _ in range(6):
        long.keyboard.press("ArrowDown")
    expect(long.locator("#step-37")).to_be_in_viewport()
    expect(long).to_have_url(re.compile("/long/#stage-7$"))
    expect(choice).to_have_value("6")


def test_the_choice_of_stages_follows_the_map(long: Page) -> None:
    region(long).evaluate("e => e.scrollTo({left: 176 * 13, behavior: 'instant'})")
    expect(long.get_by_label("Go to stage")).to_have_value("2")


def test_the_strip_says_in_words_what_it_shows(watched_page: OpenWatched, generated: str) -> None:
    page = watched_page(LONG, base=generated, javascript=False).page
    said = page.locator(".journeys-map-overview p").text_content() or ""
    assert said.startswith("Overview: 60 steps in 10 stages; open pains at steps 4, 8, 12, ")
    expect(page.locator(".journeys-map-overview svg").first).to_have_attribute("aria-hidden", "true")
    expect(page.locator(".journeys-map-overview [role=slider]")).to_be_hidden()


def test_the_wheel_over_a_map_scrolls_the_page(page: Page) -> None:
    region(page).evaluate("e => e.scrollIntoView()")
    assert region(page).evaluate("e => e.scrollHeight - e.clientHeight") <= 1, "a scroll box inside the page"
    page.mouse.move(640, 450)
    start = page.evaluate("scrollY")
    for _ in range(12):
        page.mouse.wheel(0, 300)
    until(lambda: page.evaluate("scrollY") >= start + 1500)


@pytest.mark.parametrize("width", [360, 1280])
def test_a_link_from_below_the_map_leads_to_its_step(watched_page: OpenWatched, width: int) -> None:
    page = watched_page(f"{INSTANT}?view=map", width=width).page
    page.evaluate("""() => {
      const link = Object.assign(document.createElement("a"), { href: "#step-20", textContent: "To step 20" });
      document.querySelector("#pains").after(link);
      link.scrollIntoView();
    }""")
    page.get_by_role("link", name="To step 20").click()
    expect(page.locator("#step-20")).to_be_in_viewport(ratio=0.95)
    expect(page.locator("tr[data-lane=feels] th")).to_be_in_viewport()


def test_controls_work_after_a_navigation_without_a_reload(watched_page: OpenWatched, generated: str) -> None:
    page = watched_page("guide/", base=generated).page
    page.evaluate("window.kept = true")
    page.get_by_role("link", name="the long journey").click()
    button(page, "Fit").click()
    assert region(page).evaluate("e => e.scrollWidth <= e.clientWidth")
    expect(page.locator("#step-60 i")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.long)])
@pytest.mark.parametrize("query", ["preset=short", "fit=1"])
def test_what_is_narrow_is_accessible(watched_page: OpenWatched, scheme: Scheme, query: str) -> None:
    page = watched_page(f"{JOURNEY}?{query}", scheme=scheme).page
    assert axe_violations(page, ".journeys-map", only=OF_SCHEME[scheme]) == []


def test_a_map_that_fits_is_printed_as_any_other(watched_page: OpenWatched, generated: str) -> None:
    page = watched_page(f"{LONG}?fit=1", base=generated).page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".journeys-strip table").first.evaluate("e => getComputedStyle(e).zoom") == "1"
    expect(page.locator(".journeys-map-overview")).to_be_hidden()
