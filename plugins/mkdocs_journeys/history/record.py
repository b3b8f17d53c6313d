"""The history of a journey as values."""

from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.diff.sentences import Quote
from mkdocs_journeys.diff.severity import Judgement


@dataclass(frozen=True, slots=True)
class Name:
    """A team, persona or stage inside a sentence, by its id: it is shown under the name that it has today."""

    kind: str
    id: str


Words = tuple[str | Quote | Name, ...]
"""A sentence whose parts say who wrote them."""


@dataclass(frozen=True, slots=True)
class Told:
    """One change in words."""

    judgement: Judgement
    words: Words


@dataclass(frozen=True, slots=True)
class State:
    """How a journey stood: its mean emotion from −2 to 2 (None where nothing was known) and its own open pains."""

    emotion: float | None
    open_pains: int


@dataclass(frozen=True, slots=True)
class Commit:
    """When and by whom; everything but the hash and the day was typed by somebody."""

    hash: str
    day: date
    author: str
    subject: str


@dataclass(frozen=True, slots=True)
class Event:
    """A version of a journey: its commit, how it stood from then on, and what had changed (`more` were left out)."""

    commit: Commit
    state: State
    told: tuple[Told, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """The versions of a journey, the newest first; `cut` where there were older ones."""

    events: tuple[Event, ...] = ()
    cut: bool = False
