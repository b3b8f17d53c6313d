"""How many customers reach each stage of a journey, and where they drop off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.trend import series_of
from mkdocs_journeys.model import Journey, JourneyStage, Metric, Observation

Series = tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class FunnelStage:
    """How many reached a stage.

    `conversion` is the percent of those at the funnel's stage before (None for the first, and where either
    number is unknown or nobody came so far), `drop` the percent and `dropped` the number who did not go on;
    both are negative where a stage has more than the one before. `of_first` is the percent of the first.
    """

    stage: JourneyStage
    stage_number: int
    metric: Metric
    value: float | None
    date: date | None
    conversion: float | None
    drop: float | None
    dropped: float | None
    of_first: float | None


@dataclass(frozen=True, slots=True)
class Funnel:
    """The stages of a journey that are counted; `basis` says in words which observations were taken.

    `as_of` is the date that all of them share, None where they differ. `overall` is the percent of the
    first stage that reaches the last.
    """

    stages: tuple[FunnelStage, ...]
    as_of: date | None
    basis: str
    overall: float | None

    @property
    def worst(self) -> FunnelStage | None:
        """The stage into which the smallest share goes on; None where nobody is lost."""
        losing = [stage for stage in self.stages if stage.drop is not None and stage.drop > 0]
        return max(losing, key=lambda stage: stage.drop or 0, default=None)


def funnel_of(atlas: Atlas, journey: Journey) -> Funnel | None:
    """The funnel of the whole base; None where no stage of the journey names a `volume`.

    The observations are those of the latest date that all counts have, else the latest of each.
    """
    counted = [(number, stage) for number, stage in enumerate(journey.stages, 1) if stage.volume]
    if not counted:
        return None
    metrics = [atlas.metrics[stage.volume] for _, stage in counted if stage.volume]
    series = [series_of(atlas, metric.id) for metric in metrics]
    as_of = _common_date(series)
    taken = [_taken(observations, as_of) for observations in series]
    values = [observation.value if observation else None for observation in taken]
    stages = tuple(
        _stage(stage, number, metric, observation, before, values[0])
        for (number, stage), metric, observation, before in zip(
            counted, metrics, taken, [None, *values[:-1]], strict=True
        )
    )
    overall = stages[-1].of_first if len(stages) > 1 else None
    return Funnel(stages, as_of, _basis(as_of, values), overall)


def _stage(
    stage: JourneyStage,
    number: int,
    metric: Metric,
    observation: Observation | None,
    before: float | None,
    first: float | None,
) -> FunnelStage:
    value = observation.value if observation else None
    conversion = _percent(value, before)
    return FunnelStage(
        stage=stage,
        stage_number=number,
        metric=metric,
        value=value,
        date=observation.date if observation else None,
        conversion=conversion,
        drop=None if conversion is None else 100 - conversion,
        dropped=None if before is None or value is None else before - value,
        of_first=_percent(value, first),
    )


def _common_date(series: Sequence[Series]) -> date | None:
    """The latest date that every count with observations has; None where there is none."""
    dates = [{observation.date for observation in one} for one in series if one]
    return max(set.intersection(*dates), default=None) if dates else None


def _taken(observations: Series, as_of: date | None) -> Observation | None:
    fitting = [one for one in observations if as_of is None or one.date == as_of]
    return fitting[-1] if fitting else None


def _basis(as_of: date | None, values: Sequence[float | None]) -> str:
    if as_of:
        return f"figures of {as_of.isoformat()}, whole base"
    return "latest figure of each stage, whole base" if any(v is not None for v in values) else "no figures yet"


def _percent(part: float | None, base: float | None) -> float | None:
    return None if part is None or not base else part / base * 100
