"""The curve of a map on a phone: faces, lines and hollow dots beside the cards."""

from itertools import combinations

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OpenWatched

TRIAL = "journeys/try-before-paying/"
BLUEPRINT = "journeys/get-help-when-sync-stops/"
WAYS = "journeys/pay-and-change-plan/"


@pytest.fixture
def told(read_page: OpenWatched) -> Page:
    """A journey of one person, on a phone."""
    return read_page(TRIAL, width=360).page


def story(page: Page) -> Locator:
    return page.locator(".journeys-story")


def scene(page: Page, number: int) -> Locator:
    return page.locator(f".journeys-scene#step-{number}")


def test_no_line_leads_from_one_path_to_the_other(read_page: OpenWatched) -> None:
    page = read_page(WAYS, width=360).page
    expect(scene(page, 3).locator(".journeys-rail-from path")).to_have_count(1)
    expect(scene(page, 4).locator(".journeys-rail-from path")).to_have_count(0)
    expect(scene(page, 5).locator(".journeys-rail-to path")).to_have_count(0)
    expect(scene(page, 5).locator(".journeys-aside path")).to_have_count(1)


def test_a_feeling_that_nobody_knows_has_a_question_mark(read_page: OpenWatched) -> None:
    page = read_page(BLUEPRINT, width=360).page
    expect(scene(page, 1).locator(".journeys-face text")).to_have_text("?")
    expect(scene(page, 1)).to_contain_text("not known")


def test_the_line_ends_at_its_face_and_stands_where_the_feeling_is(told: Page) -> None:
    places = told.locator(".journeys-scene").evaluate_all(
        """all => all.map(scene => {
          const [to, from, face] = [".journeys-rail-to", ".journeys-rail-from", ".journeys-face"]
            .map(name => scene.querySelector(name).getBoundingClientRect());
          const middle = face.top + face.height / 2;
          return [to.bottom - middle, from.top - middle, face.left + face.width / 2];
        })"""
    )
    assert all(abs(to) < 2 and abs(out) < 2 for to, out, _ in places)
    lowest, highest = places[6][2], places[8][2]
    assert lowest == min(x for _, _, x in places) and highest == max(x for _, _, x in places)


def test_of_many_people_initials_stand_on_the_rail(watched_page: OpenWatched, generated: str) -> None:
    page = watched_page("journeys/crowd/", base=generated, width=360).page
    rail = scene(page, 2).locator(".journeys-face")
    expect(rail).to_have_count(9)
    expect(rail.locator("text")).to_have_text(["An", "BD", "CD", "DD", "ED", "FD", "GD", "HD", "ID"])
    for number in range(1, 6):
        boxes = [box for face in scene(page, number).locator(".journeys-face").all() if (box := face.bounding_box())]
        covered = [(a, b) for a, b in combinations(boxes, 2) if all(abs(a[at] - b[at]) < 26 for at in ("x", "y"))]
        assert len(boxes) == 9 and covered == []
    card, last = scene(page, 2).bounding_box(), rail.last.bounding_box()
    assert card and last
    assert last["y"] + last["height"] <= card["y"] + card["height"]
    page.locator(".journeys-map-people button").first.click()
    expect(rail.first).to_be_hidden()


def test_how_it_feels_today_stands_beside_tomorrow(read_page: OpenWatched) -> None:
    page = read_page("journeys/first-week-guided/", width=360).page
    ghosts = story(page).locator(".journeys-ghost-dot")
    assert ghosts.count() == page.locator(".journeys-curve .journeys-ghost-dot").count() > 0
    expect(page.locator("p.journeys-ghosts")).to_be_visible()
