"""The atlas at a glance."""

from datetime import date

from mkdocs_journeys.insight.overview import overview
from support.atlases import atlas, journey, pain, persona, step

TODAY = date(2026, 10, 12)
GRAVE = {"severity": "critical", "frequency": "always", "impact": "critical", "confidence": "validated"}


def test_the_home_page_counts_what_there_is() -> None:
    found = atlas(
        journey(
            "buy",
            step(confidence="validated", moment_of_truth=True, emotion=-1),
            step(pains=[pain("mild"), pain("grave", owner="sales", **GRAVE)]),
            owner="sales",
            reviewed=TODAY,
        ),
        journey("dream", state="future"),
        journey("old", status="retired"),
        persona("tom"),
    )

    figures = overview(found, TODAY, urgent=1)

    assert (figures.journeys, figures.personas) == (2, 2)
    assert [moment.place.number for moment in figures.sore_moments] == [1]
    assert figures.open_pains == {"high": 1, "medium": 0, "low": 1}
    assert [thing.id for thing in figures.unowned] == ["dream", "mild"]
    assert [aged.journey.id for aged in figures.stale] == ["dream"]
    assert figures.validated == 50
    assert [item.pain.id for item in figures.urgent] == ["grave"]


def test_an_empty_atlas_has_an_overview_too() -> None:
    figures = overview(atlas(), TODAY)

    assert (figures.journeys, figures.validated, figures.urgent) == (0, None, ())
