"""Cases by their numbers: an atlas, the same after some edits, and what a diff has to tell of these."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from diff.generated.support_field_edits import Key, Place, edit_key, every_key, places
from diff.generated.support_first import first_world
from diff.generated.support_structure_edits import STRUCTURE
from diff.generated.support_told import Claim, as_text, told
from diff.generated.support_world import Thing, World
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import Comparison
from mkdocs_journeys.load.loader import Loader
from mkdocs_journeys.sources.tree import Tree

CASES = 10_000
OF_A_WORLD = 40
"""So many cases begin with the same atlas."""
MOST_EDITS = 12
NAMES = {"name", "title", "text"}
MOVES = {"stage", "journey", "step", "opportunity", "evidence", "group"}
GOINGS = {"added", "removed"}


class Case(NamedTuple):
    """Two atlases, the edits that lead from one to the other, and each fact that has to be told, with how often."""

    number: int
    old: Atlas
    new: Atlas
    edits: tuple[str, ...]
    facts: Counter[str]


class Edited(NamedTuple):
    """A world after edits, what these say that they have done, and their names; `last` is the last number before."""

    world: World
    last: int
    claims: frozenset[Claim] = frozenset()
    edits: tuple[str, ...] = ()


class Base(NamedTuple):
    """What some cases begin with; the loader parses only what is unlike the tree that it loaded last."""

    world: World
    tree: Tree
    loader: Loader


@lru_cache(1)
def _base(seed: int) -> Base:
    world = first_world(seed)
    return Base(world, world.tree(), Loader())


def case_of(number: int) -> Case:
    """The case of a number, always the same."""
    base = _base(number // OF_A_WORLD)
    edited = edited_world(base.world, number)
    facts, claims = told(base.world, edited.world)
    lost = {(of, what) for of, what in edited.claims - claims if not what.startswith("order")}
    assert not claims - edited.claims, f"case {number}: {edited.edits} also did {claims - edited.claims}"
    assert not lost, f"case {number}: {edited.edits} did not do {lost}"
    old, new = (atlas_of(tree, base.loader) for tree in (base.tree, edited.world.tree()))
    return Case(number, old, new, edited.edits, facts)


def atlas_of(tree: Tree, loader: Loader) -> Atlas:
    atlas, problems = loader.load(tree)
    assert atlas is not None, problems[:3]
    return atlas


def facts_of(old: Atlas, new: Atlas) -> Counter[str]:
    """What a diff tells, each fact with how often."""
    found = Comparison(old, new).changes
    return Counter(as_text((one.kind.value, one.entity, one.id, one.field, one.old, one.new)) for one in found)


def edited_world(base: World, number: int) -> Edited:
    """A world after as many edits as the number of the case says; the first one is of the key that it says."""
    keys = sorted(every_key())
    done = Edited(base.copy(number), max(base.ids))
    wanted = 1 + number % MOST_EDITS
    done = _edited(done, number, keys[number % len(keys)])
    for attempt in range(4 * MOST_EDITS):
        if len(done.edits) >= wanted:
            break
        done = _edited(done, (number, attempt))
    return done


def _edited(done: Edited, seed: object, key: Key | None = None) -> Edited:
    """One more edit, if it can be told apart from those before."""
    world = done.world.copy(seed)
    random = world.random
    if key is None and random.random() < 0.55:
        edit = random.choice(STRUCTURE)
        claims, name = edit(world), edit.__name__
    else:
        choices = list(_places(world, key))
        if key is None and done.claims and random.random() < 0.5:
            steps = {of for of, _ in done.claims} & {one.number for one in world.of_kind("step")}
            choices = [one for one in choices if one.thing.number in steps] or choices
        random.shuffle(choices)
        claims, name = set(), ""
        for place in choices[:8]:
            claims = edit_key(world, place)
            name = " ".join(place.key)
            if claims:
                break
    if not claims or _clash(done, world, claims):
        return done
    return Edited(world, done.last, done.claims | claims, (*done.edits, name))


def _places(world: World, key: Key | None) -> Iterator[Place]:
    things = [one for one in world.things() if one.kind != "figure"] if key is None else world.of_kind(key[0])
    for thing in things if key else world.random.sample(things, 6):
        yield from (one for one in places(thing) if key in (None, one.key))


def _clash(done: Edited, world: World, claims: set[Claim]) -> bool:
    """Whether edits would touch the same thing in ways that leave open what has become of it."""
    if claims & done.claims or any(of > done.last and what != "added" for of, what in claims):
        return True
    together = claims | done.claims
    things = {one.number: one for side in (done.world, world) for one in side.things()}
    there = {one.number for one in world.things()}
    if any(of not in there and what != "removed" and not what.startswith("order") for of, what in done.claims):
        return True
    moved = {things[of].kind for of, what in together if of in things and what in ("step", "journey")}
    if {"step", "pain"} <= moved:
        return True
    for of in {number for number, _ in claims}:
        what = {name for number, name in together if number == of}
        if _is_doubtful(things.get(of), what):
            return True
    changed = {
        of for of, _ in together if _changes_the_steps(things.get(of), {name for it, name in together if it == of})
    }
    homes = {(one.number, one.document.number) for side in (done.world, world) for one in side.of_kind("step")}
    journeys = Counter(journey for of, journey in homes if of in changed)
    return any(many > 1 for many in journeys.values())


def _is_doubtful(thing: Thing | None, what: set[str]) -> bool:
    """Whether so much has become of one thing that it cannot be known again."""
    if thing is None or len(what) == 1:
        return False
    weak = thing.kind in ("step", "finding", "experiment") and "id" not in thing.values
    return bool(
        what & GOINGS
        or thing.kind == "figure"
        or ("id" in what and what & (NAMES | MOVES))
        or (what & MOVES and what & NAMES)
        or (thing.kind != "journey" and len(what & MOVES) > 1)
        or (what & MOVES and len(what) > 2 and thing.kind in ("step", "finding", "solution"))
        or (weak and NAMES & what and len(what) > 2)
        or (thing.kind == "source" and "id" in what)
    )


def _changes_the_steps(thing: Thing | None, what: set[str]) -> bool:
    """Whether a step came, went, moved to another journey, or is to be known by what is around it."""
    if thing is None or thing.kind != "step":
        return False
    return bool(what & {*GOINGS, "journey"} or ("name" in what and "id" not in thing.values))


def chain_of(number: int, *, of_keys: bool = False) -> tuple[World, ...]:
    """Three worlds, each some edits after the one before, of other keys; edits of keys alone leave ids and order."""
    first = _base(number % CASES // OF_A_WORLD).world
    keys = [key for key in sorted(every_key()) if key[2] not in {*NAMES, "stage"}]
    worlds, done = [first], Edited(first.copy(number), max(first.ids))
    for link in range(2):
        for attempt in range(MOST_EDITS):
            seed = MOST_EDITS * link + attempt
            done = _edited(done, (number, seed), keys[(number + 37 * seed) % len(keys)] if of_keys else None)
        worlds.append(done.world)
    return tuple(worlds)
