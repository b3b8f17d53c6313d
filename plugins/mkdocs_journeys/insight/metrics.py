"""Metrics over time: series, change within a year, gap to the target, effect of experiments, funnels."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Literal

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.selection import mean
from mkdocs_journeys.model import Experiment, Journey, Metric, Observation

Series = tuple[Observation, ...]
YEAR_TOLERANCE_DAYS = 31
EFFECT_WINDOW = 3
"""How many observations on each side of an experiment are compared."""
BETTER: dict[str, Literal["higher", "lower"]] = {
    "nps": "higher",
    "csat": "higher",
    "clv": "higher",
    "conversion": "higher",
    "retention": "higher",
    "churn": "lower",
}


@dataclass(frozen=True, slots=True)
class Trend:
    """A metric of the whole base at its latest observation.

    `change` is that since about a year before, in the metric's unit; `gap` is the distance of the latest figure
    to the target, never negative. `improving` and `reached` are None where the data cannot say.
    """

    observations: Series
    latest: Observation | None
    year_ago: Observation | None
    change: float | None
    improving: bool | None
    gap: float | None
    reached: bool | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class Effect:
    """The means of a metric of the whole base over the nearest observations before and after an experiment."""

    metric: Metric
    mean_before: float | None
    mean_after: float | None


@dataclass(frozen=True, slots=True)
class FunnelStage:
    """One stage of a funnel and the number of customers who reached it.

    `conversion` is the percent of the funnel's stage before (None for the first stage, and where either number is
    unknown or the one before is 0), `of_first` the percent of the first stage.
    """

    stage_number: int
    metric: Metric
    value: float | None
    conversion: float | None
    of_first: float | None


def series_of(atlas: Atlas, metric_id: str, segment: str | None = None) -> Series:
    """The observations of a metric by date: of the whole base, or of one segment."""
    return atlas.cached(_series, metric_id, segment)


def _series(atlas: Atlas, metric_id: str, segment: str | None) -> Series:
    found = [one for one in atlas.observations.get(metric_id, ()) if one.segment == segment]
    return tuple(sorted(found, key=attrgetter("date")))


def series_by_segment(atlas: Atlas, metric_id: str) -> dict[str, Series]:
    """The observations of each segment that has any, in the catalog's order, by date."""
    series = {id: series_of(atlas, metric_id, id) for id in atlas.segments}
    return {id: found for id, found in series.items() if found}


def better_of(metric: Metric) -> Literal["higher", "lower"] | None:
    """The better direction: as the catalog says, else by the kind of metric; None where neither says."""
    return metric.better or BETTER.get(metric.kind)


def trend_of(atlas: Atlas, metric_id: str, today: date) -> Trend:
    """The trend of a metric over the whole base."""
    metric, series = atlas.metrics[metric_id], series_of(atlas, metric_id)
    latest = series[-1] if series else None
    year_ago = year_before(series, latest) if latest else None
    change = latest.value - year_ago.value if latest and year_ago else None
    gap = _gap(metric, latest)
    reached = None if gap is None else gap == 0
    return Trend(
        series,
        latest,
        year_ago,
        change,
        is_improvement(metric, change),
        gap,
        reached,
        metric.by is not None and metric.by < today and reached is False,
    )


def is_improvement(metric: Metric, change: float | None) -> bool | None:
    """True if a change is for the better; None without a change or a better direction."""
    better = better_of(metric)
    if not change or better is None:
        return None
    return (change > 0) == (better == "higher")


def effect_of(atlas: Atlas, experiment: Experiment) -> Effect | None:
    """The effect of an experiment; None without a metric or a start.

    Observations from `started` to `ended` belong to neither side; without an end there are none after it.
    """
    if experiment.metric is None or experiment.started is None:
        return None
    metric, series = atlas.metrics[experiment.metric], series_of(atlas, experiment.metric)
    started, ended = experiment.started, experiment.ended or date.max
    before = [one.value for one in series if one.date < started]
    after = [one.value for one in series if one.date > ended]
    return Effect(metric, mean(before[-EFFECT_WINDOW:]), mean(after[:EFFECT_WINDOW]))


def funnel_of(atlas: Atlas, journey: Journey) -> tuple[FunnelStage, ...]:
    """The stages of a journey that name a `volume`, with figures of the whole base.

    These are observations of the latest date that all counts share, else the latest of each.
    """
    volumes = [(number, atlas.metrics[stage.volume]) for number, stage in enumerate(journey.stages, 1) if stage.volume]
    series = [series_of(atlas, metric.id) for _, metric in volumes]
    shared = _common_date(series)
    values = [
        next((one.value for one in reversed(observations) if shared is None or one.date == shared), None)
        for observations in series
    ]
    return tuple(
        FunnelStage(number, metric, value, _percent(value, before), _percent(value, values[0]))
        for (number, metric), value, before in zip(volumes, values, [None, *values][:-1], strict=True)
    )


def _gap(metric: Metric, latest: Observation | None) -> float | None:
    better = better_of(metric)
    if latest is None or metric.target is None or better is None:
        return None
    short = metric.target - latest.value
    return max(0.0, short if better == "higher" else -short)


def year_before(series: Series, latest: Observation) -> Observation | None:
    """The observation nearest to the same day a year before, within the tolerance."""
    day = latest.date
    if day.year == date.min.year:
        return None
    try:
        wanted = day.replace(year=day.year - 1)
    except ValueError:
        wanted = day.replace(year=day.year - 1, day=28)
    near = [one for one in series if abs((one.date - wanted).days) <= YEAR_TOLERANCE_DAYS]
    return min(near, key=lambda one: abs((one.date - wanted).days), default=None)


def _common_date(series: Sequence[Series]) -> date | None:
    """The latest date that every count with observations has; None where there is none."""
    latest = {one[-1].date for one in series if one}
    if len(latest) == 1:
        return latest.pop()
    dates = [{observation.date for observation in one} for one in series if one]
    return max(set.intersection(*dates), default=None) if dates else None


def _percent(part: float | None, base: float | None) -> float | None:
    return None if part is None or not base else part / base * 100
