"""axe-core finds nothing to object to on any page kind: in light and dark, with other fonts.

The story of a journey on a phone is looked at in test_story.
"""

import pytest

from browser.conftest import OpenWatched
from browser.support_axe import OF_COLOURS, OF_SCHEME, OF_SIZES, WIDE, axe_violations, plain_links
from browser.support_diagram import expect_diagram, open_shadows
from browser.support_kinds import KINDS, Kind
from browser.support_page import Scheme

CHECKED = {name: kind for name, kind in KINDS.items() if name != "not found"}
SAME_LOOKS = {"journeys", "short journey", "long journey", "personas", "proto-persona", "evidence", "metrics"}
"""Kinds whose parts all stand on pages of other kinds too: their colours in dark are looked at in long runs alone."""


@pytest.mark.parametrize("kind", CHECKED.values(), ids=CHECKED.keys())
def test_a_page_of_each_kind_is_accessible_with_other_fonts_and_widths_too(
    watched_page: OpenWatched, kind: Kind
) -> None:
    watched = watched_page("404.html")
    open_shadows(watched.page.context)
    page = watched.open(kind.path).page
    if kind.stages:
        expect_diagram(page, kind.stages)
    assert axe_violations(page, "main") == []
    assert plain_links(page) == []
    page.add_style_tag(content=WIDE)
    page.set_viewport_size({"width": 360, "height": 740})
    assert axe_violations(page, "main", only=OF_SIZES) == []


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param(kind, id=name, marks=[pytest.mark.long] if name in SAME_LOOKS else [])
        for name, kind in CHECKED.items()
    ],
)
def test_its_dark_colours_break_nothing(watched_page: OpenWatched, kind: Kind) -> None:
    page = watched_page(kind.path, scheme="dark").page
    assert axe_violations(page, "main", only=OF_COLOURS) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_menu_of_lanes_is_accessible(watched_page: OpenWatched, scheme: Scheme) -> None:
    page = watched_page(KINDS["short journey"].path, scheme=scheme).page
    page.locator(".journeys-lanes-menu summary").click()
    assert axe_violations(page, ".journeys-map-bar", only=OF_SCHEME[scheme]) == []
