"""Service blueprints as JSON, in the form of agentic-service-blueprinting: phases, scenarios, paths, layers, cells."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from mkdocs_journeys.imports.boards.formats.values import inside, items, json_of, mapping, mappings, text
from mkdocs_journeys.imports.draft import DraftJourney, DraftStage, DraftStep, Understood
from mkdocs_journeys.load.files import id_like
from mkdocs_journeys.problem import Position, Problem
from mkdocs_journeys.wording import listed
from mkdocs_journeys.yamlfile.writing import YamlValue

HINT = "It has to be the JSON of a blueprint: a `lifecycle` with `phases`, and in them `scenarios` with `paths`."
MOST_CELLS = 50_000
FIELD_OF_ROLE = {
    "frontstage_actions": "frontstage",
    "backstage_actions": "backstage",
    "backstage_tech": "systems",
    "support_systems": "support",
}
"""Roles of layers whose cells are lists of a step."""
CUSTOMER, TOUCHPOINTS, PICTURES = "customer_actions", "frontstage_tech", ("visual", "step_visual")
_SAID = {
    "description": "",
    "function": "what it is for: ",
    "form": "how it shows: ",
    "attribution": "said by ",
    "perceived_owner": "customers think that it is the work of ",
    "picture": "picture ",
}
"""What a cell says beside its content, and the words before it in the notes."""


class _Layer(NamedTuple):
    key: str
    name: str
    role: str


def understood(data: bytes, file: str, _: Mapping[str, str]) -> Understood:
    """The journeys of a blueprint: one for each path of a scenario."""
    document = json_of(data, file)
    if isinstance(document, Problem):
        return Understood((), (document,))
    phases = inside(document, "lifecycle", "phases")
    if not isinstance(phases, list):
        return _refused(file, "This is no blueprint: it has no lifecycle with phases.")
    language = next((text(one) for one in items(document.get("locales"))), "")
    journeys = list(_Blueprint(file, language).journeys(phases))
    if not journeys:
        return _refused(file, "No path of this blueprint has a step with a cell.")
    return Understood(tuple(journeys))


def _refused(file: str, message: str) -> Understood:
    return Understood((), (Problem("import", Position(file, 1, 1), message, HINT),))


class _Blueprint:
    """Reads the texts of a blueprint in one of its languages."""

    def __init__(self, file: str, language: str) -> None:
        self.file, self.language = file, language
        self.others: set[str] = set()

    def said(self, value: Any) -> str:
        """A text in the language of the blueprint, else in the first that it has."""
        if not isinstance(value, dict):
            return text(value).strip()
        self.others |= {str(key) for key in value} - {self.language}
        return (text(value.get(self.language)) or next(filter(None, map(text, value.values())), "")).strip()

    def journeys(self, phases: list[Any]) -> Iterator[DraftJourney]:
        """A journey for each path. Notes of a phase stand in the first of its journeys."""
        names = {text(phase.get("key")): self.said(phase.get("name")) for phase in mappings(phases)}
        for phase in _in_order(phases):
            name = self.said(phase.get("name")) or text(phase.get("key"))
            notes = [f"Phase {name}: {said}"] if (said := self.said(phase.get("description"))) else []
            if back := text(phase.get("loops_to")):
                notes.append(f"Phase {name} leads back to {names.get(back) or back}")
            for scenario in _in_order(phase.get("scenarios")):
                paths = list(mappings(scenario.get("paths")))
                for path in paths:
                    found = self._journey(name, scenario, path, notes, alone=len(paths) == 1)
                    if found:
                        notes = []
                        yield found

    def _journey(
        self, phase: str, scenario: Mapping[str, Any], path: Mapping[str, Any], notes: list[str], *, alone: bool
    ) -> DraftJourney | None:
        title = self.said(scenario.get("name")) or text(scenario.get("key"))
        where = f"{self.file}, {text(scenario.get('key')) or title}"
        if not alone:
            label = self.said(path.get("variant_label")) or self.said(path.get("name")) or text(path.get("key"))
            title, where = f"{title} ({label})", f"{where}, {text(path.get('key')) or label}"
        reader = _Path(self, scenario, path)
        steps = reader.steps()
        if not steps:
            return None
        fields: dict[str, YamlValue] = {"kind": "blueprint"}
        if said := self.said(scenario.get("description")):
            fields["scenario"] = said
        about = [self.said(path.get(name)) for name in ("description", "note")]
        kind = text(path.get("path_type"))
        remarks = [f"It is a path of the kind {kind}."] if kind not in ("", "happy") else []
        if self.others:
            remarks.append(f"Its texts are also in {listed(sorted(self.others), 'and')}.")
        unplaced = [*notes, *(f"Path: {one}" for one in about if one), *reader.unplaced]
        people = tuple(layer.name for layer in reader.layers.values() if layer.role == CUSTOMER)
        stage = DraftStage(phase, tuple(steps))
        return DraftJourney(title, where, (stage,), people[:1], fields, tuple(unplaced), tuple(remarks))


class _Path:
    """Reads the columns of one path."""

    def __init__(self, blueprint: _Blueprint, scenario: Mapping[str, Any], path: Mapping[str, Any]) -> None:
        self.blueprint, self.unplaced = blueprint, list[str]()
        self.names = {text(one.get("key")): blueprint.said(one.get("name")) for one in mappings(scenario.get("steps"))}
        self.order = [key for key in map(text, items(path.get("path_steps"))) if key] or list(self.names)
        self.layers = {layer.key: layer for layer in self._layers(path)}
        self.cells: dict[str, list[tuple[_Layer, Mapping[str, Any]]]] = {}
        for number, cell in enumerate(mappings(path.get("cells"))):
            layer = self.layers.get(text(cell.get("layer")))
            if number < MOST_CELLS and layer and text(cell.get("step")) in self.order:
                self.cells.setdefault(text(cell.get("step")), []).append((layer, cell))
            elif said := blueprint.said(cell.get("content")):
                self.unplaced.append(f"In no column: {said}")
        self.ids = {key: id_like(key) or f"step-{number}" for number, key in enumerate(self.order, 1)}
        self.ways = self._ways(path)

    def _layers(self, path: Mapping[str, Any]) -> Iterator[_Layer]:
        for one in mappings(path.get("layers")):
            key = text(one.get("key"))
            layer = _Layer(key, self.blueprint.said(one.get("display_name")) or key, text(one.get("role")))
            for name in ("kpis", "tools"):
                if said := ", ".join(filter(None, map(text, items(one.get(name))))):
                    self.unplaced.append(f"Layer {layer.name}, {name}: {said}")
            yield layer

    def _ways(self, path: Mapping[str, Any]) -> dict[str, list[str]]:
        """By the key of a column, those that a trigger leads to and that do not simply come next."""
        found: dict[str, list[str]] = {}
        places = {key: number for number, key in enumerate(self.order)}
        for one in mappings(path.get("triggers")):
            start, end = (text(inside(one, name, "step")) for name in ("source", "target"))
            is_way = start in places and end in places and places[end] - places[start] not in (0, 1)
            if is_way and end not in found.setdefault(start, []):
                found[start].append(end)
        return found

    def steps(self) -> list[DraftStep]:
        """The steps in the order of the path; none where no column has a cell."""
        return [self._step(key) for key in dict.fromkeys(self.order)] if self.cells else []

    def _step(self, key: str) -> DraftStep:
        column = self.names.get(key) or key
        fields: dict[str, YamlValue] = {}
        ends = {end for ends in self.ways.values() for end in ends}
        if key in ends:
            fields["id"] = self.ids[key]
        if key in self.ways:
            fields["leads_to"] = [self.ids[end] for end in self.ways[key]]
        name, remarks, owners, touchpoints = "", list[str](), list[str](), list[str]()
        lists: dict[str, list[YamlValue]] = {}
        lanes: dict[str, str] = {}
        for layer, cell in self.cells.get(key, ()):
            content = self.blueprint.said(cell.get("content"))
            self._aside(column, layer, cell)
            remarks += [f"{layer.name}: to be reviewed, says the source"] if cell.get("needs_review") is True else []
            lines = [line.strip() for line in content.splitlines() if line.strip()]
            if layer.role == CUSTOMER:
                name = " ".join([*filter(None, [name]), *lines])
                owners += filter(None, [text(cell.get("owner"))])
            elif owner := text(cell.get("owner")):
                self.unplaced.append(f"{column}, {layer.name}: the work of {owner}")
            if layer.role == TOUCHPOINTS:
                touchpoints += lines
            elif layer.role in FIELD_OF_ROLE:
                lists.setdefault(FIELD_OF_ROLE[layer.role], []).extend(lines)
            elif layer.role != CUSTOMER and lines:
                lanes[layer.name] = " ".join([*filter(None, [lanes.get(layer.name)]), *lines])
        if not name:
            remarks.append("the customer does nothing here")
        elif name != column:
            fields["group"] = column
        fields |= lists
        return DraftStep(
            name or column, (), {}, tuple(touchpoints), (), tuple(owners), (), fields, "; ".join(remarks), lanes
        )

    def _aside(self, column: str, layer: _Layer, cell: Mapping[str, Any]) -> None:
        """Keep what a cell says beside its content."""
        where = f"{column}, {layer.name}"
        for name, words in _SAID.items():
            if said := self.blueprint.said(cell.get(name)):
                self.unplaced.append(f"{where}: {words}{said}")
        for one in mappings(cell.get("links")):
            parts = [self.blueprint.said(one.get(name)) for name in ("label", "url", "description", "picture")]
            self.unplaced.append(f"{where}, link: {', '.join(filter(None, parts))}")
        for one in mappings(cell.get("value_props")):
            self.unplaced.append(f"{where}, for {text(one.get('for'))}: {text(one.get('value'))}")
        self.unplaced += [f"{where}, evidence: {said}" for said in map(text, items(cell.get("evidence"))) if said]
        source = [text(inside(cell, "provenance", name)) for name in ("source", "section")]
        if any(source):
            self.unplaced.append(f"{where}, from: {', '.join(filter(None, source))}")


def _in_order(value: Any) -> list[Mapping[str, Any]]:
    """The mappings of a list by their `order`."""

    def place(one: Mapping[str, Any]) -> float:
        order = one.get("order")
        return order if isinstance(order, int | float) and order == order else 0.0

    return sorted((mapping(one) for one in mappings(value)), key=place)
