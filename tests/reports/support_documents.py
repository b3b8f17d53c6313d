"""Documents to report on: of two atlases, of a draft and its edits, and of the twelve edits."""

import json
from importlib.resources import files
from typing import Any

from diff.support_atlases import draft
from diff.support_edits import edited
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import Comparison
from mkdocs_journeys.reports.comparison.building import document_of
from mkdocs_journeys.reports.document import (
    ChangeItem,
    DiffDocument,
    JourneyPart,
    SideProblem,
    StepPart,
)

ACCEPTED = {"by": "Noémie", "until": "2027-03-31", "reason": "The new supplier is slower"}
"""That somebody accepted a change."""


def document(old: Atlas, new: Atlas) -> DiffDocument:
    """The document of all changes."""
    comparison = Comparison(old, new)
    return document_of(comparison.changes, comparison)


def drafted(seed: int, count: int = 12) -> DiffDocument:
    """The document of a generated atlas and some edits."""
    made = draft(seed)
    changed, _ = edited(made, count)
    return document(made.atlas(), changed.atlas())


def changes_schema() -> dict[str, Any]:
    """The JSON Schema of the document of a comparison."""
    text = files("mkdocs_journeys.reports").joinpath("changes.schema.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def item(number: int = 0, **values: object) -> ChangeItem:
    """A change with a fingerprint of its own."""
    known: dict[str, object] = {
        "kind": "changed",
        "entity": "step",
        "id": "buy/pays",
        "field": "emotion",
        "judgement": "worse",
        "fingerprint": f"{number:016x}",
        "sentence": "*Pays* fell from positive to negative",
        "old": 1,
        "new": -1,
        "base": None,
        "head": None,
    }
    return ChangeItem.model_validate(known | values, strict=False)


def mistake(side: str = "head", **values: object) -> SideProblem:
    """A mistake of a side."""
    known: dict[str, object] = {
        "side": side,
        "file": "journeys/maps/buy.yml",
        "line": 4,
        "column": 9,
        "message": "There is no team 'nobody'.",
        "hint": "Did you mean 'sales'?",
    }
    return SideProblem.model_validate(known | values)


def figures(
    count: int, kind: str = "added", metric: str = "nps", segment: str = "", said: str = ""
) -> list[ChangeItem]:
    """Changes of so many figures of a metric, of all customers or of one segment; `said` ends each sentence."""
    of = f"/{segment}" if segment else ""
    return [
        item(
            number + 100,
            kind=kind,
            entity="figure",
            id=f"{metric}/2026-{number + 1:02}-01{of}",
            field=None,
            judgement="editorial",
            sentence=f"New figure: *Promoters, 2026-{number + 1:02}-01{of}*{said}",
            old=None,
            new=None,
        )
        for number in range(count)
    ]


def step(at: int, before: float | None, after: float | None, **values: object) -> StepPart:
    """A step that was and is."""
    known = {"name": f"Step {at}", "was": at, "number": at, "before": before, "after": after}
    return StepPart.model_validate(known | values)


def journey(*steps: StepPart, changes: tuple[str, ...] = ()) -> JourneyPart:
    """A journey with these steps."""
    return JourneyPart(id="buy", title="Buy it", changes=changes, steps=steps)
