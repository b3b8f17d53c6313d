"""The rows of a journey on a board, and what the notes in each are: by its name, by colour, or by position."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mkdocs_journeys.imports.boards.board import BoardNote
from mkdocs_journeys.imports.boards.colours import family_of
from mkdocs_journeys.imports.boards.labels import Label, Signs, Sizes
from mkdocs_journeys.imports.tables.columns import Field

BY_COLOUR: Mapping[str, Field] = {
    "red": "pains",
    "pink": "pains",
    "green": "gains",
    "yellow": "step",
    "blue": "ideas",
    "violet": "ideas",
}
"""What the colours of notes mean where neither a name of a row nor a legend says so."""
GAP = 0.6
"""How much of a note's height, or width, two middles have to be apart to lie in two rows, or columns."""
MAJORITY = 0.6
_ABOVE = 0.35


class BoardRow(NamedTuple):
    """Notes on one level. `label` is the name at its left, None if it has none."""

    label: Label | None
    notes: Sequence[BoardNote]

    @property
    def field(self) -> Field | None:
        """What its name says that it holds."""
        return self.label.field if self.label else None

    @property
    def y(self) -> float:
        """The middle of its notes."""
        return sum(note.box.y for note in self.notes) / len(self.notes)

    @property
    def family(self) -> str:
        """The family of colours of most of its notes; "" where there is none."""
        return majority(family_of(note.colour) for note in self.notes)


class Colours(NamedTuple):
    """What the families of colours mean on this board, and how that is known."""

    learned: Mapping[str, Field]
    guessed: Mapping[str, Field]

    def field(self, note: BoardNote) -> Field | None:
        """What a note is by its colour alone."""
        family = family_of(note.colour)
        return self.learned.get(family) or self.guessed.get(family)


def majority(values: object) -> str:
    """The value that most have, "" if it is less than three in five."""
    counts = Counter(values)  # type: ignore[call-overload]
    if not counts:
        return ""
    value, count = min(counts.items(), key=lambda one: (-one[1], one[0]))
    return str(value) if count >= MAJORITY * counts.total() else ""


def rows_of(notes: Sequence[BoardNote], signs: Signs, sizes: Sizes, *, lanes: bool) -> list[BoardRow]:
    """The rows from above; those with one label are one."""
    clusters = _clusters(notes, sizes)
    if not signs.labels:
        return [BoardRow(None, cluster) for cluster in clusters]
    if lanes:
        held = [note for note in notes if _beside(note.box.y, signs.labels, 0.0) is not None]
        ids = {note.id for note in held}
        clusters = [[note] for note in held] + _clusters([note for note in notes if note.id not in ids], sizes)
    found: dict[int, list[BoardNote]] = {}
    loose: list[BoardRow] = []
    families = _families(clusters, signs.labels, sizes)
    goes_down = any(_mean(cluster) > signs.labels[-1].box.y1 for cluster in clusters)
    for cluster in clusters:
        at = _label_of(cluster, signs.labels, families, sizes, goes_down=goes_down)
        if at is None:
            loose.append(BoardRow(None, cluster))
        else:
            found.setdefault(at, []).extend(cluster)
    rows = [BoardRow(signs.labels[at], some) for at, some in sorted(found.items())]
    return sorted([*loose, *rows], key=lambda row: row.label.box.y if row.label else row.y)


def colours_of(rows: Sequence[BoardRow], signs: Signs, step_family: str) -> Colours:
    """What colours mean: as a legend says, else as in rows with a name, else as people mostly mean them."""
    counts: dict[str, Counter[Field]] = {}
    for row in rows:
        if row.field is not None:
            for note in row.notes:
                counts.setdefault(family_of(note.colour), Counter())[row.field] += 1
    learned = dict(signs.legend)
    for family, fields in counts.items():
        field = majority(fields.elements())
        if family and field and family not in learned:
            learned[family] = field  # type: ignore[assignment]
    used = {family_of(note.colour) for row in rows for note in row.notes}
    guessed: dict[str, Field] = {}
    if len(used) > 1:
        guessed = {family: field for family, field in BY_COLOUR.items() if family not in counts}
        if step_family and step_family not in learned:
            guessed = {family: field for family, field in guessed.items() if field != "step"} | {step_family: "step"}
    return Colours(learned, guessed)


def _clusters(notes: Sequence[BoardNote], sizes: Sizes) -> list[list[BoardNote]]:
    found: list[list[BoardNote]] = []
    last = 0.0
    for note in sorted(notes, key=lambda note: (note.box.y, note.box.x, note.id)):
        if not found or note.box.y - last > GAP * sizes.height:
            found.append([])
        found[-1].append(note)
        last = note.box.y
    return found


def _mean(notes: Sequence[BoardNote]) -> float:
    return sum(note.box.y for note in notes) / len(notes)


def _families(clusters: Sequence[Sequence[BoardNote]], labels: Sequence[Label], sizes: Sizes) -> dict[int, str]:
    """The colours beside each label."""
    found: dict[int, list[str]] = {}
    for cluster in clusters:
        at = _beside(_mean(cluster), labels, sizes.height)
        if at is not None:
            found.setdefault(at, []).extend(family_of(note.colour) for note in cluster)
    return {at: majority(families) for at, families in found.items()}


def _beside(y: float, labels: Sequence[Label], height: float) -> int | None:
    """The label on a level; one that is smaller than a note reaches as far as a note would."""
    distances = [(abs(label.box.y - y), at) for at, label in enumerate(labels)]
    fits = [(distance, at) for distance, at in distances if 2 * distance <= max(labels[at].box.height, height)]
    return min(fits)[1] if fits else None


def _label_of(
    cluster: Sequence[BoardNote],
    labels: Sequence[Label],
    families: Mapping[int, str],
    sizes: Sizes,
    *,
    goes_down: bool,
) -> int | None:
    """The label of a row: the one beside it, else of the two around it the one with its colour, else the nearer."""
    y = _mean(cluster)
    beside = _beside(y, labels, sizes.height)
    if beside is not None:
        return beside
    before = max((at for at, label in enumerate(labels) if label.box.y < y), default=None)
    after = min((at for at, label in enumerate(labels) if label.box.y > y), default=None)
    if before is None:
        near = after is not None and labels[after].box.y0 - y < _ABOVE * sizes.height
        return after if near else None
    if after is None:
        return before
    family = majority(family_of(note.colour) for note in cluster)
    fits = [at for at in (before, after) if family and families.get(at) == family]
    if len(fits) == 1:
        return fits[0]
    up, down = y - labels[before].box.y1, labels[after].box.y0 - y
    return after if not goes_down and down < 0.5 * up else before
