"""States and sentences as JSON, and back: what does not have exactly this shape is not taken."""

from collections.abc import Iterator
from typing import Any

from mkdocs_journeys.diff.sentences import Quote
from mkdocs_journeys.diff.severity import Judgement
from mkdocs_journeys.history.record import Name, State, Told, Words

Telling = tuple[tuple[Told, ...], int]
"""Changes in words, and how many more there were."""
_LOWEST, _HIGHEST = -2.0, 2.0


def from_state(state: State | None) -> Any:
    """A state as JSON; `{}` for a version that cannot be read."""
    return {} if state is None else {"emotion": state.emotion, "pains": state.open_pains}


def to_state(value: Any) -> State | None:
    """The state in a value of `from_state`, None for a version that cannot be read. Raises ValueError."""
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


def from_telling(telling: Telling) -> Any:
    """Sentences as JSON."""
    changes, more = telling
    return {"told": [[one.judgement.value, [_from_word(word) for word in one.words]] for one in changes], "more": more}


def to_telling(value: Any) -> Telling:
    """The sentences in a value of `from_telling`. Raises ValueError."""
    if not isinstance(value, dict) or value.keys() != {"told", "more"}:
        raise ValueError
    more = value["more"]
    if not isinstance(more, int) or isinstance(more, bool) or more < 0 or not isinstance(value["told"], list):
        raise ValueError
    return tuple(_to_told(one) for one in value["told"]), more


def _to_told(value: Any) -> Told:
    if not isinstance(value, list) or len(value) != 2 or not isinstance(value[1], list):
        raise ValueError
    return Told(Judgement(value[0]), _to_words(value[1]))


def _to_words(values: list[Any]) -> Words:
    return tuple(_each_word(values))


def _each_word(values: list[Any]) -> Iterator[str | Quote | Name]:
    for value in values:
        if isinstance(value, str):
            yield value
            continue
        kind, text = _only(value)
        yield Quote(text) if kind == "" else Name(kind, text)


def _only(value: Any) -> tuple[str, str]:
    """The one pair of a mapping."""
    if not isinstance(value, dict) or len(value) != 1:
        raise ValueError
    ((kind, text),) = value.items()
    if not isinstance(text, str):
        raise ValueError
    return kind, text


def _from_word(word: str | Quote | Name) -> Any:
    if isinstance(word, Quote):
        return {"": word.text}
    return {word.kind: word.id} if isinstance(word, Name) else word


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
