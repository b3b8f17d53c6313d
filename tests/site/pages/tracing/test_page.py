"""The page of traceability: figures of gaps, and a table of threads."""

import re

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.site.pages.tracing.page import traceability_pages
from mkdocs_journeys.site.pages.tracing.sheets import ROWS_PER_PAGE
from support.atlases import atlas, evidence, journey, opportunity, pain, stage, step
from support.contexts import html_of, site

HOSTILE = "</a><script>alert(1)</script> {{ 7*7 }}"
HIGH = {"severity": "critical", "frequency": "always", "impact": "critical", "confidence": "validated"}
FOUND = atlas(
    journey(
        "buy",
        stage("one", step(pains=[pain("bad", **HIGH, owner="sales"), pain("slow", evidence=["talks/fees"])])),
        metrics=["nps"],
    ),
    evidence("talks", findings=[{"id": "fees", "text": "Dear"}, {"id": "lost", "text": "Lost", "type": "quote"}]),
    opportunity(
        "faster", title="Go faster", pains=["slow"], solutions=[{"id": "a", "name": "Hurry"}], metrics=["paid"]
    ),
)


def pages(found: Atlas) -> list[Page]:
    return list(traceability_pages(site(found)))


def shown(found: Atlas) -> str:
    (page,) = pages(found)
    return html_of(page)


def rows(html: str) -> list[list[str]]:
    """The words of each row, cell by cell."""
    texts = [
        re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)
        for row in re.findall(r"<tr role=\"row\" data-gap(.*?)</tr>", html, re.S)
    ]
    return [[" ".join(re.sub("<[^>]+>", " ", cell).split()) for cell in cells] for cells in texts]


def test_each_kind_of_gap_is_counted_with_a_link_to_its_rows() -> None:
    html = shown(FOUND)
    figures = re.findall(r'<a href="\?gap=(\w+)#threads"><b>(\d+)</b><span( class="journeys-lack")?>([^<]+)<', html)
    assert [(gap, count, bool(look), words) for gap, count, look, words in figures] == [
        ("unanswered", "1", True, "high pain that nothing answers"),
        ("unproven", "0", False, "opportunities without evidence"),
        ("untried", "1", True, "opportunity without an experiment"),
        ("unmeasured", "0", False, "opportunities without a metric"),
        ("unused", "1", True, "finding that leads to no pain"),
        ("aimless", "1", True, "metric that nothing aims at"),
    ]


def test_a_row_says_what_is_missing_where_it_is_missing() -> None:
    assert rows(shown(FOUND)) == [
        ["", "Pain bad open", "nothing answers it yet", "", "", ""],
        ["Dear", "Pain slow open", "Go faster new", "Hurry", "not tried yet", "Paid"],
        ["Lost", "leads to no pain yet", "", "", "", ""],
        ["", "", "nothing aims at it yet", "", "", "Nps"],
    ]


def test_rows_carry_what_the_filters_go_by() -> None:
    html = shown(FOUND)
    assert 'data-gap="unanswered" data-journey="buy" data-stage="one" data-team="sales" data-status="open"' in html
    assert 'data-gap="untried" data-journey="buy" data-stage="one" data-team="-" data-status="open,new"' in html
    assert '<option value="untried">Opportunities without an experiment (1)</option>' in html
    assert '<option value="-">Nobody (3)</option>' in html
    assert "unproven" not in html.partition("<form")[2].partition("</form>")[0]


def test_a_long_table_is_cut_into_sheets_that_know_each_other() -> None:
    many = [journey(f"j{n}", step(pains=[pain(f"p{n}")])) for n in range(ROWS_PER_PAGE + 1)]
    first, second = pages(atlas(*many))
    assert (first.uri, second.uri) == ("traceability.md", "traceability/sheet/2.md")
    html = html_of(first)
    assert 'data-sheets="../traceability/sheet/2/"' in html
    assert '<a rel="next" href="../traceability/sheet/2/">' in html
    assert (len(rows(html)), len(rows(html_of(second)))) == (ROWS_PER_PAGE, 1)
    assert "<form" not in html_of(second)
    assert '<a rel="prev" href="../../../traceability/">' in html_of(second)


def test_an_atlas_with_nothing_to_trace_has_no_such_page() -> None:
    assert pages(atlas(journey())) == []


def test_texts_are_escaped() -> None:
    found = atlas(
        journey(
            "buy", stage("one", step(pains=[pain("bad", title=HOSTILE, owner="sales")]), name=HOSTILE), title=HOSTILE
        ),
        teams=[{"id": "sales", "name": HOSTILE}],
        stages=[{"id": "one", "name": HOSTILE}],
    )
    html = shown(found)
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
