"""What the files of each program hide: places, colours, texts and links in their own ways."""

import base64
import json
import zlib
from typing import Any
from urllib.parse import quote

import pytest

from imports.boards.support_boards import journeys, names, only, steps
from mkdocs_journeys.imports.boards.board import Board, BoardNote, Box
from mkdocs_journeys.imports.boards.formats import drawio, excalidraw, figjam, lucidspark, miro, mural, tldraw
from mkdocs_journeys.imports.boards.reading import understood_parts
from mkdocs_journeys.problem import Problem


def board(found: object) -> Board:
    assert not isinstance(found, Problem)
    (one,) = found  # type: ignore[misc]
    return one  # type: ignore[no-any-return]


def only_note(found: object) -> BoardNote:
    (note,) = board(found).notes
    return note


def as_json(value: Any) -> bytes:
    return json.dumps(value).encode()


def miro_note(**more: Any) -> dict[str, Any]:
    position = {"x": 50, "y": 40, "origin": "center", "relativeTo": "canvas_center"}
    return {"id": "1", "type": "sticky_note", "data": {"content": "A"}, "position": position} | more


def test_miro_tells_middles_and_inside_a_frame_from_its_top_left() -> None:
    frame = {
        "id": "f",
        "type": "frame",
        "data": {"title": "Frame"},
        "position": {"x": 1000, "y": 500},
        "geometry": {"width": 400, "height": 200},
    }
    position = {"x": 50, "y": 40, "relativeTo": "parent_top_left"}
    note = miro_note(position=position, parent={"id": "f"}, geometry={"width": 20, "height": 10})
    found = board(miro.boards_of([(as_json({"data": [note, frame]}), "a.json")]))
    assert found.notes[0].box == Box(840, 435, 860, 445)
    assert found.notes[0].frame == "f"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<p>One<br>two</p><p>three &amp; &lt;four&gt;</p>", "One\ntwo\nthree & <four>"),
        ("<ul><li>a</li><li><strong>b</strong> c</li></ul>", "a\nb c"),
        ("2 < 3", "2 < 3"),
        ("<script>alert(1)</script>safe<style>p{}</style>", "safe"),
        ("<p></p>", ""),
        ("a&nbsp;b", "a b"),
    ],
)
def test_the_text_of_html_is_taken_without_its_tags(content: str, text: str) -> None:
    assert only_note(miro.boards_of([(as_json([miro_note(data={"content": content})]), "a.json")])).text == text


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda one: one,
        lambda one: {"data": one},
        lambda one: {"items": one, "connectors": []},
        lambda one: {"items": {"data": one}},
        lambda one: [{"data": one}, {"data": []}],
    ],
)
def test_answers_of_miro_may_be_put_together_in_any_way(wrapped: Any) -> None:
    assert only_note(miro.boards_of([(as_json(wrapped([miro_note()])), "a.json")])).text == "A"


def test_several_files_of_miro_are_one_board() -> None:
    one = miro_note(), miro_note(id="2", data={"content": "B"}, position={"x": 400, "y": 40})
    link = {"id": "c", "startItem": {"id": "2"}, "endItem": {"id": "1"}, "captions": [{"content": "<p>again</p>"}]}
    found = understood_parts("miro", [(as_json({"data": [part]}), "a.json") for part in (*one, link)])
    (journey,) = found.journeys
    assert [step.fields.get("leads_to") for step in steps(journey)] == [None, ["a"]]


def test_a_note_of_miro_without_a_colour_is_yellow_as_it_is_drawn() -> None:
    assert only_note(miro.boards_of([(as_json([miro_note()]), "a.json")])).colour == "#fff9b1"


def test_what_is_deleted_in_excalidraw_is_gone_and_texts_are_as_they_were_typed() -> None:
    rect = {"id": "r", "type": "rectangle", "x": 10, "y": 20, "width": 100, "height": 50, "backgroundColor": "#ffc9c9"}
    text = {"id": "t", "type": "text", "containerId": "r", "text": "a long\nline", "originalText": "a long line"}
    old = rect | {"id": "o", "isDeleted": True}
    note = only_note(excalidraw.boards_of(as_json({"elements": [rect, text, old, text | {"isDeleted": True}]}), "a"))
    assert note == BoardNote("r", "a long line", Box(10, 20, 110, 70), "#ffc9c9", "rectangle")


def shape(id: str, type_: str, x: float, parent: str = "page:p", **props: Any) -> dict[str, Any]:
    return {"id": id, "typeName": "shape", "type": type_, "x": x, "y": 10, "parentId": parent, "props": props}


def test_tldraw_tells_places_from_frames_and_groups_and_its_texts_are_rich_or_old() -> None:
    paragraphs = [{"type": "paragraph", "content": [{"type": "text", "text": text}]} for text in ("one", "two")]
    records = [
        shape("f", "frame", 100, name="Frame", w=900, h=900),
        shape("g", "group", 20, "f"),
        shape("n", "note", 3, "g", color="light-red", richText={"type": "doc", "content": paragraphs}),
        shape("o", "note", 5, "f", color="yellow", text=" old "),
    ]
    new, old = board(tldraw.boards_of(as_json({"records": records}), "a")).notes
    assert new == BoardNote("n", "one\ntwo", Box(123, 30, 323, 230), "#ffc9c9", "note", "f")
    assert (old.text, old.box.x0, old.frame) == ("old", 105, "f")


def test_shapes_of_tldraw_that_lie_in_each_other_do_no_harm() -> None:
    records = [shape("a", "note", 1, "b", text="A"), shape("b", "note", 1, "a", text="B")]
    assert [note.text for note in board(tldraw.boards_of(as_json({"records": records}), "a")).notes] == ["A", "B"]


def test_figjam_tells_absolute_places_and_colours_in_parts_of_one() -> None:
    sticky = {
        "id": "1",
        "type": "STICKY",
        "characters": "A",
        "fills": [{"type": "SOLID", "color": {"r": 1, "g": 0.5, "b": 0, "a": 1}}],
        "absoluteBoundingBox": {"x": 5, "y": 6, "width": 10, "height": 20},
    }
    section = {"id": "s", "type": "SECTION", "name": "S", "children": [sticky, sticky | {"visible": False}]}
    page = {"type": "CANVAS", "children": [{"id": "g", "type": "GROUP", "children": [section]}]}
    note = only_note(figjam.boards_of(as_json({"document": {"children": [page]}}), "a"))
    assert note == BoardNote("1", "A", Box(5, 6, 15, 26), "#ff8000", "note", "s")


def test_mural_tells_places_from_the_area_and_texts_in_html_on_several_pages() -> None:
    widgets = [
        {"id": "a", "type": "area", "title": "Area", "x": 100, "y": 50, "width": 900, "height": 500},
        {"id": "n", "type": "sticky note", "parentId": "a", "x": 10, "y": 20, "width": 30, "height": 30,
         "htmlText": "<div>A</div>", "style": {"backgroundColor": "#FCFE7DFF"}},
    ]  # fmt: skip
    note = only_note(mural.boards_of([(as_json({"value": [one]}), "a") for one in widgets]))
    assert note == BoardNote("n", "A", Box(110, 70, 140, 100), "#fcfe7d", "note", "a")


TOP = "root"
"""The element around all cells, whose end would look like the path of a machine."""
MODEL = (
    '<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>'
    '<mxCell id="pool" value="Pool" style="swimlane" vertex="1" parent="1"><mxGeometry x="100" y="50" width="900"'
    ' height="400"/></mxCell><mxCell id="lane" value="Lane" style="swimlane" vertex="1" parent="pool"><mxGeometry'
    ' y="30" width="900" height="100"/></mxCell><mxCell id="n" value="a&lt;br&gt;&lt;b&gt;b&lt;/b&gt;" vertex="1"'
    ' style="shape=note;fillColor=#fff2cc" parent="lane"><mxGeometry x="7" y="8" width="20" height="10"/></mxCell>'
    f"</{TOP}></mxGraphModel>"
)


def packed(text: str) -> str:
    press = zlib.compressobj(9, zlib.DEFLATED, -15)
    return base64.b64encode(press.compress(quote(text).encode()) + press.flush()).decode()


@pytest.mark.parametrize(
    "file",
    [MODEL, f"<mxfile><diagram>{MODEL}</diagram></mxfile>", f"<mxfile><diagram>{packed(MODEL)}</diagram></mxfile>"],
)
def test_drawings_of_draw_io_are_read_plain_and_deflated_with_lanes_in_lanes(file: str) -> None:
    found = board(drawio.boards_of(file.encode(), "a"))
    assert list(found.notes) == [BoardNote("n", "a\nb", Box(107, 88, 127, 98), "#fff2cc", "note", "lane")]
    assert [(frame.title, frame.parent) for frame in found.frames] == [("Pool", ""), ("Lane", "pool")]


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE x [<!ENTITY a "b">]><mxfile/>',
        f"<mxfile><diagram>{packed('x' * 60_000_000)}</diagram></mxfile>",
        "<mxfile><diagram>AAAA</diagram></mxfile>",
        "<mxfile><diagram>no base64!</diagram></mxfile>",
        "<mxfile>",
        "<html/>",
    ],
    ids=["entities", "bomb", "no deflate", "no base64", "truncated", "other XML"],
)
def test_a_drawing_that_cannot_be_unpacked_is_one_problem(text: str) -> None:
    found = drawio.boards_of(text.encode(), "a.drawio")
    assert isinstance(found, Problem) and found.position.file == "a.drawio"


def test_a_row_of_lucidspark_that_is_cut_is_only_left_out() -> None:
    text = "Id,Name,Contained By,Text Area 1\n1,Sticky note,,A\n2,Sticky note,,B\n3"
    assert [note.text for note in board(lucidspark.boards_of(text.encode(), "a")).notes] == ["A", "B"]


def test_containers_of_lucidspark_are_stages_and_one_inside_another_is_the_inner() -> None:
    text = (
        "Id,Name,Page ID,Contained By,Line Source,Line Destination,Text Area 1\n1,Page,,,,,P\n2,Box,1,,,,Outer\n"
        "3,Box,1,2,,,First\n4,Box,1,2,,,Second\n5,Note,1,2|3,,,A\n6,Note,1,2|4,,,B\n7,Line,1,,6,5,\n"
    )
    assert [note.frame for note in board(lucidspark.boards_of(text.encode(), "a")).notes] == ["3", "4"]
    assert names(only(text.encode(), "lucidspark")) == [("First", ["A"]), ("Second", ["B"])]


def test_pages_are_journeys_of_their_own() -> None:
    cell = '<mxCell id="{0}" value="{0}" vertex="1" parent="1"><mxGeometry x="{1}" width="50" height="50"/></mxCell>'
    model = f"<mxGraphModel><{TOP}>{cell.format('a', 0)}{cell.format('b', 200)}</{TOP}></mxGraphModel>"
    pages = "".join(f'<diagram name="{name}">{model}</diagram>' for name in ("One", "Two"))
    found = journeys(f"<mxfile>{pages}</mxfile>".encode(), "drawio", "x.drawio")
    assert [one.origin for one in found] == ["x.drawio, page One", "x.drawio, page Two"]


def test_a_text_that_lies_on_a_coloured_shape_is_a_note_of_that_colour() -> None:
    def drawn(id: str, type_: str, x: float, y: float, **more: Any) -> dict[str, Any]:
        return {"id": id, "type": type_, "x": x, "y": y, "width": 100, "height": 60} | more

    def note(id: str, x: float, y: float, colour: str) -> list[dict[str, Any]]:
        text = drawn(f"{id}-text", "text", x + 10, y + 20, text=id, width=60, height=20)
        return [drawn(id, "rectangle", x, y, backgroundColor=colour), text]

    elements = [
        *note("Sees it", 0, 0, "#ffec99"),
        *note("Buys it", 200, 0, "#ffec99"),
        *note("Slow", 200, 200, "#ffc9c9"),
    ]
    background = drawn("b", "rectangle", -50, -50, width=500, height=400, backgroundColor="#a5d8ff")
    (first, second) = steps(only(as_json({"elements": [background, *elements]}), "excalidraw"))
    assert (first.name, second.name, [pain.title for pain in second.pains]) == ("Sees it", "Buys it", ["Slow"])


def test_a_table_of_draw_io_is_read_by_its_cells() -> None:
    cells = []
    for row, texts in enumerate([("Steps", "Sees it", "Buys it"), ("Pains", "", "Slow")]):
        style = 'vertex="1" style="shape=tableRow;container=1"'
        cells.append(
            f'<mxCell id="r{row}" {style} parent="t"><mxGeometry y="{60 * row}" width="300" height="60"/></mxCell>'
        )
        cells += [
            f'<mxCell id="c{row}{at}" value="{text}" vertex="1" style="shape=partialRectangle" parent="r{row}">'
            f'<mxGeometry x="{100 * at}" width="100" height="60"/></mxCell>'
            for at, text in enumerate(texts)
        ]
    table = '<mxCell id="t" vertex="1" style="shape=table;container=1"><mxGeometry width="300" height="120"/></mxCell>'
    found = only(f"<mxGraphModel><{TOP}>{table}{''.join(cells)}</{TOP}></mxGraphModel>".encode(), "drawio")
    assert [(step.name, [pain.title for pain in step.pains]) for step in steps(found)] == [
        ("Sees it", []),
        ("Buys it", ["Slow"]),
    ]
