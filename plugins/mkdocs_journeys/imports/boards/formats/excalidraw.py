"""Files of Excalidraw: a sticky note is a shape with a text that is bound to it."""

from collections.abc import Mapping, Sequence

from mkdocs_journeys.imports.boards.board import Board, BoardFrame, BoardNote, Box, Connector
from mkdocs_journeys.imports.boards.colours import hex_of
from mkdocs_journeys.imports.boards.formats.values import Json, inside, json_of, mappings, number, refused, text
from mkdocs_journeys.problem import Problem

_SHAPES = ("rectangle", "diamond", "ellipse")
_FRAMES = ("frame", "magicframe")


def boards_of(data: bytes, file: str) -> Sequence[Board] | Problem:
    """The board of an `.excalidraw` file."""
    drawing = json_of(data, file)
    if isinstance(drawing, Problem):
        return drawing
    if not isinstance(inside(drawing, "elements"), list):
        return refused(file, "This is no file of Excalidraw: it has no elements.", "Save the drawing to disk.")
    elements = [one for one in mappings(drawing["elements"]) if one.get("isDeleted") is not True]
    shapes = {text(one.get("id")): one for one in elements if one.get("type") in _SHAPES}
    bound: dict[str, list[str]] = {}
    notes, frames, labels = [], [], {}
    for one in elements:
        if one.get("type") in _FRAMES:
            frames.append(BoardFrame(text(one.get("id")), text(one.get("name")), _box(one)))
        elif one.get("type") == "text":
            container = text(one.get("containerId"))
            if container in shapes:
                bound.setdefault(container, []).append(_text(one))
            elif container:
                labels[container] = _text(one)
            else:
                colour = hex_of(text(one.get("backgroundColor")))
                notes.append(BoardNote(*_head(one, _text(one)), colour, "text", text(one.get("frameId"))))
    for id, one in shapes.items():
        colour = hex_of(text(one.get("backgroundColor"))) or hex_of(text(one.get("strokeColor")))
        head = _head(one, "\n".join(bound.get(id, ())))
        notes.append(BoardNote(*head, colour, text(one.get("type")), text(one.get("frameId"))))
    links = [
        Connector(
            text(inside(one, "startBinding", "elementId")),
            text(inside(one, "endBinding", "elementId")),
            labels.get(text(one.get("id")), ""),
        )
        for one in elements
        if one.get("type") == "arrow"
    ]
    pictures = sum(one.get("type") == "image" for one in elements)
    return [Board("", notes, frames, links, pictures)]


def _text(element: Mapping[str, Json]) -> str:
    """Its text as it was typed: `text` has line ends where the box was too narrow."""
    return (text(element.get("originalText")) or text(element.get("text"))).strip()


def _head(element: Mapping[str, Json], said: str) -> tuple[str, str, Box]:
    return text(element.get("id")), said, _box(element)


def _box(element: Mapping[str, Json]) -> Box:
    return Box.at(*(number(element.get(name)) for name in ("x", "y", "width", "height")))
