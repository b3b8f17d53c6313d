"""Classify what a difference means for the customer and for the atlas: a table whose first matching row counts."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from mkdocs_journeys.diff.differences import ChangeKind, Difference
from mkdocs_journeys.diff.entities import Entity, Plain
from mkdocs_journeys.model import Opportunity, Pain
from mkdocs_journeys.model.duration import duration_of
from mkdocs_journeys.model.scales import CONFIDENCE, FREQUENCY, IMPACT, OPEN_PAIN_STATUSES, SEVERITY


class Judgement(StrEnum):
    """What a change means for the customer, the most severe first."""

    WORSE = "worse"
    REVIEW = "look"
    BETTER = "better"
    EDITORIAL = "editorial"

    @property
    def rank(self) -> int:
        """0 for the most severe judgement, 3 for the least."""
        return list(Judgement).index(self)


def severest(judgements: Iterable[Judgement]) -> Judgement:
    """The most severe of at least one judgement."""
    return min(judgements, key=lambda judgement: judgement.rank)


WORSE, REVIEW, BETTER, EDITORIAL = Judgement
ADDED, REMOVED, CHANGED, MOVED, RENAMED = ChangeKind
SCALES: dict[str, Mapping[Any, int]] = {"severity": SEVERITY, "frequency": FREQUENCY, "impact": IMPACT}
"""Fields whose values are words of a scale, with the level of each word."""
PAIN_FACTORS = "severity frequency impact reach cost"
LENGTHS = "duration wait"
"""Fields that say how long something takes."""
ADDRESSED = "journey persona pain opportunity evidence finding metric catalog-stage touchpoint team channel segment"
"""Kinds of entities whose id is part of an address on the site."""


@dataclass(frozen=True, slots=True)
class Case:
    """A difference; `alone` is true for the only one of its file, `recounted` for figures counted in another way."""

    difference: Difference
    alone: bool
    recounted: bool = False


Test = Callable[[Case], bool]


@dataclass(frozen=True, slots=True)
class SeverityRule:
    """A row of the table: the judgement for these entities, kinds and fields (any, if empty) that pass the test.

    Entities and fields are separated by spaces; `emotion` includes fields such as `emotion.maya`.
    """

    judgement: Judgement
    entities: str = ""
    kinds: tuple[ChangeKind, ...] = ()
    fields: str = ""
    when: Test = lambda case: True

    def matches(self, case: Case) -> bool:
        """Whether the row applies to a case."""
        found = case.difference
        return (
            (not self.entities or found.entity.kind in self.entities.split())
            and (not self.kinds or found.kind in self.kinds)
            and (not self.fields or (found.field or "").split(".")[0] in self.fields.split())
            and self.when(case)
        )


def classify(case: Case) -> Judgement:
    """The judgement of the first row that applies; editorial if none does."""
    return next((rule.judgement for rule in RULES if rule.matches(case)), EDITORIAL)


def direction_of(difference: Difference) -> int | None:
    """1 if a value rose, -1 if it fell, 0 if it is as much as before; None if nobody can tell.

    A value may be a number, a word of a scale, how long something takes, or what it costs.
    """
    field = difference.field or ""
    before = _range(field, difference.old, difference.base)
    after = _range(field, difference.new, difference.head)
    if before is None or after is None or before[2:] != after[2:]:
        return None
    moves = {(now > was) - (now < was) for was, now in zip(before[:2], after[:2], strict=True)}
    return None if {1, -1} <= moves else sum(moves)


def _range(field: str, value: Plain, entity: Entity | None) -> tuple[Any, ...] | None:
    """The lowest and the highest number that a value of an entity's field may mean, and what they are counted in."""
    if field == "cost" and entity and isinstance(entity.model, Pain | Opportunity):
        cost = entity.model.cost
        if cost is None:
            return None
        return cost.low, cost.low if cost.high is None else cost.high, cost.unit, getattr(cost, "per", None)
    if field in LENGTHS.split():
        return duration_of(value) if isinstance(value, str) else None
    level = SCALES[field].get(value) if field in SCALES else value
    is_number = isinstance(level, int | float) and not isinstance(level, bool)
    return (level, level) if is_number else None


def _moves(direction: int) -> Test:
    return lambda case: direction_of(case.difference) == direction


def _is_open(case: Case) -> bool:
    return bool(getattr(case.difference.entity.model, "is_open", False))


def _added_value(case: Case) -> bool:
    return case.difference.old is None


def _comes_or_goes(case: Case) -> bool:
    return case.difference.old is None or case.difference.new is None


def _fewer(case: Case) -> bool:
    old, new = (value if isinstance(value, list) else [value] for value in (case.difference.old, case.difference.new))
    return case.difference.new is None or len(new) < len(old)


def _lost_items(case: Case) -> bool:
    return bool(set(case.difference.before or ()) - set(case.difference.new or ()))


def _lower_confidence(case: Case) -> bool:
    sides = (case.difference.base, case.difference.head)
    before, after = (getattr(side.model, "believed", None) if side else None for side in sides)
    return before is not None and after is not None and CONFIDENCE[after] < CONFIDENCE[before]


def _reopened(case: Case) -> bool:
    return case.difference.old not in OPEN_PAIN_STATUSES and case.difference.new in OPEN_PAIN_STATUSES


def _becomes(*values: Plain) -> Test:
    return lambda case: case.difference.new in values


def _not_live(case: Case) -> bool:
    return bool(case.difference.new != "live")


def _unearned_review(case: Case) -> bool:
    """The review date moved back, vanished, or moved although nothing else in the file did."""
    old, new = case.difference.old, case.difference.new
    return case.alone or new is None or (old is not None and new < old)


RULES = (
    SeverityRule(WORSE, "step", (CHANGED,), "emotion", _moves(-1)),
    SeverityRule(BETTER, "step", (CHANGED,), "emotion", _moves(1)),
    SeverityRule(REVIEW, "step", (CHANGED,), "emotion"),
    SeverityRule(WORSE, "pain", (ADDED,), when=_is_open),
    SeverityRule(REVIEW, "pain", (REMOVED,), when=_is_open),
    SeverityRule(WORSE, "pain", (CHANGED,), PAIN_FACTORS, _moves(1)),
    SeverityRule(BETTER, "pain", (CHANGED,), PAIN_FACTORS, _moves(-1)),
    SeverityRule(REVIEW, "pain", (CHANGED,), f"{PAIN_FACTORS} cost_factors"),
    SeverityRule(REVIEW, "opportunity", (CHANGED,), "ice wsjf ulwick"),
    SeverityRule(WORSE, "pain", (CHANGED,), "status", _reopened),
    SeverityRule(BETTER, "pain", (CHANGED,), "status", _becomes("resolved")),
    SeverityRule(REVIEW, "pain", (CHANGED,), "status", _becomes("wont-fix")),
    SeverityRule(WORSE, "step", (CHANGED,), "pains", _added_value),
    SeverityRule(BETTER, "step", (CHANGED,), "pains", _becomes(None)),
    SeverityRule(REVIEW, "step", (CHANGED,), "moment_of_truth", _becomes(False)),
    SeverityRule(WORSE, "step stage", (CHANGED,), LENGTHS, _moves(1)),
    SeverityRule(BETTER, "step stage", (CHANGED,), LENGTHS, _moves(-1)),
    SeverityRule(EDITORIAL, "step stage", (CHANGED,), LENGTHS, _moves(0)),
    SeverityRule(REVIEW, "step stage", (CHANGED,), "duration wait stage volume figures"),
    SeverityRule(REVIEW, "step", (CHANGED,), "touchpoint channel actors leads_to"),
    SeverityRule(REVIEW, "step", (CHANGED,), "optional when path parallel repeats"),
    SeverityRule(REVIEW, "journey", (CHANGED,), "paths", _comes_or_goes),
    SeverityRule(REVIEW, "journey stage step", (ADDED, REMOVED)),
    SeverityRule(REVIEW, "step stage catalog-stage", (MOVED,)),
    SeverityRule(REVIEW, "pain", (MOVED,), "journey"),
    SeverityRule(REVIEW, ADDRESSED, (RENAMED,), "id"),
    SeverityRule(REVIEW, "finding", (MOVED,)),
    SeverityRule(REVIEW, "", (CHANGED,), "owner team", _fewer),
    SeverityRule(REVIEW, "", (CHANGED,), "evidence", _lost_items),
    SeverityRule(REVIEW, "", (CHANGED,), "confidence", _lower_confidence),
    SeverityRule(REVIEW, "", (CHANGED,), "reviewed", _unearned_review),
    SeverityRule(REVIEW, "journey", (CHANGED,), "personas state status baseline part_of kind", _not_live),
    SeverityRule(REVIEW, "touchpoint", (CHANGED,), "status channel", _not_live),
    SeverityRule(REVIEW, "metric", (CHANGED,), "kind unit better baseline target by"),
    SeverityRule(REVIEW, "figure", (CHANGED, REMOVED)),
    SeverityRule(REVIEW, "figure", (ADDED,), when=lambda case: case.recounted),
    SeverityRule(REVIEW, "measure source definition observed-journey", (ADDED, REMOVED, CHANGED)),
    SeverityRule(REVIEW, "atlas", (CHANGED,), "scoring review lint lifecycles"),
    SeverityRule(REVIEW, "finding", (CHANGED,), "text sentiment type"),
    SeverityRule(REVIEW, "evidence", (CHANGED,), "date n method expires"),
    SeverityRule(BETTER, "opportunity solution", (CHANGED,), "status", _becomes("delivered")),
    SeverityRule(REVIEW, "opportunity solution", (CHANGED,), "status", _becomes("parked", "rejected")),
    SeverityRule(REVIEW, "opportunity", (CHANGED,), "pains", _lost_items),
    SeverityRule(REVIEW, "experiment", (CHANGED,), "baseline target result decision metric arms"),
    SeverityRule(REVIEW, "", (REMOVED,), when=lambda case: case.difference.entity.kind != "pain"),
)
