"""The steps of a journey on a board, in columns, and the stages above them."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from mkdocs_journeys.imports.boards.areas import Area
from mkdocs_journeys.imports.boards.board import BoardNote, Box, around
from mkdocs_journeys.imports.boards.colours import family_of
from mkdocs_journeys.imports.boards.labels import Sizes
from mkdocs_journeys.imports.boards.rows import BY_COLOUR, GAP, BoardRow, majority

WIDE = 1.4
"""How much wider than notes something is that stands above several of them."""
LONGEST_HEADER = 80
MOST_BESIDE = 50
"""In a column of more steps nobody can tell what stands beside which."""
FAR = 1.5
"""How many widths of a note something may lie beside the steps and still belong to one."""


class StageSpan(NamedTuple):
    """A stage and what it covers across; `note` is what its name stands on, "" for a frame."""

    title: str
    x0: float
    x1: float
    note: str = ""


class StepSpot(NamedTuple):
    """A step on the board: its note, its column and its stage, -1 where there are no stages."""

    note: BoardNote
    column: int
    stage: int


class BoardColumns(NamedTuple):
    """Steps in order, the boxes of their columns, and the stages.

    `members` are the steps of each column, `by_stage` the columns of each stage; `pitch` is how far apart columns are.
    """

    steps: Sequence[StepSpot]
    boxes: Sequence[Box]
    stages: Sequence[StageSpan]
    members: Sequence[Sequence[int]]
    by_stage: Mapping[int, Sequence[int]]
    centres: Sequence[float]
    pitch: float

    def stage_at(self, x: float) -> int:
        """The stage above a place, -1 if there are none."""
        return _stage_at(self.stages, x)

    def columns_over(self, box: Box) -> Sequence[int]:
        """The columns whose middle a wide note covers."""
        return range(bisect_left(self.centres, box.x0), bisect_right(self.centres, box.x1))

    def step_at(self, column: int, box: Box) -> int:
        """The step of a column that a note stands beside or below; the first for what stands below all."""
        own = self.members[column]
        if not 1 < len(own) <= MOST_BESIDE or box.y0 > self.boxes[column].y1:
            return own[0]
        boxes = [self.steps[at].note.box for at in own]
        beside = [min(box.y1, other.y1) - max(box.y0, other.y0) for other in boxes]
        if max(beside) > 0.3 * box.height:
            return own[beside.index(max(beside))]
        return max((at for at, other in zip(own, boxes, strict=True) if other.y < box.y), default=own[0])

    def column_of(self, box: Box, width: float) -> int | None:
        """The column that a note stands in: in its stage the one that it covers most, else the nearest."""
        at = bisect_right(self.centres, box.x)
        stage = self.stage_at(box.x)
        near = [one for one in range(at - 2, at + 2) if 0 <= one < len(self.boxes)]
        own = [one for one in near if _overlap(self.boxes[one], box) > 0.5 * min(box.width, self.boxes[one].width)]
        own = own or [one for one in near if self.steps[self.members[one][0]].stage == stage]
        some: Sequence[int] = own or (self.by_stage.get(stage, ()) if len(self.by_stage) > 1 else ())
        if not some:
            return None
        best = min(some, key=lambda one: (-_overlap(self.boxes[one], box), abs(self.centres[one] - box.x), one))
        return best if self._is_near(box, best, width, stage) else None

    def _is_near(self, box: Box, at: int, width: float, stage: int) -> bool:
        column = self.boxes[at]
        distance = max(column.x0 - box.x1, box.x0 - column.x1)
        is_within = stage >= 0 and self.stages[stage].x0 <= box.x <= self.stages[stage].x1
        return distance <= max(FAR * width, 0.75 * self.pitch) or is_within


def step_rows(rows: Sequence[BoardRow]) -> list[BoardRow]:
    """The rows whose notes are steps: those that say so, else the first below the headers, by colour or position."""
    named = [row for row in rows if row.field == "step"]
    if named:
        return named
    loose = [row for row in rows if row.label is None]
    if any(row.label for row in rows):
        above = _with_header(loose, rows)[1]
        own = [row for row in rows if row.label and row.field is None]
        return list(above[-1:]) or own[:1]
    _, below = _with_header(loose, rows)
    first = next((row for row in below if BY_COLOUR.get(row.family) not in ("pains", "gains")), None)
    return [first] if first else list(below[:1])


def steps_below(rows: Sequence[BoardRow], first: BoardRow) -> list[BoardNote]:
    """Notes in the rows below an unnamed row of steps that have its colour, if others have another."""
    below = [row for row in rows if row.y > first.y]
    families = {family_of(note.colour) for row in [first, *below] for note in row.notes}
    if first.label or not first.family or len(families - {""}) < 2:
        return []
    found: list[BoardNote] = []
    for row in below:
        own = [note for note in row.notes if family_of(note.colour) == first.family]
        if not own or row.label:
            break
        found += own
    return found


def header_row(rows: Sequence[BoardRow], steps: Sequence[BoardRow]) -> BoardRow | None:
    """The row with the names of stages: the one that says so, else a row above the steps that looks like it."""
    named = next((row for row in rows if row.field == "stage"), None)
    if named:
        return named
    top = steps[0] if steps else None
    before = rows[: rows.index(top)] if top in rows else rows
    loose = [row for row in before if row.label is None]
    if any(row.label for row in rows):
        fits = [row for row in loose if len(row.notes) > 1 or len(steps) == 0 or len(steps[0].notes) < 3]
        return fits[-1] if fits else None
    return _with_header(rows, rows)[0]


def _with_header(loose: Sequence[BoardRow], rows: Sequence[BoardRow]) -> tuple[BoardRow | None, Sequence[BoardRow]]:
    """The row of headers at the top, if it is one, and the rows below it."""
    if len(loose) < 2:
        return None, loose
    first, second = loose[:2]
    if any(row.label for row in rows):
        return first, loose[1:]
    widths = [median(note.box.width for note in row.notes) for row in (first, second)]
    kinds = [majority(note.kind for note in row.notes) for row in (first, second)]
    is_fewer = len(first.notes) < len(second.notes)
    differs = widths[0] >= WIDE * widths[1] or kinds[0] != kinds[1] or (is_fewer and first.family != second.family)
    is_short = all(len(note.text) <= LONGEST_HEADER for note in first.notes)
    is_header = len(first.notes) > 1 and len(first.notes) <= len(second.notes) and differs and is_short
    return (first, loose[1:]) if is_header else (None, loose)


def columns_of(area: Area, notes: Sequence[BoardNote], header: BoardRow | None, sizes: Sizes) -> BoardColumns:
    """The steps in columns below their stages."""
    ordered = sorted(notes, key=lambda note: (note.box.x, note.box.y, note.id))
    spans = _spans(area, header, ordered, sizes)
    groups: list[list[BoardNote]] = []
    stages: list[int] = []
    for note in ordered:
        stage = _stage_at(spans, note.box.x)
        if not groups or note.box.x - groups[-1][-1].box.x > GAP * sizes.width or stages[-1] != stage:
            groups.append([])
            stages.append(stage)
        groups[-1].append(note)
    steps: list[StepSpot] = []
    members: list[Sequence[int]] = []
    by_stage: dict[int, list[int]] = {}
    for column, (group, stage) in enumerate(zip(groups, stages, strict=True)):
        level = max(note.box.y for note in group) - min(note.box.y for note in group) <= GAP * sizes.height
        group.sort(key=lambda note: (0.0 if level else note.box.y, note.box.x, note.id))
        members.append(range(len(steps), len(steps) + len(group)))
        steps += [StepSpot(note, column, stage) for note in group]
        by_stage.setdefault(stage, []).append(column)
    boxes = [around([note.box for note in group]) for group in groups]
    pitch = median(after.x - before.x for before, after in pairwise(boxes)) if len(boxes) > 1 else 0.0
    return BoardColumns(steps, boxes, spans, members, by_stage, [box.x for box in boxes], pitch)


def _stage_at(spans: Sequence[StageSpan], x: float) -> int:
    return max(0, bisect_right(spans, x, key=lambda span: span.x0) - 1) if spans else -1


def _spans(area: Area, header: BoardRow | None, steps: Sequence[BoardNote], sizes: Sizes) -> list[StageSpan]:
    if area.stages:
        frames = sorted(area.stages, key=lambda frame: (frame.box.x0, frame.id))
        return _between([StageSpan(frame.title, frame.box.x0, frame.box.x1) for frame in frames])
    if header is None:
        return []
    heads = sorted(header.notes, key=lambda note: (note.box.x0, note.box.y0, note.id))
    spans = [StageSpan(" ".join(note.text.split()), note.box.x0, note.box.x1, note.id) for note in heads]
    are_narrow = median(note.box.width for note in heads) < WIDE * sizes.width
    if are_narrow and len(steps) > len(heads) and abs(heads[0].box.x0 - steps[0].box.x0) < GAP * sizes.width:
        shifted = [span._replace(x0=span.x0 - 0.3 * sizes.width) for span in spans]
        ends = [*(span.x0 for span in shifted[1:]), max(steps[-1].box.x1, spans[-1].x1)]
        return [span._replace(x1=end) for span, end in zip(shifted, ends, strict=True)]
    return _between(spans)


def _between(spans: Sequence[StageSpan]) -> list[StageSpan]:
    """Stages that meet in the middle of the gaps between them."""
    edges = [(one.x1 + other.x0) / 2 for one, other in pairwise(spans)]
    starts, ends = [spans[0].x0, *edges], [*edges, spans[-1].x1]
    return [span._replace(x0=start, x1=end) for span, start, end in zip(spans, starts, ends, strict=True)]


def _overlap(one: Box, other: Box) -> float:
    return max(0.0, min(one.x1, other.x1) - max(one.x0, other.x0))
