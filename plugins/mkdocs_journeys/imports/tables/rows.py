"""The rows of a table as journeys: a step each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mkdocs_journeys.imports.draft import DraftJourney, DraftPain, DraftStage, DraftStep
from mkdocs_journeys.imports.tables.columns import Field
from mkdocs_journeys.imports.tables.emotions import EmotionScale, number_of
from mkdocs_journeys.imports.tables.table import Column, Table
from mkdocs_journeys.yamlfile.writing import YamlValue

LISTS: frozenset[Field] = frozenset(
    {"feelings", "says", "gains", "ideas", "frontstage", "backstage", "support", "systems"}
)
TEXTS: frozenset[Field] = frozenset({"thinks", "expects", "policy", "duration", "wait", "when", "group"})
WITHOUT_STAGES = "The whole way"
_BULLET = re.compile(r"^\s*(?:[-*•–·▪◦]|\d{1,2}[.)])\s+")
_YES = frozenset({"yes", "y", "x", "true", "1", "ja", "oui", "si", "sí", "sim", "✓", "✔", "★", "*"})
_NO = frozenset({"no", "n", "false", "0", "nein", "non", "nee", "não", "nao", "-"})
_QUOTES = re.compile(r"^[\"'“”„«»‘’]+|[\"'“”„«»‘’]+$")


def journeys_of(table: Table, origin: str, title: str) -> Iterator[DraftJourney]:
    """The journeys of a table: one, or one for each name in the column of journeys."""
    named = table.column("journey")
    groups: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    last = ""
    for number, row in table.rows:
        last = (row[named.at] if named else "") or last
        groups.setdefault(last, []).append((number, row))
    felt = table.column("emotion")
    scale = EmotionScale(row[felt.at] for _, row in table.rows) if felt else EmotionScale(())
    for name, rows in groups.items():
        where = f"{origin}, {name}" if name and len(groups) > 1 else origin
        journey = _Reader(table, rows, scale).journey(name or table.title or title, where)
        if journey.stages:
            yield journey


class _Reader:
    """The rows of one journey."""

    def __init__(self, table: Table, rows: Sequence[tuple[int, tuple[str, ...]]], scale: EmotionScale) -> None:
        self.table, self.rows, self.scale = table, rows, scale
        self.unplaced: list[str] = list(table.above)
        self.stages: list[tuple[str, dict[str, YamlValue], list[DraftStep]]] = []

    def journey(self, title: str, origin: str) -> DraftJourney:
        """All rows as a journey."""
        stage = ""
        for number, row in self.rows:
            stage = self._cell(row, "stage") or stage
            if not self.stages or self.stages[-1][0] != stage:
                self.stages.append((stage, {}, []))
            self._take(number, row)
        stages = tuple(
            DraftStage(name or WITHOUT_STAGES, tuple(steps), fields) for name, fields, steps in self.stages if steps
        )
        people = tuple(dict.fromkeys(name for stage in stages for step in stage.steps for name in step.people))
        return DraftJourney(title, origin, stages, people, {}, tuple(self.unplaced), tuple(self._remarks()))

    def _remarks(self) -> Iterator[str]:
        felt = self.table.column("emotion")
        if felt and self.scale.said:
            yield f"Column {felt.shown} is {self.scale.said}."
        for column in self.table.columns:
            if column.guessed:
                yield f"Column {column.shown} was taken for {column.field} by what is in it."

    def _cell(self, row: Sequence[str], field: Field) -> str:
        return next((row[one.at] for one in self.table.columns if one.field == field and row[one.at]), "")

    def _take(self, number: int, row: tuple[str, ...]) -> None:
        """Add the steps of a row. One without a step goes on with the step before it, or speaks of the stage."""
        _, about, steps = self.stages[-1]
        if goal := self._cell(row, "goal"):
            about["goal"] = _joined(about.get("goal"), goal)
        names = _lines(self._cell(row, "step"))
        said = self._step(number, row, names[0] if names else "")
        if names:
            remark = f"what follows is said of {len(names)} steps together" if len(names) > 1 else ""
            steps.append(replace(said, remark="; ".join(filter(None, (said.remark, remark)))))
            steps += [DraftStep(name, said.people) for name in names[1:]]
        elif not _says_something(said):
            self.unplaced += [f"Row {number}: {' '.join(cell for cell in row if cell)}"] if self._has_more(row) else []
        elif steps:
            steps[-1] = _together(steps[-1], said)
        else:
            steps.append(replace(said, name="(no name)", remark="the source names no step here"))

    def _has_more(self, row: Sequence[str]) -> bool:
        """Whether a row that has no place holds more than the number of a row, or the name of its stage."""
        known = ("stage", "journey", "goal")
        cells = [row[column.at] for column in self.table.columns if column.field not in known]
        return any(cell and number_of(cell) is None for cell in cells)

    def _step(self, number: int, row: tuple[str, ...], name: str) -> DraftStep:
        fields: dict[str, YamlValue] = {}
        lanes: dict[str, str] = {}
        names: dict[Field, list[str]] = {}
        pains: list[DraftPain] = []
        emotions: dict[str, float] = {}
        remarks: list[str] = []
        for column in self.table.columns:
            cell, field = row[column.at], column.field
            if not cell or field in ("journey", "stage", "step", "goal", "number"):
                continue
            if field in ("person", "touchpoint", "channel", "team"):
                names.setdefault(field, []).extend(_names(cell))
            elif field == "emotion":
                self._feel(cell, column, emotions, fields, remarks)
            elif field == "pains":
                pains += [DraftPain(line) for line in _lines(cell)]
            elif field == "moment_of_truth":
                self._truth(cell, column, fields, remarks)
            elif field == "says":
                fields["says"] = [
                    *_listed(fields.get("says")),
                    *(_QUOTES.sub("", line).strip() or line for line in _lines(cell)),
                ]
            elif field in LISTS:
                fields[field] = [*_listed(fields.get(field)), *_lines(cell)]
            elif field in TEXTS:
                fields[field] = _joined(fields.get(field), cell)
            else:
                lanes[column.name or f"Column {column.at + 1}"] = cell
        return DraftStep(
            name,
            tuple(names.get("person", ())),
            emotions,
            tuple(names.get("touchpoint", ())),
            tuple(names.get("channel", ())),
            tuple(names.get("team", ())),
            tuple(pains),
            fields,
            "; ".join(remarks),
            lanes,
        )

    def _truth(self, cell: str, column: Column, fields: dict[str, YamlValue], remarks: list[str]) -> None:
        if cell.strip().casefold() not in _NO:
            fields["moment_of_truth"] = True
            if cell.strip().casefold() not in _YES:
                remarks.append(f"{column.name}: {cell}")

    def _feel(
        self, cell: str, column: Column, emotions: dict[str, float], fields: dict[str, YamlValue], remarks: list[str]
    ) -> None:
        value = self.scale.emotion(cell)
        if value is not None:
            emotions[""] = value
        elif number_of(cell) is None:
            fields["feelings"] = [*_listed(fields.get("feelings")), *_names(cell)]
        else:
            remarks.append(f"{column.name} is {cell}, off the scale")


def _lines(cell: str) -> list[str]:
    """The lines of a cell without their bullets."""
    return [line for part in re.split(r"\n|(?<=\S)\s*•\s*", cell) if (line := _BULLET.sub("", part).strip(" •\t"))]


def _names(cell: str) -> list[str]:
    return [name for part in re.split(r"[,;/\n•]| \+ | & ", cell) if (name := _BULLET.sub("", part).strip())]


def _listed(value: YamlValue) -> list[YamlValue]:
    return list(value) if isinstance(value, list) else []


def _joined(before: YamlValue, text: str) -> str:
    said = " ".join(text.split())
    return f"{before}; {said}" if isinstance(before, str) and before != said else said


def _together(step: DraftStep, more: DraftStep) -> DraftStep:
    """A step with what another row says of it."""
    fields = dict(step.fields)
    for name, value in more.fields.items():
        there = fields.get(name)
        fields[name] = [*there, *_listed(value)] if isinstance(there, list) else value if there is None else there
        if isinstance(there, str) and isinstance(value, str):
            fields[name] = _joined(there, value)
    felt = [f"another row says that it feels like {value:g}" for value in more.emotions.values() if step.emotions]
    return replace(
        step,
        people=tuple(dict.fromkeys((*step.people, *more.people))),
        emotions=step.emotions or more.emotions,
        touchpoints=tuple(dict.fromkeys((*step.touchpoints, *more.touchpoints))),
        channels=tuple(dict.fromkeys((*step.channels, *more.channels))),
        teams=tuple(dict.fromkeys((*step.teams, *more.teams))),
        pains=(*step.pains, *more.pains),
        fields=fields,
        lanes={**more.lanes, **{name: _joined(more.lanes.get(name), text) for name, text in step.lanes.items()}},
        remark="; ".join(filter(None, (step.remark, more.remark, *felt))),
    )


def _says_something(step: DraftStep) -> bool:
    names = step.people or step.touchpoints or step.channels or step.teams
    return bool(names or step.fields or step.pains or step.emotions or step.lanes or step.remark)
