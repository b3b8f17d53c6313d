"""The curves of a page as geometry."""

from mkdocs_journeys.reports.curves import COLUMN, drawing_of, emotions_in_words
from reports.support_documents import journey, step


def test_both_curves_are_drawn_and_an_arrow_leads_from_the_old_point_to_the_new() -> None:
    drawing = drawing_of(journey(step(1, 0, 0), step(2, 2, -2), step(3, -1, 1)))
    assert drawing
    assert drawing.width == 3 * COLUMN
    assert drawing.lines_before == ("M56 80L168 20", "M168 20L280 110")
    assert drawing.lines_after == ("M56 80L168 140", "M168 140L280 50")
    assert drawing.falls == ("M168 20V131m-5 -6l5 6l5 -6",)
    assert drawing.rises == ("M280 110V59m-5 6l5 -6l5 6",)
    assert [(dot.level, dot.title) for dot in drawing.after] == [
        (3, "After: neutral"),
        (1, "After: very negative"),
        (4, "After: positive"),
    ]
    assert drawing.columns[1].words == "very positive → very negative"


def test_a_gap_stays_a_gap() -> None:
    drawing = drawing_of(journey(step(1, 0, 0), step(2, None, None), step(3, 1, 0)))
    assert drawing
    assert drawing.lines_before == drawing.lines_after == ()
    assert drawing.columns[1].words == "not known"


def test_steps_that_came_and_went_have_one_side_alone() -> None:
    drawing = drawing_of(journey(step(1, 1, None, number=None), step(2, None, 0, was=None)))
    assert drawing
    assert [(column.fate, column.words) for column in drawing.columns] == [("gone", "positive"), ("new", "neutral")]
    assert (len(drawing.before), len(drawing.after)) == (1, 1)


def test_where_nothing_feels_different_or_nothing_is_known_there_is_no_drawing() -> None:
    assert drawing_of(journey(step(1, 1, 1))) is None
    assert drawing_of(journey(step(1, None, None, was=None))) is None
    assert drawing_of(journey()) is None


FORK = journey(step(1, 0, 0), step(2, 1, 1), step(3, -1, -2), step(4, 0, 1)).model_copy(
    update={"ways_before": (), "ways_after": ((1, 2, 4), (1, 3, 4))}
)
"""All steps were one row; now the third is beside the main way."""


def test_no_line_connects_the_steps_of_two_ways() -> None:
    drawing = drawing_of(FORK)
    assert drawing
    assert drawing.lines_before == ("M56 80L168 50", "M168 50L280 110", "M280 110L392 80")
    assert drawing.sides_before == ()
    assert drawing.lines_after == ("M56 80L168 50", "M168 50L392 50")
    assert drawing.sides_after == ("M56 80L280 140", "M280 140L392 50")


def test_numbers_of_steps_that_are_not_there_draw_nothing() -> None:
    drawing = drawing_of(FORK.model_copy(update={"ways_after": ((7, 2, 9), (), (99,))}))
    assert drawing
    assert drawing.lines_after == drawing.sides_after == ()


def test_two_emotions_of_one_word_are_told_apart_by_their_numbers() -> None:
    assert emotions_in_words(step(1, -0.5, -1)) == ("−0.5 (negative)", "−1 (negative)")
    assert emotions_in_words(step(2, 1 / 3, 0.334)) == ("+0.333 (neutral)", "+0.334 (neutral)")
    assert emotions_in_words(step(3, -0.3, -0.3)) == ("−0.3 (neutral)", "−0.3 (neutral)")
    drawing = drawing_of(journey(step(1, 1e-300, 0)))
    assert drawing
    assert drawing.columns[0].words == "+1e−300 (neutral) → 0 (neutral)"
