"""The funnel of a journey: how many customers reach each stage."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.trend import Series, series_of
from mkdocs_journeys.model import Journey, Metric


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


def funnel_of(atlas: Atlas, journey: Journey) -> tuple[FunnelStage, ...]:
    """The stages of a journey that name a `volume`, with figures of the whole base.

    These are observations of the latest date that all counts share, else the latest of each.
    """
    volumes = [(number, atlas.metrics[stage.volume]) for number, stage in enumerate(journey.stages, 1) if stage.volume]
    series = [series_of(atlas, metric.id) for _, metric in volumes]
    shared = _common_date(series)
    values = [_value_on(observations, shared) for observations in series]
    return tuple(
        FunnelStage(number, metric, value, _percent(value, before), _percent(value, values[0]))
        for (number, metric), value, before in zip(volumes, values, [None, *values][:-1], strict=True)
    )


def _common_date(series: Sequence[Series]) -> date | None:
    """The latest date that every count with observations has; None where there is none."""
    latest = {one[-1].date for one in series if one}
    if len(latest) == 1:
        return latest.pop()
    dates = [{observation.date for observation in one} for one in series if one]
    return max(set.intersection(*dates), default=None) if dates else None


def _value_on(observations: Series, day: date | None) -> float | None:
    """The figure of a day, or the latest for no day."""
    return next((one.value for one in reversed(observations) if day is None or one.date == day), None)


def _percent(part: float | None, base: float | None) -> float | None:
    return None if part is None or not base else part / base * 100
