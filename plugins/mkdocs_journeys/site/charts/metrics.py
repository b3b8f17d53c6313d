"""Charts of metrics: dated figures as lines, and the baseline, target and result of an experiment."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from mkdocs_journeys.insight.metrics import better_of
from mkdocs_journeys.model import Experiment, Metric, Observation
from mkdocs_journeys.site.charts.geometry import Axis, PlotArea, nice_axis, polyline
from mkdocs_journeys.site.rendering.numbers import day as day_words
from mkdocs_journeys.site.rendering.numbers import number, with_unit
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message, spoken_language

TrialPeriod = tuple[int, date, date | None]
"""The number of an experiment, when it started and when it ended, None while it still runs."""
WIDTH, HEIGHT = 720, 270
PLOT = PlotArea(54, 26, 566, 232)
BULLET_PLOT = PlotArea(10, 0, 290, 24)
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


class LineChart(NamedTuple):
    """Everything in a box WIDTH by HEIGHT; `target` and `baseline` are the y of their lines."""

    lines: tuple[PlottedLine, ...]
    labels: tuple[EndLabel, ...]
    ticks_y: tuple[Tick, ...]
    ticks_x: tuple[Tick, ...]
    target: float | None
    baseline: float | None
    trials: tuple[TrialSpan, ...]
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
) -> LineChart | None:
    """The chart of these series; target and baseline are (value, label). None where nothing was observed."""
    known = [one for one in series if one.observations]
    days = [one.date for item in known for one in item.observations]
    if not days:
        return None
    rules = [rule for rule in (target, baseline) if rule]
    values = (one.value for item in known for one in item.observations)
    axis = nice_axis([*values, *(value for value, _ in rules)], ticks=4)
    first, last = min(days), max(days)
    lines = [_line(item, look, axis, first, last) for look, item in enumerate(known)]
    ends = [(item.name, line.y, f"line-{line.look}") for item, line in zip(known, lines, strict=True)]
    for rule, look in ((target, "target"), (baseline, "baseline")):
        if rule:
            ends.append((rule[1], _y(rule[0], axis), look))
    return LineChart(
        lines=tuple(lines),
        labels=tuple(_spread(ends)),
        ticks_y=tuple(Tick(_y(tick, axis), _plain(tick)) for tick in axis.ticks),
        ticks_x=tuple(Tick(_x(day, first, last), text) for day, text in _dates(first, last)),
        target=_y(target[0], axis) if target else None,
        baseline=_y(baseline[0], axis) if baseline else None,
        trials=tuple(_span(trial, first, last) for trial in trials if trial[1] <= last),
    )


def mini_line(observations: Sequence[Observation], width: float = 110, height: float = 26) -> str:
    """The path of a series in a box of this size; "" for fewer than two figures."""
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
    return polyline(places)


def _line(item: LineSeries, look: int, axis: Axis, first: date, last: date) -> PlottedLine:
    places = [(_x(one.date, first, last), _y(one.value, axis)) for one in item.observations]
    return PlottedLine(polyline(places) if len(places) > 1 else "", look, *places[-1])


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


class BulletMark(NamedTuple):
    """A labelled figure at x on the bullet chart."""

    kind: str
    label: str
    value: str
    x: float


class Bullet(NamedTuple):
    """Baseline, target and result on one line, 300 units wide; `bar` is the (x, width) from first to last.

    `verdict` says in words what the drawing shows; `outcome` is good, short, worse or open.
    """

    marks: tuple[BulletMark, ...]
    bar: tuple[float, float] | None
    outcome: str
    verdict: str


def bullet_chart(experiment: Experiment, metric: Metric | None) -> Bullet | None:
    """The bullet chart of an experiment; None where it has no figures."""
    given = (
        ("baseline", _("Baseline"), experiment.baseline),
        ("target", _("Target"), experiment.target),
        ("result", _("Result"), experiment.result),
    )
    known = [(kind, label, value) for kind, label, value in given if value is not None]
    if not known:
        return None
    axis = nice_axis([value for _, _, value in known])
    marks = tuple(
        BulletMark(kind, label, with_unit(metric, value) if metric else number(value), BULLET_PLOT.x(axis.share(value)))
        for kind, label, value in known
    )
    places = {mark.kind: mark.x for mark in marks}
    start, end = places.get("baseline", BULLET_PLOT.left), places.get("result")
    outcome, verdict = _outcome(experiment, metric)
    bar = (min(start, end), round(abs(end - start), 1)) if end is not None else None
    return Bullet(marks, bar, outcome, verdict)


def _outcome(experiment: Experiment, metric: Metric | None) -> tuple[str, str]:
    baseline, target, result = experiment.baseline, experiment.target, experiment.result
    if result is None:
        return "open", _("no result yet")
    upwards = _upwards(baseline, target, metric)
    if upwards is None:
        return "open", _("nothing to compare the result with")
    ahead = 1 if upwards else -1
    if target is not None and (result - target) * ahead >= 0:
        return "good", _("target reached")
    if baseline is not None and (result - baseline) * ahead <= 0:
        return "worse", _("no better than before")
    return "short", _("short of the target") if target is not None else _("better than before")


def _upwards(baseline: float | None, target: float | None, metric: Metric | None) -> bool | None:
    """Whether more is better: as the target has it, else as the metric does."""
    if baseline is not None and target is not None and baseline != target:
        return target > baseline
    better = better_of(metric) if metric else None
    return better == "higher" if better else True if target is not None else None
