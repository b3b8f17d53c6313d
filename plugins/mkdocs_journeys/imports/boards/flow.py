"""Arrows: boards whose steps are what arrows connect, and ways that are not simply the next step."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_journeys.imports.boards.areas import Area
from mkdocs_journeys.imports.boards.board import Connector
from mkdocs_journeys.imports.boards.colours import family_of
from mkdocs_journeys.imports.boards.columns import BoardColumns
from mkdocs_journeys.imports.boards.labels import label_field

LEAST_STEPS, MAJORITY = 3, 0.6
_HURTS = ("red", "pink")


class Flow(NamedTuple):
    """The ids of notes that arrows connect, none where a board is no flow; and whether it goes down mostly."""

    notes: frozenset[str]
    goes_down: bool


def flow_of(area: Area, connectors: Sequence[Connector]) -> Flow:
    """The flow of a board that has no names of rows, and on which arrows connect most texts.

    Red notes with one arrow only are no steps: they are connected to what they are said of. Where all others have one
    colour, notes of that colour without an arrow are steps, too.
    """
    texts = {note.id: note for note in area.notes if note.text}
    arrows = [one for one in connectors if one.start in texts and one.end in texts and one.start != one.end]
    ends = Counter(id for one in arrows for id in (one.start, one.end))
    hurts = {id for id, count in ends.items() if count == 1 and family_of(texts[id].colour) in _HURTS}
    found = frozenset(ends.keys() - hurts)
    named = sum(label_field(note.text) is not None for note in texts.values())
    if area.lanes or named > 1 or len(found) < max(LEAST_STEPS, MAJORITY * len(texts)):
        return Flow(frozenset(), goes_down=False)
    families = {family_of(texts[id].colour) for id in found}
    if len(families) == 1:
        found |= {id for id, note in texts.items() if note.kind != "text" and family_of(note.colour) in families}
    boxes = [(texts[one.start].box, texts[one.end].box) for one in arrows]
    across = sum(abs(start.x - end.x) for start, end in boxes)
    down = sum(abs(start.y - end.y) for start, end in boxes)
    return Flow(found, goes_down=down > across and not area.stages)


def ways_between(connectors: Sequence[Connector], columns: BoardColumns) -> dict[int, list[tuple[int, str]]]:
    """The steps that connectors lead to from each step, where that is not simply the next one."""
    steps = {spot.note.id: at for at, spot in enumerate(columns.steps)}
    found: dict[int, dict[int, str]] = {}
    for one in connectors:
        start, end = steps.get(one.start), steps.get(one.end)
        if start is not None and end is not None and start != end:
            found.setdefault(start, {}).setdefault(end, one.label)
    return {start: list(ways.items()) for start, ways in found.items() if list(ways) != [start + 1]}
