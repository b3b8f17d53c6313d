"""Lists that pages of several kinds have: opportunities, metrics and studies, each row ready to be drawn."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_journeys.insight.coverage import is_expired
from mkdocs_journeys.insight.scoring import score_opportunity
from mkdocs_journeys.model import Evidence, Metric, Observation, Opportunity
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.figure_views import metric_tile
from mkdocs_journeys.site.rendering.terms import term
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import ngettext

LISTS = "macros/lists.html.j2"
MOST_TILES = 6
"""How many metrics of a list have a tile."""


class OpportunityRow(NamedTuple):
    """A framed opportunity with its score and its solutions."""

    title: str
    href: str
    status: str
    score: float
    band: str
    owner: str
    solutions: str


class StudyRow(NamedTuple):
    """A study, and whether it is expired."""

    title: str
    href: str
    kind: str
    on: date
    sample: int | None
    expired: bool


def opportunity_rows(context: PageContext, found: Iterable[Opportunity]) -> list[OpportunityRow]:
    """Opportunities, the best first."""
    atlas = context.atlas
    scores = [(item, score_opportunity(item, atlas.catalog.scoring)) for item in found]
    return [
        OpportunityRow(
            title=item.title,
            href=context.to_thing("opportunity", item.id),
            status=item.status,
            score=score.figure,
            band=score.band,
            owner=atlas.teams[item.owner].name if item.owner else "",
            solutions=" · ".join(solution.name for solution in item.solutions),
        )
        for item, score in sorted(scores, key=lambda pair: -pair[1].value)
    ]


def metric_tiles(context: PageContext, ids: Iterable[str], most: int = MOST_TILES) -> list[tuple[bool, Markup]]:
    """Each of these metrics once: at `most` so many as tiles, marked True, the others by name and last figure."""
    atlas = context.atlas
    every = [(atlas.metrics[id], atlas.observations.get(id, ())) for id in dict.fromkeys(ids)]
    tiles = [(True, context.cached_fragment(_metric_tile, *one)) for one in every[:most]]
    return [*tiles, *((False, context.cached_fragment(_metric_name, *one)) for one in every[most:])]


def _metric_tile(context: PageContext, metric: Metric, _observations: tuple[Observation, ...]) -> Markup:
    return context.macro(LISTS, "metric", metric_tile(context, metric))


def _metric_name(context: PageContext, metric: Metric, _observations: tuple[Observation, ...]) -> Markup:
    return context.macro(LISTS, "metricname", metric_tile(context, metric))


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
