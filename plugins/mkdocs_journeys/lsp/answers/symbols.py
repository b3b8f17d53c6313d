"""What an editor lists: the parts of a file as a tree, and the things of an atlas by a few letters of their name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs_journeys.load import FileRole
from mkdocs_journeys.load.messages.phrases import noun_at
from mkdocs_journeys.lsp.answers.navigation import Found, TextOf, definition_of
from mkdocs_journeys.lsp.state.things import Snapshot, Thing
from mkdocs_journeys.lsp.text.expected import forms_at
from mkdocs_journeys.lsp.text.names import IdInText
from mkdocs_journeys.lsp.text.outline import tokens_of
from mkdocs_journeys.lsp.text.tokens import Token, TokenKind
from mkdocs_journeys.model import MODELS
from mkdocs_journeys.model.references import Path
from mkdocs_journeys.vocabulary import CATALOG_LISTS, DOCUMENTS

MOST = 100
"""Things that a search gives at most; more letters find fewer."""
_NAMES = ("name", "title", "text", "stage", "path", "id")
"""Fields that say what an item of a list is called, the best first."""


class FileSymbol(NamedTuple):
    """A part of a file from `start` to `end`: what it is called, where that stands, what it is, and the parts in it."""

    name: str
    noun: str
    start: int
    end: int
    name_start: int
    name_end: int
    inside: tuple["FileSymbol", ...] = ()


@dataclass(slots=True)
class _Item:
    """An item of a list while its tokens are gathered."""

    path: Path
    start: int
    end: int
    names: dict[str, Token] = field(default_factory=dict)
    inside: list["_Item"] = field(default_factory=list)


def symbols_in(text: str, role: FileRole) -> tuple[FileSymbol, ...]:
    """The file as a whole, and in it the items of its lists, such as stages, steps and pains."""
    if role.kind not in MODELS:
        return ()
    whole = _Item((), 0, len(text))
    items: dict[Path, _Item] = {(): whole}
    for token in tokens_of(text):
        _gather(token, role, items)
    name = whole.names.get("title") or whole.names.get("name")
    start, end = (name.start, name.end) if name else (0, 0)
    title = name.text if name else role.id
    return (FileSymbol(title, noun_at(role.kind, ()), 0, len(text), start, end, _parts(whole, role)),)


def _gather(token: Token, role: FileRole, items: dict[Path, _Item]) -> None:
    """Note a token in each item around it."""
    above = items[()]
    for depth, part in enumerate(token.path, 1):
        path = token.path[:depth]
        if isinstance(part, int):
            if path not in items:
                if not any(form.model for form in forms_at(role.kind, path)):
                    return
                items[path] = _Item(path, token.start, token.end)
                above.inside.append(items[path])
            above = items[path]
            above.end = max(above.end, token.end)
    if token.kind is TokenKind.VALUE and token.path[:-1] == above.path and token.path[-1:]:
        above.names.setdefault(str(token.path[-1]), token)


def _parts(item: _Item, role: FileRole) -> tuple[FileSymbol, ...]:
    return tuple(symbol for one in item.inside for symbol in _symbol(one, role))


def _symbol(item: _Item, role: FileRole) -> Iterator[FileSymbol]:
    token = next((item.names[name] for name in _NAMES if name in item.names), None)
    if token:
        noun, inside = noun_at(role.kind, item.path), _parts(item, role)
        yield FileSymbol(token.text or "…", noun, item.start, item.end, token.start, token.end, inside)


def things_called(query: str, snapshot: Snapshot) -> list[Thing]:
    """The things whose id or name has these letters: first what is called so, then what begins with them."""
    word = query.casefold()
    found = [
        (_rank(thing, word), number, thing)
        for kind in (*DOCUMENTS, "pain", *CATALOG_LISTS.values())
        for number, thing in enumerate(snapshot.things(kind).values())
        if word in thing.id or word in thing.name.casefold()
    ]
    return [thing for _, _, thing in sorted(found, key=lambda one: one[:2])[:MOST]]


def _rank(thing: Thing, word: str) -> int:
    if word in (thing.id, thing.name.casefold()):
        return 0
    return 1 if thing.id.startswith(word) or thing.name.casefold().startswith(word) else 2


def place_of(thing: Thing, snapshot: Snapshot, text_of: TextOf) -> Found:
    """Where a thing stands. Most ids are given once in a file, and need no reading of the whole."""
    if thing.kind in DOCUMENTS:
        return Found(thing.file)
    given = list(re.finditer(rf"\bid:[ ]*[\"']?({re.escape(thing.id)})\b(?!-)", text_of(thing.file)))
    if len(given) == 1:
        return Found(thing.file, *given[0].span(1))
    return definition_of(IdInText(thing.kind, thing.id, 0, 0), thing.file, snapshot, text_of) or Found(thing.file)
