"""Compare two atlases: every change of meaning, classified, described, and with the teams that own it."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.describe.differences import sentence_of
from mkdocs_journeys.diff.differences import ChangeKind, Difference, differences_of
from mkdocs_journeys.diff.entities import ENTITY_KINDS, Entities, Entity, Plain, entities_of, position_of
from mkdocs_journeys.diff.match import Matches, matches_of
from mkdocs_journeys.diff.sentences import Sentence, plain_text
from mkdocs_journeys.diff.severity import Judgement
from mkdocs_journeys.diff.severity.cases import case_maker
from mkdocs_journeys.diff.severity.rules import classify
from mkdocs_journeys.model import Step
from mkdocs_journeys.problem import Position

FAIL_ON = {
    "worse": frozenset({Judgement.WORSE}),
    "look": frozenset({Judgement.WORSE, Judgement.REVIEW}),
    "any": frozenset(Judgement),
}
"""The values of `--fail-on`, each with the judgements that make the run fail."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of meaning, as reports show it.

    `old` and `new` are JSON values, `base` and `head` their positions. `journey` is the id of the journey concerned,
    `group` its group, `owners` are the ids of the teams that should review. `fingerprint` is stable across runs and
    moved lines.
    """

    kind: ChangeKind
    entity: str
    id: str
    field: str | None
    old: Plain
    new: Plain
    base: Position | None
    head: Position | None
    sentence: Sentence
    judgement: Judgement
    fingerprint: str
    journey: str | None = None
    group: str = ""
    owners: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The sentence as text, quotes between asterisks."""
        return plain_text(self.sentence)


@dataclass(frozen=True)
class Comparison:
    """Two atlases with everything derived from the pair, each computed once, on first use."""

    old: Atlas
    new: Atlas

    @cached_property
    def before(self) -> Entities:
        """The entities of the old atlas."""
        return entities_of(self.old, self.new)

    @cached_property
    def after(self) -> Entities:
        """The entities of the new atlas."""
        return entities_of(self.new, self.old)

    @cached_property
    def matches(self) -> Matches:
        """Which old entity is which new one."""
        return matches_of(self.before, self.after)

    @cached_property
    def before_by_id(self) -> Mapping[tuple[str, str], Entity]:
        """The entities of the old atlas by kind and id."""
        return _by_id(self.before)

    @cached_property
    def after_by_id(self) -> Mapping[tuple[str, str], Entity]:
        """The entities of the new atlas by kind and id."""
        return _by_id(self.after)

    @cached_property
    def step_numbers(self) -> Mapping[Entity, int]:
        """The number of each step in its journey, on either side, from 1."""
        last: Counter[Entity] = Counter()
        numbers: dict[Entity, int] = {}
        for step in (*self.before["step"], *self.after["step"]):
            last[step.root] += 1
            numbers[step] = last[step.root]
        return numbers

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Every difference, in no particular order."""
        return tuple(differences_of(self.before, self.after, self.matches))

    @cached_property
    def changes(self) -> list[Change]:
        """Every change of meaning, by journey and then by position.

        Comments, quoting and the order of keys mean nothing. Swapping the atlases mirrors the changes.
        """
        return list(_changes(self))

    def sides_of(self, change: Change) -> tuple[Entity | None, Entity | None]:
        """The changed entity on the old and on the new side; None on a side without it."""
        key = (change.entity, change.id)
        if change.head is None:
            return self.before_by_id.get(key), None
        after = self.after_by_id.get(key)
        return (self.matches.old_of.get(after) if after else None), after


def fingerprints(text: str) -> frozenset[str]:
    """The fingerprints in an ignore file: the first word of each line; the rest, and lines with #, are comments."""
    first = (line.split()[0] for line in text.splitlines() if line.strip())
    return frozenset(word for word in first if not word.startswith("#"))


def selected(
    changes: Sequence[Change], ignored: Collection[str] = (), groups: Collection[str] = (), owners: Collection[str] = ()
) -> list[Change]:
    """The changes that are not ignored and, if groups or owners are given, belong to one of each.

    A group includes its subgroups: `enterprise` those of `enterprise/europe`.
    """
    return [
        change
        for change in changes
        if change.fingerprint not in ignored
        and (not groups or any(_is_in(change, group) for group in groups))
        and (not owners or any(owner in owners for owner in change.owners))
    ]


def _is_in(change: Change, group: str) -> bool:
    wanted = group.strip("/")
    return change.journey is not None and f"{change.group}/".startswith(f"{wanted}/" if wanted else "")


def _by_id(entities: Entities) -> dict[tuple[str, str], Entity]:
    return {(entity.kind, entity.id): entity for found in entities.values() for entity in found}


def _changes(comparison: Comparison) -> Iterator[Change]:
    old, new, matches = comparison.old, comparison.new, comparison.matches
    placed = [(_places(one, old, new), one) for one in comparison.differences]
    maker = case_maker(comparison.differences, old, new, matches)
    team_now = {one.id: other.id for one, other in matches.pairs if one.kind == "team"}
    seen: Counter[str] = Counter()
    for (base, head), one in sorted(placed, key=lambda item: _order(*item)):
        seen[repr(one.facts)] += 1
        journey, case = one.entity.journey, maker.case_of(one)
        yield Change(
            kind=one.kind,
            entity=one.entity.kind,
            id=one.entity.id,
            field=one.field,
            old=one.old,
            new=one.new,
            base=base,
            head=head,
            sentence=sentence_of(case, old, new),
            judgement=classify(case),
            fingerprint=one.fingerprint(seen[repr(one.facts)]),
            journey=journey.id if journey else None,
            group=journey.group if journey else "",
            owners=_owners(one, old, new, team_now),
        )


def _places(difference: Difference, old: Atlas, new: Atlas) -> tuple[Position | None, Position | None]:
    field = difference.field if difference.kind in (ChangeKind.CHANGED, ChangeKind.RENAMED) else None
    return (
        position_of(old, difference.base, field) if difference.base else None,
        position_of(new, difference.head, field) if difference.head else None,
    )


def _order(places: tuple[Position | None, Position | None], difference: Difference) -> tuple[object, ...]:
    base, head = places
    entity, journey = difference.entity, difference.entity.journey
    kind = ENTITY_KINDS.index(entity.kind)
    return (journey is None, journey.id if journey else "", head or base, kind, repr(difference.facts))


def _owners(difference: Difference, old: Atlas, new: Atlas, team_now: Mapping[str, str]) -> tuple[str, ...]:
    """Ids of the teams that own the entity now or owned it before, then those of its parents; the nearest first.

    `team_now` is the id of each team of the old atlas in the new one: a team with another id is the same.
    """
    head, base = difference.head, difference.base
    teams = [
        *(_teams(head, new) if head else ()),
        *(team_now.get(team, team) for team in (_teams(base, old) if base else ())),
    ]
    known = {**old.teams, **new.teams}
    return tuple(team for team in dict.fromkeys(teams) if team in known)


def _teams(entity: Entity, atlas: Atlas) -> Iterator[str]:
    if entity.kind == "team":
        yield entity.id
    if entity.kind == "definition" and (metric := atlas.metrics.get(entity.id)):
        yield from filter(None, [metric.team])
    if isinstance(entity.model, Step):
        yield from [team.id for team in atlas.teams_of(entity.model)]
    else:
        yield from filter(None, (getattr(entity.model, name, None) for name in ("owner", "team")))
    if entity.parent:
        yield from _teams(entity.parent, atlas)
