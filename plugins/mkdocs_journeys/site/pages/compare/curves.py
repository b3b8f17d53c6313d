"""The curves of two sides over one row of columns, as SVG paths."""

from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_journeys.insight.comparison.sides import SideStep
from mkdocs_journeys.insight.comparison.steps import AlignedStep
from mkdocs_journeys.insight.emotion import level
from mkdocs_journeys.insight.ways import ways_of
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.charts.geometry import known_runs
from mkdocs_journeys.site.map.emotions.curve import smooth_path

COLUMN, HEIGHT, TOP, REACH = 160, 112, 16, 20
"""The width of a column, the height of the drawing, the y of +2, and the units from one emotion to the next."""


class ComparedCurves(NamedTuple):
    """The drawing, in a box `width` by HEIGHT: lines along the main ways, and dots as strokes without a length.

    `dots` are those of the one side, `marks` those of the other by level, 1 (very negative) to 5.
    """

    width: int
    neutral: int
    line: str
    dots: str
    other_line: str
    marks: tuple[tuple[int, str], ...]


def compared_curves(columns: Sequence[AlignedStep]) -> ComparedCurves:
    """The curves of both sides; a line ends where the emotion at the next step of its side is not known."""
    one = [(index, column.one) for index, column in enumerate(columns) if column.one]
    other = [(index, column.other) for index, column in enumerate(columns) if column.other]
    marks: dict[int, str] = {}
    for index, step in other:
        if step.emotion is not None:
            shade = level(step.emotion) + 3
            marks[shade] = marks.get(shade, "") + _dot(index, step.emotion)
    return ComparedCurves(
        width=COLUMN * len(columns),
        neutral=_height(0),
        line=_line(one),
        dots="".join(_dot(index, step.emotion) for index, step in one if step.emotion is not None),
        other_line=_line(other),
        marks=tuple(sorted(marks.items())),
    )


def main_way(journey: Journey) -> set[int]:
    """The numbers of the steps that everybody takes, counted from 1."""
    return {index + 1 for index in ways_of(journey.steps).main}


def _line(steps: Sequence[tuple[int, SideStep]]) -> str:
    main = main_way(steps[0][1].place.journey) if steps else set()
    places = [
        None if step.emotion is None else (_middle(index), _height(step.emotion))
        for index, step in steps
        if step.place.number in main
    ]
    return "".join(smooth_path(run) for run in known_runs(places) if len(run) > 1)


def _middle(column: int) -> int:
    return COLUMN * column + COLUMN // 2


def _height(emotion: float) -> int:
    return TOP + round((2 - emotion) * REACH)


def _dot(column: int, emotion: float) -> str:
    return f"M{_middle(column)} {_height(emotion)}h0"
