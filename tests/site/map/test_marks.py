"""Marks on the map of a preview: chips in the right cells, notes of what is gone, and the former curve."""

import re

from support.atlases import atlas, journey, pain, stage, step
from support.overlays import preview_html

A = step("Asks", thinks="Hm", emotion=1, says=["So?"])
B = step("Buys", thinks="Well", emotion=1)
C = step("Checks", emotion=0)


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
    html = preview_html(atlas(journey("buy", A, B, C)), atlas(journey("buy", A, new, C)))
    assert chips(html, "thinks") == ["", "changed", ""]
    cell = row(html, "thinks")[1]
    assert "<del>Well</del>" in cell
    assert "<ins>Never mind</ins>" in cell
    assert cell.startswith("<td><button")


def test_the_cell_under_the_curve_has_the_chip_of_an_emotion() -> None:
    html = preview_html(atlas(journey("buy", A, B)), atlas(journey("buy", A, B.model_copy(update={"emotion": -2}))))
    assert chips(html, "feels") == ["", "changed"]
    assert "worse for the customer" in row(html, "feels")[1]


def test_the_old_curve_is_drawn_behind_the_new_one() -> None:
    html = preview_html(atlas(journey("buy", A, B)), atlas(journey("buy", A, B.model_copy(update={"emotion": -2}))))
    curve = html.partition('<svg class="journeys-curve"')[2].partition("</svg>")[0]
    assert curve.index("journeys-ghost") < curve.index("journeys-line")
    assert 'd="M88 62c88 0 88 0 176 0"' in curve
    assert "how it felt before" in html


def test_a_lane_that_is_gone_has_its_mark_at_the_head_of_the_step() -> None:
    html = preview_html(atlas(journey("buy", A)), atlas(journey("buy", A.model_copy(update={"says": ()}))))
    assert 'data-lane="says"' not in html
    assert chips(html, "does") == ["changed"]


def test_new_steps_and_stages_are_marked_at_their_heads() -> None:
    old = atlas(journey("buy", stage("awareness", A)))
    new = atlas(journey("buy", stage("awareness", A, C), stage("decision", B)))
    html = preview_html(old, new)
    assert chips(html, "does") == ["", "new", ""]
    heads = html.partition('<tr class="journeys-stages">')[2].partition("</tr>")[0]
    assert re.findall(r'id="stage-(\d)"[^>]*><button', heads) == ["2"]


def test_what_is_gone_is_noted_where_it_was() -> None:
    sore = B.model_copy(update={"pains": (pain("slow"),)})
    html = preview_html(atlas(journey("buy", A, sore, C)), atlas(journey("buy", B, C)))
    first = row(html, "does")[0]
    assert "<s>Asks</s>" in first
    assert "before this step:" in first
    assert "<s>Pain slow</s>" in html


def test_a_new_pain_is_marked_in_the_map_and_in_the_list_below() -> None:
    sore = B.model_copy(update={"pains": (pain("slow"),)})
    html = preview_html(atlas(journey("buy", A, B)), atlas(journey("buy", A, sore)))
    assert chips(html, "pains") == ["", "new"]
    assert re.search(
        r'id="pain-slow"><a href="../../pains/slow/">Pain slow</a>\s*<span class="journeys-change-badge', html
    )


def test_hostile_text_stays_text_in_chips_and_notes() -> None:
    bad = '</td><script>alert(1)</script><td data-lane="x" scope="row">'
    old = atlas(journey("buy", A.model_copy(update={"thinks": bad, "name": bad}), B))
    new = atlas(journey("buy", A.model_copy(update={"thinks": bad + bad}), B))
    html = preview_html(old, new)
    assert "<script>" not in html
    assert [len(row(html, lane)) for lane in ("does", "thinks", "feels")] == [2, 2, 2]
    assert "<script>" not in preview_html(atlas(journey("buy", step(bad), B)), atlas(journey("buy", B)))
