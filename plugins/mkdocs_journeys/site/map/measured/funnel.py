"""The funnel under a map: how many reached each stage, how many go on, and where most are lost."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from mkdocs_journeys.insight.inference.funnels import GoingOn, biggest_loss, going_on
from mkdocs_journeys.insight.metrics import FunnelStage, funnel_of
from mkdocs_journeys.insight.scoring import ScoredPain
from mkdocs_journeys.insight.selection import open_pains_at
from mkdocs_journeys.model import Journey, JourneyStage
from mkdocs_journeys.model.measuring.observed import ObservedWay
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.figure_views import ChangeView, between, change_of_share
from mkdocs_journeys.site.links import NamedLink
from mkdocs_journeys.site.rendering.numbers import day, measured, number
from mkdocs_journeys.translation.messages import gettext as _

MOST_PAINS, MOST_WAYS = 3, 2
"""How many pains are named where most are lost, and how many ways that people went from there."""


class NextWay(NamedTuple):
    """What some of those did who left: `events`, none for nothing that is known; `people` is "412 of 1,003"."""

    people: str
    events: tuple[str, ...]


class StageLoss(NamedTuple):
    """The stage that loses the largest share: how many in words, its open pains, and where people went from there."""

    lost: str
    pains: tuple[NamedLink, ...]
    ways: tuple[NextWay, ...]


class FunnelBar(NamedTuple):
    """How many reached a stage: `share` is the length of its bar in percent of the first; no `metric`, no bar.

    `on` says how many go on to the next stage, `off` how many do not; both are empty for the last stage.
    """

    span: int
    figure: str = ""
    metric: NamedLink | None = None
    on: str = ""
    off: str = ""
    change: ChangeView | None = None
    loss: StageLoss | None = None
    share: int = 0


class Funnel(NamedTuple):
    """A bar for each stage of the map, and of which days they are."""

    bars: tuple[FunnelBar, ...] = ()
    dates: str = ""


def funnel_view(context: PageContext, journey: Journey, pains: Mapping[str, ScoredPain]) -> Funnel:
    """The funnel under the map of a journey whose pains are these; empty where no stage is counted."""
    counted = {item.stage_number: item for item in funnel_of(context.atlas, journey) if item.value is not None}
    stages = going_on(context.atlas, journey)
    after = {one.stage_number: one for one in stages}
    worst = biggest_loss(stages)
    if not any(stage.volume for stage in journey.stages):
        return Funnel()
    loss = _loss(context, journey, worst, pains) if worst else None
    bars = (
        _bar(context, counted[n], len(stage.steps), after.get(n), loss if worst is after.get(n) else None)
        if n in counted
        else FunnelBar(len(stage.steps))
        for n, stage in enumerate(journey.stages, 1)
    )
    return Funnel(tuple(bars), _dates(stages))


def _bar(
    context: PageContext, item: FunnelStage, span: int, after: GoingOn | None, loss: StageLoss | None
) -> FunnelBar:
    whole = item.of_first if item.of_first is not None else 100.0
    metric = NamedLink(item.metric.name, context.to_thing("metric", item.metric.id))
    bar = FunnelBar(span, number(item.value or 0), metric, share=max(1, round(min(100.0, whole))))
    if after is None:
        return bar
    return bar._replace(
        on=_on(after),
        off=_("%(people)s (%(share)s) do not", people=number(after.lost), share=_percent(100 - after.share))
        if after.lost > 0
        else "",
        change=change_of_share(after.change, after.day_before) if after.change else None,
        loss=loss if after.lost > 0 else None,
    )


def _on(after: GoingOn) -> str:
    share = _percent(after.share)
    if after.interval is None:
        return _("%(share)s go on", share=share)
    return _("%(share)s go on (%(interval)s)", share=share, interval=between(after.interval))


def _percent(share: float) -> str:
    return measured(number(share), "%")


def _dates(stages: Iterable[GoingOn]) -> str:
    """The day of the figures and the one they are compared with; where these differ, that is said."""
    days = {(one.day, one.day_before) for one in stages}
    if len(days) != 1:
        return _("latest figures")
    [(latest, before)] = days
    if latest is None:
        return _("latest figures")
    return _("%(date)s, against %(before)s", date=day(latest), before=day(before)) if before else day(latest)


def _loss(context: PageContext, journey: Journey, worst: GoingOn, pains: Mapping[str, ScoredPain]) -> StageLoss:
    stage = journey.stages[worst.stage_number - 1]
    hurting = dict.fromkeys(located.pain.id for step in stage.steps for located in open_pains_at(context.atlas, step))
    scored = sorted((pains[id] for id in hurting if id in pains), key=lambda one: -one.score.value)
    return StageLoss(
        lost=_("Most are lost here: %(share)s.", share=_percent(100 - worst.share)),
        pains=tuple(NamedLink(one.pain.title, f"#pain-{one.pain.id}") for one in scored[:MOST_PAINS]),
        ways=tuple(_ways_from(stage, context.atlas.observed.get(journey.id, ()))),
    )


def _ways_from(stage: JourneyStage, observed: Iterable[ObservedWay]) -> Iterator[NextWay]:
    """What those did most often who were last seen at a step of a stage."""
    ids = {step.id for step in stage.steps if step.id}
    left = [one for one in observed if one.kind == "left" and one.step in ids]
    everybody = sum({one.step: one.of for one in left}.values())
    people: Counter[str] = Counter()
    for one in left:
        people[one.path] += one.people
    names = {one.path: tuple(one.names) for one in left}
    for path, count in people.most_common(MOST_WAYS):
        yield NextWay(_("%(part)s of %(whole)s", part=count, whole=everybody), names[path])
