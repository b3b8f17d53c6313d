"""The emotion curve as geometry: one column per step, smooth only where neighbouring steps are known."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count, pairwise
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas, actors_of
from mkdocs_journeys.insight import emotion
from mkdocs_journeys.model import Journey, Step
from mkdocs_journeys.model.scales import EMOTION_WORDS

COLUMN = 176
"""Width of a step's column in the curve's own units; the map scales it to the real column."""
HEIGHT = 184
TOP = 32
REACH = 30
"""Units from one emotion to the next."""
SIDE_STEP = 34
"""How far apart two actors stand who feel nearly the same at one step."""
SHAPES = 4
"""Outlines of faces, before they come round again."""


class Point(NamedTuple):
    """One feeling at one step: `level` 1 (very negative) to 5; `title` says it in words; `face` draws it."""

    x: int
    y: int
    level: int
    title: str
    moment: bool
    assumed: bool
    face: str


class Face(NamedTuple):
    """A drawing that many points share: the outline of a persona, a mouth, dashed where it is a guess."""

    id: str
    shape: int
    level: int
    assumed: bool


@dataclass(frozen=True, slots=True)
class Series:
    """One persona's curve. `lines` are SVG paths of known runs, `areas` close them to neutral, `gaps` join them."""

    persona: str
    name: str
    shape: int
    points: tuple[Point, ...]
    lines: tuple[str, ...]
    areas: tuple[str, ...]
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """All curves of a map: `unknown` are the x of steps where nobody's feeling is known."""

    width: int
    height: int
    neutral: int
    series: tuple[Series, ...]
    faces: tuple[Face, ...]
    unknown: tuple[int, ...]
    borders: tuple[int, ...]
    summary: str


def height_of(emotion: int) -> int:
    """The y of an emotion, −2 at the bottom."""
    return TOP + (2 - emotion) * REACH


def curve_of(atlas: Atlas, journey: Journey) -> Curve:
    """The curves of every persona with a known feeling in the journey, the main persona's first."""
    steps = journey.steps
    felt = {id: emotion.curve_of(journey, id) for id in _who_feels(journey, steps)}
    known = {id: values for id, values in felt.items() if any(v is not None for v in values)}
    columns = list(zip(*known.values(), strict=True)) or [()] * len(steps)
    shifts = list(zip(*map(_side_steps, columns), strict=True))
    series = tuple(
        _series(atlas.personas[id].name, id, shape, steps, values, shifts[shape])
        for shape, (id, values) in enumerate(known.items())
    )
    return Curve(
        width=COLUMN * len(steps),
        height=HEIGHT,
        neutral=height_of(0),
        series=series,
        faces=_faces(series),
        unknown=tuple([_middle(i) for i, column in enumerate(columns) if column.count(None) == len(column)]),
        borders=tuple(_borders(journey)),
        summary="; ".join(_summary(item) for item in series) or "No emotion is recorded yet",
    )


def _who_feels(journey: Journey, steps: Sequence[Step]) -> list[str]:
    acting = (id for step in steps for id in actors_of(journey, step))
    return list(dict.fromkeys([*journey.personas[:1], *acting]))


def _series(
    name: str, id: str, shape: int, steps: Sequence[Step], values: Sequence[int | None], shifts: Sequence[int]
) -> Series:
    feels = f": {name} feels "
    points = [
        None if value is None else _point(_middle(i) + shift, step, value, feels, shape)
        for i, (step, value, shift) in enumerate(zip(steps, values, shifts, strict=True))
    ]
    runs = list(_runs(points))
    lines = tuple(_smooth(run) for run in runs)
    return Series(
        persona=id,
        name=name,
        shape=shape,
        points=tuple(filter(None, points)),
        lines=lines,
        areas=tuple(_area(line, run) for line, run in zip(lines, runs, strict=True)),
        gaps=tuple(f"M{_xy(a[-1])}L{_xy(b[0])}" for a, b in pairwise(runs)),
    )


def _point(x: int, step: Step, value: int, feels: str, shape: int) -> Point:
    feeling = f", {step.feelings[0]}" if step.feelings else ""
    title = f"{step.name}{feels}{EMOTION_WORDS[value]}{feeling}"
    assumed = step.believed == "assumed"
    face = f"face-{shape % SHAPES}{value + 3}{'a' if assumed else ''}"
    return Point(x, height_of(value), value + 3, title, step.moment_of_truth, assumed, face)


def _faces(series: Iterable[Series]) -> tuple[Face, ...]:
    """Each drawing that the points share, once."""
    shared = {point.face: (one.shape, point.level, point.assumed) for one in series for point in one.points}
    return tuple(Face(id, *looks) for id, looks in sorted(shared.items()))


@lru_cache(maxsize=4_096)
def _side_steps(column: tuple[int | None, ...]) -> Sequence[int]:
    """How far each curve moves aside at a step, so that feelings close to each other stay told apart."""
    values = sorted(value for value in column if value is not None)
    if all(b - a >= 2 for a, b in pairwise(values)):
        return [0] * len(column)
    places = count(1 - len(values), 2)
    return [0 if value is None else next(places) * SIDE_STEP // 2 for value in column]


def _runs(points: Sequence[Point | None]) -> Iterator[list[Point]]:
    run: list[Point] = []
    for point in [*points, None]:
        if point:
            run.append(point)
        elif run:
            yield run
            run = []


def _smooth(run: Sequence[Point]) -> str:
    """A path that is level at each step, so that it never swings past a known value."""
    parts = [f"M{_xy(run[0])}"]
    for (x, y, *_), (to_x, to_y, *_) in pairwise(run):
        both = x + to_x
        middle = both / 2 if both % 2 else both // 2
        parts.append(f"C{middle} {y} {middle} {to_y} {to_x} {to_y}")
    return "".join(parts)


def _area(line: str, run: Sequence[Point]) -> str:
    return f"{line}V{height_of(0)}H{run[0].x}Z"


def _xy(point: Point) -> str:
    return f"{point.x} {point.y}"


def _middle(index: int) -> int:
    return COLUMN * index + COLUMN // 2


def _borders(journey: Journey) -> Iterator[int]:
    x = 0
    for stage in journey.stages[:-1]:
        x += COLUMN * len(stage.steps)
        yield x


def _summary(series: Series) -> str:
    low = min(series.points, key=lambda point: point.level)
    high = max(series.points, key=lambda point: point.level)
    return f"{series.name}: lowest at {low.title}; highest at {high.title}"
