"""Whether a value rose or fell: a number, a word of a scale, how long something takes, what it costs."""

from collections.abc import Mapping
from typing import Any

from mkdocs_journeys.diff.differences import Difference
from mkdocs_journeys.diff.entities import Entity, Plain
from mkdocs_journeys.model import Opportunity, Pain
from mkdocs_journeys.model.duration import duration_of
from mkdocs_journeys.model.scales import FREQUENCY, IMPACT, SEVERITY

SCALES: dict[str, Mapping[Any, int]] = {"severity": SEVERITY, "frequency": FREQUENCY, "impact": IMPACT}
"""Fields whose values are words of a scale, with the level of each word."""
LENGTHS = ("duration", "wait")
"""Fields that say how long something takes."""


def direction_of(difference: Difference) -> int | None:
    """1 if a value rose, -1 if it fell, 0 if it is as much as before; None if nobody can tell."""
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
    if field in LENGTHS:
        return duration_of(value) if isinstance(value, str) else None
    level = SCALES[field].get(value) if field in SCALES else value
    is_number = isinstance(level, int | float) and not isinstance(level, bool)
    return (level, level) if is_number else None
