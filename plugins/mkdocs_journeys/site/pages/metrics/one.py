"""The page of one metric: a line over time, with its target and what was tried to move it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.trend import Series as Observed
from mkdocs_journeys.insight.trend import Trend, series_by_segment, trend_of
from mkdocs_journeys.model import Metric
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.links import FirstLinks, NamedLink, NeighbourIds, Pager, neighbours_of, team_link
from mkdocs_journeys.site.numbers import change_of, difference, number, with_unit
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.metrics.line_chart import LineChart, Series, Trial, line_chart
from mkdocs_journeys.site.pages.metrics.users import (
    MetricUsers,
    TrialView,
    journeys_of,
    opportunities_of,
    trials_of,
    users_by_metric,
)
from mkdocs_journeys.site.richtext import words_of

WHOLE = "Whole base"
MOST_ROWS = 120
KINDS = {
    "nps": "net promoter score",
    "csat": "satisfaction",
    "ces": "effort score",
    "clv": "lifetime value",
    "conversion": "conversion",
    "churn": "churn",
    "retention": "retention",
    "duration": "duration",
    "count": "count",
    "money": "money",
    "other": "figure",
}


@dataclass(frozen=True, slots=True)
class Table:
    """The figures as a table: a row per date, a column per series; unknown ones are empty.

    The latest dates come first; `more` counts the earlier ones that do not stand there.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    more: int


@dataclass(frozen=True, slots=True)
class FiguresView:
    """Where a metric stands. `change` is signed, in the unit; `gap` is words.

    `improving` and `reached` are None where nobody can say.
    """

    latest: str
    latest_on: str
    change: str
    rising: bool
    improving: bool | None
    target: str
    gap: str
    reached: bool | None
    overdue: bool
    team: NamedLink | None


@dataclass(frozen=True, slots=True)
class MetricView:
    """A metric with its figures. `by_segment` are the latest figures of each segment: name, figure, day."""

    name: str
    kind: str
    unit: str
    description: str
    figures: FiguresView
    year_ago_on: str
    baseline: str
    by: str
    by_segment: tuple[tuple[str, str, str], ...]
    source: str
    chart: LineChart | None
    table: Table
    trials: tuple[TrialView, ...]
    journeys: FirstLinks
    opportunities: FirstLinks


def metric_page(desk: PageContext, metric: Metric) -> Page:
    """The page at `desk`."""
    return Page(
        uri=desk.uri,
        title=metric.name,
        kind="metrics",
        thing=("metric", metric.id),
        draw=partial(_sections, desk, metric.id),
        description=metric.description or f"A metric: {KINDS[metric.kind]}",
        source=desk.atlas.catalog.path,
        wide=True,
    )


def figures_view(desk: PageContext, metric: Metric, trend: Trend) -> FiguresView:
    """Where a metric stands, in words."""
    return FiguresView(
        latest=with_unit(metric, trend.latest.value) if trend.latest else "",
        latest_on=_iso(trend.latest.date if trend.latest else None),
        change=change_of(metric, trend.change),
        rising=(trend.change or 0) > 0,
        improving=trend.improving,
        target=with_unit(metric, metric.target) if metric.target is not None else "",
        gap=difference(metric, trend.gap) if trend.gap else "",
        reached=trend.reached,
        overdue=trend.overdue,
        team=team_link(desk, metric.team),
    )


def _sections(desk: PageContext, id: str) -> Iterator[Section]:
    metric = desk.atlas.metrics[id]
    view = _view(desk, metric, desk.site.cached(users_by_metric).get(id, MetricUsers()))
    html = desk.render("metric.html.j2", view=view, beside=_beside(desk, id))
    words = words_of(view.kind, view.description, view.source)
    yield Section("metric", metric.name, 1, html, words, headed=False)


def _beside(desk: PageContext, id: str) -> Pager:
    before, after = desk.site.cached(_rows)[id]
    return Pager(NamedLink("Metrics", desk.to("metrics.md")), _named(desk, before), _named(desk, after))


def _rows(atlas: Atlas) -> Mapping[str, NeighbourIds]:
    return neighbours_of(metric.id for metric in atlas.catalog.metrics)


def _named(desk: PageContext, id: str | None) -> NamedLink | None:
    return NamedLink(desk.atlas.metrics[id].name, desk.to_thing("metric", id)) if id else None


def _view(desk: PageContext, metric: Metric, users: MetricUsers) -> MetricView:
    trend = trend_of(desk.atlas, metric.id, desk.site.settings.today)
    segments = series_by_segment(desk.atlas, metric.id)
    names = {id: desk.atlas.segments[id].name for id in segments}
    trials = trials_of(desk, users)
    return MetricView(
        name=metric.name,
        kind=KINDS[metric.kind],
        unit=metric.unit or "",
        description=metric.description or "",
        figures=figures_view(desk, metric, trend),
        year_ago_on=_iso(trend.year_ago.date if trend.year_ago else None),
        baseline=with_unit(metric, metric.baseline) if metric.baseline is not None else "",
        by=_iso(metric.by),
        by_segment=tuple(
            (names[id], with_unit(metric, found[-1].value), found[-1].date.isoformat())
            for id, found in segments.items()
        ),
        source=metric.source or "",
        chart=_chart(metric, trend, {names[id]: found for id, found in segments.items()}, trials),
        table=_table(metric, trend, {names[id]: found for id, found in segments.items()}),
        trials=trials,
        journeys=journeys_of(desk, users),
        opportunities=opportunities_of(desk, users),
    )


def _chart(
    metric: Metric, trend: Trend, segments: Mapping[str, Observed], trials: tuple[TrialView, ...]
) -> LineChart | None:
    alone = with_unit(metric, trend.latest.value) if trend.latest else ""
    whole = [Series(WHOLE if segments else alone, trend.observations)] if trend.observations else []
    target, baseline = metric.target, metric.baseline
    return line_chart(
        [*whole, *(Series(name, found) for name, found in segments.items())],
        [Trial(trial.number, trial.started, trial.ended) for trial in trials],
        target=(target, f"target {with_unit(metric, target)}") if target is not None else None,
        baseline=(baseline, f"baseline {with_unit(metric, baseline)}") if baseline is not None else None,
    )


def _table(metric: Metric, trend: Trend, segments: Mapping[str, Observed]) -> Table:
    series = {WHOLE: trend.observations, **segments} if trend.observations else dict(segments)
    figures = {name: {one.date: one for one in found} for name, found in series.items()}
    days = sorted({day for found in figures.values() for day in found}, reverse=True)
    rows = []
    for day in days[:MOST_ROWS]:
        found = (figures[name].get(day) for name in figures)
        texts = (with_unit(metric, one.value) + _sample(one.n) if one else "" for one in found)
        rows.append((day.isoformat(), tuple(texts)))
    return Table(tuple(figures), tuple(rows), max(0, len(days) - MOST_ROWS))


def _sample(n: float | None) -> str:
    return f" (n = {number(n)})" if n is not None else ""


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
