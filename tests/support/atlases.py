"""Tiny atlases in one line: what a test does not name is filled in.

`atlas(journey("buy", step("Compares", emotion=-1)))` is a whole atlas: the stages, personas, teams,
touchpoints, channels, segments and metrics that it refers to are made up, in the order of their mention.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model import (
    Catalog,
    Document,
    Evidence,
    Experiment,
    Journey,
    JourneyStage,
    Observation,
    Opportunity,
    Pain,
    Persona,
    Step,
)
from mkdocs_journeys.model.references import references_of

PERSONA = "maya"
STAGE = "consideration"
CHANNEL = "web"
OF_CATALOG: dict[str, dict[str, str]] = {
    "stages": {},
    "touchpoints": {"channel": CHANNEL},
    "channels": {"kind": "digital"},
    "teams": {},
    "segments": {},
    "metrics": {"kind": "count"},
}
KINDS = {
    "stage": "stages",
    "touchpoint": "touchpoints",
    "channel": "channels",
    "team": "teams",
    "segment": "segments",
    "metric": "metrics",
    "volume": "metrics",
}


def step(name: str = "Does something", **fields: Any) -> Step:
    """A step; its pains may be pains or ids."""
    return Step.model_validate({"name": name, **_typed(fields)})


def stage(id: str = STAGE, *steps: Step, **fields: Any) -> JourneyStage:
    """A stage of a journey, with one plain step if none is given."""
    return JourneyStage.model_validate({"stage": id, "steps": list(steps or [step()]), **_typed(fields)})


def journey(id: str = "buy", *parts: JourneyStage | Step, **fields: Any) -> Journey:
    """A journey of stages, or of steps that all stand in one stage."""
    stages = [part for part in parts if isinstance(part, JourneyStage)]
    steps = [part for part in parts if isinstance(part, Step)]
    if steps or not stages:
        stages.append(stage(STAGE, *steps))
    usual = {"title": f"Journey {id}", "personas": [PERSONA], "status": "live", "stages": stages}
    return Journey.model_validate({"id": id, "path": f"journeys/maps/{id}.yml", **usual, **_typed(fields)})


def pain(id: str = "slow", **fields: Any) -> Pain:
    """A pain; open, and without any factor, unless given."""
    return Pain.model_validate({"id": id, "title": f"Pain {id}", **_typed(fields)})


def persona(id: str = PERSONA, **fields: Any) -> Persona:
    """A persona, named after the id."""
    return Persona.model_validate({**_document("personas", id), "name": id.title(), **_typed(fields)})


def opportunity(id: str = "faster", **fields: Any) -> Opportunity:
    """An opportunity; new, and without any factor, unless given."""
    return Opportunity.model_validate({**_document("opportunities", id), "title": id, **_typed(fields)})


def evidence(id: str = "interviews", **fields: Any) -> Evidence:
    """A study of the first day of 2026, unless given."""
    usual = {"title": id, "date": "2026-01-01"}
    return Evidence.model_validate({**_document("evidence", id), **usual, **_typed(fields)})


def experiment(**fields: Any) -> Experiment:
    """An experiment of a solution."""
    return Experiment.model_validate(_typed(fields))


def observed(*rows: tuple[str, float] | tuple[str, float, str]) -> tuple[Observation, ...]:
    """Observations from (day, value) or (day, value, segment)."""
    return tuple(
        Observation(date.fromisoformat(row[0]), row[1], None, row[2] if len(row) == 3 else None, line)
        for line, row in enumerate(rows, 2)
    )


def catalog(**fields: Any) -> Catalog:
    """A catalog; its `stages`, `teams` … may be given as ids or as mappings with an id."""
    named = {key: [_entry(key, item) for item in fields.pop(key)] for key in OF_CATALOG if key in fields}
    return Catalog.model_validate({**_document("", "catalog"), "format": 1, **named, **_typed(fields)})


def atlas(
    *documents: Document, observations: Mapping[str, Sequence[Observation]] | None = None, **fields: Any
) -> Atlas:
    """An atlas of journeys, personas, opportunities and evidence; other fields go to its catalog.

    Everything of the catalog and every persona that the documents refer to is there.
    """
    journeys = {one.id: one for one in documents if isinstance(one, Journey)}
    personas = {one.id: one for one in documents if isinstance(one, Persona)}
    mentioned = [reference for one in documents for reference in references_of(one)]
    for reference in mentioned:
        if reference.kind == "persona":
            personas.setdefault(reference.target, persona(reference.target))
    given = catalog(**fields)
    wanted = [*mentioned, *references_of(given)]
    return Atlas(
        catalog=_completed(fields, [(KINDS[one.kind], one.target) for one in wanted if one.kind in KINDS]),
        journeys=journeys,
        personas=personas,
        opportunities={one.id: one for one in documents if isinstance(one, Opportunity)},
        evidence={one.id: one for one in documents if isinstance(one, Evidence)},
        observations={id: tuple(rows) for id, rows in (observations or {}).items()},
        named=frozenset((one.kind, one.target) for one in wanted),
    )


def _completed(fields: Mapping[str, Any], wanted: Sequence[tuple[str, str]]) -> Catalog:
    """The catalog of these fields, with what else is wanted."""
    lists = {key: list(fields.get(key, ())) for key in OF_CATALOG}
    for key, id in [*wanted, ("channels", CHANNEL)]:
        if id not in {item if isinstance(item, str) else item["id"] for item in lists[key]}:
            lists[key].append(id)
    return catalog(**{**fields, **lists})


def _entry(key: str, item: str | Mapping[str, Any]) -> dict[str, Any]:
    given = {"id": item} if isinstance(item, str) else dict(item)
    return _typed({**OF_CATALOG[key], "name": str(given["id"]).replace("-", " ").capitalize(), **given})


def _document(folder: str, id: str) -> dict[str, str]:
    return {"id": id, "path": f"journeys/{folder}/{id}.yml" if folder else f"journeys/{id}.yml"}


def _typed(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Fields as a file would give them: days as text."""
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in fields.items()}
