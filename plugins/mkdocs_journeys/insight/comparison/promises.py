"""What a future journey promises in figures, and what was measured since some of it was delivered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.comparison.tomorrow import JourneyComparison
from mkdocs_journeys.insight.inference.progress import FigureComparison
from mkdocs_journeys.insight.metrics import better_of, series_of
from mkdocs_journeys.insight.outcomes import Days, OpportunityOutcome, moved_since, outcome_of
from mkdocs_journeys.model import Metric, Observation, Opportunity


class PromisedFigure(NamedTuple):
    """A metric with the figure that it should come to, None where nobody says, and by when.

    `before` is its last figure up to the delivery, or the latest one where nothing is delivered; `since` the latest
    one after it. `reached` is None where the target is not known or nothing was measured since.
    """

    metric: Metric
    target: float | None
    by: date | None
    before: Observation | None
    since: Observation | None
    change: FigureComparison | None
    reached: bool | None


@dataclass(frozen=True, slots=True)
class Promises:
    """The opportunities that a future journey stands for, with what was done about each, and its metrics.

    Figures are compared around `since`: the first day on which something of it was delivered, or on which the
    experiment of something delivered ended, which `is_of_experiment` says.
    """

    opportunities: tuple[tuple[Opportunity, OpportunityOutcome | None], ...]
    since: date | None
    is_of_experiment: bool
    figures: tuple[PromisedFigure, ...]


def promises_of(atlas: Atlas, comparison: JourneyComparison, days: Days) -> Promises:
    """What the other side of a comparison, a future journey, promises."""
    opportunities = tuple((one, outcome_of(atlas, one, days)) for one in _opportunities(atlas, comparison))
    delivered = [outcome for _, outcome in opportunities if outcome and outcome.is_delivered and outcome.since]
    first = min(delivered, key=lambda one: one.since or date.max, default=None)
    since = first.since if first else None
    figures = []
    for id in _metrics(comparison, [one for one, _ in opportunities]):
        own = [one.since for one in delivered if id in one.opportunity.metrics and one.since]
        figures.append(_figure(atlas, atlas.metrics[id], opportunities, min(own, default=since)))
    return Promises(opportunities, since, bool(first and first.is_of_experiment), tuple(figures))


def _opportunities(atlas: Atlas, comparison: JourneyComparison) -> Iterator[Opportunity]:
    """Those that the future journey names, or that name it, or that answer a pain that would go with it."""
    tomorrow = comparison.other.journey
    named = {id for step in tomorrow.steps for id in step.opportunities}
    gone = {item.pain.id for item in comparison.gone}
    for one in atlas.opportunities.values():
        if one.id in named or tomorrow.id in one.journeys or not gone.isdisjoint(one.pains):
            yield one


def _metrics(comparison: JourneyComparison, opportunities: Sequence[Opportunity]) -> dict[str, None]:
    tomorrow = comparison.other.journey
    found = [*tomorrow.metrics]
    for stage in tomorrow.stages:
        found += stage.metrics
        found += [id for step in stage.steps for id in step.metrics]
    return dict.fromkeys([*found, *(id for one in opportunities for id in one.metrics)])


def _figure(
    atlas: Atlas,
    metric: Metric,
    opportunities: Sequence[tuple[Opportunity, OpportunityOutcome | None]],
    since: date | None,
) -> PromisedFigure:
    target = metric.target
    if target is None:
        target = next((found for one, _ in opportunities if (found := _target_of(one, metric)) is not None), None)
    moved, series = moved_since(atlas, metric, since), series_of(atlas, metric.id)
    before = moved.comparison.earlier if moved.comparison else series[-1] if series else None
    return PromisedFigure(
        metric, target, metric.by, before, moved.after, moved.comparison, _reached(metric, target, moved.after)
    )


def _target_of(one: Opportunity, metric: Metric) -> float | None:
    """What an experiment of an opportunity should bring a metric to."""
    trials = (solution.experiment for solution in one.solutions if solution.experiment)
    return next((trial.target for trial in trials if trial.metric == metric.id), None)


def _reached(metric: Metric, target: float | None, since: Observation | None) -> bool | None:
    better = better_of(metric)
    if target is None or since is None or better is None:
        return None
    return since.value >= target if better == "higher" else since.value <= target
