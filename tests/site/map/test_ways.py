"""What the map says of the ways through a journey."""

import re

from mkdocs_journeys.atlas import actors_of
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.map.emotions.curve import EmotionCurve, curve_of, height_of
from mkdocs_journeys.site.map.emotions.former import curves_before
from mkdocs_journeys.site.map.ways import HeadBar, group_bars, in_words, letters_of, path_bars, step_notes
from support.atlases import atlas, journey, stage, step

PATHS = {"granted": "It is granted", "refused": "It is refused"}


def claim() -> Journey:
    return journey(
        "claim",
        stage("asking", step("Asks", emotion=0), step("Complains", when="If nobody answers", emotion=-1)),
        stage(
            "deciding",
            step("Gets money", path="granted", emotion=2),
            step("Reads the letter", path="refused", emotion=-2),
            step("Objects", path="refused", emotion=-1, leads_to=["journey:court"]),
        ),
        stage("living", step("Goes on", emotion=1)),
        paths=PATHS,
    )


def drawn(made: Journey) -> EmotionCurve:
    return curve_of(atlas(made), made, [actors_of(made, one) for one in made.steps])


def test_paths_have_letters_in_the_order_in_which_the_journey_names_them() -> None:
    assert letters_of(claim()) == {"granted": "A", "refused": "B"}


def test_a_path_that_no_step_takes_has_no_letter() -> None:
    made = journey("claim", step(path="refused"), paths=PATHS)
    assert letters_of(made) == {"refused": "A"}


def test_more_paths_than_letters_have_numbers() -> None:
    many = {f"p{number}": f"Path {number}" for number in range(28)}
    made = journey("claim", *(step(path=id) for id in many), paths=many)
    assert list(letters_of(made).values())[24:] == ["Y", "Z", "26", "27"]


def test_each_path_stands_over_its_steps() -> None:
    assert path_bars(claim()) == (
        HeadBar(2),
        HeadBar(1, "It is granted", "A"),
        HeadBar(2, "It is refused", "B"),
        HeadBar(1),
    )
    assert path_bars(journey("buy", step())) == ()


def test_steps_with_the_same_words_stand_under_one_heading_of_their_stage() -> None:
    made = journey(
        "buy",
        stage("one", step(group="At the counter"), step(group="At the counter"), step()),
        stage("two", step(group="At the counter")),
    )
    assert group_bars(made) == (HeadBar(2, "At the counter"), HeadBar(1), HeadBar(1, "At the counter"))
    assert group_bars(journey("buy", step())) == ()


def test_the_head_of_a_step_says_when_and_how_often_it_happens() -> None:
    steps = [
        step(),
        step(optional=True),
        step(optional=True, when="If it rains"),
        step(parallel=True, repeats="Every two weeks"),
    ]
    assert list(step_notes(steps)) == [
        (),
        ("optional",),
        ("If it rains",),
        ("at the same time", "again: Every two weeks"),
    ]


def test_the_words_say_either_or_and_where_a_way_ends() -> None:
    asking, fork, living = in_words(claim())
    assert [line.name for line in asking.steps] == ["Asks", "Complains"]
    assert asking.steps[1].notes == ("If nobody answers",)
    assert [(path.mark, path.name, [line.number for line in path.steps], path.ends) for path in fork.paths] == [
        ("A", "It is granted", [3], False),
        ("B", "It is refused", [4, 5], True),
    ]
    assert [line.number for line in living.steps] == [6]
    assert in_words(journey("buy", step(), step())) == ()


def passed(line: str) -> list[tuple[float, float]]:
    """The places that the path of a curve leads through: bends are relative, straight lines are not."""
    places: list[tuple[float, float]] = []
    for kind, written in re.findall(r"([MLc])([^MLc]*)", line):
        *_, x, y = map(float, written.split())
        places.append((places[-1][0] + x, places[-1][1] + y) if kind == "c" else (x, y))
    return places


def test_a_side_line_leaves_the_main_way_and_rejoins_it() -> None:
    (series,) = drawn(claim()).series
    optional, refused = series.sides
    (main,) = series.lines
    assert not optional.is_path and optional.end is None
    assert passed(optional.lines[0])[0] == (88, height_of(0))
    assert passed(optional.lines[0])[-1] == (176 * 2 + 88, height_of(2))
    assert refused.is_path and refused.end == (176 * 4 + 88, height_of(-1))
    assert passed(refused.lines[0])[0] == (88, height_of(0))
    assert len(passed(main)) == 3, "asks, gets money, goes on"


def test_no_line_joins_the_steps_of_two_paths() -> None:
    (series,) = drawn(claim()).series
    granted, refused = (176 * 2 + 88, height_of(2)), (176 * 3 + 88, height_of(-2))
    lines = [*series.lines, *(line for side in series.sides for line in (*side.lines, *side.gaps)), *series.gaps]
    assert any(granted in passed(line) for line in lines)
    assert not any(granted in passed(line) and refused in passed(line) for line in lines)


def test_a_point_on_a_path_has_its_letter() -> None:
    (series,) = drawn(claim()).series
    assert [point.path for point in series.points] == ["", "", "A", "B", "B", ""]


def test_the_main_way_has_an_end_mark_where_the_map_goes_on() -> None:
    made = journey("claim", step(emotion=1, path="granted"), step(emotion=-1, path="refused"), paths=PATHS)
    (series,) = drawn(made).series
    assert series.end == (88, height_of(1))
    assert [side.end for side in series.sides] == [(176 + 88, height_of(-1))]
    assert drawn(journey("buy", step(emotion=1), step(emotion=1))).series[0].end is None
    assert drawn(journey("buy", step(emotion=1), step(emotion=1, optional=True))).series[0].end is None


def test_an_unknown_emotion_on_a_path_is_a_gap_there_too() -> None:
    made = journey(
        "claim",
        step(emotion=1),
        step(path="refused", emotion=-1),
        step(path="refused"),
        step(path="refused", emotion=-2),
        step(emotion=1),
        paths=PATHS,
    )
    (side,) = drawn(made).series[0].sides
    assert (len(side.lines), len(side.gaps)) == (2, 1)


def test_the_former_curve_does_not_join_paths_either() -> None:
    made = claim()
    (former,) = curves_before({}, [("maya", (1, None, 1, -1, -1, 0), ())], made.steps)
    assert former.path.count("M") == 2
    assert len(former.dots) == 5


def test_decimals_stand_between_the_levels() -> None:
    (series,) = drawn(journey("buy", step(emotion=-0.5), step(emotion=1.2))).series
    assert height_of(0) < series.points[0].y < height_of(-1)
    assert [point.level for point in series.points] == [2, 4]
