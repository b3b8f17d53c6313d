"""Step charts of a journey over time: its mean emotion and its open pains, level between versions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.history import Event
from mkdocs_journeys.insight.emotion import emotion_word, signed
from mkdocs_journeys.wording import counted

WIDTH, HEIGHT = 280, 96
LEFT, RIGHT, TOP, BOTTOM = 26, 8, 10, 10


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
    """One chart in a box WIDTH by HEIGHT. `lines` are SVG paths, one for each period in which the value was known.

    `description` says in words what they show; `zero` is the y of the value 0.
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
    left: int = LEFT
    right: int = WIDTH - RIGHT


@dataclass(frozen=True, slots=True)
class _Scale:
    start: date
    end: date
    low: float
    high: float

    def x(self, day: date) -> float:
        share = (day - self.start).days / max(1, (self.end - self.start).days)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)


def charts_of(events: Sequence[Event], today: date) -> tuple[HistoryChart, ...]:
    """Both charts from events, the newest first; none if all are of one day."""
    past = [event for event in reversed(events) if event.commit.day <= today]
    if len({event.commit.day for event in past}) < 2:
        return ()
    return _emotion(past, today), _pains(past, today)


def _emotion(past: Sequence[Event], today: date) -> HistoryChart:
    scale = _Scale(past[0].commit.day, today, -2, 2)
    values = [event.state.emotion for event in past]
    ticks = tuple(HistoryTick(scale.y(value), signed(value)) for value in (2, 0, -2))
    return _chart("Mean emotion", past, values, scale, ticks, _feeling)


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
    told = [f"{day}: {words(value) if value is not None else 'not known'}" for day, value in _steps(days, values)]
    dots = (
        HistoryDot(scale.x(day), scale.y(value), f"{day}: {words(value)}")
        for day, value in zip(days, values, strict=True)
        if value is not None
    )
    lines = tuple(_lines(days, values, scale))
    return HistoryChart(title, "; ".join(told), lines, tuple(dots), ticks, scale.y(0), scale.start, scale.end)


def _steps(days: Sequence[date], values: Sequence[float | None]) -> list[tuple[date, float | None]]:
    """The days on which the value changed, with the new value."""
    pairs = list(zip(days, values, strict=True))
    return [pair for at, pair in enumerate(pairs) if at == 0 or pair[1] != pairs[at - 1][1]]


def _lines(days: Sequence[date], values: Sequence[float | None], scale: _Scale) -> list[str]:
    lines: list[str] = []
    before: float | None = None
    for day, until, value in zip(days, [*days[1:], scale.end], values, strict=True):
        if value is not None:
            start = f"V{scale.y(value):g}" if before is not None and lines else f"M{scale.x(day):g} {scale.y(value):g}"
            if start.startswith("M"):
                lines.append("")
            lines[-1] += f"{start}H{scale.x(until):g}"
        before = value
    return lines


def _feeling(value: float) -> str:
    return f"{signed(float(value))}, {emotion_word(value)}"
