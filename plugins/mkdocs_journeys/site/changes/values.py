"""Old and new values as a reader knows them: names in place of ids, words in place of numbers."""

from collections.abc import Mapping
from typing import Any

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.compare import Change
from mkdocs_journeys.diff.differences import ChangeKind
from mkdocs_journeys.diff.fields import Plain
from mkdocs_journeys.diff.labels import emotion_words
from mkdocs_journeys.insight.emotion import signed

LONGEST = 400
NAMED = {
    "actors": "personas",
    "channel": "channels",
    "channels": "channels",
    "metrics": "metrics",
    "metric": "metrics",
    "opportunities": "opportunities",
    "owner": "teams",
    "personas": "personas",
    "segments": "segments",
    "stage": "stages",
    "team": "teams",
    "touchpoint": "touchpoints",
    "volume": "metrics",
}
"""Fields whose values are ids, with what the atlas calls those that have them."""


def values_of(change: Change, old: Atlas, new: Atlas) -> tuple[str | None, str | None]:
    """Both values as texts; None where there is nothing, or where the thing itself came or went."""
    if change.field is None or change.kind in (ChangeKind.ADDED, ChangeKind.REMOVED):
        return None, None
    return _text(change, change.old, old, new), _text(change, change.new, new, old)


def _text(change: Change, value: Plain, atlas: Atlas, other: Atlas) -> str | None:
    if value is None:
        return None
    field = (change.field or "").split(".")[0]
    if change.entity == "step" and field == "emotion" and isinstance(value, int):
        return f"{signed(value)} {emotion_words(value)}"
    if change.entity == "step" and field == "pains":
        hurt = atlas.hurts.get(value) or other.hurts.get(value)
        return _cut(hurt.pain.title if hurt else str(value))
    known = {**_named(other, field), **_named(atlas, field)}
    return _cut(_words(value, known))


def _named(atlas: Atlas, field: str) -> dict[str, str]:
    things: Mapping[str, Any] = getattr(atlas, NAMED[field]) if field in NAMED else {}
    return {id: getattr(thing, "name", None) or thing.title for id, thing in things.items()}


def _words(value: Plain, known: Mapping[str, str]) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:g}".replace("-", "\N{MINUS SIGN}")
    if isinstance(value, list):
        return "; ".join(_words(one, known) for one in value)
    if isinstance(value, dict):
        said = value.get("text") or value.get("title") or value.get("name")
        return str(said) if said else ", ".join(f"{key} {_words(one, known)}" for key, one in value.items())
    return known.get(value, str(value))


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
