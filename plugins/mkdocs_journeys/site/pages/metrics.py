"""The metrics: a table of where all stand, and a page for each with its line, its table and everything that uses it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.metrics import Series, Trend, series_by_segment, trend_of
from mkdocs_journeys.model import Metric, Observation, Opportunity, Solution
from mkdocs_journeys.site.addresses import page_uri
from mkdocs_journeys.site.changes.marks import ChangeBadge
from mkdocs_journeys.site.charts.metrics import LineChart, LineSeries, line_chart, mini_line
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.links import (
    FirstLinks,
    NamedLink,
    first_links,
    index_page,
    pager,
    team_link,
    thing_link,
    thing_page,
)
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.metric_uses import MetricUse, MetricUses, uses_by_metric
from mkdocs_journeys.site.rendering.numbers import change_of, day, difference, number, with_unit
from mkdocs_journeys.site.rendering.richtext import words_of
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message, ngettext

MOST_ROWS, MOST_USERS = 120, 40
"""How many rows a table of figures has, and how many journeys or opportunities a page names."""
KIND_WORDS: Mapping[str, str] = {
    "nps": message("net promoter score"),
    "csat": message("satisfaction"),
    "ces": message("effort score"),
    "clv": message("lifetime value"),
    "conversion": message("conversion"),
    "retention": message("retention"),
    "churn": message("churn"),
    "count": message("count"),
    "duration": message("duration"),
    "money": message("money"),
    "other": message("figure"),
}
"""What pages call each kind of metric."""


def metrics_pages(site: SiteContext) -> Iterator[Page]:
    """The index in the catalog's order, and a page for each metric; nothing where the catalog has none."""
    catalog = site.atlas.catalog
    if not catalog.metrics:
        return
    description = ngettext(
        "%(num)s metric that the journeys are held against.",
        "%(num)s metrics that the journeys are held against.",
        len(catalog.metrics),
    )
    yield index_page(site, "metrics", _index_sections, description, catalog.path)
    for metric in catalog.metrics:
        description = metric.description or _("A metric: %(kind)s", kind=_(KIND_WORDS[metric.kind]))
        yield thing_page(site, ("metric", metric.id), metric.name, _sections, description, catalog.path)


class FiguresView(NamedTuple):
    """Where a metric stands. `change` is signed, in the unit; `gap` is words.

    `improving` and `reached` are None where that cannot be said.
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


class MetricsIndexRow(NamedTuple):
    """A metric in the table: `mini` is the path of its line; `by_segment`, that it has only figures of segments."""

    name: str
    href: str
    mini: str
    by_segment: bool
    figures: FiguresView
    badge: ChangeBadge | None


class FiguresTable(NamedTuple):
    """The figures as a table: a row per date, a column per series; unknown ones are empty.

    The latest dates come first; `more` counts the earlier ones that are left out.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    more: int


class TrialView(NamedTuple):
    """An experiment on a metric, numbered from 1 as on the chart; `ended` is None while it still runs."""

    number: int
    started: date
    ended: date | None
    name: str
    href: str
    decision: str


class MetricView(NamedTuple):
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
    table: FiguresTable
    trials: tuple[TrialView, ...]
    journeys: FirstLinks
    opportunities: FirstLinks


def _index_sections(context: PageContext) -> Iterator[Section]:
    html = context.render("metrics.html.j2", rows=[_row(context, metric) for metric in context.atlas.catalog.metrics])
    yield Section("metrics", _("Metrics"), 1, html, _("Figures over time, with targets"))


def _row(context: PageContext, metric: Metric) -> MetricsIndexRow:
    trend = trend_of(context.atlas, metric.id, context.site.settings.today)
    segments = series_by_segment(context.atlas, metric.id)
    return MetricsIndexRow(
        name=metric.name,
        href=context.to_thing("metric", metric.id),
        mini=mini_line(trend.observations or next(iter(segments.values()), ())),
        by_segment=bool(segments),
        figures=_figures_view(context, metric, trend),
        badge=context.badge("metric", metric.id),
    )


def _figures_view(context: PageContext, metric: Metric, trend: Trend) -> FiguresView:
    return FiguresView(
        latest=with_unit(metric, trend.latest.value) if trend.latest else "",
        latest_on=day(trend.latest.date if trend.latest else None),
        change=change_of(metric, trend.change),
        rising=(trend.change or 0) > 0,
        improving=trend.improving,
        target=with_unit(metric, metric.target) if metric.target is not None else "",
        gap=difference(metric, trend.gap) if trend.gap else "",
        reached=trend.reached,
        overdue=trend.overdue,
        team=team_link(context, metric.team),
    )


def _sections(context: PageContext, id: str) -> Iterator[Section]:
    metric = context.atlas.metrics[id]
    view = _metric_view(context, metric, context.atlas.cached(uses_by_metric).get(id, MetricUses()))
    html = context.render("metric.html.j2", view=view, beside=pager(context, "metric", id, _in_order))
    yield Section("metric", metric.name, 1, html, words_of(view.kind, view.description, view.source), headed=False)


def _in_order(atlas: Atlas) -> tuple[Metric, ...]:
    return atlas.catalog.metrics


def _metric_view(context: PageContext, metric: Metric, uses: MetricUses) -> MetricView:
    atlas = context.atlas
    trend = trend_of(atlas, metric.id, context.site.settings.today)
    by_segment = series_by_segment(atlas, metric.id)
    segments = {atlas.segments[id].name: found for id, found in by_segment.items()}
    trials = _trials(context, uses)

    def use_link(use: MetricUse) -> NamedLink:
        title, href = atlas.journeys[use.journey].title, context.to(page_uri("journey", use.journey), use.anchor)
        return NamedLink(use.name, href, title) if use.name else NamedLink(title, href)

    return MetricView(
        name=metric.name,
        kind=_(KIND_WORDS[metric.kind]),
        unit=metric.unit or "",
        description=metric.description or "",
        figures=_figures_view(context, metric, trend),
        year_ago_on=day(trend.year_ago.date if trend.year_ago else None),
        baseline=with_unit(metric, metric.baseline) if metric.baseline is not None else "",
        by=day(metric.by),
        by_segment=tuple(
            (atlas.segments[id].name, with_unit(metric, found[-1].value), day(found[-1].date))
            for id, found in by_segment.items()
        ),
        source=metric.source or "",
        chart=_chart(metric, trend, segments, trials),
        table=_table(metric, trend, segments),
        trials=trials,
        journeys=first_links(uses.journeys, MOST_USERS, use_link),
        opportunities=first_links(uses.opportunities, MOST_USERS, lambda id: thing_link(context, "opportunity", id)),
    )


def _chart(
    metric: Metric, trend: Trend, segments: Mapping[str, Series], trials: tuple[TrialView, ...]
) -> LineChart | None:
    alone = with_unit(metric, trend.latest.value) if trend.latest else ""
    whole = [LineSeries(_("Whole base") if segments else alone, trend.observations)] if trend.observations else []
    target, baseline = metric.target, metric.baseline
    aim = _("target %(figure)s", figure=with_unit(metric, target)) if target is not None else ""
    start = _("baseline %(figure)s", figure=with_unit(metric, baseline)) if baseline is not None else ""
    return line_chart(
        [*whole, *(LineSeries(name, found) for name, found in segments.items())],
        [trial[:3] for trial in trials],
        target=(target, aim) if target is not None else None,
        baseline=(baseline, start) if baseline is not None else None,
    )


def _table(metric: Metric, trend: Trend, segments: Mapping[str, Series]) -> FiguresTable:
    series = {_("Whole base"): trend.observations, **segments} if trend.observations else dict(segments)
    figures = {name: {one.date: one for one in found} for name, found in series.items()}
    days = sorted({date for found in figures.values() for date in found}, reverse=True)
    rows = tuple(
        (day(date), tuple(_with_sample(metric, found.get(date)) for found in figures.values()))
        for date in days[:MOST_ROWS]
    )
    return FiguresTable(tuple(figures), rows, max(0, len(days) - MOST_ROWS))


def _with_sample(metric: Metric, figure: Observation | None) -> str:
    if figure is None:
        return ""
    value = with_unit(metric, figure.value)
    if figure.n is None:
        return value
    return _("%(figure)s (n = %(sample)s)", figure=value, sample=number(figure.n))


def _trials(context: PageContext, uses: MetricUses) -> tuple[TrialView, ...]:
    """The experiments that have begun, the earliest first."""
    begun: list[tuple[date, date | None, str, Opportunity, Solution]] = []
    for id, index in uses.trials:
        item = context.atlas.opportunities[id]
        solution = item.solutions[index]
        if (tried := solution.experiment) and tried.started and tried.started <= context.site.settings.today:
            begun.append((tried.started, tried.ended, tried.decision or "", item, solution))
    begun.sort(key=lambda one: one[0])
    return tuple(
        TrialView(number, started, ended, solution.name, context.to_thing("opportunity", item.id), decision)
        for number, (started, ended, decision, item, solution) in enumerate(begun, 1)
    )
