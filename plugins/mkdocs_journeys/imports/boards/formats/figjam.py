"""FigJam, as `GET /v1/files/KEY` of Figma answers: a tree of nodes with places on the page."""

from collections.abc import Mapping, Sequence

from mkdocs_journeys.imports.boards.board import Board, BoardFrame, BoardNote, Box, Connector
from mkdocs_journeys.imports.boards.formats.values import (
    Json,
    inside,
    items,
    json_of,
    mapping,
    mappings,
    number,
    refused,
    text,
)
from mkdocs_journeys.problem import Problem

_SAYS = {"STICKY": "note", "SHAPE_WITH_TEXT": "shape", "TEXT": "text", "TABLE_CELL": "cell", "CODE_BLOCK": "text"}
_FRAMES = ("SECTION", "FRAME")


def boards_of(data: bytes, file: str) -> Sequence[Board] | Problem:
    """The pages of a file of Figma."""
    answer = json_of(data, file)
    if isinstance(answer, Problem):
        return answer
    document = inside(answer, "document")
    if not isinstance(document, dict):
        hint = "Save what GET /v1/files/KEY answers."
        return refused(file, "This is no file of FigJam: it has no document.", hint)
    pages = list(mappings(document.get("children")))
    title = text(mapping(answer).get("name"))
    return [_board(text(page.get("name")) if len(pages) > 1 else title, page) for page in pages]


def _board(title: str, page: Mapping[str, Json]) -> Board:
    notes: list[BoardNote] = []
    frames: list[BoardFrame] = []
    links: list[Connector] = []
    pictures = 0
    stack: list[tuple[Json, str]] = [(one, "") for one in reversed(items(page.get("children")))]
    while stack:
        value, frame = stack.pop()
        node = mapping(value)
        if node.get("visible") is False:
            continue
        kind, id = text(node.get("type")), text(node.get("id"))
        if kind in _SAYS:
            said = text(node.get("characters")).strip()
            notes.append(BoardNote(id, said, _box(node), _colour(node, kind), _SAYS[kind], frame))
        elif kind == "CONNECTOR":
            start, end = (text(inside(node, name, "endpointNodeId")) for name in ("connectorStart", "connectorEnd"))
            links.append(Connector(start, end, text(node.get("characters")).strip()))
        elif kind in _FRAMES:
            frames.append(BoardFrame(id, text(node.get("name")), _box(node), frame))
            frame = id
        elif kind in ("STAMP", "WASHI_TAPE", "MEDIA"):
            pictures += kind == "MEDIA"
        if kind not in ("STICKY", "SHAPE_WITH_TEXT", "CONNECTOR"):
            stack += [(one, frame) for one in reversed(items(node.get("children")))]
    return Board(title, notes, frames, links, pictures)


def _box(node: Mapping[str, Json]) -> Box:
    box = mapping(node.get("absoluteBoundingBox"))
    return Box.at(*(number(box.get(name)) for name in ("x", "y", "width", "height")))


def _colour(node: Mapping[str, Json], kind: str) -> str:
    """The first fill that is a plain colour; that of a text is its ink, and says nothing."""
    fills = [] if kind == "TEXT" else [one for one in mappings(node.get("fills")) if one.get("visible") is not False]
    colour = next((mapping(one["color"]) for one in fills if isinstance(one.get("color"), dict)), None)
    if colour is None:
        return ""
    parts = (min(max(number(colour.get(name)), 0.0), 1.0) for name in "rgb")
    return "#" + "".join(f"{round(255 * part):02x}" for part in parts)
