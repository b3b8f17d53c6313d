"""axe-core finds nothing to object to on any page kind, in light and dark."""

import pytest

from browser.conftest import OpenWatched
from browser.support_axe import axe_violations
from browser.support_diagram import expect_diagram, open_shadows
from browser.support_kinds import KINDS, Kind
from browser.support_page import Scheme

CHECKED = {name: kind for name, kind in KINDS.items() if name != "not found"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", CHECKED.values(), ids=CHECKED.keys())
def test_a_page_of_each_kind_is_accessible(watched_page: OpenWatched, kind: Kind, scheme: Scheme) -> None:
    watched = watched_page("404.html", scheme=scheme)
    open_shadows(watched.page.context)
    page = watched.open(kind.path).page
    if kind.stages:
        expect_diagram(page, kind.stages)
    assert axe_violations(page, "main") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_menu_of_lanes_is_accessible(watched_page: OpenWatched, scheme: Scheme) -> None:
    page = watched_page(KINDS["long journey"].path, scheme=scheme).page
    page.locator(".journeys-lanes-menu summary").click()
    assert axe_violations(page, ".journeys-map-bar") == []


def test_the_journey_on_a_phone_is_accessible(watched_page: OpenWatched) -> None:
    page = watched_page(KINDS["journey of several"].path, width=360).page
    assert axe_violations(page, "main") == []
