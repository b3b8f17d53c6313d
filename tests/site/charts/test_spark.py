"""The small emotion curve."""

from mkdocs_journeys.site.charts.spark import HEIGHT, WIDTH, spark
from support.atlases import journey, step


def test_a_step_without_emotion_is_a_gap() -> None:
    drawn = spark(journey("buy", step(emotion=1), step(emotion=1), step(), step(emotion=-2)), "maya")
    assert [dot.level for dot in drawn.dots] == [4, 4, 1]
    assert drawn.line.count("M") == 1
    assert f"{drawn.dots[2].x:g}" not in drawn.line
    assert [level for level, _ in drawn.marks] == [1, 4]


def test_a_good_feeling_stands_above_the_neutral_line() -> None:
    high, low = spark(journey("buy", step(emotion=2), step(emotion=-2)), "maya").dots
    assert 0 < high.y < HEIGHT / 2 < low.y < HEIGHT


def test_every_dot_stands_inside_the_box() -> None:
    drawn = spark(journey("buy", *[step(emotion=n % 5 - 2) for n in range(60)]), "maya")
    assert all(drawn.radius <= dot.x <= WIDTH - drawn.radius for dot in drawn.dots)
    assert drawn.dots[1].x - drawn.dots[0].x > drawn.radius


def test_a_single_step_stands_in_the_middle() -> None:
    drawn = spark(journey("buy", step(emotion=0)), "maya")
    assert [dot.x for dot in drawn.dots] == [WIDTH / 2]
    assert drawn.line == ""


def test_it_shows_the_feelings_of_the_persona_it_is_asked_for() -> None:
    drawn = spark(journey("buy", step(emotion={"maya": 1, "tom": -1}), step(emotion=2)), "tom")
    assert [dot.level for dot in drawn.dots] == [2]


def test_it_says_in_words_what_it_shows() -> None:
    drawn = spark(journey("buy", step("Looks", emotion=1), step("Waits"), step("Pays", emotion=-2)), "maya")
    assert drawn.title == "Emotion in Journey buy"
    assert drawn.description == (
        "lowest −2, very negative, at Pays; highest +1, positive, at Looks; not known at 1 of 3 steps"
    )


def test_one_and_the_same_feeling_is_said_once() -> None:
    assert spark(journey("buy", step(emotion=1), step(emotion=1)), "maya").description == ("+1, positive, throughout")


def test_nothing_known_is_said_so() -> None:
    drawn = spark(journey("buy", step()), "maya")
    assert drawn.dots == ()
    assert drawn.description == "No emotion is recorded yet"
