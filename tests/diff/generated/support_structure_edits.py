"""Edits of what things are called and of where they stand. Each changes the world and says what it has done.

Nothing is done, and nothing is said, where an edit would leave a name that leads nowhere, or where its meaning would be
anybody's guess: `tests/diff/cases` say what becomes of such edits.
"""

import json
import re
from collections.abc import Callable

from diff.generated.support_first import identified, row, solution, stage, step
from diff.generated.support_told import Claim
from diff.generated.support_values import Values
from diff.generated.support_world import LISTS_OF_CATALOG, MODELS_OF_LISTS, NUMBER, Thing, World
from mkdocs_journeys.model import MODELS, Finding, Pain

Edit = Callable[[World], set[Claim]]
NAMED = ("journey", "persona", "opportunity", "evidence", "pain", "solution", "finding", *LISTS_OF_CATALOG)


def names(world: World, number: int) -> int:
    """How often something names a thing by its number, its own id not counted."""
    text = json.dumps((world.catalog, world.documents, world.measure, list(world.rows.values())))
    return len(re.findall(rf"[@$]{number}\b", text)) - len(re.findall(rf'"id": "@{number}"', text))


def any_of(world: World, *kinds: str) -> Thing:
    return world.random.choice(world.of_kind(*kinds))


def row_of(world: World, thing: Thing) -> list[Values]:
    """The list that a thing stands in."""
    if thing.kind == "figure":
        return world.rows[thing.parent.number]  # type: ignore[union-attr]
    if thing.parent is None:
        return world.catalog[thing.inside] if thing.inside else world.documents
    return thing.parent.values[thing.inside]


def another_id(world: World) -> set[Claim]:
    """Another id, in all references, too; files are renamed."""
    of_own = [one for one in world.of_kind("step", "stage") if "id" in one.values]
    thing = world.random.choice([*world.of_kind(*NAMED, "source"), *of_own])
    world.ids[thing.number] = world.maker.word()
    return {(thing.number, "id")}


def first_id(world: World) -> set[Claim]:
    """An id for a step or stage that had none."""
    choices = [one for one in world.of_kind("step", "stage") if "id" not in one.values]
    if not choices:
        return set()
    thing = world.random.choice(choices)
    thing.values["id"] = f"@{thing.number}"
    return {(thing.number, "id")}


def no_id(world: World) -> set[Claim]:
    """No id any more, for a step that nothing leads to."""
    choices = [one for one in world.of_kind("step") if "id" in one.values and not names(world, one.number)]
    if not choices:
        return set()
    thing = world.random.choice(choices)
    del thing.values["id"]
    return {(thing.number, "id")}


def other_order(world: World) -> set[Claim]:
    """Two that swap their places, or one that goes to another place, among its like."""
    thing = any_of(world, world.random.choice(("catalog-stage", "stage", "step")))
    things = row_of(world, thing)
    if len(things) < 2:
        return set()
    one, other = world.random.sample(range(len(things)), 2)
    if world.random.random() < 0.5:
        things[one], things[other] = things[other], things[one]
    else:
        things.insert(other, things.pop(one))
    return {(thing.parent.number if thing.parent else 0, f"order of {thing.kind}")}


def step_to_another_stage(world: World) -> set[Claim]:
    thing = any_of(world, "step")
    homes = [one for one in world.of_kind("stage") if one.document.number == thing.document.number]
    return _moved(world, thing, homes, "stage")


def step_to_another_journey(world: World) -> set[Claim]:
    """A step that leads to no other one and that none leads to."""
    choices = [one for one in world.of_kind("step") if "path" not in one.values and not names(world, one.number)]
    thing = world.random.choice(choices)
    leads = all(to.startswith("journey:") for to in thing.values.get("leads_to", ()))
    homes = [one for one in world.of_kind("stage") if one.document.number != thing.document.number]
    return _moved(world, thing, homes, "journey") if leads else set()


def pain_to_another_step(world: World) -> set[Claim]:
    thing = any_of(world, "pain")
    homes = [one for one in world.of_kind("step") if f"@{thing.number}" not in one.values.get("pains", ())]
    home = world.random.choice([one for one in homes if thing.parent and one.number != thing.parent.number])
    field = "step" if home.document.number == thing.document.number else "journey"
    return _moved(world, thing, [home], field)


def solution_to_another_opportunity(world: World) -> set[Claim]:
    return _moved(world, any_of(world, "solution"), world.of_kind("opportunity"), "opportunity")


def finding_to_another_study(world: World) -> set[Claim]:
    thing = any_of(world, "finding")
    claims = _moved(world, thing, world.of_kind("evidence"), "evidence")
    for study in world.of_kind("evidence"):
        world.homes |= {one[NUMBER]: study.number for one in study.values.get("findings", ())}
    return claims


def _moved(world: World, thing: Thing, homes: list[Thing], field: str) -> set[Claim]:
    assert thing.parent
    homes = [one for one in homes if one.number != thing.parent.number]
    things = row_of(world, thing)
    if not homes or (thing.inside == "steps" and len(things) < 2):
        return set()
    there = world.random.choice(homes).values.setdefault(thing.inside, [])
    there.insert(world.random.randint(0, len(there)), things.pop(things.index(thing.values)))
    return {(thing.number, field)}


def journey_to_another_group(world: World) -> set[Claim]:
    thing = any_of(world, "journey")
    groups = {"", "one", "two/deep", "three"} - {thing.values["~group"]}
    thing.values["~group"] = world.random.choice(sorted(groups))
    return {(thing.number, "group")}


def values_that_swap(world: World) -> set[Claim]:
    """Two things of a kind that swap their names or another of their texts."""
    kind, field = world.random.choice(
        (("step", "name"), ("pain", "title"), ("pain", "cause"), ("persona", "name"), ("journey", "title"),
         ("team", "name"), ("step", "emotion"), ("touchpoint", "channel"), ("finding", "text"), ("solution", "status"))
    )  # fmt: skip
    choices = [one for one in world.of_kind(kind) if one.values.get(field) is not None]
    choices = [one for one in choices if field != "name" or "id" in one.values or kind == "persona"]
    choices = [one for one in choices if not isinstance(one.values[field], dict)]
    if len(choices) < 2:
        return set()
    one, other = world.random.sample(choices, 2)
    if one.values[field] == other.values[field]:
        return set()
    one.values[field], other.values[field] = other.values[field], one.values[field]
    return {(one.number, field), (other.number, field)}


def another_path(world: World) -> set[Claim]:
    """A journey's path that gets another id or name, comes, or goes if no step is on it."""
    thing = any_of(world, "journey")
    paths = thing.values.setdefault("paths", {})
    chosen = world.random.choice([*paths, ""])
    if not chosen:
        paths[f"@{world.born()}"] = world.maker.text()
    elif world.random.random() < 0.4:
        world.ids[int(chosen[1:])] = world.maker.word()
    elif names(world, int(chosen[1:])) > 1 or world.random.random() < 0.5:
        paths[chosen] = world.maker.text()
    else:
        del paths[chosen]
    return {(thing.number, "paths")}


def pain_named_at_a_step(world: World) -> set[Claim]:
    """The pain of another step, named at a step or not any more."""
    thing = any_of(world, "step")
    pains = thing.values.setdefault("pains", [])
    named = [one for one in pains if isinstance(one, str)]
    own = [f"@{one[NUMBER]}" for one in pains if isinstance(one, dict)]
    others = [f"@{one.number}" for one in world.of_kind("pain") if f"@{one.number}" not in (*named, *own)]
    if named and world.random.random() < 0.5:
        pains.remove(world.random.choice(named))
    else:
        pains.append(world.random.choice(others))
    return {(thing.number, "pains")}


def something_new(world: World) -> set[Claim]:
    kind = world.random.choice((*LISTS_OF_CATALOG, "persona", "stage", "step", "pain", "solution", "finding", "figure"))
    if kind in LISTS_OF_CATALOG:
        world.catalog[LISTS_OF_CATALOG[kind]].append(made := identified(world, MODELS_OF_LISTS[LISTS_OF_CATALOG[kind]]))
    elif kind == "persona":
        made = {NUMBER: world.born(), "~kind": kind, **world.maker.block(MODELS[kind])}
        world.documents.append(made)
    elif kind == "figure":
        thing = any_of(world, "figure")
        day = f"{world.random.randrange(2030, 2090)}-01-01"
        row_of(world, thing).append(
            made := row(world, day, "", rated=any("numerator" in one for one in row_of(world, thing)))
        )
    else:
        made = _new_part(world, kind)
    pains = [one for part in (made, *made.get("steps", ())) for one in part.get("pains", ()) if isinstance(one, dict)]
    return {(one[NUMBER], "added") for one in (made, *pains)}


def _new_part(world: World, kind: str) -> Values:
    above = {"stage": "journey", "step": "stage", "pain": "step", "solution": "opportunity", "finding": "evidence"}[
        kind
    ]
    home = any_of(world, above)
    world.near = home.document.values
    match kind:
        case "stage":
            made = stage(world, any_of(world, "catalog-stage").values["id"])
            made["id"] = f"@{made[NUMBER]}"
        case "step":
            made = step(world)
        case "solution":
            made = solution(world)
        case "pain":
            made = identified(world, Pain)
        case _:
            made = identified(world, Finding)
            world.homes[made[NUMBER]] = home.number
    there = home.values.setdefault(f"{kind}s", [])
    there.insert(world.random.randint(0, len(there)), made)
    return made


def something_gone(world: World) -> set[Claim]:
    """Something that nothing else names, with its pains."""
    kind = world.random.choice(
        ("persona", "step", "step", "pain", "pain", "solution", "solution", "finding", "figure", "lane", "metric")
    )
    for thing in world.random.sample(found := world.of_kind(kind), min(len(found), 5)):
        pains = [one for one in thing.values.get("pains", ()) if isinstance(one, dict)] if kind == "step" else []
        gone = [thing.number, *(one[NUMBER] for one in pains)]
        there = row_of(world, thing)
        is_last = kind == "step" and len(there) < 2
        if not (is_last or thing.number in world.rows or any(names(world, number) for number in gone)):
            there.remove(thing.values)
            return {(number, "removed") for number in gone}
    return set()


def another_figure(world: World) -> set[Claim]:
    """A cell of a row of figures; or a row that has its figures withheld, or shown again."""
    thing = any_of(world, "figure")
    values, field = thing.values, world.random.choice(("value", "n", "interval", "pending", "note"))
    before = dict(values)
    if field == "value" and "numerator" in values:
        values["numerator"] = (values["numerator"] + 7) % 61 + 1
    elif field == "value" and "value" in values:
        values |= {"value": values["value"] + 1} | ({"high": values["high"] + 9} if "high" in values else {})
    elif field == "n" and "value" in values:
        values["n"] += 3
    elif field == "n" and "numerator" in values:
        values |= {"numerator": values["numerator"] * 2, "denominator": values["denominator"] * 2}
    elif field == "interval" and "value" in values:
        values |= {"low": values["value"] - 50, "high": values["value"] + world.random.randrange(60, 90)}
    elif field == "pending":
        values["pending"] += 1
    elif field == "note":
        values["note"] = world.maker.text()
    return {(thing.number, field)} if before != values else set()


def figures_withheld(world: World) -> set[Claim]:
    """A row that has its figures withheld, or has some again."""
    thing = any_of(world, "figure")
    values, rated = thing.values, any("numerator" in one for one in row_of(world, thing))
    shown = row(world, values["date"], values["segment"], rated=rated)
    kept = {NUMBER: values[NUMBER], "pending": values["pending"]}
    if {"value", "numerator"} & values.keys():
        shown = {"date": values["date"], "segment": values["segment"], "note": world.maker.text()}
    elif not {"value", "numerator"} & shown.keys():
        return set()
    values.clear()
    values.update(shown | kept)
    return {(thing.number, "value")}


STRUCTURE: tuple[Edit, ...] = (
    another_id,
    first_id,
    no_id,
    other_order,
    step_to_another_stage,
    step_to_another_journey,
    pain_to_another_step,
    solution_to_another_opportunity,
    finding_to_another_study,
    journey_to_another_group,
    values_that_swap,
    another_path,
    pain_named_at_a_step,
    something_new,
    something_gone,
    another_figure,
    figures_withheld,
)
