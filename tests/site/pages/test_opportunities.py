"""The index of opportunities and the page of each."""

from mkdocs_journeys.site.page import Page
from mkdocs_journeys.site.pages.opportunities import opportunities_pages
from support.atlases import atlas, journey, observed, opportunity, pain, step
from support.contexts import html_of, site


def pages(*documents: object, **fields: object) -> dict[str, Page]:
    return {page.uri: page for page in opportunities_pages(site(atlas(*documents, **fields)))}


def page(*documents: object, **fields: object) -> Page:
    """The page of the opportunity "easy"."""
    return pages(*documents, **fields)["opportunities/easy.md"]


def index(*documents: object, **fields: object) -> str:
    return html_of(pages(*documents, **fields)["opportunities.md"])


EASY = opportunity("easy", title="How might we begin?", value="critical", effort="small")
HARD = opportunity("hard", value="low", effort="huge", status="parked")


def test_the_best_comes_first_and_the_ended_come_last() -> None:
    ended = opportunity("done", value="critical", effort="small", status="delivered", confidence="validated")
    html = index(HARD, ended, EASY)
    links = [f'scope="row"><a href="../opportunities/{id}/">' for id in ("easy", "done", "hard")]
    assert sorted(links, key=html.index) == links


def test_a_page_leads_back_to_the_index_and_on_to_what_is_ranked_beside_it() -> None:
    html = html_of(page(HARD, EASY))
    assert '<a href="../../opportunities/">Opportunities</a>' in html
    assert 'rel="next" href="../../opportunities/hard/"' in html
    assert 'rel="prev"' not in html
    assert page(HARD, EASY).source == "journeys/opportunities/easy.yml"


def test_the_score_is_shown_with_its_working() -> None:
    for html in (html_of(page(EASY)), index(EASY)):
        for words in ("value critical 4", " ÷ ", "effort small 1", "confidence assumed 0.5", " = 50"):
            assert words in html


def test_in_a_long_table_the_working_stands_on_the_pages_only() -> None:
    many = [opportunity(f"o{n}", value="high", effort="small") for n in range(61)]
    found = pages(*many)
    assert "value high" not in html_of(found["opportunities.md"])
    assert "value high" in html_of(found["opportunities/o60.md"])


def test_a_factor_that_nobody_gave_is_said_to_be_missing() -> None:
    assert "effort not given, taken as 2" in html_of(page(opportunity("easy", value="high")))


def test_rice_shows_reach_too() -> None:
    html = html_of(page(EASY, scoring={"opportunity": "rice"}))
    assert "reach not given, taken as 50" in html


def test_pains_journeys_and_what_nothing_answers_are_linked() -> None:
    trip = journey("buy", step(pains=[pain("slow"), pain("dear")]), title="Buys")
    item = opportunity("easy", pains=["slow"])
    html = html_of(page(item, trip))
    assert 'href="../../pains/slow/"' in html
    assert 'href="../../journeys/buy/">Buys</a>' in html
    assert "1 of 2 open pains" in index(item, trip)
    assert "pains/dear/" in index(item, trip)
    assert "pains/slow/" not in index(item, trip)


def test_an_opportunity_that_is_over_looks_so() -> None:
    found = pages(EASY, HARD)
    assert "journeys-opportunity-parked" in html_of(found["opportunities/hard.md"])
    assert "journeys-opportunity-active" in html_of(found["opportunities/easy.md"])
    assert "journeys-row-parked" in html_of(found["opportunities.md"])


def test_an_experiment_shows_what_was_believed_measured_and_decided() -> None:
    tried = {
        "hypothesis": "Short forms are filled in",
        "kind": "ab-test",
        "metric": "sign-ups",
        "baseline": 4,
        "target": 6,
        "result": 7,
        "decision": "adopt",
        "started": "2026-02-01",
        "ended": "2026-03-01",
    }
    solution = {"id": "form", "name": "A short form", "status": "delivered", "experiment": tried}
    html = html_of(page(opportunity("easy", solutions=[solution])))
    for words in ("Short forms are filled in", "A/B test", "2026-02-01 to 2026-03-01", "Target reached", "Adopt"):
        assert words in html
    assert 'href="../../metrics/sign-ups/"' in html


def test_the_metric_before_and_after_the_experiment_is_told() -> None:
    tried = {"metric": "sign-ups", "started": "2026-02-01", "ended": "2026-02-20"}
    item = opportunity("easy", solutions=[{"id": "form", "name": "Form", "experiment": tried}])
    rows = {"sign-ups": observed(("2026-01-01", 10), ("2026-03-01", 30))}
    assert "Sign ups: 10 before, 30 after" in html_of(page(item, observations=rows))


def test_an_atlas_without_opportunities_has_no_such_page() -> None:
    assert list(opportunities_pages(site(atlas(journey())))) == []


def test_what_it_costs_stands_on_the_page_and_in_a_column_where_any_is_known() -> None:
    dear = opportunity("easy", cost={"low": 20000, "high": 35000, "unit": "EUR"})
    assert "costs 20,000–35,000 EUR" in html_of(page(dear, HARD))
    html = index(dear, HARD)
    assert 'data-sort="number">Cost</th>' in html
    assert 'data-value="20000.0">20,000–35,000 EUR</td>' in html
    assert "Cost</th>" not in index(EASY, HARD)


def test_an_opportunity_leads_to_where_more_is_written() -> None:
    html = html_of(page(opportunity("easy", links=[{"title": "The sketch", "url": "https://example.com/sketch"}])))
    assert '<b>Links:</b> <a href="https://example.com/sketch" rel="noopener noreferrer">The sketch</a>' in html
    assert "Links:" not in html_of(page(EASY))


def test_an_opportunity_leads_to_its_ticket() -> None:
    html = html_of(page(opportunity("easy", issue="https://example.com/issues/41")))
    assert '<b>Links:</b> <a href="https://example.com/issues/41" rel="noopener noreferrer">Issue</a>' in html
