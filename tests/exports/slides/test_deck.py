"""Slides: what stands on them, that it fits, and what is said of what does not."""

import io
from typing import Any

import pytest
from hypothesis import given, settings
from pptx import Presentation
from pptx.util import Length

from exports.support_drawn import HOSTILE, atlases
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.selection import selected
from mkdocs_journeys.exports.slides.deck import slides
from mkdocs_journeys.exports.slides.page import fitted
from support.atlases import atlas, evidence, journey, opportunity, pain, stage, step
from support.budgets import examples


def deck(of: Atlas) -> Any:
    return Presentation(io.BytesIO(slides(of, selected(of))))


def titles(of: Atlas) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in deck(of).slides]


def texts(slide: Any) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text]


def slide_of(of: Atlas, title: str) -> Any:
    return next(slide for slide in deck(of).slides if slide.shapes.title.text_frame.text.startswith(title))


def notes(slide: Any) -> str:
    text: str = slide.notes_slide.notes_text_frame.text
    return text


FULL = atlas(
    journey(
        "j",
        stage("one", step("Compares", emotion=-2, says=["What does it cost?"], pains=[pain("dear", severity="major")])),
        stage("two", step("Pays", emotion=1, evidence=["interviews"], moment_of_truth=True), step("Waits")),
        title="Buy",
        objective="Sell more",
        owner="growth",
        reviewed="2026-10-02",
    ),
    opportunity(
        "faster",
        title="How might we be faster?",
        pains=["dear"],
        solutions=[{"id": "a", "name": "A counter", "experiment": {"decision": "adopt"}}],
    ),
    evidence("interviews", title="Eleven talks", n=11),
)


def test_a_journey_is_a_title_a_map_a_curve_pains_opportunities_and_evidence() -> None:
    assert titles(FULL) == [
        *("Buy", "The map", "How it feels, step by step", "What hurts most", "What we do about it"),
        "What it rests on: 0 % is validated",
    ]


def test_what_nothing_is_known_of_has_no_slide() -> None:
    assert titles(atlas(journey("j", step(), title="Buy"))) == ["Buy", "The map"]


def test_the_title_says_whose_it_is_and_when_it_was_looked_at() -> None:
    assert {"Sell more", "Growth", "2026-10-02", "Maya", "One", "Two"} <= set(texts(slide_of(FULL, "Buy")))


def test_the_map_has_stages_steps_emotions_words_and_pains() -> None:
    found = texts(slide_of(FULL, "The map"))
    said = {"One", "Two", "1. Compares", "2. Pays\n◆ moment of truth", "−2", "+1", "not known", "“What does it cost?”"}
    assert said <= set(found)
    assert any(text.endswith("· Pain dear") for text in found)


def test_a_long_map_is_parted_evenly() -> None:
    of = atlas(journey("j", *(step(f"Step {at}") for at in range(13)), title="Buy"))
    assert titles(of)[1:] == [
        "The map, steps 1 to 5 of 13",
        "The map, steps 6 to 10 of 13",
        "The map, steps 11 to 13 of 13",
    ]


def test_the_curve_is_a_chart_with_gaps() -> None:
    (chart,) = [shape.chart for shape in slide_of(FULL, "How it feels").shapes if shape.has_chart]
    assert list(chart.plots[0].categories) == ["1. Compares", "2. Pays", "3. Waits"]
    assert [tuple(series.values) for series in chart.series] == [(-2.0, 1.0, None)]
    assert "Not known at 1 of 3 steps" in "\n".join(texts(slide_of(FULL, "How it feels")))


def test_decisions_stand_beside_solutions_and_sources_in_the_notes() -> None:
    assert any("A counter, decided: adopt" in text for text in texts(slide_of(FULL, "What we do")))
    assert "journeys/opportunities/faster.yml" in notes(slide_of(FULL, "What we do"))
    assert "journeys/evidence/interviews.yml" in notes(slide_of(FULL, "What it rests"))


def test_pains_beyond_two_slides_are_counted() -> None:
    of = atlas(journey("j", step(pains=[pain(f"p{at}") for at in range(11)])))
    last = [slide for slide in deck(of).slides if slide.shapes.title.text_frame.text == "What hurts most"][-1]
    assert "3 more in the atlas · 2 of 2" in texts(last)
    assert "p10:" in notes(last)


def test_what_is_too_long_for_a_slide_stands_in_the_notes() -> None:
    long = "word " * 200
    of = atlas(journey("j", step("A", says=[long], pains=[pain(title=long)])))
    map_ = slide_of(of, "The map")
    assert not any(long.strip() in text for text in texts(map_))
    assert notes(map_).count(long.strip()) == 2


@settings(max_examples=examples(5))
@given(atlases())
def test_slides_are_the_same_bytes_again_and_nothing_stands_outside_of_them(of: Atlas) -> None:
    data = slides(of, selected(of))
    assert data == slides(of, selected(of))
    shown = Presentation(io.BytesIO(data))
    for slide in shown.slides:
        for shape in slide.shapes:
            assert min(shape.left, shape.top) >= 0
            assert shape.left + shape.width <= Length(shown.slide_width + 1)
            assert shape.top + shape.height <= Length(shown.slide_height + 1)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_shown_as_it_is_and_no_formula_in_the_chart(text: str) -> None:
    of = atlas(journey("j", step(text, emotion=1), title=text))
    assert titles(of)[0] == " ".join(text.split())
    (chart,) = [shape.chart for shape in slide_of(of, "How it feels").shapes if shape.has_chart]
    assert next(iter(chart.plots[0].categories)).startswith("1. ")


@pytest.mark.parametrize("size", [40, 12, 9])
def test_texts_are_cut_where_not_even_the_smallest_letters_fit(size: float) -> None:
    kept, points = fitted(["some words " * 100], 3, 0.5, size, 8)
    assert (points, kept[0][-2:]) == (8, " …")
    assert fitted(["short"], 3, 0.5, size, 8)[0] == ["short"]
    assert fitted([], 3, 0.5, size, 8) == ([], size)
