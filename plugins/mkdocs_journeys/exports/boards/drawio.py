"""Journeys as drawings of draw.io: a page for each journey, and on it a container with the notes."""

from collections.abc import Iterator, Sequence
from html import escape
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.archive import writable
from mkdocs_journeys.exports.boards.layout import BoardPiece, BoardPlan, Spot, middle_of, plan_of
from mkdocs_journeys.exports.colours import ACCENT, INK, STRONG_LINE
from mkdocs_journeys.model import Journey

HEAD = 40
"""How high the title of a board is, in pixels."""
_TEXT = f"html=1;whiteSpace=wrap;fontColor={INK};spacing=6;overflow=hidden;"
_STYLES = {
    "stage": f"rounded=1;arcSize=12;strokeColor=none;fontStyle=1;fontSize=16;{_TEXT}",
    "lane": f"rounded=1;arcSize=8;strokeColor=none;fontStyle=1;fontSize=13;{_TEXT}",
    "step": f"rounded=1;arcSize=8;strokeColor={STRONG_LINE};fontStyle=1;fontSize=14;{_TEXT}",
    "note": f"rounded=1;arcSize=8;strokeColor={STRONG_LINE};fontSize=13;{_TEXT}",
    "point": f"ellipse;strokeColor={STRONG_LINE};fontStyle=1;fontSize=14;{_TEXT}",
}
_BOARD = "swimlane;html=1;whiteSpace=wrap;horizontal=1;collapsible=0;fillColor=#eceffb;swimlaneFillColor=#ffffff;"
_BOARD += f"strokeColor={STRONG_LINE};fontSize=20;fontColor={INK};startSize={HEAD};rounded=1;arcSize=2;"
_ARROW = f"endArrow=classic;html=1;strokeColor={STRONG_LINE};exitX=1;exitY=0.5;entryX=0;entryY=0.5;"
_CURVE = f"endArrow=none;html=1;strokeColor={ACCENT};strokeWidth=3;rounded=0;"


def drawio(atlas: Atlas, journeys: Sequence[Journey]) -> bytes:
    """The content of a `.drawio` file, not deflated."""
    root = Element("mxfile", {"host": "mkdocs-journeys", "type": "device"})
    for journey in journeys:
        plan = plan_of(atlas, journey)
        page = SubElement(root, "diagram", {"id": journey.id, "name": writable(plan.title)})
        width, height = plan.spot.width + 80, plan.spot.height + HEAD + 80
        given = {"grid": "1", "page": "0", "math": "0", "pageWidth": str(width), "pageHeight": str(height)}
        cells = SubElement(SubElement(page, "mxGraphModel", given), "root")
        SubElement(cells, "mxCell", {"id": "0"})
        SubElement(cells, "mxCell", {"id": "1", "parent": "0"})
        cells.extend(_cells(plan))
    indent(root)
    text: bytes = tostring(root, "utf-8", xml_declaration=True)
    return text + b"\n"


def _cells(plan: BoardPlan) -> Iterator[Element]:
    """The cells of a board: its container, then what stands in it from back to front."""
    spot = Spot(40, 40, plan.spot.width, plan.spot.height + HEAD)
    yield _vertex("board", "1", plan.title, _BOARD, spot)
    for number, run in enumerate(plan.curve):
        yield _curve(f"curve-{number}", [middle_of(piece.spot) for piece in run])
    for piece in plan.pieces:
        yield _piece(piece)
    for number, (start, end) in enumerate(plan.arrows):
        given = {"id": f"arrow-{number}", "parent": "board", "edge": "1", "style": _ARROW, "source": start}
        cell = Element("mxCell", {**given, "target": end})
        SubElement(cell, "mxGeometry", {"relative": "1", "as": "geometry"})
        yield cell


def _piece(piece: BoardPiece) -> Element:
    spot = piece.spot._replace(y=piece.spot.y + HEAD)
    return _vertex(piece.id, "board", piece.text, f"{_STYLES[piece.kind]}fillColor={piece.colour};", spot)


def _vertex(id: str, parent: str, text: str, style: str, spot: Spot) -> Element:
    value = escape(writable(text))
    cell = Element("mxCell", {"id": id, "parent": parent, "vertex": "1", "value": value, "style": style})
    place = {name: str(number) for name, number in spot._asdict().items()}
    SubElement(cell, "mxGeometry", {**place, "as": "geometry"})
    return cell


def _curve(id: str, run: Sequence[tuple[int, int]]) -> Element:
    """A line through points, as an edge that hangs on nothing."""
    cell = Element("mxCell", {"id": id, "parent": "board", "edge": "1", "style": _CURVE})
    geometry = SubElement(cell, "mxGeometry", {"relative": "1", "as": "geometry"})
    first, *between, last = ({"x": str(x), "y": str(y + HEAD)} for x, y in run)
    SubElement(geometry, "mxPoint", {**first, "as": "sourcePoint"})
    SubElement(geometry, "mxPoint", {**last, "as": "targetPoint"})
    if between:
        points = SubElement(geometry, "Array", {"as": "points"})
        for point in between:
            SubElement(points, "mxPoint", point)
    return cell
