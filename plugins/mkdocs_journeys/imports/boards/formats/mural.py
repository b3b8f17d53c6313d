"""Mural, as `GET /murals/ID/widgets` answers: widgets in areas, placed from the area's top left."""

from collections.abc import Mapping, Sequence

from mkdocs_journeys.imports.boards.board import Board, BoardFrame, BoardNote, Box, Connector
from mkdocs_journeys.imports.boards.colours import hex_of
from mkdocs_journeys.imports.boards.formats.values import (
    Json,
    above,
    inside,
    json_of,
    mapping,
    mappings,
    number,
    plain_text,
    refused,
    text,
)
from mkdocs_journeys.problem import Problem

_SAYS = {
    "sticky note": "note",
    "text": "text",
    "text box": "text",
    "textbox": "text",
    "title": "text",
    "shape": "shape",
    "comment": "note",
}


def boards_of(files: Sequence[tuple[bytes, str]]) -> Sequence[Board] | Problem:
    """The board of some answers of Mural, which gives a hundred widgets at a time."""
    widgets: dict[str, Mapping[str, Json]] = {}
    for data, file in files:
        answer = json_of(data, file)
        if isinstance(answer, Problem):
            return answer
        listed = answer if isinstance(answer, list) else mapping(answer).get("value", mapping(answer).get("widgets"))
        if not isinstance(listed, list):
            hint = "Save what GET /murals/ID/widgets answers."
            return refused(file, "This is no answer of Mural: it has no list of widgets.", hint)
        widgets |= {text(one.get("id")): one for one in mappings(listed)}
    notes, frames, links, pictures = [], [], [], 0
    for id, one in widgets.items():
        kind = text(one.get("type")).lower().replace("_", " ").replace("-", " ")
        if one.get("hidden") is True:
            continue
        around = above(id, lambda name: _parent(widgets, name))
        chain = [one, *(widgets[name] for name in around)]
        x, y = (sum(number(part.get(axis)) for part in chain) for axis in "xy")
        box = Box.at(x, y, number(one.get("width")), number(one.get("height")))
        frame = around[0] if around else ""
        if kind == "area":
            frames.append(BoardFrame(id, plain_text(text(one.get("title"))), box, frame))
        elif kind in _SAYS:
            colour = "" if _SAYS[kind] == "text" else hex_of(text(inside(one, "style", "backgroundColor")))
            notes.append(BoardNote(id, _text(one), box, colour, _SAYS[kind], frame))
        elif kind == "arrow":
            links.append(Connector(text(one.get("startRefId")), text(one.get("endRefId")), _label(one)))
        elif kind in ("image", "icon"):
            pictures += kind == "image"
    return [Board("", notes, frames, links, pictures)]


def _text(widget: Mapping[str, Json]) -> str:
    said = plain_text(text(widget.get("text"))) or plain_text(text(widget.get("htmlText")))
    return said or plain_text(text(widget.get("title")))


def _label(widget: Mapping[str, Json]) -> str:
    label = inside(widget, "label", "labels")
    return " ".join(plain_text(text(one.get("text"))) for one in mappings(label))


def _parent(widgets: Mapping[str, Mapping[str, Json]], id: str) -> str:
    parent = text(widgets[id].get("parentId"))
    return parent if parent in widgets else ""
