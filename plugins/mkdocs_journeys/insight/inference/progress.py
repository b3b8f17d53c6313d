"""Whether metrics, and the journeys that name them, are getting better by more than chance."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.inference.figures import FigureChange, change_between
from mkdocs_journeys.insight.metrics import better_of, trend_of
from mkdocs_journeys.insight.selection import metrics_of_journey, present_journeys
from mkdocs_journeys.model import Journey, Metric, Observation

Verdict = Literal["better", "worse", "changed", "unclear", "unknown"]
"""What a change is: `changed` is more than chance where no direction is the better one, `unclear` may be chance, and
of an `unknown` one the data cannot say."""
JourneyVerdict = Literal["better", "worse", "mixed", "unclear", "unmeasured"]
"""What the metrics of a journey say together; `mixed` is better in one and worse in another."""


@dataclass(frozen=True, slots=True)
class FigureComparison:
    """The change of a figure from an earlier one, and what it is."""

    earlier: Observation
    change: FigureChange
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class MetricProgress:
    """A metric of the whole base: its latest figure against the one before, and against that of a year before."""

    metric: Metric
    latest: Observation | None
    before: FigureComparison | None
    year_ago: FigureComparison | None

    @property
    def last(self) -> FigureComparison | None:
        """The change that counts: from a year before, which leaves out the seasons, else from the figure before."""
        return self.year_ago or self.before


@dataclass(frozen=True, slots=True)
class JourneyProgress:
    """What the metrics of a journey that have a better direction say about it, those with figures."""

    journey: Journey
    verdict: JourneyVerdict
    metrics: tuple[MetricProgress, ...]


def compared(metric: Metric, earlier: Observation, later: Observation) -> FigureComparison:
    """A later figure of a metric against an earlier one."""
    change = change_between(metric, earlier, later)
    return FigureComparison(earlier, change, verdict_on(metric, change))


def verdict_on(metric: Metric, change: FigureChange) -> Verdict:
    """What a change of a metric is."""
    if change.is_clear is None:
        return "unknown"
    if not change.is_clear:
        return "unclear"
    direction = better_of(metric)
    if direction is None:
        return "changed"
    return "better" if (change.value > 0) == (direction == "higher") else "worse"


def progress_of(atlas: Atlas, metric_id: str, today: date) -> MetricProgress:
    """The progress of a metric over the whole base."""
    return atlas.cached(_progress, metric_id, today)


def _progress(atlas: Atlas, metric_id: str, today: date) -> MetricProgress:
    metric, trend = atlas.metrics[metric_id], trend_of(atlas, metric_id, today)
    latest, series = trend.latest, trend.observations
    before = compared(metric, series[-2], series[-1]) if len(series) > 1 else None
    year_ago = compared(metric, trend.year_ago, latest) if latest and trend.year_ago else None
    return MetricProgress(metric, latest, before, year_ago)


def journeys_progress(atlas: Atlas, today: date) -> Mapping[str, JourneyProgress]:
    """What the metrics say of each journey of today, by its id; none of a journey that names no metric."""
    return {
        journey.id: _of_journey(atlas, journey, today)
        for journey in present_journeys(atlas)
        if metrics_of_journey(journey)
    }


def _of_journey(atlas: Atlas, journey: Journey, today: date) -> JourneyProgress:
    ids = dict.fromkeys(metrics_of_journey(journey))
    directed = [id for id in ids if better_of(atlas.metrics[id])]
    found = [one for id in directed if (one := progress_of(atlas, id, today)).last]
    verdicts = {one.last.verdict for one in found if one.last}
    return JourneyProgress(journey, _together(verdicts), tuple(found))


def _together(verdicts: set[Verdict]) -> JourneyVerdict:
    if {"better", "worse"} <= verdicts:
        return "mixed"
    if not verdicts:
        return "unmeasured"
    return "better" if "better" in verdicts else "worse" if "worse" in verdicts else "unclear"
