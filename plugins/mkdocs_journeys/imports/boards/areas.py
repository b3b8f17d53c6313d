"""The parts of a board that are journeys, and what its frames are: journeys, stages side by side, or lanes."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from mkdocs_journeys.imports.boards.board import Board, BoardFrame, BoardNote, Box
from mkdocs_journeys.imports.tables.columns import field_of, plain_words

Arrangement = Literal["journeys", "stages", "lanes"]
ASIDE = frozenset({
    "agenda", "anleitung", "aparcamiento", "check in", "estacionamento", "feedback", "fragen", "ice breaker",
    "icebreaker", "ideenspeicher", "instructions", "legend", "legenda", "legende", "leyenda", "parkeerplaats",
    "parking", "parking lot", "parkplatz", "regeln", "retro", "rules", "spielregeln", "themenspeicher",
})  # fmt: skip
"""What facilitators call the part of a board that is beside the journey."""
NO_TITLE = re.compile(r"(?i)(frame|section|page|group|rahmen|seite|sektion|abschnitt|cadre|marco|area)?[ -]*\d*\s*\Z")
"""Titles that a program gives to frames by itself, and none at all."""
_WHOLE = re.compile(r"\b(as[ -]?is|to[ -]?be|current|future|today|tomorrow|ist|soll|heute|morgen|journey|map|reise)\b")
_APART, _LEVEL = 0.2, 0.6
"""How much of the narrower of two frames may overlap, and of the lower one has to stand on one level with the other."""


class Area(NamedTuple):
    """A part of a board that is one journey. `stages` and `lanes` are the frames in it; `aside` has no part in it."""

    title: str
    where: str
    notes: Sequence[BoardNote]
    stages: Sequence[BoardFrame] = ()
    lanes: Sequence[BoardFrame] = ()
    aside: Sequence[tuple[str, BoardNote]] = ()


def areas_of(board: Board) -> list[Area]:
    """The journeys of a board from the top left; what belongs to none is aside of the first."""
    inside = _notes_by_frame(board)
    frames = [frame for frame in board.frames if any(note.text for note in inside.get(frame.id, ()))]
    ids = {frame.id for frame in frames}
    tops = [frame for frame in frames if frame.parent not in ids]
    loose = [note for note in board.notes if note.frame not in ids]
    aside = [frame for frame in tops if plain_words(frame.title) in ASIDE]
    tops = [frame for frame in tops if frame not in aside]
    left = [(f"In {frame.title!r}", note) for frame in aside for note in inside[frame.id]]
    arrangement = _arrangement(tops, inside, nested=False) if len(tops) > 1 else "journeys"
    within = [note for frame in tops for note in inside[frame.id]]
    if arrangement == "journeys" and sum(bool(note.text) for note in loose) > sum(bool(note.text) for note in within):
        return [Area("", "", [*within, *loose], aside=left)]
    if not tops:
        return []
    if arrangement != "journeys":
        stages, lanes = (tops, []) if arrangement == "stages" else ([], tops)
        return [Area("", "", [*within, *loose], stages, lanes, left)]
    tops.sort(key=lambda frame: (frame.box.y0 // max(frame.box.height / 2, 1), frame.box.x0, frame.id))
    found = [_journey(frame, frames, inside) for frame in tops]
    outside = [("Outside of all frames", note) for note in loose if note.text]
    first = found[0]
    if len(tops) == 1:
        first = first._replace(where="")
    return [first._replace(aside=[*first.aside, *left, *outside]), *found[1:]]


def _journey(frame: BoardFrame, frames: Sequence[BoardFrame], inside: Mapping[str, Sequence[BoardNote]]) -> Area:
    inner = [one for one in frames if one.parent == frame.id]
    while len(inner) == 1:
        deeper = [one for one in frames if one.parent == inner[0].id]
        if not deeper:
            break
        inner = deeper
    kept = [one for one in inner if plain_words(one.title) not in ASIDE]
    left = [(f"In {one.title!r}", note) for one in inner if one not in kept for note in inside[one.id]]
    ids = {note.id for _, note in left}
    notes = [note for note in inside[frame.id] if note.id not in ids]
    arrangement = _arrangement(kept, inside, nested=True) if len(kept) > 1 else "journeys"
    stages = kept if arrangement == "stages" else []
    lanes = kept if arrangement == "lanes" else []
    return Area(frame.title, frame.title or frame.id, notes, stages, lanes, left)


def _arrangement(
    frames: Sequence[BoardFrame], inside: Mapping[str, Sequence[BoardNote]], *, nested: bool
) -> Arrangement:
    if 2 * sum(NO_TITLE.match(frame.title) is None for frame in frames) < len(frames):
        return "journeys"
    known = [field_of(frame.title) not in (None, "stage", "journey") for frame in frames]
    if _stand_in_a_row([frame.box.turned for frame in frames]) and (nested or 2 * sum(known) >= len(frames)):
        return "lanes"
    if not _stand_in_a_row([frame.box for frame in frames]):
        return "journeys"
    whole = any(_is_whole(frame, inside[frame.id]) for frame in frames)
    return "stages" if nested or not whole else "journeys"


def _is_whole(frame: BoardFrame, notes: Sequence[BoardNote]) -> bool:
    """Whether a frame looks like a journey of its own: by its title, or by the names of lanes in it."""
    named = {field for note in notes if len(note.text) < 40 and (field := field_of(note.text))}
    return bool(_WHOLE.search(frame.title.casefold())) or len(named) > 1


def _stand_in_a_row(boxes: Sequence[Box]) -> bool:
    """Whether boxes stand side by side, on about one level."""
    if len(boxes) < 2:
        return False
    ordered = sorted(boxes)
    for one, other in pairwise(ordered):
        overlap = one.x1 - other.x0
        level = min(one.y1, other.y1) - max(one.y0, other.y0)
        if overlap > _APART * min(one.width, other.width) or level < _LEVEL * min(one.height, other.height):
            return False
    return True


def _notes_by_frame(board: Board) -> dict[str, list[BoardNote]]:
    """All notes in each frame, also those in frames inside of it."""
    parents = {frame.id: frame.parent for frame in board.frames}
    found: dict[str, list[BoardNote]] = {}
    for note in board.notes:
        here, seen = note.frame, 0
        while here in parents and seen < 50:
            found.setdefault(here, []).append(note)
            here, seen = parents[here], seen + 1
    return found
