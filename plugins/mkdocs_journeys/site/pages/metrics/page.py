"""The page of the metrics: each as a line over time, with its target and what was tried to move it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from mkdocs_journeys.insight.trend import Series as Observed
from mkdocs_journeys.insight.trend import Trend, series_by_segment, trend_of
from mkdocs_journeys.model import Metric
from mkdocs_journeys.site.figures import change_of, difference, number, with_unit
from mkdocs_journeys.site.named import Named, team_named
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.metrics.line_chart import LineChart, Series, Trial, line_chart, mini_line
from mkdocs_journeys.site.pages.metrics.users import MetricUsers, TrialView, trials_of, users_by_metric
from mkdocs_journeys.site.render import plural
from mkdocs_journeys.site.richtext import words_of
from mkdocs_journeys.site.world import Desk, World

TEMPLATE = "metrics.html.j2"
WHOLE = "Whole base"
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
    """The figures as a table: a row per date, a column per series; unknown ones are empty."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class MetricView:
    """A metric with its figures. `by_segment` are the latest figures of each segment.

    `change` is signed, in the unit; `improving` is None where nobody can say; `gap` is words.
    """

    anchor: str
    name: str
    kind: str
    unit: str
    description: str
    latest: str
    latest_on: str
    change: str
    rising: bool
    improving: bool | None
    year_ago_on: str
    baseline: str
    target: str
    by: str
    gap: str
    reached: bool | None
    overdue: bool
    by_segment: tuple[tuple[str, str, str], ...]
    source: str
    team: Named | None
    chart: LineChart | None
    mini: str
    table: Table
    trials: tuple[TrialView, ...]
    journeys: tuple[Named, ...]
    opportunities: tuple[Named, ...]


def metrics_pages(world: World) -> Iterator[Page]:
    """The one page of all metrics in the catalog's order; nothing where the catalog has none."""
    metrics = world.atlas.catalog.metrics
    if not metrics:
        return
    desk = world.at("metrics.md")
    yield Page(
        uri=desk.uri,
        title="Metrics",
        draw=partial(_sections, desk),
        description=f"{plural(len(metrics), 'metric')} that the journeys are held against.",
        source=world.atlas.catalog.path,
        in_nav=True,
        wide=True,
    )


def _sections(desk: Desk) -> Iterator[Section]:
    users = users_by_metric(desk)
    views = [_view(desk, metric, users.get(metric.id, MetricUsers())) for metric in desk.atlas.catalog.metrics]
    overview = desk.render(TEMPLATE, part="overview", views=views)
    yield Section("metrics", "Metrics", 1, overview, "Figures over time, with targets")
    for view in views:
        yield _section(desk, view)


def _section(desk: Desk, view: MetricView) -> Section:
    html = desk.render(TEMPLATE, part="one", view=view)
    words = words_of(view.kind, view.description, view.source)
    return Section(view.anchor, view.name, 2, html, words, headed=False)


def _view(desk: Desk, metric: Metric, users: MetricUsers) -> MetricView:
    trend = trend_of(desk.atlas, metric.id, desk.world.settings.today)
    segments = series_by_segment(desk.atlas, metric.id)
    names = {id: desk.atlas.segments[id].name for id in segments}
    trials = trials_of(desk, users)
    first = trend.observations or next(iter(segments.values()), ())
    return MetricView(
        anchor=f"metric-{metric.id}",
        name=metric.name,
        kind=KINDS[metric.kind],
        unit=metric.unit or "",
        description=metric.description or "",
        latest=with_unit(metric, trend.latest.value) if trend.latest else "",
        latest_on=_iso(trend.latest.date if trend.latest else None),
        change=change_of(metric, trend.change),
        rising=(trend.change or 0) > 0,
        improving=trend.improving,
        year_ago_on=_iso(trend.year_ago.date if trend.year_ago else None),
        baseline=with_unit(metric, metric.baseline) if metric.baseline is not None else "",
        target=with_unit(metric, metric.target) if metric.target is not None else "",
        by=_iso(metric.by),
        gap=difference(metric, trend.gap) if trend.gap else "",
        reached=trend.reached,
        overdue=trend.overdue,
        by_segment=tuple(
            (names[id], with_unit(metric, found[-1].value), found[-1].date.isoformat())
            for id, found in segments.items()
        ),
        source=metric.source or "",
        team=team_named(desk, metric.team),
        chart=_chart(metric, trend, {names[id]: found for id, found in segments.items()}, trials),
        mini=mini_line(first),
        table=_table(metric, trend, {names[id]: found for id, found in segments.items()}),
        trials=trials,
        journeys=tuple(users.journeys.values()),
        opportunities=tuple(users.opportunities.values()),
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
    for day in days:
        found = (figures[name].get(day) for name in figures)
        texts = (with_unit(metric, one.value) + _sample(one.n) if one else "" for one in found)
        rows.append((day.isoformat(), tuple(texts)))
    return Table(tuple(figures), tuple(rows))


def _sample(n: float | None) -> str:
    return f" (n = {number(n)})" if n is not None else ""


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
