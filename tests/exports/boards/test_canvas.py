"""Boards of JSON Canvas."""

import json
from itertools import combinations
from typing import Any

from hypothesis import given, settings

from exports.support_drawn import atlases
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.boards.canvas import boards
from mkdocs_journeys.exports.selection import selected
from support.atlases import atlas, journey, pain, stage, step
from support.budgets import examples

Node = dict[str, Any]
OF_TYPE = {"group": {"label"}, "text": {"text"}}
ALL = {"id", "type", "x", "y", "width", "height"}


def canvas(of: Atlas) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = json.loads(boards(of, selected(of)))
    return found


def overlap(one: Node, other: Node) -> bool:
    return all(
        one[at] < other[at] + other[size] and other[at] < one[at] + one[size]
        for at, size in (("x", "width"), ("y", "height"))
    )


def holds(group: Node, node: Node) -> bool:
    return all(
        group[at] <= node[at] and node[at] + node[size] <= group[at] + group[size]
        for at, size in (("x", "width"), ("y", "height"))
    )


def texts_in(found: dict[str, list[Node]], start: str) -> list[str]:
    return [node["text"] for node in found["nodes"] if node["id"].startswith(start) and node["type"] == "text"]


@settings(max_examples=examples(20))
@given(atlases())
def test_a_canvas_is_sound(of: Atlas) -> None:
    found = canvas(of)
    ids = [node["id"] for node in found["nodes"]]
    assert len(set(ids)) == len(ids)
    for node in found["nodes"]:
        assert ALL | OF_TYPE[node["type"]] <= set(node) <= ALL | OF_TYPE[node["type"]] | {"color"}
        assert all(type(node[name]) is int for name in ("x", "y", "width", "height"))
        assert node["width"] > 0 and node["height"] > 0
    assert all({edge["fromNode"], edge["toNode"]} <= set(ids) for edge in found["edges"])
    assert boards(of, selected(of)) == boards(of, selected(of))


@settings(max_examples=examples(20))
@given(atlases())
def test_no_card_lies_on_another_and_each_in_its_board(of: Atlas) -> None:
    nodes = canvas(of)["nodes"]
    cards = [node for node in nodes if node["type"] == "text"]
    assert not any(overlap(*pair) for pair in combinations(cards, 2))
    groups = {node["id"]: node for node in nodes if node["id"].endswith("/board")}
    assert not any(overlap(*pair) for pair in combinations(groups.values(), 2))
    assert all(holds(groups[f"{card['id'].split('/')[0]}/board"], card) for card in cards)


def test_stages_are_groups_around_their_steps() -> None:
    of = atlas(journey("j", stage("one", step("A"), step("B")), stage("two", step("C"))))
    nodes = {node["id"]: node for node in canvas(of)["nodes"]}
    assert [nodes[f"j/stage-{number}"]["label"] for number in (1, 2)] == ["One", "Two"]
    inside = {
        number: [nodes[f"j/card-0-{at}"]["text"] for at in range(3) if holds(group, nodes[f"j/card-0-{at}"])]
        for number in (1, 2)
        for group in [nodes[f"j/stage-{number}"]]
    }
    assert inside == {1: ["A", "B"], 2: ["C"]}
    assert not overlap(nodes["j/stage-1"], nodes["j/stage-2"])


def test_lanes_are_rows_with_a_label_and_steps_lead_to_each_other() -> None:
    of = atlas(
        journey(
            "j",
            step("A", emotion=-2, pains=[pain(title="Slow"), pain("dear", title="*Dear*")]),
            step("B", lanes={"law": "§ 1"}),
        ),
        lanes=[{"id": "law", "name": "Law"}],
    )
    found = canvas(of)
    assert texts_in(found, "j/lane-") == [
        *("**Stage**", "**Step**", "**Persona**", "**Emotion**", "**Pains**", "**Law**"),
    ]
    assert texts_in(found, "j/card-") == ["A", "B", "Maya", "Maya", "-2", "Slow", "\\*Dear\\*", "§ 1"]
    assert [node["color"] for node in found["nodes"] if "color" in node] == ["1"]
    (edge,) = found["edges"]
    assert (edge["fromNode"], edge["toNode"]) == ("j/card-0-0", "j/card-0-1")


def test_emotions_hang_at_their_height_and_are_joined_where_they_are_known() -> None:
    of = atlas(journey("j", step("A", emotion=2), step("B", emotion=-1), step("C"), step("D", emotion=0)))
    found = canvas(of)
    heights = {node["text"]: node["y"] for node in found["nodes"] if node.get("color")}
    assert heights["+2"] < heights["0"] < heights["-1"]
    assert [edge["fromNode"] for edge in found["edges"] if edge.get("toEnd") == "none"] == ["j/card-2-0"]


def test_a_single_stage_is_a_row_of_the_board() -> None:
    found = canvas(atlas(journey("j", stage("one", step("A")))))
    assert [node["label"] for node in found["nodes"] if node["type"] == "group"] == ["Journey j"]
    assert texts_in(found, "j/stage-") == ["One"]
