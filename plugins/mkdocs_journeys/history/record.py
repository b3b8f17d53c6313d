"""The history of a journey as values, and the JSON form of those that are cached on disk."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from mkdocs_journeys.diff.sentences import Quote
from mkdocs_journeys.diff.severity import Judgement
from mkdocs_journeys.model.scales import PainStatus

Count = Annotated[int, Field(strict=True, ge=0)]


@dataclass(frozen=True, slots=True)
class Name:
    """A team, persona or stage in a sentence, by its id; the page shows its current name."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class ChangeSentence:
    """One change in words, with its judgement: a sentence in parts, our own words, authors' texts and names."""

    judgement: Judgement
    words: tuple[str | Quote | Name, ...]


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
    """Date, author and subject of a commit; the texts are untrusted. `time` is the date with its time, as ISO 8601."""

    hash: str
    day: date
    author: str
    subject: str
    time: str = ""


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


Description = tuple[tuple[ChangeSentence, ...], Count]
"""The changes of one version in words, and how many more there were."""
DESCRIPTIONS = TypeAdapter(Description)
_STATES = TypeAdapter(State)


def state_to_json(state: State | None) -> Any:
    """A state as JSON; `{}` for a version that cannot be read."""
    return {} if state is None else _STATES.dump_python(state, mode="json")


def state_from_json(value: Any) -> State | None:
    """The state in a value of `state_to_json`, None for a version that cannot be read. Raises ValueError."""
    return None if value == {} else _STATES.validate_python(value)
