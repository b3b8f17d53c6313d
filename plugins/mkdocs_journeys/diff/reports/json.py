"""Changes for programs: one JSON document, described by changes.schema.json beside this file."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from importlib.resources import files
from typing import Any

from mkdocs_journeys.diff.change import Change
from mkdocs_journeys.problem import Position

FORMAT = 1


def report(changes: Sequence[Change]) -> str:
    """The document as text; ASCII only, so that no terminal and no log can be steered by it."""
    document = {"format": FORMAT, "changes": [as_values(change) for change in changes]}
    return json.dumps(document, indent=2, ensure_ascii=True, allow_nan=False) + "\n"


def as_values(change: Change) -> dict[str, Any]:
    """One change as plain values."""
    return {
        "kind": change.kind.value,
        "entity": change.entity,
        "id": change.id,
        "field": change.field,
        "judgement": change.judgement.value,
        "fingerprint": change.fingerprint,
        "sentence": change.sentence,
        "old": change.old,
        "new": change.new,
        "base": _place(change.base),
        "head": _place(change.head),
    }


def schema() -> dict[str, Any]:
    """The JSON Schema of the document."""
    text = files("mkdocs_journeys.diff.reports").joinpath("changes.schema.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def _place(position: Position | None) -> dict[str, Any] | None:
    return asdict(position) if position else None
