"""The changes as the page lists them: by thing, the weightiest thing first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_journeys.diff.differences import ChangeKind
from mkdocs_journeys.diff.severity import Judgement
from mkdocs_journeys.site.changes.mark import JUDGEMENT_WORDS, KIND_WORDS, Mark, weightiest
from mkdocs_journeys.site.changes.overlay import Overlay, Placed
from mkdocs_journeys.site.changes.places import Key
from mkdocs_journeys.site.world import Desk

MOST_SHOWN = 1_000
NOUNS = {"atlas": "the whole atlas", "evidence": "study", "lane": "lane", "stage": "stage of the lifecycle"}
GROUP_ORDER = list(Judgement)


@dataclass(frozen=True, slots=True)
class Row:
    """One change; `href` leads to its place, None where that is gone."""

    mark: Mark
    href: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one thing. `anchor` is its place on the page."""

    anchor: str
    title: str
    noun: str
    href: str | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One box of the filter."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Filter:
    """What can be chosen; an empty list where there would be nothing to choose between."""

    judgements: tuple[Choice, ...]
    kinds: tuple[Choice, ...]


def groups_of(desk: Desk, overlay: Overlay) -> list[Group]:
    """The shown changes by thing: the weightiest first, then in the order of the comparison."""
    by_key: defaultdict[Key, list[Placed]] = defaultdict(list)
    for placed in overlay.placed[:MOST_SHOWN]:
        by_key[placed.group].append(placed)
    groups = [(_weight(found), number, key) for number, (key, found) in enumerate(by_key.items())]
    return [_group(desk, overlay, key, by_key[key]) for _, _, key in sorted(groups)]


def filter_of(overlay: Overlay) -> Filter:
    """The judgements and kinds that there are, with how many changes have them."""
    shown = [placed.mark for placed in overlay.placed[:MOST_SHOWN]]
    judgements, kinds = Counter(mark.judgement for mark in shown), Counter(mark.kind for mark in shown)
    return Filter(
        tuple(Choice(one.value, JUDGEMENT_WORDS[one], judgements[one]) for one in Judgement if judgements[one]),
        tuple(Choice(one.value, KIND_WORDS[one], kinds[one]) for one in ChangeKind if kinds[one]),
    )


def counts_of(overlay: Overlay) -> Iterator[Choice]:
    """How many changes mean what, the weightiest first."""
    counts = Counter(placed.mark.judgement for placed in overlay.placed)
    return (Choice(one.value, JUDGEMENT_WORDS[one], counts[one]) for one in Judgement if counts[one])


def _group(desk: Desk, overlay: Overlay, key: Key, found: Iterable[Placed]) -> Group:
    rows = tuple(Row(placed.mark, desk.to(*placed.address) if placed.address else None) for placed in found)
    kind, id = key
    page = next((placed.address for placed in found if placed.address), None)
    anchor = f"{kind}-{id}" if kind != "atlas" else "atlas"
    whole = desk.to(page[0], page[1] if page[0] == "catalog.md" else "") if page else None
    return Group(f"changes-{anchor}", overlay.titles.get(key, id), NOUNS.get(kind, kind), whole, rows)


def _weight(found: Iterable[Placed]) -> int:
    return GROUP_ORDER.index(weightiest(placed.mark.judgement for placed in found))
