"""The steps of a journey on a board, in columns, and the stages above them."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from mkdocs_journeys.imports.boards.areas import Area
from mkdocs_journeys.imports.boards.board import BoardNote, Box
from mkdocs_journeys.imports.boards.colours import family_of
from mkdocs_journeys.imports.boards.labels import Sizes
from mkdocs_journeys.imports.boards.rows import BY_COLOUR, GAP, BoardRow, majority

WIDE = 1.4
"""How much wider than notes something is that stands above several of them."""
LONGEST_HEADER = 80
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


class Columns(NamedTuple):
    """Steps in order, the boxes of their columns, and the stages."""

    steps: Sequence[StepSpot]
    boxes: Sequence[Box]
    stages: Sequence[StageSpan]
    first_steps: Sequence[int]
    """The first step of each column."""

    def stage_at(self, x: float) -> int:
        """The stage above a place, -1 if there are none."""
        starts = [span.x0 for span in self.stages]
        return max(0, bisect_right(starts, x) - 1) if starts else -1

    def columns_over(self, box: Box) -> list[int]:
        """The columns of which a wide note covers most."""
        return [at for at, column in enumerate(self.boxes) if _overlap(column, box) > 0.6 * column.width]

    def column_of(self, box: Box, width: float) -> int | None:
        """The column that a note stands in: in its stage the one that it covers most, else the nearest."""
        centres = [column.x for column in self.boxes]
        at = bisect_right(centres, box.x)
        near = [one for one in range(at - 2, at + 2) if 0 <= one < len(centres)]
        stage = self.stage_at(box.x)
        own = [one for one in near if self.steps[self.first_steps[one]].stage == stage]
        covered = [one for one in near if _overlap(self.boxes[one], box) > 0.5 * min(box.width, self.boxes[one].width)]
        own = covered or own
        if not own:
            some = [at for at in range(len(centres)) if self.steps[self.first_steps[at]].stage == stage]
            own = some if len(some) < len(centres) else []
        if not own:
            return None
        best = min(own, key=lambda one: (-_overlap(self.boxes[one], box), abs(centres[one] - box.x), one))
        return best if self._is_near(box, best, width, stage) else None

    def _is_near(self, box: Box, at: int, width: float, stage: int) -> bool:
        column = self.boxes[at]
        distance = max(column.x0 - box.x1, box.x0 - column.x1)
        pitch = median(after.x - before.x for before, after in pairwise(self.boxes)) if len(self.boxes) > 1 else 0.0
        is_within = stage >= 0 and self.stages[stage].x0 <= box.x <= self.stages[stage].x1
        return distance <= max(FAR * width, 0.75 * pitch) or is_within


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
    if first is None:
        return list(below[:1])
    families = {family_of(note.colour) for row in below for note in row.notes}
    found = [first]
    for row in below[below.index(first) + 1 :]:
        if len(families - {""}) < 2 or not first.family or row.family != first.family:
            break
        found.append(row)
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


def columns_of(area: Area, notes: Sequence[BoardNote], header: BoardRow | None, sizes: Sizes) -> Columns:
    """The steps in columns below their stages."""
    ordered = sorted(notes, key=lambda note: (note.box.x, note.box.y, note.id))
    spans = _spans(area, header, ordered, sizes)
    starts = [span.x0 for span in spans]
    groups: list[list[BoardNote]] = []
    stages: list[int] = []
    for note in ordered:
        stage = max(0, bisect_right(starts, note.box.x) - 1) if starts else -1
        if not groups or note.box.x - groups[-1][-1].box.x > GAP * sizes.width or stages[-1] != stage:
            groups.append([])
            stages.append(stage)
        groups[-1].append(note)
    steps: list[StepSpot] = []
    boxes: list[Box] = []
    first: list[int] = []
    for column, (group, stage) in enumerate(zip(groups, stages, strict=True)):
        level = max(note.box.y for note in group) - min(note.box.y for note in group) <= GAP * sizes.height
        group.sort(key=lambda note: (0.0 if level else note.box.y, note.box.x, note.id))
        first.append(len(steps))
        steps += [StepSpot(note, column, stage) for note in group]
        boxes.append(_around([note.box for note in group]))
    return Columns(steps, boxes, spans, first)


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


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )


def _overlap(one: Box, other: Box) -> float:
    return max(0.0, min(one.x1, other.x1) - max(one.x0, other.x0))
