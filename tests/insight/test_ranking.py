"""The order in which pains and opportunities call for attention."""

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.ranking import backlog, band_counts, ranked_opportunities, ranked_pains, scored_pains
from support.atlases import atlas, journey, opportunity, pain, step

BAD = {"severity": "critical", "frequency": "always", "impact": "critical", "confidence": "validated"}
MILD = {"severity": "major", "frequency": "often", "impact": "medium", "confidence": "validated"}


def some_pains() -> Atlas:
    pains = [
        pain("faint"),
        pain("mild", **MILD),
        pain("healed", status="resolved", **BAD),
        pain("bad", **BAD),
        pain("also-mild", **MILD),
        pain("healing", status="in-progress"),
        pain("borne", status="wont-fix"),
    ]
    return atlas(journey("buy", step(pains=pains)))


def test_open_pains_come_by_score_and_equal_ones_as_they_stand() -> None:
    assert [item.pain.id for item in ranked_pains(some_pains())] == ["bad", "mild", "also-mild", "faint", "healing"]


def test_the_backlog_ends_with_the_closed_pains() -> None:
    assert [item.pain.id for item in backlog(some_pains())][-2:] == ["healed", "borne"]
    assert len(backlog(some_pains())) == 7


def test_a_scored_pain_keeps_its_places() -> None:
    shared = atlas(journey("buy", step(pains=[pain("slow")])), journey("use", step(pains=["slow"])))

    assert [place.journey.id for place in ranked_pains(shared)[0].located.places] == ["buy", "use"]


def test_each_band_has_its_number() -> None:
    assert band_counts(ranked_pains(some_pains())) == {"high": 1, "medium": 2, "low": 2}
    assert band_counts([]) == {"high": 0, "medium": 0, "low": 0}


def test_only_the_pains_asked_for_are_scored() -> None:
    found = some_pains()

    some = scored_pains([found.pains["faint"], found.pains["healed"]], found.catalog.scoring)

    assert [item.pain.id for item in some] == ["healed", "faint"]


def test_opportunities_still_to_be_won_come_first() -> None:
    found = atlas(
        opportunity("won", value="critical", effort="small", status="delivered"),
        opportunity("dear", value="high", effort="huge"),
        opportunity("cheap", value="high", effort="small"),
        opportunity("put-off", value="critical", status="parked"),
    )

    items = ranked_opportunities(found)

    assert [item.opportunity.id for item in items] == ["cheap", "dear", "won", "put-off"]
    assert [item.active for item in items] == [True, True, False, False]
