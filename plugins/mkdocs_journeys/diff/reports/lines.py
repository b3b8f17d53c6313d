"""The lines that a reader sees for some changes: a sentence each, and one for many figures of one metric."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from mkdocs_journeys.diff.change import Judgement, Kind, Said, Words
from mkdocs_journeys.diff.reports.counts import ORDER
from mkdocs_journeys.diff.reports.document import Item
from mkdocs_journeys.diff.sentences import parts

MOST_FIGURES = 3
"""More figures of one metric than these share a line."""
VERBS = {Kind.ADDED: "added", Kind.REMOVED: "removed", Kind.CHANGED: "corrected"}


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with what authors wrote marked, the first change that it speaks of, and how many these are."""

    judgement: Judgement
    words: Words
    first: Item
    count: int = 1


def lines_of(changes: Sequence[Item]) -> list[Line]:
    """The lines for these changes, the weightiest first, else in their order."""
    found: list[Line] = []
    for (metric, _), group in groupby(changes, key=_series):
        items = list(group)
        if metric and len(items) > MOST_FIGURES:
            found.append(_together(items))
        else:
            found += [Line(item.judgement, parts(item.sentence), item) for item in items]
    return sorted(found, key=lambda line: ORDER.index(line.judgement))


def _series(change: Item) -> tuple[str, object]:
    """What figures have in common that share a line; everything else has nothing in common with it."""
    if change.entity != "figure" or change.kind not in VERBS:
        return "", change.fingerprint
    return change.id.partition("/")[0], (change.kind, change.judgement)


def _together(items: Sequence[Item]) -> Line:
    words = tuple(_summary(items))
    return Line(items[0].judgement, words, items[0], len(items))


def _summary(items: Sequence[Item]) -> Iterator[str | Said]:
    """`24 figures of *Net promoter score* were added, from *2024-01-31* to *2025-12-31*`."""
    ends = sorted({item.id.partition("/")[2].partition("/")[0] for item in items})
    named = next((word for word in parts(items[0].sentence) if isinstance(word, Said)), Said(""))
    name = named.text.removesuffix(f", {items[0].id.partition('/')[2]}")
    yield f"{len(items):,} figures of "
    yield Said(name)
    yield f" were {VERBS[items[0].kind]}"
    if len(ends) > 1:
        yield from (", from ", Said(ends[0]), " to ", Said(ends[-1]))
