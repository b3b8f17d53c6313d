"""A whiteboard in one form, whatever program it was drawn with."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple


class Box(NamedTuple):
    """An upright rectangle. The unit is that of the board; y grows downwards."""

    x0: float
    y0: float
    x1: float
    y1: float

    @classmethod
    def at(cls, x: float, y: float, width: float, height: float) -> "Box":
        """The box with this top left corner."""
        return cls(x, y, x + max(width, 1.0), y + max(height, 1.0))

    @property
    def x(self) -> float:
        """Its middle across."""
        return (self.x0 + self.x1) / 2

    @property
    def y(self) -> float:
        """Its middle down."""
        return (self.y0 + self.y1) / 2

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """How high it is."""
        return self.y1 - self.y0

    @property
    def turned(self) -> "Box":
        """The box where x and y have changed places."""
        return Box(self.y0, self.x0, self.y1, self.x1)


class BoardNote(NamedTuple):
    """Something with a text. `colour` is `#rrggbb` or ""; `frame` the id of the innermost frame around it, or ""."""

    id: str
    text: str
    box: Box
    colour: str = ""
    kind: str = "note"
    frame: str = ""


class BoardFrame(NamedTuple):
    """A frame, section, group or lane with a title; `parent` is the frame around it, or ""."""

    id: str
    title: str
    box: Box
    parent: str = ""


class Connector(NamedTuple):
    """An arrow between two notes."""

    start: str
    end: str
    label: str = ""


class Board(NamedTuple):
    """All that lies on one page. `pictures` counts what was left out as it has no text.

    `listed` are texts that have no place at all, each with where it stood. `trouble` says why nothing could be read.
    """

    title: str
    notes: Sequence[BoardNote]
    frames: Sequence[BoardFrame] = ()
    connectors: Sequence[Connector] = ()
    pictures: int = 0
    listed: Sequence[str] = ()
    trouble: str = ""


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds some boxes."""
    return Box(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )


def by_geometry(notes: Sequence[BoardNote], frames: Sequence[BoardFrame]) -> Board:
    """A board whose file does not say what lies in which frame: the smallest frame around the middle holds it."""
    by_size = sorted(frames, key=lambda frame: (frame.box.width * frame.box.height, frame.id))

    edges = [(*frame.box, frame.id) for frame in by_size]

    def holder(box: Box, bigger_than: int = -1) -> str:
        x, y = box.x, box.y
        some = edges[bigger_than + 1 :]
        return next((id for x0, y0, x1, y1, id in some if x0 <= x <= x1 and y0 <= y <= y1), "")

    nested = {frame.id: frame._replace(parent=holder(frame.box, at)) for at, frame in enumerate(by_size)}
    placed = [note._replace(frame=holder(note.box)) for note in notes]
    return Board("", placed, [nested[frame.id] for frame in frames])


def with_texts_on_shapes(board: Board) -> Board:
    """A board where a text that lies alone on a shape without one is a note of that colour and size."""
    texts = sorted((note for note in board.notes if note.kind == "text" and note.text), key=lambda note: note.box.x)
    shapes = [note for note in board.notes if note.kind != "text" and not note.text and note.colour]
    middles = [note.box.x for note in texts]
    taken: dict[str, BoardNote] = {}
    used: set[str] = set()
    for shape in sorted(shapes, key=lambda note: (note.box.width * note.box.height, note.id)):
        some = texts[bisect_left(middles, shape.box.x0) : bisect_right(middles, shape.box.x1)]
        on = [note for note in some if note.box.y0 >= shape.box.y0 and note.box.y1 <= shape.box.y1]
        if len(on) == 1 and on[0].id not in taken and on[0].box.width <= shape.box.width:
            taken[on[0].id] = on[0]._replace(box=shape.box, colour=shape.colour, kind="note")
            used.add(shape.id)
    notes = [taken.get(note.id, note) for note in board.notes if note.id not in used]
    return board._replace(notes=notes)
