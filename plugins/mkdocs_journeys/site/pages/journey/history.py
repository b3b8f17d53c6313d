"""The history section of a journey's page: its versions in git, and charts over time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from textwrap import shorten
from typing import NamedTuple

from mkdocs_journeys.diff.sentences import Quote
from mkdocs_journeys.diff.severity import Judgement
from mkdocs_journeys.history import Event, JourneyHistory
from mkdocs_journeys.history.record import ChangeSentence
from mkdocs_journeys.insight.emotion import emotion_word
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.charts.geometry import AxisLabel, PlotArea, known_runs
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.page import Section
from mkdocs_journeys.site.rendering.numbers import day as in_words
from mkdocs_journeys.site.rendering.numbers import signed
from mkdocs_journeys.site.rendering.terms import term
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message, ngettext

TEMPLATE = "history.html.j2"
OPEN_ENTRIES = 3
"""Entries outside the collapsed part."""
MOST_ENTRIES = 20
"""Entries in all."""
MAX_SENTENCES = 6
"""Changes listed in an entry."""
LONGEST_SUBJECT = 72
"""The most letters of why a version was made."""
WIDTH, HEIGHT = 280, 96
PLOT = PlotArea(26, 10, 272, 86)
VERDICTS = {
    Judgement.WORSE: message("worse"),
    # Translators: a change that somebody should look at
    Judgement.REVIEW: message("look"),
    Judgement.BETTER: message("better"),
}
"""Short words for all judgements but an editorial one."""


class SentencePart(NamedTuple):
    """A piece of a sentence; `quoted` if an author wrote it."""

    text: str
    quoted: bool


class HistorySentence(NamedTuple):
    """One change in words; `short` is its judgement in one word, "" for an editorial change."""

    judgement: Judgement
    short: str
    parts: tuple[SentencePart, ...]


class HistoryEntry(NamedTuple):
    """One version: who, when, why, its changes (`more` are not listed), and how the journey stood then.

    `state` is "" where it was the same before.
    """

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
    record: JourneyHistory | None = context.atlas.cached(settings.history).get(journey.id)
    if record is None:
        return
    entries = _with_states_that_changed([_entry(context, event) for event in record.events if event.changes])
    html = context.render(
        TEMPLATE,
        charts=charts_of(record.events, settings.today),
        entries=entries[:OPEN_ENTRIES],
        older=entries[OPEN_ENTRIES:MOST_ENTRIES],
        cut=record.cut or len(entries) > MOST_ENTRIES,
    )
    yield Section("history", _("History"), 2, html, narrow=True)


def _with_states_that_changed(entries: Sequence[HistoryEntry]) -> list[HistoryEntry]:
    """The entries, newest first, without a state that is that of the one before in time."""
    older = [entry.state for entry in entries[1:]] + [""]
    return [
        entry._replace(state="") if entry.state == before else entry
        for entry, before in zip(entries, older, strict=True)
    ]


def _entry(context: PageContext, event: Event) -> HistoryEntry:
    """The entry of an event, with the names that things have today."""
    emotion = event.state.emotion
    feeling = _("emotion not known") if emotion is None else _("emotion %(figure)s", figure=signed(float(emotion)))
    pains = ngettext("%(num)s own open pain", "%(num)s own open pains", event.state.open_pains)
    return HistoryEntry(
        day=event.commit.day,
        author=_(", ").join(event.commit.authors),
        subject=shorten(event.commit.subject, LONGEST_SUBJECT, placeholder="…"),
        hash=event.commit.hash[:10],
        sentences=tuple(_sentence(change) for change in event.changes[:MAX_SENTENCES]),
        more=event.more + max(0, len(event.changes) - MAX_SENTENCES),
        state=f"{feeling} · {pains}",
    )


def _sentence(change: ChangeSentence) -> HistorySentence:
    parts = tuple(
        SentencePart(word.text, True) if isinstance(word, Quote) else SentencePart(word, False)
        for word in change.words
        if word
    )
    verdict = VERDICTS.get(change.judgement)
    return HistorySentence(change.judgement, _(verdict) if verdict else "", parts)


class HistoryDot(NamedTuple):
    """A version on the chart; `title` says it in words."""

    x: float
    y: float
    title: str


class HistoryChart(NamedTuple):
    """One chart in a box WIDTH by HEIGHT. `lines` are SVG paths, one for each time in which the value was known.

    `description` says in words what they show; `zero` is the y of a value that is nothing.
    """

    title: str
    description: str
    lines: tuple[str, ...]
    dots: tuple[HistoryDot, ...]
    ticks: tuple[AxisLabel, ...]
    zero: float
    start: date
    end: date
    width: int = WIDTH
    height: int = HEIGHT
    left: float = PLOT.left
    right: float = PLOT.right


def charts_of(events: Sequence[Event], today: date) -> tuple[HistoryChart, ...]:
    """Both charts from events, the newest first; none where fewer than two days are known."""
    past = [event for event in reversed(events) if event.commit.day <= today]
    days = [event.commit.day for event in past]
    if len(set(days)) < 2:
        return ()
    emotions = [event.state.emotion for event in past]
    pains = [event.state.open_pains for event in past]
    levels, counts = {level: signed(level) for level in (2, 0, -2)}, {max(1, *pains): str(max(1, *pains)), 0: "0"}
    return (
        _chart(_("Mean emotion"), days, emotions, today, levels, _emotion_in_words),
        _chart(_("Own open pains"), days, pains, today, counts, _pains_in_words),
    )


def _emotion_in_words(value: float) -> str:
    return f"{signed(float(value))}, {term(emotion_word(value))}"


def _pains_in_words(value: float) -> str:
    return ngettext("%(num)s open pain", "%(num)s open pains", int(value))


def _chart(
    title: str,
    days: Sequence[date],
    values: Sequence[float | None],
    today: date,
    ticks: Mapping[int, str],
    words: Callable[[float], str],
) -> HistoryChart:
    """The chart of a value on each day, until today; `ticks` are the labelled values, both ends of its range too."""
    low, high = min(ticks), max(ticks)

    def x(day: date) -> float:
        return PLOT.x((day - days[0]).days / max(1, (today - days[0]).days))

    def y(value: float) -> float:
        return PLOT.y((value - low) / (high - low))

    pairs = list(zip(days, values, strict=True))
    changed = [pair for at, pair in enumerate(pairs) if at == 0 or pair[1] != pairs[at - 1][1]]
    spans = [
        None if value is None else (x(day), x(until), y(value))
        for (day, value), until in zip(pairs, [*days[1:], today], strict=True)
    ]
    return HistoryChart(
        title=title,
        description="; ".join(_at(day, words(v) if v is not None else _("not known")) for day, v in changed),
        lines=tuple(_level_line(run) for run in known_runs(spans)),
        dots=tuple(dict.fromkeys(HistoryDot(x(day), y(v), _at(day, words(v))) for day, v in pairs if v is not None)),
        ticks=tuple(AxisLabel(PLOT.left, y(value), text) for value, text in ticks.items()),
        zero=y(0),
        start=days[0],
        end=today,
    )


def _at(day: date, words: str) -> str:
    return f"{in_words(day)}: {words}"


def _level_line(spans: Sequence[tuple[float, float, float]]) -> str:
    """The SVG path of (start, end, y) spans that follow each other, with a vertical step between two."""
    x, end, y = spans[0]
    return f"M{x:g} {y:g}H{end:g}" + "".join([f"V{y:g}H{end:g}" for _, end, y in spans[1:]])
