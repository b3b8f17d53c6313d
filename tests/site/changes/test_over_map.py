"""The change on a finished map: chips in the right cells, notes, and the old curve."""

import re

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import changes
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.changes import overlay_of
from mkdocs_journeys.site.changes.lookup import parts_of
from mkdocs_journeys.site.page import Page
from support.atlases import atlas, journey, pain, stage, step
from support.worlds import html_of, world

A = step("Asks", thinks="Hm", emotion=1, says=["So?"])
B = step("Buys", thinks="Well", emotion=1)
C = step("Checks", emotion=0)


def shown(old: Atlas, new: Atlas, uri: str = "journeys/buy.md") -> str:
    """The HTML of a page of the preview."""
    parts = parts_of(overlay_of("main", "abc1234", old, new, changes(old, new)))
    pages = items_of(world(new, changes=lambda _: parts))
    return html_of(next(page for page in pages if isinstance(page, Page) and page.uri == uri))


def row(html: str, lane: str) -> list[str]:
    """The cells of a lane as HTML, without its head."""
    pattern = r'<tr class="journeys-steps">.*?</tr>' if lane == "does" else rf'<tr [^>]*data-lane="{lane}".*?</tr>'
    found = re.findall(pattern, html, re.S)[-1]
    return [cell for cell in re.split(r"(?=<t[dh]\b)", found)[1:] if 'scope="row"' not in cell]


def chips(html: str, lane: str) -> list[str]:
    """The word of the first chip in each cell, "" where there is none."""
    words = (re.search(r'journeys-change-word">(\w+)', cell) for cell in row(html, lane))
    return [word[1] if word else "" for word in words]


def test_a_chip_stands_in_the_cell_that_changed_and_tells_both_values() -> None:
    new = B.model_copy(update={"thinks": "Never mind"})
    html = shown(atlas(journey("buy", A, B, C)), atlas(journey("buy", A, new, C)))
    assert chips(html, "thinks") == ["", "changed", ""]
    cell = row(html, "thinks")[1]
    assert "<del>Well</del>" in cell
    assert "<ins>Never mind</ins>" in cell
    assert cell.startswith("<td><button")


def test_the_cell_under_the_curve_has_the_chip_of_an_emotion() -> None:
    html = shown(atlas(journey("buy", A, B)), atlas(journey("buy", A, B.model_copy(update={"emotion": -2}))))
    assert chips(html, "feels") == ["", "changed"]
    assert "worse for the customer" in row(html, "feels")[1]


def test_the_old_curve_is_drawn_behind_the_new_one() -> None:
    html = shown(atlas(journey("buy", A, B)), atlas(journey("buy", A, B.model_copy(update={"emotion": -2}))))
    curve = html.partition('<svg class="journeys-curve"')[2].partition("</svg>")[0]
    assert curve.index("journeys-ghost") < curve.index("journeys-line")
    assert 'd="M88 62C176 62 176 62 264 62"' in curve
    assert "how it felt before" in html


def test_a_lane_that_is_gone_has_its_mark_at_the_head_of_the_step() -> None:
    html = shown(atlas(journey("buy", A)), atlas(journey("buy", A.model_copy(update={"says": ()}))))
    assert 'data-lane="says"' not in html
    assert chips(html, "does") == ["changed"]


def test_new_steps_and_stages_are_marked_at_their_heads() -> None:
    old = atlas(journey("buy", stage("awareness", A)))
    new = atlas(journey("buy", stage("awareness", A, C), stage("decision", B)))
    html = shown(old, new)
    assert chips(html, "does") == ["", "new", ""]
    heads = html.partition('<tr class="journeys-stages">')[2].partition("</tr>")[0]
    assert re.findall(r'id="stage-(\d)"[^>]*><button', heads) == ["2"]


def test_what_is_gone_is_noted_where_it_was() -> None:
    sore = B.model_copy(update={"pains": (pain("slow"),)})
    html = shown(atlas(journey("buy", A, sore, C)), atlas(journey("buy", B, C)))
    first = row(html, "does")[0]
    assert "<s>Asks</s>" in first
    assert "before this step:" in first
    assert "<s>Pain slow</s>" in html


def test_a_new_pain_is_marked_in_the_map_and_in_the_list_below() -> None:
    sore = B.model_copy(update={"pains": (pain("slow"),)})
    html = shown(atlas(journey("buy", A, B)), atlas(journey("buy", A, sore)))
    assert chips(html, "pains") == ["", "new"]
    assert re.search(r'id="pain-slow">\s*<span class="journeys-change-badge', html)


def test_hostile_text_stays_text_in_chips_and_notes() -> None:
    bad = '</td><script>alert(1)</script><td data-lane="x" scope="row">'
    old = atlas(journey("buy", A.model_copy(update={"thinks": bad, "name": bad}), B))
    new = atlas(journey("buy", A.model_copy(update={"thinks": bad + bad}), B))
    html = shown(old, new)
    assert "<script>" not in html
    assert [len(row(html, lane)) for lane in ("does", "thinks", "feels")] == [2, 2, 2]
    assert "<script>" not in shown(atlas(journey("buy", step(bad), B)), atlas(journey("buy", B)))


def test_a_journey_without_changes_is_drawn_as_always_below_the_bar() -> None:
    old, new = (atlas(journey("buy", A), journey("sell", step("Sells", emotion=n))) for n in (1, 2))
    html = shown(old, new)
    assert "No change on this page against" in html
    plain = next(page for page in items_of(world(new)) if isinstance(page, Page) and page.uri == "journeys/buy.md")
    assert html.endswith(html_of(plain))
    assert "journeys-compared" not in html_of(plain)


def test_the_bar_lists_what_changed_on_the_page() -> None:
    html = shown(atlas(journey("buy", A)), atlas(journey("buy", A, objective="More")))
    bar = html.partition("<aside")[2].partition("</aside>")[0]
    assert "1 change on this page against <code>main</code>" in " ".join(bar.split())
    assert "<ins>More</ins>" in bar
    assert 'href="../../changes/"' in bar


def test_indexes_have_badges_beside_what_changed() -> None:
    old = atlas(journey("buy", A), journey("sell", step("Sells")))
    new = atlas(journey("buy", A), journey("sell", step("Sells", emotion=-1)), journey("ask", C))
    html = shown(old, new, "journeys.md")
    found = re.findall(r'journeys/(\w+)/"[^>]*>[^<]*</a>\s*<span class="journeys-change-badge[^>]*>.*?>(\w+)<', html)
    assert ("sell", "changed") in found
    assert ("ask", "new") in found
    assert "buy" not in dict(found)
