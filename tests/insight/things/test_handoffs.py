"""Where customers cross from team to team."""

from mkdocs_journeys.insight.things.handoffs import Handoff, handoffs_by_team, handoffs_of, team_pairs
from support.atlases import atlas, journey, pain, stage, step


def teams_of(handoff: Handoff) -> tuple[str, str]:
    return tuple("+".join(team.id for team in side) for side in (handoff.from_teams, handoff.to_teams))  # type: ignore[return-value]


def test_a_change_of_team_is_a_handoff_across_stages_too() -> None:
    found = journey(
        "buy",
        stage("decision", step("Asks", team="sales"), step("Signs", team="sales")),
        stage("onboarding", step("Starts", team="success", emotion=-1)),
    )

    (handoff,) = handoffs_of(atlas(found), found)

    assert teams_of(handoff) == ("sales", "success")
    assert (handoff.before.number, handoff.after.number, handoff.after.stage_number) == (2, 3, 2)
    assert (handoff.emotion, handoff.pains) == (-1, ())


def test_the_team_of_the_touchpoint_counts_unless_the_step_names_one() -> None:
    found = journey(
        "buy",
        step(touchpoint="website"),
        step(touchpoint="website", team="sales"),
        step(touchpoint="website"),
    )
    teams = atlas(found, touchpoints=[{"id": "website", "team": "growth"}])

    pairs = [teams_of(handoff) for handoff in handoffs_of(teams, found)]

    assert pairs == [("growth", "sales"), ("sales", "growth")]


def test_steps_without_a_known_team_are_passed_over() -> None:
    found = journey("buy", step(), step(team="sales"), step(), step(team="sales"), step(), step(team="success"))

    handoffs = handoffs_of(atlas(found), found)

    assert [(handoff.before.number, handoff.after.number) for handoff in handoffs] == [(4, 6)]


def test_of_steps_at_the_same_time_a_handoff_is_at_the_one_with_a_team() -> None:
    made = journey(
        "buy",
        step("Asks", team="sales"),
        step("Waits"),
        step("Works out the price", team="estimating", parallel=True, emotion=-1),
        step("Reads it", team="sales"),
    )
    handoffs = handoffs_of(atlas(made), made)
    assert [(one.before.number, one.after.number) for one in handoffs] == [(1, 3), (3, 4)]
    assert handoffs[0].emotion == -1


def test_the_open_pains_after_a_handoff_stand_there_and_closed_ones_do_not() -> None:
    found = journey(
        "buy",
        step(team="a", pains=[pain("before")]),
        step(team="b", pains=[pain("lost"), pain("past", status="resolved")]),
        step(team="c", emotion=1, pains=[pain("gone", status="wont-fix")]),
    )

    first, second = handoffs_of(atlas(found), found)

    assert ([located.pain.id for located in first.pains], second.pains) == (["lost"], ())


def test_a_team_knows_the_hand_offs_of_today_to_it_and_from_it_the_worst_first() -> None:
    found = atlas(
        journey("buy", step(team="sales"), step(team="support", emotion=1), step(team="sales")),
        journey("use", step(team="sales"), step(team="support", emotion=-2)),
        journey("dream", step(team="sales"), step(team="support", emotion=-2), state="future"),
    )

    to, away = handoffs_by_team(found)["support"]

    assert [(one.after.journey.id, one.after.number) for one in to] == [("use", 2), ("buy", 2)]
    assert [(one.after.journey.id, one.after.number) for one in away] == [("buy", 3)]


def test_two_teams_have_all_hand_offs_from_one_to_the_other_the_worst_first() -> None:
    found = atlas(
        journey("buy", step(team="sales"), step(team="support", emotion=1, pains=[pain("slow")]), step(team="sales")),
        journey("use", step(team="sales"), step(team="support", emotion=-2, pains=["slow"])),
        journey("wait", step(team="sales"), step(team="support")),
    )

    pairs = team_pairs(found)

    assert set(pairs) == {("sales", "support"), ("support", "sales")}
    pair = pairs["sales", "support"]
    assert [one.after.journey.id for one in pair.handoffs] == ["use", "buy", "wait"]
    assert (pair.emotion, pair.known) == (-0.5, 2)
    assert [located.pain.id for located in pair.pains] == ["slow"]
    assert (pairs["support", "sales"].emotion, pairs["support", "sales"].known) == (None, 0)


def test_teams_that_take_over_together_take_over_each() -> None:
    found = atlas(journey("buy", step(team=["sales", "growth"]), step(team="support")))

    assert {ends: len(pair.handoffs) for ends, pair in team_pairs(found).items()} == {
        ("sales", "support"): 1,
        ("growth", "support"): 1,
    }
