"""What a metric did before and after an experiment."""

from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.selection import mean
from mkdocs_journeys.insight.trend import series_of
from mkdocs_journeys.model import Experiment, Metric

WINDOW = 3
"""How many observations on each side the comparison takes."""


@dataclass(frozen=True, slots=True)
class Effect:
    """The means of a metric of the whole base over the nearest three observations on each side of an experiment."""

    metric: Metric
    mean_before: float | None
    mean_after: float | None


def effect_of(atlas: Atlas, experiment: Experiment) -> Effect | None:
    """The effect of an experiment; None where it has no metric or did not start.

    The days from `started` to `ended` are its own; without an end nothing is after it.
    """
    if experiment.metric is None or experiment.started is None:
        return None
    metric, series = atlas.metrics[experiment.metric], series_of(atlas, experiment.metric)
    started, ended = experiment.started, experiment.ended or date.max
    before = [one.value for one in series if one.date < started]
    after = [one.value for one in series if one.date > ended]
    return Effect(metric, mean(before[-WINDOW:]), mean(after[:WINDOW]))
