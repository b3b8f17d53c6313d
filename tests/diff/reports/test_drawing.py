"""The curves of a page, as geometry."""

from diff.reports.support_documents import step
from mkdocs_journeys.diff.reports.drawing import COLUMN, drawing_of


def test_both_curves_are_drawn_and_an_arrow_leads_from_the_old_point_to_the_new() -> None:
    drawing = drawing_of([step(1, 0, 0), step(2, 2, -2), step(3, -1, 1)])
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
    drawing = drawing_of([step(1, 0, 0), step(2, None, None), step(3, 1, 0)])
    assert drawing
    assert drawing.lines_before == drawing.lines_after == ()
    assert drawing.columns[1].words == "not known"


def test_steps_that_came_and_went_have_one_side_alone() -> None:
    drawing = drawing_of([step(1, 1, None, number=None), step(2, None, 0, was=None)])
    assert drawing
    assert [(column.fate, column.words) for column in drawing.columns] == [("gone", "positive"), ("new", "neutral")]
    assert (len(drawing.before), len(drawing.after)) == (1, 1)


def test_where_nothing_feels_different_or_nothing_is_known_there_is_no_drawing() -> None:
    assert drawing_of([step(1, 1, 1)]) is None
    assert drawing_of([step(1, None, None, was=None)]) is None
    assert drawing_of([]) is None
