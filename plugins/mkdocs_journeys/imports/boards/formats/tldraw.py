"""Files of tldraw: shapes lie in pages, frames and groups, and their places are told from there."""

from collections.abc import Mapping, Sequence

from mkdocs_journeys.imports.boards.board import Board, BoardFrame, BoardNote, Box, Connector
from mkdocs_journeys.imports.boards.colours import hex_of
from mkdocs_journeys.imports.boards.formats.values import (
    Json,
    above,
    inside,
    json_of,
    mappings,
    number,
    refused,
    rich_text,
    text,
)
from mkdocs_journeys.problem import Problem

SIDE = 200.0
"""How wide a note is; only shapes of other kinds tell their size."""

_SAYS = ("note", "geo", "text")


def boards_of(data: bytes, file: str) -> Sequence[Board] | Problem:
    """The pages of a `.tldr` file."""
    document = json_of(data, file)
    if isinstance(document, Problem):
        return document
    if not isinstance(inside(document, "records"), list):
        hint = "Save a copy as a .tldr file; newer programs write another kind by default."
        return refused(file, "This is no file of tldraw: it has no records.", hint)
    records = [one for one in mappings(document["records"]) if text(one.get("id"))]
    shapes = {one["id"]: one for one in records if one.get("typeName") == "shape"}
    pages = sorted((one for one in records if one.get("typeName") == "page"), key=lambda one: text(one.get("index")))
    links = _connectors(records, shapes)
    found = []
    by_page: dict[str, list[str]] = {}
    for id in shapes:
        last = _above(shapes, id)[-1]
        by_page.setdefault("" if last in shapes else last, []).append(id)
    names = {text(page.get("id")): text(page.get("name")) for page in pages}
    for page in [*names, *(id for id in by_page if id not in names)]:
        own = by_page.get(page, [])
        if own:
            here = set(own)
            some = [one for one in links if one.start in here or one.end in here]
            found.append(_board(names.get(page, "") if len(pages) > 1 else "", shapes, own, some))
    return found


def _board(title: str, shapes: Mapping[str, Json], ids: Sequence[str], links: Sequence[Connector]) -> Board:
    notes, frames = [], []
    for id in ids:
        shape = shapes[id]
        props = _props(shape)
        kind = shape.get("type")
        x, y = _place(shapes, id)
        usual = SIDE if kind == "note" else 1.0
        box = Box.at(x, y, number(props.get("w"), usual), number(props.get("h"), usual) + number(props.get("growY")))
        frame = next((one for one in _above(shapes, id) if inside(shapes.get(one), "type") == "frame"), "")
        if kind == "frame":
            frames.append(BoardFrame(id, text(props.get("name")), box, frame))
        elif kind in _SAYS:
            said = rich_text(props["richText"]) if "richText" in props else text(props.get("text")).strip()
            colour = "" if kind == "text" or props.get("fill") == "none" else hex_of(text(props.get("color")))
            notes.append(BoardNote(id, said, box, colour, "text" if kind == "text" else str(kind), frame))
    pictures = sum(shapes[id].get("type") == "image" for id in ids)
    return Board(title, notes, frames, links, pictures)


def _props(shape: Json) -> Mapping[str, Json]:
    props = inside(shape, "props")
    return props if isinstance(props, dict) else {}


def _above(shapes: Mapping[str, Json], id: str) -> list[str]:
    """What a shape lies in, from the inside out; the last is its page."""
    return above(id, lambda name: text(shapes[name].get("parentId")) if name in shapes else "") or [""]


def _place(shapes: Mapping[str, Json], id: str) -> tuple[float, float]:
    chain = [shapes[one] for one in (id, *_above(shapes, id)) if one in shapes]
    return sum(number(one.get("x")) for one in chain), sum(number(one.get("y")) for one in chain)


def _connectors(records: Sequence[Mapping[str, Json]], shapes: Mapping[str, Json]) -> list[Connector]:
    """The arrows, by the bindings of new files or by the ends of old ones."""
    ends: dict[tuple[str, str], str] = {}
    for one in records:
        if one.get("typeName") == "binding":
            key = text(one.get("fromId")), text(inside(one, "props", "terminal"))
            ends[key] = text(one.get("toId"))
    found = []
    for id, shape in shapes.items():
        if shape.get("type") == "arrow":
            props = _props(shape)
            start, end = (
                ends.get((id, name)) or text(inside(props, name, "boundShapeId")) for name in ("start", "end")
            )
            said = rich_text(props["richText"]) if "richText" in props else text(props.get("text"))
            found.append(Connector(start, end, said))
    return found
