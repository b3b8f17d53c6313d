"""The small columns that say how many steps stand at each level of emotion."""

import re

from mkdocs_journeys.site.rendering.environment import environment
from mkdocs_journeys.translation.messages import speaking

DRAW = '{% from "macros/distribution.html.j2" import distribution %}{{ distribution(counts) }}'


def drawn(*counts: int, language: str = "en") -> str:
    with speaking(language):
        return environment(None).from_string(DRAW).render(counts=counts)


def columns(html: str) -> list[tuple[str, float, float]]:
    """Level, place and height of each column."""
    found = re.findall(
        r'<rect class="journeys-emotion-(\d)" x="(\d+)" y="([\d.]+)" width="8" height="([\d.]+)"/>', html
    )
    assert all(float(y) + float(height) == 15 for _, _, y, height in found)
    return [(level, float(x), float(height)) for level, x, _, height in found]


def test_the_words_name_each_level_that_occurs_with_its_number() -> None:
    assert "<title>Steps by emotion: very negative 1, neutral 1,200</title>" in drawn(1, 0, 1200, 0, 0)
    assert "sehr negativ 1, neutral 1.200</title>" in drawn(1, 0, 1200, 0, 0, language="de")


def test_a_column_stands_in_its_own_place_and_the_most_is_the_tallest() -> None:
    assert columns(drawn(0, 2, 0, 4, 1)) == [("2", 11, 7), ("4", 31, 14), ("5", 41, 3.5)]


def test_one_among_many_is_still_seen() -> None:
    assert columns(drawn(1000, 0, 0, 0, 1))[1] == ("5", 41, 2)


def test_without_any_step_nothing_is_drawn() -> None:
    assert drawn(0, 0, 0, 0, 0).strip() == ""
