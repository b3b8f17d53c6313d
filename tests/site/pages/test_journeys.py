"""The index of journeys and the pages of groups."""

import re

from mkdocs_journeys.site.page import Page
from mkdocs_journeys.site.pages.journeys import journeys_pages
from support.atlases import atlas, journey, pain, stage, step
from support.contexts import html_of, site


def pages(*documents: object) -> dict[str, Page]:
    return {page.uri: page for page in journeys_pages(site(atlas(*documents)))}


def many(count: int, **fields: object) -> list[object]:
    return [journey(f"j{n:03}", step(emotion=n % 5 - 2), **fields) for n in range(count)]


def test_the_index_groups_journeys_by_folder() -> None:
    enterprise = journey("sign", step(), group="enterprise")
    (page,) = pages(journey("buy", step(emotion=1)), enterprise).values()
    assert [section.title for section in page.sections] == ["Journeys", "Across the lifecycle", "Enterprise"]
    assert "sign/" in page.sections[2].html


def test_forty_journeys_stand_on_one_page_and_more_by_group() -> None:
    assert [*pages(*many(40))] == ["journeys.md"]
    assert [*pages(*many(41))] == ["journeys.md", "journeys/lifecycle/1.md", "journeys/lifecycle/2.md"]


def test_the_index_of_many_tells_of_each_group_how_it_feels() -> None:
    trip = journey("slow", step(emotion=-2, pains=[pain()]), group="retail", title="Returns a chair")
    html = html_of(pages(trip, *many(60))["journeys.md"])
    card = html[html.index('href="../journeys/group/retail/">Retail</a>') :]
    for text in ("−2.0", "1 journey<", "1 open pain<", "Consideration: −2.0, very negative", "Returns a chair"):
        assert text in card


def test_every_journey_stands_on_exactly_one_page() -> None:
    found = pages(*many(100, group="retail"))
    cards = [id for page in found.values() for id in re.findall(r'<h3><a href="[./]*journeys/(j\d+)/"', html_of(page))]
    assert sorted(cards) == [f"j{n:03}" for n in range(100)]
    assert max(len(re.findall("<article", html_of(page))) for page in found.values()) == 40


def test_the_sheets_of_a_group_lead_to_each_other() -> None:
    found = pages(*many(100, group="retail"))
    assert 'rel="next" href="../../../journeys/group-2/retail/"' in html_of(found["journeys/group/retail.md"])
    assert 'rel="prev" href="../../../journeys/group/retail/"' in html_of(found["journeys/group-2/retail.md"])
    assert 'rel="next"' not in html_of(found["journeys/group-3/retail.md"])


def test_a_group_shows_the_groups_within_it_and_the_way_back() -> None:
    found = pages(*many(41), journey("chair", group="retail/returns"))
    assert 'href="../../../journeys/group/retail/returns/">Returns</a>' in html_of(found["journeys/group/retail.md"])
    inner = html_of(found["journeys/group/retail/returns.md"])
    assert '<a href="../../../../journeys/">Journeys</a>' in inner
    assert '<a href="../../../../journeys/group/retail/">Retail</a>' in inner


def test_retired_journeys_have_their_card_but_no_line_of_the_heat_map() -> None:
    html = html_of(pages(journey("old", status="retired", title="Gone"), *many(41))["journeys/lifecycle/2.md"])
    assert html.count("Gone</a>") == 1
    assert "retired" in html


def cycles(*stages: str) -> list[dict[str, object]]:
    return [{"id": id, "name": f"The {id}", "stages": [id]} for id in stages]


def test_the_index_has_a_part_for_each_lifecycle_with_its_heat_map_and_its_folders() -> None:
    trips = [
        journey("sell", stage("suppliers")),
        journey("buy", stage("buyers")),
        journey("sign", stage("buyers"), group="enterprise"),
        journey("gone", stage("suppliers"), status="retired"),
        journey("cross", stage("buyers"), stage("suppliers")),
    ]
    (page,) = journeys_pages(site(atlas(*trips, lifecycles=cycles("buyers", "suppliers"))))
    assert [(one.level, one.anchor, one.title) for one in page.sections] == [
        (1, "journeys", "Journeys"),
        (2, "lifecycle-buyers", "The buyers"),
        (3, "lifecycle-buyers-group-enterprise", "Enterprise"),
        (2, "lifecycle-suppliers", "The suppliers"),
        (2, "other-journeys", "Other journeys"),
    ]
    _, buyers, enterprise, suppliers, others = [one.html for one in page.sections]
    assert "journeys-heat" in buyers
    assert '<h3><a href="../journeys/buy/">' in buyers
    assert '<h4><a href="../journeys/sign/">' in enterprise
    assert suppliers.index("/sell/") < suppliers.index("/gone/")
    assert "/cross/" in others


def test_the_index_of_many_has_the_groups_of_each_lifecycle_under_its_name() -> None:
    trips = [journey(f"j{n}", stage(("buyers", "suppliers")[n % 2]), group="retail") for n in range(41)]
    found = {page.uri: page for page in journeys_pages(site(atlas(*trips, lifecycles=cycles("buyers", "suppliers"))))}
    index = found["journeys.md"]
    assert [one.title for one in index.sections] == ["Journeys", "The buyers", "The suppliers"]
    assert "41 journeys in 1 group." in index.sections[0].html
    assert [re.findall(r"(\d+) journeys?<", one.html) for one in index.sections[1:]] == [["21"], ["20"]]
    first, second = found["journeys/group/retail.md"], found["journeys/group-2/retail.md"]
    assert [one.title for one in first.sections] == ["Retail", "The buyers", "The suppliers", "One by one"]
    assert [one.title for one in second.sections] == ["Retail", "The suppliers", "One by one"]


def test_groups_within_a_group_say_whose_lifecycle_they_show() -> None:
    trips = [journey(f"j{n}", stage(("buyers", "suppliers")[n % 2]), group="retail/shops") for n in range(41)]
    found = {page.uri: page for page in journeys_pages(site(atlas(*trips, lifecycles=cycles("buyers", "suppliers"))))}
    html = html_of(found["journeys/group/retail.md"])
    assert "0 journeys, and 1 group within" in html
    assert re.findall(r'<p class="journeys-soft">(The \w+)</p>', html) == ["The buyers", "The suppliers"]


def test_journeys_outside_any_folder_are_no_group_where_there_are_several_lifecycles() -> None:
    trips = [journey(f"j{n}", stage("buyers")) for n in range(41)]
    pages = [*journeys_pages(site(atlas(*trips, lifecycles=cycles("buyers"))))]
    assert [page.title for page in pages] == ["Journeys", "In no group", "In no group, page 2"]


def test_a_card_tells_how_long_the_journey_takes() -> None:
    (page,) = pages(journey("buy", step(duration="5 min"), step(wait="2–5 d")), journey("sell", step())).values()
    assert re.findall(r'title="How long it takes">([^<]+)<', html_of(page)) == ["2–5 d in all"]


def test_the_card_of_a_blueprint_is_called_so_and_has_a_curve_only_where_emotions_are_known() -> None:
    (plain,) = pages(journey("buy", step(), kind="blueprint")).values()
    assert '<li class="journeys-chip">service blueprint</li>' in html_of(plain)
    assert "journeys-spark" not in html_of(plain)
    (felt,) = pages(journey("buy", step(emotion=1), kind="blueprint")).values()
    assert "journeys-spark" in html_of(felt)
    (usual,) = pages(journey("buy", step())).values()
    assert "service blueprint" not in html_of(usual)
    assert "journeys-spark" in html_of(usual)
