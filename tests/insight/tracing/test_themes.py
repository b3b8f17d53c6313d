"""What findings are about, as follows from what cites them."""

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.tracing.themes import THEMES, FindingTheme, findings_by_theme, findings_of, themes_of
from mkdocs_journeys.model import Document
from support.atlases import atlas, evidence, journey, opportunity, pain, persona, stage, step

FEES = {"id": "fees", "text": "What does it cost?"}
TALKS = evidence("talks", findings=[FEES])


def theme(*documents: Document) -> FindingTheme:
    return themes_of(atlas(*documents, TALKS))["talks/fees"]


def test_a_step_that_cites_it_says_stage_actors_and_touchpoints() -> None:
    found = theme(
        journey(
            "buy", stage("one", step()), stage("two", step(evidence=["talks/fees"], actors="tom", touchpoint="chat"))
        )
    )
    assert found == FindingTheme(("buy",), ("two",), ("tom",), ("chat",))


def test_so_do_a_quote_and_a_figure_of_a_step_and_one_of_a_stage() -> None:
    figure = {"name": "Left", "value": 3, "evidence": "talks/fees"}
    found = theme(
        journey(
            "buy",
            stage("one", step(says=[{"text": "Hm", "evidence": "talks/fees"}])),
            stage("two", step(figures=[figure])),
        ),
        journey("use", stage("three", step(), figures=[figure]), stage("four", step())),
    )
    assert found.stages == ("one", "two", "three")


def test_a_pain_that_cites_it_says_all_places_where_it_hurts() -> None:
    found = theme(
        journey("buy", stage("one", step(pains=[pain("slow", evidence=["talks/fees"])], touchpoint="shop"))),
        journey("use", stage("two", step(pains=["slow"])), personas="tom"),
    )
    assert found == FindingTheme(("buy", "use"), ("one", "two"), ("maya", "tom"), ("shop",))


def test_an_opportunity_says_where_its_pains_hurt_and_a_persona_itself() -> None:
    found = theme(
        journey("buy", stage("one", step(pains=[pain("slow")]))),
        opportunity("faster", pains=["slow"], evidence=["talks/fees"]),
        persona("ines", evidence=["talks/fees"]),
    )
    assert (found.stages, set(found.personas)) == (("one",), {"maya", "ines"})


def test_a_journey_says_its_personas_and_its_stages_where_nothing_says_any() -> None:
    whole = journey("buy", stage("one", step(touchpoint="shop")), stage("two", step()), evidence=["talks/fees"])
    assert theme(whole) == FindingTheme(("buy",), ("one", "two"), ("maya",))
    narrow = journey("use", stage("three", step(evidence=["talks/fees"])))
    assert theme(whole, narrow).stages == ("three",)


def test_what_cites_the_whole_study_counts_where_nothing_cites_the_finding() -> None:
    by_study = journey("buy", stage("one", step(evidence=["talks"])))
    assert theme(by_study) == FindingTheme(("buy",), ("one",), ("maya",), of_study=True)
    itself = journey("use", stage("two", step(evidence=["talks/fees"])))
    assert theme(by_study, itself) == FindingTheme(("use",), ("two",), ("maya",))


def test_what_nothing_cites_is_about_nothing() -> None:
    assert theme(journey()) == FindingTheme(of_study=True)


def test_themes_lead_to_findings_and_findings_to_themes_the_newest_first() -> None:
    found: Atlas = atlas(
        journey("buy", stage("one", step(evidence=["talks/fees", "calls"], touchpoint="shop"))),
        TALKS,
        evidence("calls", date="2026-05-01", findings=[{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]),
    )
    ids = {key: [f"{study.id}/{one.id}" for study, one in of] for key, of in findings_by_theme(found).items()}
    assert ids[("stage", "one")] == ["calls/a", "calls/b", "talks/fees"]
    assert [f"{study.id}/{one.id}" for study, one in findings_of(found)] == ["calls/a", "calls/b", "talks/fees"]
    for reference, about in themes_of(found).items():
        named = {(kind, id) for kind, field in THEMES.items() for id in getattr(about, field)}
        assert named == {key for key, of in ids.items() if reference in of}
