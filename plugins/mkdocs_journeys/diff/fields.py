"""What an entity says, field by field, in a form in which the same meaning is the same value."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from mkdocs_journeys.atlas import actors_of
from mkdocs_journeys.diff.entities import CATALOG_LISTS, Entity, Plain
from mkdocs_journeys.load.identifiers import ADDRESS
from mkdocs_journeys.model import Journey, Model, Observation, Step, Withheld
from mkdocs_journeys.model.measuring import DataSource, Definition, Measure, ObservedJourney
from mkdocs_journeys.model.measuring.document import LISTS
from mkdocs_journeys.model.references import KIND_MEANT, references_of
from mkdocs_journeys.wording import exact_number, measured

Fields = dict[str, Plain]
"""Values by dotted field name."""
Renames = Mapping[tuple[str, str], str]
"""(kind of reference, old id) to the new id of the same entity; kinds as in `model.base.Ref`."""
FigureWords = list[str]
"""A figure in words: its name, the value with its unit, then what else is known of it."""

NOT_FIELDS = {
    "atlas": {"id", "path", *CATALOG_LISTS.values()},
    "journey": {"id", "path", "group", "stages"},
    "stage": {"id", "steps"},
    "step": {"id", "pains"},
    "evidence": {"id", "path", "findings"},
    "opportunity": {"id", "path", "solutions"},
    "solution": {"id", "experiment"},
    "experiment": set[str](),
    "measure": {"id", "path", "format", "sources", "journeys", *LISTS},
}
"""Keys compared otherwise, by entity kind: children that are entities themselves, ids, the path of the file."""
ONE_OR_SEVERAL = {"touchpoint", "channel", "team"}
"""Sets of ids, of which a single one may stand alone."""
METHODS = {
    "CountDefinition": "count",
    "RatioDefinition": "share",
    "FunnelDefinition": "funnel",
    "DurationDefinition": "duration",
    "RetentionDefinition": "retention",
    "ChurnDefinition": "churn",
    "SumDefinition": "sum",
    "LifetimeDefinition": "lifetime value",
    "ScoreDefinition": "score",
}
"""What each model of a definition makes of the rows of a source."""
OF_ALL_METHODS = {"method", "source", "every", "by_segment", "where", "unless"}
"""Fields that mean the same whatever a definition makes of the rows."""
UNORDERED = ONE_OR_SEVERAL | {
    "actors",
    "channels",
    "evidence",
    "journeys",
    "leads_to",
    "map.hidden",
    "metrics",
    "opportunities",
    "pains",
    "segments",
    "systems",
    "tags",
}
"""Lists that are sets: their order means nothing."""
_OF_DIFFERENT = ONE_OR_SEVERAL | {"actors", "personas"}
"""Lists of ids in which a second time means nothing."""
PER_ACTOR = ("emotion", "feelings", "thinks", "says", "expects")
"""Fields of a step that hold one value for all who act, or one for each of them."""
_TEXTS_OF_BLOCKS = {"text", "job"}
"""A block that has nothing but one of these means the same as the text alone."""
_RICH = {"description", "notes", "summary"}


def fields_of(entity: Entity, renames: Renames | None = None) -> Fields:
    """Every field that is set, by its dotted name; references are translated by `renames`."""
    others = NOT_FIELDS.get(entity.kind, {"id", "path"})
    values = _values(entity.model, renames or {}, others)
    kept = {key: value for key, value in values.items() if key not in others}
    return dict(_flat(kept, ""))


def told_apart(old: Entity, new: Entity) -> list[str]:
    """The fields of a step that either side gives for each actor."""
    steps = [entity.model for entity in (old, new) if isinstance(entity.model, Step)]
    return [field for field in PER_ACTOR if any(isinstance(getattr(step, field), dict) for step in steps)]


def for_each_actor(entity: Entity, fields: Fields, field: str, renames: Renames) -> Fields:
    """The fields of a step, one of them given for each actor, so that one value for all equals the same for each."""
    step, journey = entity.model, entity.journey
    if field in fields and isinstance(step, Step) and journey:
        given = dict.fromkeys(actors_of(journey, step), fields[field])
    else:
        given = {name.partition(".")[2]: value for name, value in fields.items() if name.startswith(f"{field}.")}
    others = {name: value for name, value in fields.items() if name.partition(".")[0] != field}
    return others | {f"{field}.{id}": value for id, value in _rekeyed(given, "persona", renames).items()}


def _rekeyed(values: Mapping[str, Plain], kind: str, renames: Renames) -> dict[str, Plain]:
    """A mapping by the new ids of its keys; an id whose new one is there already, with another value, stays."""
    found: dict[str, Plain] = {}
    for id, value in values.items():
        target = _renamed(kind, id, renames)
        is_taken = target != id and target in values and _renamed(kind, target, renames) == target
        if not (is_taken and values[target] == value):
            found[id if is_taken else target] = value
    return found


def paired_figures(
    before: Sequence[FigureWords], after: Sequence[FigureWords]
) -> Iterator[tuple[str, int | None, int | None]]:
    """The figures that differ: name, index before and index after, None where there is no such figure.

    Of several with one name, those that are equal are paired first, then the others in their order.
    """
    same = Counter(map(tuple, before)) & Counter(map(tuple, after))
    mine, theirs = _left(before, same), _left(after, same)
    for name in dict.fromkeys([*mine, *theirs]):
        for was, now in zip_longest(mine.get(name, ()), theirs.get(name, ())):
            yield name, was, now


def _left(figures: Sequence[FigureWords], same: Counter[tuple[str, ...]]) -> dict[str, list[int]]:
    """The indexes of figures by name, without as many of each as are the same on both sides."""
    found, same = defaultdict[str, list[int]](list), Counter(same)
    for at, figure in enumerate(figures):
        same[tuple(figure)] -= 1
        if same[tuple(figure)] < 0:
            found[figure[0]].append(at)
    return found


def _values(model: Model | Observation | Withheld, renames: Renames, others: set[str]) -> Fields:
    """Every field; those of `others` may be missing."""
    if isinstance(model, Withheld):
        return {"note": model.note, "pending": model.pending}
    if isinstance(model, Observation):
        ends = [exact_number(end) for end in (model.low, model.high) if end is not None]
        counts = ", ".join(map(exact_number, model.counts))
        texts = {"interval": " to ".join(ends) or None, "counts": counts or None, "note": model.note}
        return {"value": model.value, "n": model.n, "pending": model.pending, **texts}
    values: Fields = model.model_dump(mode="json", exclude=None if renames else others)
    if renames:
        _translate(model, values, renames)
    if isinstance(model, Definition | ObservedJourney | DataSource):
        values = _counted(model, values, renames)
    if values.get("cost"):
        values["cost"] = _cost(values["cost"])
    if values.get("cost_factors"):
        values["cost_factors"] = {name: _estimate(one) for name, one in values["cost_factors"].items()}
    if values.get("figures"):
        values["figures"] = [_figure(one) for one in values["figures"]]
    return values


def _counted(model: Model, values: Fields, renames: Renames) -> Fields:
    """A definition with what happens in words, and with the name of its method; values of conditions in order."""
    is_source = isinstance(model, DataSource)
    found = {name: value if is_source else _happening(value) for name, value in values.items()}
    if isinstance(model, ObservedJourney):
        steps = values["steps"].items()
        found["steps"] = {renames.get(("next", id), id): _happening(event) for id, event in steps}
    elif "steps" in values:
        ends = [f" ({step['metric']})" if step["metric"] else "" for step in values["steps"]]
        found["steps"] = [f"{_happening(step['event'])}{end}" for step, end in zip(values["steps"], ends, strict=True)]
    for name in ("where", "unless"):
        found[name] = {key: sorted(wanted) for key, wanted in values[name].items()}
    method = METHODS.get(type(model).__name__)
    return {"method": method, **found} if method else found


def _happening(value: Plain) -> Plain:
    """`paid or renewed where plan is solo or team unless is_bot is true`; any other value as it is."""
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        return " or ".join(sorted(value))
    if not isinstance(value, dict) or value.keys() != {"event", "where", "unless"}:
        return value
    words = " or ".join(sorted(value["event"]))
    for name in ("where", "unless"):
        conditions = [f"{key} is {' or '.join(sorted(wanted))}" for key, wanted in sorted(value[name].items())]
        words += f" {name} {' and '.join(conditions)}" if conditions else ""
    return words


def _translate(model: Model, values: Fields, renames: Renames) -> None:
    keyed: dict[tuple[str | int, ...], str] = {}
    for reference in references_of(model):
        if reference.key:
            keyed[reference.path[:-1]] = reference.kind
        elif (target := _renamed(reference.kind, reference.target, renames)) != reference.target:
            _at(values, reference.path[:-1])[reference.path[-1]] = target
    # Keys last and the innermost first: the paths of other references lead through them.
    for path in sorted(keyed, key=len, reverse=True):
        mapping = _at(values, path)
        found = _rekeyed(mapping, keyed[path], renames)
        mapping.clear()
        mapping.update(found)
    for name in _RICH & values.keys():
        if values[name]:
            values[name] = ADDRESS.sub(lambda address: _readdressed(address, renames), values[name])
    if isinstance(model, Journey):
        values["paths"] = {_renamed("path", id, renames): name for id, name in model.paths.items()}
    if isinstance(model, Measure):
        studies = [_renamed("evidence", one.evidence, renames) for one in model.comments]
        values["comments"] = [one | {"evidence": id} for one, id in zip(values["comments"], studies, strict=True)]


def _cost(cost: Mapping[str, Any]) -> str:
    """`2,000–5,000 EUR per month`."""
    ends = dict.fromkeys(exact_number(end) for end in (cost["low"], cost["high"]) if end is not None)
    return measured("–".join(ends), cost["unit"]) + (f" per {cost['per']}" if cost.get("per") else "")


def _estimate(value: Plain) -> Plain:
    """`800–1,200`; any other value as it is."""
    ends = dict.fromkeys(exact_number(value[end]) for end in ("low", "high")) if isinstance(value, dict) else {}
    return "–".join(ends) or value


def _figure(figure: Mapping[str, Any]) -> FigureWords:
    sample = None if figure["n"] is None else f"n {exact_number(figure['n'])}"
    value = measured(exact_number(figure["value"]), figure["unit"] or "")
    return [figure["name"], value, *filter(None, (sample, figure["date"], figure["evidence"]))]


def _readdressed(address: re.Match[str], renames: Renames) -> str:
    return f"{address['lead']}{address['kind']}:{_renamed(address['kind'], address['id'], renames)}"


def _renamed(kind: str, target: str, renames: Renames) -> str:
    if kind == "next" and target.startswith("journey:"):
        return "journey:" + _renamed("journey", target.removeprefix("journey:"), renames)
    if kind == "evidence" and "/" in target and (kind, target) not in renames:
        study, _, finding = target.partition("/")
        return f"{renames.get((kind, study), study)}/{finding}"
    return renames.get((KIND_MEANT.get(kind, kind), target), target)


def _at(values: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        values = values[part]
    return values


def _flat(values: Mapping[str, Plain], prefix: str) -> Iterator[tuple[str, Plain]]:
    for key, value in values.items():
        field = f"{prefix}{key}"
        if isinstance(value, dict):
            yield from _flat(value, f"{field}.")
        elif isinstance(value, list):
            items = [_item(one) for one in value]
            items = sorted(items) if field in UNORDERED else items
            items = list(dict.fromkeys(items)) if field in _OF_DIFFERENT else items
            if items:
                yield field, items[0] if field in ONE_OR_SEVERAL and len(items) == 1 else items
        elif value is not None:
            yield field, value


def _item(item: Plain) -> Plain:
    """An item of a list: a block without what is not set, or its text if that is all there is."""
    if not isinstance(item, dict):
        return item
    known = {key: _item(value) for key, value in item.items() if value is not None}
    return next(iter(known.values())) if len(known) == 1 and known.keys() <= _TEXTS_OF_BLOCKS else known
