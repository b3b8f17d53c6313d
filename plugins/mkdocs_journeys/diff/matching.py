"""Which thing of the old atlas is which of the new one, for every kind of thing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mkdocs_journeys.diff.likeness import detail_likeness, look_of
from mkdocs_journeys.diff.pairing import Pair, by_key, by_likeness, by_name, left_over, paired
from mkdocs_journeys.diff.things import CATALOG_LISTS, DOCUMENTS, Thing, Things

IN_PLACE = 0.7
"""From here on the details of two steps that stand alone between the same neighbours are those of one step."""
CHILDREN = ("solution", "finding")


@dataclass(frozen=True, slots=True)
class Matches:
    """Both ways: from an old thing to its new self and back."""

    pairs: list[Pair] = field(default_factory=list)
    new_of: dict[Thing, Thing] = field(default_factory=dict)
    old_of: dict[Thing, Thing] = field(default_factory=dict)

    def add(self, pairs: Iterable[Pair]) -> None:
        """Remember more pairs."""
        for old, new in pairs:
            self.pairs.append((old, new))
            self.new_of[old] = new
            self.old_of[new] = old

    def rest(self, old: Iterable[Thing], new: Iterable[Thing]) -> tuple[list[Thing], list[Thing]]:
        """What has no other self yet."""
        return [one for one in old if one not in self.new_of], [one for one in new if one not in self.old_of]


def matches_of(old: Things, new: Things) -> Matches:
    """Pairs of everything: whole files and the catalog's items first, then what lies in them."""
    matches = Matches()
    matches.add(by_key(old["atlas"], new["atlas"]))
    for entity in (*CATALOG_LISTS, *DOCUMENTS, "pain"):
        matches.add(paired(old[entity], new[entity]))
    _match_steps(old, new, matches)
    _match_stages(old, new, matches)
    for entity in CHILDREN:
        for mine, theirs in _families(old[entity], new[entity], matches):
            matches.add(paired(mine, theirs))
        matches.add(by_likeness(*matches.rest(old[entity], new[entity])))
    for entity in ("figure", "experiment"):
        for mine, theirs in _families(old[entity], new[entity], matches):
            matches.add(by_key(mine, theirs))
    return matches


def _match_steps(old: Things, new: Things, matches: Matches) -> None:
    mine, theirs = _by_journey(old["step"]), _by_journey(new["step"])
    for before, after in list(matches.pairs):
        if before.entity != "journey":
            continue
        steps, others = mine[before.id], theirs[after.id]
        pairs = by_key(steps, others)
        pairs += by_name(*left_over(steps, others, pairs))
        pairs += _in_place(steps, others, pairs)
        pairs += by_likeness(*left_over(steps, others, pairs))
        matches.add(pairs)
    matches.add(by_likeness(*matches.rest(old["step"], new["step"])))


def _in_place(old: list[Thing], new: list[Thing], pairs: list[Pair]) -> list[Pair]:
    """Steps that stand alone between the same neighbours with the same details: only their names differ."""
    forth = dict(pairs)
    back = {after: before for before, after in pairs}
    found: list[Pair] = []
    there = {(left, right): after for after, left, right in _gaps(new, back)}
    for before, left, right in _gaps(old, forth):
        after = there.get((_other(left, forth), _other(right, forth)))
        if after and detail_likeness(look_of(before), look_of(after)) >= IN_PLACE:
            found.append((before, after))
    return found


def _gaps(steps: list[Thing], known: Mapping[Thing, Thing]) -> list[tuple[Thing, Thing | None, Thing | None]]:
    """Each step without a pair whose two neighbours have one (or are the journey's ends), with them."""
    around = [None, *steps, None]
    return [
        (step, left, right)
        for left, step, right in zip(around, steps, around[2:], strict=False)
        if step not in known and (left is None or left in known) and (right is None or right in known)
    ]


def _other(thing: Thing | None, known: Mapping[Thing, Thing]) -> Thing | None:
    return known[thing] if thing else None


def _match_stages(old: Things, new: Things, matches: Matches) -> None:
    """Stages of one journey by the stage of the catalog that they are, else by the steps that they share."""
    renamed = {before.id: after.id for before, after in matches.pairs if before.entity == "catalog-stage"}
    for mine, theirs in _families(old["stage"], new["stage"], matches):
        there = {thing.key: thing for thing in theirs}
        pairs = [(one, there[key]) for one in mine if (key := renamed.get(one.key or "", one.key)) in there]
        matches.add(pairs)
        matches.add(_sharing_steps(*left_over(mine, theirs, pairs), old, matches))


def _sharing_steps(mine: list[Thing], theirs: list[Thing], old: Things, matches: Matches) -> list[Pair]:
    """Stages of which at least half of the steps are the same."""
    if not mine or not theirs:
        return []
    shared: defaultdict[tuple[int, int], int] = defaultdict(int)
    rows, columns = {one: at for at, one in enumerate(mine)}, {one: at for at, one in enumerate(theirs)}
    for step in old["step"]:
        after = matches.new_of.get(step)
        if step.parent in rows and after and after.parent in columns:
            shared[rows[step.parent], columns[after.parent]] += 1
    ranked = sorted((-_share(mine[i], theirs[j], count), abs(i - j), i + j, i, j) for (i, j), count in shared.items())
    pairs: list[Pair] = []
    for score, _, _, i, j in ranked:
        taken = any(mine[i] is before or theirs[j] is after for before, after in pairs)
        if score <= -0.5 and not taken:
            pairs.append((mine[i], theirs[j]))
    return pairs


def _share(one: Thing, other: Thing, shared: int) -> float:
    return 2 * shared / (len(one.model.steps) + len(other.model.steps))  # type: ignore[union-attr]


def _families(old: list[Thing], new: list[Thing], matches: Matches) -> list[tuple[list[Thing], list[Thing]]]:
    """The children of every pair of parents, side by side."""
    mine, theirs = _by_parent(old), _by_parent(new)
    return [
        (children, theirs[matches.new_of[parent]])
        for parent, children in mine.items()
        if matches.new_of.get(parent) in theirs
    ]


def _by_parent(things: Iterable[Thing]) -> dict[Thing, list[Thing]]:
    families: defaultdict[Thing, list[Thing]] = defaultdict(list)
    for thing in things:
        if thing.parent:
            families[thing.parent].append(thing)
    return families


def _by_journey(steps: Iterable[Thing]) -> defaultdict[str, list[Thing]]:
    families: defaultdict[str, list[Thing]] = defaultdict(list)
    for step in steps:
        if step.journey:
            families[step.journey.id].append(step)
    return families
