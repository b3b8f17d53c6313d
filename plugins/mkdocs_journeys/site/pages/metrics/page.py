"""The metrics: a table of where all stand, and a page for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from mkdocs_journeys.insight.trend import series_by_segment, trend_of
from mkdocs_journeys.model import Metric
from mkdocs_journeys.site.addresses import page_uri
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.metrics.line_chart import mini_line
from mkdocs_journeys.site.pages.metrics.one import FiguresView, figures_view, metric_page
from mkdocs_journeys.wording import counted


@dataclass(frozen=True, slots=True)
class Row:
    """A metric in the table: `mini` is the path of its line; `by_segment`, that it has only figures of segments."""

    name: str
    href: str
    mini: str
    by_segment: bool
    figures: FiguresView


def metrics_pages(world: SiteContext) -> Iterator[Page]:
    """The index in the catalog's order, and a page for each metric; nothing where the catalog has none."""
    metrics = world.atlas.catalog.metrics
    if not metrics:
        return
    desk = world.at("metrics.md")
    yield Page(
        uri=desk.uri,
        title="Metrics",
        kind="metrics",
        draw=partial(_sections, desk),
        description=f"{counted(len(metrics), 'metric')} that the journeys are held against.",
        source=world.atlas.catalog.path,
        in_nav=True,
        wide=True,
    )
    for metric in metrics:
        yield metric_page(world.at(page_uri("metric", metric.id)), metric)


def _sections(desk: PageContext) -> Iterator[Section]:
    rows = [_row(desk, metric) for metric in desk.atlas.catalog.metrics]
    html = desk.render("metrics.html.j2", rows=rows)
    yield Section("metrics", "Metrics", 1, html, "Figures over time, with targets")


def _row(desk: PageContext, metric: Metric) -> Row:
    trend = trend_of(desk.atlas, metric.id, desk.site.settings.today)
    segments = series_by_segment(desk.atlas, metric.id)
    return Row(
        name=metric.name,
        href=desk.to_thing("metric", metric.id),
        mini=mini_line(trend.observations or next(iter(segments.values()), ())),
        by_segment=bool(segments),
        figures=figures_view(desk, metric, trend),
    )
