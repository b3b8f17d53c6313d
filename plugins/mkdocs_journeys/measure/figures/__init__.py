"""What each kind of definition asks a source, and the figures that its answer holds."""

from collections.abc import Callable

from mkdocs_journeys.measure.figures.churn import churn_query
from mkdocs_journeys.measure.figures.counts import count_query, ratio_query
from mkdocs_journeys.measure.figures.durations import duration_query
from mkdocs_journeys.measure.figures.funnels import funnel_query
from mkdocs_journeys.measure.figures.lifetimes import lifetime_query
from mkdocs_journeys.measure.figures.query import Cell, Horizon, Query
from mkdocs_journeys.measure.figures.retention import retention_query
from mkdocs_journeys.measure.figures.scores import score_query
from mkdocs_journeys.measure.figures.sums import sum_query

QUERIES: dict[str, Callable[..., Query]] = {
    "counts": count_query,
    "ratios": ratio_query,
    "funnels": funnel_query,
    "durations": duration_query,
    "retention": retention_query,
    "churn": churn_query,
    "sums": sum_query,
    "lifetimes": lifetime_query,
    "scores": score_query,
}
"""Each list of measure.yml, and what makes a query of one of its definitions: (definition, rows, horizon) to Query."""

SHAPES: dict[str, tuple[str, ...]] = dict.fromkeys(QUERIES, ("events", "tickets", "deals")) | {
    "churn": ("subscriptions",),
    "sums": ("events", "deals", "subscriptions"),
    "lifetimes": ("subscriptions",),
    "scores": ("responses", "reviews", "tickets"),
}
"""The shapes of source that each list can work with."""

__all__ = ["QUERIES", "SHAPES", "Cell", "Horizon", "Query"]
