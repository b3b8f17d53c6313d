"""The lists below a journey's map: opportunities, metrics and evidence, each row ready to be drawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.insight.freshness import is_expired
from mkdocs_journeys.insight.scoring import score_opportunity
from mkdocs_journeys.insight.selection import metrics_of_journey
from mkdocs_journeys.insight.trend import trend_of
from mkdocs_journeys.model import Journey, Pain, SourcedQuote
from mkdocs_journeys.site.figures import change_of, with_unit
from mkdocs_journeys.site.world import Desk


@dataclass(frozen=True, slots=True)
class OpportunityRow:
    """A framed opportunity with its score and what is being tried."""

    title: str
    href: str
    status: str
    score: int
    band: str
    owner: str
    solutions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MetricRow:
    """A metric with its latest figure, its target and the change against a year before."""

    name: str
    href: str
    latest: str
    on: date | None
    target: str
    change: str
    improving: bool | None


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A study, how often the journey rests on it, and whether its time is over."""

    title: str
    href: str
    kind: str
    on: date
    sample: int | None
    uses: int
    expired: bool


def opportunity_rows(desk: Desk, journey: Journey) -> list[OpportunityRow]:
    """The opportunities that touch this journey, the best first."""
    atlas = desk.atlas
    found = atlas.opportunities_of_journey.get(journey.id, ())
    scores = [(item, score_opportunity(item, atlas.catalog.scoring)) for item in found]
    return [
        OpportunityRow(
            title=item.title,
            href=desk.to_thing("opportunity", item.id),
            status=item.status,
            score=score.shown,
            band=score.band,
            owner=atlas.teams[item.owner].name if item.owner else "",
            solutions=tuple(solution.name for solution in item.solutions),
        )
        for item, score in sorted(scores, key=lambda pair: -pair[1].value)
    ]


def metric_rows(desk: Desk, journey: Journey) -> list[MetricRow]:
    """The metrics of the journey, its stages and its steps."""
    return [_metric_row(desk, id) for id in dict.fromkeys(metrics_of_journey(journey))]


def _metric_row(desk: Desk, id: str) -> MetricRow:
    trend = trend_of(desk.atlas, id, desk.world.settings.today)
    metric = trend.metric
    return MetricRow(
        name=metric.name,
        href=desk.to_thing("metric", id),
        latest=with_unit(metric, trend.latest.value) if trend.latest else "",
        on=trend.latest.date if trend.latest else None,
        target=with_unit(metric, metric.target) if metric.target is not None else "",
        change=change_of(metric, trend.change),
        improving=trend.improving,
    )


def evidence_rows(desk: Desk, journey: Journey) -> list[EvidenceRow]:
    """The studies that the journey, its steps, quotes and own pains rest on, the most used first."""
    uses: dict[str, int] = {}
    for reference in _references(journey):
        study = reference.partition("/")[0]
        uses[study] = uses.get(study, 0) + 1
    return [_evidence_row(desk, id, uses[id]) for id in sorted(uses, key=lambda id: -uses[id])]


def _evidence_row(desk: Desk, id: str, uses: int) -> EvidenceRow:
    study = desk.atlas.evidence[id]
    return EvidenceRow(
        title=study.title,
        href=desk.to_thing("evidence", id),
        kind=(study.kind or "study").replace("-", " "),
        on=study.date,
        sample=study.n,
        uses=uses,
        expired=is_expired(study, desk.world.settings.today),
    )


def _references(journey: Journey) -> Iterator[str]:
    yield from journey.evidence
    for step in journey.steps:
        yield from step.evidence
        for quote in step.says:
            if isinstance(quote, SourcedQuote) and quote.evidence:
                yield quote.evidence
        for pain in step.pains:
            if isinstance(pain, Pain):
                yield from pain.evidence
