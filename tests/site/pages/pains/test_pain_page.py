"""The page of a pain, and its badge and card on other pages."""

import re

from browser.support_pains import HOSTILE, atlas_of, journey, pain, world_of
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.scoring import backlog
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.site.pages.pains.pain_page import pain_pages
from mkdocs_journeys.site.pages.pains.pain_view import pain_summary
from support.contexts import html_of


def page_of(atlas: Atlas, id: str = "slow") -> Page:
    (page,) = (page for page in pain_pages(world_of(atlas)) if page.thing == ("pain", id))
    return page


def card_of(atlas: Atlas, anchor: str = "") -> str:
    (item,) = backlog(atlas)
    context = world_of(atlas).at("journeys/j.md")
    return str(context.macro("macros/pain_cards.html.j2", "pain_cards", [pain_summary(context, item, anchor)]))


def test_a_pains_page_tells_everything_that_its_author_wrote() -> None:
    slow = pain(3, id="slow", title="It is slow", owner="growth", status="open") | {
        "description": "Ask **anyone**",
        "cause": "One server",
        "workaround": "Come back at night",
        "issue": "https://tracker.example/7",
    }
    answer = {"title": "How might we be quick?", "pains": ["slow"], "status": "framed"}
    page = page_of(atlas_of(journey("j", "maya", [slow]), journey("k", "tom", ["slow"]), quick=answer))
    assert (page.uri, page.kind, page.source, page.in_nav) == ("pains/slow.md", "pain", "journeys/maps/j.yml", False)
    html = html_of(page)
    for text in ("<strong>anyone</strong>", "One server", "Come back at night", "https://tracker.example/7"):
        assert text in html
    assert '<h1 id="pain">It is slow' in html
    assert '<a href="../../evidence/interviews/#finding-slow">It takes a week</a>' in html
    assert '<a href="../../opportunities/quick/">How might we be quick?</a>' in html
    assert '<a href="../../teams/growth/">Growth</a>' in html
    assert page.sections[0].words == "Ask anyone One server Come back at night"


def test_it_shows_each_step_where_it_hurts_between_its_neighbours() -> None:
    pains: list[dict[str, object] | str] = [pain(n) for n in range(11)]
    html = html_of(page_of(atlas_of(journey("j", "maya", pains), journey("k", "tom", ["pain-6"])), "pain-6"))
    found = re.findall(r'<li class="journeys-excerpt-(\w+).*?href="../../journeys/(\w)/#step-(\d)"', html)
    assert found == [("around", "j", "1"), ("step", "j", "2"), ("around", "j", "3"), ("step", "k", "1")]


def test_it_says_how_its_score_comes_about_and_what_nobody_gave() -> None:
    html = html_of(page_of(atlas_of(journey("j", "maya", [{"id": "slow", "title": "Slow"}]))))
    assert "How the score comes about" in html
    assert '<dt>Severity</dt><dd class="journeys-pain-missing">not given</dd>' in html
    assert '<span class="journeys-pain-missing">nobody yet</span>' in html


def test_the_pains_before_and_after_it_are_those_of_the_backlog() -> None:
    grave, mild, past = (
        pain(0, id="grave", status="open"),
        pain(2, id="mild", status="open"),
        pain(5, id="past", status="resolved"),
    )
    html = html_of(page_of(atlas_of(journey("j", "maya", [past, mild, grave])), "mild"))
    assert '<a rel="prev" href="../../pains/grave/">' in html
    assert '<a rel="next" href="../../pains/past/">' in html


def test_an_assumed_pain_looks_assumed_on_its_card_and_its_badge() -> None:
    made = atlas_of(journey("j", "maya", [{"id": "slow", "title": HOSTILE}]))
    card = card_of(made)
    assert "journeys-pain-assumed" in card and "<img" not in card
    macro = world_of(atlas_of()).templates.get_template("macros/pain.html.j2").module
    badge = str(macro.pain_badge(HOSTILE, "#pain-slow", 9, "low", "open", "assumed", True))  # type: ignore[attr-defined]
    assert "journeys-pain-assumed" in badge and "<em>assumed</em>" in badge and "in other places too" in badge
    assert "<img" not in badge
    assert "<img" not in html_of(page_of(made))


def test_a_card_has_a_place_only_where_it_is_asked_for() -> None:
    made = atlas_of(journey("j", "maya", [pain(1, id="slow")]))
    assert '<h3 id="pain-slow"><a href="../../pains/slow/">' in card_of(made, "pain-slow")
    assert '<h3><a href="../../pains/slow/">' in card_of(made)


def test_a_pain_says_what_leaving_it_costs() -> None:
    dear = pain(1, id="slow", cost={"low": 2000, "high": 5000, "unit": "EUR", "per": "month"})
    html = html_of(page_of(atlas_of(journey("j", "maya", [dear]))))
    assert "<dt>Costs</dt><dd>2,000–5,000 EUR per month</dd>" in html
    assert "Costs" not in html_of(page_of(atlas_of(journey("j", "maya", [pain(2, id="slow")]))))
