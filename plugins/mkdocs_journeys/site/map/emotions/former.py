"""Dotted curves behind those of a map: how it felt before a change, or how it feels today."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.comparison.tomorrow import emotions_today
from mkdocs_journeys.insight.ways import ways_of
from mkdocs_journeys.model import Journey, Step
from mkdocs_journeys.site.charts.geometry import known_runs
from mkdocs_journeys.site.map.actors import Actor
from mkdocs_journeys.site.map.emotions.curve import (
    COLUMN,
    EmotionCurve,
    FormerCurve,
    height_of,
    middles,
    smooth_path,
)
from mkdocs_journeys.translation.messages import gettext as _

PreviousEmotions = tuple[str, Sequence[float | None], Collection[int]]
"""A persona, what it felt at each step of the map, and the indexes of the steps that were not there yet."""


def with_former(
    curve: EmotionCurve,
    atlas: Atlas,
    journey: Journey,
    people: Mapping[str, Actor],
    previous: Iterable[PreviousEmotions],
) -> EmotionCurve:
    """The curve with those from before a change behind it; on a future journey, else, with those of today."""
    if before := tuple(curves_before(people, previous, journey.steps)):
        return curve._replace(former=before, former_means=_("Dotted, without faces: how it felt before"))
    today = atlas.journeys.get(journey.baseline or "")
    if today and (curves := tuple(curves_today(curve, people, today, journey))):
        return curve._replace(former=curves, former_means=_("Dotted, without faces: how it feels today"))
    return curve


def curves_before(
    people: Mapping[str, Actor], previous: Iterable[PreviousEmotions], steps: Sequence[Step]
) -> Iterator[FormerCurve]:
    """The curves from before a change, each joined across new steps, with a gap where the emotion was not known."""
    for persona, values, new in previous:
        places = zip(middles(len(values)), values, strict=True)
        dots = [None if value is None else (x, height_of(value)) for x, value in places]
        ways = ways_of(steps, [dot is not None for dot in dots])
        sides = [side for side in ways.sides if any(dots[index] for index in side.steps)]
        rows = (ways.main, *((side.leaves, *side.steps, side.rejoins) for side in sides))
        there = [[dots[index] for index in row if index is not None and index not in new] for row in rows]
        runs = [run for row in there for run in known_runs(row)]
        if runs:
            path = "".join([smooth_path(run) for run in runs])
            yield FormerCurve(people.get(persona), path, tuple(filter(None, dots)))


def curves_today(
    curve: EmotionCurve, people: Mapping[str, Actor], today: Journey, tomorrow: Journey
) -> Iterator[FormerCurve]:
    """The curves of today's journey for the people of tomorrow's, over the columns of the same stages."""
    for series in curve.series:
        placed = emotions_today(today, tomorrow, series.persona)
        if dots := tuple((round(one.column * COLUMN), height_of(one.emotion)) for one in placed):
            yield FormerCurve(people.get(series.persona), smooth_path(dots), dots)
