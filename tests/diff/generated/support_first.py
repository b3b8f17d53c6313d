"""The atlas that a series of cases begins with: all kinds of things, many of their fields, no two texts alike."""

from random import Random

from diff.generated.support_values import Values, consistent
from diff.generated.support_world import FOLDERS, LISTS_OF_CATALOG, LISTS_OF_MEASURE, NUMBER, World
from mkdocs_journeys.model import (
    MODELS,
    Catalog,
    Experiment,
    Finding,
    JourneyStage,
    Measure,
    Model,
    Pain,
    Solution,
    Step,
)
from mkdocs_journeys.model.base import models_in

ENTRIES = {"stages": 4, "channels": 3, "touchpoints": 4, "teams": 3, "segments": 3, "metrics": 22, "lanes": 3}
JOURNEYS = 4
OF_ID = frozenset({"id"})


def first_world(seed: int) -> World:
    """The same for the same seed."""
    world = World(Random(f"world {seed}"))
    _catalog(world)
    for kind, many in (("evidence", 2), ("persona", 3), ("journey", JOURNEYS), ("opportunity", 2)):
        for at in range(many):
            _empty_document(world, kind, at)
    for document in world.documents:
        world.near = document
        _filled(world, document)
    for step in world.of_kind("step"):
        world.near = step.document.values
        _late_fields(world, step.values)
    _measure(world)
    _rows(world)
    world.near = {}
    return world


def _catalog(world: World) -> None:
    world.catalog = {"format": 1, **{name: [] for name in LISTS_OF_CATALOG.values()}}
    for name in ("stages", "channels", "teams", "segments", "metrics", "lanes", "touchpoints"):
        model = next(models_in(Catalog.model_fields[name].annotation))
        for at in range(ENTRIES[name]):
            entry = identified(world, model)
            if name == "metrics":
                entry["kind"] = {0: "count", 1: "conversion"}.get(at, "count" if at % 2 else "other")
            world.catalog[name].append(entry)
    leave = frozenset({"format", *LISTS_OF_CATALOG.values()})
    world.catalog |= world.maker.block(Catalog, leave=leave, full=True)


def identified(world: World, model: type[Model], leave: frozenset[str] = OF_ID) -> Values:
    """A new thing that has an id."""
    number = world.born()
    return {NUMBER: number, "id": f"@{number}", **world.maker.block(model, leave=leave | OF_ID)}


def _empty_document(world: World, kind: str, at: int) -> None:
    made: Values = {NUMBER: world.born(), "~kind": kind}
    if kind == "journey":
        made["~group"] = ("", "one", "two/deep", "one")[at]
        made["state"] = "current" if at < JOURNEYS - 1 else "future"
        made["paths"] = {f"@{world.born()}": world.maker.text() for _ in range(2)}
    if kind == "evidence":
        made["findings"] = [identified(world, Finding) for _ in range(3)]
        for finding in made["findings"]:
            world.homes[finding[NUMBER]] = made[NUMBER]
    assert kind in FOLDERS
    world.documents.append(made)


def _filled(world: World, document: Values) -> None:
    kind = document["~kind"]
    leave = frozenset({"id", "stages", "solutions", "findings", "paths", "state", "baseline", "pains"})
    document |= world.maker.block(MODELS[kind], leave=leave)
    if kind == "journey":
        document["stages"] = []
        for entry in world.random.sample(world.catalog["stages"], world.random.choice((2, 3))):
            document["stages"].append(stage(world, f"@{entry[NUMBER]}"))
        if world.random.random() < 0.4:
            again = stage(world, document["stages"][0]["stage"])
            again["id"] = f"@{again[NUMBER]}"
            document["stages"].append(again)
        if document["state"] == "future":
            document["baseline"] = world.asked("journey")
    if kind == "opportunity":
        document["solutions"] = [solution(world) for _ in range(2)]
        document["pains"] = list(dict.fromkeys(filter(None, (world.asked("pain") for _ in range(2)))))


def solution(world: World) -> Values:
    made = identified(world, Solution, frozenset({"experiment"}))
    if world.random.random() < 0.8:
        made["experiment"] = {NUMBER: world.born(), **world.maker.block(Experiment)}
        made["experiment"].setdefault("hypothesis", world.maker.text())
    return made


def stage(world: World, of: str) -> Values:
    number = world.born()
    made = {NUMBER: number, **world.maker.block(JourneyStage, leave=frozenset({"id", "stage", "steps"})), "stage": of}
    return made | {"steps": [step(world) for _ in range(world.random.choice((3, 4)))]}


def step(world: World) -> Values:
    """A step that leads nowhere yet, with or without an id, and with enough about it to be known again."""
    number = world.born()
    made = world.maker.block(Step, leave=frozenset({"id", "pains", "leads_to", "path", "when"}))
    made["pains"] = [identified(world, Pain) for _ in range(world.random.choice((0, 0, 1, 2)))]
    return {NUMBER: number, **({"id": f"@{number}"} if world.random.random() < 0.6 else {}), **made}


def _late_fields(world: World, values: Values) -> None:
    """What names steps and pains, once all of them are there."""
    for name, chance in (("leads_to", 0.2), ("path", 0.2), ("when", 0.2)):
        if world.random.random() < chance and (value := world.maker.field(Step, name)):
            values[name] = value
    if world.random.random() < 0.3 and (pain := world.asked("pain")):
        own = [f"@{one[NUMBER]}" for one in values["pains"] if isinstance(one, dict)]
        values["pains"] += [] if pain in own else [pain]


def _measure(world: World) -> None:
    world.measure |= {"format": 1, "sources": []}
    world.near, world.taken = world.measure, set()
    model = next(models_in(Measure.model_fields["sources"].annotation))
    for leave in ({"backend", "table", "url_from"}, {"files"}):
        made = identified(world, model, frozenset(leave))
        needed = {"preset", "files"} if "backend" in leave else {"preset", "backend", "table"}
        made |= {name: world.maker.field(model, name) for name in sorted(needed - made.keys())}
        world.measure["sources"].append(consistent(model, made))
    for name in LISTS_OF_MEASURE:
        model = next(models_in(Measure.model_fields[name].annotation))
        made = {NUMBER: world.born(), **world.maker.block(model)}
        if model.__name__ == "FunnelDefinition":
            made["metric"] = made.get("metric") or world.asked("metric")
        world.measure[name] = [made]
    leave = frozenset({"format", "sources", "journeys", *LISTS_OF_MEASURE})
    world.measure |= world.maker.block(Measure, leave=leave)
    model = next(models_in(Measure.model_fields["journeys"].annotation))
    for journey in world.of_kind("journey")[:2]:
        known = [one for one in world.of_kind("step") if one.document.number == journey.number and "id" in one.values]
        made = {NUMBER: world.born(), **world.maker.block(model, leave=frozenset({"journey", "steps"}))}
        made["journey"] = f"@{journey.number}"
        made["steps"] = {f"@{one.number}": world.maker.text(1) for one in known[:2]}
        world.measure["journeys"].append(made) if "journeys" in world.measure else world.measure.update(journeys=[made])


def _rows(world: World) -> None:
    """Figures of a count, with samples and intervals, and of a rate, with what it is worked out from."""
    for entry, rated in zip(world.catalog["metrics"], (False, True), strict=False):
        segments = ["", f"@{world.catalog['segments'][0][NUMBER]}"]
        world.rows[entry[NUMBER]] = [
            row(world, f"2026-0{month}-01", segment, rated=rated) for month in range(1, 4) for segment in segments
        ]


def row(world: World, day: str, segment: str, *, rated: bool) -> Values:
    """A row of figures; a rate is of 64 people, so that it can be written exactly."""
    made: Values = {NUMBER: world.born(), "date": day, "segment": segment, "pending": world.random.randrange(9)}
    if world.random.random() < 0.2:
        return made | {"note": world.maker.text()}
    if rated:
        return made | {"numerator": world.random.randrange(1, 60), "denominator": 64}
    value = world.random.randrange(20, 900)
    made |= {"value": value, "n": world.random.randrange(5, 90), "note": world.random.choice(("", world.maker.text()))}
    return made | world.random.choice(({}, {"low": value - 5, "high": value + 5}))
