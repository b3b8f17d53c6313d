"""The ways through a journey."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.insight.emotion import mean_emotion
from mkdocs_journeys.insight.things.handoffs import handoffs_of
from mkdocs_journeys.insight.ways import SideWay, Ways, left_out, main_steps, sequences, ways_of
from mkdocs_journeys.model import Step
from support.atlases import atlas, journey, stage, step

STEPS = st.lists(
    st.builds(
        lambda path, optional, parallel: step(path=path, optional=optional, parallel=parallel),
        st.sampled_from([None, None, "a", "b", "c"]),
        st.booleans(),
        st.booleans(),
    ),
    min_size=1,
    max_size=14,
)


def on(path: str, **fields: object) -> Step:
    return step(path=path, **fields)


def test_a_plain_journey_is_one_way() -> None:
    assert ways_of([step(), step(), step()]) == Ways((0, 1, 2))


def test_a_path_leaves_the_last_common_step_and_comes_back_at_the_next() -> None:
    steps = [step(), on("refused"), on("refused"), step()]
    assert ways_of(steps) == Ways((0, 3), (SideWay("refused", (1, 2), 0, 3),))


def test_the_first_of_several_paths_belongs_to_the_main_way() -> None:
    steps = [step(), on("granted"), on("refused"), on("granted"), step()]
    assert ways_of(steps) == Ways((0, 1, 3, 4), (SideWay("refused", (2,), 0, 4),))


def test_a_path_that_leads_elsewhere_ends() -> None:
    steps = [step(id="start"), on("refused", leads_to=["journey:complain"]), step()]
    assert ways_of(steps).sides == (SideWay("refused", (1,), 0, None),)
    back = [step(id="start"), on("refused", leads_to=["start"]), step()]
    assert ways_of(back).sides == (SideWay("refused", (1,), 0, None),)


def test_a_path_may_jump_ahead() -> None:
    steps = [step(), on("quick", leads_to=["end"]), step(), step(id="end")]
    assert ways_of(steps).sides == (SideWay("quick", (1,), 0, 3),)


def test_a_path_at_the_end_of_the_journey_ends_and_one_at_its_start_comes_from_nowhere() -> None:
    assert ways_of([step(), on("refused")]).sides == (SideWay("refused", (1,), 0, None),)
    assert ways_of([on("online"), step()]).sides == (SideWay("online", (0,), None, 1),)


def test_an_optional_step_stands_beside_the_main_way() -> None:
    steps = [step(), step(optional=True), step(when="If it rains"), step()]
    assert ways_of(steps) == Ways((0, 3), (SideWay("", (1, 2), 0, 3),))


def test_an_optional_step_of_a_path_stands_beside_that_path() -> None:
    steps = [step(), on("refused"), on("refused", optional=True), on("refused"), step()]
    assert ways_of(steps).sides == (SideWay("refused", (1, 3), 0, 4), SideWay("", (2,), 1, 3))


def test_a_path_of_optional_steps_alone_is_a_path() -> None:
    assert ways_of([step(), on("refused", optional=True), step()]).sides == (SideWay("refused", (1,), 0, 2),)


def test_steps_at_the_same_time_leave_and_rejoin_around_them_all() -> None:
    steps = [step(), step(), step(parallel=True), step(parallel=True), step()]
    assert ways_of(steps) == Ways((0, 1, 4), (SideWay("", (2, 3), 0, 4),))


def test_for_somebody_who_does_nothing_else_a_parallel_step_is_the_main_way() -> None:
    steps = [step(), step(), step(parallel=True), step()]
    assert ways_of(steps, [True, False, True, True]) == Ways((0, 1, 2, 3))
    assert ways_of(steps, [True, True, True, True]).main == (0, 1, 3)


def test_the_mean_goes_along_the_main_way_and_counts_what_happens_at_the_same_time() -> None:
    made = journey(
        "claim",
        stage("asking", step(emotion=2), step(emotion=0, parallel=True), step(emotion=-2, when="If it rains")),
        stage("deciding", on("granted", emotion=1), on("refused", emotion=-2)),
        paths={"granted": "It is granted", "refused": "It is refused"},
    )
    assert mean_emotion(made) == 1
    assert mean_emotion(made, made.stages[0]) == 1
    assert mean_emotion(made, made.stages[1]) == 1
    assert left_out(made) == (["It is refused"], 1)


def test_a_path_that_goes_on_in_the_next_stage_is_judged_as_a_whole() -> None:
    made = journey(
        "claim",
        stage("deciding", step(emotion=0), on("granted", emotion=1), on("refused", emotion=-2)),
        stage("paying", on("granted", emotion=2)),
        paths={"granted": "It is granted", "refused": "It is refused"},
    )
    assert mean_emotion(made, made.stages[1]) == 2
    assert ways_of(made.steps).sides == (SideWay("refused", (2,), 0, None),)


@given(STEPS)
def test_every_step_is_on_exactly_one_way_and_ways_only_go_ahead(steps: list[Step]) -> None:
    main, sides = ways_of(steps)
    assert sorted([*main, *(index for side in sides for index in side.steps)]) == list(range(len(steps)))
    for way in (main, *(side.steps for side in sides)):
        assert list(way) == sorted(way)
    for side in sides:
        assert side.leaves is None or side.leaves < side.steps[0]
        assert side.rejoins is None or side.rejoins > side.steps[-1]


@given(STEPS)
def test_no_way_goes_from_one_path_to_another_but_by_a_common_step(steps: list[Step]) -> None:
    moments = [pair for row in sequences(steps) for pair in pairwise(row)]
    rows = [(before[-1], after[0]) for before, after in moments]
    rows += [pair for side in ways_of(steps).sides for pair in pairwise(side.steps)]
    for before, after in rows:
        common = any(steps[index].path is None for index in range(before, after + 1))
        assert common or steps[before].path == steps[after].path


def test_a_parallel_step_goes_with_a_step_of_its_own_way_alone() -> None:
    steps = [step(), on("granted"), on("refused", parallel=True), step(parallel=True)]
    assert ways_of(steps) == Ways((0, 1, 3), (SideWay("refused", (2,), 0, 3),))


@given(STEPS)
def test_the_main_steps_are_those_of_the_main_way_and_what_happens_at_the_same_time(steps: list[Step]) -> None:
    made = journey("claim", *steps, paths={"a": "A", "b": "B", "c": "C"})
    kept = [id(one) for one in main_steps(made)]
    assert {id(made.steps[index]) for index in ways_of(made.steps).main} <= set(kept)
    assert all(not one.is_optional for one in main_steps(made))


def test_a_hand_off_is_found_on_each_path_and_never_between_two() -> None:
    made = journey(
        "claim",
        step(team="desk"),
        on("granted", team="cash"),
        on("refused", team="court"),
        step(team="desk"),
        paths={"granted": "It is granted", "refused": "It is refused"},
    )
    found = [(one.before.number, one.after.number) for one in handoffs_of(atlas(made), made)]
    assert found == [(1, 2), (1, 3), (2, 4), (3, 4)]


def test_the_way_between_overlapping_teams_is_no_hand_off() -> None:
    made = journey("claim", step(team=["desk", "care"]), step(team="care"), step(team=["cash", "desk"]))
    (found,) = handoffs_of(atlas(made), made)
    assert [team.id for team in found.from_teams] == ["care"]
    assert [team.id for team in found.to_teams] == ["cash", "desk"]


def test_steps_at_the_same_time_are_one_moment_for_hand_offs() -> None:
    made = journey("claim", step(team="desk"), step(team="cash", parallel=True), step(team="cash"))
    assert handoffs_of(atlas(made), made) == []
