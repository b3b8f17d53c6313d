"""Where customers cross from team to team."""

from mkdocs_journeys.insight.handoffs import handoffs_of
from support.atlases import atlas, journey, pain, stage, step


def test_a_change_of_team_is_a_handoff_across_stages_too() -> None:
    found = journey(
        "buy",
        stage("decision", step("Asks", team="sales"), step("Signs", team="sales")),
        stage("onboarding", step("Starts", team="success", emotion=-1)),
    )

    (handoff,) = handoffs_of(atlas(found), found)

    assert (handoff.from_team.id, handoff.to_team.id) == ("sales", "success")
    assert (handoff.before.number, handoff.after.number, handoff.after.stage_number) == (2, 3, 2)
    assert (handoff.emotion, handoff.hurts) == (-1, ())


def test_the_team_of_the_touchpoint_counts_unless_the_step_names_one() -> None:
    found = journey(
        "buy",
        step(touchpoint="website"),
        step(touchpoint="website", team="sales"),
        step(touchpoint="website"),
    )
    teams = atlas(found, touchpoints=[{"id": "website", "team": "growth"}])

    pairs = [(handoff.from_team.id, handoff.to_team.id) for handoff in handoffs_of(teams, found)]

    assert pairs == [("growth", "sales"), ("sales", "growth")]


def test_steps_without_a_known_team_are_passed_over() -> None:
    found = journey("buy", step(), step(team="sales"), step(), step(team="sales"), step(), step(team="success"))

    handoffs = handoffs_of(atlas(found), found)

    assert [(handoff.before.number, handoff.after.number) for handoff in handoffs] == [(4, 6)]


def test_the_open_pains_after_a_handoff_stand_there_and_closed_ones_do_not() -> None:
    found = journey(
        "buy",
        step(team="a", pains=[pain("before")]),
        step(team="b", pains=[pain("lost"), pain("past", status="resolved")]),
        step(team="c", emotion=1, pains=[pain("gone", status="wont-fix")]),
    )

    first, second = handoffs_of(atlas(found), found)

    assert ([hurt.pain.id for hurt in first.hurts], second.hurts) == (["lost"], ())
