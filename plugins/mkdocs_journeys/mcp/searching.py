"""Search over the names and texts of everything in an atlas."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from mkdocs_journeys.diff.entities import Entity
from mkdocs_journeys.mcp.answers import FoundThing, SearchAnswer, left_out, shortened
from mkdocs_journeys.mcp.workspace import KINDS, AtlasState, kind_of
from mkdocs_journeys.model import Model

_WORD = re.compile(r"\w+")


def search(state: AtlasState, query: str, kind: str | None = None, most: int = 10) -> SearchAnswer:
    """The things whose id, name or texts have all words of a query, else most of them, best first.

    Words in names count more than words in texts; case and order do not count.
    """
    words = _WORD.findall(query.casefold())
    fits = [(one.fit(words), one) for one in _index(state) if kind in (None, kind_of(one.thing))]
    words_found = max((fit[0] for fit, _ in fits), default=0)
    best = [pair for pair in fits if words_found and pair[0][0] == words_found]
    best.sort(key=lambda pair: pair[0], reverse=True)
    shown = tuple(_found(state, one, words) for _, one in best[:most])
    return SearchAnswer(found=shown, more=left_out(len(best), most))


class Indexed(NamedTuple):
    """A thing with the words of its id and name, and those of its texts, without capitals."""

    thing: Entity
    named: str
    told: str

    def fit(self, words: Sequence[str]) -> tuple[int, int]:
        """How many of the words it has, and how many of them in its id and name."""
        named = [_has(self.named, word) for word in words]
        return sum(one or _has(self.told, word) for one, word in zip(named, words, strict=True)), sum(named)


@lru_cache(1)
def _index(state: AtlasState) -> list[Indexed]:
    things = [one for kind in KINDS for one in state.things[kind].values()]
    return [Indexed(one, _words(f"{one.id} {one.name}"), _words(" ".join(texts_of(one)))) for one in things]


def _words(text: str) -> str:
    """The words of a text without capitals, each behind a space."""
    return f" {' '.join(_WORD.findall(text.casefold()))}"


def _has(text: str, word: str) -> bool:
    """Whether a word of a text begins with `word`; in scripts that part no words, whether it is there."""
    return (f" {word}" if word.isascii() else word) in text


def texts_of(thing: Entity) -> Iterator[str]:
    """The texts that stand in a thing itself; those of its steps, pains, findings and solutions are theirs."""
    if isinstance(thing.model, Model):
        for name, value in vars(thing.model).items():
            if name not in ("id", "path", "group"):
                yield from _texts_in(value)


def _texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts_in(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts_in(one)
    elif isinstance(value, Model) and not hasattr(value, "id") and not hasattr(value, "steps"):
        for one in vars(value).values():
            yield from _texts_in(one)


def _found(state: AtlasState, one: Indexed, words: Sequence[str]) -> FoundThing:
    """A thing with the first of its texts that has one of the words its name has not."""
    thing = one.thing
    missing = [word for word in words if not _has(one.named, word)]
    prose = (text for text in texts_of(thing) if " " in text)
    text = next((text for text in prose if any(_has(_words(text), word) for word in missing)), "")
    return FoundThing(kind=kind_of(thing), id=thing.id, name=thing.name, where=state.where(thing), text=shortened(text))
