"""The pages of touchpoints, channels, stages, teams, segments, systems and tags."""

import re

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model.free_names import name_id
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.site.pages.things.page import things_pages
from mkdocs_journeys.site.pages.things.parts import MOST_JOURNEYS, MOST_PAINS
from support.atlases import atlas, evidence, journey, observed, opportunity, pain, persona, stage, step
from support.contexts import html_of, site

HOSTILE = "</a><script>alert(1)</script> {{ 7*7 }}"


def page(found: Atlas, kind: str, id: str) -> Page:
    (one,) = (page for page in things_pages(site(found), kind) if page.thing == (kind, id))
    return one


def anchors(page: Page) -> list[str]:
    return [section.anchor for section in page.sections]


def part(page: Page, anchor: str) -> str:
    (section,) = (section for section in page.sections if section.anchor == anchor)
    return section.html


ONE_OF_EACH = atlas(
    journey(
        "buy",
        stage("one", step("Looks", emotion=1), step("Asks", touchpoint="chat", emotion=-1, pains=[pain("slow")])),
        stage("two", step("Pays", emotion=2)),
        title="Buys it",
        tags=["Easy start"],
    ),
    opportunity("answers", title="Answer at once", pains=["slow"]),
    persona("maya", segment="small"),
    touchpoints=[{"id": "chat", "name": "Chat", "channel": "talk", "team": "support", "systems": ["CRM"]}],
    segments=[{"id": "small", "name": "Small firms"}],
)


@pytest.mark.parametrize(
    ("kind", "id", "uri"),
    [
        ("touchpoint", "chat", "touchpoints/chat.md"),
        ("channel", "talk", "channels/talk.md"),
        ("stage", "one", "stages/one.md"),
        ("team", "support", "teams/support.md"),
        ("segment", "small", "segments/small.md"),
        ("system", "crm", "systems/crm.md"),
        ("tag", "easy-start", "tags/easy-start.md"),
    ],
)
def test_each_thing_has_a_page_that_names_it_and_leads_back(kind: str, id: str, uri: str) -> None:
    found = page(ONE_OF_EACH, kind, id)
    source = None if kind in ("system", "tag") else "journeys/catalog.yml"
    assert (found.uri, found.in_nav, found.source) == (uri, False, source)
    html = html_of(found)
    assert html.count("<h1") == 1
    assert f'<h1 id="{kind}">{found.title}</h1>' in html
    assert 'aria-label="Breadcrumbs"' in html
    for section in found.sections:
        assert section.headed or html.count(f'id="{section.anchor}"') == 1


def test_a_touchpoint_shows_the_step_there_between_its_neighbours() -> None:
    html = part(page(ONE_OF_EACH, "touchpoint", "chat"), "where")
    assert re.findall(r'<li class="journeys-excerpt-(\w+)', html) == ["around", "step", "around"]
    assert re.findall(r'href="../../journeys/buy/#step-(\d)">(\w+)</a>', html) == [
        ("1", "Looks"),
        ("2", "Asks"),
        ("3", "Pays"),
    ]
    assert [words in html for words in ("before it", "after it")] == [True, True]
    assert '<a href="../../journeys/buy/#stage-1">One</a>' in html


def test_a_touchpoint_tells_what_is_known_of_it_and_what_follows() -> None:
    found = page(ONE_OF_EACH, "touchpoint", "chat")
    head = part(found, "touchpoint")
    for text in ('href="../../channels/talk/"', 'href="../../teams/support/"', "CRM", "−1.0", "1 step", "1 open pain"):
        assert text in head
    assert anchors(found) == ["touchpoint", "where", "pains", "opportunities", "reach", "others"]
    assert '<a href="../../pains/slow/">Pain slow</a>' in part(found, "pains")
    assert "Answer at once" in part(found, "opportunities")
    assert found.sections[0].words == "Talk Support live CRM"


def test_a_mean_comes_with_the_steps_that_it_is_of() -> None:
    head = part(page(ONE_OF_EACH, "stage", "one"), "stage")
    assert "2 steps" in head
    assert "Steps by emotion: negative 1, positive 1<" in head


def test_a_thing_that_occurs_nowhere_has_a_page_all_the_same() -> None:
    found = page(atlas(touchpoints=["fax"]), "touchpoint", "fax")
    assert anchors(found) == ["touchpoint", "others"]
    assert "0 steps" in html_of(found)


def test_of_many_journeys_the_worst_are_drawn_and_the_others_named() -> None:
    many = [journey(f"j{n}", step(touchpoint="chat", emotion=-2 if n == 20 else 1)) for n in range(MOST_JOURNEYS + 9)]
    html = part(page(atlas(*many), "touchpoint", "chat"), "where")
    assert html.count('<article class="journeys-excerpts">') == MOST_JOURNEYS
    assert html.index("Journey j20") < html.index("Journey j0")
    assert "9 more, which feel better or are not known" in html
    assert "Journey j19" in html


def test_many_pains_are_shown_in_part_and_counted_in_whole() -> None:
    pains = [pain(f"p{n}") for n in range(MOST_PAINS + 3)]
    found = page(atlas(journey("buy", step(touchpoint="chat", pains=pains))), "touchpoint", "chat")
    assert part(found, "pains").count('<article class="journeys-pain ') == MOST_PAINS
    assert "and 3 more" in part(found, "pains")


def test_closed_pains_are_not_told_but_counted() -> None:
    done = pain("done", status="resolved")
    found = page(atlas(journey("buy", step(touchpoint="chat", pains=[done]))), "touchpoint", "chat")
    assert "Nothing hurts here that is still open." in part(found, "pains")
    assert "1 more is closed." in part(found, "pains")


def test_a_stage_leads_to_its_pains_in_the_backlog() -> None:
    assert 'href="../../pains/?stage=one&amp;status=not-closed#backlog"' in part(
        page(ONE_OF_EACH, "stage", "one"), "pains"
    )


def test_a_future_journey_is_named_as_planned_and_counted_nowhere() -> None:
    dream = journey("dream", step(touchpoint="chat", emotion=2), state="future", title="Dreams")
    found = page(atlas(dream), "touchpoint", "chat")
    assert "Planned in" in part(found, "where")
    assert "Dreams" in part(found, "where")
    assert "0 steps" in part(found, "touchpoint")


def test_a_team_has_its_week_on_one_page() -> None:
    found = page(
        atlas(
            journey(
                "buy",
                step("Asks", team="sales"),
                step("Waits", team="support", emotion=-1, pains=[pain("slow", owner="support")]),
                owner="support",
            ),
            opportunity(
                "answers",
                title="Answer at once",
                owner="support",
                metrics=["wait"],
                solutions=[{"id": "bot", "name": "A bot", "experiment": {"started": "2026-11-01"}}],
            ),
            opportunity("phones", title="Phone all day", owner="support", status="delivered"),
            evidence("talks", title="Ten talks", owner="support", expires="2026-01-01"),
            metrics=[{"id": "wait", "name": "Waiting", "team": "support", "by": "2026-12-31"}],
            observations={"wait": observed(("2026-11-01", 4))},
            teams=[{"id": "support", "contact": "support@example.com"}, "sales"],
        ),
        "team",
        "support",
    )
    assert anchors(found) == [
        "team",
        "pains",
        "due",
        "hand-offs",
        "opportunities",
        "metrics",
        "owns",
        "where",
        "reach",
        "others",
    ]
    assert 'href="mailto:support@example.com"' in part(found, "team")
    assert 'href="../../pains/?team=support&amp;status=not-closed#backlog"' in part(found, "pains")
    assert "never reviewed" in part(found, "due")
    assert "ran out on 2026-01-01" in part(found, "due")
    assert "To the team" in part(found, "hand-offs")
    assert "From the team" not in part(found, "hand-offs")
    assert re.findall(r'#step-(\d)">', part(found, "hand-offs")) == ["1", "2"]
    promises = part(found, "opportunities")
    for text in ("Answer at once", "A bot: on trial since 2026-11-01", "Waiting: target due on 2026-12-31"):
        assert text in promises
    assert 'Phone all day</a> <span class="journeys-soft">delivered</span>' in promises
    assert "Journey buy" in part(found, "owns")
    for text in ("Waiting", "4", "2026-11-01"):
        assert text in part(found, "metrics")


def test_a_system_occurs_at_the_steps_that_name_it_and_at_those_of_its_touchpoints() -> None:
    found = page(
        atlas(
            journey(
                "buy", step("Looks", systems=["crm "]), step("Asks", touchpoint="chat", team="sales"), step("Pays")
            ),
            touchpoints=[{"id": "chat", "name": "Chat", "channel": "talk", "team": "support", "systems": ["CRM"]}],
        ),
        "system",
        "crm",
    )
    assert re.findall(r'<li class="journeys-excerpt-(\w+)', part(found, "where")) == ["step", "step", "around"]
    head = part(found, "system")
    for path in ("touchpoints/chat/", "teams/support/", "teams/sales/"):
        assert f'href="../../{path}"' in head
    assert "2 steps" in head and "Also written" in head


def test_a_tag_shows_its_journeys_with_their_curves_and_what_hurts_in_them() -> None:
    found = page(ONE_OF_EACH, "tag", "easy-start")
    assert anchors(found) == ["tag", "journeys", "pains", "opportunities", "others"]
    assert '<a href="../../journeys/buy/">Buys it</a>' in part(found, "journeys")
    assert "journeys-spark" in part(found, "journeys")
    assert "Pain slow" in part(found, "pains")


def test_a_tag_of_a_journey_that_is_retired_leads_to_it_all_the_same() -> None:
    html = part(page(atlas(journey("old", step(), tags=["x"], status="retired")), "tag", "x"), "journeys")
    assert "Journey old" in html and "retired" in html


def test_names_of_systems_and_tags_lead_to_their_pages() -> None:
    pages = {one.uri: html_of(one) for one in items_of(site(ONE_OF_EACH)) if isinstance(one, Page)}
    for uri in ("catalog.md", "touchpoints/chat.md"):
        assert 'systems/crm/">CRM</a>' in pages[uri]
    assert 'href="../../tags/easy-start/">#Easy start</a>' in pages["journeys/buy.md"]


def test_a_segment_shows_its_journeys_with_their_curves_and_its_own_figures() -> None:
    found = page(
        atlas(
            journey("buy", step(emotion=-1, pains=[pain("slow")]), step(emotion=1), segments=["small"]),
            journey("hers", step(), personas="maya"),
            journey("theirs", step(pains=[pain("other")]), personas="tom"),
            persona("maya", segment="small"),
            persona("tom"),
            evidence("talks", title="Ten talks", segment="small"),
            metrics=[{"id": "wait", "name": "Waiting", "unit": "days"}],
            observations={"wait": observed(("2026-11-01", 4, "small"), ("2026-11-01", 9))},
            segments=["small"],
        ),
        "segment",
        "small",
    )
    assert anchors(found) == ["segment", "journeys", "pains", "metrics", "evidence", "reach", "others"]
    journeys = part(found, "journeys")
    assert "Journey buy" in journeys and "Journey hers" in journeys and "Journey theirs" not in journeys
    assert "journeys-spark" in journeys
    assert "Pain slow" in part(found, "pains") and "Pain other" not in part(found, "pains")
    assert "4 days, 2026-11-01" in part(found, "metrics")
    assert "Ten talks" in part(found, "evidence")


@pytest.mark.parametrize("kind", ["touchpoint", "channel", "stage", "team", "segment", "system", "tag"])
def test_hostile_words_stay_words(kind: str) -> None:
    named = {"id": "x", "name": HOSTILE}
    found = atlas(
        journey(
            "buy",
            stage("x", step(HOSTILE, touchpoint="x", team="x", pains=[pain("slow", title=HOSTILE)])),
            segments=["x"],
            tags=[HOSTILE],
            title=HOSTILE,
        ),
        touchpoints=[named | {"channel": "x", "team": "x", "description": HOSTILE, "systems": [HOSTILE]}],
        channels=[named],
        stages=[named],
        teams=[named | {"contact": HOSTILE}],
        segments=[named | {"description": HOSTILE}],
    )
    html = html_of(page(found, kind, name_id(HOSTILE) if kind in ("system", "tag") else "x"))
    assert "<script" not in html
    assert "{{ 7*7 }}" in html
