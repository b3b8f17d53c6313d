"""The curves before and after as geometry: a column for each step, the neutral line in the middle."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mkdocs_journeys.diff.reports.document import StepPart
from mkdocs_journeys.insight.emotion import emotion_word, level

COLUMN = 112
MIDDLE = 80
LEVEL = 30
HEIGHT = 160


@dataclass(frozen=True, slots=True)
class Dot:
    """A feeling at a step; `level` 1 to 5 chooses its colour, `title` says it in words."""

    x: float
    y: float
    level: int
    title: str


@dataclass(frozen=True, slots=True)
class Column:
    """A step below the drawing. `fate` is "new" or "gone" for one that came or went."""

    number: int | None
    name: str
    fate: str
    words: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Both curves; lines are SVG paths without gaps, falls and rises go from the old point to the new one."""

    width: int
    height: int
    lines_before: tuple[str, ...]
    lines_after: tuple[str, ...]
    before: tuple[Dot, ...]
    after: tuple[Dot, ...]
    falls: tuple[str, ...]
    rises: tuple[str, ...]
    columns: tuple[Column, ...]


def drawing_of(steps: Sequence[StepPart]) -> Drawing | None:
    """The drawing of a journey; None where nothing is known on either side, or nothing differs."""
    if not any(step.before != step.after or (step.was is None) != (step.number is None) for step in steps):
        return None
    if not any(value is not None for step in steps for value in (step.before, step.after)):
        return None
    moved = [(at, step) for at, step in enumerate(steps) if None not in (step.before, step.after)]
    return Drawing(
        width=COLUMN * len(steps),
        height=HEIGHT,
        lines_before=tuple(_lines([(at, step.before) for at, step in enumerate(steps) if step.was])),
        lines_after=tuple(_lines([(at, step.after) for at, step in enumerate(steps) if step.number])),
        before=tuple(_dots([step.before for step in steps], "Before")),
        after=tuple(_dots([step.after for step in steps], "After")),
        falls=tuple(_shift(at, s) for at, s in moved if (s.after or 0) < (s.before or 0)),
        rises=tuple(_shift(at, s) for at, s in moved if (s.after or 0) > (s.before or 0)),
        columns=tuple(map(_column, steps)),
    )


def _lines(points: Sequence[tuple[int, float | None]]) -> Iterator[str]:
    """A path between each two neighbours of which both are known."""
    for (left, one), (right, other) in pairwise(points):
        if one is not None and other is not None:
            yield f"M{_x(left):g} {_y(one):g}L{_x(right):g} {_y(other):g}"


def _dots(values: Sequence[float | None], when: str) -> Iterator[Dot]:
    for at, value in enumerate(values):
        if value is not None:
            yield Dot(_x(at), _y(value), level(value) + 3, f"{when}: {emotion_word(value)}")


def _shift(at: int, step: StepPart) -> str:
    """An arrow from the old point to the new one, which stops short of it."""
    one, other = _y(step.before or 0), _y(step.after or 0)
    sign = 1 if other > one else -1
    end = other - sign * 9
    return f"M{_x(at):g} {one:g}V{end:g}m-5 {-sign * 6}l5 {sign * 6}l5 {-sign * 6}"


def _column(step: StepPart) -> Column:
    fate = "new" if step.was is None else "gone" if step.number is None else ""
    before = "not known" if step.before is None else emotion_word(step.before)
    after = "not known" if step.after is None else emotion_word(step.after)
    one = {"new": after, "gone": before}.get(fate)
    return Column(step.number, step.name, fate, one or (after if before == after else f"{before} → {after}"))


def _x(at: int) -> float:
    return COLUMN * (at + 0.5)


def _y(value: float) -> float:
    return MIDDLE - LEVEL * value
