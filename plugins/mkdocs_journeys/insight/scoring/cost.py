"""What leaving a pain as it is costs, from a low to a high end, with its arithmetic."""

from dataclasses import dataclass

from mkdocs_journeys.model import Pain
from mkdocs_journeys.model.base import RunningCost
from mkdocs_journeys.model.catalog import Scoring
from mkdocs_journeys.model.pain import CostFactors, Range, ends_of

TIME, LOST = ("minutes", "minute_cost"), ("drop_off", "conversion_value")
"""The two ways to lose money with each time: by what it takes, and by who gives up."""


@dataclass(frozen=True, slots=True)
class PainCost:
    """The cost of a pain, None where a factor is `missing`; `working` is the calculation, "" of a given cost."""

    cost: RunningCost | None
    working: str = ""
    missing: tuple[str, ...] = ()


def cost_of(pain: Pain, scoring: Scoring) -> PainCost | None:
    """The cost that the author gives, else that of its factors; None where neither is there.

    Nothing is assumed in place of a missing factor: money that nobody counted is not made up.
    """
    if pain.cost:
        return PainCost(pain.cost)
    return _worked_out(pain.cost_factors, scoring.currency) if pain.cost_factors else None


def _worked_out(given: CostFactors, currency: str | None) -> PainCost:
    ways = [way for way in (TIME, LOST) if any(getattr(given, name) is not None for name in way)] or [TIME]
    unit = given.unit or currency
    wanted = ["people", *(name for way in ways for name in way)]
    missing = [name for name in wanted if getattr(given, name) is None] + ([] if unit else ["unit"])
    if missing or unit is None:
        return PainCost(None, missing=tuple(missing))
    losses = [(getattr(given, way[0]), getattr(given, way[1]), 100 if way is LOST else 1) for way in ways]
    low, high = (
        _end(given, end) * sum(ends_of(one)[end] / part * ends_of(worth)[end] for one, worth, part in losses)
        for end in (0, 1)
    )
    each = " + ".join(f"{_shown(one)}{'%' if part == 100 else ''} × {_shown(worth)}" for one, worth, part in losses)
    each = f"({each})" if len(losses) > 1 else each
    working = f"{_shown(given.people)} × {_shown(given.times)} × {each} = {_ends(low, high)} {unit}"
    return PainCost(RunningCost(low=round(low, 2), high=round(high, 2), unit=unit, per=given.per), working)


def _end(given: CostFactors, end: int) -> float:
    return ends_of(given.people or 0)[end] * ends_of(given.times)[end]


def _shown(estimate: Range | float | None) -> str:
    return _ends(*ends_of(estimate or 0))


def _ends(low: float, high: float) -> str:
    return "–".join(dict.fromkeys(f"{end:,.10g}" for end in (low, high)))
