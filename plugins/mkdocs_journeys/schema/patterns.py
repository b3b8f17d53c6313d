"""Regular expressions as every editor understands them, and what to say where a text does not fit."""

import re
from typing import Any

from mkdocs_journeys.model.base import (
    FINDING_PATTERN,
    ID_PATTERN,
    IMAGE_PATTERN,
    JOURNEY_OR_STEP_PATTERN,
    URL_PATTERN,
)

_ID = "Ids are made of a-z, 0-9 and hyphens, at most 64 characters"
_SAID = {
    ID_PATTERN: f"{_ID}.",
    FINDING_PATTERN: f"Write the id of a study, or study/finding. {_ID}.",
    JOURNEY_OR_STEP_PATTERN: f"Write the id of a step of this journey, or journey:ID. {_ID}.",
    URL_PATTERN: "Write an address that starts with https://, http:// or mailto:, or a relative path without spaces.",
    IMAGE_PATTERN: "Write the name of a png, jpg, webp, gif or avif file under assets/, without spaces.",
}
_COLOUR = 'Write # and six digits, in quotes: "#1a7f37".'
_ANY_CASE = re.compile(r"\(\?i:([^()]*)\)")


def pattern_shape(pattern: str) -> dict[str, Any]:
    """The schema of a text of this form."""
    return {"type": "string", "pattern": portable(pattern), "patternErrorMessage": _SAID.get(pattern, _COLOUR)}


def portable(pattern: str) -> str:
    """The same expression without what ECMAScript lacks: `(?i:…)`, and letters beyond ASCII in a `\\w`."""
    return _ANY_CASE.sub(lambda found: f"(?:{_any_case(found[1])})", pattern).replace(r"\w", r"\w\u0080-\uffff")


def _any_case(text: str) -> str:
    return re.sub("[a-z]", lambda letter: f"[{letter[0]}{letter[0].upper()}]", text)
