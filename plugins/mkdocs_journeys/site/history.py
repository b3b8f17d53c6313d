"""The history section of a journey's page: its versions in git, and charts over time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.diff.sentences import Quote
from mkdocs_journeys.diff.severity import Judgement
from mkdocs_journeys.history import Event, JourneyHistory
from mkdocs_journeys.history.record import ChangeSentence, Name
from mkdocs_journeys.insight.emotion import signed
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site.charts.history import charts_of
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
