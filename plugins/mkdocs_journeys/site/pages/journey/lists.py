"""The lists below a journey's map: opportunities, metrics, evidence and hand-offs, each row ready to be drawn."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_journeys.insight.coverage import is_expired
from mkdocs_journeys.insight.metrics import trend_of
from mkdocs_journeys.insight.scoring import score_opportunity
from mkdocs_journeys.insight.things.occurrences import citations_of
from mkdocs_journeys.insight.things.teams import handoffs_of
from mkdocs_journeys.model import Evidence, Figure, Journey, Metric, Observation, Opportunity, Pain
from mkdocs_journeys.site.addresses import stage_anchor, step_anchor
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.heatmap_view import MeanEmotion, feeling, unknown_emotion
from mkdocs_journeys.site.links import NamedLink, evidence_link
from mkdocs_journeys.site.rendering.listing import listed
from mkdocs_journeys.site.rendering.numbers import change_of, figure_value, with_unit
from mkdocs_journeys.site.rendering.terms import term
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import ngettext

LISTS = "macros/journey_lists.html.j2"


class OpportunityRow(NamedTuple):
    """A framed opportunity with its score and its solutions."""

    title: str
    href: str
    status: str
    score: int
    band: str
    owner: str
    solutions: str


class MetricRow(NamedTuple):
    """A metric with its latest figure, its target and the change against a year before."""

    name: str
    href: str
    latest: str
    on: date | None
    target: str
    change: str
    rising: bool
    improving: bool | None


class FigureRow(NamedTuple):
    """A number of no metric with its unit, sample, day and source, and the stage or step that gives it."""

    name: str
    value: str
    sample: int | None
    on: date | None
    source: NamedLink | None
    where: NamedLink


class StudyRow(NamedTuple):
    """A study, and whether it is expired."""

    title: str
    href: str
    kind: str
    on: date
    sample: int | None
    expired: bool


class HandoffRow(NamedTuple):
    """A change of team between two steps, with the emotion after it."""

    from_team: str
    to_team: str
    before: int
    before_name: str
    after: int
    after_name: str
    emotion: MeanEmotion
    pains: str


def opportunity_rows(context: PageContext, found: Iterable[Opportunity]) -> list[OpportunityRow]:
    """Opportunities, the best first."""
    atlas = context.atlas
    scores = [(item, score_opportunity(item, atlas.catalog.scoring)) for item in found]
    return [
        OpportunityRow(
            title=item.title,
            href=context.to_thing("opportunity", item.id),
            status=item.status,
            score=score.shown,
            band=score.band,
            owner=atlas.teams[item.owner].name if item.owner else "",
            solutions=" · ".join(solution.name for solution in item.solutions),
        )
        for item, score in sorted(scores, key=lambda pair: -pair[1].value)
    ]


def metric_rows(context: PageContext, ids: Iterable[str]) -> list[Markup]:
    """The cells of each of these metrics, each once."""
    atlas = context.atlas
    return [
        context.cached_fragment(_metric_cells, atlas.metrics[id], atlas.observations.get(id, ()))
        for id in dict.fromkeys(ids)
    ]


def _metric_cells(context: PageContext, metric: Metric, _observations: tuple[Observation, ...]) -> Markup:
    trend = trend_of(context.atlas, metric.id, context.site.settings.today)
    row = MetricRow(
        name=metric.name,
        href=context.to_thing("metric", metric.id),
        latest=with_unit(metric, trend.latest.value) if trend.latest else "",
        on=trend.latest.date if trend.latest else None,
        target=with_unit(metric, metric.target) if metric.target is not None else "",
        change=change_of(metric, trend.change),
        rising=(trend.change or 0) > 0,
        improving=trend.improving,
    )
    return context.macro(LISTS, "metric", row)


def figure_rows(context: PageContext, journey: Journey) -> list[FigureRow]:
    """The numbers of the journey's stages and steps that belong to no metric, in order."""
    return [
        FigureRow(
            name=figure.name,
            value=figure_value(figure),
            sample=figure.n,
            on=figure.date,
            source=evidence_link(context, figure.evidence) if figure.evidence else None,
            where=where,
        )
        for figure, where in _figures_of(context, journey)
    ]


def _figures_of(context: PageContext, journey: Journey) -> Iterator[tuple[Figure, NamedLink]]:
    """The figures of each stage and then of its steps, with a link to where they stand."""
    numbers = count(1)
    for stage_number, stage in enumerate(journey.stages, 1):
        for figure in stage.figures:
            yield figure, NamedLink(context.atlas.stage_name(stage), f"#{stage_anchor(stage_number)}")
        for step, number in zip(stage.steps, numbers, strict=False):
            for figure in step.figures:
                yield figure, NamedLink(step.name, f"#{step_anchor(number)}")


def evidence_rows(context: PageContext, uses: Counter[str]) -> list[tuple[Markup, str]]:
    """Studies by id, the most used first: cells, how often."""
    times = {often: ngettext("%(num)s time", "%(num)s times", often) for often in set(uses.values())}
    return [
        (context.cached_fragment(_study_cells, context.atlas.evidence[id]), times[often])
        for id, often in uses.most_common()
    ]


def _study_cells(context: PageContext, study: Evidence) -> Markup:
    row = StudyRow(
        title=study.title,
        href=context.to_thing("evidence", study.id),
        kind=term(study.kind) if study.kind else _("study"),
        on=study.date,
        sample=study.n,
        expired=is_expired(study, context.site.settings.today),
    )
    return context.macro(LISTS, "study", row)


def handoff_rows(context: PageContext, journey: Journey) -> list[HandoffRow]:
    """Where the journey passes from one team to another, in order."""
    unknown = unknown_emotion(blueprint=journey.kind == "blueprint")
    return [
        HandoffRow(
            from_team=listed([team.name for team in handoff.from_teams]),
            to_team=listed([team.name for team in handoff.to_teams]),
            before=handoff.before.number,
            before_name=handoff.before.step.name,
            after=handoff.after.number,
            after_name=handoff.after.step.name,
            emotion=unknown if handoff.emotion is None else feeling(handoff.emotion),
            pains=" · ".join([located.pain.title for located in handoff.pains]),
        )
        for handoff in handoffs_of(context.atlas, journey)
    ]


def studies_of(journey: Journey) -> Counter[str]:
    """The studies that a journey, its steps, quotes and own pains rest on, by id, with how often."""
    found = [*journey.evidence, *(one.evidence for part in journey.stages for one in part.figures if one.evidence)]
    for step in journey.steps:
        found += citations_of(step)
        for pain in step.pains:
            if isinstance(pain, Pain):
                found += pain.evidence
    return Counter([reference.partition("/")[0] for reference in found])
