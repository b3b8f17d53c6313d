"""What a three-way merge comes to, worked out on plain values: things with a home and fields, each merged by itself."""

from typing import Any, NamedTuple

Item = dict[str, Any]
LISTS = {"stages": "stage", "steps": "step", "pains": "pain"}
GONE = object()


class Thing(NamedTuple):
    """A stage, step or pain: what it is in, its fields, and the whole of it."""

    home: str
    fields: Item
    whole: Item


class Outcome(NamedTuple):
    """The home and the fields of each thing where conflicts are settled for one side; whether there are any."""

    things: dict[str, tuple[str, Item]]
    has_conflicts: bool


def things_of(value: Item) -> dict[str, Thing]:
    """All things of a journey by kind and name, the journey itself among them."""
    return dict(_things("journey", "", value))


def _things(name: str, home: str, value: Item) -> Any:
    yield name, Thing(home, {key: one for key, one in value.items() if key not in LISTS}, value)
    for key, kind in LISTS.items():
        for item in value.get(key, ()):
            yield from _things(f"{kind} {item.get('id') or item.get('stage') or item['name']}", name, item)


def outcome(base: Item, ours: Item, theirs: Item, side: str) -> Outcome:
    """What both did, where conflicts are settled for a `side`, "ours" or "theirs"."""
    before, one, other = (things_of(value) for value in (base, ours, theirs))
    disputed = {
        name
        for name, thing in before.items()
        if (name in one) != (name in other) and bare((one.get(name) or other[name]).whole) != bare(thing.whole)
    }
    made: dict[str, tuple[str, Item]] = {}
    conflicts = bool(disputed)
    for name in {**before, **one, **other}:
        left, mine, their = before.get(name), one.get(name), other.get(name)
        if mine and their:
            fields, clashes = merged_fields(left.fields if left else {}, mine.fields, their.fields, side)
            conflicts = conflicts or clashes
            made[name] = (their.home if left and mine.home == left.home else mine.home), fields
        elif mine or their:
            holder, thing = ("ours", mine) if mine else ("theirs", their)
            assert thing
            line = _line(name, one if mine else other)
            if holder == side if line & disputed else left is None:
                made[name] = thing.home, thing.fields
    return Outcome(made, conflicts)


def _line(name: str, things: dict[str, Thing]) -> set[str]:
    """A thing and all that it is in."""
    found = set()
    while name:
        found.add(name)
        name = things[name].home
    return found


def merged_fields(base: Any, ours: Any, theirs: Any, side: str) -> tuple[Item, bool]:
    """The fields of a mapping that both sides have, and whether they clash anywhere."""
    made, clashes = {}, False
    for name in {**base, **ours, **theirs}:
        old, one, other = (values.get(name, GONE) for values in (base, ours, theirs))
        if bare(one) == bare(other) or bare(other) == bare(old):
            found = one
        elif bare(one) == bare(old):
            found = other
        elif isinstance(one, dict) and isinstance(other, dict):
            found, inside = merged_fields(old if isinstance(old, dict) else {}, one, other, side)
            clashes = clashes or inside
        elif isinstance(one, list) and isinstance(other, list):
            was = old if isinstance(old, list) else []
            kept = [value for value in one if value in other or value not in was]
            found = kept + [value for value in other if value not in one and value not in was]
        else:
            lines = [value.split("\n") if isinstance(value, str) else [] for value in (old, one, other)]
            merged = _merged_lines(*lines) if min(map(len, lines)) > 1 else None
            found = "\n".join(merged) if merged else one if side == "ours" else other
            clashes = clashes or not merged
        if found is not GONE:
            made[name] = found
    return made, clashes


def _merged_lines(base: list[str], ours: list[str], theirs: list[str]) -> list[str] | None:
    """Lines of which each side changed some in place; None where these are the same or side by side."""
    if len({len(base), len(ours), len(theirs)}) > 1:
        return None
    one, other = ({n for n, line in enumerate(side) if line != base[n]} for side in (ours, theirs))
    if any({n - 1, n, n + 1} & one for n in other if n not in one or ours[n] != theirs[n]):
        return None
    return [ours[n] if n in one else theirs[n] for n in range(len(base))]


def bare(value: Any) -> Any:
    """A value in which the order of keys does not matter."""
    return (
        sorted((name, bare(one)) for name, one in value.items())
        if isinstance(value, dict)
        else ([bare(one) for one in value] if isinstance(value, list) else value)
    )


def in_any_order(things: dict[str, tuple[str, Item]]) -> dict[str, Any]:
    """Things whose lists of words may stand in any order."""
    return {
        name: (home, {key: _loose(value) for key, value in fields.items()}) for name, (home, fields) in things.items()
    }


def _loose(value: Any) -> Any:
    return sorted(map(str, value)) if isinstance(value, list) else value


def is_ambiguous(base: Item, ours: Item, theirs: Item) -> bool:
    """Whether both sides moved things, or one moved what the other removed: then a merge may be refused."""
    before, one, other = (things_of(value) for value in (base, ours, theirs))
    moves = [
        {name for name in before if name in side and side[name].home != before[name].home} for side in (one, other)
    ]
    crossed = any(name not in one or name not in other for name in (*moves[0], *moves[1])) or bool(moves[0] & moves[1])
    return crossed or all(_is_reordered(list(before), list(side)) for side in (one, other))


def _moved(before: dict[str, Thing], after: dict[str, Thing]) -> set[str]:
    return {name for name in before if name in after and after[name].home != before[name].home}


def _is_reordered(before: list[str], after: list[str]) -> bool:
    common = set(before) & set(after)
    return [name for name in before if name in common] != [name for name in after if name in common]
