"""Everything that differs between two atlases, found thing by thing. Pure, and the same in both directions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.change import Found, Kind
from mkdocs_journeys.diff.fields import Fields, Renames, feelings_of, fields_of
from mkdocs_journeys.diff.matching import Matches, matches_of
from mkdocs_journeys.diff.order import moved
from mkdocs_journeys.diff.pairing import Pair
from mkdocs_journeys.diff.renames import AllRenames, renames_of
from mkdocs_journeys.diff.things import ENTITIES, Thing, things_of
from mkdocs_journeys.model import Journey, Pain, Step

NAMES = {"name", "title"}
ORDERED = {"catalog-stage", "stage", "step"}
"""Things whose place among their siblings says something."""


def differences(old: Atlas, new: Atlas) -> Iterator[Found]:
    """Every difference, in no particular order."""
    before, after = things_of(old, new), things_of(new, old)
    matches = matches_of(before, after)
    renames = renames_of(matches)
    for entity in ENTITIES:
        yield from (Found(Kind.REMOVED, one, None) for one in before[entity] if _left(one, matches.new_of))
        yield from (Found(Kind.ADDED, None, one) for one in after[entity] if _left(one, matches.old_of))
    for pair in matches.pairs:
        yield from _of_pair(*pair, matches, renames)
    yield from _reordered(matches)


def _left(thing: Thing, known: dict[Thing, Thing]) -> bool:
    """Whether a thing has no other self, and is not just a part of one that has none. Pains stand for themselves."""
    return thing not in known and (thing.parent is None or thing.parent in known or thing.entity == "pain")


def _of_pair(old: Thing, new: Thing, matches: Matches, renames: AllRenames) -> Iterator[Found]:
    if old.key != new.key and old.entity != "stage":
        both = old.key is not None and new.key is not None
        yield Found(Kind.RENAMED if both else Kind.CHANGED, old, new, "id", old.key, new.key)
    yield from _home(old, new, matches)
    yield from _fields(old, new, renames.inside(old))
    if isinstance(old.model, Step) and isinstance(new.model, Step):
        yield from _felt(old, new, renames.inside(old))


def _fields(old: Thing, new: Thing, renames: Renames) -> Iterator[Found]:
    if not renames and old.model == new.model:
        return
    written, mine, theirs = fields_of(old), fields_of(old, renames), fields_of(new)
    if any(isinstance(side.model, Step) and isinstance(side.model.emotion, dict) for side in (old, new)):
        mine, theirs = _by_actor(mine, feelings_of(old, renames)), _by_actor(theirs, feelings_of(new, {}))
    for field in dict.fromkeys([*mine, *theirs]):
        before, after = mine.get(field), theirs.get(field)
        if before != after:
            named = field in NAMES and before is not None and after is not None
            kind = Kind.RENAMED if named else Kind.CHANGED
            yield Found(kind, old, new, field, written.get(field, before), after, before)


def _by_actor(fields: Fields, feelings: dict[str, int]) -> Fields:
    """The fields with the emotion given for each persona."""
    others = {field: value for field, value in fields.items() if field.split(".")[0] != "emotion"}
    return others | {f"emotion.{persona}": emotion for persona, emotion in feelings.items()}


def _felt(old: Thing, new: Thing, renames: Renames) -> Iterator[Found]:
    """Pains of other steps that this one names, or no longer names."""
    mine = {renames.get(("pain", id), id): (id, here) for id, here in _pains(old.model)}
    theirs = {id: (id, here) for id, here in _pains(new.model)}
    for pain, here in (mine[id] for id in mine.keys() - theirs.keys()):
        if not here:
            yield Found(Kind.CHANGED, old, new, f"pains.{pain}", pain, None)
    for pain, here in (theirs[id] for id in theirs.keys() - mine.keys()):
        if not here:
            yield Found(Kind.CHANGED, old, new, f"pains.{pain}", None, pain)


def _pains(step: object) -> Iterator[tuple[str, bool]]:
    """The pains of a step by id, and whether it is the one that defines them."""
    for pain in step.pains if isinstance(step, Step) else ():
        yield (pain.id, True) if isinstance(pain, Pain) else (pain, False)


def _home(old: Thing, new: Thing, matches: Matches) -> Iterator[Found]:
    """A thing that lies in another one than before."""
    if isinstance(old.model, Journey) and isinstance(new.model, Journey) and old.model.group != new.model.group:
        yield Found(Kind.MOVED, old, new, "group", old.model.group, new.model.group)
    if old.parent is None or new.parent is None or matches.new_of.get(old.parent) is new.parent:
        return
    mine, theirs = _root(old), _root(new)
    if mine is not theirs and matches.new_of.get(mine) is not theirs:
        yield Found(Kind.MOVED, old, new, mine.entity, mine.id, theirs.id)
    elif old.entity in ("step", "pain", "solution", "finding"):
        yield Found(Kind.MOVED, old, new, old.parent.entity, _own(old.parent), _own(new.parent))


def _root(thing: Thing) -> Thing:
    return _root(thing.parent) if thing.parent else thing


def _own(thing: Thing) -> str:
    return thing.key or thing.name


def _reordered(matches: Matches) -> Iterator[Found]:
    families: defaultdict[tuple[str, Thing | None], list[Pair]] = defaultdict(list)
    for old, new in matches.pairs:
        at_home = old.parent is new.parent is None or (old.parent and matches.new_of.get(old.parent) is new.parent)
        if old.entity in ORDERED and at_home:
            families[old.entity, old.parent].append((old, new))
    for siblings in families.values():
        yield from _moves(siblings)


def _moves(siblings: Iterable[Pair]) -> Iterator[Found]:
    for old, new in moved(list(siblings)):
        yield Found(Kind.MOVED, old, new, "position", old.number, new.number)
