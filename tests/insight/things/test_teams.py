"""What teams own, and where they work."""

from mkdocs_journeys.insight.things.teams import work_by_team
from support.atlases import atlas, journey, opportunity, pain, step


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
