"""How steps feel, from faces, numbers or words in a row of emotions, or from how high things hang there."""

from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_journeys.imports.boards.layout import PlacedNote
from mkdocs_journeys.imports.boards.rows import BoardRow
from mkdocs_journeys.imports.tables.emotions import EmotionScale

FLAT = 0.5
"""How many heights of a note the highest and the lowest have to be apart to mean something."""


class Feelings(NamedTuple):
    """Emotions from -2 to 2 by the ids of notes, and what was guessed."""

    values: dict[str, float]
    remark: str


def feelings_of(placed: Sequence[PlacedNote], rows: Sequence[BoardRow], *, framed: bool) -> Feelings:
    """The emotions that notes stand for, or that faces among feelings do.

    In a lane with a frame heights go by its edges, else by the notes' own.
    """
    field = "emotion" if any(one.field == "emotion" for one in placed) else "feelings"
    notes = [one.note for one in placed if one.field == field]
    scale = EmotionScale(note.text for note in notes if note.text)
    values = {note.id: value for note in notes if (value := scale.emotion(note.text)) is not None}
    if values or len(notes) < 2 or field == "feelings":
        return Feelings(values, f"emotions are {scale.said}" if values and scale.said else "")
    frame = next((row.label.box for row in rows if row.label and row.field == "emotion"), None)
    top, bottom = min(note.box.y for note in notes), max(note.box.y for note in notes)
    if bottom - top <= FLAT * max(note.box.height for note in notes):
        return Feelings({}, "")
    if framed and frame:
        top, bottom = min(top, frame.y0), max(bottom, frame.y1)
    heights = {note.id: round(2 - 4 * (note.box.y - top) / (bottom - top), 1) for note in notes}
    return Feelings(heights, "emotions are read from how high they hang")
