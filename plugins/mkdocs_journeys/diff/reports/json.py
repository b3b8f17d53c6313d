"""Changes for programs: one JSON document, described by changes.schema.json beside this file."""

import json
from importlib.resources import files
from typing import Any

from mkdocs_journeys.diff.reports.document import Document


def report(document: Document) -> str:
    """The document as text; ASCII only, so that no terminal and no log can be steered by it."""
    return json.dumps(document.model_dump(mode="json"), indent=2, ensure_ascii=True, allow_nan=False) + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema of the document."""
    text = files("mkdocs_journeys.diff.reports").joinpath("changes.schema.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found
