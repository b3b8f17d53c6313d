"""What is known, guessed and in nobody's charge."""

from mkdocs_journeys.insight.coverage import (
    Shares,
    atlas_confidence,
    journey_confidence,
    unowned,
)
from support.atlases import atlas, journey, pain, step


def test_steps_and_pains_are_claims_and_evidence_makes_them_inferred() -> None:
    found = journey(
        "buy",
        step(confidence="validated", pains=[pain("slow", evidence=["study"])]),
        step(evidence=["study"]),
        step(),
        step(evidence=["study"], confidence="assumed"),
    )

    shares = journey_confidence(atlas(found), found)

    assert shares == Shares(validated=1, inferred=2, assumed=2)
    assert (shares.total, shares.percent("validated"), shares.percent("assumed")) == (5, 20, 40)


def test_a_pain_felt_in_two_journeys_is_a_claim_of_each_and_one_of_the_atlas() -> None:
    one = journey("one", step(pains=[pain("slow", confidence="validated")]))
    two = journey("two", step(pains=["slow"]))
    found = atlas(one, two)

    assert journey_confidence(found, two).validated == 1
    assert atlas_confidence(found) == Shares(validated=1, inferred=0, assumed=2)


def test_retired_and_future_journeys_claim_nothing_about_today() -> None:
    found = atlas(journey("old", status="retired"), journey("dream", step(pains=[pain()]), state="future"))

    assert atlas_confidence(found) == Shares(0, 0, 0)
    assert atlas_confidence(found).percent("validated") is None


def test_everything_unowned_is_listed_with_its_reason() -> None:
    found = atlas(
        journey("buy", step(touchpoint="chat", pains=[pain("slow"), pain("kept", owner="sales")])),
        journey("kept", step(touchpoint="chat"), owner="sales"),
        touchpoints=["chat", "poster", {"id": "site", "team": "growth"}],
    )

    assert [(thing.kind, thing.id, thing.reason) for thing in unowned(found)] == [
        ("journey", "buy", "journey without an owner"),
        ("touchpoint", "chat", "live touchpoint without a team, used by 2 steps"),
        ("touchpoint", "poster", "live touchpoint without a team, used by no step"),
        ("pain", "slow", "open pain without an owner, score 6"),
    ]


def test_what_is_over_or_not_yet_there_needs_no_owner() -> None:
    found = atlas(
        journey("old", step(pains=[pain("gone", status="resolved")]), status="retired"),
        touchpoints=[{"id": "fax", "status": "retired"}, {"id": "robot", "status": "planned"}],
    )

    assert unowned(found) == []


def test_the_most_urgent_unowned_pain_comes_first() -> None:
    found = atlas(journey("buy", step(pains=[pain("mild"), pain("grave", severity="critical")]), owner="sales"))

    assert [thing.id for thing in unowned(found)] == ["grave", "mild"]


def test_an_atlas_of_one_journey_is_known_as_well_as_its_journey() -> None:
    found = journey(
        "buy",
        *(
            step(confidence=word, evidence=cited)
            for word in ("validated", "inferred", "assumed")
            for cited in ((), ["x"])
        ),
        step(evidence=["x"], pains=[pain("slow")]),
        step(),
    )
    old = journey("old", step(confidence="validated"), step(evidence=["x"]), status="retired")

    assert atlas_confidence(atlas(found, old)) == journey_confidence(atlas(found), found) == Shares(2, 3, 4)
