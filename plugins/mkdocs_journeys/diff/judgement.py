"""What a change means for the customer and for the atlas: a table. The first row that fits counts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.change import Found, Judgement, Kind
from mkdocs_journeys.diff.fields import Plain
from mkdocs_journeys.model.scales import CONFIDENCE, FREQUENCY, IMPACT, OPEN_PAIN_STATUSES, SEVERITY

WORSE, LOOK, BETTER, EDITORIAL = Judgement.WORSE, Judgement.LOOK, Judgement.BETTER, Judgement.EDITORIAL
ADDED, REMOVED, CHANGED, MOVED, RENAMED = Kind
LEVELS: dict[str, dict[Any, int]] = {
    "severity": dict(SEVERITY),
    "frequency": dict(FREQUENCY),
    "impact": dict(IMPACT),
}
HARM = "severity frequency impact reach"
ADDRESSED = "journey persona pain opportunity evidence finding metric catalog-stage touchpoint team channel segment"
"""Things whose id is part of an address on the site."""


@dataclass(frozen=True, slots=True)
class Case:
    """A difference to be judged. `alone` says that nothing else changed in its file."""

    found: Found
    alone: bool
    old: Atlas
    new: Atlas

    @property
    def step(self) -> int | None:
        """How far a value on a scale rose (above 0) or fell (below 0); None where either side is unknown."""
        before, after = self._level(self.found.old), self._level(self.found.new)
        return None if before is None or after is None else (after > before) - (after < before)

    def _level(self, value: Plain) -> float | None:
        levels = LEVELS.get(self.found.field or "")
        if levels:
            return levels.get(value)
        return value if isinstance(value, int | float) else None


Test = Callable[[Case], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """A row: the judgement for these entities, kinds and fields (all where empty), if the test agrees.

    Entities and fields are words; a field `emotion` stands for `emotion.maya` too.
    """

    judgement: Judgement
    entities: str = ""
    kinds: tuple[Kind, ...] = ()
    fields: str = ""
    when: Test = lambda case: True

    def fits(self, case: Case) -> bool:
        """Whether this row speaks of the case."""
        found = case.found
        return (
            (not self.entities or found.thing.entity in self.entities.split())
            and (not self.kinds or found.kind in self.kinds)
            and (not self.fields or (found.field or "").split(".")[0] in self.fields.split())
            and self.when(case)
        )


def judged(case: Case) -> Judgement:
    """The judgement of the first row that fits; editorial where none does."""
    return next((rule.judgement for rule in RULES if rule.fits(case)), EDITORIAL)


def _rose(case: Case) -> bool:
    return (case.step or 0) > 0


def _fell(case: Case) -> bool:
    return (case.step or 0) < 0


def _is_open(case: Case) -> bool:
    return bool(getattr(case.found.thing.model, "is_open", False))


def _gone(case: Case) -> bool:
    return case.found.old is not None and case.found.new is None


def _gained(case: Case) -> bool:
    return case.found.old is None


def _lost_some(case: Case) -> bool:
    return bool(set(case.found.before or ()) - set(case.found.new or ()))


def _believed_less(case: Case) -> bool:
    before, after = (getattr(side.model, "believed", None) if side else None for side in _sides(case))
    return before is not None and after is not None and CONFIDENCE[after] < CONFIDENCE[before]


def _sides(case: Case) -> tuple[Any, Any]:
    return case.found.base, case.found.head


def _reopened(case: Case) -> bool:
    return case.found.old not in OPEN_PAIN_STATUSES and case.found.new in OPEN_PAIN_STATUSES


def _becomes(*words: Plain) -> Test:
    return lambda case: case.found.new in words


def _only_dated(case: Case) -> bool:
    old, new = case.found.old, case.found.new
    return case.alone or new is None or (old is not None and new < old)


RULES = (
    Rule(WORSE, "step", (CHANGED,), "emotion", _fell),
    Rule(BETTER, "step", (CHANGED,), "emotion", _rose),
    Rule(LOOK, "step", (CHANGED,), "emotion"),
    Rule(WORSE, "pain", (ADDED,), when=_is_open),
    Rule(LOOK, "pain", (REMOVED,), when=_is_open),
    Rule(WORSE, "pain", (CHANGED,), HARM, _rose),
    Rule(BETTER, "pain", (CHANGED,), HARM, _fell),
    Rule(LOOK, "pain", (CHANGED,), HARM),
    Rule(WORSE, "pain", (CHANGED,), "status", _reopened),
    Rule(BETTER, "pain", (CHANGED,), "status", _becomes("resolved")),
    Rule(LOOK, "pain", (CHANGED,), "status", _becomes("wont-fix")),
    Rule(WORSE, "step", (CHANGED,), "pains", _gained),
    Rule(BETTER, "step", (CHANGED,), "pains", _gone),
    Rule(LOOK, "step", (CHANGED,), "moment_of_truth", _becomes(False)),
    Rule(LOOK, "step stage", (CHANGED,), "touchpoint channel duration wait actors leads_to stage volume"),
    Rule(LOOK, "journey stage step", (ADDED, REMOVED)),
    Rule(LOOK, "step stage catalog-stage", (MOVED,)),
    Rule(LOOK, "pain", (MOVED,), "journey"),
    Rule(LOOK, ADDRESSED, (RENAMED,), "id"),
    Rule(LOOK, "finding", (MOVED,)),
    Rule(LOOK, "", (CHANGED,), "owner team", _gone),
    Rule(LOOK, "", (CHANGED,), "evidence", _lost_some),
    Rule(LOOK, "", (CHANGED,), "confidence", _believed_less),
    Rule(LOOK, "", (CHANGED,), "reviewed", _only_dated),
    Rule(LOOK, "journey", (CHANGED,), "personas state status baseline part_of", lambda case: case.found.new != "live"),
    Rule(LOOK, "touchpoint", (CHANGED,), "status channel", lambda case: case.found.new != "live"),
    Rule(LOOK, "metric", (CHANGED,), "kind unit better baseline target by"),
    Rule(LOOK, "figure", (CHANGED, REMOVED)),
    Rule(LOOK, "atlas", (CHANGED,), "scoring review lint"),
    Rule(LOOK, "finding", (CHANGED,), "text sentiment type"),
    Rule(LOOK, "evidence", (CHANGED,), "date n method expires"),
    Rule(BETTER, "opportunity solution", (CHANGED,), "status", _becomes("delivered")),
    Rule(LOOK, "opportunity solution", (CHANGED,), "status", _becomes("parked", "rejected")),
    Rule(LOOK, "opportunity", (CHANGED,), "pains", _lost_some),
    Rule(LOOK, "experiment", (CHANGED,), "baseline target result decision metric"),
    Rule(LOOK, "", (REMOVED,), when=lambda case: case.found.thing.entity != "pain"),
)
