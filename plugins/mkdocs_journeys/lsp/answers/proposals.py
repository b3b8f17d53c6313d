"""What could be typed at a cursor: fields that the block does not have yet, ids of this atlas, words, days."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from mkdocs_journeys.load import FileRole
from mkdocs_journeys.load.files import id_like
from mkdocs_journeys.load.messages.phrases import noun_at
from mkdocs_journeys.lsp.answers.templates import block_snippet, field_snippet
from mkdocs_journeys.lsp.state.things import Snapshot
from mkdocs_journeys.lsp.text.cursor import Cursor, Role
from mkdocs_journeys.lsp.text.expected import (
    Field,
    Form,
    Sort,
    documentation,
    fields_in,
    forms_at,
    forms_of,
    key_reference_at,
    rules_at,
)
from mkdocs_journeys.lsp.text.names import names_in
from mkdocs_journeys.lsp.text.outline import tokens_of
from mkdocs_journeys.lsp.text.tokens import TokenKind
from mkdocs_journeys.model import Model
from mkdocs_journeys.vocabulary import BY_NAME, LINKABLE, MAP_LANES
from mkdocs_journeys.wording import listed
from mkdocs_journeys.yamlfile.editing.edit import scalar_of

MOST = 200
"""Proposals at a time; where there are more, the editor asks again with each letter."""
_IN_LINK = re.compile(rf"\]\((?:(?P<kind>{'|'.join(LINKABLE)}):)?(?P<id>[a-z0-9/-]*)$")


class Proposal(NamedTuple):
    """Something that can be typed in: `label` names it, `detail` says what it is, `sort` is its sort.

    `text` is typed in, or `snippet` where the editor fills in places. `thing` is the kind and id of what it names, and
    `documentation` is Markdown where it is none.
    """

    label: str
    sort: str
    detail: str
    text: str
    snippet: str = ""
    documentation: str = ""
    thing: tuple[str, str] | None = None


class Proposals(NamedTuple):
    """Proposals, the likeliest first, for the characters `start` to `end`; `complete` unless some were left out."""

    start: int
    end: int
    items: list[Proposal]
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: at a cursor in the text of a file, within an atlas, on a day."""

    cursor: Cursor
    text: str
    role: FileRole
    snapshot: Snapshot
    today: date


def proposals_for(asked: Request) -> Proposals:
    """All that could be typed at a cursor."""
    cursor = asked.cursor
    match cursor.role:
        case Role.TEXT:
            return _in_text(asked)
        case Role.KEY:
            found = _keys(asked, forms_at(asked.role.kind, cursor.path), "")
        case Role.VALUE:
            found = _values(asked, forms_at(asked.role.kind, cursor.path))
        case Role.START:
            found = _starts(asked, forms_at(asked.role.kind, cursor.path))
        case _:
            found = iter(())
    return _bounded(cursor.start, cursor.end, cursor.prefix, list(found))


def _bounded(start: int, end: int, prefix: str, found: list[Proposal]) -> Proposals:
    if len(found) <= MOST:
        return Proposals(start, end, found)
    word = prefix.casefold()
    like = [one for one in found if word in one.label.casefold() or word in one.detail.casefold()]
    return Proposals(start, end, like[:MOST], False)


def _starts(asked: Request, forms: tuple[Form, ...]) -> Iterator[Proposal]:
    """What can begin a line of its own."""
    cursor = asked.cursor
    lists = [form for form in forms if form.sort is Sort.LIST]
    if cursor.dash or not lists:
        before = "- " if cursor.dash else " " if cursor.space else ""
        yield from _keys(asked, forms, before)
        yield from _values(asked, forms, before)
    for form in lists if not cursor.dash else ():
        inner = forms_of(form.item)
        yield from _keys(asked, inner, "- ")
        yield from _values(asked, inner, "- ")


def _keys(asked: Request, forms: tuple[Form, ...], before: str) -> Iterator[Proposal]:
    """The keys of the blocks among the forms, behind a dash or a space."""
    cursor = asked.cursor
    for form in forms:
        if form.model:
            if cursor.role is Role.START and not cursor.given:
                yield from _whole(form.model, asked, before)
            for one in fields_in(form.model).values():
                if one.name not in cursor.given:
                    yield _field(one, cursor, before)
    if cursor.role is Role.KEY or cursor.role is Role.START:
        yield from _chosen_keys(asked, before)


def _whole(model: type[Model], asked: Request, before: str) -> Iterator[Proposal]:
    """A new block with all that it has to have, where that is more than one field."""
    cursor, needed = asked.cursor, [one for one in fields_in(model).values() if one.required]
    if len(needed) > 1:
        snippet = before + block_snippet(model, cursor.column - cursor.indent + len(before))
        names = listed([one.name for one in needed], "and")
        noun = noun_at(asked.role.kind, cursor.path)
        yield Proposal(f"new {noun}", "block", f"with {names}", f"{before}{needed[0].name}: ", snippet)


def _field(one: Field, cursor: Cursor, before: str) -> Proposal:
    detail = f"{one.phrase}, needed" if one.required else one.phrase
    if cursor.colon:
        return Proposal(one.name, "field", detail, before + one.name, "", documentation(one))
    column = cursor.column - cursor.indent + len(before)
    snippet = before + field_snippet(one, column, in_brackets=cursor.in_brackets)
    return Proposal(one.name, "field", detail, f"{before}{one.name}: ", snippet, documentation(one))


def _chosen_keys(asked: Request, before: str) -> Iterator[Proposal]:
    """Keys that are ids: of the personas of an emotion, of lanes, of rules."""
    cursor, end = asked.cursor, "" if asked.cursor.colon else ": "
    if kind := key_reference_at(asked.role.kind, cursor.path):
        for one in _things(asked, kind):
            yield one._replace(text=f"{before}{one.text}{end}")
    for id, summary in rules_at(asked.role.kind, cursor.path).items():
        if id not in cursor.given:
            yield Proposal(id, "rule", summary, f"{before}{id}{end}")


def _values(asked: Request, forms: tuple[Form, ...], before: str = "") -> Iterator[Proposal]:
    """Values, on the line of their key, in brackets, or behind a dash."""
    cursor = asked.cursor
    before = before or (" " if cursor.space else "")
    for form in forms:
        if form.sort is Sort.REFERENCE:
            yield from (one._replace(text=before + one.text) for one in _things(asked, form.kind))
        elif form.sort in (Sort.WORDS, Sort.FLAG):
            for word, meaning in form.words:
                yield Proposal(str(word), "word", meaning, f"{before}{word}")
        elif form.sort is Sort.DAY:
            day = asked.today.isoformat()
            yield Proposal(day, "day", "today", before + day)
        elif form.sort is Sort.ID and (id := _id_from_name(asked)):
            yield Proposal(id, "word", "made from the name", before + id)
        elif form.sort is Sort.LIST and cursor.role is Role.VALUE and not cursor.in_brackets and not cursor.quote:
            inner = [one for one in forms_of(form.item) if not one.model]
            if not any(one.sort is Sort.REFERENCE and one in forms for one in inner):
                for one in _values(asked, tuple(inner), "["):
                    yield one._replace(text=before + one.text.removeprefix("[").join("[]"))


def _things(asked: Request, kind: str) -> Iterator[Proposal]:
    """The things that a reference of this kind may name: those that this file names already come first."""
    if kind == "next":
        yield from _own(asked, "step", "a step of this journey")
        for one in _things_of(asked, "journey"):
            yield one._replace(label=f"journey:{one.label}", text=f"journey:{one.text}")
    elif kind == "path":
        yield from _own(asked, "path", "a path of this journey")
    elif kind == "map-lane":
        yield from _things_of(asked, "lane")
        lanes = (lane for lane in sorted(MAP_LANES) if lane not in asked.cursor.given)
        yield from (Proposal(lane, "word", "a lane that every map has", lane) for lane in lanes)
    elif kind == "evidence":
        yield from _things_of(asked, "evidence")
        yield from _things_of(asked, "finding")
    elif kind == "volume":
        counts = {
            id for id, thing in asked.snapshot.things("metric").items() if getattr(thing.model, "kind", "") == "count"
        }
        yield from (one for one in _things_of(asked, "metric") if one.label in counts)
    else:
        yield from _things_of(asked, kind)


def _things_of(asked: Request, kind: str) -> Iterator[Proposal]:
    snapshot, given = asked.snapshot, asked.cursor.given
    here = {name.id for name in names_in(asked.text, asked.role) if name.kind == kind}
    uses = snapshot.uses(kind)
    for id in sorted(snapshot.things(kind), key=lambda id: (id not in here, -uses[id])):
        if id not in given:
            name = snapshot.things(kind)[id].name
            detail = f"{_short(name)}, {snapshot.used(kind, id)}" if name else snapshot.used(kind, id)
            yield Proposal(id, "reference", detail, _written(id, asked.cursor.quote), thing=(kind, id))


def _own(asked: Request, kind: str, detail: str) -> Iterator[Proposal]:
    """What has an id in this file alone: steps, and the paths that they belong to."""
    for one in names_in(asked.text, asked.role):
        id = one.id.rpartition("/")[2]
        if one.kind == kind and one.is_definition and id not in asked.cursor.given:
            yield Proposal(id, "reference", detail, _written(id, asked.cursor.quote))


def _in_text(asked: Request) -> Proposals:
    """Kinds and ids in a link of a rich text."""
    cursor = asked.cursor
    found = _IN_LINK.search(cursor.prefix)
    if not found:
        return Proposals(cursor.start, cursor.end, [])
    kind, id = found["kind"], found["id"]
    items: Iterable[Proposal]
    if kind:
        kinds = ("evidence", "finding") if kind == "evidence" else (kind,)
        items = [one for name in kinds for one in _things_of(asked, name)]
    else:
        items = [Proposal(f"{name}:", "word", f"a link to {BY_NAME[name].noun}", f"{name}:") for name in LINKABLE]
    return _bounded(cursor.start - len(id), cursor.end, id, list(items))


def _id_from_name(asked: Request) -> str:
    """An id made from the name or title that stands beside it; "" where there is none yet."""
    block = asked.cursor.path[:-1]
    for token in tokens_of(asked.text):
        if token.kind is TokenKind.VALUE and token.path[:-1] == block and token.path[-1] in ("name", "title"):
            return id_like(token.text)
    return ""


def _written(id: str, quote: str) -> str:
    return id if quote else scalar_of(id)


def _short(text: str, most: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
