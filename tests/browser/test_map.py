"""The journey map under the reader's hands: what stays put, where a link leads, how long it may be."""

from collections.abc import Callable
from functools import partial

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OpenWatched
from browser.support_atlas import FEELINGS, LONG, SHORT
from support.waiting import until

EXAMPLE = "journeys/try-before-paying/"
OpenMap = Callable[..., Page]
STEPS = {"short": SHORT, "long": LONG}
OTHER_STEPS = ((2, 1280), (31, 360))

_FACES_OFF_CENTRE = """map => {
  const centre = e => { const box = e.getBoundingClientRect(); return (box.left + box.right) / 2; };
  const columns = [...map.querySelectorAll(".journeys-steps [scope=col]")].map(centre);
  const faces = map.querySelectorAll(".journeys-curve use, .journeys-curve .journeys-unknown circle");
  const middles = [...faces].map(centre).sort((a, b) => a - b);
  if (middles.length !== columns.length) return [`${middles.length} faces over ${columns.length} steps`];
  return middles.flatMap((x, n) => Math.abs(x - columns[n]) > 2 ? [`step ${n + 1}: ${x - columns[n]} px`] : []);
}"""
_BOX = "e => { const {x, y, width, height} = e.getBoundingClientRect(); return {x, y, width, height}; }"


@pytest.fixture
def open_map(watched_page: OpenWatched, generated: str) -> OpenMap:
    """Opens "short" and "long" of the generated atlas, and anything else in the example atlas."""
    return partial(map_of, watched_page, generated)


@pytest.fixture
def read_map(read_page: OpenWatched, generated: str) -> OpenMap:
    """The same for tests that only read."""
    return partial(map_of, read_page, generated)


def map_of(open_page: OpenWatched, generated: str, path: str, **how: int) -> Page:
    name, sign, anchor = path.partition("#")
    if name in STEPS:
        return open_page(f"journeys/{name}/?view=map{sign}{anchor}", base=generated, **how).page
    return open_page(f"{path}?view=map", **how).page


def region(page: Page) -> Locator:
    return page.get_by_role("region", name="Journey map")


def box(found: Locator) -> dict[str, float]:
    measured: dict[str, float] = found.evaluate(_BOX)
    return measured


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["short", "long", EXAMPLE])
def test_each_face_stands_over_the_middle_of_its_step(read_map: OpenMap, path: str, width: int) -> None:
    page = read_map(path, width=width)
    assert page.locator("[data-journeys-map]").evaluate(_FACES_OFF_CENTRE) == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", STEPS)
def test_a_map_has_a_column_for_each_step_however_many(read_map: OpenMap, name: str, width: int) -> None:
    page = read_map(name, width=width)
    steps = page.locator(".journeys-steps [scope=col]")
    expect(steps).to_have_count(STEPS[name])
    column = 148 if width == 360 else 176
    assert {round(wide) for wide in steps.evaluate_all("all => all.map(e => e.offsetWidth)")} == {column}
    width_of_all = region(page).evaluate("e => e.scrollWidth")
    assert (width_of_all > width) == (STEPS[name] * column + 128 > width)


def test_a_step_that_nobody_has_a_feeling_for_is_a_gap(read_map: OpenMap) -> None:
    page = read_map("long")
    known = sum(FEELINGS[number % len(FEELINGS)] is not None for number in range(1, LONG + 1))
    expect(page.locator(".journeys-curve use")).to_have_count(known)
    expect(page.locator(".journeys-curve .journeys-unknown")).to_have_count(LONG - known)
    expect(page.locator(".journeys-felt td").filter(has_text="not known")).to_have_count(LONG - known)


def test_several_curves_are_told_apart_by_shape_and_line(read_map: OpenMap) -> None:
    page = read_map("journeys/buy-and-clear-security/")
    legend = page.locator("ul.journeys-legend").first.locator("li")
    names = [name.strip() for name in legend.all_inner_texts()]
    assert len(names) > 1
    shapes = legend.locator(".journeys-outline").evaluate_all("all => all.map(e => e.tagName + e.getAttribute('d'))")
    lines = legend.locator(".journeys-line").evaluate_all("all => all.map(e => getComputedStyle(e).strokeDasharray)")
    assert len(names) == len(set(names)) == len(set(shapes)) == len(set(lines))


@pytest.mark.parametrize("width", [360, 1280])
def test_lane_names_stay_at_the_left_and_heads_below_the_bar_of_the_site(open_map: OpenMap, width: int) -> None:
    page = open_map("long", width=width)
    lanes = page.locator(".journeys-grid tbody tr:not(.journeys-boundary) > th[scope=row]")
    lefts = lanes.evaluate_all("all => all.map(e => e.getBoundingClientRect().left)")
    region(page).evaluate("e => e.scrollTo({left: 900, behavior: 'instant'})")
    page.evaluate("top => scrollBy({top, behavior: 'instant'})", box(region(page))["y"] + 300)
    assert region(page).evaluate("e => e.scrollLeft") == 900, "the map did not scroll: this tests nothing"
    assert lanes.evaluate_all("all => all.map(e => e.getBoundingClientRect().left)") == lefts
    bar = box(page.locator(".md-header"))
    below = bar["y"] + bar["height"]
    assert box(region(page))["y"] < below - 200
    heads = (page.locator(".journeys-corner"), page.locator("#stage-1"))
    until(lambda: all(abs(box(head)["y"] - below) < 3 for head in heads))
    step, stage = box(page.locator("#step-6")), box(page.locator("#stage-1"))
    assert abs(step["y"] - stage["y"] - stage["height"]) < 2
    page.evaluate("scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
    until(lambda: box(page.locator("#step-6"))["y"] < box(region(page))["y"] + box(region(page))["height"])


def test_the_first_column_covers_what_scrolls_below_it(open_map: OpenMap) -> None:
    page = open_map("long")
    region(page).evaluate("e => e.scrollTo({left: 700, behavior: 'instant'})")
    for row in page.locator(".journeys-grid tr:not(.journeys-boundary) > th[scope=row]").all():
        row.scroll_into_view_if_needed()
        on_top = row.evaluate(
            "e => { const b = e.getBoundingClientRect(); return e.contains("
            "document.elementFromPoint(b.right - 6, b.top + Math.min(b.height / 2, 40))); }"
        )
        assert on_top, row.inner_text()


@pytest.mark.parametrize(
    ("step", "width"),
    [(2, 360), (31, 1280), (60, 360), (60, 1280), *(pytest.param(*at, marks=pytest.mark.long) for at in OTHER_STEPS)],
)
def test_a_link_to_a_step_shows_it_beside_and_below_the_fixed_heads(open_map: OpenMap, step: int, width: int) -> None:
    page = open_map(f"long#step-{step}", width=width)
    head = page.locator(f"#step-{step}")
    expect(head).to_be_in_viewport(ratio=0.95)
    seen, frame = box(head), box(region(page))
    lane = box(page.locator(".journeys-corner"))
    bar = box(page.locator(".md-header"))
    assert seen["x"] >= lane["x"] + lane["width"] - 1
    assert seen["x"] + seen["width"] <= frame["x"] + frame["width"] + 1
    assert seen["y"] >= bar["y"] + bar["height"] - 1
    assert seen["y"] >= lane["y"] + lane["height"] - 1


def test_a_link_to_a_stage_shows_its_head_below_the_bar_of_the_site(open_map: OpenMap) -> None:
    page = open_map("long#stage-6")
    bar, head = box(page.locator(".md-header")), page.locator("#stage-6")
    expect(head.get_by_text("Part 6")).to_be_in_viewport(ratio=1)
    assert box(head)["y"] >= bar["y"] + bar["height"] - 1


def test_arrow_keys_scroll_the_map_sideways_and_the_page_down(open_map: OpenMap) -> None:
    page = open_map("long")
    region(page).focus()
    expect(region(page)).to_be_focused()
    top = page.evaluate("scrollY")
    until(partial(scrolls, page, "ArrowRight", "map => map.scrollLeft > 0"))
    until(partial(scrolls, page, "ArrowDown", f"() => scrollY > {top}"))


def scrolls(page: Page, key: str, has_moved: str) -> bool:
    """Press a key, which a browser that is still busy may lose, and tell whether something has moved."""
    page.keyboard.press(key)
    return bool(region(page).evaluate(has_moved))


def test_a_reader_tabs_from_the_controls_into_the_map(open_map: OpenMap) -> None:
    page = open_map("long")
    page.get_by_role("button", name="Full screen").focus()
    for found in (page.get_by_role("button", name="Keys"), page.get_by_role("slider"), region(page)):
        page.keyboard.press("Tab")
        expect(found).to_be_focused()
    outline = region(page).evaluate("e => getComputedStyle(e).outlineStyle")
    assert outline != "none", "nobody sees where the focus is"
