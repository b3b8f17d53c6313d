"""Where customers cross from team to team."""

from mkdocs_journeys.insight.handoffs import handoff_pairs, handoffs_of
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
    assert (handoff.emotion, handoff.sore) == (-1, True)


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


def test_an_open_pain_makes_a_handoff_sore_and_a_closed_one_does_not() -> None:
    found = journey(
        "buy",
        step(team="a", pains=[pain("before")]),
        step(team="b", pains=[pain("lost"), pain("past", status="resolved")]),
        step(team="c", emotion=1, pains=[pain("gone", status="wont-fix")]),
    )

    first, second = handoffs_of(atlas(found), found)

    assert ([hurt.pain.id for hurt in first.hurts], first.sore) == (["lost"], True)
    assert (second.hurts, second.sore) == ((), False)


def test_pairs_of_teams_come_by_count_then_by_soreness() -> None:
    found = atlas(
        journey("one", step(team="a"), step(team="b", emotion=-1), step(team="a", emotion=1)),
        journey("two", step(team="a"), step(team="b", emotion=2)),
        journey("three", step(team="b"), step(team="c", emotion=-2)),
        journey("gone", step(team="c"), step(team="a"), status="retired"),
        journey("dream", step(team="c"), step(team="a"), state="future"),
    )

    pairs = handoff_pairs(found)

    assert [(pair.from_team.id, pair.to_team.id, pair.count, pair.sore, pair.emotion) for pair in pairs] == [
        ("a", "b", 2, 1, 0.5),
        ("b", "c", 1, 1, -2),
        ("b", "a", 1, 0, 1),
    ]


def test_a_handoff_into_the_unknown_has_no_mean() -> None:
    (pair,) = handoff_pairs(atlas(journey("one", step(team="a"), step(team="b"))))

    assert (pair.emotion, pair.sore) == (None, 0)
