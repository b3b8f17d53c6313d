"""An atlas as plain values in which every thing has a number for life, whatever it is called and wherever it stands.

Under the key `~` each thing holds its number; `ids` holds what things are called now. To write the files, each number
is replaced by its id: so a thing that gets another id gets it in all references, too.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any, NamedTuple

from diff.generated.support_values import PICTURES, Maker, Values
from mkdocs_journeys.model import (
    MODELS,
    Catalog,
    Experiment,
    Finding,
    JourneyStage,
    Measure,
    Model,
    Observation,
    Pain,
    Solution,
    Step,
)
from mkdocs_journeys.model.base import models_in
from mkdocs_journeys.sources.tree import Tree

NUMBER = "~"
FOLDERS = {"journey": "maps", "persona": "personas", "opportunity": "opportunities", "evidence": "evidence"}
LISTS_OF_CATALOG = {
    "catalog-stage": "stages",
    "channel": "channels",
    "touchpoint": "touchpoints",
    "team": "teams",
    "segment": "segments",
    "metric": "metrics",
    "lane": "lanes",
}
LISTS_OF_MEASURE = tuple(
    name
    for name, info in Measure.model_fields.items()
    if any("metric" in model.model_fields or "steps" in model.model_fields for model in models_in(info.annotation))
    and name != "journeys"
)
MODELS_OF_LISTS = {
    name: next(models_in(Catalog.model_fields[name].annotation)) for name in LISTS_OF_CATALOG.values()
} | {
    f"measure {name}": next(models_in(Measure.model_fields[name].annotation))
    for name in ("sources", *LISTS_OF_MEASURE, "journeys")
}


class Thing(NamedTuple):
    """Something that a diff can tell of: its kind and number, its values, the model of these, and where it stands."""

    kind: str
    number: int
    values: Values
    model: type[Any]
    parent: "Thing | None" = None
    place: int = 1
    inside: str = ""

    @property
    def document(self) -> "Thing":
        return self.parent.document if self.parent else self


@dataclass
class World:
    """The files of an atlas, and the id of each thing by its number."""

    random: Random
    ids: dict[int, str] = field(default_factory=dict)
    homes: dict[int, int] = field(default_factory=dict)
    catalog: Values = field(default_factory=dict)
    documents: list[Values] = field(default_factory=list)
    measure: Values = field(default_factory=dict)
    rows: dict[int, list[Values]] = field(default_factory=dict)
    near: Values = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def copy(self, seed: object) -> "World":
        files = json.loads(json.dumps((self.catalog, self.documents, self.measure, list(self.rows.values()))))
        rows = dict(zip(self.rows, files.pop(), strict=True))
        return World(Random(f"copy {seed}"), dict(self.ids), dict(self.homes), *files, rows)

    @property
    def maker(self) -> Maker:
        return Maker(self.random, self.asked)

    def born(self) -> int:
        """The number of a new thing, which gets an id that no other one has."""
        number = max(self.ids, default=0) + 1
        self.ids[number] = self.maker.word()
        return number

    def things(self) -> Iterator[Thing]:
        """Everything that a diff can tell of, parents first."""
        yield Thing("atlas", 0, self.catalog, Catalog)
        for kind, name in LISTS_OF_CATALOG.items():
            model = MODELS_OF_LISTS[name]
            for place, values in enumerate(self.catalog[name], 1):
                yield (entry := Thing(kind, values[NUMBER], values, model, None, place, name))
                for at, row in enumerate(self.rows.get(entry.number, ()), 1):
                    yield Thing("figure", row[NUMBER], row, Observation, entry, at)
        for values in self.documents:
            yield from _document(Thing(values["~kind"], values[NUMBER], values, MODELS[values["~kind"]]))
        yield (root := Thing("measure", -1, self.measure, Measure))
        for name in ("sources", *LISTS_OF_MEASURE, "journeys"):
            kind = {"sources": "source", "journeys": "observed-journey"}.get(name, "definition")
            model = MODELS_OF_LISTS[f"measure {name}"]
            for place, values in enumerate(self.measure.get(name, ()), 1):
                yield Thing(kind, values[NUMBER], values, model, root, place, name)

    def of_kind(self, *kinds: str) -> list[Thing]:
        if len(kinds) == 1 and (name := LISTS_OF_CATALOG.get(kinds[0])):
            entries = enumerate(self.catalog[name], 1)
            return [Thing(kinds[0], one[NUMBER], one, MODELS_OF_LISTS[name], None, at, name) for at, one in entries]
        return [thing for thing in self.things() if thing.kind in kinds]

    def asked(self, kind: str) -> str | None:
        """A reference to a thing of a kind that may be named from `near`, the document that is being written."""
        if kind == "next":
            own = [one for one in self.of_kind("step") if one.document.values is self.near and "id" in one.values]
            choices = [f"@{one.number}" for one in own]
            choices += [f"journey:@{one.number}" for one in self.of_kind("journey")]
        elif kind == "path":
            choices = list(self.near.get("paths", ()))
        elif kind == "map-lane":
            choices = ["thinks", "says", "pains", "policy", "team", *(f"@{one.number}" for one in self.of_kind("lane"))]
        elif kind == "evidence":
            choices = [f"@{one.number}" for one in self.of_kind("evidence")]
            choices += [f"${one.number}" for one in self.of_kind("finding")]
        elif kind == "volume":
            choices = [f"@{one.number}" for one in self.of_kind("metric") if one.values["kind"] == "count"]
        else:
            known = {"stage": "catalog-stage"}.get(kind, kind)
            choices = [f"@{one.number}" for one in self.of_kind(known) if self._may_name(one)]
        choices = [one for one in choices if not (self.near is self.measure and one in self.taken)]
        chosen = self.random.choice(choices) if choices else None
        if self.near is self.measure and kind in ("metric", "volume") and chosen:
            self.taken.add(chosen)
        return chosen

    def _may_name(self, thing: Thing) -> bool:
        """Journeys name only those before them as a part or a baseline, so that none is part of itself."""
        if thing.kind == "journey" and self.near.get("~kind") == "journey":
            return thing.values.get("state") == "current" and thing.number < self.near[NUMBER]
        return True

    def written(self, value: Any) -> Any:
        """The same value with ids in place of numbers."""
        if isinstance(value, str):
            return re.sub(r"([@$])(\d+)", self._name, value) if "@" in value or "$" in value else value
        if isinstance(value, list | tuple):
            return [self.written(one) for one in value]
        if isinstance(value, dict):
            return {self.written(key): self.written(one) for key, one in value.items() if key[:1] != NUMBER}
        return value

    def _name(self, found: re.Match[str]) -> str:
        number = int(found[2])
        study = f"{self.ids[self.homes[number]]}/" if found[1] == "$" else ""
        return f"{study}{self.ids[number]}"

    def tree(self) -> Tree:
        """The files."""
        files = {"journeys/catalog.yml": self.catalog, "journeys/measure.yml": self.measure}
        for one in self.documents:
            place = f"{FOLDERS[one['~kind']]}/{one['~group'] + '/' if one.get('~group') else ''}"
            files[f"journeys/{place}{self.ids[one[NUMBER]]}.yml"] = one
        found = {
            path: "".join(f"{line}\n" for line in _lines(self.written(values))).encode()
            for path, values in files.items()
        }
        for number, rows in self.rows.items():
            found[f"journeys/metrics/{self.ids[number]}.csv"] = self._table(rows).encode()
        return Tree(found, frozenset(f"journeys/assets/{name}" for name in PICTURES))

    def _table(self, rows: list[Values]) -> str:
        rated = any("numerator" in row for row in rows)
        columns = ("numerator", "denominator") if rated else ("value", "n", "low", "high")
        columns = ("date", "segment", *columns, "pending", "note")
        lines = (",".join(str(self.written(row.get(name, ""))) for name in columns) for row in rows)
        return "\n".join((",".join(columns), *lines)) + "\n"


def _yaml(values: Values) -> str:
    return "".join(f"{line}\n" for line in _lines(values))


def _lines(value: Any, indent: str = "") -> Iterator[str]:
    """A mapping or list as lines of YAML; what is no plain text stands in quotes."""
    if isinstance(value, list):
        for one in value:
            first, *more = _lines(one, f"{indent}  ") if isinstance(one, dict) else [f"{indent}  {_scalar(one)}"]
            yield f"{indent}- {first[len(indent) + 2 :]}"
            yield from more
        return
    for key, inner in value.items():
        if inner and isinstance(inner, list | dict):
            yield f"{indent}{key}:"
            yield from _lines(inner, f"{indent}  ")
        else:
            yield f"{indent}{key}: {_scalar(inner)}"


def _scalar(value: Any) -> str:
    return value if isinstance(value, str) and re.fullmatch("[a-z]{6,}( [a-z]+)*", value) else json.dumps(value)


def _document(root: Thing) -> Iterator[Thing]:
    yield root
    for place, stage in enumerate(root.values.get("stages", ()), 1):
        yield (column := Thing("stage", stage[NUMBER], stage, JourneyStage, root, place, "stages"))
        for at, step in enumerate(stage["steps"], 1):
            yield (moment := Thing("step", step[NUMBER], step, Step, column, at, "steps"))
            for which, pain in enumerate(step.get("pains", ()), 1):
                if isinstance(pain, dict):
                    yield Thing("pain", pain[NUMBER], pain, Pain, moment, which, "pains")
    for place, solution in enumerate(root.values.get("solutions", ()), 1):
        yield (idea := Thing("solution", solution[NUMBER], solution, Solution, root, place, "solutions"))
        if experiment := solution.get("experiment"):
            yield Thing("experiment", experiment[NUMBER], experiment, Experiment, idea)
    for place, finding in enumerate(root.values.get("findings", ()), 1):
        yield Thing("finding", finding[NUMBER], finding, Finding, root, place, "findings")


def models_of_things() -> dict[str, list[type[Model]]]:
    """The models of each kind of thing whose fields are fields of the format."""
    found: dict[str, list[type[Model]]] = {
        "atlas": [Catalog],
        **{kind: [MODELS[kind]] for kind in FOLDERS},
        **{kind: list(models_in(Catalog.model_fields[name].annotation)) for kind, name in LISTS_OF_CATALOG.items()},
        "stage": [JourneyStage],
        "step": [Step],
        "pain": [Pain],
        "solution": [Solution],
        "experiment": [Experiment],
        "finding": [Finding],
        "measure": [Measure],
    }
    lists = {name: list(models_in(Measure.model_fields[name].annotation)) for name in LISTS_OF_MEASURE}
    found["definition"] = [model for models in lists.values() for model in models]
    for kind, name in (("source", "sources"), ("observed-journey", "journeys")):
        found[kind] = list(models_in(Measure.model_fields[name].annotation))
    return found
