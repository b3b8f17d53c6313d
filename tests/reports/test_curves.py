"""The chart of a comment with its key, and the curves of a page as geometry."""

from mkdocs_journeys.reports.curves import COLUMN, MOST_CHARACTERS, chart_key, drawing_of, mermaid_chart, steps_to_chart
from reports.support_documents import journey, step


def test_a_chart_shows_both_sides_of_every_step() -> None:
    steps = steps_to_chart(journey(step(1, 0, 0), step(2, 1, -1.5)))
    chart = mermaid_chart(steps)
    assert '    x-axis ["1", "2"]' in chart
    assert "    bar [0, 1]\n    line [0, -1.5]" in chart
    assert list(chart_key(steps))[2:] == [
        "| 1 | `Step 1` | neutral |  |",
        "| 2 | `Step 2` | +1 (positive) | **−1.5 (very negative)** |",
    ]


def test_without_a_change_of_emotion_there_is_no_chart() -> None:
    assert steps_to_chart(journey(step(1, 0, 0), step(2, 1, 1))) == []
    assert steps_to_chart(journey(step(1, 0, 1))) == []


def test_what_is_known_on_one_side_only_is_left_out_for_a_chart_has_no_gaps() -> None:
    found = steps_to_chart(journey(step(1, None, 0), step(2, 1, -1), step(3, 0, None), step(4, 0, 0)))
    assert [one.number for one in found] == [2, 4]


def test_a_long_journey_shows_twelve_steps_around_what_changed() -> None:
    steps = [step(number, 0, -1 if number == 20 else 0) for number in range(1, 31)]
    found = steps_to_chart(journey(*steps))
    assert len(found) == 12
    assert 20 in [one.number for one in found]
    far = steps_to_chart(journey(*[step(number, 0, -1 if number in (3, 28) else 0) for number in range(1, 31)]))
    assert [one.number for one in far] == list(range(3, 15))
    last = steps_to_chart(journey(*[step(number, 0, -1 if number == 30 else 0) for number in range(1, 31)]))
    assert [one.number for one in last] == list(range(19, 31))


def test_the_longest_chart_is_short_enough_for_every_host() -> None:
    assert len(mermaid_chart([step(9_999, -1.6666666, -0.3333333)] * 12)) < MOST_CHARACTERS


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
