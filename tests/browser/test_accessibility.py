"""axe-core finds nothing to object to on any page kind: in light and dark, with other fonts.

Of long tables and lists the first rows are looked at, and all of them in long runs. The story of a journey on a phone
is looked at in test_story.
"""

import pytest

from browser.conftest import OpenWatched
from browser.support_axe import OF_COLOURS, OF_SCHEME, OF_SIZES, WIDE, axe_violations, plain_links, shorten_lists
from browser.support_diagram import expect_diagram, open_shadows
from browser.support_kinds import KINDS, Kind
from browser.support_page import Scheme

CHECKED = {name: kind for name, kind in KINDS.items() if name != "not found"}
ELSEWHERE = {"long journey", "system", "tag"}
"""Kinds whose parts all stand on pages of other kinds or on smaller ones, too: for long runs alone."""


@pytest.mark.parametrize(
    "kind",
    [pytest.param(kind, id=name, marks=[pytest.mark.long] * (name in ELSEWHERE)) for name, kind in CHECKED.items()],
)
def test_a_page_of_each_kind_is_accessible_in_both_schemes_and_with_other_fonts_and_widths(
    watched_page: OpenWatched, kind: Kind
) -> None:
    watched = watched_page("404.html")
    open_shadows(watched.page.context)
    page = watched.open(kind.path).page
    if kind.stages:
        expect_diagram(page, kind.stages)
    shorten_lists(page)
    assert axe_violations(page, "main") == []
    assert plain_links(page) == []
    watched.switch_to("dark")
    assert axe_violations(page, "main", only=OF_COLOURS) == []
    page.add_style_tag(content=WIDE)
    page.set_viewport_size({"width": 360, "height": 740})
    assert axe_violations(page, "main", only=OF_SIZES) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_menu_of_lanes_is_accessible(watched_page: OpenWatched, scheme: Scheme) -> None:
    page = watched_page(KINDS["short journey"].path, scheme=scheme).page
    page.locator(".journeys-lanes-menu summary").click()
    assert axe_violations(page, ".journeys-map-bar", only=OF_SCHEME[scheme]) == []
