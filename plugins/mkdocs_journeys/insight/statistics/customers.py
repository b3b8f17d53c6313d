"""How customers stay: churn, net revenue retention, lifetime value, and survival for "how long until"."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from math import exp, log, sqrt

from mkdocs_journeys.insight.statistics.intervals import CONFIDENCE, Interval, normal_quantile

FEWEST_LOSSES = 5
"""With fewer customers lost, churn is too uncertain to divide by."""


def customer_churn(lost: float, at_start: float) -> float | None:
    """The share, 0 to 1, of a period's first customers that it lost, new ones left out; None where there were none."""
    return lost / at_start if at_start > 0 else None


def net_revenue_retention(start: float, expansion: float, contraction: float, churned: float) -> float | None:
    """What customers of the start bring at the end, as a share that may exceed 1; None where they brought nothing."""
    return (start + expansion - contraction - churned) / start if start > 0 else None


def lifetime_value(revenue: float, margin: float, lost: float, at_start: float) -> float | None:
    """Customer lifetime value: revenue per account and period × gross margin (0 to 1) ÷ churn of that period.

    It takes churn to be constant. None with fewer than 5 losses, since without churn it would be infinite.
    """
    return revenue * margin * at_start / lost if lost >= FEWEST_LOSSES else None


def payback(acquisition_cost: float, revenue: float, margin: float) -> float | None:
    """How many periods pay back what it cost to win a customer; None where a period earns nothing."""
    return acquisition_cost / (revenue * margin) if revenue * margin > 0 else None


@dataclass(frozen=True, slots=True)
class SurvivalPoint:
    """The share that is still there after `time`: just after the events of that time, of `at_risk` just before."""

    time: float
    at_risk: int
    events: int
    survival: float
    interval: Interval


def kaplan_meier(times: Iterable[tuple[float, bool]], confidence: float = CONFIDENCE) -> list[SurvivalPoint]:
    """Survival at each time at which somebody had the event, from (time, whether it was the event or the last look).

    The interval has Greenwood's variance on the scale of log(−log), so it stays within 0 and 1. Where nobody is left,
    its upper end is that of the time before, as survival never rises.
    """
    ordered = sorted(times)
    left, survival, total = len(ordered), 1.0, 0.0
    points: list[SurvivalPoint] = []
    z = normal_quantile(confidence)
    for time, group in groupby(ordered, key=lambda one: one[0]):
        ends = [happened for _, happened in group]
        events = sum(ends)
        if events:
            survival *= 1 - events / left
            if left > events:
                total += events / (left * (left - events))
            points.append(SurvivalPoint(time, left, events, survival, _survival_interval(survival, total, z, points)))
        left -= len(ends)
    return points


def median_survival(points: Iterable[SurvivalPoint]) -> float | None:
    """The first time by which at least half have had the event; None where it has not come yet."""
    return next((point.time for point in points if point.survival <= 0.5 + 1e-12), None)


def _survival_interval(survival: float, greenwood: float, z: float, before: list[SurvivalPoint]) -> Interval:
    if survival <= 0:
        return Interval(0.0, before[-1].interval.high if before else 1.0)
    spread = exp(z * sqrt(greenwood) / abs(log(survival)))
    return Interval(survival**spread, survival ** (1 / spread))
