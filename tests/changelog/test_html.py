"""Release notes as a page that stands alone."""

import re

import pytest

from changelog.support_notes import HOSTILE, hostile_notes, many_changed, maps, notes
from changelog.test_notes import BUY, WORSE, measured
from mkdocs_journeys.changelog.html import format_notes
from reports.test_html import read


def test_it_says_what_markdown_says() -> None:
    new = measured(nps="2026-06-30,45") | {"journeys/maps/buy.yml": WORSE}
    page = format_notes(notes(maps(buy=BUY), new, contributors=["Ann"], site_url="https://maps.example.com"))
    text = " ".join(read(page).text.split())
    for said in (
        "1 change in 1 journey: 1 for the worse.",
        "Mean emotion +0.5 → −1.0 worse",
        "Compares fell from positive to very negative",
        "40 points, by 2026-12-31, reached",
        "Contributors: Ann.",
    ):
        assert said in text
    assert ("href", "https://maps.example.com/journeys/buy/#step-1") in read(page).attributes


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text_and_nothing_is_loaded(text: str) -> None:
    page = read(format_notes(hostile_notes(text)))
    assert {"script", "img", "iframe", "link"} & set(page.tags) == set()
    assert [name for name, _ in page.attributes if name in ("style", "src") or name.startswith("on")] == []
    assert [value for name, value in page.attributes if name == "href" and not value.startswith("https://maps")] == []


def test_each_cell_says_of_which_column_it_is_and_ids_are_unique() -> None:
    page = format_notes(many_changed(50))
    assert re.findall(r"<td(?![^>]*data-label)[^>]*>", page) == []
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids)) > 40
    assert "10 more journeys changed" in page
