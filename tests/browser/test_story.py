"""A map on a phone: a story of one card a step, made of the table, which stays one tap away."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OpenWatched
from browser.support_axe import OF_COLOURS, axe_violations, plain_links

TRIAL = "journeys/try-before-paying/"
BLUEPRINT = "journeys/get-help-when-sync-stops/"
WAYS = "journeys/pay-and-change-plan/"
SEVERAL = "journeys/buy-and-clear-security/"
JOURNEYS = (TRIAL, BLUEPRINT, WAYS, SEVERAL, "journeys/get-listed-as-a-partner/")

FROM_TABLE = """map => {
  const at = (row, column) => {
    let end = 0;
    const cells = row ? [...row.children].filter(cell => !cell.matches("th[scope=row], .journeys-more-head")) : [];
    return cells.find(cell => (end += cell.colSpan) > column);
  };
  const words = cell => cell ? [...cell.querySelectorAll("b, .journeys-sr, div")].map(e => e.textContent.trim()) : [];
  const row = name => map.querySelector(`.journeys-grid ${name}`);
  return [...map.querySelectorAll(".journeys-steps [scope=col]")].map((head, column, all) => ({
    name: head.querySelector("b").textContent,
    words: words(at(row(".journeys-felt"), column)),
    pains: [...(at(row(".journeys-lane-pains"), column)?.querySelectorAll("a") ?? [])].map(a => a.textContent.trim()),
    faces: [...map.querySelectorAll(".journeys-curve use")].filter(use => Math.floor(use.x.baseVal.value /
      (use.ownerSVGElement.viewBox.baseVal.width / all.length)) === column).length,
  }));
}"""
FROM_STORY = """map => [...map.querySelectorAll(".journeys-scene")].map(scene => ({
  name: scene.querySelector("h4 b").textContent,
  text: scene.textContent,
  pains: [...scene.querySelectorAll(".journeys-lane-pains a")].map(a => a.textContent.trim()),
  faces: scene.querySelectorAll(".journeys-face [class*=journeys-emotion-]").length,
}))"""
SIDEWAYS = """() => [document.documentElement.scrollWidth - innerWidth,
  ...[...document.querySelectorAll(".journeys-story, .journeys-story *")]
    .filter(e => e.checkVisibility() && !e.closest("svg, .journeys-sr, dt, .journeys-picture"))
    .map(e => e.getBoundingClientRect().right - innerWidth)].filter(beyond => beyond > 0)"""


@pytest.fixture
def page(watched_page: OpenWatched) -> Page:
    """A journey with hand-offs, on a phone, for a test that changes it."""
    return watched_page(TRIAL, width=360).page


@pytest.fixture
def told(read_page: OpenWatched) -> Page:
    """The same for tests that only read."""
    return read_page(TRIAL, width=360).page


def story(page: Page) -> Locator:
    return page.locator(".journeys-story")


def scene(page: Page, number: int) -> Locator:
    return page.locator(f".journeys-scene#step-{number}")


def table(page: Page) -> Locator:
    return page.locator(".journeys-grid")


def switch(page: Page) -> Locator:
    return page.get_by_role("button", name=re.compile("^As a "))


@pytest.mark.parametrize("path", JOURNEYS)
def test_each_step_tells_all_that_its_column_says_of_feelings_and_pains(read_page: OpenWatched, path: str) -> None:
    page = read_page(path, width=360).page
    expect(story(page)).to_be_visible()
    expect(table(page)).to_be_hidden()
    columns = page.locator("[data-journeys-map]").evaluate(FROM_TABLE)
    scenes = page.locator("[data-journeys-map]").evaluate(FROM_STORY)
    assert [each["name"] for each in scenes] == [each["name"] for each in columns]
    for told, column in zip(scenes, columns, strict=True):
        assert told["pains"] == column["pains"]
        assert told["faces"] == column["faces"]
        assert [word for word in column["words"] if word not in told["text"]] == []


def test_feelings_are_told_in_words_that_everybody_sees(told: Page) -> None:
    expect(scene(told, 7).locator(".journeys-felt dd")).to_have_text(re.compile("^−2 very negative.*lost$"))
    size = scene(told, 7).get_by_text("very negative").bounding_box()
    assert size and size["width"] > 40


def test_hand_offs_stand_between_the_steps(read_page: OpenWatched) -> None:
    page = read_page(WAYS, width=360).page
    expect(page.locator(".journeys-hands-over")).to_have_text(
        ["Finance hands over to Support", "Support hands over to Finance"]
    )
    expect(scene(page, 3).locator(".journeys-hands-over")).to_be_visible()
    expect(scene(page, 2).locator(".journeys-hands-over")).to_have_count(0)


def test_several_teams_hand_over(read_page: OpenWatched) -> None:
    page = read_page(SEVERAL, width=360).page
    said = page.locator(".journeys-hands-over").all_inner_texts()
    assert "Marketing hands over to Security and compliance and Platform and integrations" in said


def test_steps_that_not_everybody_takes_say_so(read_page: OpenWatched) -> None:
    page = read_page(WAYS, width=360).page
    expect(scene(page, 4)).to_contain_text("Not everybody: path A, Finance has the number")
    expect(scene(page, 5)).to_contain_text("Not everybody: path B, Finance asks for a letter of the tax office")
    expect(scene(page, 9)).to_contain_text("Not everybody")
    expect(scene(page, 9)).to_contain_text("Since the page of September")
    expect(scene(page, 1)).not_to_contain_text("Not everybody")


def test_what_the_service_does_is_folded(page: Page) -> None:
    fold = page.locator(".journeys-scene details").filter(has=page.locator("[data-lane=backstage]")).first
    backstage = fold.locator("[data-lane=backstage]")
    expect(fold.locator("summary")).to_have_text("What the service does")
    expect(backstage).to_be_hidden()
    fold.locator("summary").click()
    expect(backstage).to_be_visible()
    expect(fold.locator("dt").first).to_have_text("Team")


def test_what_stands_across_steps_is_in_each_of_them(read_page: OpenWatched) -> None:
    page = read_page(TRIAL, width=360).page
    for number in (7, 8):
        own = scene(page, number).locator("[data-lane=opportunities]")
        expect(own).to_contain_text("How might we let people see their own work before they see ours?")
    expect(scene(page, 9).locator("[data-lane=opportunities]")).to_have_count(0)


@pytest.mark.parametrize("path", JOURNEYS)
def test_nothing_scrolls_sideways(read_page: OpenWatched, path: str) -> None:
    page = read_page(path, width=360).page
    folds = page.locator(".journeys-story details:not([open])").element_handles()
    for fold in folds:
        fold.evaluate("fold => { fold.open = true; }")
    for width in (360, 320):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate(SIDEWAYS) == [], width
    page.set_viewport_size({"width": 360, "height": 740})
    for fold in folds:
        fold.evaluate("fold => { fold.open = false; }")


EVERY_PART_ONCE = {SEVERAL, TRIAL, BLUEPRINT}
"""Several people, pictures and expectations, what is not known and what stands across steps; the rest for long runs."""


@pytest.mark.parametrize(
    "path", [pytest.param(path, marks=[] if path in EVERY_PART_ONCE else [pytest.mark.long]) for path in JOURNEYS]
)
def test_a_story_is_accessible(watched_page: OpenWatched, path: str) -> None:
    watched = watched_page(path, width=360)
    watched.page.evaluate("document.querySelectorAll('.journeys-story details').forEach(fold => fold.open = true)")
    assert axe_violations(watched.page, "main") == []
    assert plain_links(watched.page, ".journeys-story") == []
    watched.switch_to("dark")
    assert axe_violations(watched.page, "main", only=OF_COLOURS) == []


def test_it_is_a_list_with_headings(told: Page) -> None:
    expect(story(told).get_by_role("heading", level=3).first).to_contain_text("Awareness")
    expect(story(told).get_by_role("heading", level=4).nth(2)).to_have_text("3 Compares the plans")
    assert story(told).locator("ol").nth(1).evaluate("list => list.start") == 3
    ids = told.evaluate("[...document.querySelectorAll('[id]')].map(each => each.id)")
    assert len(ids) == len(set(ids))


def test_the_switch_leads_to_the_table_and_back_and_is_remembered(page: Page) -> None:
    for hidden in ("Standard", "Fit", "Full screen"):
        expect(page.get_by_role("button", name=hidden, exact=True)).to_be_hidden()
    expect(page.locator(".journeys-map-overview")).to_be_hidden()
    expect(switch(page)).to_have_text("As a wide map")
    switch(page).click()
    expect(table(page)).to_be_visible()
    expect(story(page)).to_be_hidden()
    expect(switch(page)).to_have_text("As a story")
    expect(page).to_have_url(re.compile(r"\?view=map$"))
    page.goto(page.url.split("journeys/")[0] + BLUEPRINT)
    expect(table(page)).to_be_visible()
    switch(page).click()
    expect(story(page)).to_be_visible()
    expect(page).to_have_url(re.compile(r"^[^?]*$"))
    page.reload()
    expect(story(page)).to_be_visible()


def test_the_address_says_what_is_shown_whatever_the_reader_chose(watched_page: OpenWatched) -> None:
    page = watched_page(f"{TRIAL}?view=map", width=360).page
    expect(table(page)).to_be_visible()
    page.goto(page.url.replace("view=map", "preset=blueprint"))
    expect(table(page)).to_be_visible()
    page.goto(page.url.replace("preset=blueprint", "view=story"))
    expect(story(page)).to_be_visible()


def test_a_step_keeps_its_address_in_both_views(watched_page: OpenWatched) -> None:
    page = watched_page(f"{TRIAL}#step-9", width=360).page
    expect(scene(page, 9).locator("h4")).to_be_in_viewport(ratio=1)
    head = story(page).locator("h3").nth(2).bounding_box()
    title = scene(page, 9).locator("h4").bounding_box()
    assert head and title
    assert title["y"] >= head["y"] + head["height"]
    switch(page).click()
    expect(page.locator("th#step-9")).to_have_count(1)
    expect(scene(page, 9)).to_have_count(0)


def test_a_link_to_a_step_leads_to_its_card(page: Page) -> None:
    scene(page, 8).get_by_role("link", name="Sits before the empty board").click()
    expect(scene(page, 7).locator("h4")).to_be_in_viewport(ratio=1)


def test_one_can_go_to_a_stage(page: Page) -> None:
    page.get_by_label("Go to stage").select_option("4. Trial with the team")
    expect(scene(page, 12).locator("h4")).to_be_in_viewport()
    expect(page).to_have_url(re.compile("#stage-4$"))


def test_the_head_of_a_stage_stays_below_the_bar_of_the_site(page: Page) -> None:
    scene(page, 8).evaluate("e => e.scrollIntoView({block: 'center'})")
    head, bar = story(page).locator("h3").nth(2).bounding_box(), page.locator(".md-header").bounding_box()
    assert head and bar
    assert abs(head["y"] - bar["y"] - bar["height"]) < 2


def test_lanes_that_are_switched_off_are_not_told(page: Page) -> None:
    page.locator(".journeys-lanes-menu summary").click()
    page.get_by_role("checkbox", name="Thinks", exact=True).uncheck()
    expect(scene(page, 7).locator("[data-lane=thinks]")).to_be_hidden()
    expect(scene(page, 7).locator("[data-lane=feels]")).to_be_visible()


def test_a_person_who_is_switched_off_leaves_the_story(watched_page: OpenWatched) -> None:
    page = watched_page(BLUEPRINT, width=360).page
    faces = scene(page, 3).locator("svg.journeys-face")
    assert [face.is_visible() for face in faces.all()] == [True, True]
    page.locator(".journeys-map-people button").first.click()
    assert [face.is_visible() for face in faces.all()] == [False, True]


def test_a_screen_that_grows_shows_the_table_and_one_that_shrinks_the_story(watched_page: OpenWatched) -> None:
    page = watched_page(TRIAL).page
    expect(table(page)).to_be_visible()
    expect(switch(page)).to_be_hidden()
    page.set_viewport_size({"width": 360, "height": 740})
    expect(story(page)).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(table(page)).to_be_visible()
    expect(story(page)).to_be_hidden()
    expect(page.locator("th#step-1")).to_be_visible()


def test_paper_has_the_table(page: Page) -> None:
    page.emulate_media(media="print")
    expect(table(page)).to_be_visible()
    expect(story(page)).to_be_hidden()


def test_without_scripts_there_is_the_table(watched_page: OpenWatched) -> None:
    page = watched_page(TRIAL, width=360, javascript=False).page
    expect(table(page)).to_be_visible()
    expect(story(page)).to_be_hidden()
    expect(switch(page)).to_have_count(0)
