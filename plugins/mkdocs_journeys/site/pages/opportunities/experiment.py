"""An experiment as people read it: what was tried, and how far the figure came on its way to the target."""

from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.insight.axis import nice_axis
from mkdocs_journeys.insight.trend import better_of, effect_of
from mkdocs_journeys.model import Experiment, Metric
from mkdocs_journeys.site.figures import number, with_unit
from mkdocs_journeys.site.named import Named
from mkdocs_journeys.site.world import Desk

KINDS = {"ab-test": "A/B test", "survey": "Survey", "usability": "Usability test", "pilot": "Pilot"}
DECISIONS = {"adopt": "Adopt", "iterate": "Iterate", "drop": "Drop"}
LEFT, WIDTH = 10, 280


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure on the bullet chart: where it stands, and what it is called."""

    kind: str
    label: str
    value: str
    x: float


@dataclass(frozen=True, slots=True)
class Bullet:
    """Baseline, target and result on one line, 300 units wide; `bar` is the (x, width) from first to last.

    `verdict` says in words what the drawing shows; `outcome` is good, short, worse or open.
    """

    marks: tuple[Mark, ...]
    bar: tuple[float, float] | None
    outcome: str
    verdict: str


@dataclass(frozen=True, slots=True)
class ExperimentView:
    """An experiment; what the author left out is empty."""

    hypothesis: str
    kind: str
    metric: Named | None
    dates: str
    decision: str
    decision_words: str
    bullet: Bullet | None
    effect: str


def experiment_view(desk: Desk, experiment: Experiment) -> ExperimentView:
    """An experiment of the page at `desk`."""
    metric = desk.atlas.metrics[experiment.metric] if experiment.metric else None
    return ExperimentView(
        hypothesis=experiment.hypothesis or "",
        kind=KINDS[experiment.kind] if experiment.kind else "",
        metric=Named(metric.name, desk.to_thing("metric", metric.id)) if metric else None,
        dates=_dates(experiment.started, experiment.ended, desk.world.settings.today),
        decision=experiment.decision or "",
        decision_words=DECISIONS[experiment.decision] if experiment.decision else "",
        bullet=bullet_of(experiment, metric),
        effect=_effect(desk, experiment),
    )


def bullet_of(experiment: Experiment, metric: Metric | None) -> Bullet | None:
    """The bullet chart of the figures that are given; None where there is none."""
    given = (
        ("baseline", "Baseline", experiment.baseline),
        ("target", "Target", experiment.target),
        ("result", "Result", experiment.result),
    )
    known = [(kind, label, value) for kind, label, value in given if value is not None]
    if not known:
        return None
    axis = nice_axis([value for _, _, value in known])
    marks = tuple(
        Mark(
            kind,
            label,
            with_unit(metric, value) if metric else number(value),
            round(LEFT + axis.share(value) * WIDTH, 1),
        )
        for kind, label, value in known
    )
    places = {mark.kind: mark.x for mark in marks}
    start, end = places.get("baseline", LEFT), places.get("result")
    outcome, verdict = _outcome(experiment, metric)
    bar = (min(start, end), round(abs(end - start), 1)) if end is not None else None
    return Bullet(marks, bar, outcome, verdict)


def _outcome(experiment: Experiment, metric: Metric | None) -> tuple[str, str]:
    baseline, target, result = experiment.baseline, experiment.target, experiment.result
    if result is None:
        return "open", "no result yet"
    upwards = _upwards(baseline, target, metric)
    if upwards is None:
        return "open", "nothing to compare the result with"
    ahead = 1 if upwards else -1
    if target is not None and (result - target) * ahead >= 0:
        return "good", "target reached"
    if baseline is not None and (result - baseline) * ahead <= 0:
        return "worse", "no better than before"
    return "short", "short of the target" if target is not None else "better than before"


def _upwards(baseline: float | None, target: float | None, metric: Metric | None) -> bool | None:
    """Whether more is better: as the target has it, else as the metric does."""
    if baseline is not None and target is not None and baseline != target:
        return target > baseline
    better = better_of(metric) if metric else None
    return better == "higher" if better else True if target is not None else None


def _dates(started: date | None, ended: date | None, today: date) -> str:
    if started and ended:
        return f"{started.isoformat()} to {ended.isoformat()}"
    if started:
        return f"{'since' if started <= today else 'starts'} {started.isoformat()}"
    return f"until {ended.isoformat()}" if ended else ""


def _effect(desk: Desk, experiment: Experiment) -> str:
    effect = effect_of(desk.atlas, experiment)
    if effect is None or effect.mean_before is None or effect.mean_after is None:
        return ""
    before = with_unit(effect.metric, effect.mean_before)
    after = with_unit(effect.metric, effect.mean_after)
    return f"{effect.metric.name}: {before} before, {after} after (means of the nearest figures)"
