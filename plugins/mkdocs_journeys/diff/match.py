"""Match the entities of two atlases, and find which of the matched ones changed their order. Symmetric.

Within one kind, entities match by the id that their author gave them, then by name, then by similarity.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from mkdocs_journeys.diff.entities import CATALOG_LISTS, MEASURED, Entities, Entity
from mkdocs_journeys.diff.similarity import Features, detail_similarity, features_of, folded, similarity
from mkdocs_journeys.insight.selection import grouped
from mkdocs_journeys.model import JourneyStage
from mkdocs_journeys.vocabulary import DOCUMENTS

Pair = tuple[Entity, Entity]
"""An old entity and the new one that it has become."""
MIN_SIMILARITY = 0.5
"""Entities without a common id or name that are at least so similar are one that was rewritten."""
MIN_IN_PLACE = 0.7
"""The same for the details of two steps between the same neighbours, before others are looked at that are alike."""
MIN_SHARED_STEPS = 0.5
"""Stages that share at least this part of their steps are one."""
LARGEST_CROWD = 400
"""A feature shared by more pairs than this does not make candidates for a comparison."""

_Gap = tuple[Entity, tuple[Entity | None, Entity | None], tuple[bool, ...]]
"""A step, its neighbours, None at an end of the journey, and whether each of them stands in the same stage."""
_Name = tuple[str, str]
_Chain = tuple[tuple[_Name, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Matches:
    """The pairs, with an index in either direction."""

    pairs: list[Pair] = field(default_factory=list)
    new_of: dict[Entity, Entity] = field(default_factory=dict)
    old_of: dict[Entity, Entity] = field(default_factory=dict)

    def add(self, pairs: Iterable[Pair]) -> None:
        """Add pairs of entities that have none yet."""
        for old, new in pairs:
            self.pairs.append((old, new))
            self.new_of[old] = new
            self.old_of[new] = old

    def unmatched(self, old: Iterable[Entity], new: Iterable[Entity]) -> tuple[list[Entity], list[Entity]]:
        """Those of either list that have no pair yet."""
        return [one for one in old if one not in self.new_of], [one for one in new if one not in self.old_of]

    def match(self, old: Sequence[Entity], new: Sequence[Entity]) -> None:
        """Match entities by id, then by name, then by similarity."""
        self.add(by_key(old, new))
        self.add(by_name(*self.unmatched(old, new)))
        self.add(by_similarity(*self.unmatched(old, new)))


def matches_of(old: Entities, new: Entities) -> Matches:
    """Match everything: documents, entries of the catalog and pains first, then the parts of what has matched."""
    matches = Matches()
    matches.add(by_key(old["atlas"], new["atlas"]))
    for kind in (*CATALOG_LISTS, *DOCUMENTS, "pain"):
        matches.match(old[kind], new[kind])
    _match_steps(old, new, matches)
    _match_stages(old, new, matches)
    for kind in ("solution", "finding"):
        for mine, theirs in _siblings(old[kind], new[kind], matches):
            matches.match(mine, theirs)
        matches.add(by_similarity(*matches.unmatched(old[kind], new[kind])))
    for mine, theirs in _siblings(old["experiment"], new["experiment"], matches):
        matches.add(by_key(mine, theirs))
    _match_figures(old, new, matches)
    for kind in MEASURED:
        matches.match(old[kind], new[kind])
    return matches


def by_key(old: Sequence[Entity], new: Sequence[Entity]) -> list[Pair]:
    """Pairs with the same id, as their authors gave it."""
    there = {entity.key: entity for entity in new if entity.key is not None}
    return [(entity, there[entity.key]) for entity in old if entity.key is not None and entity.key in there]


def by_name(old: Sequence[Entity], new: Sequence[Entity]) -> list[Pair]:
    """Pairs with the same name; several of one name are paired by similarity."""
    names = grouped(new, lambda entity: folded(entity.name))
    pairs: list[Pair] = []
    for name, mine in grouped(old, lambda entity: folded(entity.name)).items():
        theirs = names.get(name, []) if name else []
        pairs += [(mine[0], theirs[0])] if len(mine) == len(theirs) == 1 else by_similarity(mine, theirs, 0.0)
    return pairs


def by_similarity(old: Sequence[Entity], new: Sequence[Entity], threshold: float = MIN_SIMILARITY) -> list[Pair]:
    """Pairs that are similar enough, the most similar first; ties are broken by distance in order, then by position."""
    if not old or not new:
        return []
    mine, theirs = [features_of(entity) for entity in old], [features_of(entity) for entity in new]
    scores = {(i, j): similarity(mine[i], theirs[j]) for i, j in _candidates(mine, theirs)}
    return _best_pairs(old, new, scores, threshold)


def minimal_moves(pairs: Sequence[Pair]) -> list[Pair]:
    """The fewest pairs that have to move to get from the old order (`number`) to the new one; the same both ways.

    The others are a longest increasing subsequence: of several, the one whose names come first.
    """
    ordered = sorted(pairs, key=lambda pair: pair[0].number)
    if all(one[1].number < other[1].number for one, other in pairwise(ordered)):
        return []
    chains: list[_Chain] = []
    for at, pair in enumerate(ordered):
        one, other = sorted(entity.key or entity.name for entity in pair)
        before = [chains[earlier] for earlier in range(at) if ordered[earlier][1].number < pair[1].number]
        names, fixed = min(before, key=_longest_first, default=((), ()))
        chains.append(((*names, (one, other)), (*fixed, at)))
    kept = set(min(chains, key=_longest_first)[1])
    return [pair for at, pair in enumerate(ordered) if at not in kept]


def _longest_first(chain: _Chain) -> tuple[int, tuple[_Name, ...]]:
    return -len(chain[0]), chain[0]


def _best_pairs(
    old: Sequence[Entity], new: Sequence[Entity], scores: Mapping[tuple[int, int], float], threshold: float
) -> list[Pair]:
    """The pairs with the highest scores, each entity in one pair at most; `scores` go by the indexes of a pair."""
    ranked = sorted((-score, abs(i - j), i + j, i, j) for (i, j), score in scores.items() if score >= threshold)
    used_old: set[int] = set()
    used_new: set[int] = set()
    pairs: list[Pair] = []
    for _, _, _, i, j in ranked:
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            pairs.append((old[i], new[j]))
    return pairs


def _candidates(old: Sequence[Features], new: Sequence[Features]) -> set[tuple[int, int]]:
    """The pairs to be compared: of many, only those that share a feature which is rare enough."""
    if len(old) * len(new) <= LARGEST_CROWD:
        return {(i, j) for i in range(len(old)) for j in range(len(new))}
    mine, theirs = _index(old), _index(new)
    return {
        (i, j)
        for feature, found in mine.items()
        if len(found) * len(theirs.get(feature, ())) <= LARGEST_CROWD
        for i in found
        for j in theirs.get(feature, ())
    }


def _index(features: Sequence[Features]) -> dict[str, list[int]]:
    """Single features to the indexes of the entities that have them."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(features):
        found = {f"name {word}" for word in one.name.split()} | {f"part {part}" for part in one.parts}
        for feature in found | {f"{key} {value}" for key, value in one.details.items()}:
            index[feature].append(at)
    return index


def _match_steps(old: Entities, new: Entities, matches: Matches) -> None:
    """Steps within each pair of journeys, then across journeys."""
    mine, theirs = (grouped(side["step"], lambda step: step.root) for side in (old, new))
    for before, after in list(matches.pairs):
        if before.kind != "journey":
            continue
        steps, others = mine.get(before, []), theirs.get(after, [])
        matches.add(by_key(steps, others))
        matches.add(by_name(*matches.unmatched(steps, others)))
        alike = _in_place(steps, others, matches)
        matches.add(pair for pair in alike if detail_similarity(*map(features_of, pair)) >= MIN_IN_PLACE)
        matches.add(by_similarity(*matches.unmatched(steps, others)))
    matches.add(by_similarity(*matches.unmatched(old["step"], new["step"])))
    for before, after in list(matches.pairs):
        if before.kind == "journey":
            matches.add(_in_place(mine.get(before, []), theirs.get(after, []), matches))


def _in_place(old: list[Entity], new: list[Entity], matches: Matches) -> list[Pair]:
    """Pairs of steps that alone have no pair between the same neighbours, in the same stage as these: rewritten steps.

    One neighbour is enough at either end of the journey.
    """
    new_of = matches.new_of
    there = {around: (after, inside) for after, around, inside in _gaps(new, matches.old_of)}
    found: list[Pair] = []
    for before, around, inside in _gaps(old, new_of):
        left, right = (one and new_of[one] for one in around)
        after, there_inside = there.get((left, right), (None, inside))
        if after and inside == there_inside and (left or right):
            found.append((before, after))
    return found


def _gaps(steps: list[Entity], known: Mapping[Entity, Entity]) -> list[_Gap]:
    """Each unmatched step between matched neighbours."""
    ends = [None, *steps, None]
    return [
        (step, (left, right), tuple(bool(one and one.parent is step.parent) for one in (left, right)))
        for left, step, right in zip(ends, steps, ends[2:], strict=False)
        if step not in known and (left is None or left in known) and (right is None or right in known)
    ]


def _match_figures(old: Entities, new: Entities, matches: Matches) -> None:
    """Figures of one metric: by their day and segment."""
    renamed = {before.id: after.id for before, after in matches.pairs if before.kind == "segment"}
    for mine, theirs in _siblings(old["figure"], new["figure"], matches):
        there = {entity.key: entity for entity in theirs}
        for one in mine:
            day, slash, segment = (one.key or "").partition("/")
            if found := there.get(f"{day}{slash}{renamed.get(segment, segment)}"):
                matches.add([(one, found)])


def _match_stages(old: Entities, new: Entities, matches: Matches) -> None:
    """Stages of one journey: by an id of their own, by their stage in the catalog, else by the steps that they share.

    Where a stage of the catalog comes several times, shared steps tell which is which, then the lack of an own id.
    """
    renamed = {before.id: after.id for before, after in matches.pairs if before.kind == "catalog-stage"}
    for mine, theirs in _siblings(old["stage"], new["stage"], matches):
        there = {id: entity for entity in theirs if (id := _stage(entity).id)}
        matches.add((one, there[id]) for one in mine if (id := _stage(one).id) and id in there)
        here = grouped(mine, lambda one: renamed.get(_stage(one).stage, _stage(one).stage))
        for stage, likely in grouped(theirs, lambda one: _stage(one).stage).items():
            before, after = matches.unmatched(here[stage], likely)
            if len(before) > 1 or len(after) > 1:
                matches.add(_sharing_steps(before, after, old["step"], matches))
                before, after = matches.unmatched(
                    *([one for one in side if not _stage(one).id] for side in (before, after))
                )
            matches.add(zip(before, after, strict=False))
        matches.add(_sharing_steps(*matches.unmatched(mine, theirs), old["step"], matches))


def _stage(entity: Entity) -> JourneyStage:
    assert isinstance(entity.model, JourneyStage)  # noqa: S101
    return entity.model


def _sharing_steps(mine: list[Entity], theirs: list[Entity], steps: list[Entity], matches: Matches) -> list[Pair]:
    """Pairs of stages that share enough of their steps."""
    rows, columns = {one: at for at, one in enumerate(mine)}, {one: at for at, one in enumerate(theirs)}
    shared: defaultdict[tuple[int, int], int] = defaultdict(int)
    for step in steps if mine and theirs else ():
        after = matches.new_of.get(step)
        if step.parent in rows and after and after.parent in columns:
            shared[rows[step.parent], columns[after.parent]] += 1
    scores = {(i, j): _share(mine[i], theirs[j], count) for (i, j), count in shared.items()}
    return _best_pairs(mine, theirs, scores, MIN_SHARED_STEPS)


def _share(one: Entity, other: Entity, shared: int) -> float:
    return 2 * shared / (len(_stage(one).steps) + len(_stage(other).steps))


def _siblings(old: list[Entity], new: list[Entity], matches: Matches) -> list[tuple[list[Entity], list[Entity]]]:
    """The children of either side, for every pair of parents that both have some."""
    mine, theirs = grouped(old, lambda entity: entity.parent), grouped(new, lambda entity: entity.parent)
    return [
        (children, theirs[home])
        for parent, children in mine.items()
        if parent and (home := matches.new_of.get(parent)) and home in theirs
    ]


def aligned_steps(
    before: Sequence[Entity], after: Sequence[Entity], matches: Matches
) -> Iterator[tuple[Entity | None, Entity | None]]:
    """The steps of a journey in order, each with its counterpart; a removed one follows what it followed before.

    The counterpart of a step that came from another journey is that journey's.
    """
    here, gone = set(after), defaultdict[Entity | None, list[Entity]](list)
    last: Entity | None = None
    for step in before:
        if matches.new_of.get(step) in here:
            last = matches.new_of[step]
        else:
            gone[last].append(step)
    for anchor in (None, *after):
        if anchor:
            yield matches.old_of.get(anchor), anchor
        yield from ((step, None) for step in gone[anchor])
