"""How each segment of a metric changed, held to what several comparisons at once would give by chance."""

from collections.abc import Mapping
from dataclasses import replace

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.inference.figures import FigureChange, change_between
from mkdocs_journeys.insight.inference.progress import FigureComparison, verdict_on
from mkdocs_journeys.insight.metrics import series_by_segment, year_before
from mkdocs_journeys.insight.statistics.comparisons import holm
from mkdocs_journeys.insight.statistics.intervals import normal_quantile, two_sided_p
from mkdocs_journeys.model import Observation

SIGNIFICANCE = 0.05


def segment_changes(atlas: Atlas, metric_id: str) -> Mapping[str, FigureComparison]:
    """The change of each segment by its id: from about a year before its latest figure, else from the one before.

    More than chance is what is left of that after Holm's correction for all segments whose changes can be judged.
    """
    metric = atlas.metrics[metric_id]
    pairs = {id: pair for id, series in series_by_segment(atlas, metric_id).items() if (pair := _pair(series))}
    changes = {id: change_between(metric, *pair) for id, pair in pairs.items()}
    judged = {id: p for id, change in changes.items() if (p := probability_of(change)) is not None}
    for id, p in zip(judged, holm([*judged.values()]), strict=True):
        changes[id] = replace(changes[id], is_clear=p < SIGNIFICANCE)
    return {id: FigureComparison(pairs[id][0], change, verdict_on(metric, change)) for id, change in changes.items()}


def probability_of(change: FigureChange) -> float | None:
    """The two-sided p of a change, from the end of its interval that lies towards zero; None where it has none.

    It is below 0.05 just where the interval leaves out zero.
    """
    if change.interval is None:
        return None
    reach = change.value - change.interval.low if change.value > 0 else change.interval.high - change.value
    if reach <= 0:
        return 1.0 if not change.value else 0.0
    return two_sided_p(change.value / reach * normal_quantile())


def _pair(series: tuple[Observation, ...]) -> tuple[Observation, Observation] | None:
    """The figure that the latest one is held against, and the latest one."""
    if len(series) < 2:
        return None
    return year_before(series, series[-1]) or series[-2], series[-1]
