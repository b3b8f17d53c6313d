"""An experiment as the page of its opportunity shows it: what was tried, what came out, and how sure that is."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from mkdocs_journeys.insight.inference.experiments import ArmResult, ExperimentResult, result_of
from mkdocs_journeys.insight.metrics import effect_of
from mkdocs_journeys.insight.statistics.intervals import Interval
from mkdocs_journeys.model import Arm, Experiment, Metric
from mkdocs_journeys.site.charts.bullet import Bullet, bullet_chart
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import NamedLink, thing_link
from mkdocs_journeys.site.rendering.numbers import day, exact, measured, number, signed_number, with_unit
from mkdocs_journeys.site.rendering.terms import term_as_title
from mkdocs_journeys.translation.messages import gettext as _


class ArmView(NamedTuple):
    """A group of people: its rate with its interval, and for all but the control what sets it apart from that one."""

    name: str
    rate: str
    change: str


class ExperimentView(NamedTuple):
    """An experiment; fields that the author left out are empty. `effect` says how its metric moved.

    `arms` are its groups, the first the control; `doubts` are sentences on what makes the result less sure.
    """

    hypothesis: str
    kind: str
    metric: NamedLink | None
    dates: str
    decision: str
    decision_words: str
    bullet: Bullet | None
    effect: str
    arms: tuple[ArmView, ...]
    doubts: tuple[str, ...]


def experiment_view(context: PageContext, experiment: Experiment) -> ExperimentView:
    """What is shown of an experiment."""
    metric = context.atlas.metrics[experiment.metric] if experiment.metric else None
    result = result_of(experiment, metric)
    return ExperimentView(
        hypothesis=experiment.hypothesis or "",
        kind=term_as_title(experiment.kind) if experiment.kind else "",
        metric=thing_link(context, "metric", metric.id) if metric else None,
        dates=_dates(experiment.started, experiment.ended, context.site.settings.today),
        decision=experiment.decision or "",
        decision_words=term_as_title(experiment.decision) if experiment.decision else "",
        bullet=bullet_chart(experiment, metric),
        effect=_effect(context, experiment),
        arms=_arms(result) if result else (),
        doubts=tuple(_doubts(result, experiment, metric)) if result else (),
    )


def _dates(started: date | None, ended: date | None, today: date) -> str:
    if started and ended:
        return _("%(start)s to %(end)s", start=day(started), end=day(ended))
    if started:
        since = started <= today
        return _("since %(date)s", date=day(started)) if since else _("starts %(date)s", date=day(started))
    return _("until %(date)s", date=day(ended)) if ended else ""


def _effect(context: PageContext, experiment: Experiment) -> str:
    effect = effect_of(context.atlas, experiment)
    if effect is None or effect.mean_before is None or effect.mean_after is None:
        return ""
    before, after = with_unit(effect.metric, effect.mean_before), with_unit(effect.metric, effect.mean_after)
    return _(
        "%(metric)s: %(before)s before, %(after)s after (means of the nearest figures)",
        metric=effect.metric.name,
        before=before,
        after=after,
    )


def _arms(result: ExperimentResult) -> tuple[ArmView, ...]:
    control = ArmView(result.control.name, _rate(result.control, result.rate, result.interval), "")
    others = [ArmView(one.arm.name, _rate(one.arm, one.rate, one.interval), _change(one)) for one in result.arms]
    return (control, *others)


def _rate(arm: Arm, rate: float, interval: Interval) -> str:
    return _(
        "%(rate)s of %(people)s people (%(low)s to %(high)s)",
        rate=measured(number(rate), "%"),
        people=number(arm.n),
        low=number(interval.low),
        high=number(interval.high),
    )


def _change(result: ArmResult) -> str:
    found = result.difference
    low, high = signed_number(found.low), signed_number(found.high)
    change = _("%(figure)s points", figure=signed_number(found.value))
    if result.is_clear:
        return _("%(change)s: more than chance (%(low)s to %(high)s)", change=change, low=low, high=high)
    return _("%(change)s: may be chance (%(low)s to %(high)s)", change=change, low=low, high=high)


def _doubts(result: ExperimentResult, experiment: Experiment, metric: Metric | None) -> Iterator[str]:
    if result.is_split_off:
        yield _("The arms have other shares of the people than planned. Find out why before you trust the result.")
    if result.is_peeked:
        yield _("Somebody looked before the end, or more than once: each look gives chance another try.")
    if result.needed is not None:
        yield _(
            "From %(baseline)s to %(target)s takes %(needed)s people an arm; the smallest has %(people)s.",
            baseline=_figure(experiment.baseline, metric),
            target=_figure(experiment.target, metric),
            needed=number(result.needed),
            people=number(result.smallest),
        )
    if len(result.arms) > 1:
        yield _("As several arms are compared, each has to show more.")
    if result.detectable is not None:
        points = _("%(figure)s points", figure=number(result.detectable))
        yield _("So many people can show a rise of %(points)s or more.", points=points)


def _figure(value: float | None, metric: Metric | None) -> str:
    known = value or 0
    return with_unit(metric, known) if metric else measured(exact(known), "%")
