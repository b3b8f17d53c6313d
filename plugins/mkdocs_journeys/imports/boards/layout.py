"""What each note of a journey on a board is, and to which step it belongs."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mkdocs_journeys.imports.boards.areas import Area
from mkdocs_journeys.imports.boards.board import BoardNote, Connector, around
from mkdocs_journeys.imports.boards.colours import family_of
from mkdocs_journeys.imports.boards.columns import BoardColumns, columns_of, header_row, step_rows, steps_below
from mkdocs_journeys.imports.boards.flow import flow_of
from mkdocs_journeys.imports.boards.labels import Signs, Sizes, is_turned, signs_of, sizes_of
from mkdocs_journeys.imports.boards.rows import BoardRow, Colours, colours_of, rows_of
from mkdocs_journeys.imports.tables.columns import Field

LANES: frozenset[Field] = frozenset(
    {"touchpoint", "channel", "team", "person", "frontstage", "backstage", "support", "systems"}
)
"""What a wide note says of all steps that it spans."""


class PlacedNote(NamedTuple):
    """A note that says something of steps: its field, or the lane of the author's own that it stands in."""

    note: BoardNote
    field: Field | None
    lane: str
    steps: Sequence[int]
    stage: int


class BoardLayout(NamedTuple):
    """An area understood. `unplaced` are notes with where they are; `guesses` say what was taken for what."""

    area: Area
    columns: BoardColumns
    rows: Sequence[BoardRow]
    placed: Sequence[PlacedNote]
    unplaced: Sequence[tuple[str, BoardNote]]
    signs: Signs
    guesses: Sequence[str]
    turned: bool
    stepless: Sequence[int]
    """The stages that have notes, and no step."""


def layout_of(area: Area, connectors: Sequence[Connector]) -> BoardLayout | None:
    """The places of all notes; None if nothing on the area may be a step."""
    flow = flow_of(area, connectors)
    turned = flow.goes_down if flow.notes else is_turned(area)
    if turned:
        area = area._replace(notes=[note._replace(box=note.box.turned) for note in area.notes])
    sizes = sizes_of(area.notes)
    signs = signs_of(area, sizes)
    notes = [note for note in area.notes if note.id not in signs.ids]
    texts = [note for note in notes if note.text]
    if not texts:
        return None
    rows = rows_of(texts, signs, sizes, lanes=bool(area.lanes))
    step = step_rows(rows)
    header = None if area.stages else header_row(rows, step)
    guesses = []
    drawn = [note for note in texts if note.id in flow.notes]
    if drawn:
        step, header = [BoardRow(None, drawn)], None
        guesses.append("Its steps are what arrows connect.")
    elif not step and header:
        step, header = [header], None
        guesses.append("It has no row of steps: the names of its stages stand for them.")
    elif not step:
        step = rows[:1]
        guesses.append("It has no row of steps: the first row stands for them.")
    if header in step:
        header = None
    family = step[0].family
    colours = colours_of(rows, signs, family if not step[0].label else "")
    stuck = [note for row in step for note in row.notes if _is_stuck(note, family, colours)]
    others = {note.id for note in stuck}
    own = [note for row in step for note in row.notes if note.id not in others]
    more = steps_below(rows, step[0])
    if drawn or not own:
        own, stuck, more = [*own, *stuck], [], more if not drawn else []
    taken = {note.id for note in [*more, *drawn]}
    columns = columns_of(area, [*own, *more], header, sizes)
    reader = _Placing(area, columns, colours, sizes, _links(connectors, columns))
    for row in rows:
        if row not in step and row is not header:
            reader.take_row(row._replace(notes=[note for note in row.notes if note.id not in taken]))
    for note in stuck:
        reader.take(note, colours.field(note), "")
    empty = [note for note in notes if not note.text]
    reader.take_dots(empty, signs)
    if turned:
        guesses.append("It is read from the top to the bottom.")
    guesses += _told(colours, signs, reader.used)
    unplaced = [*reader.unplaced, *area.aside]
    stepless = sorted(
        {one.stage for one in reader.placed if not one.steps and one.stage >= 0}
        - {spot.stage for spot in columns.steps}
    )
    return BoardLayout(area, columns, rows, reader.placed, unplaced, signs, guesses, turned, stepless)


class _Placing:
    """Takes the notes one by one to their steps."""

    def __init__(
        self, area: Area, columns: BoardColumns, colours: Colours, sizes: Sizes, links: Mapping[str, Sequence[int]]
    ) -> None:
        self.area, self.columns, self.colours, self.sizes, self.links = area, columns, colours, sizes, links
        self.placed: list[PlacedNote] = []
        self.unplaced: list[tuple[str, BoardNote]] = []
        self.used: set[str] = set()
        self.edges = around([note.box for note in area.notes])

    def take_row(self, row: BoardRow) -> None:
        """The notes of a row, by its name or each by its colour."""
        for note in sorted(row.notes, key=lambda note: (note.box.x, note.box.y, note.id)):
            if row.label and row.field not in ("number", "journey"):
                self.take(note, row.field, "" if row.field else row.label.text)
            else:
                self.take(note, self.colours.field(note), "")

    def take(self, note: BoardNote, field: Field | None, lane: str) -> None:
        """A note of a known kind to its step, or among those without a place."""
        stage = self.columns.stage_at(note.box.x)
        at = self.columns.column_of(note.box, self.sizes.width)
        steps = list(self.links.get(note.id, ())) or ([self.columns.step_at(at, note.box)] if at is not None else [])
        if field in LANES or lane:
            over = self.columns.columns_over(note.box) if note.box.width > 1.5 * self.sizes.width else []
            steps = [self.columns.members[one][0] for one in over] or steps
        has_steps = stage >= 0 and any(spot.stage == stage for spot in self.columns.steps)
        if (field is None and not lane) or field in ("step", "stage"):
            self.unplaced.append((self._where(note, steps), note))
        elif steps or field == "goal" or (stage >= 0 and not has_steps):
            if not lane:
                self.used.add(family_of(note.colour))
            self.placed.append(PlacedNote(note, field, lane, steps, stage))
        else:
            self.unplaced.append((self._where(note, steps), note))

    def take_dots(self, dots: Sequence[BoardNote], signs: Signs) -> None:
        """Shapes without a text that stand in the row of emotions: how high they hang says how it feels."""
        bands = []
        for at, label in enumerate(signs.labels):
            if label.field == "emotion":
                before = [other.box.y1 for other in signs.labels[:at]] or [label.box.y0 - label.box.height]
                after = [other.box.y0 for other in signs.labels[at + 1 :]] or [float("inf")]
                bands.append((max(before), min(after)))
        for note in dots:
            small = note.box.width <= 1.5 * self.sizes.width and note.box.height <= 1.5 * self.sizes.height
            if small and any(top <= note.box.y <= bottom for top, bottom in bands):
                self.take(note, "emotion", "")

    def _where(self, note: BoardNote, steps: Sequence[int]) -> str:
        if steps:
            name = " ".join(self.columns.steps[steps[0]].note.text.split())
            return f"Near {name[:60]!r}"
        left, top, right, bottom = self.edges
        across = ("left", "middle", "right")[min(2, int(3 * (note.box.x - left) / max(right - left, 1)))]
        down = ("top", "middle", "bottom")[min(2, int(3 * (note.box.y - top) / max(bottom - top, 1)))]
        return "In the middle" if across == down else f"At the {down} {across}"


def _is_stuck(note: BoardNote, family: str, colours: Colours) -> bool:
    """Whether a note among steps is something else, by a colour that is not theirs."""
    own = family_of(note.colour)
    return bool(own) and own != family and colours.field(note) not in (None, "step", "stage")


def _links(connectors: Sequence[Connector], columns: BoardColumns) -> dict[str, list[int]]:
    """The steps that other notes are connected to."""
    steps = {spot.note.id: at for at, spot in enumerate(columns.steps)}
    found: dict[str, dict[int, None]] = {}
    for one in connectors:
        for note, step in ((one.start, one.end), (one.end, one.start)):
            if step in steps and note not in steps:
                found.setdefault(note, {})[steps[step]] = None
    return {note: list(some) for note, some in found.items()}


def _told(colours: Colours, signs: Signs, used: set[str]) -> list[str]:
    """Which colours were taken for what without a word on the board."""
    if signs.legend:
        said = ", ".join(f"{family}: {field}" for family, field in sorted(signs.legend.items()))
        return [f"Its legend says what colours mean: {said}."]
    unknown = [(family, colours.guessed[family]) for family in sorted(used) if family in colours.guessed]
    if not unknown:
        return []
    return [f"Colours were guessed: {', '.join(f'{family} notes are {field}' for family, field in unknown)}."]
