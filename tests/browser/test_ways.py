"""A journey with several ways through it, as a reader meets it in a browser."""

import pytest

from browser.support_axe import OF_COLOURS, axe_violations

PAGE = "journeys/pay-and-change-plan/"
FLAT = 8
"""Pixels beyond which a bar is no line any more."""


def test_each_path_stands_over_its_steps_with_its_letter(read_page) -> None:
    page = read_page(PAGE).page
    heads = page.locator(".journeys-paths th[scope=colgroup]")
    assert [text.split("\n")[0].strip() for text in heads.all_inner_texts()] == [
        "A Finance has the number",
        "B Finance asks for a letter of the tax office",
    ]
    first, step = heads.nth(1).bounding_box(), page.locator("#step-5").bounding_box()
    assert first and step
    assert abs(first["x"] - step["x"]) < 2
    assert page.locator(".journeys-curve .journeys-letter").all_text_contents() == ["A", "B", "B"]


def test_the_legend_says_what_the_lines_mean(read_page) -> None:
    page = read_page(PAGE).page
    legend = page.locator(".journeys-map-bar .journeys-legend")
    assert legend.all_inner_texts() == ["the main way\nanother path\nnot everybody, or at the same time"]
    main = page.locator(".journeys-curve .journeys-series > .journeys-line")
    other = page.locator(".journeys-curve .journeys-path .journeys-line")
    width = "line => parseFloat(getComputedStyle(line).strokeWidth)"
    assert main.first.evaluate(width) > other.first.evaluate(width)


@pytest.mark.parametrize("width", [360, 1440])
def test_the_ways_stand_in_words_below_the_map(watched_page, width: int) -> None:
    watched = watched_page(PAGE, width=width)
    words = watched.page.locator(".journeys-in-words")
    words.locator("summary").click()
    said = " ".join(words.inner_text().split())
    assert "Either A Finance has the number: Gets the right one by mail" in said
    assert "Or B Finance asks for a letter of the tax office:" in said
    assert axe_violations(watched.page, ".journeys-map") == []
    watched.switch_to("dark")
    assert axe_violations(watched.page, ".journeys-map", only=OF_COLOURS) == []


def test_a_bar_of_the_map_is_a_line_and_no_block(watched_page) -> None:
    page = watched_page("journeys/first-week/").page
    heights = page.locator(".journeys-map .journeys-bar").evaluate_all("bars => bars.map(bar => bar.clientHeight)")
    assert heights and max(heights) <= FLAT


def test_the_whole_goal_of_a_stage_can_be_read(watched_page) -> None:
    page = watched_page("journeys/try-before-paying/?view=map", width=360).page
    goals = page.locator(".journeys-about .journeys-goal")
    assert goals.count() > 2
    is_cut = "goal => goal.scrollWidth > goal.clientWidth + 1 || goal.scrollHeight > goal.clientHeight + 1"
    assert goals.evaluate_all(f"goals => goals.filter({is_cut}).length") == 0
