"""What stands above the lines of a file."""

from lsp.support_marked import SMALL, snapshot_of
from mkdocs_journeys.lsp.answers.lenses import lenses_in
from mkdocs_journeys.lsp.state.things import Snapshot

SITE = "https://cx.example/maps"


def titles(path: str, snapshot: Snapshot, text: str) -> list[tuple[str, str]]:
    role = snapshot.role(path)
    assert role
    return [(one.title, one.address) for one in lenses_in(text, role, snapshot, SITE)]


def test_a_journey_has_its_page_and_the_scores_of_its_pains() -> None:
    path = "journeys/maps/buy.yml"
    assert titles(path, snapshot_of(SMALL), SMALL[path]) == [
        ("Open the page", f"{SITE}/journeys/buy/"),
        ("Score 9, low: 3 × 2 × 2 ÷ 64 × 100 × 0.5 = 9", f"{SITE}/pains/hidden-fees/"),
    ]


def test_an_opportunity_has_its_score_and_a_persona_has_none() -> None:
    snapshot = snapshot_of(SMALL)
    (page, score) = titles("journeys/opportunities/one-price.yml", snapshot, "title: x\n")
    assert page == ("Open the page", f"{SITE}/opportunities/one-price/")
    assert score[0].startswith("Score ")
    assert titles("journeys/personas/ana.yml", snapshot, "name: Ana\n") == [("Open the page", f"{SITE}/personas/ana/")]


def test_the_catalog_has_a_page_and_figures_have_none(example: Snapshot) -> None:
    assert titles("journeys/catalog.yml", example, "format: 1\n") == [("Open the page", f"{SITE}/catalog/")]
    assert titles("journeys/metrics/nps.csv", example, "date,value\n") == []


def test_scores_stay_while_a_file_is_broken() -> None:
    path = "journeys/maps/buy.yml"
    assert len(titles(path, snapshot_of(SMALL), SMALL[path] + "  - [\n")) == 2
