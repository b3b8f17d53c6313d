"""The emotion curves of a journey before and after a change: as a Mermaid chart, and as geometry for SVG."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mkdocs_journeys.diff.labels import emotion_words
from mkdocs_journeys.insight.emotion import level
from mkdocs_journeys.reports.document import JourneyPart, StepPart
from mkdocs_journeys.reports.escape import markdown_code
from mkdocs_journeys.wording import listed

MOST_STEPS = 12
MOST_CHARACTERS = 1_800
"""GitLab draws no more than 2,000 characters of Mermaid in a comment."""
COLUMN, HEIGHT = 112, 160
NEUTRAL, LEVEL = 80, 30
"""The y of a neutral emotion, and the distance between two levels."""
ARROW_GAP = 9
DECIMALS, MOST_DECIMALS = range(2, 17), 400


def steps_to_chart(journey: JourneyPart) -> list[StepPart]:
    """The steps for a Mermaid chart: known before and after, at most twelve, around those that changed.

    Only the main way, for a chart has one line. Empty if no emotion changed there, or fewer than two are known.
    """
    known = [step for step in _known(journey) if _is_main(step, journey)]
    changed = [at for at, step in enumerate(known) if step.before != step.after]
    if not changed or len(known) < 2:
        return []
    room = MOST_STEPS - (changed[-1] - changed[0] + 1)
    first = max(0, min(changed[0] - max(room, 0) // 2, len(known) - MOST_STEPS))
    return known[first : first + MOST_STEPS]


def mermaid_chart(steps: Sequence[StepPart]) -> str:
    """Bars for before and a line for after, over the numbers of the steps; free of texts by authors."""
    numbers = ", ".join(f'"{_number(step)}"' for step in steps)
    return "\n".join(
        [
            "xychart-beta",
            '    title "Emotion by step: bars before, line after"',
            f"    x-axis [{numbers}]",
            '    y-axis "very negative to very positive" -2 --> 2',
            f"    bar [{', '.join(f'{step.before:g}' for step in steps)}]",
            f"    line [{', '.join(f'{step.after:g}' for step in steps)}]",
        ]
    )


def chart_key(steps: Sequence[StepPart]) -> Iterator[str]:
    """The lines of a Markdown table that names the steps of a chart; only changed emotions have a last cell."""
    yield "| Step | | Before | Changed to |"
    yield "|---:|---|---|---|"
    for step in steps:
        before, after = _words(step)
        changed = f"**{after}**" if before != after else ""
        yield f"| {_number(step)} | {markdown_code(step.name)} | {before} | {changed} |"


def left_out(journey: JourneyPart) -> str:
    """The sentence on the known steps that a chart leaves out because they are beside the main way; "" for none."""
    numbers = [f"{_number(step)}" for step in _known(journey) if not _is_main(step, journey)]
    if not numbers:
        return ""
    more = len(numbers) - MOST_STEPS
    which = f"{', '.join(numbers[:MOST_STEPS])} and {more:,} more" if more > 0 else listed(numbers, "and")
    return f"Beside the main way, and so not in the chart: {'step' if len(numbers) == 1 else 'steps'} {which}."


def _known(journey: JourneyPart) -> list[StepPart]:
    return [step for step in journey.steps if step.before is not None and step.after is not None]


def _is_main(step: StepPart, journey: JourneyPart) -> bool:
    return not journey.ways_after or step.number in journey.ways_after[0]


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
    before, after = _words(step)
    one = {"new": after, "gone": before}.get(fate)
    return StepColumn(step.number, step.name, fate, one or (after if before == after else f"{before} → {after}"))


def _number(step: StepPart) -> int:
    return step.number or step.was or 0


def _words(step: StepPart) -> tuple[str, str]:
    """Both emotions in words; with as few decimals as tell them apart where one lies between two words."""
    known = {value for value in (step.before, step.after) if value is not None}
    enough = (number for number in DECIMALS if len({round(value, number) for value in known}) == len(known))
    decimals = next(enough, MOST_DECIMALS)
    values = [None if value is None else round(value, decimals) for value in (step.before, step.after)]
    words = iter(emotion_words(*(value for value in values if value is not None)))
    before, after = ("not known" if value is None else next(words) for value in values)
    return before, after


def _x(at: int) -> float:
    return COLUMN * (at + 0.5)


def _y(value: float) -> float:
    return NEUTRAL - LEVEL * value
