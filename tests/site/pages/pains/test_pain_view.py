"""The section of one pain."""

from browser.support_pains import HOSTILE, atlas_of, journey, pain, world_of
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.scoring import backlog
from mkdocs_journeys.site.pages.pains.pain_view import PainView, pain_view


def view_of(atlas: Atlas, id: str = "slow") -> PainView:
    (item,) = (item for item in backlog(atlas) if item.pain.id == id)
    return pain_view(world_of(atlas).at("journeys/j.md"), item)


def article_of(view: PainView) -> str:
    macro = world_of(atlas_of()).templates.get_template("macros/pain.html.j2").module
    return str(macro.pain_article(view))  # type: ignore[attr-defined]


def test_a_pains_section_tells_everything_that_its_author_wrote() -> None:
    slow = pain(3, id="slow", title="It is slow", owner="growth", status="open") | {
        "description": "Ask **anyone**",
        "cause": "One server",
        "workaround": "Come back at night",
        "issue": "https://tracker.example/7",
    }
    answer = {"title": "How might we be quick?", "pains": ["slow"], "status": "framed"}
    view = view_of(atlas_of(journey("j", "maya", [slow]), journey("k", "tom", ["slow"]), quick=answer))
    html = article_of(view)
    for text in ("<strong>anyone</strong>", "One server", "Come back at night", "https://tracker.example/7"):
        assert text in html
    assert '<h3 id="pain-slow">It is slow' in html
    assert '<a href="../../evidence/interviews/#finding-slow">It takes a week</a>' in html
    assert '<a href="../../opportunities/quick/">How might we be quick?</a>' in html
    assert '<a href="../../journeys/k/#step-1">Takes step 1</a>' in html
    assert '<a href="#step-1">Takes step 1</a>' in html
    assert view.words == "Ask anyone One server Come back at night"


def test_an_assumed_pain_looks_assumed_in_its_section_and_on_its_badge() -> None:
    view = view_of(atlas_of(journey("j", "maya", [{"id": "slow", "title": HOSTILE}])))
    assert "journeys-pain-assumed" in article_of(view) and "<img" not in article_of(view)
    macro = world_of(atlas_of()).templates.get_template("macros/pain.html.j2").module
    badge = str(macro.pain_badge(HOSTILE, "#pain-slow", 9, "low", "open", "assumed", True))  # type: ignore[attr-defined]
    assert "journeys-pain-assumed" in badge and "<em>assumed</em>" in badge and "in other places too" in badge
    assert "<img" not in badge


def test_a_pain_says_what_leaving_it_costs() -> None:
    dear = pain(1, id="slow", cost={"low": 2000, "high": 5000, "unit": "EUR", "per": "month"})
    html = article_of(view_of(atlas_of(journey("j", "maya", [dear]))))
    assert "<dt>Costs</dt><dd>2,000–5,000 EUR per month</dd>" in html
    assert "Costs" not in article_of(view_of(atlas_of(journey("j", "maya", [pain(2, id="slow")]))))
