"""The history of a journey as values, and the JSON form of those that are cached on disk."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from mkdocs_journeys.diff.sentences import Quote
from mkdocs_journeys.diff.severity import Judgement


@dataclass(frozen=True, slots=True)
class Name:
    """A team, persona or stage in a sentence, by its id; the page shows its current name."""

    kind: str
    id: str


Words = tuple[str | Quote | Name, ...]
"""A sentence in parts: our own words, authors' texts and names."""


@dataclass(frozen=True, slots=True)
class ChangeSentence:
    """One change in words, with its judgement."""

    judgement: Judgement
    words: Words


@dataclass(frozen=True, slots=True)
class State:
    """The state of a version: mean emotion from −2 to 2 (None if unknown) and number of open pains that it defines."""

    emotion: float | None
    open_pains: int


@dataclass(frozen=True, slots=True)
class Commit:
    """Date, author and subject of a commit; the texts are untrusted."""

    hash: str
    day: date
    author: str
    subject: str


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


Description = tuple[tuple[ChangeSentence, ...], int]
"""The changes of one version in words, and how many more there were."""
_LOWEST, _HIGHEST = -2.0, 2.0


def state_to_json(state: State | None) -> Any:
    """A state as JSON; `{}` for a version that cannot be read."""
    return {} if state is None else {"emotion": state.emotion, "pains": state.open_pains}


def state_from_json(value: Any) -> State | None:
    """The state in a value of `state_to_json`, None for a version that cannot be read. Raises ValueError."""
    if value == {}:
        return None
    if not isinstance(value, dict) or value.keys() != {"emotion", "pains"}:
        raise ValueError
    emotion, pains = value["emotion"], value["pains"]
    if emotion is not None and not (_is_number(emotion) and _LOWEST <= emotion <= _HIGHEST):
        raise ValueError
    if not isinstance(pains, int) or isinstance(pains, bool) or pains < 0:
        raise ValueError
    return State(None if emotion is None else float(emotion), pains)


def description_to_json(description: Description) -> Any:
    """A description as JSON."""
    changes, more = description
    told = [[one.judgement.value, [_word_to_json(word) for word in one.words]] for one in changes]
    return {"told": told, "more": more}


def description_from_json(value: Any) -> Description:
    """The description in a value of `description_to_json`. Raises ValueError."""
    if not isinstance(value, dict) or value.keys() != {"told", "more"}:
        raise ValueError
    more = value["more"]
    if not isinstance(more, int) or isinstance(more, bool) or more < 0 or not isinstance(value["told"], list):
        raise ValueError
    return tuple(_sentence_from_json(one) for one in value["told"]), more


def _sentence_from_json(value: Any) -> ChangeSentence:
    if not isinstance(value, list) or len(value) != 2 or not isinstance(value[1], list):
        raise ValueError
    return ChangeSentence(Judgement(value[0]), tuple(_words_from_json(value[1])))


def _words_from_json(values: list[Any]) -> Iterator[str | Quote | Name]:
    for value in values:
        if isinstance(value, str):
            yield value
            continue
        kind, text = _only(value)
        yield Quote(text) if kind == "" else Name(kind, text)


def _only(value: Any) -> tuple[str, str]:
    """The only item of a mapping. Raises ValueError."""
    if not isinstance(value, dict) or len(value) != 1:
        raise ValueError
    ((kind, text),) = value.items()
    if not isinstance(text, str):
        raise ValueError
    return kind, text


def _word_to_json(word: str | Quote | Name) -> Any:
    if isinstance(word, Quote):
        return {"": word.text}
    return {word.kind: word.id} if isinstance(word, Name) else word


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
