"""The versions of a journey as its page lists them."""

from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.diff.change import Judgement
from mkdocs_journeys.history import Event
from mkdocs_journeys.history.record import ChangeSentence, Name, Quoted
from mkdocs_journeys.insight.emotion import signed
from mkdocs_journeys.site.world import Desk
from mkdocs_journeys.wording import counted

MOST_SAID = 6
SHORT = {Judgement.WORSE: "worse", Judgement.LOOK: "look", Judgement.BETTER: "better", Judgement.EDITORIAL: ""}


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence; `quoted` where an author wrote it."""

    text: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One change in words; `short` is its judgement in one word, "" where it means nothing for the customer."""

    judgement: Judgement
    short: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One version: who, when, why, what changed, and how the journey stood then."""

    day: date
    author: str
    subject: str
    hash: str
    sentences: tuple[Sentence, ...]
    more: int
    state: str


def entry_of(desk: Desk, event: Event) -> Entry:
    """An event ready to be drawn, with the names that things have today."""
    emotion = event.state.emotion
    feeling = "emotion not known" if emotion is None else f"emotion {signed(float(emotion))}"
    return Entry(
        day=event.commit.day,
        author=event.commit.author,
        subject=event.commit.subject,
        hash=event.commit.hash[:10],
        sentences=tuple(_sentence(desk, told) for told in event.changes[:MOST_SAID]),
        more=event.more + max(0, len(event.changes) - MOST_SAID),
        state=f"{feeling} · {counted(event.state.open_pains, 'own open pain')}",
    )


def _sentence(desk: Desk, told: ChangeSentence) -> Sentence:
    return Sentence(told.judgement, SHORT[told.judgement], tuple(_part(desk, word) for word in told.words if word))


def _part(desk: Desk, word: str | Quoted | Name) -> Part:
    if isinstance(word, Name):
        return Part(_name(desk, word), True)
    return Part(word.text, True) if isinstance(word, Quoted) else Part(word, False)


def _name(desk: Desk, name: Name) -> str:
    atlas = desk.atlas
    if name.kind == "persona":
        persona = atlas.personas.get(name.id)
        return persona.name if persona else name.id
    known = (atlas.teams if name.kind == "team" else atlas.stages).get(name.id)
    return known.name if known else name.id
