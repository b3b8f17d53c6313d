"""The pains that came, went, were resolved or changed: a row for each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_journeys.diff.change import Judgement, Kind, Said, Words
from mkdocs_journeys.diff.labels import field_word, short
from mkdocs_journeys.diff.reports.counts import ORDER
from mkdocs_journeys.diff.reports.document import Document, Item


@dataclass(frozen=True, slots=True)
class PainRow:
    """A pain: the weightiest that happened to it, all that happened in words, and how severe it is now."""

    judgement: Judgement
    title: str
    words: Words
    severity: str


def pain_rows(document: Document) -> list[PainRow]:
    """One row for each pain that has changed, the weightiest first."""
    known = {pain.id: pain for pain in document.pains}
    grouped: dict[str, list[Item]] = {}
    for change in document.changes:
        if change.entity == "pain":
            grouped.setdefault(change.id, []).append(change)
    rows = [
        PainRow(
            min((change.judgement for change in found), key=ORDER.index),
            known[id].title if id in known else id,
            tuple(_joined(found)),
            (known[id].severity if id in known else None) or "",
        )
        for id, found in grouped.items()
    ]
    return sorted(rows, key=lambda row: ORDER.index(row.judgement))


def _joined(changes: Sequence[Item]) -> Iterator[str | Said]:
    for at, change in enumerate(changes):
        yield "; " if at else ""
        yield from _what(change)


def _what(change: Item) -> Iterator[str | Said]:
    if change.kind == Kind.ADDED:
        yield "new"
    elif change.kind == Kind.REMOVED:
        yield "removed"
    elif change.kind == Kind.MOVED:
        yield "moved"
    elif change.kind == Kind.RENAMED:
        yield from ("new id",) if change.field == "id" else ("was called ", Said(str(change.old)))
    elif change.field == "status" and change.new == "resolved":
        yield "resolved"
    else:
        yield from _field(change)


def _field(change: Item) -> Iterator[str | Said]:
    head, _, _ = (change.field or "").partition(".")
    before, after = _shown(change.old), _shown(change.new)
    yield f"{field_word(head)} "
    if before is None and after is None:
        yield "rewritten"
    else:
        yield from (Said(before or "none"), " → ", Said(after or "none"))


def _shown(value: object) -> str | None:
    return short(value) if isinstance(value, str | bool | float) else str(value) if isinstance(value, int) else None
