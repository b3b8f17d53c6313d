"""Blocks as HTML: the pieces of our own pages."""

import re

import pytest

from mkdocs_journeys.site.blocks.drawing import drawn_block
from mkdocs_journeys.site.blocks.reading import AtlasBlock
from mkdocs_journeys.site.map.emotions.curve import COLUMN
from support.atlases import atlas, journey, pain, persona, stage, step
from support.contexts import context

HOSTILE = "<script>alert(1)</script>\"'"
BUY = journey(
    "buy",
    stage("finding", step("Looks", emotion=1, touchpoint=["shop"]), step("Asks", emotion=-1, pains=[pain("slow")])),
    stage("choosing", step("Compares", emotion=0, thinks="Hm"), step("Decides", emotion=2)),
    stage("paying", step("Pays", emotion=-2, pains=[pain("dear", owner="sales", severity="critical")])),
    title=HOSTILE,
)
ATLAS = atlas(
    BUY,
    journey("use"),
    persona("maya", name=HOSTILE, quote=HOSTILE),
    metrics=[{"id": "nps", "name": HOSTILE, "kind": "nps"}],
)


def drawn(name: str, *ids: str, number: int = 1, most: int = 0, caption: str = "", **options: tuple[str, ...]) -> str:
    block = AtlasBlock(name, ids, options, most, caption)
    return str(drawn_block(context(ATLAS, "team/notes.md"), block, number))


def steps(html: str) -> list[str]:
    return re.findall(r'id="block-1-step-(\d+)"', html)


def test_a_journey_is_its_whole_map_with_a_link_to_its_page() -> None:
    html = drawn("journey", "buy")
    assert steps(html) == ["1", "2", "3", "4", "5"]
    assert html.count('href="../../journeys/buy/"') == 1


def test_some_stages_are_the_same_columns_with_their_numbers() -> None:
    html = drawn("journey", "buy", stages=("choosing", "paying"))
    assert steps(html) == ["3", "4", "5"]
    assert f'viewBox="0 0 {3 * COLUMN} ' in html
    assert f'transform="translate(-{2 * COLUMN} 0)"' in html
    assert "Looks" not in html
    assert html.count("<use ") == 3


@pytest.mark.parametrize("stages", [("finding",), ("choosing",), ("paying",), ("finding", "choosing", "paying")])
def test_every_row_of_a_part_is_as_wide_as_its_steps(stages: tuple[str, ...]) -> None:
    html = drawn("journey", "buy", stages=stages)
    for row in re.findall(r"<tr class=\"journeys-(?:lane|teams|stages|about|reached)[^>]*>(.*?)</tr>", html, re.DOTALL):
        cells = re.findall(r"<t[dh]\b([^>]*)>", row)[1:]
        spans = [int(found[1]) if (found := re.search(r'colspan="(\d+)"', cell)) else 1 for cell in cells]
        assert sum(spans) == len(steps(html)), row


def test_some_lanes_are_those_alone_and_none_is_hidden() -> None:
    html = drawn("journey", "buy", lanes=("feels", "thinks"))
    assert set(re.findall(r'data-lane="([^"]+)"', html)) == {"feels", "thinks"}
    assert "data-hidden" not in html


def test_two_blocks_of_a_page_share_no_id() -> None:
    ids = re.findall(r' id="([^"]+)"', drawn("journey", "buy") + drawn("journey", "buy", number=2))
    assert len(ids) == len(set(ids)) > 10


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("journey", ["buy"]),
        ("persona", ["maya"]),
        ("pains", []),
        ("curve", ["buy"]),
        ("metric", ["nps"]),
        ("heatmap", []),
    ],
)
def test_a_block_has_no_heading_is_not_searched_and_escapes_what_it_shows(name: str, ids: list[str]) -> None:
    html = drawn(name, *ids, caption=HOSTILE)
    assert not re.search(r"<h\d", html)
    assert html.count("<section") == 1
    assert html.lstrip().startswith(f'<section class="journeys-block journeys-block-{name}" data-search-exclude>')
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def pains(html: str) -> list[str]:
    return re.findall(r'href="../../pains/(\w+)/"', html)


def test_a_backlog_shows_the_open_pains_that_it_asks_for_the_worst_first() -> None:
    assert pains(drawn("pains")) == ["dear", "slow"]
    assert pains(drawn("pains", owner=("sales",))) == ["dear"]
    assert pains(drawn("pains", journey=("buy",), stage=("finding",))) == ["slow"]
    assert pains(drawn("pains", journey=("use",))) == []
    assert pains(drawn("pains", touchpoint=("shop",))) == []


def test_a_backlog_says_how_many_more_there_are_and_leads_to_them() -> None:
    html = drawn("pains", most=1, journey=("buy",))
    assert "and 1 more" in html
    assert 'href="../../pains/?journey=buy#backlog"' in html


def test_a_heat_map_of_a_folder_has_its_journeys_and_no_sums_of_all() -> None:
    assert re.findall(r'scope="row"><a href="../../journeys/(\w+)/', drawn("heatmap")) == ["buy", "use"]
    some = atlas(BUY, journey("use", group="teams"))
    html = drawn_block(context(some, "team/notes.md"), AtlasBlock("heatmap", (), {"group": ("teams",)}), 1)
    assert re.findall(r'scope="row"><a href="../../journeys/(\w+)/', html) == ["use"]
    assert "<tfoot" in drawn("heatmap")
    assert "<tfoot" not in html


def test_a_curve_is_that_of_the_main_person_unless_it_says_another() -> None:
    assert drawn("curve", "buy", "use").count("journeys-trip-mean") == 2
