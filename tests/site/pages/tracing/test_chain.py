"""The chain around a thing, as columns of boxes on its page."""

import re

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.tracing.chain import ChainNode
from mkdocs_journeys.site.pages.evidence.page import evidence_pages
from mkdocs_journeys.site.pages.metrics import metrics_pages
from mkdocs_journeys.site.pages.opportunities import opportunities_pages
from mkdocs_journeys.site.pages.pains.pain_page import pain_pages
from mkdocs_journeys.site.pages.tracing.chain import MOST_BOXES, chain_html
from support.atlases import atlas, evidence, journey, opportunity, pain, step
from support.contexts import context, html_of, site

HOSTILE = "</a><script>alert(1)</script> {{ 7*7 }}"
HIGH = {"severity": "critical", "frequency": "always", "impact": "critical", "confidence": "validated"}
SOLUTIONS = [{"id": "counter", "name": "A counter", "experiment": {"kind": "pilot", "metric": "paid"}}]
WHOLE = atlas(
    journey(
        "buy",
        step(says=[{"text": "So dear!", "evidence": "talks/fees"}], pains=[pain("hidden", evidence=["talks/fees"])]),
    ),
    evidence("talks", title="Talks", findings=[{"id": "fees", "text": "What does it cost?"}]),
    opportunity("honest", title="Say the price", pains=["hidden"], solutions=SOLUTIONS, metrics=["paid"]),
)


def columns(html: str) -> dict[str, list[str]]:
    """The names in each column by its title; what is missing in brackets."""
    found = {}
    for part in re.split(
        r"<li(?: class=\"journeys-chain-own\" aria-current=\"true\")?><p class=\"journeys-soft\">", html
    )[1:]:
        names = re.findall(r'<a href="[^"]+"><span>([^<]+)</span></a>', part)
        missing = re.findall(r'<p class="journeys-(lack|chain-none)">([^<]+)</p>', part)
        found[part.partition("</p>")[0]] = [*names, *(f"[{words}]" for _look, words in missing)]
    return found


def chain(found: Atlas, kind: str, *ids: str, asked: bool = True) -> str:
    return chain_html(context(found, "pains/hidden.md"), *(ChainNode(kind, id) for id in ids), asked=asked)


def test_a_pain_stands_between_what_it_rests_on_and_what_it_leads_to() -> None:
    html = chain(WHOLE, "pain", "hidden")
    assert columns(html) == {
        "Quotes": ["“So dear!”"],
        "Findings": ["What does it cost?"],
        "Pains": ["Pain hidden"],
        "Opportunities": ["Say the price"],
        "Solutions": ["A counter"],
        "Experiments": ["Pilot"],
        "Metrics": ["Paid"],
    }
    assert html.count("journeys-chain-own") == 1
    for href in (
        "../../journeys/buy/#step-1",
        "../../evidence/talks/#finding-fees",
        "../../opportunities/honest/#solution-counter",
    ):
        assert f'href="{href}"' in html


@pytest.mark.parametrize(
    ("pages", "place"),
    [
        (pain_pages, '<h1 id="pain">Pain hidden'),
        (opportunities_pages, 'id="solution-counter"'),
        (evidence_pages, 'id="finding-fees"'),
        (metrics_pages, '<h1 id="metric">Paid'),
    ],
)
def test_each_page_of_a_thing_in_the_chain_shows_it(pages: object, place: str) -> None:
    assert callable(pages)
    (html,) = (html_of(page) for page in pages(site(WHOLE)) if page.thing)
    assert place in html
    assert html.count('<ol class="journeys-chain ') == 1


def test_a_gap_is_told_by_words_and_by_its_look() -> None:
    html = chain(atlas(journey("buy", step(pains=[pain("hidden", **HIGH)]))), "pain", "hidden")
    assert columns(html) == {
        "Findings": ["[no evidence yet]"],
        "Pains": ["Pain hidden"],
        "Opportunities": ["[nothing answers it yet]"],
    }
    assert '<p class="journeys-lack">nothing answers it yet</p>' in html
    assert '<p class="journeys-chain-none">no evidence yet</p>' in html


def test_what_has_ended_is_not_asked_for_more() -> None:
    closed = atlas(journey("buy", step(pains=[pain("hidden", status="resolved")])))
    assert chain(closed, "pain", "hidden", asked=False) == ""


def test_an_opportunity_says_all_that_it_lacks() -> None:
    found = columns(chain(atlas(journey(), opportunity("honest", title="Say it")), "opportunity", "honest"))
    missing = {title: names for title, names in found.items() if title != "Opportunities"}
    assert missing == {
        "Findings": ["[no evidence yet]"],
        "Pains": ["[no pain yet]"],
        "Solutions": ["[no solution yet]"],
        "Experiments": ["[not tried yet]"],
        "Metrics": ["[no metric yet]"],
    }


def test_of_many_the_rest_is_counted() -> None:
    many = [opportunity(f"o{n}", pains=["hidden"]) for n in range(MOST_BOXES + 2)]
    html = chain(atlas(journey("buy", step(pains=[pain("hidden")])), *many), "pain", "hidden")
    assert len(columns(html)["Opportunities"]) == MOST_BOXES
    assert "and 2 more" in html


def test_texts_are_escaped() -> None:
    found = atlas(
        journey(
            "buy",
            step(
                HOSTILE,
                says=[{"text": HOSTILE, "evidence": "talks/fees"}],
                pains=[pain("hidden", title=HOSTILE, evidence=["talks/fees"])],
            ),
            title=HOSTILE,
        ),
        evidence("talks", title=HOSTILE, findings=[{"id": "fees", "text": HOSTILE}]),
        opportunity(
            "honest",
            title=HOSTILE,
            pains=["hidden"],
            solutions=[{"id": "a", "name": HOSTILE, "experiment": {"metric": "paid"}}],
        ),
        metrics=[{"id": "paid", "name": HOSTILE}],
    )
    html = chain(found, "pain", "hidden")
    assert "<script>" not in html
    assert html.count("&lt;script&gt;alert(1)") >= 6


def test_a_study_names_its_findings_that_lead_somewhere() -> None:
    findings = [{"id": "fees", "text": "Dear"}, {"id": "lost", "text": "Lost"}]
    ids = ("talks", "talks/fees", "talks/lost")
    used = atlas(
        journey("buy", step(pains=[pain("hidden", evidence=["talks/fees"])])), evidence("talks", findings=findings)
    )
    assert columns(chain(used, "finding", *ids)) == {"Findings": ["Dear"], "Pains": ["Pain hidden"]}
    idle = atlas(journey(), evidence("talks", title="Talks", findings=findings))
    assert columns(chain(idle, "finding", *ids)) == {
        "Findings": ["Talks", "Dear", "Lost"],
        "Pains": ["[leads to no pain yet]"],
    }
