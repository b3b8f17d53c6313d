"""What people were seen to do on a journey as the text of its file in observed/."""

import csv
import io
from collections import Counter
from collections.abc import Iterable

from mkdocs_journeys.measure.ways.queries import MOST
from mkdocs_journeys.model.measuring.observed import OBSERVED_COLUMNS, OBSERVED_KINDS, ObservedWay

_FEW = 5
"""How many ways of leaving are told of each step."""


def observed_file(rows: Iterable[ObservedWay], smallest: int) -> bytes:
    """The whole file; rows of 1 to `smallest` − 1 people are left out."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(OBSERVED_COLUMNS)
    told: Counter[tuple[str, str]] = Counter()
    order = sorted(rows, key=lambda row: OBSERVED_KINDS.index(row.kind))
    for row in order:
        shown = row.people >= smallest or (row.kind == "reached" and not row.people)
        key = (row.kind, row.step if row.kind == "left" else "")
        if shown and told[key] < (_FEW if row.kind == "left" else 10 * MOST):
            told[key] += 1
            writer.writerow([row.date.isoformat(), *row[1:-1]])
    return text.getvalue().encode()
