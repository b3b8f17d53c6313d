"""Find every difference between the entities of two atlases. Symmetric: swapping the sides mirrors the result."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_journeys.diff.entities import ENTITY_KINDS, Entities, Entity, Plain
from mkdocs_journeys.diff.fields import (
    OF_ALL_METHODS,
    Fields,
    FigureWords,
    Renames,
    fields_of,
    for_each_actor,
    paired_figures,
    same,
    told_apart,
)
from mkdocs_journeys.diff.match import Matches, Pair, minimal_moves
from mkdocs_journeys.diff.merged_personas import MergedPersonas, merged_personas
from mkdocs_journeys.model import Journey, JourneyStage, Model, Pain, Step
from mkdocs_journeys.model.measuring import ObservedJourney

NAMES = {"name", "title"}
ORDERED = {"catalog-stage", "stage", "step"}
"""Kinds of entities whose order among their siblings means something."""
MOVABLE = {"step", "pain", "solution", "finding"}
"""Kinds of entities that can move to another parent of the same document."""


class ChangeKind(StrEnum):
    """What happened to an entity or to one of its fields."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    RENAMED = "renamed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between two atlases, not yet classified.

    `base` and `head` are the entity on either side, None where it does not exist. `field` is a dotted name, None for
    an entity that was added or removed. `before` is `old` with all references translated to the ids of the new side.
    `into` is the id of what is named in the place of a removed entity, or was named in the place of an added one.
    """

    kind: ChangeKind
    base: Entity | None
    head: Entity | None
    field: str | None = None
    old: Plain = None
    new: Plain = None
    before: Plain = None
    into: str | None = None

    @property
    def entity(self) -> Entity:
        """The entity as it is now; a removed one as it was last."""
        found = self.head or self.base
        assert found is not None  # noqa: S101
        return found

    @property
    def facts(self) -> tuple[Plain, ...]:
        """What identifies the difference, independent of positions and of the run."""
        ids = (self.base.id if self.base else None, self.head.id if self.head else None)
        return (self.kind.value, self.entity.kind, *ids, self.field, self.old, self.new)

    def fingerprint(self, occurrence: int = 1) -> str:
        """Sixteen hexadecimal digits; `occurrence` counts differences with equal facts, from 1."""
        facts = json.dumps([*self.facts, occurrence], sort_keys=True, ensure_ascii=True)
        return hashlib.sha256(facts.encode()).hexdigest()[:16]


def differences_of(before: Entities, after: Entities, matches: Matches) -> Iterator[Difference]:
    """Every difference between the entities of two sides, in no particular order."""
    merged = merged_personas(before, after, matches)
    renames = _renames_of(matches, merged)
    for kind in ENTITY_KINDS:
        gone = (one for one in before[kind] if _single(one, matches.new_of))
        yield from (Difference(ChangeKind.REMOVED, one, None, into=merged.into(one)) for one in gone)
        added = (one for one in after[kind] if _single(one, matches.old_of))
        yield from (Difference(ChangeKind.ADDED, None, one, into=merged.into(one)) for one in added)
    for old, new in matches.pairs:
        journey = _journey_of(old)
        yield from _of_pair(old, new, matches, renames.get(journey, renames[None]), merged)
    yield from _reordered(matches)


def _journey_of(entity: Entity) -> str | None:
    """The id of the journey whose steps and paths an entity names."""
    if isinstance(entity.model, ObservedJourney):
        return entity.model.journey
    return entity.journey.id if entity.journey else None


def _renames_of(matches: Matches, merged: MergedPersonas) -> Mapping[str | None, Renames]:
    """Ids that changed: under None those valid in the whole atlas; by the old journey's id also those inside of it."""
    everywhere = {("persona", id): other for id, other in merged.gone.items()}
    inside: defaultdict[str, dict[tuple[str, str], str]] = defaultdict(dict)
    for old, new in matches.pairs:
        if old.kind == "step":
            if old.key and new.key and old.key != new.key and old.journey:
                inside[old.journey.id]["next", old.key] = new.key
        elif old.kind == "finding":
            if old.id != new.id:
                everywhere["evidence", old.id] = new.id
        elif (old.parent is None or old.kind in ("pain", "source")) and old.id != new.id:
            everywhere["stage" if old.kind == "catalog-stage" else old.kind, old.id] = new.id
        if isinstance(old.model, Journey) and isinstance(new.model, Journey):
            for was, now in _renamed_paths(old.model.paths, new.model.paths):
                inside[old.model.id]["path", was] = now
    return {None: everywhere, **{id: {**everywhere, **own} for id, own in inside.items()}}


def _renamed_paths(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The old and the new id of each path that kept its name."""
    free = {name: id for id, name in reversed([*new.items()]) if id not in old}
    for id, name in old.items():
        if id not in new and name in free:
            yield id, free.pop(name)


def _single(entity: Entity, known: Mapping[Entity, Entity]) -> bool:
    """Whether an entity is added or removed by itself, not as a part of its parent. Pains always are."""
    return entity not in known and (entity.parent is None or entity.parent in known or entity.kind == "pain")


def _of_pair(
    old: Entity, new: Entity, matches: Matches, renames: Renames, merged: MergedPersonas
) -> Iterator[Difference]:
    was, now = _own_id(old), _own_id(new)
    if was != now:
        kind = ChangeKind.CHANGED if was is None or now is None else ChangeKind.RENAMED
        yield Difference(kind, old, new, "id", was, now)
    if isinstance(old.model, Journey) and isinstance(new.model, Journey):
        for was, now in _renamed_paths(old.model.paths, new.model.paths):
            yield Difference(ChangeKind.CHANGED, old, new, "paths", was, now)
    yield from _parents(old, new, matches)
    if old.model == new.model and not (renames and _may_name(old.model, renames)):
        return
    yield from _fields(old, new, renames, merged)
    if isinstance(old.model, Step) and isinstance(new.model, Step):
        yield from _pain_refs(old, new, renames)


def _own_id(entity: Entity) -> str | None:
    """The id that the author gave it, if it has one: a stage can do with that of the catalog's stage."""
    if entity.kind in ("figure", "definition", "observed-journey"):
        return None
    return entity.model.id if isinstance(entity.model, JourneyStage) else entity.key


def _parents(old: Entity, new: Entity, matches: Matches) -> Iterator[Difference]:
    """The group of a journey, and the parent of any other entity, if it is another one than before."""
    if isinstance(old.model, Journey) and isinstance(new.model, Journey) and old.model.group != new.model.group:
        yield Difference(ChangeKind.MOVED, old, new, "group", old.model.group, new.model.group)
    if old.parent is None or new.parent is None or matches.new_of.get(old.parent) is new.parent:
        return
    if old.root is not new.root and matches.new_of.get(old.root) is not new.root:
        yield Difference(ChangeKind.MOVED, old, new, old.root.kind, old.root.id, new.root.id)
    elif old.kind in MOVABLE:
        was, now = old.parent.key or old.parent.name, new.parent.key or new.parent.name
        yield Difference(ChangeKind.MOVED, old, new, old.parent.kind, was, now)


def _fields(old: Entity, new: Entity, renames: Renames, merged: MergedPersonas) -> Iterator[Difference]:
    folds = {("persona", id): other for id, other in merged.new.items()}
    written, theirs = fields_of(old), fields_of(new, folds)
    mine = fields_of(old, renames) if renames else written
    for field in told_apart(old, new):
        written, mine = (for_each_actor(old, side, field, renames) for side in (written, mine))
        theirs = for_each_actor(new, theirs, field, folds)
    ignored = _ignored(mine, theirs) if old.kind in ("figure", "step", "definition") else set()
    for field in dict.fromkeys([*mine, *theirs]):
        before, after = mine.get(field), theirs.get(field)
        if field in ignored or same(field, before, after):
            continue
        if (old.kind, field) == ("persona", "evidence") and merged.is_united(new.id, before or (), after or ()):
            continue
        if field == "figures":
            yield from _figures(old, new, (written.get(field, []), before or [], after or []))
            continue
        is_name = field in NAMES and before is not None and after is not None
        kind = ChangeKind.RENAMED if is_name else ChangeKind.CHANGED
        yield Difference(kind, old, new, field, written.get(field, before), after, before)


def _may_name(model: object, renames: Renames) -> bool:
    """Whether a model names a thing whose id changed; True where nobody knows."""
    if not isinstance(model, Model):
        return True
    text = model.model_dump_json()
    return any(id in text for _, id in renames)


def _ignored(mine: Fields, theirs: Fields) -> set[str]:
    """Fields of a step, figure or definition that follow from others: they are told with these, or mean nothing."""
    if mine.get("method") != theirs.get("method"):
        return {field for field in (*mine, *theirs) if field.partition(".")[0] not in OF_ALL_METHODS}
    if "when" in mine or "when" in theirs:
        # A step with a condition is optional, whatever its switch says.
        return {"optional"}
    if mine.get("value") != theirs.get("value"):
        is_withheld = "value" not in mine or "value" not in theirs
        return {"n", "counts", "interval"} | ({"note"} if is_withheld else set())
    return {"counts"} if mine.get("n") != theirs.get("n") else set()


def _figures(old: Entity, new: Entity, sides: tuple[list[FigureWords], ...]) -> Iterator[Difference]:
    """`sides` are the figures as written, the same with references translated, and those of the new side."""
    written, mine, theirs = sides
    for name, was, now in paired_figures(mine, theirs):
        before, translated = (None if was is None else side[was][1:] for side in (written, mine))
        after = None if now is None else theirs[now][1:]
        yield Difference(ChangeKind.CHANGED, old, new, f"figures.{name}", before, after, translated)


def _pain_refs(old: Entity, new: Entity, renames: Renames) -> Iterator[Difference]:
    """References to pains defined at other steps that were added or removed."""
    mine = {renames.get(("pain", id), id): (id, is_defined) for id, is_defined in _pains(old.model)}
    theirs = {id: (id, is_defined) for id, is_defined in _pains(new.model)}
    for id, is_defined in (mine[id] for id in mine.keys() - theirs.keys()):
        if not is_defined:
            yield Difference(ChangeKind.CHANGED, old, new, f"pains.{id}", id, None)
    for id, is_defined in (theirs[id] for id in theirs.keys() - mine.keys()):
        if not is_defined:
            yield Difference(ChangeKind.CHANGED, old, new, f"pains.{id}", None, id)


def _pains(step: object) -> Iterator[tuple[str, bool]]:
    """The id of each pain of a step, and whether it is defined there."""
    for pain in step.pains if isinstance(step, Step) else ():
        yield (pain.id, True) if isinstance(pain, Pain) else (pain, False)


def _reordered(matches: Matches) -> Iterator[Difference]:
    families: defaultdict[tuple[str, Entity | None], list[Pair]] = defaultdict(list)
    for old, new in matches.pairs:
        stayed = old.parent is new.parent is None or (old.parent and matches.new_of.get(old.parent) is new.parent)
        if old.kind in ORDERED and stayed:
            families[old.kind, old.parent].append((old, new))
    for siblings in families.values():
        for old, new in minimal_moves(siblings):
            yield Difference(ChangeKind.MOVED, old, new, "position", old.number, new.number)
