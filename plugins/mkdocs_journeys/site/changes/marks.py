"""Marks and badges: a change as the site shows it, with a word and never by colour alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff import Change, ChangeKind, Judgement
from mkdocs_journeys.diff.entities import Plain
from mkdocs_journeys.diff.labels import JUDGEMENT_WORDS, emotion_number, name_of_item, short
from mkdocs_journeys.diff.sentences import Sentence
from mkdocs_journeys.diff.severity import severest
from mkdocs_journeys.insight.emotion import emotion_word
from mkdocs_journeys.site.rendering.terms import term
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message, spoken_language

KIND_WORDS = {
    ChangeKind.ADDED: message("new"),
    ChangeKind.REMOVED: message("removed"),
    ChangeKind.CHANGED: message("changed"),
    ChangeKind.MOVED: message("moved"),
    ChangeKind.RENAMED: message("renamed"),
}
MAX_VALUE_LENGTH = 400
REFERENCES = {
    **{name: name for name in ("channels", "metrics", "opportunities", "personas", "segments")},
    **{kind: f"{kind}s" for kind in ("channel", "metric", "segment", "stage", "team", "touchpoint")},
    "actors": "personas",
    "owner": "teams",
    "volume": "metrics",
}
"""Fields whose values are ids, to the mapping of the atlas that holds the things."""
CHOICES = frozenset(
    (
        "confidence",
        "decision",
        "effort",
        "frequency",
        "impact",
        "initiator",
        "kind",
        "severity",
        "state",
        "status",
        "type",
    )
)
"""Fields whose values are words of the format."""


@dataclass(frozen=True, slots=True)
class ChangeMark:
    """One change. `words` is its sentence, with the authors' texts as parts of their own.

    `old` and `new` are the values as texts, both None if the thing itself was added or removed.
    """

    kind: ChangeKind
    judgement: Judgement
    words: Sentence
    old: str | None
    new: str | None
    fingerprint: str

    @property
    def word(self) -> str:
        """`new`, `changed` …"""
        return _(KIND_WORDS[self.kind])

    @property
    def verdict(self) -> str:
        """`worse for the customer` …"""
        return _(JUDGEMENT_WORDS[self.judgement])

    @property
    def anchor(self) -> str:
        """The anchor of the change on the page of changes."""
        return f"change-{self.fingerprint}"


@dataclass(frozen=True, slots=True)
class GoneMark:
    """Something removed or moved away. `before` is the number of the step that came after it, None at the end."""

    name: str
    mark: ChangeMark
    before: int | None


@dataclass(frozen=True, slots=True)
class ChangeChip:
    """All marks of one place, summed up in one word."""

    word: str
    judgement: Judgement
    marks: tuple[ChangeMark, ...]


@dataclass(frozen=True, slots=True)
class ChangeBadge:
    """The badge of a changed thing on other pages: its kind, the severest judgement, and the number of changes."""

    kind: ChangeKind
    judgement: Judgement
    count: int

    @property
    def word(self) -> str:
        """`new` or `changed`."""
        return _(KIND_WORDS[self.kind])

    @property
    def verdict(self) -> str:
        """`worse for the customer` …"""
        return _(JUDGEMENT_WORDS[self.judgement])


def mark_of(change: Change, old: Atlas, new: Atlas) -> ChangeMark:
    """The mark of a change from one atlas to the other."""
    before = after = None
    if change.field is not None and change.kind not in (ChangeKind.ADDED, ChangeKind.REMOVED):
        before, after = _text(change, change.old, old, new), _text(change, change.new, new, old)
    return ChangeMark(change.kind, change.judgement, change.sentence, before, after, change.fingerprint)


def chip_of(marks: Sequence[ChangeMark]) -> ChangeChip | None:
    """The chip of the marks of one place; None for none."""
    if not marks:
        return None
    words = {mark.word for mark in marks}
    word = words.pop() if len(words) == 1 else _(KIND_WORDS[ChangeKind.CHANGED])
    return ChangeChip(word, severest(mark.judgement for mark in marks), tuple(marks))


def badge_of(changes: Iterable[Change], whole: str) -> ChangeBadge:
    """The badge of a thing with these changes (at least one); `whole` is the entity of the thing itself."""
    found = list(changes)
    itself = {change.kind for change in found if change.entity == whole}
    kind = ChangeKind.ADDED if ChangeKind.ADDED in itself else ChangeKind.CHANGED
    return ChangeBadge(kind, severest(change.judgement for change in found), len(found))


def _text(change: Change, value: Plain, atlas: Atlas, other: Atlas) -> str | None:
    """A value as a reader knows it, in the language that is being spoken: names in place of ids, words of numbers."""
    if value is None:
        return None
    field = (change.field or "").split(".")[0]
    if change.entity == "step" and field == "emotion" and isinstance(value, int | float):
        return f"{spoken_language().figure(emotion_number(value))} {term(emotion_word(value))}"
    if change.entity == "step" and field == "pains":
        located = atlas.pains.get(value) or other.pains.get(value)
        return _shortened(located.pain.title if located else str(value))
    if change.entity == "step" and field == "path":
        journey = atlas.journeys.get(change.journey or "") or other.journeys.get(change.journey or "")
        return _shortened(journey.paths.get(value, str(value)) if journey else str(value))
    if field in CHOICES and isinstance(value, str):
        return term(value)
    names = {**_names(other, field), **_names(atlas, field)}
    return _shortened(_words(value, names))


def _names(atlas: Atlas, field: str) -> dict[str, str]:
    things: Mapping[str, Any] = getattr(atlas, REFERENCES[field]) if field in REFERENCES else {}
    return {id: getattr(thing, "name", None) or thing.title for id, thing in things.items()}


def _words(value: Plain, names: Mapping[str, str]) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int | float):
        return spoken_language().figure(short(value) or "")
    if isinstance(value, list):
        return "; ".join(_words(one, names) for one in value)
    if isinstance(value, dict):
        said = name_of_item(value)
        return str(said) if said else ", ".join(f"{key} {_words(one, names)}" for key, one in value.items())
    return names.get(value, str(value))


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= MAX_VALUE_LENGTH else f"{line[: MAX_VALUE_LENGTH - 1]}…"
