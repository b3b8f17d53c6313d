"""Changes as lines of a list: sorted and counted by judgement, many figures of one metric as a single line."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from mkdocs_journeys.diff.differences import ChangeKind
from mkdocs_journeys.diff.sentences import Quote, Sentence
from mkdocs_journeys.diff.severity import Judgement
from mkdocs_journeys.insight.selection import grouped

MOST_FIGURES = 3
"""More changed figures of one metric share a line."""
VERBS = {ChangeKind.ADDED: "added", ChangeKind.REMOVED: "removed", ChangeKind.CHANGED: "corrected"}


class DescribedChange(Protocol):
    """A change in words, wherever it comes from: a comparison, a report that was read again, a cache."""

    @property
    def kind(self) -> ChangeKind:
        """What happened."""

    @property
    def entity(self) -> str:
        """The kind of the entity that changed."""

    @property
    def id(self) -> str:
        """The id of that entity."""

    @property
    def judgement(self) -> Judgement:
        """What the change means for the customer."""

    @property
    def sentence(self) -> Sentence:
        """The change in words."""

    @property
    def fingerprint(self) -> str:
        """What tells the change from others."""


Told = TypeVar("Told", bound=DescribedChange)


@dataclass(frozen=True, slots=True)
class ChangeLine(Generic[Told]):
    """One sentence for a change or for several; `first` is the first of them, `count` how many."""

    judgement: Judgement
    sentence: Sentence
    first: Told
    count: int = 1


def counts_of(changes: Iterable[DescribedChange]) -> tuple[tuple[Judgement, int], ...]:
    """The number of changes with each judgement that occurs, the severest first."""
    counts = Counter(change.judgement for change in changes)
    return tuple((one, counts[one]) for one in Judgement if counts[one])


def severity_key(changes: Iterable[DescribedChange]) -> tuple[int, ...]:
    """Sort key by which groups with more of the severest changes come first."""
    counts = Counter(change.judgement for change in changes)
    return tuple(-counts[one] for one in Judgement)


def lines_in_order(changes: Sequence[Told]) -> list[ChangeLine[Told]]:
    """The lines for some changes in their order: one for each, and one for many figures of a metric and segment."""
    found: list[ChangeLine[Told]] = []
    for (metric, *_), items in grouped(changes, _series).items():
        if metric and len(items) > MOST_FIGURES:
            found.append(ChangeLine(items[0].judgement, tuple(_figures(items)), items[0], len(items)))
        else:
            found += [ChangeLine(item.judgement, item.sentence, item) for item in items]
    return found


def _series(change: DescribedChange) -> tuple[str, ...]:
    """The key shared by figures that may share a line; unique for any other change."""
    if change.entity != "figure" or change.kind not in VERBS:
        return "", change.fingerprint
    metric, _, day = change.id.partition("/")
    return metric, day.partition("/")[2], change.kind, change.judgement


def _figures(items: Sequence[DescribedChange]) -> Iterator[str | Quote]:
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


def _last(item: DescribedChange) -> Iterator[str | Quote]:
    """What the sentence of the last figure says behind its name."""
    named = next((at for at, part in enumerate(item.sentence) if isinstance(part, Quote)), len(item.sentence))
    rest = item.sentence[named + 1 :]
    if item.kind == ChangeKind.ADDED and rest:
        yield "; the last"
        yield from rest
