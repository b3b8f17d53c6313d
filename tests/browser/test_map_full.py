"""The map on the whole screen: all of it can be reached, and it is presented stage by stage."""

import re
from functools import partial

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OpenWatched
from browser.support_axe import OF_COLOURS, axe_violations
from support.waiting import until

JOURNEY = "journeys/try-before-paying/"
BLUEPRINT = "journeys/get-help-when-sync-stops/"
SCREENS = ((1440, 900), (1920, 1080), (360, 740))
NO_FULL_SCREEN = "delete Element.prototype.requestFullscreen"
REFUSED = "() => { Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused')); }"

_IS_SEEN = """row => {
  const { left, bottom } = row.getBoundingClientRect();
  return bottom <= innerHeight && row.contains(document.elementFromPoint(left + 20, bottom - 3));
}"""


@pytest.fixture
def page(watched_page: OpenWatched) -> Page:
    """A journey with lanes on both sides of the line of visibility."""
    return watched_page(JOURNEY).page


def region(page: Page) -> Locator:
    return page.get_by_role("region", name="Journey map")


def full_screen(page: Page) -> Locator:
    return page.get_by_role("button", name=re.compile("full screen$", re.IGNORECASE))


def menu(page: Page) -> Locator:
    return page.locator("details.journeys-lanes-menu")


def expect_fills_the_screen(page: Page, fills: bool) -> None:
    expect(full_screen(page)).to_have_attribute("aria-pressed", "true" if fills else "false")
    expect(full_screen(page)).to_have_text("Leave full screen" if fills else "Full screen")
    page.wait_for_function(
        """fills => {
          const box = document.querySelector(".journeys-map").getBoundingClientRect();
          return fills === (box.left === 0 && box.top === 0 && Math.round(box.width) === innerWidth
            && Math.round(box.height) === innerHeight);
        }""",
        arg=fills,
    )


def test_the_map_fills_the_screen_until_the_button_or_escape(page: Page) -> None:
    full_screen(page).click()
    expect_fills_the_screen(page, True)
    assert page.evaluate("document.fullscreenElement === document.querySelector('.journeys-map')")
    full_screen(page).click()
    expect_fills_the_screen(page, False)


@pytest.mark.parametrize(
    ("browser_says", "leave"),
    [
        pytest.param(NO_FULL_SCREEN, "button", id="missing-button"),
        pytest.param(REFUSED, "Escape", id="refused-Escape"),
        pytest.param(NO_FULL_SCREEN, "Escape", id="missing-Escape", marks=pytest.mark.long),
        pytest.param(REFUSED, "button", id="refused-button", marks=pytest.mark.long),
    ],
)
def test_the_map_fills_the_window_where_there_is_no_full_screen(page: Page, browser_says: str, leave: str) -> None:
    page.evaluate(browser_says)
    full_screen(page).click()
    expect_fills_the_screen(page, True)
    assert page.evaluate("document.fullscreenElement === null")
    if leave == "button":
        full_screen(page).click()
    else:
        page.keyboard.press("Escape")
    expect_fills_the_screen(page, False)


def test_lanes_can_be_switched_in_full_screen(page: Page) -> None:
    full_screen(page).click()
    expect_fills_the_screen(page, True)
    menu(page).locator("summary").click()
    page.get_by_role("checkbox", name="Thinks", exact=True).uncheck()
    expect(page.locator('tr[data-lane="thinks"]')).to_be_hidden()
    page.keyboard.press("Escape")
    expect(menu(page)).not_to_have_attribute("open", "")


def scroll_down(page: Page, way: str) -> None:
    """Scroll on by a wheel, a key or a finger, with the pointer or the focus in the middle of the map."""
    box = region(page).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    if way == "wheel":
        page.mouse.move(x, y)
        page.mouse.wheel(0, 400)
    elif way == "keyboard":
        page.keyboard.press("PageDown")
    else:
        touch = page.context.new_cdp_session(page)
        touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
        for moved in range(20, 201, 20):
            touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y - moved}]})
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        touch.detach()


def reaches(page: Page, row: Locator, way: str) -> bool:
    scroll_down(page, way)
    return bool(row.evaluate(_IS_SEEN))


EACH_WAY_ONCE = {
    *(("example", (1440, 900), "touch"), ("example", (1920, 1080), "wheel"), ("example", (360, 740), "keyboard")),
    *(("tall", (1440, 900), "wheel"), ("tall", (1920, 1080), "keyboard"), ("tall", (360, 740), "touch")),
}
"""Each way once on the large map of the example and on the small one of `tall`, each on another screen."""


@pytest.mark.parametrize(
    ("name", "screen", "way"),
    [
        pytest.param(
            *(name, screen, way),
            id=f"{name}-{screen}-{way}",
            marks=[] if (name, screen, way) in EACH_WAY_ONCE else [pytest.mark.long],
        )
        for name in ("example", "tall")
        for screen in SCREENS
        for way in ("wheel", "keyboard", "touch")
    ],
)
def test_the_last_lane_can_be_reached_in_full_screen(
    watched_page: OpenWatched, generated: str, name: str, screen: tuple[int, int], way: str
) -> None:
    base = generated if name == "tall" else None
    page = watched_page(f"{'journeys/tall/' if base else BLUEPRINT}?view=map", base=base, width=screen[0]).page
    page.set_viewport_size({"width": screen[0], "height": screen[1]})
    if way != "keyboard":  # A pointer of this browser reaches no further than its window in a real full screen.
        page.evaluate(NO_FULL_SCREEN)
    full_screen(page).click()
    expect_fills_the_screen(page, True)
    last = page.locator(".journeys-grid tr").last.locator("th, td").first
    assert not last.evaluate(_IS_SEEN), "the whole map is on the screen: this tests nothing"
    until(partial(reaches, page, last, way))
    for part in (page.locator(".journeys-map-title"), *page.locator(".journeys-legend").all()):
        expect(part).to_be_in_viewport(ratio=1)
    expect(page.locator("#stage-1")).to_be_in_viewport()


def test_full_screen_takes_the_focus_and_gives_it_back(page: Page) -> None:
    full_screen(page).focus()
    page.keyboard.press("Enter")
    expect(region(page)).to_be_focused()
    page.evaluate("document.exitFullscreen()")
    expect(full_screen(page)).to_be_focused()


@pytest.mark.parametrize(
    "browser_says",
    [pytest.param(NO_FULL_SCREEN, id="missing"), pytest.param(REFUSED, id="refused", marks=pytest.mark.long)],
)
def test_the_keyboard_stays_in_a_map_that_fills_the_window(page: Page, browser_says: str) -> None:
    page.evaluate(browser_says)
    full_screen(page).click()
    expect_fills_the_screen(page, True)
    where = "[document.activeElement, document.querySelector('.journeys-map')]"
    reached = set()
    for _ in range(120):
        page.keyboard.press("Tab")
        reached.add(page.evaluate(f"(([e, map]) => e === document.body ? 'browser' : map.contains(e))({where})"))
        if "browser" in reached:
            break
    assert reached == {True, "browser"}
    full_screen(page).click()
    expect_fills_the_screen(page, False)
    expect(page.locator("[inert]")).to_have_count(0)
    page.locator(".journeys-pager a").first.focus()
    expect(page.locator(".journeys-pager a").first).to_be_focused()


def stage(page: Page) -> Locator:
    return page.get_by_label("Go to stage")


def test_left_and_right_go_stage_by_stage(page: Page) -> None:
    full_screen(page).click()
    expect_fills_the_screen(page, True)
    names = page.locator(".journeys-stage b").all_text_contents()
    assert len(names) > 3
    for number, name in enumerate(names[1:], 2):
        page.keyboard.press("ArrowRight")
        expect(page.locator(".journeys-current")).to_have_id(f"stage-{number}")
        expect(page.get_by_role("status")).to_have_text(f"Stage {number} of {len(names)}: {name}")
        expect(page).to_have_url(re.compile(f"full=1#stage-{number}$"))
        expect(page.locator(f"#stage-{number}")).to_be_in_viewport()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".journeys-current")).to_have_id(f"stage-{len(names)}")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".journeys-current")).to_have_id(f"stage-{len(names) - 1}")


def test_a_link_opens_the_same_view(page: Page, watched_page: OpenWatched) -> None:
    full_screen(page).click()
    page.get_by_role("button", name="In short").click()
    page.keyboard.press("f")
    page.keyboard.press("f")
    stage(page).select_option("3. Decision")
    expect(page).to_have_url(re.compile(r"\?preset=short&full=1#stage-3$"))
    other = watched_page(f"{JOURNEY}?{page.url.partition('?')[2]}").page
    expect_fills_the_screen(other, True)
    expect(other.get_by_role("button", name="In short")).to_have_attribute("aria-pressed", "true")
    expect(stage(other)).to_have_value("2")
    other.keyboard.press("Escape")
    expect_fills_the_screen(other, False)
    expect(other).to_have_url(re.compile(r"\?preset=short#stage-3$"))


def test_a_dialog_shows_the_keys(watched_page: OpenWatched) -> None:
    watched = watched_page(f"{JOURNEY}?full=1")
    page = watched.page
    region(page).focus()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys of the map")
    expect(dialog).to_be_visible()
    assert axe_violations(page, ".journeys-keys") == []
    watched.switch_to("dark")
    assert axe_violations(page, ".journeys-keys", only=OF_COLOURS) == []
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect_fills_the_screen(page, True)
    page.get_by_role("button", name="Keys").click()
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_map_in_full_screen_is_accessible(watched_page: OpenWatched, width: int) -> None:
    watched = watched_page(f"{BLUEPRINT}?full=1&preset=blueprint", width=width)
    expect_fills_the_screen(watched.page, True)
    assert axe_violations(watched.page, ".journeys-map") == []
    watched.switch_to("dark")
    assert axe_violations(watched.page, ".journeys-map", only=OF_COLOURS) == []
