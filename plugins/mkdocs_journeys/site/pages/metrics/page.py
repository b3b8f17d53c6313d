"""The page of a metric: where it stands and how sure that is, its line, its table and everything that uses it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.inference.figures import interval_of
from mkdocs_journeys.insight.inference.progress import progress_of
from mkdocs_journeys.insight.inference.segments import segment_changes
from mkdocs_journeys.insight.metrics import Series, Trend, series_by_segment, trend_of
from mkdocs_journeys.insight.tracing.chain import ChainNode
from mkdocs_journeys.model import Metric, Observation
from mkdocs_journeys.site.addresses import page_uri
from mkdocs_journeys.site.charts.metrics import LineChart, LineSeries, line_chart
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.figure_views import (
    ChangeView,
    TargetView,
    change_view,
    interval_words,
    sample_of,
    target_view,
)
from mkdocs_journeys.site.links import FirstLinks, NamedLink, first_links, pager, team_link, thing_link
from mkdocs_journeys.site.page import Section
from mkdocs_journeys.site.pages.metrics.events import EventView, TrialView, events_on, trials_on
from mkdocs_journeys.site.pages.metrics.table import FiguresTable, figures_table
from mkdocs_journeys.site.pages.metrics.uses import MetricUse, MetricUses, uses_by_metric
from mkdocs_journeys.site.pages.tracing.chain import chain_html
from mkdocs_journeys.site.rendering.listing import separated
from mkdocs_journeys.site.rendering.numbers import day, with_unit
from mkdocs_journeys.site.rendering.richtext import words_of
from mkdocs_journeys.translation.messages import gettext as _

MOST_USERS = 40
"""How many journeys or opportunities a page names."""


class SegmentFigure(NamedTuple):
    """The latest figure of a segment, how sure it is, and how it changed, None for a first one."""

    segment: NamedLink
    on: str
    figure: str
    sure: str
    change: ChangeView | None


class MetricView(NamedTuple):
    """A metric with its figures. `sure` says of how many people the latest one is, and its interval.

    `judged_together` is the number of segments whose changes are held to what chance would give among so many.
    """

    name: str
    kind: str
    unit: str
    description: str
    latest: str
    latest_on: str
    sure: str
    changes: tuple[ChangeView, ...]
    target: TargetView
    baseline: str
    by: str
    by_segment: tuple[SegmentFigure, ...]
    judged_together: int
    team: NamedLink | None
    source: str
    chart: LineChart | None
    table: FiguresTable
    trials: tuple[TrialView, ...]
    events: tuple[EventView, ...]
    journeys: FirstLinks
    opportunities: FirstLinks


def metric_sections(context: PageContext, metric: Metric, kind: str) -> Iterator[Section]:
    """The page of a metric, whose kind is called so."""
    view = _metric_view(context, metric, kind, context.atlas.cached(uses_by_metric).get(metric.id, MetricUses()))
    beside, chain = pager(context, "metric", metric.id, _in_order), chain_html(context, ChainNode("metric", metric.id))
    html = context.render("metric.html.j2", view=view, beside=beside, chain=chain)
    yield Section("metric", metric.name, 1, html, words_of(view.kind, view.description, view.source), headed=False)


def _in_order(atlas: Atlas) -> tuple[Metric, ...]:
    return atlas.catalog.metrics


def _metric_view(context: PageContext, metric: Metric, kind: str, uses: MetricUses) -> MetricView:
    atlas, today = context.atlas, context.site.settings.today
    trend, progress = trend_of(atlas, metric.id, today), progress_of(atlas, metric.id, today)
    by_segment = series_by_segment(atlas, metric.id)
    segments = {atlas.segments[id].name: found for id, found in by_segment.items()}
    changed = atlas.cached(segment_changes, metric.id)
    days = [one.date for one in atlas.observations.get(metric.id, ())]
    trials = trials_on(context, uses)
    events = events_on(context, uses, min(days), max(days)) if days else ()
    # Where the last figure but one is a year old, the two are the same change.
    compared = {id(one.earlier): one for one in (progress.before, progress.year_ago) if one}

    def use_link(use: MetricUse) -> NamedLink:
        title, href = atlas.journeys[use.journey].title, context.to(page_uri("journey", use.journey), use.anchor)
        return NamedLink(use.name, href, title) if use.name else NamedLink(title, href)

    return MetricView(
        name=metric.name,
        kind=kind,
        unit=metric.unit or "",
        description=metric.description or "",
        latest=with_unit(metric, trend.latest.value) if trend.latest else "",
        latest_on=day(trend.latest.date if trend.latest else None),
        sure=_sure(metric, trend.latest) if trend.latest else "",
        changes=tuple(view for one in compared.values() if (view := change_view(metric, one))),
        target=target_view(context, metric),
        baseline=with_unit(metric, metric.baseline) if metric.baseline is not None else "",
        by=day(metric.by),
        by_segment=tuple(
            SegmentFigure(
                thing_link(context, "segment", id),
                day(last.date),
                with_unit(metric, last.value),
                _sure(metric, last),
                change_view(metric, changed.get(id)),
            )
            for id, (*_before, last) in by_segment.items()
        ),
        judged_together=sum(one.verdict != "unknown" for one in changed.values()),
        team=team_link(context, metric.team),
        source=metric.source or "",
        chart=_chart(metric, trend, segments, trials, events),
        table=figures_table(atlas, metric),
        trials=trials,
        events=events,
        journeys=first_links(uses.journeys, MOST_USERS, use_link),
        opportunities=first_links(uses.opportunities, MOST_USERS, lambda id: thing_link(context, "opportunity", id)),
    )


def _sure(metric: Metric, figure: Observation) -> str:
    """Of how many people a figure is, and its interval."""
    interval = interval_words(metric, figure)
    told = _("95%% interval %(interval)s", interval=interval) if interval else ""
    return separated(filter(None, (sample_of(metric, figure), told)))


def _chart(
    metric: Metric,
    trend: Trend,
    segments: Mapping[str, Series],
    trials: tuple[TrialView, ...],
    events: tuple[EventView, ...],
) -> LineChart | None:
    """The chart of a metric; the band is that of the whole base, or of the only segment."""
    alone = with_unit(metric, trend.latest.value) if trend.latest else ""
    whole = [LineSeries(_("Whole base") if segments else alone, trend.observations)] if trend.observations else []
    series = [*whole, *(LineSeries(name, found) for name, found in segments.items())]
    banded = series[0].observations if whole or len(series) == 1 else ()
    target, baseline = metric.target, metric.baseline
    aim = _("target %(figure)s", figure=with_unit(metric, target)) if target is not None else ""
    start = _("baseline %(figure)s", figure=with_unit(metric, baseline)) if baseline is not None else ""
    return line_chart(
        series,
        [trial[:3] for trial in trials],
        target=(target, aim) if target is not None else None,
        baseline=(baseline, start) if baseline is not None else None,
        intervals={one.date: found for one in banded if (found := interval_of(metric, one))},
        events=[(event.letter, event.on) for event in events],
    )
