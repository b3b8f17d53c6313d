"""The two small charts of a history."""

from datetime import date

import pytest

from mkdocs_journeys.history import Event
from mkdocs_journeys.history.record import Commit, State
from mkdocs_journeys.site.charts.history import HEIGHT, WIDTH, HistoryChart, charts_of

TODAY = date(2026, 11, 22)


def event(day: str, emotion: float | None, pains: int = 0) -> Event:
    return Event(Commit("c", date.fromisoformat(day), "Ann", "x"), State(emotion, pains))


def emotion_chart(*events: Event) -> HistoryChart:
    return charts_of(tuple(reversed(events)), TODAY)[0]


def test_a_line_is_level_until_the_next_version_and_goes_on_to_today() -> None:
    chart = emotion_chart(event("2026-01-01", 2), event("2026-06-01", -2))
    (line,) = chart.lines
    assert line.startswith("M26 10H")
    assert line.endswith(f"V86H{WIDTH - 8}")
    assert (chart.start, chart.end) == (date(2026, 1, 1), TODAY)


def test_a_time_in_which_nothing_was_known_is_a_gap() -> None:
    chart = emotion_chart(event("2026-01-01", 1), event("2026-02-01", None), event("2026-03-01", 0))
    assert len(chart.lines) == 2
    assert len(chart.dots) == 2


def test_it_says_in_words_when_a_value_became_another() -> None:
    chart = emotion_chart(event("2026-01-01", 0.5), event("2026-02-01", 0.5), event("2026-03-01", -1))
    assert chart.description == "2026-01-01: +0.5, positive; 2026-03-01: −1.0, negative"


def test_open_pains_are_counted_from_zero() -> None:
    _, pains = charts_of((event("2026-02-01", 0, 3), event("2026-01-01", 0, 1)), TODAY)
    assert pains.description == "2026-01-01: 1 open pain; 2026-02-01: 3 open pains"
    assert [tick.text for tick in pains.ticks] == ["3", "0"]


def test_everything_lies_inside_the_box() -> None:
    events = [event(f"2026-{month:02}-05", month % 5 - 2, month) for month in range(1, 12)]
    for chart in charts_of(tuple(reversed(events)), TODAY):
        assert all(0 < dot.x < WIDTH and 0 < dot.y < HEIGHT for dot in chart.dots)


@pytest.mark.parametrize("events", [(), (event("2026-01-01", 1),), (event("2026-01-01", 1), event("2026-01-01", 2))])
def test_one_day_is_no_line(events: tuple[Event, ...]) -> None:
    assert charts_of(events, TODAY) == ()


def test_a_commit_from_the_future_is_not_drawn() -> None:
    assert charts_of((event("2027-01-01", 1), event("2026-01-01", 1)), TODAY) == ()
