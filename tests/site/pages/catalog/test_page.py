"""The catalogue."""

from mkdocs_journeys.site.page import Page
from mkdocs_journeys.site.pages.catalog.page import catalog_pages
from support.atlases import atlas, journey, observed, opportunity, pain, persona, stage, step
from support.contexts import html_of, site


def page(*documents: object, **fields: object) -> Page:
    (found,) = catalog_pages(site(atlas(*documents, **fields)))
    return found


def part(html: str, anchor: str, end: str) -> str:
    """The html from an anchored element to the next `end`."""
    start = html.index(f'id="{anchor}"')
    return html[start : html.index(end, start)]


def test_an_empty_catalog_has_its_page_too() -> None:
    found = page(channels=[])
    assert found.title == "Catalogue"
    assert found.in_nav
    assert found.source == "journeys/catalog.yml"


def test_what_the_home_page_says_of_the_atlas_is_not_said_again() -> None:
    found = page(description="An **example**.")
    assert "example" not in html_of(found)
    assert found.sections[0].words == "Customer journeys"


def test_a_stage_tells_what_passes_through_it() -> None:
    trip = journey("buy", stage("one"), stage("two", step(emotion=-2, pains=[pain()])), title="Buys")
    gone = journey("gone", stage("two"), status="retired", title="Gone")
    card = part(html_of(page(trip, gone)), "stage-two", "</ol>")
    assert 'href="../journeys/buy/#stage-2">Buys</a>' in card
    assert "−2.0" in card
    assert "1 open pain" in card
    assert "Gone" not in card


def test_the_audit_tells_how_a_touchpoint_does() -> None:
    context = {"id": "form", "name": "Form", "channel": "web", "team": "growth", "initiator": "customer"}
    trip = journey("buy", step(touchpoint="form", emotion=-1, pains=[pain(title="Too long")]), title="Buys")
    row = part(html_of(page(trip, touchpoints=[context])), "touchpoint-form", "</tr>")
    for text in ("Web", "digital", "Growth", "customer", "live", "−1.0", "negative", "Too long", "Buys"):
        assert text in row


def test_a_mean_tells_of_how_many_steps_it_is_and_how_they_spread() -> None:
    trip = journey("buy", *(step(touchpoint="form", emotion=felt) for felt in (-2, 2, 1.6, None)))
    html = html_of(page(trip, touchpoints=["form"]))
    for row in (part(html, "touchpoint-form", "</tr>"), part(html, "channel-web", "</tr>")):
        assert "mean of 3 steps" in row
        assert "<title>Steps by emotion: very negative 1, very positive 2</title>" in row
        assert "+0.5" in row
    assert 'data-label="Steps" data-value="4">4' in html


def test_a_touchpoint_without_a_known_emotion_has_no_mean_of_nothing() -> None:
    row = part(html_of(page(journey("buy", step(touchpoint="form")), touchpoints=["form"])), "touchpoint-form", "</tr>")
    assert 'data-label="Mean emotion" data-value=""' in row
    assert "not known" in row
    assert "mean of" not in row
    assert "<svg" not in row


def test_a_touchpoint_that_nobody_meets_is_there_all_the_same() -> None:
    row = part(html_of(page(touchpoints=[{"id": "fax", "status": "retired"}])), "touchpoint-fax", "</tr>")
    assert "retired" in row
    assert "not used" in row


def test_a_step_on_a_channel_counts_for_that_channel() -> None:
    trip = journey("buy", step(channel="phone", emotion=2), step(channel="phone", emotion=-1))
    row = part(html_of(page(trip)), "channel-phone", "</tr>")
    assert 'data-label="Steps" data-value="2">2</td>' in row
    assert "+0.5" in row


def test_a_team_says_how_much_it_owns_and_what_hurts_most() -> None:
    html = html_of(
        page(
            journey("buy", step(touchpoint="form", pains=[pain("slow", owner="growth")]), owner="growth"),
            opportunity("easy", title="Begin well", owner="growth"),
            touchpoints=[{"id": "form", "team": "growth"}],
            teams=[{"id": "growth", "contact": "growth@example.com", "codeowner": "@acme/growth"}],
            metrics=[{"id": "paid", "kind": "conversion", "team": "growth"}],
            observations={"paid": observed(("2026-01-01", 8))},
        )
    )
    row = part(html, "team-growth", "</tr>")
    for text in ("1 journey, 1 touchpoint and 1 metric", "../pains/slow/", "Pain slow", "@acme/growth"):
        assert text in row
    assert '<a href="../teams/growth/">' in row
    assert 'href="mailto:growth@example.com"' in row


def test_a_contact_that_is_no_address_is_no_link() -> None:
    row = part(html_of(page(teams=[{"id": "growth", "contact": "Room 4"}])), "team-growth", "</tr>")
    assert "Room 4" in row
    assert "mailto:" not in row
    assert 'data-label="Looks after">–</td>' in row


def test_a_segment_names_its_personas() -> None:
    card = part(html_of(page(persona("maya", segment="small", share=40))), "segment-small", "</article>")
    assert 'href="../personas/maya/">Maya</a>' in card
    assert "40% of the base" in card


def test_each_thing_keeps_its_place_and_leads_to_its_page() -> None:
    html = html_of(page(journey("buy", step(touchpoint="form", team="growth")), persona("maya", segment="small")))
    for place, address in (
        ("stage-consideration", "stages/consideration"),
        ("touchpoint-form", "touchpoints/form"),
        ("channel-web", "channels/web"),
        ("team-growth", "teams/growth"),
        ("segment-small", "segments/small"),
    ):
        assert html.count(f'id="{place}"') == 1
        assert f'<a href="../{address}/">' in html.partition(f'id="{place}"')[2]


def test_the_catalogue_leads_to_where_more_is_written() -> None:
    html = html_of(page(links=[{"title": "How we map", "url": "https://example.com/maps"}]))
    assert '<b>Links:</b> <a href="https://example.com/maps" rel="noopener noreferrer">How we map</a>' in html


def test_a_journey_that_is_a_blueprint_is_called_so_in_lists() -> None:
    html = html_of(page(journey("buy", stage("one"), kind="blueprint", status="draft", title="Buys")))
    assert 'Buys</a> <span class="journeys-soft">service blueprint, draft</span>' in html
