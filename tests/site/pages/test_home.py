"""The home page and the index of journeys."""

from mkdocs_journeys.site.pages.home import home_pages
from mkdocs_journeys.site.pages.journeys import journeys_pages
from support.atlases import atlas, journey, pain, stage, step
from support.worlds import html_of, world


def home(*documents: object, **fields: object) -> str:
    (page,) = home_pages(world(atlas(*documents, **fields)))
    return html_of(page)


def test_a_cell_of_the_heat_map_leads_to_that_stage_of_that_journey() -> None:
    html = home(journey("buy", stage("one", step(emotion=1)), stage("two", step(emotion=-2, pains=[pain()]))))
    assert 'href="./journeys/buy/#stage-2"' in html
    assert "−2.0" in html
    assert "very negative" in html
    assert "1 pain" in html


def test_an_unknown_emotion_is_a_question_mark_and_no_colour() -> None:
    html = home(journey("buy", step()))
    assert "journeys-heat-unknown" in html
    assert "journeys-emotion-" not in html


def test_figures_count_what_there_is() -> None:
    html = home(journey("buy", step(pains=[pain(severity="critical", frequency="always", impact="critical")])))
    assert "<b>1</b><span>journey</span>" in html
    assert 'href="./pains/?band=high"><b>' in html
    assert "never reviewed" in html


def test_urgent_pains_name_the_step_where_they_hurt() -> None:
    html = home(journey("buy", step("Pays", pains=[pain("slow", title="Slow answers")])))
    assert "Slow answers" in html
    assert 'at <a href="./journeys/buy/#step-1">Pays</a>' in html
    assert "no owner" in html


def test_moments_of_truth_that_hurt_are_listed() -> None:
    html = home(journey("buy", step("Pays", emotion=-2, moment_of_truth=True), step("Shares", emotion=2)))
    assert 'href="./journeys/buy/#step-1">Pays</a>' in html


def test_home_takes_another_address_where_the_site_has_a_page_of_its_own() -> None:
    (page,) = home_pages(world(atlas(journey("buy", step())), home_uri="atlas.md"))
    assert page.uri == "atlas.md"
    assert 'href="../journeys/buy/#stage-1"' in html_of(page)


def test_the_index_groups_journeys_by_folder() -> None:
    enterprise = journey("sign", step(), group="enterprise")
    (page,) = journeys_pages(world(atlas(journey("buy", step(emotion=1)), enterprise)))
    assert [section.title for section in page.sections] == ["Journeys", "Across the lifecycle", "Enterprise"]
    assert "sign/" in page.sections[2].html
