"""The page of findings, and what other pages name of them."""

import re
from datetime import date

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.site.pages.personas.index import personas_pages
from mkdocs_journeys.site.pages.things.page import things_pages
from mkdocs_journeys.site.pages.tracing.findings import NEWEST, ages_of, findings_pages, learned_section
from mkdocs_journeys.site.pages.tracing.sheets import ROWS_PER_PAGE
from support.atlases import atlas, evidence, journey, persona, stage, step
from support.contexts import TODAY, context, html_of, site

HOSTILE = "</a><script>alert(1)</script> {{ 7*7 }}"


def found_of(number: int, **fields: object) -> list[dict[str, object]]:
    return [{"id": f"f{n}", "text": f"Finding {n}", **fields} for n in range(number)]


FOUND = atlas(
    journey("buy", stage("one", step(evidence=["old/f0", "new"], touchpoint="shop")), stage("two", step())),
    evidence("old", title="Old talks", date="2025-01-01", kind="interview", findings=found_of(2, type="quote")),
    evidence("new", title="New talks", date="2026-11-01", kind="survey", expires="2026-11-20", findings=found_of(1)),
)


def shown(found: Atlas) -> str:
    (page,) = findings_pages(site(found))
    return html_of(page)


def test_all_findings_stand_by_study_the_newest_first() -> None:
    html = shown(FOUND)
    assert re.findall(r'<a href="\.\./evidence/([^"]+)">', html) == [
        "new/",
        "new/#finding-f0",
        "old/",
        "old/#finding-f0",
        "old/#finding-f1",
    ]
    assert "3 findings of 2 studies, the newest first." in html
    assert html.count("<q>Finding") == 2
    assert html.count(">expired<") == 1


def test_a_finding_says_what_it_is_about_and_carries_it_for_the_filters() -> None:
    html = shown(FOUND)
    about = 'data-stage="one" data-persona="maya" data-touchpoint="shop"'
    assert f'{about} data-kind="interview" data-type="quote" data-age="older"' in html
    assert f'{about} data-kind="survey" data-type="observation" data-age="year,quarter,expired"' in html
    assert 'data-stage="" data-persona="" data-touchpoint="" data-kind="interview"' in html
    assert html.count("by its study as a whole") == 1


def test_options_say_how_many_findings_they_choose() -> None:
    html = shown(FOUND)
    for value, words in (
        ("one", "One (2)"),
        ("maya", "Maya (2)"),
        ("shop", "Shop (2)"),
        ("interview", "Interviews (2)"),
    ):
        assert f'<option value="{value}">{words}</option>' in html
    for value, words in (("quote", "Quote (2)"), ("quarter", "Last 90 days (1)"), ("expired", "Expired (1)")):
        assert f'<option value="{value}">{words}</option>' in html
    assert 'value="two"' not in html


@pytest.mark.parametrize(
    ("day", "month", "ages"),
    [
        ("2026-11-22", None, ("year", "quarter")),
        ("2026-08-24", None, ("year", "quarter")),
        ("2026-08-23", None, ("year",)),
        ("2025-11-22", None, ("year",)),
        ("2025-11-21", None, ("older",)),
        ("2026-11-22", "2025-03", ("older",)),
    ],
)
def test_its_age_counts_from_the_month_in_which_it_was_said_else_from_its_study(
    day: str, month: str | None, ages: tuple[str, ...]
) -> None:
    assert date(2026, 11, 22) == TODAY
    study = evidence("talks", date=day, findings=[{"id": "a", "text": "A"} | ({"month": month} if month else {})])
    assert ages_of(context(atlas(journey(), study)), study, study.findings[0]) == ages


def test_sheets_end_between_studies() -> None:
    half = ROWS_PER_PAGE // 2 + 10
    studies = [
        evidence(id, date=day, findings=found_of(half)) for id, day in (("a", "2026-02-01"), ("b", "2026-01-01"))
    ]
    first, second = findings_pages(site(atlas(journey(), *studies)))
    assert (first.uri, second.uri) == ("findings.md", "findings/sheet/2.md")
    assert html_of(first).count('<th role="rowheader" scope="row">') == half
    assert 'rel="prev" href="../../../findings/"' in html_of(second)


def test_without_findings_there_is_no_such_page() -> None:
    assert list(findings_pages(site(atlas(journey(), evidence())))) == []


def test_the_page_of_a_stage_names_the_newest_findings_and_leads_to_all_of_them() -> None:
    many = atlas(
        journey("buy", stage("one", step(evidence=["talks"]))),
        evidence("talks", findings=found_of(NEWEST + 2)),
        persona("maya"),
    )
    (section,) = learned_section(site(many).at("stages/one.md"), "stage", "one")
    assert (section.title, section.counted) == ("What we learned here", str(NEWEST + 2))
    assert (
        f'<a href="../../findings/?stage=one#findings">What we learned here: {NEWEST + 2} findings</a>' in section.html
    )
    assert re.findall(r"#finding-f(\d)", section.html) == [str(n) for n in range(NEWEST)]
    assert list(learned_section(site(many).at("stages/one.md"), "stage", "none")) == []


def test_pages_of_stages_touchpoints_and_personas_have_it() -> None:
    for kind in ("stage", "touchpoint"):
        html = html_of(next(iter(things_pages(site(FOUND), kind))))
        assert f"../../findings/?{kind}=" in html
    (maya,) = (page for page in personas_pages(site(FOUND)) if getattr(page, "thing", None))
    assert (
        '<a href="../../findings/?persona=maya#findings">What we learned of them: 2 findings</a>'
        in maya.sections[0].html
    )


def test_texts_are_escaped() -> None:
    hostile = atlas(
        journey("buy", stage("one", step(evidence=["talks/f0"], touchpoint="shop"))),
        evidence("talks", title=HOSTILE, findings=[{"id": "f0", "text": HOSTILE, "type": "quote"}]),
        persona("maya", name=HOSTILE),
        stages=[{"id": "one", "name": HOSTILE}],
        touchpoints=[{"id": "shop", "name": HOSTILE, "channel": "web"}],
    )
    html = shown(hostile)
    assert "<script>" not in html
    assert html.count("&lt;script&gt;alert(1)") >= 6
