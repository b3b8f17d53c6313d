"""How long journeys take."""

from mkdocs_journeys.insight.durations import time_in_words, time_of_journey, time_of_stage
from mkdocs_journeys.model import Journey
from mkdocs_journeys.model.duration import DAY, HOUR, MINUTE, Duration
from support.atlases import journey, stage, step


def whole(made: Journey) -> Duration:
    found = time_of_journey(made)
    assert found is not None
    return found.whole


def test_doing_and_waiting_add_up_over_the_steps() -> None:
    made = journey("buy", step(duration="5 min", wait="1 h"), step(duration="10 min"))
    assert whole(made) == Duration(75 * MINUTE, 75 * MINUTE)
    found = time_of_journey(made)
    assert found is not None and found.waiting == Duration(HOUR, HOUR)


def test_what_happens_at_the_same_time_counts_once() -> None:
    made = journey("buy", step(duration="1 h"), step(duration="2 h", parallel=True), step(duration="1 h"))
    assert whole(made) == Duration(3 * HOUR, 3 * HOUR)


def test_other_paths_and_optional_steps_are_left_out() -> None:
    made = journey(
        "buy",
        step(duration="1 h"),
        step(duration="9 h", optional=True),
        step(duration="1 h", path="a"),
        step(duration="9 h", path="b"),
        paths={"a": "A", "b": "B"},
    )
    assert whole(made) == Duration(2 * HOUR, 2 * HOUR)


def test_a_stage_that_says_how_long_it_takes_is_believed() -> None:
    made = journey("buy", stage("one", step(duration="5 min"), duration="2–5 d"), stage("two", step(duration="1 d")))
    assert time_of_stage(made, made.stages[0]).whole == Duration(2 * DAY, 5 * DAY)
    assert whole(made) == Duration(3 * DAY, 6 * DAY)


def test_it_is_said_that_not_all_is_known() -> None:
    made = journey("buy", stage("one", step(duration="5 min"), step(duration="a while")), stage("two", step()))
    found = time_of_stage(made, made.stages[0])
    assert found is not None and (found.known, found.parts) == (1, 2)
    total = time_of_journey(made)
    assert total is not None and (total.known, total.parts) == (0, 2)
    assert time_in_words(total) == "5 min as far as known"


def test_where_nothing_is_known_nothing_is_said() -> None:
    made = journey("buy", step(), step(duration="a while"))
    assert time_of_journey(made) is None
    assert time_of_stage(made, made.stages[0]) is None


def test_a_journey_of_which_all_is_known_says_so() -> None:
    found = time_of_journey(journey("buy", step(duration="5 min"), step(duration="2 min")))
    assert found is not None and time_in_words(found) == "7 min in all"
