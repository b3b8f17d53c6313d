"""Conditions of the table, each with its words."""

from collections.abc import Callable
from dataclasses import dataclass

from mkdocs_journeys.diff.entities import Plain
from mkdocs_journeys.diff.severity.cases import Case
from mkdocs_journeys.diff.severity.direction import direction_of
from mkdocs_journeys.diff.severity.effects import StepsEffect
from mkdocs_journeys.model import Pain
from mkdocs_journeys.model.duration import duration_of
from mkdocs_journeys.model.scales import CONFIDENCE, OPEN_PAIN_STATUSES
from mkdocs_journeys.wording import listed


@dataclass(frozen=True, slots=True)
class Condition:
    """A test of a case; `words` follow "if" on the page of judgements, "" where any case passes."""

    words: str
    holds: Callable[[Case], bool]


def _of_effect(words: str, holds: Callable[[StepsEffect], bool]) -> Condition:
    return Condition(words, lambda case: case.effect is not None and holds(case.effect))


def moves(direction: int, words: str) -> Condition:
    """The value rose (1), fell (-1) or is as much as before (0)."""
    return Condition(words, lambda case: direction_of(case.difference) == direction)


def becomes(*values: Plain) -> Condition:
    """The new value is one of these."""
    words = listed([f"`{str(value).lower()}`" for value in values])
    return Condition(f"it becomes {words}", lambda case: case.difference.new in values)


def _pain(case: Case) -> Pain | None:
    return case.difference.entity.model if isinstance(case.difference.entity.model, Pain) else None


def _is_open(case: Case) -> bool:
    pain = _pain(case)
    return pain is not None and pain.is_open


def _both_pains(case: Case) -> list[Pain]:
    sides = (case.difference.base, case.difference.head)
    return [side.model for side in sides if side and isinstance(side.model, Pain)]


def _fewer(case: Case) -> bool:
    old, new = (value if isinstance(value, list) else [value] for value in (case.difference.old, case.difference.new))
    return case.difference.new is None or len(new) < len(old)


def _lower_confidence(case: Case) -> bool:
    sides = (case.difference.base, case.difference.head)
    before, after = (getattr(side.model, "believed", None) if side else None for side in sides)
    return before is not None and after is not None and CONFIDENCE[after] < CONFIDENCE[before]


def _unearned_review(case: Case) -> bool:
    old, new = case.difference.old, case.difference.new
    return case.alone or new is None or (old is not None and new < old)


def _waits_now(case: Case) -> bool:
    length = duration_of(case.difference.new) if isinstance(case.difference.new, str) else None
    return case.difference.old is None and length is not None and length.high > 0


def _truth_hurts(effect: StepsEffect) -> bool:
    return min(effect.at_truth, default=0) < 0


def _feels_worse(effect: StepsEffect) -> bool:
    return (effect.emotion or 0) < 0 and effect.lift < 0


def _became_bad(case: Case) -> bool:
    effect = case.effect
    if case.difference.old is not None or effect is None or (case.difference.new or 0) >= 0:
        return False
    return _truth_hurts(effect) or effect.is_lowest or _feels_worse(effect)


def _figure_moves(case: Case, *, improves: bool, by_chance: bool) -> bool:
    move = case.figure
    return move is not None and move.is_latest and move.improves is improves and move.may_be_chance is by_chance


ALWAYS = Condition("", lambda case: True)
RETIRED = Condition("the journey is retired, and was before", lambda case: case.retired)

TRUTH_HURTS = _of_effect("a moment of truth in it feels negative to somebody", _truth_hurts)
NEW_LOWEST = _of_effect("it is negative, and the journey's new lowest point", lambda effect: effect.is_lowest)
FEELS_WORSE = _of_effect("it feels negative and lowers the journey's mean emotion", _feels_worse)
SHARES_PAIN = _of_effect(
    "an open pain that is described elsewhere is felt there, too", lambda effect: effect.shared_pains > 0
)
TRUTH_PLEASED = _of_effect("a moment of truth in it felt positive", lambda effect: max(effect.at_truth, default=0) > 0)
WAS_HIGHEST = _of_effect("it was positive, and the journey's highest point", lambda effect: effect.is_highest)
FELT_BETTER = _of_effect(
    "it felt positive, and the journey's mean emotion falls without it",
    lambda effect: (effect.emotion or 0) > 0 and effect.lift > 0,
)
MEAN_IS_NEGATIVE = _of_effect("its mean emotion is negative", lambda effect: (effect.mean_with or 0) < 0)
BECAME_BAD = Condition(
    "it becomes known as negative, and the step is a moment of truth, the journey's lowest point or lowers its mean",
    _became_bad,
)
MARKED_BAD = Condition(
    "it becomes `true` at a step that feels negative to somebody",
    lambda case: bool(case.difference.new) and case.effect is not None and _truth_hurts(case.effect),
)
WAITS_NOW = Condition("there was none before", _waits_now)

IS_OPEN = Condition("it is open", _is_open)
IS_CRITICAL = Condition(
    "it is open and critical", lambda case: _is_open(case) and getattr(_pain(case), "severity", None) == "critical"
)
STAYS_RESOLVED = Condition(
    "it is resolved, and was before", lambda case: all(pain.status == "resolved" for pain in _both_pains(case))
)
STAYS_CLOSED = Condition(
    "it is not open, and was not before", lambda case: not any(pain.is_open for pain in _both_pains(case))
)
REOPENED = Condition(
    "it was not open and is now",
    lambda case: case.difference.old not in OPEN_PAIN_STATUSES and case.difference.new in OPEN_PAIN_STATUSES,
)
FELT_ALSO = Condition(
    "it is felt at one more step, and open",
    lambda case: case.difference.old is None and (case.pain is None or case.pain.is_open),
)
FELT_NO_MORE = Condition(
    "it is no longer felt there, and open",
    lambda case: case.difference.new is None and (case.pain is None or case.pain.is_open),
)

BECAME_ONE_OR_TWO = Condition(
    "another persona is named in its place, or was", lambda case: case.difference.into is not None
)
COMES_OR_GOES = Condition("one comes or goes", lambda case: case.difference.old is None or case.difference.new is None)
FEWER = Condition("there are fewer of them, or none", _fewer)
LOST_ITEMS = Condition(
    "something is taken out", lambda case: bool(set(case.difference.before or ()) - set(case.difference.new or ()))
)
LOWER_CONFIDENCE = Condition("it sinks", _lower_confidence)
UNEARNED_REVIEW = Condition("it moves back, is taken out, or is the only change in its file", _unearned_review)
NOT_LIVE = Condition("it does not become `live`", lambda case: bool(case.difference.new != "live"))

RECOUNTED = Condition("how it is counted changed, too", lambda case: case.recounted)
FELL = Condition(
    "it is the last of its metric and worse than the one before, by more than chance as far as one can say",
    lambda case: _figure_moves(case, improves=False, by_chance=False),
)
FELL_BY_CHANCE = Condition(
    "it is the last of its metric and worse than the one before, but that may be chance",
    lambda case: _figure_moves(case, improves=False, by_chance=True),
)
ROSE = Condition(
    "it is the last of its metric and better than the one before, by more than chance as far as one can say",
    lambda case: _figure_moves(case, improves=True, by_chance=False),
)
CORRECTED_DOWN = Condition(
    "it is the last of its metric and worse than it was said to be (than the one before, if it was withheld), "
    "by more than chance as far as one can say",
    lambda case: _figure_moves(case, improves=False, by_chance=False),
)
