"""metrics/ID.csv: dated figures of a metric."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Observation:
    """One row: `value` in the metric's unit (percent for rates, −100 to 100 for nps), `n` its sample size.

    `segment` is None for the whole base; `line` is the row's line in the file.
    """

    date: date
    value: float
    n: float | None
    segment: str | None
    line: int
