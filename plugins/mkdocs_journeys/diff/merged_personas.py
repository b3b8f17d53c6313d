"""Personas of which two became one, or one two: what named the one names the other."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from mkdocs_journeys.diff.entities import Entities, Entity
from mkdocs_journeys.diff.fields import PER_ACTOR
from mkdocs_journeys.diff.match import Matches, Pair
from mkdocs_journeys.model import Journey, Persona, Step
from mkdocs_journeys.model.step import by_actor


@dataclass(frozen=True, slots=True)
class MergedPersonas:
    """Personas that are gone, and new ones, each with the id of the persona that is, or was, named in their place.

    All ids of personas in whose place others are named are those of the new side. `evidence` is what those that are
    gone or new rest on, by that id.
    """

    gone: Mapping[str, str]
    new: Mapping[str, str]
    evidence: Mapping[str, frozenset[str]]

    def into(self, entity: Entity) -> str | None:
        """What is, or was, named in the place of an entity that is gone or new; None where nothing is."""
        return {**self.gone, **self.new}.get(entity.id) if entity.kind == "persona" else None

    def is_united(self, persona: str, before: Collection[str], after: Collection[str]) -> bool:
        """Whether the evidence of a persona is that of before and of the other one, or what is left of it."""
        mine, theirs = set(before), set(after)
        return (mine <= theirs or theirs <= mine) and mine ^ theirs <= self.evidence.get(persona, frozenset())


def merged_personas(before: Entities, after: Entities, matches: Matches) -> MergedPersonas:
    """A persona became one with another if all that named it and is still there names the other now.

    Some of that must not have named the other before. Swapping the sides gives personas of which one became two.
    """
    gone = [one for one in before["persona"] if one not in matches.new_of]
    new = [one for one in after["persona"] if one not in matches.old_of]
    if not gone and not new:
        return MergedPersonas({}, {}, {})
    now = {one.id: other.id for one, other in matches.pairs if one.kind == "persona"}
    was = {new: old for old, new in now.items()}
    ids, new_ids = {one.id for one in gone}, {one.id for one in new}
    ones = _successors(ids, new_ids, now, matches.pairs)
    back = _successors(new_ids, ids, was, [(other, one) for one, other in matches.pairs])
    twos = {id: now.get(other, other) for id, other in back.items()}
    evidence: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for entity in (*gone, *new):
        other = {**ones, **twos}.get(entity.id)
        if other and isinstance(entity.model, Persona):
            evidence[other] |= frozenset(entity.model.evidence)
    return MergedPersonas(ones, twos, evidence)


def _successors(gone: set[str], fresh: set[str], now: Mapping[str, str], pairs: Iterable[Pair]) -> dict[str, str]:
    everywhere: dict[str, set[str]] = {}
    gained: dict[str, Counter[str]] = {id: Counter() for id in gone}
    for one, other in pairs if gone else ():
        mine = {now.get(id, id) for id in _named(one)}
        theirs = _named(other) - fresh
        for id in mine & gone:
            everywhere[id] = everywhere[id] & theirs if id in everywhere else set(theirs)
            gained[id].update(theirs - mine)
    likely = {id: [other for other, _ in _ranked(gained[id]) if other in known] for id, known in everywhere.items()}
    return {id: others[0] for id, others in sorted(likely.items()) if others}


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _named(entity: Entity) -> set[str]:
    """The ids of the personas that a journey, without its steps, or a step names."""
    model: object = entity.model
    if isinstance(model, Journey):
        return set(model.personas)
    if isinstance(model, Step):
        return {*model.actors, *(id for field in PER_ACTOR for id, _ in by_actor(getattr(model, field)) if id)}
    return set()
