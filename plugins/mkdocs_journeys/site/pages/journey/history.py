"""The history section of a journey's page: its versions in git, and charts over time."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.diff.sentences import Quote
from mkdocs_journeys.diff.severity import Judgement
from mkdocs_journeys.history import Event, JourneyHistory
from mkdocs_journeys.history.record import ChangeSentence, Name
from mkdocs_journeys.insight.emotion import emotion_word, signed
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.charts.geometry import PlotArea, known_runs
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.page import Section
from mkdocs_journeys.wording import counted

TEMPLATE = "history.html.j2"
OPEN_ENTRIES = 3
"""Entries outside the collapsed part."""
MAX_SENTENCES = 6
"""Changes listed in an entry."""
VERDICTS = {Judgement.WORSE: "worse", Judgement.REVIEW: "look", Judgement.BETTER: "better", Judgement.EDITORIAL: ""}


@dataclass(frozen=True, slots=True)
class SentencePart:
    """A piece of a sentence; `quoted` if an author wrote it."""

    text: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class HistorySentence:
    """One change in words; `short` is its judgement in one word, "" for an editorial change."""

    judgement: Judgement
    short: str
    parts: tuple[SentencePart, ...]


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One version: who, when, why, its changes (`more` are not listed), and how the journey stood then."""

    day: date
    author: str
    subject: str
    hash: str
    sentences: tuple[HistorySentence, ...]
    more: int
    state: str


def history_section(context: PageContext, journey: Journey) -> Iterator[Section]:
    """The section of a journey; none if git knows nothing of it."""
    settings = context.site.settings
    record: JourneyHistory | None = context.site.cached(settings.history).get(journey.id)
    if record is None:
        return
    entries = [entry_of(context, event) for event in record.events if event.changes]
    html = context.render(
        TEMPLATE,
        charts=charts_of(record.events, settings.today),
        entries=entries[:OPEN_ENTRIES],
        older=entries[OPEN_ENTRIES:],
        cut=record.cut,
    )
    yield Section("history", "History", 2, html)


def entry_of(context: PageContext, event: Event) -> HistoryEntry:
    """The entry of an event, with the names that things have today."""
    emotion = event.state.emotion
    feeling = "emotion not known" if emotion is None else f"emotion {signed(float(emotion))}"
    return HistoryEntry(
        day=event.commit.day,
        author=event.commit.author,
        subject=event.commit.subject,
        hash=event.commit.hash[:10],
        sentences=tuple(_sentence(context, told) for told in event.changes[:MAX_SENTENCES]),
        more=event.more + max(0, len(event.changes) - MAX_SENTENCES),
        state=f"{feeling} · {counted(event.state.open_pains, 'own open pain')}",
    )


def _sentence(context: PageContext, told: ChangeSentence) -> HistorySentence:
    parts = tuple(_part(context, word) for word in told.words if word)
    return HistorySentence(told.judgement, VERDICTS[told.judgement], parts)


def _part(context: PageContext, word: str | Quote | Name) -> SentencePart:
    if isinstance(word, Name):
        return SentencePart(_name(context, word), True)
    return SentencePart(word.text, True) if isinstance(word, Quote) else SentencePart(word, False)


def _name(context: PageContext, name: Name) -> str:
    atlas = context.atlas
    if name.kind == "persona":
        persona = atlas.personas.get(name.id)
        return persona.name if persona else name.id
    known = (atlas.teams if name.kind == "team" else atlas.stages).get(name.id)
    return known.name if known else name.id


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
