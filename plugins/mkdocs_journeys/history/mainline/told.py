"""What changed between two states of an atlas, as values that a cache can keep as JSON."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field, TypeAdapter

from mkdocs_journeys.diff import Change, ChangeKind, Comparison, Judgement
from mkdocs_journeys.diff.describe.lines import counts_of
from mkdocs_journeys.diff.sentences import Quote

MOST_TOLD = 2_000
"""Changes of one comparison that are kept one by one, the severest first."""
Count = Annotated[int, Field(ge=0)]
Fingerprint = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]


@dataclass(frozen=True, slots=True)
class RecordedChange:
    """One change in words.

    `root` is the kind and the id of the document, or entry of the catalog, that the entity is part of.
    """

    kind: ChangeKind
    judgement: Judgement
    entity: str
    id: str
    root: tuple[str, str]
    sentence: tuple[str | Quote, ...]
    fingerprint: Fingerprint
    journey: str | None = None
    owners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PainFlow:
    """How many pains were opened (or opened again), were resolved, got worse or better, or were taken out unsolved."""

    opened: Count = 0
    resolved: Count = 0
    worse: Count = 0
    better: Count = 0
    removed: Count = 0


@dataclass(frozen=True, slots=True)
class AtlasChanges:
    """What changed between two states of an atlas.

    `counts` are all changes by judgement; of more than MOST_TOLD, `changes` are the severest. `new` and `retired` are
    ids of journeys. `titles` are the names that changed journeys and their owners had last, by kind and id.
    """

    changes: tuple[RecordedChange, ...] = ()
    counts: Mapping[Judgement, Count] = field(default_factory=dict)
    pains: PainFlow = PainFlow()
    new: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()
    titles: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """The number of all changes."""
        return sum(self.counts.values())


ATLAS_CHANGES = TypeAdapter(AtlasChanges)


def told(comparison: Comparison, chosen: Sequence[Change] | None = None, most: int = MOST_TOLD) -> AtlasChanges:
    """What a comparison found, or the `chosen` of its changes, in the order of journeys and files."""
    changes = comparison.changes if chosen is None else chosen
    kept = set(sorted(range(len(changes)), key=lambda at: changes[at].judgement.rank)[:most])
    shown = [change for at, change in enumerate(changes) if at in kept]
    return AtlasChanges(
        changes=tuple(_told(change, comparison) for change in shown),
        counts=dict(counts_of(changes)),
        pains=_pain_flow(changes),
        new=_journeys(changes, lambda change: change.kind is ChangeKind.ADDED),
        retired=_journeys(changes, _is_retired),
        titles={
            "journey": {id: _title(comparison, id) for id in _ids(change.journey for change in shown)},
            "team": {id: _team(comparison, id) for id in _ids(id for change in shown for id in change.owners)},
        },
    )


def _told(change: Change, comparison: Comparison) -> RecordedChange:
    before, after = comparison.sides_of(change)
    entity = after or before
    root = (entity.root.kind, entity.root.id) if entity else (change.entity, change.id)
    return RecordedChange(
        change.kind,
        change.judgement,
        change.entity,
        change.id,
        root,
        tuple(change.sentence),
        change.fingerprint,
        change.journey,
        change.owners,
    )


def _pain_flow(changes: Iterable[Change]) -> PainFlow:
    found: dict[str, set[str]] = {name: set() for name in ("opened", "resolved", "worse", "better", "removed")}
    for change in changes:
        if change.entity == "pain" and (name := _flow(change)):
            found[name].add(change.id)
    return PainFlow(**{name: len(ids) for name, ids in found.items()})


def _flow(change: Change) -> str:
    """What a change means for the number of pains, and how bad they are; "" for nothing."""
    if change.field == "status" and change.new == "resolved":
        return "resolved"
    if change.judgement is Judgement.WORSE:
        return "opened" if change.kind is ChangeKind.ADDED or change.field == "status" else "worse"
    if change.kind is ChangeKind.REMOVED and change.judgement is Judgement.REVIEW:
        return "removed"
    return "better" if change.judgement is Judgement.BETTER else ""


def _journeys(changes: Iterable[Change], wanted: Callable[[Change], bool]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(change.id for change in changes if change.entity == "journey" and wanted(change)))


def _is_retired(change: Change) -> bool:
    return change.kind is ChangeKind.REMOVED or (change.field == "status" and change.new == "retired")


def _ids(found: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(id for id in found if id))


def _title(comparison: Comparison, id: str) -> str:
    journey = comparison.new.journeys.get(id) or comparison.old.journeys.get(id)
    return journey.title if journey else id


def _team(comparison: Comparison, id: str) -> str:
    team = comparison.new.teams.get(id) or comparison.old.teams.get(id)
    return team.name if team else id
