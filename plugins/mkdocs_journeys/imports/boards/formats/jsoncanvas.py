"""JSON Canvas 1.0, as Obsidian writes it: groups hold what lies in them."""

import re
from collections.abc import Sequence

from mkdocs_journeys.imports.boards.board import Board, BoardFrame, BoardNote, Box, Connector, by_geometry
from mkdocs_journeys.imports.boards.colours import hex_of
from mkdocs_journeys.imports.boards.formats.values import Json, inside, json_of, mappings, number, refused, text
from mkdocs_journeys.problem import Problem

_PRESETS = {"1": "red", "2": "orange", "3": "yellow", "4": "green", "5": "cyan", "6": "purple"}
_MARKS = re.compile(r"^[ #*_>`]+|(?:(?<!\\)[ #*_>`])+\Z")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def boards_of(data: bytes, file: str) -> Sequence[Board] | Problem:
    """The board of a `.canvas` file."""
    canvas = json_of(data, file)
    if isinstance(canvas, Problem):
        return canvas
    if not isinstance(inside(canvas, "nodes"), list):
        return refused(file, "This is no JSON Canvas: it has no nodes.", "Name the .canvas file itself.")
    notes, frames = [], []
    for node in mappings(canvas["nodes"]):
        box = Box.at(*(number(node.get(name)) for name in ("x", "y", "width", "height")))
        id = text(node.get("id"))
        if node.get("type") == "group":
            frames.append(BoardFrame(id, text(node.get("label")), box))
        else:
            notes.append(BoardNote(id, _text(node), box, _colour(node.get("color"))))
    edges = mappings(canvas.get("edges"))
    links = [Connector(*(text(edge.get(name)) for name in ("fromNode", "toNode", "label"))) for edge in edges]
    return [by_geometry(notes, frames)._replace(connectors=links)]


def _text(node: Json) -> str:
    """The text of a node, without the commonest marks of Markdown, and what is escaped as it is read."""
    said = text(node.get("text")) or text(node.get("file")) or text(node.get("url"))
    bare = (_MARKS.sub("", part.strip()) for part in said.splitlines())
    return "\n".join(_ESCAPED.sub(r"\1", line) for line in bare if line)


def _colour(value: Json) -> str:
    name = text(value)
    return hex_of(_PRESETS.get(name, name))
