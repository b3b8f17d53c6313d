"""What else names a thing, at the end of its page."""

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.finishing.referrers import referrers
from mkdocs_journeys.site.page import Page, Section
from support.atlases import atlas, journey, opportunity, pain, persona, step
from support.contexts import site


def named_in(found: Atlas, uri: str) -> Section | None:
    (page,) = (one for one in items_of(site(found)) if isinstance(one, Page) and one.uri == uri)
    return next((section for section in page.sections if section.anchor == "named-in"), None)


def test_a_pain_speaks_for_itself_and_not_for_its_journey() -> None:
    buy = journey("buy", step(pains=[pain("slow", owner="sales", description="At [it](touchpoint:shop)")]), owner="it")
    found = referrers(atlas(buy, touchpoints=["shop"]))
    assert list(found["team", "sales"]) == [("pain", "slow")]
    assert list(found["touchpoint", "shop"]) == [("pain", "slow")]
    assert list(found["team", "it"]) == [("journey", "buy")]


def test_a_thing_that_both_a_journey_and_its_pain_name_is_named_by_both() -> None:
    found = referrers(atlas(journey("buy", step(pains=[pain("slow", owner="sales")]), owner="sales")))
    assert set(found["team", "sales"]) == {("pain", "slow"), ("journey", "buy")}


def test_what_has_no_link_on_a_page_is_named_at_its_end_with_its_kind() -> None:
    section = named_in(atlas(journey("buy", step(channel="web")), persona("ada", channels=["web"])), "channels/web.md")
    assert section and section.counted == "1"
    assert '<a href="../../personas/ada/">Ada</a> (Persona)' in section.html
    assert "journeys/buy" not in section.html


def test_a_page_that_leads_to_all_that_name_the_thing_has_no_such_list() -> None:
    found = atlas(journey("buy", step(pains=[pain("slow")])), opportunity("faster", pains=["slow"]))
    assert named_in(found, "pains/slow.md") is None


def test_of_many_all_are_named_and_those_after_the_first_are_folded() -> None:
    many = (persona(f"p{number}", channels=["web"]) for number in range(69))
    section = named_in(atlas(journey(), *many), "channels/web.md")
    assert section and section.html.count("<li><a ") == 69
    assert "<summary>and 9 more</summary>" in section.html
