"""Figures that jumped by more than the history of their series explains."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from mkdocs_journeys.insight.inference.figures import change_between
from mkdocs_journeys.model import Metric, Observation

FEWEST_EARLIER = 8
"""With fewer figures before it, there is no history that could explain a change."""
FURTHEST = 3.5
"""How many robust standard deviations from the usual change are still usual, after Iglewicz and Hoaglin."""
_TO_DEVIATION = 1.4826
"""The standard deviation of a normal distribution in its median absolute deviations."""


def has_jumped(metric: Metric, series: Sequence[Observation]) -> bool:
    """Whether the last figure of a series, oldest first, changed by more than its history explains.

    The change lies further from the median of the earlier ones than 3.5 of their robust standard deviations, is larger
    than any before it in that direction, and is not called chance by the intervals of both figures, where they have
    one. False with fewer than 8 earlier figures, or where most of their changes are the same.
    """
    if len(series) <= FEWEST_EARLIER:
        return False
    *earlier, last = [later.value - one.value for one, later in pairwise(series)]
    usual = median(earlier)
    spread = _TO_DEVIATION * median(abs(change - usual) for change in earlier)
    is_far = spread > 0 and abs(last - usual) > FURTHEST * spread
    is_new = last > max(earlier) if last > usual else last < min(earlier)
    return is_far and is_new and change_between(metric, series[-2], series[-1]).is_clear is not False
