"""Notes that say what others are: names of rows, a title, a legend of colours, names of people."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import median, median_low
from typing import NamedTuple

from mkdocs_journeys.imports.boards.areas import Area
from mkdocs_journeys.imports.boards.board import BoardNote, Box
from mkdocs_journeys.imports.boards.colours import family_of
from mkdocs_journeys.imports.tables.columns import Field, field_of

LONGEST_LABEL, LONGEST_QUESTION, MOST_CANDIDATES = 40, 120, 200
"""How long the name of a row may be, and what explains it in the lines below; and how many are looked at."""
_LINE = re.compile(r"(?i)^(line of|linie der|ligne d|l[ií]nea de|lijn van|linha de) .*(visib|inter|sicht|zichtb)")
"""What a blueprint writes beside its lines."""
_PERSON = re.compile(r"^(?P<label>[^:\n]{3,20}):\s*(?P<name>[^\n:]{2,60})$")
_HEADERS: frozenset[Field | None] = frozenset({None, "stage", "journey", "number", "person"})


class Sizes(NamedTuple):
    """How wide and how high a note usually is."""

    width: float
    height: float


class Label(NamedTuple):
    """The name of a row: its field, None where it is one of the author's own."""

    text: str
    field: Field | None
    box: Box


class Signs(NamedTuple):
    """What was found on an area beside its notes: names of rows, colours that a legend explains, title and people."""

    labels: Sequence[Label]
    legend: Mapping[str, Field]
    title: str
    people: Sequence[str]
    ids: frozenset[str]
    """The notes that say this."""


def label_field(text: str) -> Field | None:
    """What a row of this name holds."""
    first, _, more = text.partition("\n")
    return field_of(first) if first and len(first) <= LONGEST_LABEL and len(more) <= LONGEST_QUESTION else None


def sizes_of(notes: Sequence[BoardNote]) -> Sizes:
    """The median sizes, of notes with a text."""
    boxes = [note.box for note in notes if note.text] or [Box(0, 0, 100, 100)]
    return Sizes(median(box.width for box in boxes), median(box.height for box in boxes))


def is_turned(area: Area) -> bool:
    """Whether a journey runs from top to bottom: the names of its rows stand in one line at the top."""
    if area.lanes or area.stages:
        return False
    notes = [note for note in area.notes if note.text]
    sizes = sizes_of(notes)
    known = [note for note in notes if label_field(note.text) not in _HEADERS][:MOST_CANDIDATES]
    if len(known) < 2:
        return False
    at_left = _first_ones(known, notes, sizes)
    turned = [note._replace(box=note.box.turned) for note in notes]
    ids = {note.id for note in known}
    at_top = _first_ones([note for note in turned if note.id in ids], turned, Sizes(sizes.height, sizes.width))
    if len(at_top) < 2 or len(at_top) <= len(at_left):
        return False
    heads = [note.box for note in at_top]
    below = [note for note in turned if any(head.y0 - head.height / 2 <= note.box.y <= head.y1 for head in heads)]
    return len(below) > 0.5 * len(notes)


def signs_of(area: Area, sizes: Sizes) -> Signs:
    """What the notes of an area say of others."""
    notes = [note for note in area.notes if note.text]
    ids = {note.id for note in notes if _LINE.search(note.text)}
    people: list[str] = []
    for note in notes:
        named = _PERSON.match(note.text)
        if named and label_field(named["label"]) == "person" and note.id not in ids:
            people.append(named["name"].strip())
            ids.add(note.id)
    rest = [note for note in notes if note.id not in ids]
    labels = [Label(frame.title, label_field(frame.title), frame.box) for frame in area.lanes]
    dots = [note for note in area.notes if not note.text and note.box.width < 1.5 * sizes.width]
    found = _labels(rest, dots, sizes)
    taken = {frame.title.casefold() for frame in area.lanes}
    labels += [Label(note.text.partition("\n")[0], label_field(note.text), note.box) for note in found if not labels]
    ids |= {note.id for note in found if not area.lanes or note.text.casefold() in taken}
    rest = [note for note in rest if note.id not in ids]
    legend = _legend(rest)
    ids |= _legend_ids(rest) if legend else set()
    rest = [note for note in rest if note.id not in ids]
    title = _title(rest, sizes)
    ids |= {title.id} if title else set()
    labels.sort(key=lambda label: (label.box.y, label.box.x))
    return Signs(labels, legend, title.text if title else "", people, frozenset(ids))


def _title(notes: Sequence[BoardNote], sizes: Sizes) -> BoardNote | None:
    """A text alone above all else, if it is no sticky note and names no row."""
    ordered = sorted(notes, key=lambda note: (note.box.y0, note.box.x0))
    if len(ordered) < 3:
        return None
    first, second = ordered[:2]
    is_above = first.box.y1 <= second.box.y0 + 0.2 * sizes.height
    words = first.kind in ("text", "rectangle", "shape", "geo") and len(first.text) < 120
    return first if is_above and words and not label_field(first.text) and not family_of(first.colour) else None


def _labels(notes: Sequence[BoardNote], dots: Sequence[BoardNote], sizes: Sizes) -> list[BoardNote]:
    """The names of rows: known words at the left of their rows, and what else stands in that column."""
    around = [*notes, *dots]
    known = [note for note in notes if label_field(note.text) is not None][:MOST_CANDIDATES]
    first = _first_ones(known, around, sizes)
    if not first:
        return []
    middle = median_low(note.box.x0 for note in first)
    first = [note for note in first if abs(note.box.x0 - middle) <= 1.5 * sizes.width]
    others = [note for note in notes if note not in first]
    right = max(note.box.x1 for note in first)
    if len(first) < 2 and (not others or min(note.box.x0 for note in others) < right - 0.1 * sizes.width):
        return []
    top = min(note.box.y0 for note in first) - sizes.height / 2
    also = [note for note in others if note.box.x <= right and len(note.text) <= LONGEST_LABEL and note.box.y > top]
    return [*first, *_first_ones(also[:MOST_CANDIDATES], around, sizes)]


def _first_ones(some: Sequence[BoardNote], notes: Sequence[BoardNote], sizes: Sizes) -> list[BoardNote]:
    """Those of some notes that have another on their level, and none at their left."""
    found = []
    for note in some:
        reach = max(note.box.height, sizes.height) / 2
        level = [other.box for other in notes if abs(other.box.y - note.box.y) <= reach and other.id != note.id]
        if level and not any(box.x < note.box.x0 for box in level):
            found.append(note)
    return found


def _legend_ids(notes: Sequence[BoardNote]) -> set[str]:
    named = [note for note in notes if label_field(note.text) and family_of(note.colour)]
    counts = Counter(family_of(note.colour) for note in named)
    return {note.id for note in named if counts[family_of(note.colour)] == 1}


def _legend(notes: Sequence[BoardNote]) -> dict[str, Field]:
    """What colours mean, where coloured notes have the names of fields for their text, each in another colour."""
    ids = _legend_ids(notes)
    found = {family_of(note.colour): field for note in notes if note.id in ids and (field := label_field(note.text))}
    return found if len(found) > 1 else {}
