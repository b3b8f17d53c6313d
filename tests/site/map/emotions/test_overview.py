"""The strip that shows a whole map."""

from mkdocs_journeys.atlas import actors_of
from mkdocs_journeys.model import Journey, JourneyStage
from mkdocs_journeys.site.map.actors import people_of
from mkdocs_journeys.site.map.emotions.overview import SHORTEST, OverviewStrip, overview_of
from support.atlases import atlas, journey, pain, stage, step


def strip_of(made: Journey, *open_pains: str) -> OverviewStrip | None:
    found = atlas(made)
    acting = [actors_of(made, one) for one in made.steps]
    return overview_of(found, made, acting, {*open_pains}, people_of(found, made, acting))


def drawn(*parts: JourneyStage, open_pains: tuple[str, ...] = ()) -> OverviewStrip:
    strip = strip_of(journey("buy", *parts), *open_pains)
    assert strip
    return strip


def felt(*emotions: int | None) -> JourneyStage:
    return stage("use", *(step() if value is None else step(emotion=value) for value in emotions))


def test_a_journey_that_is_seen_whole_has_no_strip() -> None:
    assert strip_of(journey("buy", *[step() for _ in range(SHORTEST - 1)])) is None
    assert strip_of(journey("buy", *[step() for _ in range(SHORTEST)])) is not None


def test_blocks_are_as_wide_as_their_steps() -> None:
    strip = drawn(stage("look", *[step()] * 2), stage("use", *[step()] * 6))
    assert [(block.id, block.start, block.width) for block in strip.stages] == [
        ("look", "0", "25"),
        ("use", "25", "75"),
    ]
    assert strip.width == 16


def test_the_curve_has_a_gap_where_nothing_is_known() -> None:
    strip = drawn(felt(2, 0, None, -2, None, 1, 1))
    assert strip.curves == ((0, "M1 2l2 7M6.7 16h.6M11 5.5l2 0"),)


def test_each_curve_has_the_look_of_its_person() -> None:
    both = [step(actors=["tom", "maya"], emotion={"tom": 1, "maya": -1}) for _ in range(SHORTEST)]
    strip = strip_of(journey("buy", *both, personas=["maya", "tom"]))
    assert strip
    assert [(look, path[:5]) for look, path in strip.curves] == [(0, "M1 12"), (1, "M1 5.")]


def test_only_open_pains_have_dots() -> None:
    steps = [step() for _ in range(4)]
    sore = [step(pains=[pain("slow")]), step(pains=[pain("gone")])]
    strip = drawn(stage("use", *steps, *sore), open_pains=("slow",))
    assert strip.pains == "M9 18.5h0"
    assert strip.words == "Overview: 6 steps in 1 stage; open pains at step 5."
    assert drawn(stage("use", *steps, *sore)).words == "Overview: 6 steps in 1 stage; no open pains."
