"""Condense changes for a reader: counts by judgement, one line for many figures, one row for each pain."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from mkdocs_journeys.diff import Change, ChangeKind, Judgement
from mkdocs_journeys.diff.labels import JUDGEMENT_WORDS, field_word, short
from mkdocs_journeys.diff.sentences import Quote, Sentence
from mkdocs_journeys.diff.severity import severest
from mkdocs_journeys.insight.selection import grouped
from mkdocs_journeys.reports.document import ChangeItem, DiffDocument, JourneyPart, TeamPart

SIGNS = {Judgement.WORSE: "🔴", Judgement.REVIEW: "🟡", Judgement.BETTER: "🟢", Judgement.EDITORIAL: "⚪"}
BESIDE = "Beside the journeys"
"""The heading for changes outside of any journey."""
MOST_FIGURES = 3
"""More changed figures of one metric share a line."""
VERBS = {ChangeKind.ADDED: "added", ChangeKind.REMOVED: "removed", ChangeKind.CHANGED: "corrected"}


Told = TypeVar("Told", Change, ChangeItem)


@dataclass(frozen=True, slots=True)
class ChangeLine(Generic[Told]):
    """One sentence for a change or for several; `first` is the first of them, `count` how many."""

    judgement: Judgement
    sentence: Sentence
    first: Told
    count: int = 1


@dataclass(frozen=True, slots=True)
class PainRow:
    """All changes of a pain: the most severe judgement, their descriptions joined, and the severity of the pain now."""

    judgement: Judgement
    title: str
    words: Sentence
    severity: str


def counts_of(changes: Iterable[Change | ChangeItem]) -> tuple[tuple[Judgement, int], ...]:
    """The number of changes with each judgement that occurs, the severest first."""
    counts = Counter(change.judgement for change in changes)
    return tuple((one, counts[one]) for one in Judgement if counts[one])


def counts_in_words(changes: Iterable[Change | ChangeItem]) -> str:
    """`2 worse for the customer, 1 better`; "" for none."""
    return ", ".join(f"{count:,} {JUDGEMENT_WORDS[one]}" for one, count in counts_of(changes))


def counts_with_signs(changes: Iterable[Change | ChangeItem]) -> str:
    """`🔴 2 worse · 🟢 1 better`, for narrow places."""
    words = {**{one: one.value for one in Judgement}, Judgement.REVIEW: JUDGEMENT_WORDS[Judgement.REVIEW]}
    return " · ".join(f"{SIGNS[one]} {count:,} {words[one]}" for one, count in counts_of(changes))


def severity_key(changes: Iterable[Change | ChangeItem]) -> tuple[int, ...]:
    """Sort key by which groups with more of the severest changes come first."""
    counts = Counter(change.judgement for change in changes)
    return tuple(-counts[one] for one in Judgement)


def by_journey(document: DiffDocument) -> Iterator[tuple[JourneyPart | None, list[ChangeItem]]]:
    """The changes of each journey, the severest first, then with None those outside of any."""
    left = {change.fingerprint: change for change in document.changes}
    inside = [(part, [left.pop(one) for one in part.changes if one in left]) for part in document.journeys]
    yield from (pair for pair in sorted(inside, key=lambda pair: severity_key(pair[1])) if pair[1])
    if left:
        yield None, list(left.values())


def by_team(document: DiffDocument) -> list[tuple[TeamPart, list[ChangeItem]]]:
    """The changes that each team should review, the severest first."""
    known = {change.fingerprint: change for change in document.changes}
    owned = [(team, [known[one] for one in team.changes if one in known]) for team in document.teams if team.changes]
    return sorted(owned, key=lambda pair: (severity_key(pair[1]), pair[0].id))


def lines_of(changes: Sequence[ChangeItem]) -> list[ChangeLine[ChangeItem]]:
    """The lines for some changes, the severest first, otherwise in their order."""
    return sorted(lines_in_order(changes), key=lambda line: line.judgement.rank)


def lines_in_order(changes: Sequence[Told]) -> list[ChangeLine[Told]]:
    """The lines for some changes in their order: one for each, and one for many figures of a metric and segment."""
    found: list[ChangeLine[Told]] = []
    for (metric, *_), items in grouped(changes, _series).items():
        if metric and len(items) > MOST_FIGURES:
            found.append(ChangeLine(items[0].judgement, tuple(_figures(items)), items[0], len(items)))
        else:
            found += [ChangeLine(item.judgement, item.sentence, item) for item in items]
    return found


def pain_rows(document: DiffDocument) -> list[PainRow]:
    """A row for each pain with changes, the severest first."""
    known = {pain.id: pain for pain in document.pains}
    changes = (change for change in document.changes if change.entity == "pain")
    rows = [
        PainRow(
            severest(change.judgement for change in found),
            known[id].title if id in known else id,
            tuple(_pain_changes(found)),
            (known[id].severity if id in known else None) or "",
        )
        for id, found in grouped(changes, lambda change: change.id).items()
    ]
    return sorted(rows, key=lambda row: row.judgement.rank)


def _series(change: Change | ChangeItem) -> tuple[str, ...]:
    """The key shared by figures that may share a line; unique for any other change."""
    if change.entity != "figure" or change.kind not in VERBS:
        return "", change.fingerprint
    metric, _, day = change.id.partition("/")
    return metric, day.partition("/")[2], change.kind, change.judgement


def _figures(items: Sequence[Change | ChangeItem]) -> Iterator[str | Quote]:
    """`24 figures of *Net promoter score* were added, from *2024-01-31* to *2025-12-31*; …`: what is said of the last.

    Those of one segment share a line, and its id stands behind the name.
    """
    days = {item.id.partition("/")[2].partition("/")[0]: item for item in items}
    first, last = min(days), max(days)
    name = next((part.text for part in items[0].sentence if isinstance(part, Quote)), "")
    segment = items[0].id.partition("/")[2].partition("/")[2]
    yield f"{len(items):,} figures of "
    yield Quote(name.removesuffix(f", {items[0].id.partition('/')[2]}") + (f", {segment}" if segment else ""))
    yield f" were {VERBS[items[0].kind]}"
    if first != last:
        yield from (", from ", Quote(first), " to ", Quote(last))
        yield from _last(days[last])


def _last(item: Change | ChangeItem) -> Iterator[str | Quote]:
    """What the sentence of the last figure says behind its name."""
    named = next((at for at, part in enumerate(item.sentence) if isinstance(part, Quote)), len(item.sentence))
    rest = item.sentence[named + 1 :]
    if item.kind == ChangeKind.ADDED and rest:
        yield "; the last"
        yield from rest


def _pain_changes(changes: Sequence[ChangeItem]) -> Iterator[str | Quote]:
    for at, change in enumerate(changes):
        if at:
            yield "; "
        yield from _pain_change(change)


def _pain_change(change: ChangeItem) -> Iterator[str | Quote]:
    if change.kind == ChangeKind.ADDED:
        yield "new"
    elif change.kind == ChangeKind.REMOVED:
        yield "removed"
    elif change.kind == ChangeKind.MOVED:
        yield "moved"
    elif change.kind == ChangeKind.RENAMED:
        yield from ("new id",) if change.field == "id" else ("was called ", Quote(str(change.old)))
    elif change.field == "status" and change.new == "resolved":
        yield "resolved"
    else:
        before, after = _value(change.old), _value(change.new)
        yield f"{field_word((change.field or '').partition('.')[0])} "
        if before is None and after is None:
            yield "rewritten"
        else:
            yield from (Quote(before or "none"), " → ", Quote(after or "none"))


def _value(value: object) -> str | None:
    return short(value)
