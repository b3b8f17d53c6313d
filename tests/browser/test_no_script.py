"""Without JavaScript the map is a table that reads by itself, and nothing offers what cannot work."""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenWatched
from browser.support_kinds import KINDS, Kind

JOURNEYS = {name: kind for name, kind in KINDS.items() if kind.stages}

_COLUMNS = """table => {
  const taken = [];
  return [...table.rows].map((row, number) => {
    const before = taken[number] || 0;
    let width = before;
    for (const cell of row.cells) {
      width += cell.colSpan;
      for (let below = number + 1; below < number + cell.rowSpan; below += 1) {
        taken[below] = (taken[below] || 0) + cell.colSpan;
      }
    }
    return width;
  });
}"""
"""How many columns each row fills, cells that reach down from rows above included."""


@pytest.fixture(params=list(JOURNEYS.values()), ids=list(JOURNEYS))
def journey(request: pytest.FixtureRequest) -> Kind:
    """One of the journeys."""
    kind: Kind = request.param
    return kind


@pytest.fixture
def page(read_page: OpenWatched, journey: Kind) -> Page:
    """A journey, opened without JavaScript, for tests that only read."""
    return read_page(journey.path, javascript=False).page


def test_every_row_of_the_map_fills_every_column(page: Page) -> None:
    table = page.locator("table.journeys-grid")
    columns = table.locator(".journeys-steps [scope=col]").count() + 1
    assert columns > 3
    assert table.locator("col").evaluate_all("all => all.reduce((sum, col) => sum + col.span, 0)") == columns
    assert set(table.evaluate(_COLUMNS)) == {columns}


def test_every_head_says_what_it_is_the_head_of(page: Page, journey: Kind) -> None:
    table = page.locator("table.journeys-grid")
    scopes = table.locator("th").evaluate_all("all => all.map(th => th.getAttribute('scope'))")
    assert scopes.count("colgroup") == journey.stages
    assert scopes.count("col") == table.locator(".journeys-steps [scope=col]").count()
    assert set(scopes) == {"colgroup", "col", "row"}
    rows = table.locator("tbody tr:not(.journeys-felt)")
    assert rows.evaluate_all("all => all.every(row => row.cells[0].matches('th[scope=row]'))")
    assert all(name.strip() for name in table.locator("th").all_text_contents())


def test_the_map_has_a_caption_and_the_curve_a_description(page: Page) -> None:
    assert "step by step" in (page.locator("table.journeys-grid caption").text_content() or "")
    title = page.locator("svg.journeys-curve > title").text_content() or ""
    assert title.startswith("Emotion at each step.")


def test_the_stages_stand_in_a_table_beside_the_diagram(watched_page: OpenWatched, journey: Kind) -> None:
    page = watched_page(journey.path, javascript=False).page
    page.locator("details.journeys-about-journey > summary").click()
    twin = page.locator("details.journeys-twin", has_text="Stages as a table")
    twin.locator("summary").click()
    expect(twin.locator("tbody tr")).to_have_count(journey.stages)
    expect(twin.locator("tbody tr").first).to_be_visible()


def test_controls_that_need_a_script_are_not_shown(page: Page) -> None:
    expect(page.locator(".journeys-map-controls")).to_be_hidden()


def test_every_step_and_every_feeling_can_be_read(page: Page) -> None:
    steps = page.locator(".journeys-steps [scope=col]").count()
    names = [name.strip() for name in page.locator(".journeys-steps [scope=col] b").all_inner_texts()]
    assert len(names) == steps
    assert all(names)
    felt = page.locator(".journeys-felt td").all_inner_texts()
    assert len(felt) == steps
    assert all(text.strip() for text in felt)


def test_a_link_leads_to_its_step(watched_page: OpenWatched) -> None:
    page = watched_page(f"{KINDS['long journey'].path}#step-20", javascript=False).page
    expect(page.locator("#step-20")).to_be_in_viewport(ratio=0.95)
