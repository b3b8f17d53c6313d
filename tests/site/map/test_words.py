"""Room for long words: wide columns, and stage heads as high as their names."""

from markupsafe import Markup

from mkdocs_journeys.site.map.heads import StageHead, StepHead
from mkdocs_journeys.site.map.words import USUAL_WORD, looks_of


def stage(name: str, span: int) -> StageHead:
    return StageHead("one", name, "", 1, span, 0.5, Markup())


def head(name: str) -> StepHead:
    return StepHead(1, name, "", False, "assumed", (), (), Markup())


def test_usual_words_need_no_more_room() -> None:
    assert looks_of([stage("Awareness", 1)], [head("Compares the plans" + " of us all" * 9)], ["Pricing page"]) == ""


def test_a_long_word_in_a_step_a_touchpoint_or_a_narrow_stage_makes_columns_wide() -> None:
    long = "x" * (USUAL_WORD + 1)
    assert "journeys-long-words" in looks_of([], [head(f"Reads {long}")], [])
    assert "journeys-long-words" in looks_of([], [], [f"The {long}"])
    assert "journeys-long-words" in looks_of([stage(long, 1)], [], [])
    assert looks_of([stage(long, 4)], [head("x" * USUAL_WORD)], []) == ""


def test_a_stage_head_has_the_lines_that_its_name_takes() -> None:
    looks = looks_of([stage("Know what it costs and what it does not", 1), stage("Pay", 1)], [], [])
    assert looks == "journeys-stage-lines-4 journeys-small-lines-4"
    assert looks_of([stage("Before anyone notices", 2)], [], []) == "journeys-small-lines-2"
