"""In which form a diff tells the fields of a thing: defaults filled in, costs and conditions in words, all of it flat.

References are still numbers, so that the same thing is the same whatever it is called.
"""

from collections.abc import Iterator, Mapping
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from diff.generated.support_values import Values
from diff.generated.support_world import LISTS_OF_MEASURE, NUMBER, Thing
from mkdocs_journeys.model import Model
from mkdocs_journeys.model.base import OneOrMany

PER_ACTOR = ("emotion", "feelings", "thinks", "says", "expects")
TOLD_OTHERWISE = {
    "atlas": {"stages", "channels", "touchpoints", "teams", "segments", "metrics", "lanes"},
    "journey": {"group", "stages"},
    "stage": {"steps"},
    "step": {"pains"},
    "evidence": {"findings"},
    "opportunity": {"solutions"},
    "solution": {"experiment"},
    "measure": {"format", "sources", "journeys", *LISTS_OF_MEASURE},
}
"""Fields that hold things which a diff tells by themselves, and those that never differ."""


def fields_told(thing: Thing) -> Values:
    """Each field that is set, by its dotted name."""
    if thing.kind == "figure":
        return _row(thing.values)
    leave = {"id", "path", NUMBER} if thing.kind != "step" else {"id", NUMBER}
    leave |= TOLD_OTHERWISE.get(thing.kind, set())
    filled = _filled(thing.model, {key: value for key, value in thing.values.items() if key not in leave})
    found: Values = {}
    for name, value in filled.items():
        if name in leave or name[:1] == NUMBER:
            continue
        found |= _named(thing, name, value)
    return found


def _named(thing: Thing, name: str, value: Any) -> Values:
    if name == "figures":
        return {f"figures.{one['name']}": _figure(one) for one in value}
    if name == "cost" and value:
        return {name: _cost(value)}
    if name == "cost_factors" and value:
        return dict(_flat({key: _estimate(one) for key, one in value.items()}, f"{name}."))
    if name == "steps" and thing.kind == "definition":
        ends = (f" ({step['metric']})" if step["metric"] else "" for step in value)
        return {name: [f"{step['event']}{end}" for step, end in zip(value, ends, strict=True)]}
    if name in ("where", "unless") and isinstance(value, dict):
        return {field: sorted(ways) for field, ways in _flat({name: value}, "")}
    return dict(_flat({name: value}, ""))


def _filled(model: type[Model], values: Values) -> Values:
    """The values with what the format takes for granted where nothing is written."""
    found: Values = {}
    for name, info in model.model_fields.items():
        if name in values:
            found[name] = _of(info.rebuild_annotation(), values[name])
        elif not info.is_required():
            given = info.get_default(call_default_factory=True)
            found[name] = given.model_dump(mode="json") if isinstance(given, Model) else given
            found[name] = list(given) if isinstance(given, tuple) else found[name]
    return found | {name: value for name, value in values.items() if name[:1] == NUMBER}


def _of(annotation: Any, value: Any) -> Any:
    marks: list[Any] = []
    while get_origin(annotation) is Annotated:
        annotation, *more = get_args(annotation)
        marks += more
    if OneOrMany in marks and isinstance(value, str):
        value = [value]
    if any(getattr(getattr(mark, "func", None), "__name__", "") == "_texts_of" for mark in marks):
        return [_condition(one) for one in (value if isinstance(value, list) else [value])]
    forms = [form for form in _forms(annotation) if form is not NoneType]
    block = next((form for form in forms if isinstance(form, type) and issubclass(form, Model)), None)
    if block and block.__name__ == "EventWhere":
        return _happening(_filled(block, value if isinstance(value, dict) else {"event": value}))
    if isinstance(value, dict):
        if block:
            return _filled(block, value)
        keyed = next(get_args(form) for form in forms if get_origin(form) is dict)
        return {key: _of(keyed[1], one) for key, one in value.items()}
    if isinstance(value, list):
        item = next(get_args(form)[0] for form in forms if get_origin(form) in (tuple, list))
        return [_of(item, one) for one in value]
    return value


def _forms(annotation: Any) -> Iterator[Any]:
    """The types that a value of this type may have, with no marks around them."""
    if get_origin(annotation) is Annotated:
        yield from _forms(get_args(annotation)[0])
    elif get_origin(annotation) is None or get_origin(annotation) in (tuple, list, dict):
        yield annotation
    else:
        for inner in get_args(annotation):
            yield from _forms(inner)


def _condition(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _happening(block: Mapping[str, Any]) -> str:
    words = " or ".join(sorted(block["event"]))
    for name in ("where", "unless"):
        conditions = " and ".join(f"{key} is {' or '.join(sorted(block[name][key]))}" for key in sorted(block[name]))
        words += f" {name} {conditions}" if conditions else ""
    return words


def _flat(values: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Any]]:
    for key, value in values.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        elif isinstance(value, list):
            if value:
                yield f"{prefix}{key}", [_item(one) for one in value]
        elif value is not None:
            yield f"{prefix}{key}", value


def _item(item: Any) -> Any:
    if not isinstance(item, dict):
        return item
    known = {key: _item(value) for key, value in item.items() if value is not None}
    return next(iter(known.values())) if set(known) in ({"text"}, {"job"}) else known


def number(value: float) -> str:
    return f"{value:,}".removesuffix(".0").replace("-", "−")


def _cost(cost: Mapping[str, Any]) -> str:
    ends = "–".join(dict.fromkeys(number(cost[end]) for end in ("low", "high") if cost[end] is not None))
    return f"{ends} {cost['unit']}" + (f" per {cost['per']}" if cost.get("per") else "")


def _estimate(value: Any) -> Any:
    return "–".join(dict.fromkeys(number(value[end]) for end in ("low", "high"))) if isinstance(value, dict) else value


def _figure(one: Mapping[str, Any]) -> list[str]:
    value = f"{number(one['value'])} {one['unit'] or ''}".strip()
    sample = None if one["n"] is None else f"n {number(one['n'])}"
    return [value, *filter(None, (sample, one["date"], one["evidence"]))]


def _row(row: Mapping[str, Any]) -> Values:
    """What a row of figures says; one with a note and no figures is withheld."""
    found: Values = {"pending": row.get("pending"), "note": row.get("note") or None}
    if "numerator" in row:
        found |= {"value": 100 * row["numerator"] / row["denominator"], "n": row["denominator"]}
        found["counts"] = f"{number(row['numerator'])}, {number(row['denominator'])}"
    elif "value" in row:
        found |= {"value": row["value"], "n": row["n"]}
        found["interval"] = f"{number(row['low'])} to {number(row['high'])}" if "low" in row else None
    return {key: value for key, value in found.items() if value is not None}


def told_of_each(mine: Values, theirs: Values, was: Thing, now: Thing) -> tuple[Values, Values]:
    """The fields of both sides, so that one value for all who act equals the same value for each of them."""
    for name in PER_ACTOR if now.kind == "step" else ():
        if any(isinstance(side.values.get(name), dict) for side in (was, now)):
            mine, theirs = _each(mine, was, name), _each(theirs, now, name)
    return mine, theirs


def _each(found: Values, step: Thing, name: str) -> Values:
    if name not in found:
        return found
    actors = step.values.get("actors", [])
    actors = [actors] if isinstance(actors, str) else actors
    told_apart = [step.values[one] for one in PER_ACTOR if isinstance(step.values.get(one), dict)]
    personas = step.document.values["personas"]
    main = personas if isinstance(personas, str) else personas[0]
    actors = actors or list(dict.fromkeys(id for one in told_apart for id in one)) or [main]
    others = {key: value for key, value in found.items() if key != name}
    return others | {f"{name}.{actor}": found[name] for actor in actors}


def without_meaning(kind: str, mine: Values, theirs: Values) -> set[str]:
    """Fields that say nothing beside others which changed, or which make them meaningless."""
    if kind == "step" and ("when" in mine or "when" in theirs):
        return {"optional"}
    if kind != "figure" or mine.get("value") == theirs.get("value"):
        return {"counts"} if kind == "figure" and mine.get("n") != theirs.get("n") else set()
    withheld = "value" not in mine or "value" not in theirs
    return {"n", "counts", "interval"} | ({"note"} if withheld else set())
