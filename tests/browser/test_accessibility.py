"""axe-core finds nothing to object to on any page kind: in light and dark, with other fonts, on a phone."""

import pytest

from browser.conftest import OpenWatched
from browser.support_axe import OF_COLOURS, OF_SIZES, WIDE, axe_violations, plain_links
from browser.support_diagram import expect_diagram, open_shadows
from browser.support_kinds import KINDS, Kind
from browser.support_page import Scheme

CHECKED = {name: kind for name, kind in KINDS.items() if name != "not found"}
every_kind = pytest.mark.parametrize("kind", CHECKED.values(), ids=CHECKED.keys())


@every_kind
def test_a_page_of_each_kind_is_accessible(watched_page: OpenWatched, kind: Kind) -> None:
    watched = watched_page("404.html")
    open_shadows(watched.page.context)
    page = watched.open(kind.path).page
    if kind.stages:
        expect_diagram(page, kind.stages)
    assert axe_violations(page, "main") == []
    assert plain_links(page) == []


@every_kind
def test_its_dark_colours_and_other_fonts_and_widths_break_nothing(watched_page: OpenWatched, kind: Kind) -> None:
    page = watched_page(kind.path, scheme="dark").page
    assert axe_violations(page, "main", only=OF_COLOURS) == []
    page.add_style_tag(content=WIDE)
    page.set_viewport_size({"width": 360, "height": 740})
    assert axe_violations(page, "main", only=OF_SIZES) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_menu_of_lanes_is_accessible(watched_page: OpenWatched, scheme: Scheme) -> None:
    page = watched_page(KINDS["long journey"].path, scheme=scheme).page
    page.locator(".journeys-lanes-menu summary").click()
    assert axe_violations(page, ".journeys-map-bar") == []


def test_the_journey_on_a_phone_is_accessible(watched_page: OpenWatched) -> None:
    page = watched_page(KINDS["journey of several"].path, width=360).page
    assert axe_violations(page, "main") == []
