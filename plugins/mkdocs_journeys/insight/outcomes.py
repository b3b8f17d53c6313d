"""What was done about opportunities, and how their metrics stood before and after."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.inference.progress import FigureComparison, compared
from mkdocs_journeys.insight.metrics import series_of
from mkdocs_journeys.model import Experiment, Metric, Observation, Opportunity, Solution

Days = Mapping[tuple[str, str], date]
"""The day on which an opportunity, or a solution of it, was delivered, by both ids; "" for the opportunity itself."""


@dataclass(frozen=True, slots=True)
class MovedMetric:
    """A metric of the whole base: its last figure up to a day, and its latest one after it, if both are there."""

    metric: Metric
    after: Observation | None = None
    comparison: FigureComparison | None = None


@dataclass(frozen=True, slots=True)
class OpportunityOutcome:
    """An opportunity of which something was delivered or tried to an end.

    `solutions` are the delivered ones with their days, None where unknown. Figures are compared around `since`:
    the first such day, else the end of the first experiment of a delivered solution, which `is_of_experiment` says.
    """

    opportunity: Opportunity
    is_delivered: bool
    solutions: tuple[tuple[Solution, date | None], ...]
    tried: tuple[tuple[Solution, Experiment], ...]
    since: date | None
    is_of_experiment: bool
    moved: tuple[MovedMetric, ...]


def outcomes(atlas: Atlas, days: Days) -> Sequence[OpportunityOutcome]:
    """What was done, the latest first; then what has no day, then what was only tried."""
    found = [outcome for one in atlas.opportunities.values() if (outcome := outcome_of(atlas, one, days))]
    return sorted(
        found, key=lambda one: (not one.is_delivered, one.since is None, -(one.since or date.min).toordinal())
    )


def outcome_of(atlas: Atlas, one: Opportunity, days: Days) -> OpportunityOutcome | None:
    """What was done about an opportunity; None where nothing was delivered or decided yet."""
    solutions = tuple((item, days.get((one.id, item.id))) for item in one.solutions if item.status == "delivered")
    tried = tuple((item, item.experiment) for item in one.solutions if item.experiment and item.experiment.decision)
    is_delivered = one.status == "delivered" or bool(solutions)
    if not is_delivered and not tried:
        return None
    known = [day for _, day in solutions if day] or [day for day in [days.get((one.id, ""))] if day]
    ends = [item.experiment.ended for item, _ in solutions if item.experiment and item.experiment.ended]
    since = min(known or ends, default=None)
    metrics = dict.fromkeys([*one.metrics, *(trial.metric for _, trial in tried if trial.metric)])
    moved = tuple(moved_since(atlas, atlas.metrics[id], since) for id in metrics) if is_delivered else ()
    return OpportunityOutcome(one, is_delivered, solutions, tried, since, not known and bool(ends), moved)


def moved_since(atlas: Atlas, metric: Metric, since: date | None) -> MovedMetric:
    """A metric around a day; without figures where there are none from before it and after it."""
    series = series_of(atlas, metric.id)
    before = [one for one in series if since and one.date <= since]
    after = [one for one in series if since and one.date > since]
    if not before or not after:
        return MovedMetric(metric)
    return MovedMetric(metric, after[-1], compared(metric, before[-1], after[-1]))


def resolved_elsewhere(atlas: Atlas, shown: Sequence[OpportunityOutcome]) -> Iterator[str]:
    """The ids of resolved pains that none of these outcomes answers, the latest first, those without a day last."""
    named = {pain for one in shown for pain in one.opportunity.pains}
    found = [one.pain for one in atlas.pains.values() if one.pain.status == "resolved" and one.pain.id not in named]
    return (pain.id for pain in sorted(found, key=lambda pain: pain.resolved or date.min, reverse=True))
