"""Two small charts over time: the mean emotion of a journey, and its open pains. Lines are level between versions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.history import Event
from mkdocs_journeys.insight.emotion import emotion_word, signed
from mkdocs_journeys.site.charts.geometry import PlotArea, known_runs
from mkdocs_journeys.wording import counted

WIDTH, HEIGHT = 280, 96
PLOT = PlotArea(26, 10, 272, 86)


@dataclass(frozen=True, slots=True)
class HistoryDot:
    """A version on the chart; `title` says it in words."""

    x: float
    y: float
    title: str


@dataclass(frozen=True, slots=True)
class HistoryTick:
    """A label beside the chart."""

    y: float
    text: str


@dataclass(frozen=True, slots=True)
class HistoryChart:
    """One chart in a box WIDTH by HEIGHT. `lines` are SVG paths, one for each time in which the value was known.

    `description` says in words what they show; `zero` is the y of a value that is nothing.
    """

    title: str
    description: str
    lines: tuple[str, ...]
    dots: tuple[HistoryDot, ...]
    ticks: tuple[HistoryTick, ...]
    zero: float
    start: date
    end: date
    width: int = WIDTH
    height: int = HEIGHT
    left: float = PLOT.left
    right: float = PLOT.right


@dataclass(frozen=True, slots=True)
class _Scale:
    start: date
    end: date
    low: float
    high: float

    def x(self, day: date) -> float:
        return PLOT.x((day - self.start).days / max(1, (self.end - self.start).days))

    def y(self, value: float) -> float:
        return PLOT.y((value - self.low) / (self.high - self.low))


def charts_of(events: Sequence[Event], today: date) -> tuple[HistoryChart, ...]:
    """Both charts from events, the newest first; none where fewer than two days are known."""
    past = [event for event in reversed(events) if event.commit.day <= today]
    if len({event.commit.day for event in past}) < 2:
        return ()
    return _emotion(past, today), _pains(past, today)


def _emotion(past: Sequence[Event], today: date) -> HistoryChart:
    scale = _Scale(past[0].commit.day, today, -2, 2)
    values = [event.state.emotion for event in past]
    ticks = tuple(HistoryTick(scale.y(value), signed(value)) for value in (2, 0, -2))
    return _chart(
        "Mean emotion", past, values, scale, ticks, lambda value: f"{signed(float(value))}, {emotion_word(value)}"
    )


def _pains(past: Sequence[Event], today: date) -> HistoryChart:
    values: list[float | None] = [event.state.open_pains for event in past]
    most = max(1, *(event.state.open_pains for event in past))
    scale = _Scale(past[0].commit.day, today, 0, most)
    ticks = (HistoryTick(scale.y(most), str(most)), HistoryTick(scale.y(0), "0"))
    return _chart("Own open pains", past, values, scale, ticks, lambda value: counted(int(value), "open pain"))


def _chart(
    title: str,
    past: Sequence[Event],
    values: Sequence[float | None],
    scale: _Scale,
    ticks: tuple[HistoryTick, ...],
    words: Callable[[float], str],
) -> HistoryChart:
    days = [event.commit.day for event in past]
    pairs = list(zip(days, values, strict=True))
    changed = [pair for at, pair in enumerate(pairs) if at == 0 or pair[1] != pairs[at - 1][1]]
    spans = [
        None if value is None else (scale.x(day), scale.x(until), scale.y(value))
        for (day, value), until in zip(pairs, [*days[1:], scale.end], strict=True)
    ]
    return HistoryChart(
        title=title,
        description="; ".join(f"{day}: {words(value) if value is not None else 'not known'}" for day, value in changed),
        lines=tuple(_level_line(run) for run in known_runs(spans)),
        dots=tuple(
            HistoryDot(scale.x(day), scale.y(value), f"{day}: {words(value)}")
            for day, value in pairs
            if value is not None
        ),
        ticks=ticks,
        zero=scale.y(0),
        start=scale.start,
        end=scale.end,
    )


def _level_line(spans: Sequence[tuple[float, float, float]]) -> str:
    """The SVG path of (start, end, y) spans that follow each other, with a vertical step between two."""
    x, end, y = spans[0]
    return f"M{x:g} {y:g}H{end:g}" + "".join([f"V{y:g}H{end:g}" for _, end, y in spans[1:]])
