"""The emotion curve as geometry: one column per step, smooth only where neighbouring steps are known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, count, pairwise
from operator import itemgetter
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.emotion import curves_of, emotion_word, level
from mkdocs_journeys.insight.ways import SideWay, ways_of
from mkdocs_journeys.model import Journey, Step
from mkdocs_journeys.model.step import feelings_of
from mkdocs_journeys.site.charts.geometry import known_runs
from mkdocs_journeys.site.map.actors import LOOKS, Actor, people_of
from mkdocs_journeys.site.map.ways import letters_of
from mkdocs_journeys.site.rendering.terms import term
from mkdocs_journeys.translation.messages import gettext as _

COLUMN = 176
"""Width of a step's column in the curve's own units; the map scales it to the real column."""
HEIGHT = 184
TOP = 32
REACH = 30
"""Units from one emotion to the next."""
SIDE_STEP = 34
"""Horizontal distance of two actors with similar emotions at one step."""
ROOM = 140
"""Horizontal room for the faces of all actors at one step."""


class CurvePoint(NamedTuple):
    """One persona's emotion at one step: `level` 1 (very negative) to 5, `face` the id of its drawing."""

    x: int
    y: int
    level: int
    title: str
    moment: bool
    assumed: bool
    face: str
    path: str = ""
    """The letter of the path that the step belongs to."""


class CurveFace(NamedTuple):
    """A drawing shared by points: the outline and initials of a person, the mouth of a level.

    It is dashed for an assumed step; `actor` is None where only one person acts.
    """

    id: str
    actor: Actor | None
    level: int
    assumed: bool

    @property
    def outline(self) -> str:
        """The outline, as an SVG path."""
        return (self.actor or LOOKS[0]).outline


class SideLine(NamedTuple):
    """A way beside the main one: `is_path` for steps of a path; `end` is where it ends, None where it comes back."""

    is_path: bool
    lines: tuple[str, ...]
    gaps: tuple[str, ...]
    end: tuple[int, int] | None


class CurveSeries(NamedTuple):
    """One persona's curve. `lines` are SVG paths of known runs, `areas` close them to neutral, `gaps` join them.

    They show the main way; `sides` are the others, and `end` is where the main way ends before the map does.
    `actor` is None where only one person acts.
    """

    persona: str
    name: str
    actor: Actor | None
    points: tuple[CurvePoint, ...]
    lines: tuple[str, ...]
    areas: tuple[str, ...]
    gaps: tuple[str, ...]
    sides: tuple[SideLine, ...] = ()
    end: tuple[int, int] | None = None
    summary: str = ""
    """Where it feels worst and best, in words."""


class FormerCurve(NamedTuple):
    """A persona's curve of other days: an SVG path, with a dot at each step."""

    actor: Actor | None
    path: str
    dots: tuple[tuple[int, int], ...]


class EmotionCurve(NamedTuple):
    """All curves of a map. `unknown` are the x of steps without a known emotion, `borders` those between stages.

    `apart` says that there are too many people for one drawing: each curve has a row of its own. `former_means` says
    of what days the `former` curves are. Lines begin at the x `shift`, where the first columns are left out.
    """

    width: int
    height: int
    neutral: int
    series: tuple[CurveSeries, ...]
    faces: tuple[CurveFace, ...]
    unknown: tuple[int, ...]
    borders: tuple[int, ...]
    summary: str
    former: tuple[FormerCurve, ...] = ()
    former_means: str = ""
    apart: bool = False
    shift: int = 0


def height_of(emotion: float) -> int:
    """The y of an emotion, −2 at the bottom."""
    return TOP + round((2 - emotion) * REACH)


def curve_of(
    atlas: Atlas,
    journey: Journey,
    acting: Sequence[Sequence[str]],
    people: Mapping[str, Actor] | None = None,
) -> EmotionCurve:
    """The curves of every persona with a known emotion in the journey, in the order of the people of the map.

    `acting` are the actors of each step.
    """
    people = people_of(atlas, journey, acting) if people is None else people
    steps = journey.steps
    felt = curves_of(journey.personas[0], acting, [step.emotion for step in steps])
    known = {id: felt[id] for id in people or felt if id in felt and any(v is not None for v in felt[id])}
    at_steps = list(zip(*known.values(), strict=True)) or [()] * len(acting)
    apart = len(known) > len(LOOKS)
    shifts = [(0,) * len(acting)] * len(known) if apart else list(zip(*map(_side_steps, at_steps), strict=True))
    letters = letters_of(journey)
    series = tuple(
        [
            _series(atlas.personas[id].name, id, people.get(id), steps, values, shift, letters, several=len(known) > 1)
            for (id, values), shift in zip(known.items(), shifts, strict=True)
        ]
    )
    return EmotionCurve(
        width=COLUMN * len(acting),
        height=HEIGHT,
        neutral=height_of(0),
        series=series,
        faces=_faces(series),
        unknown=tuple(
            [x for x, values in zip(middles(len(acting)), at_steps, strict=True) if values.count(None) == len(values)]
        ),
        borders=tuple(accumulate(COLUMN * len(stage.steps) for stage in journey.stages[:-1])),
        summary="; ".join(item.summary for item in series) or _("No emotion is recorded yet"),
        apart=apart,
    )


def _series(
    name: str,
    id: str,
    actor: Actor | None,
    steps: Sequence[Step],
    values: Sequence[float | None],
    shifts: Sequence[int],
    letters: Mapping[str, str],
    *,
    several: bool,
) -> CurveSeries:
    points: list[CurvePoint | None] = []
    told: list[tuple[int, str]] = []
    places = zip(middles(len(values)), shifts, strict=True)
    for value, (middle, shift), step in zip(values, places, steps, strict=True):
        if value is None:
            points.append(None)
            continue
        words, assumed = feelings_of(step, id), step.believed == "assumed"
        y, level, face = _look(value, actor.number if actor else 0, assumed)
        told.append((y, _told(step, name, value, words)))
        title = _(", ").join([*([name] if several else []), term(emotion_word(value)), *words[:1]])
        path = letters.get(step.path or "", "")
        points.append(CurvePoint(middle + shift, y, level, title, step.moment_of_truth, assumed, face, path))
    ways = ways_of(steps, [value is not None for value in values])
    runs = list(known_runs([points[index] for index in ways.main]))
    lines, gaps = _lines(runs)
    ends = runs and any(side.path and side.steps[-1] > ways.main[-1] for side in ways.sides)
    return CurveSeries(
        persona=id,
        name=name,
        actor=actor,
        points=tuple(filter(None, points)),
        lines=lines,
        areas=tuple(f"{line}V{height_of(0)}H{run[0].x}Z" for line, run in zip(lines, runs, strict=True)),
        gaps=gaps,
        sides=tuple(_sides(points, ways.sides)),
        end=runs[-1][-1][:2] if ends else None,
        summary=_summary(name, told),
    )


def _told(step: Step, person: str, emotion: float, words: Sequence[str]) -> str:
    """What is felt at a step, with the first of the author's words for it."""
    word = term(emotion_word(emotion))
    if not words:
        return _("%(step)s: %(person)s feels %(emotion)s", step=step.name, person=person, emotion=word)
    return _(
        # Translators: `word` is the author's, such as "Pays the bill: Maya feels negative, annoyed"
        "%(step)s: %(person)s feels %(emotion)s, %(word)s",
        step=step.name,
        person=person,
        emotion=word,
        word=words[0],
    )


def _lines(runs: Sequence[Sequence[CurvePoint]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The paths through runs of known points, and those across the gaps between them."""
    lines = tuple(smooth_path([point[:2] for point in run]) for run in runs)
    return lines, tuple(f"M{a[-1].x} {a[-1].y}L{b[0].x} {b[0].y}" for a, b in pairwise(runs))


def _sides(points: Sequence[CurvePoint | None], sides: Iterable[SideWay]) -> Iterator[SideLine]:
    """The ways beside the main one on which something is known."""
    for side in sides:
        own = [points[index] for index in side.steps]
        known = [point for point in own if point]
        if known:
            ends = [[points[index]] if index is not None else [] for index in (side.leaves, side.rejoins)]
            lines, gaps = _lines(list(known_runs([*ends[0], *own, *ends[1]])))
            is_end = side.path and side.rejoins is None
            yield SideLine(bool(side.path), lines, gaps, known[-1][:2] if is_end else None)


@lru_cache(maxsize=256)
def _look(value: float, number: int, assumed: bool) -> tuple[int, int, str]:
    """The y, the level and the face of an emotion."""
    nearest = level(value) + 3
    return height_of(value), nearest, f"face-{number}{nearest}{'a' if assumed else ''}"


def _faces(series: Iterable[CurveSeries]) -> tuple[CurveFace, ...]:
    """The distinct drawings of all points."""
    shared = {point.face: (one.actor, point.level, point.assumed) for one in series for point in one.points}
    return tuple([CurveFace(id, *looks) for id, looks in shared.items()])


@lru_cache(maxsize=4_096)
def _side_steps(column: tuple[float | None, ...]) -> Sequence[int]:
    """The horizontal offset of each curve at a step, so that similar emotions do not overlap."""
    values = sorted(value for value in column if value is not None)
    if all(b - a >= 2 for a, b in pairwise(values)):
        return [0] * len(column)
    places = count(1 - len(values), 2)
    apart = min(SIDE_STEP, ROOM // (len(values) - 1))
    return [0 if value is None else next(places) * apart // 2 for value in column]


def smooth_path(places: Sequence[tuple[int, int]]) -> str:
    """A path through (x, y) that is level at each step, so that it never overshoots a known value."""
    x, y = places[0]
    return "".join([f"M{x} {y}", *[_bend(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(places)]])


@lru_cache(maxsize=1_024)
def _bend(x: int, y: int) -> str:
    """The curve to a place so far away; relative, as steps then share their bends and the page packs well."""
    return f"c{x / 2:g} 0 {x / 2:g} {y} {x} {y}"


def middles(columns: int) -> range:
    """The x of the middle of each column."""
    return range(COLUMN // 2, COLUMN * columns, COLUMN)


def _summary(person: str, told: Sequence[tuple[int, str]]) -> str:
    low, high = max(told, key=itemgetter(0))[1], min(told, key=itemgetter(0))[1]
    return _(
        # Translators: `low` and `high` are a step with what is felt there
        "%(person)s: lowest at %(low)s; highest at %(high)s",
        person=person,
        low=low,
        high=high,
    )
