"""Dotted curves behind those of a map."""

from mkdocs_journeys.atlas import actors_of
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.map.emotions.curve import COLUMN, EmotionCurve, curve_of, height_of
from mkdocs_journeys.site.map.emotions.former import with_former
from support.atlases import PERSONA, atlas, journey, stage, step

TODAY = journey("now", stage("choose", step(emotion=-1), step(emotion=-2)), stage("pay", step(emotion=0)))
TOMORROW = journey(
    "then", stage("choose", step(emotion=1)), stage("pay", step(emotion=2)), state="future", baseline="now"
)


def drawn(*journeys: Journey, previous: tuple[float | None, ...] = (), new: tuple[int, ...] = ()) -> EmotionCurve:
    made, found = journeys[-1], atlas(*journeys)
    curve = curve_of(found, made, [actors_of(made, one) for one in made.steps])
    return with_former(curve, found, made, {}, [(PERSONA, previous, new)] if previous else [])


def test_a_future_journey_has_the_curve_of_today_behind_it_stage_by_stage() -> None:
    curve = drawn(TODAY, TOMORROW)
    assert [former.dots for former in curve.former] == [
        (
            (round(COLUMN * 0.25), height_of(-1)),
            (round(COLUMN * 0.75), height_of(-2)),
            (round(COLUMN * 1.5), height_of(0)),
        )
    ]
    assert "today" in curve.former_means


def test_a_preview_shows_what_was_before_instead() -> None:
    curve = drawn(TODAY, TOMORROW, previous=(0, None))
    assert [former.dots for former in curve.former] == [((COLUMN // 2, height_of(0)),)]
    assert "before" in curve.former_means


def test_what_was_before_has_a_gap_where_nobody_knew_it_and_none_at_a_new_step() -> None:
    four = journey("now", stage("choose", *[step(f"Step {number}", emotion=1) for number in range(4)]))
    assert starts(drawn(four, previous=(0, None, 1, 2))) == 2
    assert starts(drawn(four, previous=(0, None, 1, 2), new=(1,))) == 1


def starts(curve: EmotionCurve) -> int:
    """How many strokes the curve from before has."""
    (former,) = curve.former
    return former.path.count("M")


def test_a_journey_of_today_has_nothing_behind_it() -> None:
    curve = drawn(TODAY)
    assert (curve.former, curve.former_means) == ((), "")


def test_nobody_who_felt_nothing_today_has_a_curve() -> None:
    unknown = journey("now", stage("choose", step()))
    assert drawn(unknown, TOMORROW).former == ()
