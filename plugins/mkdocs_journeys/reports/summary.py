"""Condense changes for a reader: counts by judgement, one line for many figures, one row for each pain."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mkdocs_journeys.diff import Change, ChangeKind, Judgement
from mkdocs_journeys.diff.describe.lines import ChangeLine, counts_of, lines_in_order, severity_key
from mkdocs_journeys.diff.labels import JUDGEMENT_WORDS, field_word, short
from mkdocs_journeys.diff.sentences import Quote, Sentence
from mkdocs_journeys.diff.severity import severest
from mkdocs_journeys.insight.selection import grouped
from mkdocs_journeys.reports.document import ChangeItem, DiffDocument, JourneyPart, TeamPart

SIGNS = {Judgement.WORSE: "🔴", Judgement.REVIEW: "🟡", Judgement.BETTER: "🟢", Judgement.EDITORIAL: "⚪"}
ACCEPTED_SIGN = "🔵"
"""For a change that somebody accepted as it is."""
BESIDE = "Beside the journeys"
"""The heading for changes outside of any journey."""


@dataclass(frozen=True, slots=True)
class PainRow:
    """All changes of a pain: the most severe judgement, their descriptions joined, and the severity of the pain now."""

    judgement: Judgement
    title: str
    words: Sentence
    severity: str


def counts_in_words(changes: Iterable[Change | ChangeItem]) -> str:
    """`2 worse for the customer, 1 better`; "" for none."""
    return ", ".join(f"{count:,} {JUDGEMENT_WORDS[one]}" for one, count in counts_of(changes))


def counts_with_signs(changes: Sequence[ChangeItem]) -> str:
    """`🔴 2 worse · 🟢 1 better · 🔵 1 accepted`, for narrow places; what was accepted counts as that alone."""
    words = {**{one: one.value for one in Judgement}, Judgement.REVIEW: JUDGEMENT_WORDS[Judgement.REVIEW]}
    left = not_accepted(changes)
    counts = [f"{SIGNS[one]} {count:,} {words[one]}" for one, count in counts_of(left)]
    taken = len(changes) - len(left)
    return " · ".join([*counts, *([f"{ACCEPTED_SIGN} {taken:,} accepted"] if taken else [])])


def not_accepted(changes: Iterable[ChangeItem]) -> list[ChangeItem]:
    """The changes that nobody accepted as they are."""
    return [change for change in changes if not change.acknowledged]


def by_journey(document: DiffDocument) -> Iterator[tuple[JourneyPart | None, list[ChangeItem]]]:
    """The changes of each journey, the severest first, then with None those outside of any."""
    left = {change.fingerprint: change for change in document.changes}
    inside = [(part, [left.pop(one) for one in part.changes if one in left]) for part in document.journeys]
    yield from (pair for pair in sorted(inside, key=_severity) if pair[1])
    if left:
        yield None, list(left.values())


def by_team(document: DiffDocument) -> list[tuple[TeamPart, list[ChangeItem]]]:
    """The changes that each team should review, the severest first."""
    known = {change.fingerprint: change for change in document.changes}
    owned = [(team, [known[one] for one in team.changes if one in known]) for team in document.teams if team.changes]
    return sorted(owned, key=lambda pair: (_severity(pair), pair[0].id))


def lines_of(changes: Sequence[ChangeItem]) -> list[ChangeLine[ChangeItem]]:
    """The lines for some changes, the severest first, otherwise in their order."""
    return sorted(lines_in_order(changes), key=lambda line: line.judgement.rank)


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


def _severity(pair: tuple[object, Sequence[ChangeItem]]) -> tuple[int, ...]:
    return severity_key(not_accepted(pair[1]))


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
