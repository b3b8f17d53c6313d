"""What a change would reach, on the page of a thing."""

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.site.pages.things.reach import MOST, reach_section
from support.atlases import atlas, journey, opportunity, pain, step
from support.contexts import site

HOSTILE = "</a><script>alert(1)</script> {{ 7*7 }}"


def reach(found: Atlas, kind: str = "touchpoint", id: str = "shop") -> str:
    (section,) = reach_section(site(found).at("touchpoints/shop.md"), kind, id)
    assert section.title == "What a change here would reach"
    return section.html


def test_teams_to_tell_come_with_what_is_theirs_and_all_else_is_folded() -> None:
    html = reach(
        atlas(
            journey(
                "buy",
                step("Looks", touchpoint="shop", team="sales", pains=[pain("slow", owner="care")]),
                step("Waits", team="care"),
            ),
            opportunity("faster", title="Go faster", pains=["slow"]),
        )
    )
    assert '<a href="../../teams/sales/">Sales</a> <span class="journeys-soft">1 step</span>' in html
    assert '<a href="../../teams/care/">Care</a> <span class="journeys-soft">1 pain</span>' in html
    assert "<summary>1 journey, 1 step, 1 persona, 1 pain, 1 opportunity and 1 hand-off</summary>" in html
    for name in ("Journey buy", "Looks", "Maya", "Pain slow", "Go faster", "Sales to Care"):
        assert f">{name}</a>" in html


def test_nobody_to_tell_is_said() -> None:
    assert "No team owns anything of it." in reach(atlas(journey("buy", step(touchpoint="shop"))))


def test_of_many_the_rest_is_counted() -> None:
    html = reach(atlas(journey("buy", *(step(touchpoint="shop") for _ in range(MOST + 3)))))
    assert html.count("#step-") == MOST
    assert "and 3 more" in html


def test_what_occurs_nowhere_or_only_in_the_past_reaches_nothing() -> None:
    past = atlas(journey("buy", step(touchpoint="shop"), status="retired"))
    assert list(reach_section(site(past).at("touchpoints/shop.md"), "touchpoint", "shop")) == []


def test_texts_are_escaped() -> None:
    found = atlas(
        journey(
            "buy", step(HOSTILE, touchpoint="shop", team="sales", pains=[pain("slow", title=HOSTILE)]), title=HOSTILE
        ),
        teams=[{"id": "sales", "name": HOSTILE}],
    )
    html = reach(found)
    assert "<script>" not in html
    assert html.count("&lt;script&gt;") >= 4
