"""What a future journey would change."""

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.comparison.tomorrow import JourneyComparison, PlacedEmotion, emotions_today, replacement_of
from mkdocs_journeys.model import Journey
from support.atlases import PERSONA, atlas, journey, pain, stage, step

TODAY = journey(
    "now",
    stage("choose", step(emotion=-1, team="sales"), step(emotion=-2, team="desk", pains=[pain("form"), pain("wait")])),
    stage("pay", step(emotion=0, pains=[pain("fee", status="resolved")], moment_of_truth=True)),
)


def found(*stages: object) -> tuple[Atlas, JourneyComparison]:
    given = atlas(TODAY, future(*stages))
    replacement = replacement_of(given, given.journeys["then"])
    assert replacement
    return given, replacement


def future(*stages: object) -> Journey:
    return journey("then", *stages, state="future", baseline="now")  # type: ignore[arg-type]


def test_both_are_told_in_the_same_figures() -> None:
    _, replacement = found(stage("choose", step(emotion=1, pains=["wait"])))
    before, after = replacement.before, replacement.after
    assert (before.emotion, before.open_pains, before.steps, before.handoffs) == (-1, 2, 3, 1)
    assert (after.emotion, after.open_pains, after.steps, after.handoffs) == (1, 1, 1, 0)


def test_pains_go_stay_or_come() -> None:
    _, replacement = found(stage("choose", step(pains=["wait", pain("new")])))
    assert [item.pain.id for item in replacement.gone] == ["form"]
    assert [item.pain.id for item in replacement.kept] == ["wait"]
    assert [item.pain.id for item in replacement.new] == ["new"]


def test_stages_that_only_today_passes_are_named() -> None:
    _, replacement = found(stage("choose", step()))
    assert replacement.stages_left == ("pay",)


def test_a_journey_that_replaces_nothing_has_nothing_to_compare() -> None:
    assert replacement_of(atlas(TODAY), TODAY) is None


def test_the_emotions_of_today_spread_over_the_same_stages_tomorrow() -> None:
    after = future(stage("pay", step(), step()), stage("choose", step()))
    assert emotions_today(TODAY, after, PERSONA) == (
        PlacedEmotion(1.0, 0),
        PlacedEmotion(2.25, -1),
        PlacedEmotion(2.75, -2),
    )


def test_unknown_emotions_and_stages_without_a_counterpart_leave_no_mark() -> None:
    before = journey("now", stage("choose", step(), step(emotion=2)), stage("pay", step(emotion=1)))
    after = future(stage("help", step()), stage("choose", step(), step()))
    assert emotions_today(before, after, PERSONA) == (PlacedEmotion(2.5, 2),)
    assert emotions_today(before, after, "somebody-else") == ()


def test_a_stage_passed_twice_is_matched_in_its_order() -> None:
    before = journey("now", stage("choose", step(emotion=1)), stage("pay", step()), stage("choose", step(emotion=-1)))
    after = future(stage("choose", step()), stage("choose", step()), stage("choose", step()))
    assert emotions_today(before, after, PERSONA) == (PlacedEmotion(0.5, 1), PlacedEmotion(1.5, -1))
