"""Atlases with nothing in common look right: a German blueprint of a public service, and a journey of three steps."""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from browser.conftest import OpenWatched
from browser.support_axe import axe_violations
from browser.support_site import once, served
from browser.support_whole_words import BROKEN, CUT
from support.processes import mkdocs_build

ATLASES = Path(__file__).with_name("atlases")
JOURNEYS = {"german_blueprint": "journeys/wohngeld/", "three_steps": "journeys/cross/"}
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def build(name: str, site: Path) -> None:
    """Build the atlas of this name."""
    project = Path(shutil.copytree(ATLASES / name, site.with_name(f"{site.name}-project")))
    mkdocs_build(project, "--site-dir", str(site))


@pytest.fixture(scope="module", params=JOURNEYS)
def atlas(request: pytest.FixtureRequest, shared_folder: Path) -> Iterator[tuple[str, str]]:
    """The address of an atlas, and the path of its journey."""
    name = request.param
    with served(once(shared_folder, f"site-{name}", partial(build, name))) as address:
        yield address, JOURNEYS[name]


@pytest.mark.parametrize("width", [360, 1440])
def test_no_word_of_the_map_is_cut_or_broken(watched_page: OpenWatched, atlas: tuple[str, str], width: int) -> None:
    page = watched_page(f"{atlas[1]}?view=map", base=atlas[0], width=width).page
    journey_map = page.locator("[data-journeys-map]")
    assert journey_map.evaluate(CUT) == []
    assert journey_map.evaluate(BROKEN) == []
    assert page.evaluate(SIDEWAYS) == 0


PARKED = """() => [...document.querySelectorAll(".journeys-opportunity-rows tr:last-child td:nth-child(3)")]
  .forEach(cell => (cell.textContent = "zurückgestellt"))"""


@pytest.mark.parametrize("width", [360, 1440])
def test_no_word_of_a_table_below_the_map_is_broken(
    watched_page: OpenWatched, atlas: tuple[str, str], width: int
) -> None:
    page = watched_page(atlas[1], base=atlas[0], width=width).page
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    page.evaluate(PARKED)
    tables = page.locator(".journeys:not(:has(.journeys-map)) .journeys-table")
    assert tables.count() > 0
    for table in tables.all():
        assert table.locator("xpath=..").evaluate(BROKEN) == []
        assert table.evaluate("table => innerWidth >= table.getBoundingClientRect().right")


@pytest.mark.parametrize("width", [360, 1440])
def test_the_journey_is_accessible(watched_page: OpenWatched, atlas: tuple[str, str], width: int) -> None:
    page = watched_page(atlas[1], base=atlas[0], width=width).page
    assert axe_violations(page, "main") == []
    assert page.evaluate(SIDEWAYS) == 0


def test_the_home_page_is_accessible(watched_page: OpenWatched, atlas: tuple[str, str]) -> None:
    page = watched_page("", base=atlas[0], width=1440).page
    assert axe_violations(page, "main") == []
    assert page.evaluate(SIDEWAYS) == 0
    page.set_viewport_size({"width": 360, "height": 740})
    assert axe_violations(page, "main") == []
    assert page.evaluate(SIDEWAYS) == 0


def test_a_map_is_no_wider_than_its_table(watched_page: OpenWatched, atlas: tuple[str, str]) -> None:
    page = watched_page(atlas[1], base=atlas[0], width=1920).page
    widths = page.locator(".journeys-map-scroll").evaluate(
        "box => [box.clientWidth, box.firstElementChild.offsetWidth, box.parentElement.clientWidth]"
    )
    assert widths[0] == widths[1] < widths[2]
