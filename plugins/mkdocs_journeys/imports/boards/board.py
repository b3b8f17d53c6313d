"""A whiteboard in one form, whatever program it was drawn with."""

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

    def holds(self, other: "Box") -> bool:
        """Whether the middle of another box lies in it."""
        return self.x0 <= other.x <= self.x1 and self.y0 <= other.y <= self.y1


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

    `listed` are texts that have no place at all, each with where it stood.
    """

    title: str
    notes: Sequence[BoardNote]
    frames: Sequence[BoardFrame] = ()
    connectors: Sequence[Connector] = ()
    pictures: int = 0
    listed: Sequence[str] = ()


def by_geometry(notes: Sequence[BoardNote], frames: Sequence[BoardFrame]) -> Board:
    """A board whose file does not say what lies in which frame: the smallest frame around the middle holds it."""
    by_size = sorted(frames, key=lambda frame: (frame.box.width * frame.box.height, frame.id))

    def around(box: Box, bigger_than: int = -1) -> str:
        return next((frame.id for frame in by_size[bigger_than + 1 :] if frame.box.holds(box)), "")

    nested = {frame.id: frame._replace(parent=around(frame.box, at)) for at, frame in enumerate(by_size)}
    placed = [note._replace(frame=around(note.box)) for note in notes]
    return Board("", placed, [nested[frame.id] for frame in frames])
