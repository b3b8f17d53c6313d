"""Charts of metrics: dated figures as lines, with their intervals, experiments and events."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from mkdocs_journeys.insight.statistics.intervals import Interval
from mkdocs_journeys.model import Observation
from mkdocs_journeys.site.charts.geometry import Axis, PlotArea, known_runs, nice_axis, polyline, whole_polyline
from mkdocs_journeys.site.rendering.numbers import day as day_words
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message, spoken_language

TrialPeriod = tuple[int, date, date | None]
"""The number of an experiment, when it started and when it ended, None while it still runs."""
WIDTH, HEIGHT = 720, 270
PLOT = PlotArea(54, 26, 566, 232)
LABEL_HEIGHT = 14
LONGEST_LABEL = 24
MONTHS = (
    message("Jan"),
    message("Feb"),
    message("Mar"),
    message("Apr"),
    message("May"),
    message("Jun"),
    message("Jul"),
    message("Aug"),
    message("Sep"),
    message("Oct"),
    message("Nov"),
    message("Dec"),
)
MOST_TICKS = 9
EVENT_ROOM = 18.0
"""The width and height that the sign of an event takes."""


class LineSeries(NamedTuple):
    """Figures to draw, by date, with the name that stands at the line's end."""

    name: str
    observations: Sequence[Observation]


class Tick(NamedTuple):
    """A tick of an axis: `at` is its x or y."""

    at: float
    text: str


class PlottedLine(NamedTuple):
    """A drawn series: `look` numbers its dash pattern, 0 is solid; the last figure stands at (x, y)."""

    path: str
    look: int
    x: float
    y: float


class EndLabel(NamedTuple):
    """A name right of the plot at `y`, joined to its line's end at `from_y`."""

    text: str
    y: float
    from_y: float
    look: str


class TrialSpan(NamedTuple):
    """An experiment's time on the chart; `ends` is False where it still runs."""

    number: int
    x: float
    width: float
    ends: bool


class EventMark(NamedTuple):
    """An event on the chart: its `sign` stands at (x, y)."""

    sign: str
    x: float
    y: float


class LineChart(NamedTuple):
    """Everything in a box WIDTH by HEIGHT; `target` and `baseline` are the y of their lines.

    `band` is the path of what the intervals of a series cover, "" where none is known.
    """

    lines: tuple[PlottedLine, ...]
    labels: tuple[EndLabel, ...]
    ticks_y: tuple[Tick, ...]
    ticks_x: tuple[Tick, ...]
    target: float | None
    baseline: float | None
    trials: tuple[TrialSpan, ...]
    band: str
    events: tuple[EventMark, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: float = PLOT.left
    right: float = PLOT.right
    top: float = PLOT.top
    bottom: float = PLOT.bottom


def line_chart(
    series: Sequence[LineSeries],
    trials: Iterable[TrialPeriod] = (),
    target: tuple[float, str] | None = None,
    baseline: tuple[float, str] | None = None,
    intervals: Mapping[date, Interval] | None = None,
    events: Sequence[tuple[str, date]] = (),
) -> LineChart | None:
    """The chart of these series; target and baseline are (value, label). None where nothing was observed.

    `intervals` are those of the first series that is known, by date; `events` are (sign, day).
    """
    known = [one for one in series if one.observations]
    days = [one.date for item in known for one in item.observations]
    if not days:
        return None
    rules = [rule for rule in (target, baseline) if rule]
    values = (one.value for item in known for one in item.observations)
    covered = intervals or {}
    ends = (end for one in covered.values() for end in (one.low, one.high))
    axis = nice_axis([*values, *ends, *(value for value, _ in rules)], ticks=4)
    first, last = min(days), max(days)
    lines = [_line(item, look, axis, first, last) for look, item in enumerate(known)]
    labels = [(item.name, line.y, f"line-{line.look}") for item, line in zip(known, lines, strict=True)]
    for rule, look in ((target, "target"), (baseline, "baseline")):
        if rule:
            labels.append((rule[1], _y(rule[0], axis), look))
    return LineChart(
        lines=tuple(lines),
        labels=tuple(_spread(labels)),
        ticks_y=tuple(Tick(_y(tick, axis), _plain(tick)) for tick in axis.ticks),
        ticks_x=tuple(Tick(_x(day, first, last), text) for day, text in _dates(first, last)),
        target=_y(target[0], axis) if target else None,
        baseline=_y(baseline[0], axis) if baseline else None,
        trials=tuple(_span(trial, first, last) for trial in trials if trial[1] <= last),
        band=_band([(one.date, covered.get(one.date)) for one in known[0].observations], axis, first, last),
        events=tuple(_event_marks(events, first, last)),
    )


def mini_line(
    observations: Sequence[Observation], width: float = 110, height: float = 26, *, exact: bool = True
) -> str:
    """The path of a series in a box of this size; "" for fewer than two figures.

    Its points lie at tenths of a unit, or at whole units, which pack better, where it need not be `exact`.
    """
    if len(observations) < 2:
        return ""
    axis = nice_axis([one.value for one in observations])
    first, last = observations[0].date.toordinal(), observations[-1].date.toordinal()
    places = [
        (
            round(2 + (one.date.toordinal() - first) / max(1, last - first) * (width - 4), 1),
            round(2 + (1 - axis.share(one.value)) * (height - 4), 1),
        )
        for one in observations
    ]
    return polyline(places) if exact else whole_polyline(places)


def _line(item: LineSeries, look: int, axis: Axis, first: date, last: date) -> PlottedLine:
    places = [(_x(one.date, first, last), _y(one.value, axis)) for one in item.observations]
    return PlottedLine(polyline(places) if len(places) > 1 else "", look, *places[-1])


def _band(figures: Sequence[tuple[date, Interval | None]], axis: Axis, first: date, last: date) -> str:
    """An area for each run of figures whose intervals are known; of a single one, its interval as a thin bar."""
    areas = []
    for run in known_runs((day, found) if found else None for day, found in figures):
        upper = [(_x(day, first, last), _y(found.high, axis)) for day, found in run]
        lower = [(_x(day, first, last), _y(found.low, axis)) for day, found in run]
        if len(run) == 1:
            upper, lower = ([(x + aside, y) for x, y in row for aside in (-2, 2)] for row in (upper, lower))
        areas.append(f"{polyline([*upper, *reversed(lower)])}z")
    return "".join(areas)


def _event_marks(events: Sequence[tuple[str, date]], first: date, last: date) -> Iterator[EventMark]:
    """Signs above the foot of the chart, one above the other where they would lie on each other."""
    taken: list[tuple[float, float]] = []
    for sign, day in events:
        x, y = _x(day, first, last), PLOT.bottom - EVENT_ROOM / 2
        while any(abs(x - other) < EVENT_ROOM and y == height for other, height in taken):
            y -= EVENT_ROOM
        taken.append((x, y))
        yield EventMark(sign, x, y)


def _spread(ends: Sequence[tuple[str, float, str]]) -> Iterator[EndLabel]:
    """Labels at their lines' ends, moved apart where they would lie on each other."""
    ordered = sorted(ends, key=lambda end: end[1])
    y = PLOT.top - LABEL_HEIGHT
    places = []
    for end in ordered:
        y = max(end[1], y + LABEL_HEIGHT)
        places.append(y)
    over = max(0.0, places[-1] - (PLOT.bottom + LABEL_HEIGHT))
    for (name, wanted, look), place in zip(ordered, places, strict=True):
        text = name if len(name) <= LONGEST_LABEL else f"{name[: LONGEST_LABEL - 1]}…"
        yield EndLabel(text, round(place - over, 1), wanted, look)


def _span(trial: TrialPeriod, first: date, last: date) -> TrialSpan:
    number, started, ended = trial
    start = _x(max(started, first), first, last)
    end = _x(max(first, min(ended or last, last)), first, last)
    return TrialSpan(number, start, round(max(2.0, end - start), 1), ended is not None)


def _dates(first: date, last: date) -> Iterator[tuple[date, str]]:
    """First days of months or years, so many that they can be read; both ends where they are very near."""
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((n for n in (1, 2, 3, 6, 12, 24, 60, 120) if months / n < MOST_TICKS), 600)
    count = first.year * 12 + first.month - 1
    found = []
    for month in range(-(-count // step) * step, last.year * 12 + last.month, step):
        day = date(month // 12, month % 12 + 1, 1)
        if day >= first:
            found.append((day, str(day.year) if day.month == 1 else _(MONTHS[day.month - 1])))
    if found:
        yield from found
    else:
        yield from dict.fromkeys(((first, day_words(first)), (last, day_words(last))))


def _x(day: date, first: date, last: date) -> float:
    days = (last - first).days
    return PLOT.x((day - first).days / days if days else 0.5)


def _y(value: float, axis: Axis) -> float:
    return PLOT.y(axis.share(value))


def _plain(value: float) -> str:
    text = f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
    return spoken_language().figure(text.replace("-", "−"))
