"""Blocks in handwritten pages, as readers meet them: the guide's page on them shows each."""

import pytest

from browser.support_axe import OF_COLOURS, axe_violations

PAGE = "guide/own-pages/"


def test_a_screen_reader_stumbles_over_nothing(watched_page):
    watched = watched_page(PAGE)
    assert axe_violations(watched.page, ".journeys-block") == []
    watched.switch_to("dark")
    assert axe_violations(watched.page, ".journeys-block", only=OF_COLOURS) == []


def test_a_phone_shows_the_map_as_a_story_and_nothing_is_wider_than_the_screen(read_page):
    watched = read_page(PAGE, width=360)
    assert watched.page.locator(".journeys-block-journey .journeys-story").is_visible()
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("width", [360, 1280])
def test_no_id_comes_twice(read_page, width):
    ids = read_page(PAGE, width=width).page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert [id for id in {*ids} if ids.count(id) > 1] == []
