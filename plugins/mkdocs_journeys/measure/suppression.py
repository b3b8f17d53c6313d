"""Which figures are withheld, because they would tell something of single people."""

from collections import defaultdict
from collections.abc import Iterable

from mkdocs_journeys.measure.figures import Cell


def withheld(cells: Iterable[Cell], smallest: int) -> set[tuple[int, str]]:
    """The (period, segment) of the figures of one metric that must not be shown.

    Those of 1 to `smallest` − 1 people; and where the whole base of a period is shown and only one of its segments is
    withheld, the smallest other one as well: the difference would tell what was withheld.
    """
    found: set[tuple[int, str]] = set()
    by_period: defaultdict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        by_period[cell.period].append(cell)
        if 0 < cell.people < smallest:
            found.add((cell.period, cell.segment))
    for period, of_period in by_period.items():
        segments = [cell for cell in of_period if cell.segment]
        hidden = [cell for cell in segments if (period, cell.segment) in found]
        is_whole_shown = any(not cell.segment and (period, "") not in found for cell in of_period)
        others = [cell for cell in segments if (period, cell.segment) not in found and cell.people]
        if is_whole_shown and len(hidden) == 1 and others:
            found.add((period, min(others, key=lambda cell: (cell.people, cell.segment)).segment))
    return found
