"""Where things stand in a source that is drawn, and what each was taken for."""

from collections.abc import Sequence
from typing import Literal, NamedTuple


class DrawnNote(NamedTuple):
    """A note at its place. `name` is what it was taken for, "" if it has no place in the journey."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    name: str
    colour: str = ""


class DrawnBand(NamedTuple):
    """A stage, column or row that was seen: from `start` to `end` across, or down for a row."""

    kind: Literal["stage", "column", "row"]
    start: float
    end: float
    name: str = ""
    upright: bool = True
    """Whether stages and columns part the drawing from left to right."""


class Drawing(NamedTuple):
    """All that was seen of one journey."""

    title: str
    notes: Sequence[DrawnNote]
    bands: Sequence[DrawnBand]
