"""Lanes that an atlas hides, the lines of a service blueprint, and texts of every sort that stay texts."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenWatched
from browser.support_axe import OF_COLOURS, axe_violations
from browser.support_library import ATTACK, build_library
from browser.support_site import once, served

BLUEPRINT, JOURNEY = "journeys/magazin/", "journeys/leihen/"
PAGES = (
    *("", "journeys/", JOURNEY, BLUEPRINT, "personas/maya/", "pains/", "pains/?sort=title", "opportunities/"),
    *("opportunities/finden/", "evidence/zaehlung/", "catalog/"),
)


@pytest.fixture(scope="module")
def library(shared_folder: Path) -> Iterator[str]:
    """The address of an atlas with hidden lanes, of which every text attacks."""
    with served(once(shared_folder, "library-site", build_library)) as address:
        yield address


@pytest.fixture
def page(watched_page: OpenWatched, library: str) -> Page:
    """A service blueprint of which two lanes are hidden."""
    return watched_page(BLUEPRINT, base=library).page


def rows(page: Page) -> list[str]:
    """What stands in the map from top to bottom: heads, lanes and lines, as far as they are shown."""
    shown: list[str] = page.locator(".journeys-grid tr").evaluate_all(
        """all => all.filter(row => !row.hidden).map(row => row.dataset.lane
          || row.className.match(/journeys-boundary-(\\w+)/)?.[1].toUpperCase() || row.className)"""
    )
    return shown


def hidden_count(page: Page) -> str:
    return page.locator(".journeys-lanes-menu summary").inner_text()


def lane(page: Page, name: str, shown: bool) -> None:
    """Switch a lane on or off."""
    menu = page.locator("details.journeys-lanes-menu")
    if menu.get_attribute("open") is None:
        menu.locator("summary").click()
    page.get_by_role("checkbox", name=re.compile(f"^{name}")).set_checked(shown)


def test_a_blueprint_stands_in_its_order_with_its_lines(page: Page) -> None:
    assert rows(page) == [
        *("journeys-stages", "touchpoint", "journeys-steps", "INTERACTION", "frontstage", "VISIBILITY", "backstage"),
        *("INTERNAL", "systems", "BESIDES", "pains", "opportunities"),
    ]


def test_lanes_that_the_atlas_hides_are_counted_and_can_be_shown(page: Page, library: str) -> None:
    assert hidden_count(page) == "Lanes (2 hidden)"
    lane(page, "Support processes", shown=True)
    assert "support" in rows(page)
    assert hidden_count(page) == "Lanes (1 hidden)"
    expect(page).to_have_url(re.compile(r"\?hide=thinks$"))
    page.goto(f"{library}/{BLUEPRINT}")
    assert "support" in rows(page)
    lane(page, "Thinks", shown=True)
    assert hidden_count(page) == "Lanes"
    expect(page).to_have_url(re.compile(r"\?hide=$"))


def test_the_choice_of_a_reader_for_one_map_leaves_the_lanes_of_others_alone(page: Page, library: str) -> None:
    lane(page, "Support processes", shown=True)
    lane(page, "Pains", shown=False)
    page.goto(f"{library}/{JOURNEY}")
    assert hidden_count(page) == "Lanes (2 hidden)"
    assert {"own-recht", "thinks"} & {*rows(page)} == set()
    lane(page, "Thinks", shown=True)
    page.goto(f"{library}/{BLUEPRINT}")
    assert {"support", "thinks"} <= {*rows(page)}
    assert "pains" not in rows(page)


def test_what_is_hidden_again_is_as_the_atlas_has_it(page: Page, library: str) -> None:
    lane(page, "Support processes", shown=True)
    lane(page, "Support processes", shown=False)
    expect(page).to_have_url(f"{library}/{BLUEPRINT}")
    page.reload()
    assert hidden_count(page) == "Lanes (2 hidden)"


def test_a_link_that_hides_nothing_shows_what_the_atlas_hides(watched_page: OpenWatched, library: str) -> None:
    page = watched_page(f"{BLUEPRINT}?hide=", base=library).page
    assert {"support", "thinks"} <= {*rows(page)}


def test_a_line_goes_with_the_last_lane_below_it(page: Page) -> None:
    lane(page, "Systems", shown=False)
    assert "INTERNAL" not in rows(page)
    lane(page, "Backstage", shown=False)
    assert "VISIBILITY" not in rows(page)
    assert "INTERACTION" in rows(page)
    lane(page, "Frontstage", shown=False)
    lane(page, "Pains", shown=False)
    assert "INTERACTION" not in rows(page)
    assert "BESIDES" in rows(page)
    lane(page, "Opportunities", shown=False)
    assert "BESIDES" not in rows(page)


def test_without_scripts_every_lane_is_shown(watched_page: OpenWatched, library: str) -> None:
    page = watched_page(BLUEPRINT, base=library, javascript=False).page
    for name in ("support", "thinks", "pains"):
        expect(page.locator(f'tr[data-lane="{name}"]')).to_be_visible()


def test_paper_names_the_lanes_that_it_leaves_out(page: Page) -> None:
    note = page.locator(".journeys-hidden-names")
    expect(note).to_be_hidden()
    page.emulate_media(media="print")
    expect(note).to_be_visible()
    expect(note).to_have_text("Lanes not shown: Support processes, Thinks")


@pytest.mark.parametrize("path", PAGES)
def test_no_text_of_an_author_is_more_than_a_text(read_page: OpenWatched, library: str, path: str) -> None:
    page = read_page(path, base=library).page
    assert page.title() != "owned"
    assert page.locator("img[src=x], [onfocus], [autofocus]").count() == 0
    content = page.locator("main").inner_text()
    assert "1337" not in content
    assert " ".join(ATTACK.split()) in " ".join((page.locator("main").text_content() or "").split())


@pytest.mark.parametrize("path", [BLUEPRINT, "catalog/", "journeys/", "personas/maya/"])
def test_nobody_stumbles_over_what_is_new(watched_page: OpenWatched, library: str, path: str) -> None:
    watched = watched_page(path, base=library)
    assert axe_violations(watched.page, "main") == []
    watched.switch_to("dark")
    assert axe_violations(watched.page, "main", only=OF_COLOURS) == []


def test_texts_are_marked_with_their_language(read_page: OpenWatched, library: str) -> None:
    page = read_page(JOURNEY, base=library).page
    assert page.locator("html").get_attribute("lang") == "en"
    language = "element => element.closest('[lang]').lang"
    for text in ("h1", ".journeys-steps [scope=col] b", ".journeys-lane-said q"):
        assert page.locator(text).first.evaluate(language) == "de"
