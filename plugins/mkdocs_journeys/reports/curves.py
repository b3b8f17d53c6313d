"""The emotion curves of a journey before and after a change, as geometry for SVG."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mkdocs_journeys.diff.labels import emotion_words
from mkdocs_journeys.insight.emotion import level
from mkdocs_journeys.reports.document import JourneyPart, StepPart

COLUMN, HEIGHT = 112, 160
NEUTRAL, LEVEL = 80, 30
"""The y of a neutral emotion, and the distance between two levels."""
ARROW_GAP = 9
DECIMALS, MOST_DECIMALS = range(2, 17), 400


def number_of(step: StepPart) -> int:
    """The number of a step now, or of one that is gone, then."""
    return step.number or step.was or 0


def emotions_in_words(step: StepPart) -> tuple[str, str]:
    """Both emotions in words; with as few decimals as tell them apart where one lies between two words."""
    known = {value for value in (step.before, step.after) if value is not None}
    enough = (number for number in DECIMALS if len({round(value, number) for value in known}) == len(known))
    decimals = next(enough, MOST_DECIMALS)
    values = [None if value is None else round(value, decimals) for value in (step.before, step.after)]
    words = iter(emotion_words(*(value for value in values if value is not None)))
    before, after = ("not known" if value is None else next(words) for value in values)
    return before, after


@dataclass(frozen=True, slots=True)
class EmotionDot:
    """The emotion at a step; `level` from 1 to 5 chooses the colour."""

    x: float
    y: float
    level: int
    title: str


@dataclass(frozen=True, slots=True)
class StepColumn:
    """A step below the drawing; `fate` is "new" for an added one, "gone" for a removed one, else ""."""

    number: int | None
    name: str
    fate: str
    words: str


@dataclass(frozen=True, slots=True)
class CurveDrawing:
    """Both curves; `lines_…`, `sides_…`, `falls` and `rises` are SVG paths, the last two from the old to the new point.

    The lines are those of the main way, the sides those of the ways beside it.
    """

    width: int
    height: int
    lines_before: tuple[str, ...]
    lines_after: tuple[str, ...]
    sides_before: tuple[str, ...]
    sides_after: tuple[str, ...]
    before: tuple[EmotionDot, ...]
    after: tuple[EmotionDot, ...]
    falls: tuple[str, ...]
    rises: tuple[str, ...]
    columns: tuple[StepColumn, ...]


def drawing_of(journey: JourneyPart) -> CurveDrawing | None:
    """The drawing of a journey, a column for each step; None if no emotion is known, or nothing differs."""
    steps = journey.steps
    if not any(step.before != step.after or (step.was is None) != (step.number is None) for step in steps):
        return None
    if not any(value is not None for step in steps for value in (step.before, step.after)):
        return None
    shifts = [(at, s.before, s.after) for at, s in enumerate(steps) if s.before is not None and s.after is not None]
    was = {step.was: (at, step.before) for at, step in enumerate(steps) if step.was}
    now = {step.number: (at, step.after) for at, step in enumerate(steps) if step.number}
    main_before, *sides_before = journey.ways_before or (tuple(was),)
    main_after, *sides_after = journey.ways_after or (tuple(now),)
    return CurveDrawing(
        width=COLUMN * len(steps),
        height=HEIGHT,
        lines_before=tuple(_lines(main_before, was)),
        lines_after=tuple(_lines(main_after, now)),
        sides_before=tuple(line for row in sides_before for line in _lines(row, was)),
        sides_after=tuple(line for row in sides_after for line in _lines(row, now)),
        before=tuple(_dots([step.before for step in steps], "Before")),
        after=tuple(_dots([step.after for step in steps], "After")),
        falls=tuple(_arrow(at, before, after) for at, before, after in shifts if after < before),
        rises=tuple(_arrow(at, before, after) for at, before, after in shifts if after > before),
        columns=tuple(map(_column, steps)),
    )


def _lines(row: Iterable[int], points: Mapping[int, tuple[int, float | None]]) -> Iterator[str]:
    """A path between each two neighbours whose values are known, from left to right.

    `row` are numbers of steps, `points` the column and the emotion of each; a number without a step counts for nothing.
    """
    for (left, one), (right, other) in pairwise(sorted(points[number] for number in {*row} & points.keys())):
        if one is not None and other is not None:
            yield f"M{_x(left):g} {_y(one):g}L{_x(right):g} {_y(other):g}"


def _dots(values: Sequence[float | None], when: str) -> Iterator[EmotionDot]:
    for at, value in enumerate(values):
        if value is not None:
            yield EmotionDot(_x(at), _y(value), level(value) + 3, f"{when}: {emotion_words(value)[0]}")


def _arrow(at: int, before: float, after: float) -> str:
    """An arrow from the old point to shortly before the new one."""
    one, other = _y(before), _y(after)
    sign = 1 if other > one else -1
    return f"M{_x(at):g} {one:g}V{other - sign * ARROW_GAP:g}m-5 {-sign * 6}l5 {sign * 6}l5 {-sign * 6}"


def _column(step: StepPart) -> StepColumn:
    fate = "new" if step.was is None else "gone" if step.number is None else ""
    before, after = emotions_in_words(step)
    one = {"new": after, "gone": before}.get(fate)
    return StepColumn(step.number, step.name, fate, one or (after if before == after else f"{before} → {after}"))


def _x(at: int) -> float:
    return COLUMN * (at + 0.5)


def _y(value: float) -> float:
    return NEUTRAL - LEVEL * value
