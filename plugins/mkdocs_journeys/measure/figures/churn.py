"""Which share of customers, or of their revenue, is lost or kept from the start of a period to its end."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import ibis
from ibis.expr.types import NumericValue

from mkdocs_journeys.insight.statistics.samples import ratio_interval
from mkdocs_journeys.measure.figures.query import Cell, Horizon, Query, has_any, how_many
from mkdocs_journeys.measure.periods import moment
from mkdocs_journeys.measure.rows import Rows
from mkdocs_journeys.model.measuring.definitions import ChurnDefinition

NOTHING_PAID = "they paid nothing at the start"


def churn_query(definition: ChurnDefinition, rows: Rows, horizon: Horizon) -> Query:
    """The customers of a period's start, and those of them who are gone at its end: one row with a column for each.

    Where the share is over several periods, the horizon begins so many of them earlier, and these get no cells.
    Who comes and goes within a period is no customer of its start, and does not count.
    """
    if definition.of != "customers":
        rows.amounts(("of",))
    lead = definition.over - 1
    times = [horizon.periods[0].start, *(period.end for period in horizon.periods)]
    parts = []
    for number, is_in in enumerate(rows.segments.values()):
        mine = rows.table.filter(rows.counted & is_in)
        parts.append(_moments(mine, times, definition).mutate(segment=ibis.literal(number)))
    answer = ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0]

    def cells(found: Sequence[Mapping[str, Any]]) -> Iterator[Cell]:
        names = list(rows.segments)
        for row in sorted(found, key=lambda row: int(row["segment"])):
            for period in range(len(horizon.periods) - lead):
                people, base, part = (row[f"{what}{period}"] or 0 for what in ("people", "base", "part"))
                values: dict[str, float] = {"numerator": part, "denominator": base}
                if definition.of != "customers":
                    values = _share_of_money(row, period)
                yield Cell(
                    definition.metric, period, names[int(row["segment"])], values, int(people), note=NOTHING_PAID
                )

    return Query(answer, cells)


def _moments(table: ibis.Table, times: Sequence[datetime], definition: ChurnDefinition) -> ibis.Table:
    """For each period, `people` at its start, the `base` of the share and its `part`; of money sums of squares, too."""
    customers = paying(table, times)
    answer: dict[str, Any] = {}
    for number in range(len(times) - definition.over):
        is_there, stays = customers[f"is{number}"] == 1, customers[f"is{number + definition.over}"] == 1
        answer[f"people{number}"] = how_many(is_there)
        if definition.of == "customers":
            answer[f"base{number}"] = how_many(is_there)
            answer[f"part{number}"] = how_many(is_there & (~stays if definition.share == "lost" else stays))
            continue
        base = ibis.ifelse(is_there, customers[f"pays{number}"], 0)
        part = ibis.ifelse(is_there, _part(base, customers[f"pays{number + definition.over}"], definition), 0)
        answer[f"base{number}"], answer[f"part{number}"] = base.sum(), part.sum()
        answer[f"square{number}"] = (part * part).sum()
        answer[f"mixed{number}"] = (part * base).sum()
        answer[f"base_square{number}"] = (base * base).sum()
    return customers.agg(**answer)


def paying(table: ibis.Table, times: Sequence[datetime]) -> ibis.Table:
    """A row a customer: whether somebody `is` there at each of the times, as is0, is1 …, and what they pay: pays0 …."""
    wanted: dict[str, Any] = {}
    for number, time in enumerate(times):
        at = moment(time, table.start)
        runs = (table.start <= at) & (table.end.isnull() | (table.end > at))
        wanted[f"is{number}"] = has_any(runs)
        if "amount" in table.columns:
            wanted[f"pays{number}"] = ibis.ifelse(runs, table.amount, 0).sum()
    return table.group_by("person").agg(**wanted)


def _part(before: NumericValue, after: NumericValue, definition: ChurnDefinition) -> NumericValue:
    """What a customer has lost or kept of what was paid `before`; net of what was added, or without that."""
    kept = after if definition.of == "net-revenue" else ibis.least(before, after)
    return kept if definition.share == "kept" else before - kept


def _share_of_money(row: Mapping[str, Any], period: int) -> dict[str, float]:
    """The share in percent with its interval; none where nothing was paid at the start."""
    people, base, part = (row[f"{what}{period}"] or 0 for what in ("people", "base", "part"))
    if base <= 0:
        return {}
    square, mixed, base_square = (float(row[f"{what}{period}"]) for what in ("square", "mixed", "base_square"))
    interval = ratio_interval(float(part), float(base), (square, mixed, base_square), int(people))
    ends = {"low": 100 * interval.low, "high": 100 * interval.high} if interval else {}
    return {"value": 100 * float(part) / float(base), "n": int(people)} | ends
