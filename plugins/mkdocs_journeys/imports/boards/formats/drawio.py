"""Files of draw.io: cells in cells, with HTML in them; a page may be deflated."""

import zlib
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Mapping, Sequence
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from mkdocs_journeys.imports.boards.board import Board, BoardFrame, BoardNote, Box, Connector
from mkdocs_journeys.imports.boards.colours import hex_of
from mkdocs_journeys.imports.boards.formats.values import above, number, plain_text, refused
from mkdocs_journeys.imports.documents.xmltext import parsed_xml
from mkdocs_journeys.imports.text import LARGEST, decoded
from mkdocs_journeys.problem import Problem

HINT = "Save the drawing as a .drawio or .xml file."
_CONTAINERS = ("swimlane", "group", "table", "tableRow")


def boards_of(data: bytes, file: str) -> Sequence[Board] | Problem:
    """The pages of a drawing."""
    said = decoded(data, file)
    if isinstance(said, Problem):
        return said
    root = parsed_xml(said, file, HINT)
    if isinstance(root, Problem):
        return root
    if root.tag == "mxGraphModel":
        return [_board("", root)]
    pages = root.findall("diagram") if root.tag == "mxfile" else []
    if not pages:
        return refused(file, "This is no drawing of draw.io: it has no diagram.", HINT)
    found = []
    for page in pages:
        model = page.find("mxGraphModel")
        if model is None:
            inflated = _inflated(page.text or "")
            parsed = parsed_xml(inflated, file, HINT) if inflated else None
            if parsed is None or isinstance(parsed, Problem):
                return refused(file, f"The page {page.get('name', '')!r} cannot be unpacked.", HINT)
            model = parsed
        found.append(_board(page.get("name", "") if len(pages) > 1 else "", model))
    return found


def _inflated(packed: str) -> str:
    """The model of a page that is deflated, "" where it cannot be had."""
    try:
        reader = zlib.decompressobj(-15)
        unpacked = reader.decompress(b64decode(packed.strip(), validate=True), LARGEST)
        return "" if reader.unconsumed_tail else unquote(unpacked.decode("utf-8"))
    except (zlib.error, Base64Error, ValueError):
        return ""


def _board(title: str, model: Element) -> Board:
    cells: dict[str, Element] = {}
    texts: dict[str, str] = {}
    for one in model.iter():
        if one.tag == "mxCell" and one.get("id") and one.get("id") not in cells:
            cells[one.get("id", "")] = one
            texts[one.get("id", "")] = plain_text(one.get("value", ""))
        elif one.tag in ("object", "UserObject") and (inner := one.find("mxCell")) is not None:
            cells[one.get("id", "")] = inner
            texts[one.get("id", "")] = plain_text(one.get("label", ""))
    parents = {one.get("parent", "") for one in cells.values() if one.get("vertex") == "1"}
    notes, frames, links = [], [], []
    labels = {
        one.get("parent", ""): texts[id]
        for id, one in cells.items()
        if one.get("vertex") == "1" and "edgeLabel" in one.get("style", "")
    }
    pictures = 0
    for id, one in cells.items():
        style = _style(one.get("style", ""))
        if one.get("edge") == "1":
            label = texts[id] or labels.get(id, "")
            links.append(Connector(one.get("source", ""), one.get("target", ""), label))
        elif one.get("vertex") == "1" and "edgeLabel" not in style:
            box = _box(cells, id)
            frame = next((name for name in _above(cells, id) if _is_frame(cells[name])), "")
            if id in parents and _is_frame(one):
                frames.append(BoardFrame(id, texts[id], box, frame))
            elif style.get("shape") == "image" and not texts[id]:
                pictures += 1
            else:
                kind = "text" if "text" in style else style.get("shape", "shape")
                colour = "" if kind == "text" else hex_of(style.get("fillColor", ""))
                notes.append(BoardNote(id, texts[id], box, colour, kind, frame))
    return Board(title, notes, frames, links, pictures)


def _style(style: str) -> Mapping[str, str]:
    return {name.strip(): value for name, _, value in (part.partition("=") for part in style.split(";"))}


def _is_frame(cell: Element) -> bool:
    style = _style(cell.get("style", ""))
    return cell.get("vertex") == "1" and (
        any(name in style or style.get("shape") == name for name in _CONTAINERS) or style.get("container") == "1"
    )


def _above(cells: Mapping[str, Element], id: str) -> list[str]:
    """The cells around a cell, from the inside out, layers among them."""
    return above(id, lambda name: parent if (parent := cells[name].get("parent", "")) in cells else "")


def _box(cells: Mapping[str, Element], id: str) -> Box:
    chain = [_geometry(cells[name]) for name in (id, *_above(cells, id))]
    x, y = (sum(part.get(axis, 0.0) for part in chain) for axis in "xy")
    return Box.at(x, y, chain[0].get("width", 0.0), chain[0].get("height", 0.0))


def _geometry(cell: Element) -> Mapping[str, float]:
    found = cell.find("mxGeometry")
    if found is None or cell.get("vertex") != "1":
        return {}
    return {name: _number(found.get(name, "")) for name in ("x", "y", "width", "height")}


def _number(value: str) -> float:
    try:
        return number(float(value))
    except ValueError:
        return 0.0
