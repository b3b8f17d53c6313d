"""The emotion curve as geometry: one column per step, smooth only where neighbouring steps are known."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import count, pairwise, starmap
from operator import attrgetter
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas, actors_of
from mkdocs_journeys.insight.emotion import curves_of
from mkdocs_journeys.model import Journey
from mkdocs_journeys.model.journey import believed
from mkdocs_journeys.model.scales import EMOTION_WORDS
from mkdocs_journeys.site.map.columns import Columns, columns_of

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


_point: Callable[[tuple[int, int, int, str, bool, bool, str]], Point] = partial(tuple.__new__, Point)


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
    return curve_from(atlas, journey, columns_of(steps), [actors_of(journey, step) for step in steps])


def curve_from(atlas: Atlas, journey: Journey, columns: Columns, acting: Sequence[Sequence[str]]) -> Curve:
    """`curve_of` for who knows the columns of the journey and the actors of its steps already."""
    felt = curves_of(journey.personas[0], acting, columns["emotion"])
    known = {id: values for id, values in felt.items() if any(v is not None for v in values)}
    at_steps = list(zip(*known.values(), strict=True)) or [()] * len(acting)
    shifts = list(zip(*map(_side_steps, at_steps), strict=True))
    series = tuple(
        [
            _series(atlas.personas[id].name, id, shape, columns, values, shifts[shape])
            for shape, (id, values) in enumerate(known.items())
        ]
    )
    return Curve(
        width=COLUMN * len(acting),
        height=HEIGHT,
        neutral=height_of(0),
        series=series,
        faces=_faces(series),
        unknown=tuple(
            [x for x, values in zip(_middles(len(acting)), at_steps, strict=True) if values.count(None) == len(values)]
        ),
        borders=tuple(_borders(journey)),
        summary="; ".join(_summary(item) for item in series) or "No emotion is recorded yet",
    )


def _series(
    name: str, id: str, shape: int, columns: Columns, values: Sequence[int | None], shifts: Sequence[int]
) -> Series:
    feels = {value: f": {name} feels {word}" for value, word in EMOTION_WORDS.items()}
    points: list[Point | None] = []
    known = map(believed, columns["confidence"], columns["evidence"])
    told = zip(columns["name"], columns["feelings"], columns["moment_of_truth"], known, strict=True)
    places = zip(_middles(len(values)), shifts, strict=True)
    for value, (middle, shift), (does, words, moment, how) in zip(values, places, told, strict=True):
        if value is None:
            points.append(None)
            continue
        title = f"{does}{feels[value]}, {words[0]}" if words else f"{does}{feels[value]}"
        y, level, face = _look(value, shape, how == "assumed")
        points.append(_point((middle + shift, y, level, title, moment, how == "assumed", face)))
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


@lru_cache(maxsize=256)
def _look(value: int, shape: int, assumed: bool) -> tuple[int, int, str]:
    """The height, the level and the face of a feeling."""
    return height_of(value), value + 3, f"face-{shape % SHAPES}{value + 3}{'a' if assumed else ''}"


def _faces(series: Iterable[Series]) -> tuple[Face, ...]:
    """Each drawing that the points share, once."""
    shared = {face: (one.shape, level, assumed) for one in series for _, _, level, _, _, assumed, face in one.points}
    return tuple([_face(id, *looks) for id, looks in sorted(shared.items())])


_face = lru_cache(maxsize=256)(Face)


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
    places = [point[:2] for point in run]
    return "".join([f"M{_xy(run[0])}", *starmap(_bend, pairwise(places))])


@lru_cache(maxsize=16_384)
def _bend(start: tuple[int, int], end: tuple[int, int]) -> str:
    """From one place to the next; maps share their columns, and so their bends."""
    (x, y), (to_x, to_y) = start, end
    both = x + to_x
    middle = both / 2 if both % 2 else both // 2
    return f"C{middle} {y} {middle} {to_y} {to_x} {to_y}"


def _area(line: str, run: Sequence[Point]) -> str:
    return f"{line}V{height_of(0)}H{run[0].x}Z"


def _xy(point: Point) -> str:
    return f"{point.x} {point.y}"


def _middles(columns: int) -> range:
    """The x of the middle of each of so many columns."""
    return range(COLUMN // 2, COLUMN * columns, COLUMN)


def _borders(journey: Journey) -> Iterator[int]:
    x = 0
    for stage in journey.stages[:-1]:
        x += COLUMN * len(stage.steps)
        yield x


def _summary(series: Series) -> str:
    low, high = min(series.points, key=attrgetter("level")), max(series.points, key=attrgetter("level"))
    return f"{series.name}: lowest at {low.title}; highest at {high.title}"
