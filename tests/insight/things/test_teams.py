"""What teams own, and where customers cross from team to team."""

from mkdocs_journeys.insight.things.teams import Handoff, handoffs_by_team, handoffs_of, work_by_team
from support.atlases import atlas, journey, opportunity, pain, stage, step


def test_a_team_sees_what_it_owns_and_where_it_works() -> None:
    found = atlas(
        journey(
            "buy",
            step(touchpoint="site", pains=[pain("mild", owner="growth")]),
            step(touchpoint="site", team="sales", pains=[pain("grave", owner="growth", severity="critical")]),
            step(team="growth", pains=[pain("other", owner="sales"), pain("none")]),
            owner="growth",
        ),
        journey("use", step(pains=[pain("healed", owner="growth", status="resolved")]), owner="sales"),
        opportunity("slow", owner="growth", effort="huge"),
        opportunity("quick", owner="growth", effort="small"),
        opportunity("won", owner="growth", status="delivered"),
        opportunity("theirs", owner="sales"),
        touchpoints=[{"id": "site", "team": "growth"}, {"id": "call", "team": "sales"}],
        metrics=[{"id": "visits", "team": "growth"}, "signups"],
    )

    work = work_by_team(found)["growth"]

    assert [one.id for one in work.journeys] == ["buy"]
    assert [one.id for one in work.touchpoints] == ["site"]
    assert [one.pain.id for one in work.pains] == ["grave", "mild"]
    assert [one.opportunity.id for one in work.opportunities] == ["quick", "slow"]
    assert [one.id for one in work.metrics] == ["visits"]
    assert work.steps == 2


def test_retired_journeys_are_off_a_teams_hands_and_future_ones_are_no_work_yet() -> None:
    found = atlas(
        journey("old", step(team="growth"), owner="growth", status="retired"),
        journey("dream", step(team="growth"), owner="growth", state="future"),
    )

    work = work_by_team(found)["growth"]

    assert [one.id for one in work.journeys] == ["dream"]
    assert work.steps == 0


def test_a_team_without_anything_has_an_empty_page() -> None:
    found = atlas(teams=["new"])

    work = work_by_team(found)["new"]

    assert (work.journeys, work.touchpoints, work.pains, work.opportunities, work.metrics) == ((),) * 5


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
