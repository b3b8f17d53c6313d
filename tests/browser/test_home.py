"""The home page in a browser: journeys chosen by who and by state, with the choice in the address."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OpenWatched


def rows(page: Page) -> Locator:
    return page.locator(".journeys-home tr[data-state]")


def choice(page: Page, label: str) -> Locator:
    return page.get_by_role("combobox", name=label, exact=True)


def test_journeys_are_chosen_and_the_address_keeps_it(watched_page: OpenWatched) -> None:
    page = watched_page("").page
    everything, future = rows(page).count(), page.locator('tr[data-state="future"]').count()
    assert 0 < future < everything
    choice(page, "State").select_option("future")
    expect(rows(page).filter(visible=True)).to_have_count(future)
    expect(page.get_by_role("status")).to_have_text(f"Journeys shown: {future} of {everything}")
    expect(page.locator(".journeys-heat tfoot").first).to_be_hidden()
    expect(page).to_have_url(re.compile(r"\?state=future$"))
    page.reload()
    expect(rows(page).filter(visible=True)).to_have_count(future)
    choice(page, "State").select_option("")
    expect(rows(page).filter(visible=True)).to_have_count(everything)
    expect(page.locator(".journeys-heat tfoot").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"^[^?]*$"))


def test_a_persona_finds_every_journey_of_theirs_and_folders_without_any_are_gone(watched_page: OpenWatched) -> None:
    page = watched_page("?persona=ines-invited-guest").page
    shown = rows(page).filter(visible=True)
    expect(shown.first).to_be_visible()
    for row in shown.all():
        assert "ines-invited-guest" in (row.get_attribute("data-persona") or "").split(",")
    expect(page.locator(".journeys-heat-group").filter(visible=True)).to_have_count(
        page.locator("tbody:has(.journeys-heat-group):has(tr[data-persona*=ines-invited-guest])").count()
    )


def test_an_address_that_names_nobody_shows_all(watched_page: OpenWatched) -> None:
    page = watched_page("?persona=<b>").page
    expect(rows(page).filter(visible=True)).to_have_count(rows(page).count())


def test_without_javascript_all_journeys_are_there_and_nothing_to_choose(watched_page: OpenWatched) -> None:
    page = watched_page("", javascript=False).page
    expect(rows(page).filter(visible=True)).to_have_count(rows(page).count())
    expect(page.locator("[data-journeys-choices]")).to_be_hidden()


@pytest.mark.parametrize("width", [1280, 1920])
def test_the_pieces_of_a_curve_meet_at_the_borders_of_stages(watched_page: OpenWatched, width: int) -> None:
    page = watched_page("", width=width).page
    gaps = page.locator(".journeys-heat tbody tr").first.evaluate(
        """row => {
          const ends = [...row.querySelectorAll(".journeys-heat-curve path:last-child")].map(path => {
            const at = place => path.getPointAtLength(place).matrixTransform(path.getScreenCTM());
            return [at(0), at(path.getTotalLength())];
          });
          return ends.slice(1).map(([start], at) => [start.x - ends[at][1].x, start.y - ends[at][1].y].map(Math.abs));
        }"""
    )
    assert gaps
    assert max(max(pair) for pair in gaps) < 1


def test_paper_has_the_whole_width_of_the_map(watched_page: OpenWatched) -> None:
    page = watched_page("", width=1040).page
    page.emulate_media(media="print")
    box = page.locator(".journeys-table-scroll").first
    expect(page.locator("[data-journeys-choices]")).to_be_hidden()
    assert box.evaluate("box => box.scrollWidth <= box.clientWidth")
