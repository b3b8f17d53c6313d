"""What a metric did before, during and after an experiment."""

from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.selection import mean
from mkdocs_journeys.insight.trend import Series, is_improvement, series_of
from mkdocs_journeys.model import Experiment, Metric

WINDOW = 3
"""How many observations on each side the comparison takes."""


@dataclass(frozen=True, slots=True)
class Effect:
    """The observations of the whole base around an experiment, by date.

    `mean_before` and `mean_after` are over the nearest three on each side; `change` is after − before.
    """

    metric: Metric
    before: Series
    during: Series
    after: Series
    mean_before: float | None
    mean_after: float | None
    change: float | None
    better: bool | None


def effect_of(atlas: Atlas, experiment: Experiment) -> Effect | None:
    """The effect of an experiment; None where it has no metric or did not start.

    The days from `started` to `ended` are its own; without an end nothing is after it.
    """
    if experiment.metric is None or experiment.started is None:
        return None
    metric, series = atlas.metrics[experiment.metric], series_of(atlas, experiment.metric)
    started, ended = experiment.started, experiment.ended or date.max
    before = tuple(one for one in series if one.date < started)
    during = tuple(one for one in series if started <= one.date <= ended)
    after = tuple(one for one in series if one.date > ended)
    mean_before = mean(one.value for one in before[-WINDOW:])
    mean_after = mean(one.value for one in after[:WINDOW])
    change = None if mean_before is None or mean_after is None else mean_after - mean_before
    better = is_improvement(metric, change)
    return Effect(metric, before, during, after, mean_before, mean_after, change, better)
