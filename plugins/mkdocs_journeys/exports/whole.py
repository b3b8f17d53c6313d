"""A whole atlas as one JSON document."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.model import Document, Journey, Observation, Withheld
from mkdocs_journeys.model.measuring.observed import OBSERVED_COLUMNS, ObservedWay

SCHEMA = "urn:mkdocs-journeys:format-1:atlas"
"""What stands as `$schema` in the document: the `$id` of its schema."""
_COUNTS = {3: ("promoters", "passives", "detractors"), 2: ("numerator", "denominator")}
Values = dict[str, Any]


def whole_atlas(atlas: Atlas, journeys: Sequence[Journey]) -> bytes:
    """The atlas with these of its journeys: things by id, their fields in the order of the format, without defaults."""
    document = atlas_document(atlas, {journey.id: journey_document(journey) for journey in journeys})
    return f"{json.dumps(document, indent=2, ensure_ascii=False)}\n".encode("utf-8", "replace")


def journey_document(journey: Journey) -> Values:
    """The values of a journey, as they stand in the document of an atlas."""
    return _group(journey) | _fields(journey)


def atlas_document(atlas: Atlas, journeys: Values) -> Values:
    """The values of the document of an atlas, of which those of its journeys are given."""
    document: Values = {
        "$schema": SCHEMA,
        "catalog": _fields(atlas.catalog),
        "journeys": journeys,
        "personas": _by_id(atlas.personas),
        "opportunities": _by_id(atlas.opportunities),
        "evidence": _by_id(atlas.evidence),
        "figures": {id: _figures(atlas, id) for id in sorted({*atlas.observations, *atlas.withheld})},
        "observed": {id: [_way(way) for way in ways] for id, ways in atlas.observed.items()},
    }
    if atlas.measure:
        document["measure"] = _fields(atlas.measure)
    if atlas.acknowledged:
        document["acknowledged"] = _fields(atlas.acknowledged)
    return document


def _way(way: ObservedWay) -> Values:
    return dict(zip(OBSERVED_COLUMNS, (way.date.isoformat(), *way[1:-1]), strict=True))


def _by_id(things: Mapping[str, Document]) -> Values:
    return {id: _fields(thing) for id, thing in things.items()}


def _group(journey: Journey) -> Values:
    return {"group": journey.group} if journey.group else {}


def _fields(document: Document) -> Values:
    """The fields that stand in a file, but for those that have their default."""
    dumped = document.model_dump(mode="json", exclude_defaults=True, exclude={"id", "path", "group"})
    fields: Values = _plain(dumped)
    return fields


def _plain(value: Any) -> Any:
    """A value with whole numbers written as such."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return _number(value) if isinstance(value, float) else value


def _number(value: float) -> float:
    return int(value) if value.is_integer() and abs(value) < 1e15 else value


def _figures(atlas: Atlas, metric: str) -> list[Values]:
    """The rows of a metric's file, in its order."""
    rows: list[Observation | Withheld] = [*atlas.observations.get(metric, ())]
    rows += atlas.withheld.get(metric, ())
    return [_row(row) for row in sorted(rows, key=lambda row: row.line)]


def _row(row: Observation | Withheld) -> Values:
    values: Values = {"date": row.date.isoformat(), "segment": row.segment}
    if isinstance(row, Observation):
        counts: Values = dict(zip(_COUNTS.get(len(row.counts), ()), row.counts, strict=True))
        values |= counts or {"value": row.value, "n": row.n, "low": row.low, "high": row.high}
    values |= {"pending": row.pending, "note": row.note}
    return {name: _plain(value) for name, value in values.items() if value is not None}
