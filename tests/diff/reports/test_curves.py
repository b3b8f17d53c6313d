"""The chart of a comment, and what its numbers stand for."""

from diff.reports.support_documents import step
from mkdocs_journeys.diff.reports.curves import MOST_CHARACTERS, chart_key, charted, emotion_chart


def test_a_chart_shows_both_sides_of_every_step() -> None:
    steps = charted([step(1, 0, 0), step(2, 1, -1.5)])
    chart = emotion_chart(steps)
    assert '    x-axis ["1", "2"]' in chart
    assert "    bar [0, 1]\n    line [0, -1.5]" in chart
    assert list(chart_key(steps))[2:] == [
        "| 1 | `Step 1` | neutral |  |",
        "| 2 | `Step 2` | positive | **very negative** |",
    ]


def test_without_a_change_of_emotion_there_is_no_chart() -> None:
    assert charted([step(1, 0, 0), step(2, 1, 1)]) == []
    assert charted([step(1, 0, 1)]) == []


def test_what_is_known_on_one_side_only_is_left_out_for_a_chart_has_no_gaps() -> None:
    found = charted([step(1, None, 0), step(2, 1, -1), step(3, 0, None), step(4, 0, 0)])
    assert [one.number for one in found] == [2, 4]


def test_a_long_journey_shows_twelve_steps_around_what_changed() -> None:
    steps = [step(number, 0, -1 if number == 20 else 0) for number in range(1, 31)]
    found = charted(steps)
    assert len(found) == 12
    assert 20 in [one.number for one in found]
    far = charted([step(number, 0, -1 if number in (3, 28) else 0) for number in range(1, 31)])
    assert [one.number for one in far] == list(range(3, 15))
    last = charted([step(number, 0, -1 if number == 30 else 0) for number in range(1, 31)])
    assert [one.number for one in last] == list(range(19, 31))


def test_the_longest_chart_is_short_enough_for_every_host() -> None:
    assert len(emotion_chart([step(9_999, -1.6666666, -0.3333333)] * 12)) < MOST_CHARACTERS
