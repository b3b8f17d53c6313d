"""Action: what was decided is measured, what was tried is decided."""

from collections.abc import Iterator
from datetime import date

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.metrics import trend_of
from mkdocs_journeys.lint import walk
from mkdocs_journeys.lint.walk import Violation

CHOSEN = frozenset({"prioritised", "in-progress", "delivered"})


def opportunity_without_metric(atlas: Atlas, today: date) -> Iterator[Violation]:
    """An opportunity is prioritised, in progress or delivered, and names no metric.

    Why: nobody will be able to say whether it was worth it.

    To mend: name the metric that should move under `metrics`.

    Bad:

        title: How might we show one price?
        status: prioritised

    Good:

        title: How might we show one price?
        status: prioritised
        metrics: [trial-conversion]
    """
    for at, item in walk.opportunities(atlas):
        if item.status in CHOSEN and not item.metrics:
            hint = "Name the metric that should move: `metrics: [METRIC]`."
            yield at.violation("status", f"This opportunity is {item.status}, but names no metric.", hint)


def experiment_without_decision(atlas: Atlas, today: date) -> Iterator[Violation]:
    """An experiment ended, and nobody decided anything.

    Why: customers gave their time for it. An experiment without a decision will be run again.

    To mend: write `decision: adopt`, `iterate` or `drop`.

    Bad:

        experiment: {kind: pilot, started: 2026-05-25, ended: 2026-06-30}

    Good:

        experiment: {kind: pilot, started: 2026-05-25, ended: 2026-06-30, decision: adopt}
    """
    for at, _, _, _, experiment in walk.experiments(atlas):
        if experiment.ended is not None and experiment.ended < today and experiment.decision is None:
            message = f"This experiment ended on {experiment.ended} without a decision."
            yield at.violation("ended", message, "Write `decision: adopt`, `iterate` or `drop`.")


def delivery_unmeasured(atlas: Atlas, today: date) -> Iterator[Violation]:
    """A solution was delivered, and its metric has no figure after its experiment ended.

    Why: what worked in a pilot may not work for everybody. Without a later figure nobody knows.

    To mend: add the newest figures to `metrics/ID.csv`.

    Bad:

        - id: price-counter
          name: A counter that shows the whole price
          status: delivered
          experiment: {metric: trial-conversion, ended: 2026-04-12}    # the last figure is of March

    Good:

        date,value
        2026-05-31,6.1
    """
    for at, home, opportunity, solution, experiment in walk.experiments(atlas):
        metrics = [experiment.metric] if experiment.metric else opportunity.metrics
        if solution.status != "delivered" or experiment.ended is None or not metrics:
            continue
        last = max((one.date for id in metrics for one in atlas.observations.get(id, ())), default=None)
        if last is None or last <= experiment.ended:
            message = f"No figure of {' or '.join(metrics)} is later than {experiment.ended}, when this ended."
            hint = f"Add the newest figures to metrics/{metrics[0]}.csv."
            yield at.violation("metric", message, hint) if experiment.metric else home.missing(message, hint)


def target_missed(atlas: Atlas, today: date) -> Iterator[Violation]:
    """The day of a metric's target has passed, and the target was not reached.

    Why: a target that passed in silence makes the next one weaker.

    To mend: say what was learnt and set a new day under `by`, or remove the target.

    Bad:

        - {id: first-response, name: First answer, kind: duration, better: lower, target: 4, by: 2025-06-30}

    Good:

        - {id: first-response, name: First answer, kind: duration, better: lower, target: 4, by: 2027-06-30}
    """
    for at, metric in walk.catalog_items(atlas, "metrics"):
        trend = trend_of(atlas, metric.id, today)
        if trend.overdue and trend.latest:
            message = f"'{metric.id}' should be {metric.target:g} by {metric.by}; it is {trend.latest.value:g}."
            yield at.violation("by", message, "Say what was learnt and set a new day, or remove the target.")
