"""What an experiment with arms showed: the difference to the control, and what makes it less sure."""

from dataclasses import dataclass

from mkdocs_journeys.insight.inference.figures import MAY_BE_RATES, RATES
from mkdocs_journeys.insight.metrics import better_of
from mkdocs_journeys.insight.statistics.comparisons import SAMPLE_RATIO_P, holm, sample_ratio_p
from mkdocs_journeys.insight.statistics.intervals import EstimatedDifference, Interval
from mkdocs_journeys.insight.statistics.proportions import (
    minimal_detectable_difference,
    newcombe_difference,
    sample_size,
    two_proportion_p,
    wilson_interval,
)
from mkdocs_journeys.model import Arm, Experiment, Metric

SIGNIFICANCE = 0.05


@dataclass(frozen=True, slots=True)
class ArmResult:
    """An arm beside the control, its rate and all differences in percent and points.

    `p` is adjusted by Holm where several arms are compared. `is_clear` is whether the difference is more than chance:
    its interval leaves out zero, and p is below 0.05. `is_better` is whether it then goes the right way.
    """

    arm: Arm
    rate: float
    interval: Interval
    difference: EstimatedDifference
    p: float
    is_clear: bool
    is_better: bool


@dataclass(frozen=True, slots=True)
class ExperimentResult:
    """The control with its rate in percent, and each other arm beside it.

    `smallest` is the number of people in the smallest arm, `detectable` the rise in points that so many an arm show
    with 80 % power (None where they show none), `needed` the people an arm that the way from baseline to target takes
    (None where these are no two different rates). `split_p` below 0.001 tells of a fault in how people were assigned.
    """

    control: Arm
    rate: float
    interval: Interval
    arms: tuple[ArmResult, ...]
    smallest: int
    detectable: float | None
    needed: int | None
    split_p: float
    is_peeked: bool

    @property
    def is_split_off(self) -> bool:
        """Whether the arms have other shares of the people than planned, by more than chance."""
        return self.split_p < SAMPLE_RATIO_P

    @property
    def is_small(self) -> bool:
        """Whether an arm has fewer people than the target takes."""
        return self.needed is not None and self.smallest < self.needed


def result_of(experiment: Experiment, metric: Metric | None) -> ExperimentResult | None:
    """The result of an experiment on a metric, if it has one; None with fewer than two arms."""
    if len(experiment.arms) < 2:
        return None
    control, *others = experiment.arms
    adjusted = holm([two_proportion_p(control.converted, control.n, arm.converted, arm.n) for arm in others])
    smallest = min(arm.n for arm in experiment.arms)
    detectable = minimal_detectable_difference(control.converted / control.n, smallest)
    return ExperimentResult(
        control=control,
        rate=100 * control.converted / control.n,
        interval=wilson_interval(control.converted, control.n).scaled(100),
        arms=tuple(
            _arm(control, arm, p, wants_less=_wants_less(experiment, metric))
            for arm, p in zip(others, adjusted, strict=True)
        ),
        smallest=smallest,
        detectable=None if detectable is None else detectable * 100,
        needed=_needed(experiment, metric),
        split_p=sample_ratio_p([arm.n for arm in experiment.arms], [arm.planned or 1 for arm in experiment.arms]),
        is_peeked=(experiment.checked or 1) > 1 or (experiment.decision is not None and experiment.ended is None),
    )


def _arm(control: Arm, arm: Arm, p: float, *, wants_less: bool) -> ArmResult:
    found = newcombe_difference(control.converted, control.n, arm.converted, arm.n).scaled(100)
    is_clear = found.is_clear and p < SIGNIFICANCE
    return ArmResult(
        arm=arm,
        rate=100 * arm.converted / arm.n,
        interval=wilson_interval(arm.converted, arm.n).scaled(100),
        difference=found,
        p=p,
        is_clear=is_clear,
        is_better=is_clear and (found.value < 0) == wants_less,
    )


def _wants_less(experiment: Experiment, metric: Metric | None) -> bool:
    """Whether lower is better: as the metric says, else as baseline and target do."""
    better = better_of(metric) if metric else None
    if better or experiment.baseline is None or experiment.target is None:
        return better == "lower"
    return experiment.target < experiment.baseline


def _needed(experiment: Experiment, metric: Metric | None) -> int | None:
    is_rate = metric is None or metric.kind in RATES or (metric.kind in MAY_BE_RATES and metric.unit == "%")
    before, after = experiment.baseline, experiment.target
    if not is_rate or before is None or after is None or before == after:
        return None
    return sample_size(before / 100, after / 100) if 0 < before < 100 and 0 < after < 100 else None
