"""Action: what was decided is measured, what was tried is decided."""

from collections.abc import Iterator
from datetime import date

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.inference.experiments import ExperimentResult, result_of
from mkdocs_journeys.insight.metrics import trend_of
from mkdocs_journeys.lint import walk
from mkdocs_journeys.lint.walk import Violation
from mkdocs_journeys.model import Experiment
from mkdocs_journeys.wording import MINUS, counted

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


def decision_unsupported(atlas: Atlas, today: date) -> Iterator[Violation]:
    """An experiment was decided by figures that do not carry the decision.

    Why: what chance brought, chance takes away, and then a team has built for nothing.

    To mend: run it on until each arm has as many people as the target takes, or decide to `iterate`. Of experiments
    with `arms` it is asked that some arm is better than the control by more than chance before it is adopted, that
    each arm has as many people as the way from `baseline` to `target` takes, and that they have the planned shares.

    Bad:

        experiment:
          arms: [{name: As it was, n: 500, converted: 25}, {name: With VAT, n: 500, converted: 31}]
          decision: adopt

    Good:

        experiment:
          arms: [{name: As it was, n: 4000, converted: 200}, {name: With VAT, n: 4000, converted: 250}]
          decision: adopt
    """
    for at, _, _, _, experiment in walk.experiments(atlas):
        metric = atlas.metrics[experiment.metric] if experiment.metric else None
        result = result_of(experiment, metric)
        if result and experiment.decision in ("adopt", "drop"):
            for message, hint in _doubts(result, experiment):
                yield at.violation("decision", message, hint)


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


def _doubts(result: ExperimentResult, experiment: Experiment) -> Iterator[tuple[str, str]]:
    """What speaks against deciding by a result, each with what can be done."""
    decision = experiment.decision
    if result.is_split_off:
        shares = "The arms have other shares of the people than planned, by more than chance"
        yield f"{shares}: this result decides nothing.", "Find out how people were assigned, then run it again."
    if decision == "adopt" and not any(arm.is_better for arm in result.arms):
        best = max(result.arms, key=lambda arm: arm.is_clear)
        found = best.difference
        why = "goes the wrong way" if best.is_clear else "may be chance"
        ends = f"{found.value:+.1f} points, {found.low:+.1f} to {found.high:+.1f}".replace("-", MINUS)
        hint = "Run it on, or write `decision: iterate` or `drop`."
        yield f"This is adopted although the difference to the control {why} ({ends}).", hint
    elif result.is_small and result.needed and not (decision == "drop" and any(arm.is_clear for arm in result.arms)):
        people = counted(result.smallest, "person", "people")
        message = f"The smallest arm has {people}, and the target takes {result.needed:,} in each."
        yield message, "Run it on until each arm has as many, or write `decision: iterate`."
