"""What people answered: net promoter score, satisfaction, effort, stars."""

from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from typing import Any

from mkdocs_journeys.insight.statistics.samples import mean_interval
from mkdocs_journeys.measure.figures.entries import numbered
from mkdocs_journeys.measure.figures.query import Cell, Horizon, Query, how_many
from mkdocs_journeys.measure.periods import index_of
from mkdocs_journeys.measure.rows import Rows
from mkdocs_journeys.model.measuring.definitions import ScoreDefinition

SCALES: Mapping[str, tuple[int, int]] = {
    "nps": (0, 10),
    "csat-top-2": (1, 5),
    "csat-mean": (1, 5),
    "ces-top-3": (1, 7),
    "ces-mean": (1, 7),
    "stars-mean": (1, 5),
    "stars-top-2": (1, 5),
    "tickets-good": (0, 1),
}
"""The lowest and the highest answer of each score, where the definition says nothing else."""
_BEST = {"csat-top-2": 2, "ces-top-3": 3, "stars-top-2": 2, "tickets-good": 1}
"""How many of the best answers count for the scores that are shares."""


def score_query(definition: ScoreDefinition, rows: Rows, horizon: Horizon) -> Query:
    """The counts, or the sums, of the answers of each period; answers off the scale do not count."""
    low, high = definition.scale or SCALES[definition.score]
    segments = numbered(rows.segments)
    table = rows.table.select(
        score=rows.table.score, period=index_of(rows.table.time, horizon.periods), counts=rows.counted, **segments
    )
    table = table.filter(table.counts & (table.period >= 0) & (table.score >= low) & (table.score <= high))
    wanted: dict[str, Any] = {}
    for number in range(len(segments)):
        is_in = table[f"s{number}"]
        score = is_in.ifelse(table.score, 0.0)
        wanted[f"n{number}"] = how_many(is_in)
        wanted[f"best{number}"] = how_many(is_in & (table.score > high - _BEST.get(definition.score, 2)))
        wanted[f"worst{number}"] = how_many(is_in & (table.score <= high - 4))
        wanted[f"sum{number}"] = score.sum()
        wanted[f"squares{number}"] = (score * score).sum()
    answer = table.group_by("period").agg(**wanted)

    def cells(found: Sequence[Mapping[str, Any]]) -> Iterator[Cell]:
        for row in found:
            for number, segment in enumerate(rows.segments):
                n, best, worst = (int(row[f"{what}{number}"]) for what in ("n", "best", "worst"))
                if definition.score == "nps":
                    values: dict[str, float] = {"promoters": best, "passives": n - best - worst, "detractors": worst}
                elif definition.score in _BEST:
                    values = {"numerator": best, "denominator": n}
                else:
                    values = mean_of(n, float(row[f"sum{number}"]), float(row[f"squares{number}"]))
                yield Cell(definition.metric, int(row["period"]), segment, values, n)

    return Query(answer, cells)


def mean_of(n: int, total: float, squares: float) -> dict[str, float]:
    """The mean of n answers, with its interval where there are two or more."""
    if n < 2:
        return {"value": total, "n": n} if n else {"n": n}
    mean = total / n
    deviation = sqrt(max(0.0, (squares - total * mean) / (n - 1)))
    interval = mean_interval(mean, deviation, n)
    known = {"low": interval.low, "high": interval.high} if interval else {}
    return {"value": mean, "n": n} | known
