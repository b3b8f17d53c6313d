"""What a diff has to tell of two worlds, read off the numbers of their things: nothing here has to match anything."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from diff.generated.support_forms import fields_told, told_of_each, without_meaning
from diff.generated.support_values import Values
from diff.generated.support_world import NUMBER, Thing, World

Fact = tuple[Any, ...]
"""(kind, entity, id, field, old, new), as `Change` has them."""
Claim = tuple[int, str]
"""The number of a thing, and what becomes of it: the first word of a field, or how it came, went or moved."""
SETS = frozenset(
    (
        *("touchpoint", "channel", "team", "actors", "channels", "evidence", "journeys", "leads_to", "map.hidden"),
        *("metrics", "opportunities", "pains", "segments", "systems", "tags"),
    )
)
"""Lists of which the order means nothing."""
OF_NO_ID = ("figure", "definition", "observed-journey", "experiment", "atlas", "measure")
MOVABLE = ("step", "pain", "solution", "finding")


class Side:
    """A world with its things by number, and what each is called in a diff."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.things = {thing.number: thing for thing in world.things()}
        self.addresses = dict(self._addresses())

    def own_id(self, thing: Thing) -> str | None:
        """The id that its author gave it."""
        if thing.kind in ("stage", "step") and "id" not in thing.values:
            return None
        return self.world.ids[thing.number]

    def called(self, thing: Thing) -> str:
        """What a move tells of the place that something left or came to."""
        if thing.kind == "stage":
            return self.own_id(thing) or self.world.written(thing.values["stage"])
        return self.own_id(thing) or thing.values["name"]

    def _addresses(self) -> Iterator[tuple[int, str]]:
        seen: Counter[tuple[int, str]] = Counter()
        for number, thing in self.things.items():
            if thing.kind in ("step", "stage"):
                key = (thing.document.number, self.called(thing))
                seen[key] += 1
                again = f" ({seen[key]})" if thing.kind == "step" and seen[key] > 1 else ""
                yield number, f"{self.world.ids[key[0]]}/{key[1]}{again}"
            else:
                yield number, self._address(thing)

    def _address(self, thing: Thing) -> str:
        written, parent, values = self.world.written, thing.parent, thing.values
        match thing.kind:
            case "atlas":
                return "catalog"
            case "measure":
                return "measure"
            case "figure":
                segment = f"/{values['segment']}" if values["segment"] else ""
                return written(f"@{parent.number if parent else 0}/{values['date']}{segment}")
            case "solution" | "finding":
                return written(f"@{parent.number if parent else 0}/@{thing.number}")
            case "experiment":
                return self._address(parent) if parent else ""
            case "definition":
                steps = [one.get("metric") for one in values.get("steps", ())]
                return written(next(filter(None, (values.get("metric"), *steps)), f"{thing.inside}/{thing.place}"))
            case "observed-journey":
                return written(values["journey"])
        return self.world.ids[thing.number]


def as_text(fact: Fact) -> str:
    """A fact as JSON, in which equal numbers look alike."""
    return json.dumps(_with_equal_numbers(fact), sort_keys=True)


def _with_equal_numbers(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_with_equal_numbers(one) for one in value]
    if isinstance(value, dict):
        return {key: _with_equal_numbers(one) for key, one in value.items()}
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def told(old: World, new: World) -> tuple[Counter[str], set[Claim]]:
    """How often each fact has to be told, as JSON, and the claims that these facts fulfil."""
    facts: Counter[str] = Counter()
    claims: set[Claim] = set()
    before, after = Side(old), Side(new)
    for claim, fact in (*_of_each(before, after), *_of_orders(before, after)):
        facts[as_text(fact)] += 1
        claims.add(claim)
    return facts, claims


def _of_each(before: Side, after: Side) -> Iterator[tuple[Claim, Fact]]:
    for number in before.things.keys() | after.things.keys():
        was, now = before.things.get(number), after.things.get(number)
        if was and now:
            yield from _of_both(was, now, before, after)
        elif was and _stands_alone(was, after):
            yield (number, "removed"), ("removed", was.kind, before.addresses[number], None, None, None)
        elif now and _stands_alone(now, before):
            yield (number, "added"), ("added", now.kind, after.addresses[number], None, None, None)


def _stands_alone(thing: Thing, other: Side) -> bool:
    """Whether what came or went is told by itself: what comes with its parent is not, but for pains."""
    return thing.parent is None or thing.parent.number in other.things or thing.kind == "pain"


def _of_both(was: Thing, now: Thing, before: Side, after: Side) -> Iterator[tuple[Claim, Fact]]:
    number, address = now.number, after.addresses[now.number]

    def fact(kind: str, field: str, old: Any, new: Any) -> tuple[Claim, Fact]:
        return (number, field.partition(".")[0]), (kind, now.kind, address, field, old, new)

    if now.kind not in OF_NO_ID and (ids := (before.own_id(was), after.own_id(now)))[0] != ids[1]:
        yield fact("renamed" if all(ids) else "changed", "id", *ids)
    if was.values.get("~group", "") != now.values.get("~group", ""):
        yield fact("moved", "group", was.values.get("~group", ""), now.values.get("~group", ""))
    if was.parent and now.parent and was.parent.number != now.parent.number:
        tops = [thing.document for thing in (was, now)]
        if tops[0].number != tops[1].number:
            yield fact("moved", tops[0].kind, before.addresses[tops[0].number], after.addresses[tops[1].number])
        elif now.kind in MOVABLE:
            yield fact("moved", was.parent.kind, before.called(was.parent), after.called(now.parent))
    for field, old, new in _of_fields(was, now):
        name = after.world.written(field)
        kind = "renamed" if field in ("name", "title") and None not in (old, new) else "changed"
        yield fact(kind, name, _shown(field, old, before.world), _shown(field, new, after.world))
    for path in sorted(was.values.get("paths", {}).keys() & now.values.get("paths", {}).keys()):
        if (ids := (before.world.written(path), after.world.written(path)))[0] != ids[1]:
            yield fact("changed", "paths", *ids)
    for field, old, new in _pains_named(was, now, before, after):
        yield fact("changed", f"pains.{field}", old, new)


def _of_fields(was: Thing, now: Thing) -> Iterator[tuple[str, Any, Any]]:
    personas = [thing.document.values.get("personas") for thing in (was, now)]
    if was.values == now.values and personas[0] == personas[1]:
        return
    mine, theirs = told_of_each(fields_told(was), fields_told(now), was, now)
    nothing = without_meaning(now.kind, mine, theirs)
    for field in mine.keys() | theirs.keys():
        old, new = mine.get(field), theirs.get(field)
        if field not in nothing and _compared(field, old) != _compared(field, new):
            yield field, old, new


def fields_that_differ(was: Thing, now: Thing) -> set[str]:
    """The fields in which a thing on one side is told to be unlike itself on the other."""
    return {field for field, _, _ in _of_fields(was, now)}


def _compared(field: str, value: Any) -> Any:
    if isinstance(value, list) and (field in SETS or field.startswith("segments.")):
        return sorted(json.dumps(one, sort_keys=True) for one in value)
    if field == "comments":
        return json.dumps([_of_any_order(one) for one in value or ()], sort_keys=True)
    return value


def _of_any_order(comment: Values) -> Values:
    """Comments that are kept, with the values of their conditions in order."""
    conditions = {name: {key: sorted(ways) for key, ways in comment[name].items()} for name in ("where", "unless")}
    return {**comment, **conditions}


def _shown(field: str, value: Any, world: World) -> Any:
    found = world.written(value)
    if isinstance(found, list) and field in SETS:
        found = sorted(found)
        return found[0] if len(found) == 1 and field in ("touchpoint", "channel", "team") else found
    return found


def _pains_named(was: Thing, now: Thing, before: Side, after: Side) -> Iterator[tuple[str, str | None, str | None]]:
    """Pains of other steps that a step names, and did not name before, or the other way round."""
    mine, theirs = _pains(was), _pains(now)
    for pain in mine.keys() - theirs.keys():
        if not mine[pain]:
            yield before.world.ids[pain], before.world.ids[pain], None
    for pain in theirs.keys() - mine.keys():
        if not theirs[pain]:
            yield after.world.ids[pain], None, after.world.ids[pain]


def _pains(thing: Thing) -> Mapping[int, bool]:
    """The numbers of the pains at a step, and whether they stand there in full."""
    found = thing.values.get("pains", ()) if thing.kind == "step" else ()
    return {one[NUMBER] if isinstance(one, dict) else int(one[1:]): isinstance(one, dict) for one in found}


def _of_orders(before: Side, after: Side) -> Iterator[tuple[Claim, Fact]]:
    """The fewest things that have to move in each row of things; of several ways, that which keeps the first names."""
    rows: defaultdict[tuple[str, int], list[tuple[Thing, Thing]]] = defaultdict(list)
    for number, was in before.things.items():
        now = after.things.get(number)
        if now and was.kind in ("catalog-stage", "stage", "step"):
            homes = [one.parent.number if one.parent else 0 for one in (was, now)]
            if homes[0] == homes[1]:
                rows[was.kind, homes[0]].append((was, now))
    for (kind, home), row in rows.items():
        row.sort(key=lambda pair: pair[0].place)
        for was, now in _moved(row, before, after):
            fact = ("moved", kind, after.addresses[now.number], "position", was.place, now.place)
            yield (home, f"order of {kind}"), fact


def _moved(row: list[tuple[Thing, Thing]], before: Side, after: Side) -> list[tuple[Thing, Thing]]:
    for many in range(len(row), 0, -1):
        ways = [some for some in combinations(row, many) if _in_order(some)]
        if ways:
            stay = min(ways, key=lambda some: [sorted((before.called(was), after.called(now))) for was, now in some])
            return [pair for pair in row if pair not in stay]
    return []


def _in_order(some: tuple[tuple[Thing, Thing], ...]) -> bool:
    places = [now.place for _, now in some]
    return places == sorted(places)
