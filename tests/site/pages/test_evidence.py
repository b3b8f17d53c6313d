"""The page of the evidence."""

from mkdocs_journeys.site.page import Page
from mkdocs_journeys.site.pages.evidence.page import evidence_pages
from support.atlases import atlas, evidence, journey, opportunity, pain, persona, step
from support.worlds import html_of, world

FINDINGS = [
    {"id": "fees", "text": "The price jumps", "type": "quote", "sentiment": -1},
    {"id": "peers", "text": "Peers are asked", "type": "trend", "sentiment": 1},
    {"id": "forms", "text": "Forms are long"},
]


def page(*documents: object) -> Page:
    (found,) = evidence_pages(world(atlas(*documents)))
    return found


def test_the_newest_study_comes_first() -> None:
    found = page(evidence("old", date="2024-01-01"), evidence("new", date="2026-01-01"))
    assert [section.anchor for section in found.sections] == ["evidence", "evidence-new", "evidence-old"]


def test_findings_say_their_type_and_sentiment_in_words_and_sign() -> None:
    html = html_of(page(evidence("talks", findings=FINDINGS)))
    assert "−1 negative" in html
    assert "+1 positive" in html
    assert "<blockquote><p>The price jumps</p></blockquote>" in html
    card = html[html.index('id="evidence-talks-forms"') :]
    assert "observation" in card
    assert "journeys-finding-mark" not in card


def test_each_finding_has_its_own_place_for_links_and_search() -> None:
    found = page(evidence("talks", findings=FINDINGS))
    entry = next(section for section in found.sections if section.anchor == "evidence-talks-fees")
    assert (entry.title, entry.headed, entry.listed) == ("The price jumps", False, False)
    assert html_of(found).count('id="evidence-talks-fees"') == 1


def test_a_study_past_its_date_is_marked() -> None:
    html = html_of(page(evidence("old", expires="2020-01-01"), evidence("new", expires="2999-01-01")))
    assert "expired 2020-01-01" in html
    assert "holds until 2999-01-01" in html
    assert html.count("journeys-study-expired") == 1


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
        *("../journeys/buy/#step-1", "../journeys/buy/#step-2", "../journeys/whole/", "../personas/maya/"),
        *("../journeys/buy/#pain-slow", "../opportunities/#opportunity-easy"),
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
    assert html_of(page(evidence("talks", findings=FINDINGS), cites)).count('href="../personas/maya/"') == 1


def test_a_study_that_nothing_cites_says_so() -> None:
    assert "Nothing in the atlas cites this study yet" in html_of(page(evidence("talks")))


def test_an_atlas_without_evidence_has_no_such_page() -> None:
    assert list(evidence_pages(world(atlas(journey())))) == []
