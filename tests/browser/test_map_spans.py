"""Cards that stand for several steps, pictures, and the arrows of a blueprint."""

import re

from playwright.sync_api import expect

from browser.conftest import OpenWatched

PAGE = "journeys/get-help-when-sync-stops/"
EDGES = "e => { const b = e.getBoundingClientRect(); return [Math.round(b.left), Math.round(b.right)]; }"


def test_a_card_stands_across_the_columns_of_its_steps(read_page: OpenWatched) -> None:
    page = read_page(PAGE).page
    cells = page.locator(".journeys-grid td[colspan]:has(> .journeys-spans)")
    assert cells.count() > 0
    for cell in cells.all():
        found = re.search(r"\(steps (\d+) to (\d+)\)", cell.text_content() or "")
        assert found
        first, last = (page.locator(f"#step-{found[side]}").evaluate(EDGES) for side in (1, 2))
        assert cell.evaluate(EDGES) == [first[0], last[1]]


def test_every_row_of_a_lane_has_all_columns_and_goes_with_its_lane(watched_page: OpenWatched) -> None:
    page = watched_page(PAGE).page
    more = page.locator(".journeys-more")
    assert more.count() > 0
    id = more.first.get_attribute("data-lane")
    rows = page.locator(f"[data-lane={id}]")
    steps = page.locator(".journeys-steps [scope=col]").count()
    widths = rows.evaluate_all("all => all.map(row => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0))")
    assert set(widths) == {steps + 1}
    page.goto(f"{page.url}?hide={id}")
    assert rows.evaluate_all("all => all.filter(row => row.checkVisibility()).length") == 0


def test_a_picture_is_a_thumbnail_that_leads_to_the_whole(watched_page: OpenWatched) -> None:
    page = watched_page("journeys/try-before-paying/").page
    picture = page.locator("[data-lane=pictures] a.journeys-picture").first
    width, height = picture.evaluate("e => [e.offsetWidth, e.offsetHeight]")
    assert abs(width / height - 16 / 9) < 0.1
    expect(page.get_by_role("link", name=picture.locator("img").get_attribute("alt") or "?")).to_have_count(1)
    picture.click()
    expect(page).to_have_url(re.compile(r"/assets/journeys/pictures/.+\.png$"))


def test_arrows_of_a_blueprint_point_at_what_serves_a_step(read_page: OpenWatched) -> None:
    page = read_page(PAGE).page
    served = page.locator("[data-lane=frontstage] .journeys-served")
    assert served.count() > 0
    line = page.locator(".journeys-boundary-interaction").evaluate("e => e.getBoundingClientRect().height")
    top = served.first.evaluate("e => parseFloat(getComputedStyle(e, '::before').top)")
    assert -top >= line - 1
    for cell in served.all():
        assert (cell.text_content() or "").strip()
