"""The history of a journey as values, and the JSON form of those that are cached on disk."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import Field, TypeAdapter

from mkdocs_journeys.diff.sentences import Quote
from mkdocs_journeys.diff.severity import Judgement
from mkdocs_journeys.model.scales import PainStatus

Count = Annotated[int, Field(strict=True, ge=0)]


@dataclass(frozen=True, slots=True)
class ChangeSentence:
    """One change in words, with its judgement: a sentence in parts, our own words and authors' texts."""

    judgement: Judgement
    words: tuple[str | Quote, ...]


Emotion = Annotated[float, Field(strict=True, ge=-2, le=2)]


@dataclass(frozen=True, slots=True)
class PainState:
    """A pain in a version: its status, and the emotion of the step that defines it (None if unknown)."""

    id: str
    status: PainStatus
    emotion: Emotion | None


@dataclass(frozen=True, slots=True)
class State:
    """The state of a version: mean emotion from −2 to 2 (None if unknown) and the pains that it defines."""

    emotion: Emotion | None
    open_pains: Count
    pains: tuple[PainState, ...] = ()


@dataclass(frozen=True, slots=True)
class Commit:
    """Date, author and subject of a commit; the texts are untrusted. `time` is the date with its time, as ISO 8601.

    `others` are those who wrote it with the author, and the authors of what a merge brought.
    """

    hash: str
    day: date
    author: str
    subject: str
    time: str = ""
    others: tuple[str, ...] = ()
    is_merge: bool = False

    @property
    def authors(self) -> tuple[str, ...]:
        """Everybody who had a part in it, the author first; none where nobody shall be named."""
        return tuple(filter(None, dict.fromkeys((self.author, *self.others))))


@dataclass(frozen=True, slots=True)
class Event:
    """A version of a journey: its commit, its state, and its changes (`more` were left out)."""

    commit: Commit
    state: State
    changes: tuple[ChangeSentence, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class JourneyHistory:
    """The versions of a journey, the newest first; `cut` if older ones are left out."""

    events: tuple[Event, ...] = ()
    cut: bool = False


STATES = TypeAdapter(State)
