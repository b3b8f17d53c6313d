"""A preview of the example atlas with the edits of tests/diff, in a real browser."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import OpenWatched
from browser.support_axe import OF_COLOURS, axe_violations
from browser.support_site import once, served
from reports.test_comment import EDITS
from support.processes import PYTHON, run
from support.repositories import Repository, repository

TRIAL = "journeys/try-before-paying/"
MAP = ".journeys-map"
FELL = "fell from neutral to very negative"


@pytest.fixture(scope="module")
def preview(repository_root: Path, shared_folder: Path) -> Iterator[str]:
    """The address of the preview of a branch that has the edits and lost a step."""
    folder = once(shared_folder, "preview", lambda folder: build_preview(repository_root, folder))
    with served(folder / "site") as address:
        yield address


def build_preview(repository_root: Path, folder: Path) -> None:
    project = repository(folder)
    for name in ("journeys", "site_src"):
        shutil.copytree(repository_root / name, project.root / name)
    shutil.copy(repository_root / "mkdocs.yml", project.root)
    project.commit("2026-03-01", message="Begin")
    project.git("checkout", "--quiet", "-b", "work")
    for name, old, new in EDITS:
        project.edit(f"journeys/{name}", old, new)
    _lose_a_step(project)
    project.edit("journeys/maps/get-listed-as-a-partner.yml", "goal: Know what is asked, and ask", "goal: Ask")
    project.commit("2026-05-01", message="Be honest")
    run([PYTHON, "-m", "mkdocs", "build", "--quiet"], cwd=project.root, env={"JOURNEYS_COMPARE": "main"})


def _lose_a_step(project: Repository) -> None:
    path = "journeys/maps/tell-others.yml"
    text = (project.root / path).read_text("utf-8")
    start = text.index("      - ", text.index("    steps:\n") + 1)
    end = text.index("\n      - ", start) + 1
    project.write(path, text[:start] + text[end:])


def test_hover_and_focus_show_what_it_was(watched_page: OpenWatched, preview: str) -> None:
    page = watched_page(TRIAL, base=preview).page
    chip = page.locator(f"{MAP} .journeys-change", has_text=FELL)
    tip = chip.locator(".journeys-change-tip")
    assert is_clipped(page, tip.element_handle())
    chip.focus()
    assert not is_clipped(page, tip.element_handle())
    expect(tip).to_contain_text("0 neutral")
    expect(tip).to_contain_text("−2 very negative")
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    chip.blur()
    chip.locator("xpath=..").hover()
    expect(tip).to_be_visible()
    assert not is_clipped(page, tip.element_handle())


CORNERS = """tip => {
  const { left, right, top, bottom } = tip.getBoundingClientRect();
  const corners = [[left, top], [right, top], [left, bottom], [right, bottom]];
  const inside = (x, y, middle) => [x + Math.sign(middle[0] - x) * 8, y + Math.sign(middle[1] - y) * 8];
  const middle = [(left + right) / 2, (top + bottom) / 2];
  return corners.every(([x, y]) => tip.contains(document.elementFromPoint(...inside(x, y, middle))));
}"""
"""Whether a tip is seen as far as its corners: nothing cuts it off or lies above it."""


@pytest.mark.parametrize("width", [360, 1280])
def test_a_tip_is_whole_in_the_lowest_lane_of_a_low_window(watched_page: OpenWatched, preview: str, width: int) -> None:
    page = watched_page(TRIAL, base=preview, width=width).page
    page.set_viewport_size({"width": width, "height": 420})
    chip = page.locator(f"{MAP} .journeys-change:visible").last
    tip = chip.locator(".journeys-change-tip")
    tip.evaluate("tip => tip.append(' And more.'.repeat(30))")
    chip.evaluate("chip => chip.scrollIntoView({ block: 'end' })")
    chip.focus()
    assert tip.evaluate(CORNERS)


def test_a_tap_shows_what_it_was_and_a_tap_elsewhere_sends_it_away(browser: Browser, preview: str) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(f"{preview}/{TRIAL}")
    chip = page.locator(".journeys-change:visible", has_text=FELL).last
    tip = chip.locator(".journeys-change-tip")
    chip.tap()
    assert tip.evaluate(CORNERS)
    page.locator("h1").tap()
    assert is_clipped(page, tip.element_handle())
    context.close()


CUT = """() => [...document.querySelectorAll(".journeys-map .journeys-change")].flatMap(chip => {
  chip.focus({preventScroll: true});
  const tip = chip.querySelector(".journeys-change-tip");
  const lane = document.querySelector(".journeys-corner").getBoundingClientRect();
  const { left, right } = tip.getBoundingClientRect();
  const isSeen = box => tip.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
  const words = [...tip.querySelectorAll("span, del, ins")].filter(each => !each.matches(".journeys-sr"));
  const cut = words.filter(each => each.getBoundingClientRect().right > right);
  const covered = words.filter(each => ![...each.getClientRects()].every(isSeen));
  return [...cut, ...covered, ...(left < lane.right ? [tip] : [])].map(each => each.textContent);
})"""


@pytest.mark.parametrize("preset", ["standard", "short", "blueprint"])
def test_no_word_of_what_it_was_is_cut(watched_page: OpenWatched, preview: str, preset: str) -> None:
    for path in (TRIAL, "journeys/get-listed-as-a-partner/"):
        page = watched_page(f"{path}?preset={preset}&hide=", base=preview).page
        page.set_viewport_size({"width": 2000, "height": 3000})
        expect(page.locator(f"{MAP} .journeys-change").first).to_be_visible()
        assert page.evaluate(CUT) == [], path


def is_clipped(page: Page, element: object) -> bool:
    return bool(page.evaluate("element => getComputedStyle(element).clipPath !== 'none'", element))


def test_the_keyboard_reaches_every_chip_and_its_name_tells_all(watched_page: OpenWatched, preview: str) -> None:
    page = watched_page(TRIAL, base=preview).page
    chips = page.locator(f"{MAP} button.journeys-change")
    expect(chips).to_have_count(5)
    page.locator(f"{MAP} [data-map=full]").focus()
    reached = set()
    for _ in range(80):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.closest('.journeys-map .journeys-change')?.textContent"))
    assert {chip.text_content() for chip in chips.all()} <= reached
    expect(page.get_by_role("button", name=FELL)).to_have_count(1)


def test_the_switch_hides_the_marks_and_is_remembered(watched_page: OpenWatched, preview: str) -> None:
    page = watched_page(TRIAL, base=preview).page
    switch = page.get_by_role("button", name="Show changes")
    marks = page.locator(f"{MAP} .journeys-change").first
    expect(switch).to_have_attribute("aria-pressed", "true")
    expect(marks).to_be_visible()
    switch.press("Enter")
    expect(switch).to_have_attribute("aria-pressed", "false")
    expect(marks).to_be_hidden()
    expect(page.locator(".journeys-ghosts").first).to_be_hidden()
    page.goto(f"{preview}/journeys/")
    expect(page.get_by_role("button", name="Show changes")).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".journeys-change-badge").first).to_be_hidden()
    page.get_by_role("button", name="Show changes").click()
    expect(page.locator(".journeys-change-badge").first).to_be_visible()


def test_without_a_script_the_marks_stand_and_nothing_offers_what_cannot_work(
    watched_page: OpenWatched, preview: str
) -> None:
    page = watched_page(TRIAL, base=preview, javascript=False).page
    expect(page.locator(f"{MAP} .journeys-change").first).to_be_visible()
    expect(page.locator("[data-journeys-changes]")).to_be_hidden()
    changes = watched_page("changes/", base=preview, javascript=False).page
    expect(changes.locator(".journeys-changes-filter")).to_be_hidden()
    expect(changes.locator(".journeys-changes-list > li").first).to_be_visible()


def test_on_paper_both_values_stand_in_the_cell(watched_page: OpenWatched, preview: str) -> None:
    page = watched_page(TRIAL, base=preview).page
    page.emulate_media(media="print")
    tip = page.locator(f"{MAP} .journeys-change", has_text=FELL).locator(".journeys-change-tip")
    assert not is_clipped(page, tip.element_handle())
    assert tip.evaluate("element => getComputedStyle(element).position") == "static"
    expect(page.locator("[data-journeys-changes]")).to_be_hidden()


def test_what_is_gone_is_named_where_it_was(watched_page: OpenWatched, preview: str) -> None:
    page = watched_page("journeys/tell-others/", base=preview).page
    note = page.locator(".journeys-steps .journeys-gone")
    expect(note).to_have_count(1)
    expect(note).to_contain_text("removed before this step:")
    note.focus()
    assert not is_clipped(page, note.locator(".journeys-change-tip").element_handle())


def test_the_filter_of_changes_works_by_keyboard_and_keeps_its_choice_in_the_address(
    watched_page: OpenWatched, preview: str
) -> None:
    page = watched_page("changes/", base=preview).page
    rows = page.locator(".journeys-changes-list > li:visible")
    everything = rows.count()
    box = page.get_by_role("checkbox", name="editorial")
    box.focus()
    page.keyboard.press("Space")
    expect(box).not_to_be_checked()
    expect(page.get_by_role("status")).to_contain_text("shown")
    left = rows.count()
    assert 0 < left < everything
    expect(page.get_by_role("status")).to_have_text(f"{left} of {everything} shown")
    expect(page).to_have_url(re.compile("judgement=worse%2Clook"))
    page.reload()
    expect(page.get_by_role("checkbox", name="editorial")).not_to_be_checked()
    expect(rows).to_have_count(left)
    expect(page.locator("article h2:visible")).to_have_count(page.locator(".journeys-changes-list:visible").count())


def test_the_filter_counts_on_a_site_whose_theme_writes_its_language_with_an_underscore(
    watched_page: OpenWatched, preview: str
) -> None:
    page = watched_page("changes/", base=preview).page
    page.evaluate("document.documentElement.lang = 'pt_BR'")
    page.get_by_role("checkbox", name="editorial").uncheck()
    expect(page.get_by_role("status")).to_contain_text(" of ")


def test_a_change_leads_to_its_place(watched_page: OpenWatched, preview: str) -> None:
    page = watched_page("changes/", base=preview).page
    page.get_by_role("link", name=FELL).click()
    page.wait_for_url("**/#step-2")
    expect(page.locator("#step-2")).to_be_in_viewport()


@pytest.mark.parametrize("path", [TRIAL, "changes/", "journeys/", "journeys/tell-others/"])
def test_a_preview_is_accessible(watched_page: OpenWatched, preview: str, path: str) -> None:
    watched = watched_page(path, base=preview)
    for closed in watched.page.locator("details.journeys-changed-here > summary").all():
        closed.click()
    assert axe_violations(watched.page, "main") == []
    watched.switch_to("dark")
    assert axe_violations(watched.page, "main", only=OF_COLOURS) == []


@pytest.mark.parametrize("path", [TRIAL, "changes/", "journeys/"])
def test_a_preview_fits_a_phone(watched_page: OpenWatched, preview: str, path: str) -> None:
    page = watched_page(path, base=preview, width=360).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_history_shows_both_versions_and_its_charts_have_words(watched_page: OpenWatched, preview: str) -> None:
    page = watched_page(f"{TRIAL}#history", base=preview).page
    entries = page.locator(".journeys-past > li")
    expect(entries).to_have_count(2)
    expect(entries.first).to_contain_text("Be honest")
    expect(page.get_by_role("img", name="Mean emotion over time")).to_be_visible()
