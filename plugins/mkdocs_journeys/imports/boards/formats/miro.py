"""Miro: answers of its REST API, items and connectors in any number of files, and its CSV of mere texts."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from mkdocs_journeys.imports.boards.board import Board, BoardFrame, BoardNote, Box, Connector
from mkdocs_journeys.imports.boards.colours import hex_of
from mkdocs_journeys.imports.boards.formats.values import (
    Json,
    inside,
    items,
    json_of,
    mapping,
    mappings,
    number,
    plain_text,
    refused,
    text,
)
from mkdocs_journeys.imports.text import decoded
from mkdocs_journeys.problem import Problem

SIDE = 199.0
"""How wide a sticky note is that does not say so."""
_SAYS = {"sticky_note": "note", "text": "text", "shape": "shape", "card": "card", "app_card": "card"}
_PICTURES = ("image", "document", "embed", "preview")
HINT = "Save what GET /v2/boards/ID/items and /connectors answer, or the CSV of the menu Export."


def boards_of(files: Sequence[tuple[bytes, str]]) -> Sequence[Board] | Problem:
    """The board whose items and connectors stand in some files; each CSV is a board of its own."""
    answers: list[Mapping[str, Json]] = []
    found: list[Board] = []
    for data, file in files:
        if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")) and file.lower().endswith(".csv"):
            board = _board_of_csv(data, file)
            if isinstance(board, Problem):
                return board
            found.append(board)
            continue
        answer = json_of(data, file)
        if isinstance(answer, Problem):
            return answer
        objects = list(_objects(answer))
        if not objects:
            return refused(file, "This is no answer of Miro: it lists no items.", HINT)
        answers += objects
    return [*([_board(answers)] if answers else []), *found]


def _objects(answer: Json, depth: int = 3) -> Iterator[Mapping[str, Json]]:
    """Items and connectors, however the answers were put together."""
    for one in mappings(answer):
        yield from [one] if _is_object(one) else _objects(one, depth - 1) if depth else ()
    for part in mapping(answer).values() if depth else ():
        if isinstance(part, list | dict):
            yield from _objects(part, depth - 1)


def _is_object(one: Mapping[str, Json]) -> bool:
    return "startItem" in one or "endItem" in one or (isinstance(one.get("type"), str) and "id" in one)


def _board(objects: Sequence[Mapping[str, Json]]) -> Board:
    frames = {text(one.get("id")): one for one in objects if one.get("type") == "frame"}
    notes: dict[str, BoardNote] = {}
    links: list[Connector] = []
    for one in objects:
        kind = text(one.get("type"))
        if "startItem" in one or "endItem" in one:
            said = " ".join(plain_text(text(caption.get("content"))) for caption in mappings(one.get("captions")))
            links.append(Connector(text(inside(one, "startItem", "id")), text(inside(one, "endItem", "id")), said))
        elif kind in _SAYS:
            id = text(one.get("id"))
            frame = text(inside(one, "parent", "id"))
            box = _box(one, frames)
            notes[id] = BoardNote(
                id, _text(one), box, _colour(one, kind), _SAYS[kind], frame if frame in frames else ""
            )
    around = [
        BoardFrame(id, plain_text(text(inside(one, "data", "title"))), _box(one, {})) for id, one in frames.items()
    ]
    pictures = sum(one.get("type") in _PICTURES for one in objects)
    return Board("", list(notes.values()), around, links, pictures)


def _box(one: Mapping[str, Json], frames: Mapping[str, Mapping[str, Json]]) -> Box:
    """Where it lies on the board: places are those of middles, and inside a frame told from its top left."""
    x, y = (number(inside(one, "position", axis)) for axis in "xy")
    width = number(inside(one, "geometry", "width"), SIDE)
    height = number(inside(one, "geometry", "height"), SIDE if one.get("type") == "sticky_note" else 0.25 * width)
    frame = frames.get(text(inside(one, "parent", "id")))
    if frame is not None and inside(one, "position", "relativeTo") != "canvas_center":
        outer = _box(frame, {})
        x, y = x + outer.x0, y + outer.y0
    return Box.at(x - width / 2, y - height / 2, width, height)


def _text(one: Mapping[str, Json]) -> str:
    data = mapping(one.get("data"))
    said = [plain_text(text(data.get(name))) for name in ("content", "title", "description")]
    return "\n".join(filter(None, said))


def _colour(one: Mapping[str, Json], kind: str) -> str:
    style = mapping(one.get("style"))
    colour = hex_of(text(style.get("fillColor"))) or hex_of(text(style.get("cardTheme")))
    if kind == "text" or number(style.get("fillOpacity"), 1.0) == 0:
        return ""
    return colour or (hex_of("light_yellow") if kind == "sticky_note" else "")


def _board_of_csv(data: bytes, file: str) -> Board | Problem:
    """The texts of a CSV. It has neither places nor colours, so they can only be listed."""
    said = decoded(data, file)
    if isinstance(said, Problem):
        return said
    csv.field_size_limit(10_000_000)
    try:
        rows = [(number, row) for number, row in enumerate(csv.reader(io.StringIO(said)), 1)]
    except csv.Error as error:
        return refused(file, f"It cannot be read as a table: {error}.", HINT)
    cells = [(number, cell.strip()) for number, row in rows for cell in items(row) if cell.strip()]
    if not cells:
        return refused(file, "It holds no text.", HINT)
    (_, title), *others = cells
    return Board(title, [], listed=[f"Row {number}: {cell}" for number, cell in others])
