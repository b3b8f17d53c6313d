"""A part of a journey's map: some of its stages, which follow each other, and some of its lanes."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple, TypeVar

from mkdocs_journeys.site.map.emotions.curve import COLUMN, CurveSeries, EmotionCurve
from mkdocs_journeys.site.map.lanes import LaneView
from mkdocs_journeys.site.map.layout import MapLine, MapRows
from mkdocs_journeys.site.map.view import MapView

Bar = TypeVar("Bar", bound=Any)


class MapColumns(NamedTuple):
    """Neighbouring stages and their steps, both counted from 0; `end` is behind the last one."""

    stages: slice
    steps: slice


def with_columns(view: MapView, columns: MapColumns) -> MapView:
    """The map of some of its stages; steps keep their numbers."""
    stages, steps = columns
    teams = _clipped(view.teams, steps)
    return view._replace(
        overview=None,
        stages=view.stages[stages],
        about=view.about[stages],
        takes=view.takes[stages],
        takes_whole="",
        groups=_clipped(view.groups, steps),
        paths=_clipped(view.paths, steps),
        steps=view.steps[steps],
        rows=MapRows(
            tuple(_cut_lane(row, steps) for row in view.rows.above_steps),
            tuple(_cut_lane(row, steps) if isinstance(row, LaneView) else row for row in view.rows.below),
        ),
        teams=teams,
        handoffs=sum(1 for bar in teams if bar.handoff),
        curve=_cut_curve(view.curve, steps),
        felt=view.felt[steps],
        reached=view.reached._replace(bars=view.reached.bars[stages]),
        words=(),
    )


def with_lanes(view: MapView, lanes: Collection[str]) -> MapView:
    """The map with these lanes alone, and all of them shown; a line stays where a lane stands below it."""
    above = tuple(row for row in view.rows.above_steps if row.id in lanes)
    kept = [row for row in view.rows.below if isinstance(row, MapLine) or row.id in lanes]
    return view._replace(hidden=(), presets=(), rows=MapRows(above, tuple(_without_idle_lines(kept))))


def columns_of(view: MapView, first: int, last: int) -> MapColumns:
    """The columns of the stages from `first` to `last`, counted from 0."""
    spans = [stage.span for stage in view.stages]
    start = sum(spans[:first])
    return MapColumns(slice(first, last + 1), slice(start, start + sum(spans[first : last + 1])))


def _without_idle_lines(rows: list[LaneView | MapLine]) -> Iterator[LaneView | MapLine]:
    for row, below in zip(rows, [*rows[1:], None], strict=True):
        if isinstance(row, LaneView) or isinstance(below, LaneView):
            yield row


def _clipped(bars: Iterable[Bar], steps: slice) -> tuple[Bar, ...]:
    """Bars over columns, each as wide as what is left of it."""
    kept, start = [], 0
    for bar in bars:
        end = start + bar.span
        if (span := min(end, steps.stop) - max(start, steps.start)) > 0:
            kept.append(bar._replace(span=span))
        start = end
    return tuple(kept)


def _cut_lane(row: LaneView, steps: slice) -> LaneView:
    """A lane of some columns; an entry of several steps stands at each of them."""
    cut = {name: getattr(row, name)[steps] for name in ("cells", "opens", "marks", "arrows")}
    hint = "" if row.id == "pains" else row.hint  # It counts those of the whole journey.
    return row._replace(layers=(), hint=hint, **cut)


def _cut_curve(curve: EmotionCurve, steps: slice) -> EmotionCurve:
    """The curve of some columns: its lines stay as they are, and are drawn moved."""
    start, width = steps.start * COLUMN, (steps.stop - steps.start) * COLUMN

    def seen(x: int) -> bool:
        return bool(start <= x < start + width)

    def cut(series: CurveSeries) -> CurveSeries:
        points = (point._replace(x=point.x - start) for point in series.points if seen(point.x))
        return series._replace(points=tuple(points))

    former = (one._replace(dots=tuple((x - start, y) for x, y in one.dots if seen(x))) for one in curve.former)
    return curve._replace(
        width=width,
        shift=start,
        series=tuple(map(cut, curve.series)),
        unknown=tuple(x - start for x in curve.unknown if seen(x)),
        borders=tuple(x - start for x in curve.borders if start < x < start + width),
        former=tuple(former),
    )
