"""Describe figures of a metric that came, went or were corrected, each beside the one before it."""

from collections.abc import Iterator

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.differences import Difference
from mkdocs_journeys.diff.entities import Entity
from mkdocs_journeys.diff.sentences import Quote
from mkdocs_journeys.diff.severity.figures import figure_before, is_latest, metric_of
from mkdocs_journeys.insight.inference.figures import RATES, change_between
from mkdocs_journeys.insight.metrics import better_of
from mkdocs_journeys.model import Metric, Observation, Withheld
from mkdocs_journeys.wording import MOST_DIGITS, distinct_numbers, exact_number, measured

DIFFERENCES_IN = {"%": "points"}
"""What the difference of two figures is counted in where that is not their own unit."""

Words = Iterator[str | Quote]


def said_of_new(entity: Entity, atlas: Atlas) -> Words:
    """`, *7.1%* (n = 1,420); *5.4%* on 2026-05-31: up 1.7 points, more than chance (0.2 to 3.2)`."""
    if isinstance(entity.model, Withheld):
        yield from (" is withheld (", Quote(entity.model.note), ")")
        return
    before = figure_before(entity, atlas)
    own, *other = _values(entity, *([before] if before else []))
    yield ", "
    yield own
    yield _sample(entity.model)
    if before and isinstance(entity.model, Observation):
        yield "; "
        yield from other
        yield f" on {before.date}"
        yield from _compared(metric_of(entity), before, entity.model)
    yield from _target(entity, atlas)


def said_of_old(entity: Entity) -> Words:
    """`; it was *7.1%* (n = 1,420)`."""
    if isinstance(entity.model, Withheld):
        yield from ("; it was withheld (", Quote(entity.model.note), ")")
    else:
        yield "; it was "
        yield from _values(entity)
        yield _sample(entity.model)


def corrected(difference: Difference, new: Atlas) -> Words:
    """The rest of the sentence for a figure that has another value than before, or is withheld on one of the sides."""
    old, now = difference.base, difference.head
    if old is None or now is None:
        return
    if isinstance(now.model, Withheld):
        yield from (" is now withheld (", Quote(now.model.note), ")")
        yield from said_of_old(old)
        return
    if isinstance(old.model, Withheld):
        yield " is no longer withheld: "
        yield from _values(now)
        yield _sample(now.model)
    elif isinstance(old.model, Observation) and isinstance(now.model, Observation):
        was, value = _values(old, now.model)
        verb = "rose" if now.model.value > old.model.value else "fell"
        yield from (f": value {verb} from ", was, _sample(old.model), " to ", value, _sample(now.model))
    before = figure_before(now, new)
    if before and isinstance(now.model, Observation):
        yield f"; since {before.date}"
        yield from _compared(metric_of(now), before, now.model, lead=" it is ")
    yield from _target(now, new)


def _compared(metric: Metric, before: Observation, after: Observation, *, lead: str = ": ") -> Words:
    change = change_between(metric, before, after)
    ends = _rounded([change.interval.low, change.interval.high], is_exact=False) if change.interval else []
    is_exact = not before.counts and not after.counts
    (value,) = _rounded([round(change.value, MOST_DIGITS * 2)], is_exact=is_exact)
    if not change.value:
        yield f"{lead}no change"
        return
    unit = DIFFERENCES_IN.get(_unit(metric), _unit(metric))
    amount = value.removeprefix("−")
    yield f"{lead}{'up' if change.value > 0 else 'down'} "
    yield amount if not unit else f"{amount} {unit}" if unit == "points" else Quote(measured(amount, unit))
    if ends:
        yield ", more than chance" if change.is_clear else ", which may be chance"
        yield f" ({ends[0]} to {ends[1]})"


def _target(entity: Entity, atlas: Atlas) -> Words:
    """`; the target is *40 points*`: said of the last figure of the whole base."""
    row, metric = entity.model, metric_of(entity)
    if not isinstance(row, Observation) or row.segment or metric.target is None or not is_latest(entity, atlas):
        return
    target, better = Quote(measured(exact_number(metric.target), _unit(metric))), better_of(metric)
    is_reached = row.value >= metric.target if better == "higher" else row.value <= metric.target
    yield from ("; it reaches the target, " if better and is_reached else "; the target is ", target)


def _unit(metric: Metric) -> str:
    return metric.unit or ("%" if metric.kind in RATES else "")


def _values(entity: Entity, *others: Observation) -> list[Quote]:
    """The value of a figure, then those of others of its metric, with their unit."""
    rows = [row for row in (entity.model, *others) if isinstance(row, Observation)]
    numbers = _rounded([row.value for row in rows], is_exact=not any(row.counts for row in rows))
    return [Quote(measured(number, _unit(metric_of(entity)))) for number in numbers]


def _rounded(values: list[float], *, is_exact: bool) -> list[str]:
    return [*map(exact_number, values)] if is_exact else distinct_numbers(values)


def _sample(row: object) -> str:
    """` (n = 1,420)`; "" where it is not known."""
    n = row.n if isinstance(row, Observation) else None
    return "" if n is None else f" (n = {exact_number(n)})"
