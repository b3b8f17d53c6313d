"""Journeys as a board of Excalidraw: a frame for each journey, notes that hold their texts, the curve as a line."""

import json
from collections.abc import Iterator, Sequence
from typing import Any
from zlib import crc32

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.archive import writable
from mkdocs_journeys.exports.boards.layout import BoardPiece, BoardPlan, Spot, middle_of, plans_of, wrapped
from mkdocs_journeys.exports.colours import ACCENT, INK, STRONG_LINE
from mkdocs_journeys.model import Journey

BETWEEN_JOURNEYS = 240
SOURCE = "https://excalidraw.com"
SIZES = {"stage": 20, "lane": 16}
"""Sizes of letters by kind of piece, in pixels; 16 for others."""
LINE_SPACING, LETTER_WIDTH = 1.25, 0.56
"""How high a line is, and how wide a letter about, for a letter of 1."""
SANS = 2
"""The number of the font without serifs; that of handwriting is wider in some scripts than can be known here."""
Element = dict[str, Any]


def excalidraw(atlas: Atlas, journeys: Sequence[Journey]) -> bytes:
    """The content of an `.excalidraw` file."""
    elements = [one for plan in plans_of(atlas, journeys, BETWEEN_JOURNEYS) for one in _elements(plan)]
    state = {"gridSize": None, "viewBackgroundColor": "#ffffff"}
    document = {"type": "excalidraw", "version": 2, "source": SOURCE, "elements": elements, "appState": state}
    text = json.dumps({**document, "files": {}}, separators=(",", ":"), ensure_ascii=False)
    return f"{text}\n".encode("utf-8", "replace")


def _elements(plan: BoardPlan) -> Iterator[Element]:
    """The elements of a board from back to front; those of a frame come before the frame itself."""
    frame = f"{plan.id}/board"
    bound: dict[str, list[Element]] = {}
    for number, (start, end) in enumerate(plan.arrows):
        for id in (start, end):
            bound.setdefault(id, []).append({"id": f"{plan.id}/arrow-{number}", "type": "arrow"})
    spots = {piece.id: piece.spot for piece in plan.pieces}
    for number, run in enumerate(plan.curve):
        through = [middle_of(piece.spot) for piece in run]
        yield _line(f"{plan.id}/curve-{number}", "line", frame, through, strokeColor=ACCENT, strokeWidth=4)
    for piece in plan.pieces:
        yield from _piece(piece, frame, bound.get(piece.id, []))
    for number, (start, end) in enumerate(plan.arrows):
        one, other = spots[start], spots[end]
        across = [(one.x + one.width + 4, one.y + one.height // 2), (other.x - 4, other.y + other.height // 2)]
        ends = {
            "startBinding": {"elementId": start, "focus": 0, "gap": 4},
            "endBinding": {"elementId": end, "focus": 0, "gap": 4},
            "endArrowhead": "arrow",
        }
        yield _line(f"{plan.id}/arrow-{number}", "arrow", frame, across, strokeColor=STRONG_LINE, **ends)
    yield _element(frame, "frame", plan.spot, None, name=writable(plan.title), strokeColor="#bbbbbb")


def _piece(piece: BoardPiece, frame: str, bound: list[Element]) -> Iterator[Element]:
    """A shape, and the text that is bound to it."""
    text_id = f"{piece.id}/text"
    is_point = piece.kind == "point"
    yield _element(
        piece.id,
        "ellipse" if is_point else "rectangle",
        piece.spot,
        frame,
        backgroundColor=piece.colour,
        strokeColor="transparent" if piece.kind in ("stage", "lane") else STRONG_LINE,
        roundness=None if is_point else {"type": 3},
        boundElements=[{"id": text_id, "type": "text"}, *bound],
    )
    size = SIZES.get(piece.kind, 16)
    text = writable(piece.text)
    lines = wrapped(text, max(4, int((piece.spot.width - 20) / (LETTER_WIDTH * size))))
    height = round(len(lines) * size * LINE_SPACING)
    at = Spot(piece.spot.x + 8, piece.spot.y + (piece.spot.height - height) // 2, piece.spot.width - 16, height)
    yield _element(
        text_id,
        "text",
        at,
        frame,
        strokeColor=INK,
        fontSize=size,
        fontFamily=SANS,
        text="\n".join(lines),
        originalText=text,
        textAlign="center",
        verticalAlign="middle",
        containerId=piece.id,
        autoResize=True,
        lineHeight=LINE_SPACING,
    )


def _line(id: str, kind: str, frame: str, points: Sequence[tuple[int, int]], **own: Any) -> Element:
    """A line or an arrow through some points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    spot = Spot(points[0][0], points[0][1], max(xs) - min(xs), max(ys) - min(ys))
    steps = [[x - spot.x, y - spot.y] for x, y in points]
    nothing = {"startBinding": None, "endBinding": None, "startArrowhead": None, "endArrowhead": None}
    return _element(id, kind, spot, frame, points=steps, lastCommittedPoint=None, **{**nothing, **own})


def _element(id: str, kind: str, spot: Spot, frame: str | None, **own: Any) -> Element:
    number = crc32(id.encode())
    return {
        "id": id,
        "type": kind,
        **spot._asdict(),
        "angle": 0,
        "strokeColor": INK,
        "backgroundColor": "transparent",
        "fillStyle": "solid",
        "strokeWidth": 1,
        "strokeStyle": "solid",
        "roughness": 0,
        "opacity": 100,
        "groupIds": [],
        "frameId": frame,
        "roundness": None,
        "seed": number,
        "version": 1,
        "versionNonce": number,
        "isDeleted": False,
        "boundElements": [],
        "updated": 1,
        "link": None,
        "locked": False,
        **own,
    }
