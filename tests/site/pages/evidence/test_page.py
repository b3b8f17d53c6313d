"""The index of the evidence and the pages of studies."""

from mkdocs_journeys.site.page import Page
from mkdocs_journeys.site.pages.evidence.page import evidence_pages
from support.atlases import atlas, evidence, journey, opportunity, pain, persona, stage, step
from support.contexts import html_of, site

FINDINGS = [
    {"id": "fees", "text": "The price jumps", "type": "quote", "sentiment": -1},
    {"id": "peers", "text": "Peers are asked", "type": "trend", "sentiment": 1},
    {"id": "forms", "text": "Forms are long"},
]


def pages(*documents: object) -> dict[str, Page]:
    return {page.uri: page for page in evidence_pages(site(atlas(*documents)))}


def page(*documents: object, id: str = "talks") -> Page:
    return pages(*documents)[f"evidence/{id}.md"]


def test_the_index_has_the_newest_study_first() -> None:
    index, *others = pages(evidence("old", date="2024-01-01"), evidence("new", date="2026-01-01")).values()
    html = html_of(index)
    assert html.index('href="../evidence/new/">new</a>') < html.index('href="../evidence/old/">old</a>')
    assert [other.uri for other in others] == ["evidence/old.md", "evidence/new.md"]
    assert [index.in_nav, *(other.in_nav for other in others)] == [True, False, False]


def test_a_study_leads_back_to_the_index_and_on_to_the_studies_beside_it() -> None:
    days = ("2024-01-01", "2025-01-01", "2026-01-01")
    html = html_of(page(*(evidence(day[:4], date=day) for day in days), id="2025"))
    assert '<a href="../../evidence/">Evidence</a>' in html
    assert 'rel="prev" href="../../evidence/2026/"' in html
    assert 'rel="next" href="../../evidence/2024/"' in html


def test_another_study_moves_no_address() -> None:
    assert page(evidence("talks")).uri == page(evidence("a"), evidence("talks"), evidence("z")).uri


def test_the_page_of_a_study_is_edited_in_its_file() -> None:
    assert page(evidence("talks")).source == "journeys/evidence/talks.yml"


def test_a_study_with_the_name_of_a_folders_page_has_an_address_of_its_own() -> None:
    assert [*pages(evidence("index"))] == ["evidence.md", "evidence/index/index.md"]


def test_findings_say_their_type_and_sentiment_in_words_and_sign() -> None:
    html = html_of(page(evidence("talks", findings=FINDINGS)))
    assert "−1 negative" in html
    assert "+1 positive" in html
    assert "<blockquote><p>The price jumps</p></blockquote>" in html
    card = html[html.index('id="finding-forms"') :]
    assert "observation" in card
    assert "journeys-finding-mark" not in card


def test_a_comment_says_its_month_and_score() -> None:
    said = {"id": "dear", "text": "Too dear", "type": "quote", "month": "2026-09", "score": 2.5}
    html = html_of(page(evidence("talks", findings=[said, *FINDINGS])))
    assert "<span>Score 2.5</span> <span>2026-09</span>" in html
    assert html.count("Score") == 1
    worst = html_of(page(evidence("talks", findings=[said | {"score": 0}])))
    assert "<span>Score 0</span>" in worst


def test_each_finding_has_its_own_place_for_links_and_search() -> None:
    found = page(evidence("talks", findings=FINDINGS))
    entry = next(section for section in found.sections if section.anchor == "finding-fees")
    assert (entry.title, entry.headed, entry.listed) == ("The price jumps", False, False)
    assert html_of(found).count('id="finding-fees"') == 1


def test_a_study_past_its_date_is_marked() -> None:
    index, old, new = pages(evidence("old", expires="2020-01-01"), evidence("new", expires="2999-01-01")).values()
    assert "expired 2020-01-01" in html_of(old)
    assert "journeys-study-expired" in html_of(old)
    assert "holds until 2999-01-01" in html_of(new)
    assert html_of(index).count("journeys-row-expired") == 1


def test_everything_that_cites_a_study_is_listed_with_a_link() -> None:
    quoting = step("Pays", says=[{"text": "Too much", "evidence": "talks/fees"}])
    html = html_of(
        page(
            evidence("talks", findings=FINDINGS),
            journey("buy", step("Looks", evidence=["talks"], pains=[pain(evidence=["talks/fees"])]), quoting),
            journey("whole", evidence=["talks"], title="Whole life"),
            persona("maya", evidence=["talks/peers"]),
            opportunity("easy", title="Begin well", evidence=["talks"]),
        )
    )
    for href in (
        *("../../journeys/buy/#step-1", "../../journeys/buy/#step-2", "../../journeys/whole/", "../../personas/maya/"),
        *("../../pains/slow/", "../../opportunities/easy/"),
    ):
        assert f'href="{href}"' in html
    assert "Used by 6 parts" in html


def test_a_finding_counts_only_what_cites_that_finding() -> None:
    trip = journey("buy", step(evidence=["talks/fees"]), step(evidence=["talks"]), step(evidence=["talks/fees"]))
    html = html_of(page(evidence("talks", findings=FINDINGS), trip))
    assert html.count("cited 2 times") == 1
    assert "cited 1 time" not in html


def test_a_thing_that_cites_two_findings_is_listed_once() -> None:
    cites = persona("maya", evidence=["talks/fees", "talks/peers"])
    assert html_of(page(evidence("talks", findings=FINDINGS), cites)).count('href="../../personas/maya/"') == 1


def test_of_very_many_that_cite_a_study_the_rest_is_counted() -> None:
    trip = journey("buy", *(step(f"Step {n}", evidence=["talks"]) for n in range(100)))
    index, study = pages(evidence("talks"), trip).values()
    assert html_of(study).count("/journeys/buy/#step-") == 40
    assert "and 60 more" in html_of(study)
    assert "Used by 100 parts" in html_of(study)
    assert 'class="journeys-number">100</td>' in html_of(index)


def test_a_study_that_nothing_cites_says_so() -> None:
    assert "Nothing in the atlas cites this study yet" in html_of(page(evidence("talks")))


def test_an_atlas_without_evidence_has_no_such_page() -> None:
    assert list(evidence_pages(site(atlas(journey())))) == []


def test_figures_of_stages_and_steps_cite_a_study() -> None:
    figure = {"name": "Leave", "value": 38, "evidence": "talks/fees"}
    counted = journey("buy", stage("one", step("Pays", figures=[figure])), stage("two", step(), figures=[figure]))
    html = html_of(page(evidence("talks", findings=FINDINGS), counted))
    assert "Used by 2 parts" in html
    assert '<a href="../../journeys/buy/#step-1">Pays</a>' in html
    assert '<a href="../../journeys/buy/">Journey buy</a>' in html


def test_a_study_leads_to_where_more_is_written() -> None:
    links = [{"title": "The counts", "url": "https://example.com/counts"}, {"title": "How", "url": "how.pdf"}]
    html = html_of(page(evidence("talks", links=links)))
    assert '<b>Links:</b> <a href="https://example.com/counts" rel="noopener noreferrer">The counts</a>, ' in html
    assert '<a href="how.pdf" rel="noopener noreferrer">How</a>' in html
