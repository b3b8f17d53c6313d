"""The baseline, target and result of an experiment on one line."""

from typing import NamedTuple

from mkdocs_journeys.insight.metrics import better_of
from mkdocs_journeys.model import Experiment, Metric
from mkdocs_journeys.site.charts.geometry import PlotArea, nice_axis
from mkdocs_journeys.site.rendering.numbers import number, with_unit
from mkdocs_journeys.translation.messages import gettext as _

BULLET_PLOT = PlotArea(10, 0, 290, 24)


class BulletMark(NamedTuple):
    """A labelled figure at x on the bullet chart."""

    kind: str
    label: str
    value: str
    x: float


class Bullet(NamedTuple):
    """Baseline, target and result on one line, 300 units wide; `bar` is the (x, width) from first to last.

    `verdict` says in words what the drawing shows; `outcome` is good, short, worse or open.
    """

    marks: tuple[BulletMark, ...]
    bar: tuple[float, float] | None
    outcome: str
    verdict: str


def bullet_chart(experiment: Experiment, metric: Metric | None) -> Bullet | None:
    """The bullet chart of an experiment; None where it has no figures."""
    given = (
        ("baseline", _("Baseline"), experiment.baseline),
        ("target", _("Target"), experiment.target),
        ("result", _("Result"), experiment.result),
    )
    known = [(kind, label, value) for kind, label, value in given if value is not None]
    if not known:
        return None
    axis = nice_axis([value for _, _, value in known])
    marks = tuple(
        BulletMark(kind, label, with_unit(metric, value) if metric else number(value), BULLET_PLOT.x(axis.share(value)))
        for kind, label, value in known
    )
    places = {mark.kind: mark.x for mark in marks}
    start, end = places.get("baseline", BULLET_PLOT.left), places.get("result")
    outcome, verdict = _outcome(experiment, metric)
    bar = (min(start, end), round(abs(end - start), 1)) if end is not None else None
    return Bullet(marks, bar, outcome, verdict)


def _outcome(experiment: Experiment, metric: Metric | None) -> tuple[str, str]:
    baseline, target, result = experiment.baseline, experiment.target, experiment.result
    if result is None:
        return "open", _("no result yet")
    upwards = _upwards(baseline, target, metric)
    if upwards is None:
        return "open", _("nothing to compare the result with")
    ahead = 1 if upwards else -1
    if target is not None and (result - target) * ahead >= 0:
        return "good", _("target reached")
    if baseline is not None and (result - baseline) * ahead <= 0:
        return "worse", _("no better than before")
    return "short", _("short of the target") if target is not None else _("better than before")


def _upwards(baseline: float | None, target: float | None, metric: Metric | None) -> bool | None:
    """Whether more is better: as the target has it, else as the metric does."""
    if baseline is not None and target is not None and baseline != target:
        return target > baseline
    better = better_of(metric) if metric else None
    return better == "higher" if better else True if target is not None else None
