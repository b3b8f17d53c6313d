"""Tables for spreadsheets: comma-separated files, one for each kind of thing."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from mkdocs_journeys.atlas import Atlas, StepLocation, actors_of
from mkdocs_journeys.csvcell import guarded
from mkdocs_journeys.imports.tables.steps import BEFORE_EMOTION, COLUMNS, LISTS, OF_JOURNEY, TEXTS, YES
from mkdocs_journeys.insight.emotion import mean_emotion
from mkdocs_journeys.insight.scoring import cost_of, score_opportunity, scored_pains
from mkdocs_journeys.model import Journey, Opportunity, Pain, SourcedQuote
from mkdocs_journeys.model.base import Model
from mkdocs_journeys.model.catalog import Scoring

Value = str | float | date | Sequence[str] | None
BYTE_ORDER_MARK = "\ufeff"
"""What tells a spreadsheet that the file is UTF-8."""


class KindTable(NamedTuple):
    """All things of a kind as rows, below the names of their columns."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Value]]


def tables(atlas: Atlas, journeys: Sequence[Journey]) -> Mapping[str, bytes]:
    """The content of each file by its name."""
    return {f"{name}.csv": _csv(table) for name, table in tables_of(atlas, journeys).items()}


def tables_of(atlas: Atlas, journeys: Sequence[Journey]) -> Mapping[str, KindTable]:
    """The table of each kind by its name. Of journeys, pains and opportunities those of some journeys."""
    chosen = {journey.id for journey in journeys}
    is_whole = len(chosen) == len(atlas.journeys)
    opportunities = dict.fromkeys(item.id for id in chosen for item in atlas.opportunities_of_journey.get(id, ()))
    return {
        "journeys": _journeys(atlas, journeys),
        "steps": _steps(atlas, journeys),
        "pains": _pains(atlas, chosen),
        "opportunities": _opportunities(
            atlas, [item for item in atlas.opportunities.values() if is_whole or item.id in opportunities]
        ),
        "personas": _table(
            ("id", "name", "role", "kind", "segment", "share", "quote", "goals", "needs", "frustrations", "owner"),
            atlas.personas.values(),
        ),
        "touchpoints": _table(
            ("id", "name", "channel", "team", "status", "initiator", "systems", "description"),
            atlas.catalog.touchpoints,
        ),
        "metrics": _metrics(atlas),
    }


def _journeys(atlas: Atlas, journeys: Sequence[Journey]) -> KindTable:
    fields = ("state", "status", "owner", "reviewed", "segments", "tags", "objective")
    columns = ("id", "title", "group", "personas", *fields, "steps", "open pains", "mean emotion")
    rows: list[list[Value]] = []
    for journey in journeys:
        mean = mean_emotion(journey)
        pains = sum(one.pain.is_open for one in atlas.pains_of_journey.get(journey.id, ()))
        who = [atlas.personas[id].name for id in journey.personas]
        told = [getattr(journey, name) for name in fields]
        felt = None if mean is None else round(mean, 1)
        rows.append([journey.id, journey.title, journey.group or None, who, *told, len(journey.steps), pains, felt])
    return KindTable(columns, rows)


def _steps(atlas: Atlas, journeys: Sequence[Journey]) -> KindTable:
    lanes = {lane.id: lane.name for lane in atlas.catalog.lanes}
    rows = []
    for journey in journeys:
        for place in atlas.places[journey.id]:
            cells = step_cells(atlas, place)
            rows.append([*(cells.get(name) for name in COLUMNS), *(place.step.lanes.get(id) for id in lanes)])
    return KindTable([*COLUMNS, *lanes.values()], rows)


class StepTable(NamedTuple):
    """The steps of a journey, a row each, in the columns that something stands in; the last ones are own lanes."""

    columns: list[str]
    lanes: list[str]
    rows: list[list[Value]]

    @property
    def names(self) -> list[str]:
        """The names of all columns, in order."""
        return [*self.columns, *self.lanes]


def step_table(atlas: Atlas, journey: Journey) -> StepTable:
    """The table of a journey without the columns that name it."""
    places = atlas.places[journey.id]
    rows = [step_cells(atlas, place) for place in places]
    used = [name for name in COLUMNS if name not in OF_JOURNEY and any(lines_of(row.get(name)) for row in rows)]
    own = [lane for lane in atlas.catalog.lanes if any(place.step.lanes.get(lane.id) for place in places)]
    cells = [
        [*(row.get(name) for name in used), *(place.step.lanes.get(lane.id) for lane in own)]
        for row, place in zip(rows, places, strict=True)
    ]
    return StepTable(used, [lane.name for lane in own], cells)


def step_cells(atlas: Atlas, place: StepLocation) -> dict[str, Value]:
    """What stands in the columns of a step, by their names."""
    journey, step = place.journey, place.step
    named: Callable[[str], str] = lambda id: atlas.personas[id].name  # noqa: E731
    pains = [one if isinstance(one, Pain) else atlas.pains[one].pain for one in step.pains]
    cells: dict[str, Value] = {
        "id": journey.id,
        "journey": journey.title,
        "stage": atlas.stage_name(place.stage),
        "step": step.name,
        "touchpoint": [atlas.touchpoints[id].name for id in step.touchpoint],
        "channel": [channel.name for channel in atlas.channels_of(step)],
        "team": [team.name for team in atlas.teams_of(step)],
        "persona": [named(id) for id in actors_of(journey, step)],
        "pains": [pain.title for pain in pains],
        "moment of truth": YES if step.moment_of_truth else None,
    }
    if isinstance(step.emotion, dict):
        cells["emotion"] = [f"{_line(named(id))}{BEFORE_EMOTION}{one:g}" for id, one in step.emotion.items()]
    else:
        cells["emotion"] = step.emotion
    for name in (*LISTS, *TEXTS):
        value = getattr(step, name)
        if isinstance(value, dict):
            value = [f"{named(id)}: {text}" for id, of in value.items() for text in _texts(of)]
        cells[name] = value if name in TEXTS and isinstance(value, str) else _texts(value)
    return cells


def _texts(value: Any) -> list[str]:
    """The texts of a field that holds none, one, or several of them or of quotes."""
    values = [] if value is None else [value] if isinstance(value, str) else value
    return [one.text if isinstance(one, SourcedQuote) else one for one in values]


def _pains(atlas: Atlas, journeys: Iterable[str]) -> KindTable:
    chosen = set(journeys)
    located = [one for one in atlas.pains.values() if any(place.journey.id in chosen for place in one.places)]
    rows: list[list[Value]] = []
    fields = (
        *("severity", "frequency", "impact", "reach", "status", "owner", "kind", "confidence", "cause", "workaround"),
        *("since", "resolved", "evidence", "issue"),
    )
    scoring = atlas.catalog.scoring
    for scored in scored_pains(located, scoring):
        pain, places = scored.pain, atlas.pains[scored.pain.id].places
        where = [f"{place.journey.title} / {place.step.name}" for place in places]
        own = [getattr(pain, name) for name in fields]
        rows.append([pain.id, pain.title, scored.score.shown, where, *own, *_cost_cells(pain, scoring)])
    return KindTable(["id", "title", "score", "where", *fields, "cost low", "cost high", "cost unit", "cost per"], rows)


def _cost_cells(pain: Pain, scoring: Scoring) -> list[Value]:
    """What a pain costs: both ends, the currency, the period."""
    found = cost_of(pain, scoring)
    cost = found.cost if found else None
    return [None] * 4 if cost is None else [cost.low, cost.low if cost.high is None else cost.high, cost.unit, cost.per]


def _opportunities(atlas: Atlas, items: Iterable[Opportunity]) -> KindTable:
    fields = ("id", "title", "status", "owner", "value", "effort", "confidence", "pains", "journeys", "metrics")
    scores = [(item, score_opportunity(item, atlas.catalog.scoring)) for item in items]
    rows = [[*(getattr(item, name) for name in fields), score.figure, score.working] for item, score in scores]
    return KindTable([*fields, "score", "working"], rows)


def _metrics(atlas: Atlas) -> KindTable:
    fields = ("id", "name", "kind", "unit", "better", "baseline", "target", "by", "team", "source", "description")
    rows: list[list[Value]] = []
    for metric in atlas.catalog.metrics:
        whole = [row for row in atlas.observations.get(metric.id, ()) if row.segment is None]
        latest = [whole[-1].date, whole[-1].value, whole[-1].n] if whole else [None, None, None]
        rows.append([*(getattr(metric, name) for name in fields), *latest])
    return KindTable([*fields, "latest day", "latest value", "latest n"], rows)


def _table(fields: Sequence[str], things: Iterable[Model]) -> KindTable:
    """A row for each thing, with these of its fields."""
    return KindTable(fields, [[getattr(thing, name) for name in fields] for thing in things])


def _csv(table: KindTable) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(map(_cell, table.columns))
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return f"{BYTE_ORDER_MARK}{text.getvalue()}".encode("utf-8", "replace")


def _cell(value: Value) -> str:
    """A number or a day as such, texts guarded."""
    return "\n".join(lines_of(value)) if isinstance(value, int | float | date) else text_cell(value)


def text_cell(value: str | Sequence[str] | None) -> str:
    """A text with its lines, several texts with a line each, guarded against being a formula."""
    return guarded("\n".join(lines_of(value)).replace("\0", "\ufffd"))


def lines_of(value: Value) -> list[str]:
    """The lines of a cell: those of a text, else one for each text; whole numbers without decimals."""
    if value is None:
        return []
    if isinstance(value, int | float):
        return [f"{int(value)}" if value == int(value) and abs(value) < 1e15 else repr(value)]
    if isinstance(value, date):
        return [value.isoformat()]
    return value.splitlines() if isinstance(value, str) else [_line(text) for text in value]


def _line(text: str) -> str:
    return " ".join(text.split())
