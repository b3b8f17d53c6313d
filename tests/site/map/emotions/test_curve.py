"""The emotion curve of a map."""

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.atlas import actors_of
from mkdocs_journeys.site.map.emotions.curve import COLUMN, HEIGHT, curve_of, height_of
from support.atlases import atlas, journey, stage, step

EMOTIONS = st.lists(st.one_of(st.none(), st.integers(-2, 2)), min_size=1, max_size=60)


def curve(*steps: object, **fields: object) -> object:
    made = journey("buy", *steps, **fields)
    return curve_of(atlas(made), made, [actors_of(made, step) for step in made.steps])


def test_each_feeling_stands_in_the_middle_of_its_column() -> None:
    (series,) = curve(step(emotion=1), step(emotion=-2)).series
    assert [point.x for point in series.points] == [COLUMN / 2, COLUMN * 1.5]
    assert [point.level for point in series.points] == [4, 1]


def test_a_better_feeling_stands_higher() -> None:
    assert [height_of(v) for v in (2, 1, 0, -1, -2)] == sorted(height_of(v) for v in range(-2, 3))
    assert 0 < height_of(2) < height_of(-2) < HEIGHT


def test_a_step_without_emotion_is_a_gap_and_not_a_guess() -> None:
    drawn = curve(step(emotion=1), step(), step(emotion=1), step(emotion=0))
    (series,) = drawn.series
    assert len(series.lines) == 2
    assert len(series.gaps) == 1
    assert drawn.unknown == (COLUMN * 1.5,)


def test_a_journey_without_emotions_has_no_curve_and_says_so() -> None:
    drawn = curve(step(), step())
    assert drawn.series == ()
    assert len(drawn.unknown) == 2
    assert drawn.summary == "No emotion is recorded yet"


def test_two_actors_give_two_curves_of_different_shape() -> None:
    drawn = curve(step(emotion={"maya": -2, "tom": 2}), step(emotion={"maya": 1, "tom": 1}), personas=["maya"])
    assert [(s.persona, s.actor.number) for s in drawn.series] == [("maya", 0), ("tom", 1)]


def test_two_actors_who_feel_the_same_stand_side_by_side() -> None:
    one, two = curve(step(emotion={"maya": 1, "tom": 1})).series
    assert one.points[0].x < COLUMN / 2 < two.points[0].x
    assert one.points[0].y == two.points[0].y


def test_two_actors_who_feel_far_apart_stand_in_the_middle() -> None:
    one, two = curve(step(emotion={"maya": 2, "tom": -1})).series
    assert one.points[0].x == two.points[0].x == COLUMN / 2


def test_a_step_is_unknown_only_where_nobody_s_feeling_is_known() -> None:
    drawn = curve(step(emotion={"maya": 1, "tom": 0}), step(emotion={"tom": -1}), step(actors=["tom"]))
    assert drawn.unknown == (COLUMN * 2.5,)


def test_moments_of_truth_and_assumptions_are_marked() -> None:
    (series,) = curve(
        step(emotion=0, moment_of_truth=True, confidence="validated"), step(emotion=0, confidence="assumed")
    ).series
    assert [point.moment for point in series.points] == [True, False]
    assert [point.assumed for point in series.points] == [False, True]


def test_stages_are_told_apart_by_borders_between_their_columns() -> None:
    drawn = curve(stage("one", step(), step()), stage("two", step()), stage("three", step()))
    assert drawn.borders == (COLUMN * 2, COLUMN * 3)


def test_the_summary_names_the_lowest_and_the_highest_step() -> None:
    drawn = curve(step("Pays", emotion=-2, feelings=["angry"]), step("Shares", emotion=2))
    assert "lowest at Pays" in drawn.summary
    assert "very negative, angry" in drawn.summary
    assert "highest at Shares" in drawn.summary


@given(EMOTIONS)
def test_every_known_emotion_is_one_point_and_every_run_one_line(emotions: list[int | None]) -> None:
    drawn = curve(*(step(emotion=value) for value in emotions))
    known = [value for value in emotions if value is not None]
    runs = sum(v is not None and (i == 0 or emotions[i - 1] is None) for i, v in enumerate(emotions))
    points = [point for series in drawn.series for point in series.points]
    assert [point.level - 3 for point in points] == known
    assert sum(len(series.lines) for series in drawn.series) == runs
    assert len(drawn.unknown) == len(emotions) - len(known)
    assert all(0 < point.x < drawn.width and 0 < point.y < drawn.height for point in points)
