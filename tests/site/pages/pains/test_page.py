"""The backlog's pages, index, filters and figures."""

import json
import re
from typing import Any

from browser.support_pains import HOSTILE, atlas_of, atlas_with, journey, pain, world_of
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.scoring import backlog
from mkdocs_journeys.model.catalog import Scoring
from mkdocs_journeys.site.page import Asset, Page
from mkdocs_journeys.site.pages.pains.page import figures_of, filters_of, pains_pages


def pages_of(atlas: Atlas, directory_urls: bool = True) -> list[Page]:
    made = pains_pages(world_of(atlas, directory_urls))
    return [item for item in made if isinstance(item, Page)]


def index_of(atlas: Atlas, directory_urls: bool = True) -> dict[str, Any]:
    made = pains_pages(world_of(atlas, directory_urls))
    (asset,) = (item for item in made if isinstance(item, Asset))
    assert asset.uri == "assets/journeys/pains.json"
    found: dict[str, Any] = json.loads(asset.content)
    return found


def rows_of(page: Page) -> list[str]:
    return re.findall(r'<tr role="row" class="journeys-backlog-row.*?</tr>', page.sections[-1].html, re.S)


def test_the_backlog_is_one_page_of_the_navigation_with_every_pain() -> None:
    (page,) = pages_of(atlas_with(44))
    assert (page.uri, page.title, page.in_nav) == ("pains.md", "Pains", True)
    assert len(rows_of(page)) == 44


def test_the_201st_pain_stands_on_a_second_page_outside_the_navigation() -> None:
    first, second = pages_of(atlas_with(201))
    assert (second.uri, second.in_nav) == ("pains/sheet/2.md", False)
    assert (len(rows_of(first)), len(rows_of(second))) == (200, 1)
    assert '<a rel="next" href="../pains/sheet/2/#backlog">' in first.sections[1].html
    assert '<a rel="prev" href="../../../pains/#backlog">' in second.sections[0].html


def test_exactly_200_pains_need_no_second_page() -> None:
    assert len(pages_of(atlas_with(200))) == 1


def test_6000_pains_are_30_pages_and_an_index_of_about_a_megabyte() -> None:
    made = list(pains_pages(world_of(atlas_with(6000))))
    assert len([item for item in made if isinstance(item, Page)]) == 30
    (asset,) = (item for item in made if isinstance(item, Asset))
    assert 500_000 < len(asset.content) < 1_300_000
    assert len(json.loads(asset.content)["pains"]) == 6000


def test_only_a_backlog_of_one_page_carries_its_index_in_itself() -> None:
    carried = '<template class="journeys-backlog-index">'
    assert carried in pages_of(atlas_with(200))[0].sections[1].html
    assert not any(carried in section.html for page in pages_of(atlas_with(201)) for section in page.sections)


def test_closed_pains_come_after_open_ones_whatever_their_score() -> None:
    worst = pain(1, severity="critical", frequency="always", impact="critical", confidence="validated")
    atlas = atlas_of(journey("j", "maya", [worst | {"status": "resolved"}, pain(2, severity="cosmetic")]))
    open_row, closed_row = rows_of(pages_of(atlas)[0])
    assert "Number 2 goes wrong" in open_row
    assert "Number 1 goes wrong" in closed_row and "journeys-pain-closed" in closed_row


def test_a_row_tells_where_it_hurts_first_and_how_many_further_places() -> None:
    (row,) = (row for row in rows_of(pages_of(atlas_with(80))[0]) if "Number 0 goes" in row)
    assert '<a href="../journeys/j0/#stage-1">Buy</a>' in row
    assert '<a href="../journeys/j0/#step-1">Takes step 1</a>' in row
    assert "+1 more" in row and '<a href="../journeys/j1/">Journey j1</a>' in row


def test_a_row_links_to_the_pains_permanent_address_and_its_owner() -> None:
    atlas = atlas_of(journey("j", "maya", [pain(1, owner="growth")]))
    (row,) = rows_of(pages_of(atlas)[0])
    assert 'href="../pains/pain-1/"' in row
    assert '<a href="../teams/growth/">Growth</a>' in row
    (row,) = rows_of(pages_of(atlas, directory_urls=False)[0])
    assert 'href="./pains/pain-1.html"' in row


def test_a_row_marks_what_nobody_gave() -> None:
    bare = {"id": "slow", "title": "It is slow"}
    (row,) = rows_of(pages_of(atlas_of(journey("j", "maya", [bare])))[0])
    assert row.count('<span class="journeys-pain-missing">not given</span>') == 3
    assert '<span class="journeys-pain-missing">nobody</span>' in row
    assert "journeys-pain-assumed" in row


def test_a_hostile_title_is_escaped_in_rows_and_in_the_index() -> None:
    (page,) = pages_of(atlas_of(journey("j", "maya", [pain(1, title=HOSTILE)])))
    html = page.sections[1].html
    assert "<img" not in html
    assert "</script>" not in html
    assert index_of(atlas_of(journey("j", "maya", [pain(1, title=HOSTILE)])))["pains"][0][1] == HOSTILE


def test_an_atlas_without_pains_says_how_to_write_one() -> None:
    (page,) = pages_of(atlas_of(journey("j", "maya", [])))
    assert "No journey names a pain yet." in page.sections[1].html
    assert "<table" not in page.sections[1].html


def test_the_table_has_a_caption_and_a_scope_in_each_header() -> None:
    html = pages_of(atlas_with(3))[0].sections[1].html
    assert '<caption id="backlog-caption">' in html
    assert len(re.findall(r"<th ", html)) == len(re.findall(r'<th [^>]*scope="(?:row|col)"', html)) == 11 + 3


def test_the_index_names_the_places_personas_and_owner_of_a_pain() -> None:
    index = index_of(atlas_with(80), directory_urls=False)
    row = next(row for row in index["pains"] if row[0] == "pain-0")
    home, other = (index["places"][number] for number in row[13])
    assert index["journeys"][home[0]] == ["j0", "Journey j0", "journeys/j0.html"]
    assert [index["personas"][n][0] for n in home[6] + other[6]] == ["maya", "tom"]
    assert index["teams"][row[12]] == ["growth", "Growth", "teams/growth.html"]


def test_filters_offer_only_what_finds_something() -> None:
    atlas = atlas_of(journey("j", "tom", [pain(1, owner="support")]), journey("empty", "maya", []))
    offered = {item.name: [value for value, _ in item.options] for item in filters_of(atlas, backlog(atlas))}
    assert offered["persona"] == ["tom"]
    assert offered["journey"] == ["j"]
    assert offered["stage"] == ["buy"]
    assert offered["team"] == ["support", "-"]


def test_figures_count_open_pains_and_those_resolved_in_90_days() -> None:
    given = [
        pain(4, id="high", severity="critical", frequency="always", impact="critical"),
        {"id": "bare", "title": "Bare"},
        {"id": "started", "title": "Started", "status": "in-progress", "cost": {"low": 5, "unit": "EUR"}},
        {"id": "lately", "title": "Lately", "status": "resolved", "resolved": "2026-08-24"},
        {"id": "long-ago", "title": "Long ago", "status": "resolved", "resolved": "2026-08-23"},
    ]
    site = world_of(atlas_of(journey("j", "maya", [*given])))
    figures = {item.label: item.count for item in figures_of(backlog(site.atlas), Scoring(), site.settings.today)}
    assert figures == {
        "open, high": 1,
        "open, medium": 0,
        "open, low": 2,
        "open, owned by nobody": 2,
        "open, without evidence": 3,
        "open, with a known cost": 1,
        "in progress": 1,
        "resolved in the last 90 days": 1,
    }


def test_a_row_and_the_index_tell_what_leaving_a_pain_costs() -> None:
    dear = pain(1, cost={"low": 2000, "unit": HOSTILE, "per": "month"})
    atlas = atlas_of(journey("j", "maya", [dear, pain(2)]))
    (page,) = pages_of(atlas)
    first, second = sorted(rows_of(page), key=lambda row: "costs" not in row)
    assert "costs 2,000 &lt;/script&gt;" in first
    assert "costs" not in second
    found = {row[0]: row for row in index_of(atlas)["pains"]}
    assert found["pain-1"][-1] == [f"2,000 {HOSTILE} per month", 2000]
    assert len(found["pain-2"]) == len(found["pain-1"]) - 1
