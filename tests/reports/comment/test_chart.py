"""The chart of a comment: what changed is marked, and what did not is left out."""

from mkdocs_journeys.reports.comment.chart import (
    LOWEST,
    MOST_CHARACTERS,
    chart_key,
    left_out,
    mermaid_chart,
    steps_to_chart,
)
from reports.support_documents import journey, step


def test_bars_stand_where_something_changed_and_the_line_goes_through_all() -> None:
    steps = steps_to_chart(journey(step(1, 0, 0), step(2, 1, -1.5), step(3, -1, 2), step(4, 0, 0)))
    chart = mermaid_chart(steps)
    assert '    x-axis ["1", "2 ▼", "3 ▲", "4"]\n' in chart
    assert "    bar [-2.58, 1, -1, -2.58]\n    line [0, -1.5, 2, 0]" in chart
    assert list(chart_key(steps))[2:] == [
        "| 2 | `Step 2` | +1 (positive) | **−1.5 (very negative)** |",
        "| 3 | `Step 3` | negative | **very positive** |",
    ]


def test_a_bar_for_very_negative_has_a_height() -> None:
    chart = mermaid_chart([step(1, 0, 0), step(2, -2, 1)])
    assert LOWEST < -2
    assert f"{LOWEST:g} --> 2" in chart
    assert "    bar [-2.58, -2]" in chart


def test_without_a_change_of_emotion_there_is_no_chart() -> None:
    assert steps_to_chart(journey(step(1, 0, 0), step(2, 1, 1))) == []
    assert steps_to_chart(journey(step(1, 0, 1))) == []


def test_a_journey_that_is_all_new_has_none_for_nothing_of_it_changed() -> None:
    assert steps_to_chart(journey(step(1, None, 0, was=None), step(2, None, -2, was=None))) == []


def test_a_new_step_is_marked_and_what_is_gone_or_unknown_is_left_out_for_a_chart_has_no_gaps() -> None:
    part = journey(step(1, 0, None, number=None), step(2, 1, 1), step(3, None, -2, was=None), step(4, 0, None))
    found = steps_to_chart(part)
    assert [one.number for one in found] == [2, 3]
    assert '    x-axis ["2", "3 new"]\n' in mermaid_chart(found)
    assert list(chart_key(found))[2:] == ["| 3 | `Step 3` | new step | **very negative** |"]


def test_of_a_long_journey_only_what_changed_and_its_neighbours_are_shown() -> None:
    def changed(*numbers: int) -> list[int | None]:
        steps = [step(number, 0, -1 if number in numbers else 0) for number in range(1, 31)]
        return [one.number for one in steps_to_chart(journey(*steps))]

    assert changed(20) == [19, 20, 21]
    assert changed(3, 28) == [2, 3, 4, 27, 28, 29]
    assert changed(1, 2, 30) == [1, 2, 3, 29, 30]
    assert changed(*range(2, 27, 2)) == list(range(2, 25, 2))


def test_the_longest_chart_is_short_enough_for_every_host() -> None:
    assert len(mermaid_chart([step(9_999, -1.6666666, -0.3333333)] * 12)) < MOST_CHARACTERS


def test_changed_steps_that_a_chart_has_no_room_for_are_named() -> None:
    fork = journey(step(1, 0, 0), step(2, 1, 1), step(3, -1, -2), step(4, 0, 1)).model_copy(
        update={"ways_after": ((1, 2, 4), (1, 3, 4))}
    )
    steps = steps_to_chart(fork)
    assert [one.number for one in steps] == [2, 4]
    assert left_out(fork, steps) == "Step 3 changed, too, and is not in the chart."
    assert left_out(journey(*fork.steps), fork.steps) == ""
    many = journey(*[step(number, 0, 1) for number in range(1, 28)])
    assert left_out(many, steps_to_chart(many)) == (
        "Steps 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24 and 3 more changed, too, and are not in the chart."
    )
