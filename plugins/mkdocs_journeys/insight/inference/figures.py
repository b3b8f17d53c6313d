"""How sure a figure of a metric is, and whether it differs from another by more than chance."""

from dataclasses import dataclass

from mkdocs_journeys.insight.statistics.intervals import EstimatedDifference, Interval
from mkdocs_journeys.insight.statistics.proportions import newcombe_difference, wilson_interval
from mkdocs_journeys.insight.statistics.samples import difference_of_intervals
from mkdocs_journeys.insight.statistics.scores import nps_difference, nps_interval
from mkdocs_journeys.model import Metric, Observation

RATES = ("conversion", "churn", "retention")
"""Kinds of metrics whose figures are percent."""
MAY_BE_RATES = ("csat", "ces", "other")
"""Kinds of metrics whose figures are shares of those asked where their unit is %."""


@dataclass(frozen=True, slots=True)
class FigureChange:
    """How much more a later figure is than an earlier one, in the metric's unit.

    `interval` is that of the difference, and `is_clear` whether it leaves out zero: only then do the two figures
    differ by more than chance. Both are None where the data cannot say.
    """

    value: float
    interval: Interval | None
    is_clear: bool | None


def interval_of(metric: Metric, observation: Observation) -> Interval | None:
    """The 95 % interval of a figure in the metric's unit; None where its data gives none.

    It is that of the file where one is given, else Wilson's for a rate and that of a net promoter score. A value with
    its sample size but no counts has the widest that any answers could give: means of what lies between two ends vary
    no more than shares do.
    """
    if observation.low is not None and observation.high is not None:
        return Interval(observation.low, observation.high)
    if len(observation.counts) == 3:
        return nps_interval(*observation.counts)
    if share := share_of(metric, observation):
        return wilson_interval(*share).scaled(100)
    if metric.kind == "nps" and observation.n and abs(observation.value) <= 100:
        half = wilson_interval((observation.value + 100) / 200 * observation.n, observation.n)
        return Interval(half.low * 200 - 100, half.high * 200 - 100)
    return None


def change_between(metric: Metric, earlier: Observation, later: Observation) -> FigureChange:
    """The change from an earlier figure to a later one."""
    found = _difference(metric, earlier, later)
    if found is None:
        return FigureChange(later.value - earlier.value, None, None)
    return FigureChange(later.value - earlier.value, found.interval, found.is_clear)


def share_of(metric: Metric, observation: Observation) -> tuple[float, float] | None:
    """The people whom a rate counts, and all of them; None where a figure is no share of people.

    Retention above 100 %, or of fractions, is one of money.
    """
    if len(observation.counts) == 2:
        part, base = observation.counts
        is_of_people = part <= base and part.is_integer() and base.is_integer()
        return (part, base) if is_of_people else None
    is_rate = metric.kind in RATES or (metric.kind in MAY_BE_RATES and metric.unit == "%")
    if is_rate and not observation.counts and observation.n and 0 <= observation.value <= 100:
        return observation.value / 100 * observation.n, observation.n
    return None


def _difference(metric: Metric, earlier: Observation, later: Observation) -> EstimatedDifference | None:
    if len(earlier.counts) == len(later.counts) == 3:
        (a, b, c), (d, e, f) = earlier.counts, later.counts
        return nps_difference((a, b, c), (d, e, f))
    before, after = share_of(metric, earlier), share_of(metric, later)
    if before and after and earlier.low is None and later.low is None:
        return newcombe_difference(*before, *after).scaled(100)
    mine, theirs = interval_of(metric, earlier), interval_of(metric, later)
    return difference_of_intervals(earlier.value, mine, later.value, theirs) if mine and theirs else None
