"""The index of metrics: a table of where all stand."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mkdocs_journeys.insight.inference.progress import progress_of
from mkdocs_journeys.insight.metrics import series_by_segment, series_of
from mkdocs_journeys.model import Metric
from mkdocs_journeys.site.changes.marks import ChangeBadge
from mkdocs_journeys.site.charts.metrics import mini_line
from mkdocs_journeys.site.context import PageContext, SiteContext
from mkdocs_journeys.site.figure_views import ChangeView, TargetView, change_view, sample_of, target_view
from mkdocs_journeys.site.links import NamedLink, index_page, team_link, thing_page
from mkdocs_journeys.site.page import Page, Section
from mkdocs_journeys.site.pages.metrics.page import metric_sections
from mkdocs_journeys.site.rendering.numbers import with_unit
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import message, ngettext

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


class MetricsIndexRow(NamedTuple):
    """A metric in the table: `mini` is the path of its line; `by_segment`, that it has only figures of segments."""

    name: str
    href: str
    mini: str
    by_segment: bool
    latest: str
    sample: str
    change: ChangeView | None
    target: TargetView
    team: NamedLink | None
    badge: ChangeBadge | None


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


def _sections(context: PageContext, id: str) -> Iterator[Section]:
    metric = context.atlas.metrics[id]
    yield from metric_sections(context, metric, _(KIND_WORDS[metric.kind]))


def _index_sections(context: PageContext) -> Iterator[Section]:
    html = context.render("metrics.html.j2", rows=[_row(context, metric) for metric in context.atlas.catalog.metrics])
    yield Section("metrics", _("Metrics"), 1, html, _("Figures over time, with targets"))


def _row(context: PageContext, metric: Metric) -> MetricsIndexRow:
    atlas, series = context.atlas, series_of(context.atlas, metric.id)
    segments = series_by_segment(atlas, metric.id)
    year_ago = progress_of(atlas, metric.id, context.site.settings.today).year_ago
    return MetricsIndexRow(
        name=metric.name,
        href=context.to_thing("metric", metric.id),
        mini=mini_line(series or next(iter(segments.values()), ())),
        by_segment=bool(segments),
        latest=with_unit(metric, series[-1].value) if series else "",
        sample=sample_of(metric, series[-1]) if series else "",
        change=change_view(metric, year_ago),
        target=target_view(context, metric),
        team=team_link(context, metric.team),
        badge=context.badge("metric", metric.id),
    )
