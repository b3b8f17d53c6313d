"""Journeys as boards of JSON Canvas: a column for each step, a row for each lane, a group for each stage."""

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.boards.layout import (
    GAP,
    LANE_GAP,
    MARGIN,
    BoardPiece,
    BoardPlan,
    NoteSize,
    Spot,
    plans_of,
)
from mkdocs_journeys.exports.colours import EMOTION_PALE
from mkdocs_journeys.imports.files import escaped_markdown
from mkdocs_journeys.model import Journey

BETWEEN_JOURNEYS = 240
SIZE = NoteSize(260, 28, 26, 36, (110, 60))
"""Cards of Obsidian have larger letters than other programs."""
COLOURS = dict(zip((EMOTION_PALE[level] for level in (-2, -1, 0, 1, 2)), ("1", "2", "3", "4", "4"), strict=True))
"""The colours of JSON Canvas from red to green, by that of an emotion."""
Node = dict[str, Any]


def boards(atlas: Atlas, journeys: Sequence[Journey]) -> bytes:
    """A canvas with a board for each journey, one below the other."""
    plans = list(plans_of(atlas, journeys, BETWEEN_JOURNEYS, SIZE))
    groups = [node for plan in plans for node in _groups(plan)]
    cards = [_card(piece) for plan in plans for piece in plan.pieces if _has_stage_groups(plan) <= (not _heads(piece))]
    document = {"nodes": [*groups, *cards], "edges": [edge for plan in plans for edge in _edges(plan)]}
    return f"{json.dumps(document, indent=2, ensure_ascii=False)}\n".encode("utf-8", "replace")


def _heads(piece: BoardPiece) -> bool:
    """Whether a piece stands in the row of stages, which groups need not have."""
    return piece.kind == "stage" or piece.id.endswith("/lane-stages")


def _has_stage_groups(plan: BoardPlan) -> bool:
    """Whether stages are groups: a single one would only be a second frame around the board."""
    return sum(piece.kind == "stage" for piece in plan.pieces) > 1


def _groups(plan: BoardPlan) -> Iterator[Node]:
    """The journey as a group, and in it one for each stage around the columns of its steps."""
    yield _node(f"{plan.id}/board", "group", plan.spot) | {"label": plan.title}
    for piece in plan.pieces:
        if piece.kind == "stage" and _has_stage_groups(plan):
            x, y, width, height = piece.spot
            below = Spot(x - GAP // 2 + 2, y + height - LANE_GAP // 2, width + GAP - 4, 0)
            bottom = plan.spot.y + plan.spot.height - MARGIN // 2
            yield _node(piece.id, "group", below._replace(height=bottom - below.y)) | {"label": piece.text}


def _card(piece: BoardPiece) -> Node:
    text = escaped_markdown(piece.text) if piece.kind != "point" else piece.text
    said = {"text": f"**{text}**" if piece.kind == "lane" else text}
    colour = {"color": COLOURS[piece.colour]} if piece.kind == "point" else {}
    return _node(piece.id, "text", piece.spot) | colour | said


def _edges(plan: BoardPlan) -> Iterator[Node]:
    """An arrow from each step to the one beside it, and lines from emotion to emotion."""
    sides = {"fromSide": "right", "toSide": "left"}
    for number, (start, end) in enumerate(plan.arrows):
        yield {"id": f"{plan.id}/edge-{number}", "fromNode": start, "toNode": end, **sides}
    for run in plan.curve:
        for one, other in pairwise(run):
            yield {"id": f"{one.id}/curve", "fromNode": one.id, "toNode": other.id, **sides, "toEnd": "none"}


def _node(id: str, kind: str, spot: Spot) -> Node:
    return {"id": id, "type": kind, **spot._asdict()}
