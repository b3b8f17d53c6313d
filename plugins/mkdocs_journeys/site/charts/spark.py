"""The small emotion curve that stands for a journey in lists. Lines join known neighbours only."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from mkdocs_journeys.insight.emotion import emotion_of, emotion_word, level
from mkdocs_journeys.insight.ways import main_steps
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.charts.geometry import known_runs
from mkdocs_journeys.site.rendering.numbers import signed
from mkdocs_journeys.site.rendering.terms import term
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import ngettext

WIDTH = 180
HEIGHT = 48
EDGE = 7
REACH = 9
"""Units from one emotion to the next."""
LARGEST_DOT = 3.4
SMALLEST_DOT = 1.9
RIMMED = 2.5
"""Dots from this radius on have an edge."""


class SparkDot(NamedTuple):
    """The emotion at one step; `level` is 1 (very negative) to 5."""

    x: float
    y: int
    level: int


class Spark(NamedTuple):
    """The emotion curve of one persona along a journey, in a box WIDTH by HEIGHT.

    `title` names it in a few words, `description` says in words what the curve shows. `line`, `rim` and the
    `marks` of each level are SVG paths: the curve, an edge around all dots where they stand apart, the dots as
    strokes without a length.
    """

    title: str
    description: str
    dots: tuple[SparkDot, ...]
    line: str
    rim: str
    marks: tuple[tuple[int, str], ...]
    radius: float
    width: int = WIDTH
    height: int = HEIGHT
    neutral: float = HEIGHT / 2


def spark(journey: Journey, persona_id: str) -> Spark:
    """The small curve of one persona in a journey; a step without a known emotion is a gap."""
    steps = main_steps(journey)
    values = [emotion_of(journey, step, persona_id) for step in steps]
    columns = _columns(len(values))
    places = [
        None if value is None else SparkDot(x, HEIGHT // 2 - round(value * REACH), level(value) + 3)
        for value, x in zip(values, columns, strict=True)
    ]
    dots = tuple(filter(None, places))
    strokes = [(dot.level, f"M{dot.x:g} {dot.y}h0") for dot in dots]
    apart = (WIDTH - 2 * EDGE) / max(1, len(values) - 1)
    radius = round(min(LARGEST_DOT, max(SMALLEST_DOT, apart / 3)), 1)
    return Spark(
        title=_("Emotion in %(journey)s", journey=journey.title),
        description=_in_words([step.name for step in steps], values),
        dots=dots,
        line="".join([_line(run) for run in known_runs(places) if len(run) > 1]),
        rim="".join([path for _, path in strokes]) if radius >= RIMMED else "",
        marks=tuple(
            (shade, "".join([path for own, path in strokes if own == shade]))
            for shade in sorted({shade for shade, _ in strokes})
        ),
        radius=radius,
    )


@lru_cache(maxsize=256)
def _columns(steps: int) -> tuple[float, ...]:
    """The x of each of so many steps."""
    if steps == 1:
        return (WIDTH / 2,)
    return tuple(round(EDGE + (WIDTH - 2 * EDGE) * index / (steps - 1), 1) for index in range(steps))


def _line(run: Sequence[SparkDot]) -> str:
    first = run[0]
    parts = [f"M{first.x:g} {first.y}"]
    for (x, y, _level), (next_x, next_y, _next) in pairwise(run):
        if y == next_y:
            parts.append(f"H{next_x:g}")
        else:
            middle = f"{(x + next_x) / 2:.1f}"
            parts.append(f"C{middle} {y} {middle} {next_y} {next_x:g} {next_y}")
    return "".join(parts)


def _in_words(names: Sequence[str], values: Sequence[float | None]) -> str:
    known = [(value, name) for value, name in zip(values, names, strict=True) if value is not None]
    if not known:
        return _("No emotion is recorded yet")
    low, high = min(known, key=lambda one: one[0]), max(known, key=lambda one: one[0])
    unknown = len(values) - len(known)
    total = len(values)
    gap = ngettext(
        "not known at %(unknown)s of %(num)s step", "not known at %(unknown)s of %(num)s steps", total, unknown=unknown
    )
    figures = {"figure": signed(low[0]), "emotion": term(emotion_word(low[0]))}
    if low[0] == high[0]:
        said = [_("%(figure)s, %(emotion)s, throughout", **figures)]
    else:
        highest = {"figure": signed(high[0]), "emotion": term(emotion_word(high[0]))}
        said = [
            _("lowest %(figure)s, %(emotion)s, at %(step)s", step=low[1], **figures),
            _("highest %(figure)s, %(emotion)s, at %(step)s", step=high[1], **highest),
        ]
    return "; ".join([*said, *([gap] if unknown else [])])
