"""Texts in SVG: lines that fit, and nothing that breaks XML."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.exports.printed.lettering import height_of, lettered, width_of, wrapped_to


def test_a_text_is_broken_between_words() -> None:
    assert wrapped_to("Compares the plans", width_of("Compares the", 12), 12) == ["Compares the", "plans"]


def test_a_word_that_is_too_wide_is_broken_inside() -> None:
    lines = wrapped_to("Donaudampfschifffahrt", 60, 12)
    assert len(lines) > 1
    assert "".join(lines) == "Donaudampfschifffahrt"


@given(st.text(max_size=80), st.integers(30, 300))
def test_no_word_is_lost_and_no_line_too_wide(text: str, width: int) -> None:
    lines = wrapped_to(text, width, 12)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert [line for line in lines if width_of(line, 12) > width and len(line) > 1 and width_of(line[0], 12) > 0] == []


@pytest.mark.parametrize("wide", ["WWWW", "漢字漢字", "mmmm"])
def test_wide_letters_take_more_room(wide: str) -> None:
    assert width_of(wide, 12) > width_of("illi", 12) * 2


def test_lines_are_one_text_that_keeps_what_authors_type() -> None:
    drawn = lettered(['<script>"&\x00', "two"], 4, 10, 12)
    root = ElementTree.fromstring(drawn)
    assert [each.text for each in root] == ['<script>"&\ufffd', "two"]
    assert height_of(["a", "b"], 10) == 26
    assert lettered([], 0, 0, 12) == ""
