"""Which share of customers, or of their revenue, is lost from the start of a period to its end."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import ibis

from mkdocs_journeys.measure.figures.query import Cell, Horizon, Query, has_any, how_many
from mkdocs_journeys.measure.periods import moment
from mkdocs_journeys.measure.rows import Rows
from mkdocs_journeys.model.measuring.definitions import ChurnDefinition


def churn_query(definition: ChurnDefinition, rows: Rows, horizon: Horizon) -> Query:
    """The customers of a period's start, and those of them who are gone at its end: one row with a column for each.

    Where the share is over several periods, the horizon begins so many of them earlier, and these get no cells.
    Who comes and goes within a period is no customer of its start, and does not count.
    """
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
                people, base, part = (row[f"{what}{period}"] for what in ("people", "base", "part"))
                values: dict[str, float] = {"numerator": part or 0, "denominator": base or 0}
                if definition.of != "customers":
                    values = {"value": 100 * float(part) / float(base), "n": int(people)} if base else {"n": 0}
                yield Cell(definition.metric, period, names[int(row["segment"])], values, int(people or 0))

    return Query(answer, cells)


def _moments(table: ibis.Table, times: Sequence[datetime], definition: ChurnDefinition) -> ibis.Table:
    """For each period, `people` at its start, the `base` of the share and its `part`."""
    wanted: dict[str, Any] = {}
    for number, time in enumerate(times):
        at = moment(time, table.start)
        runs = (table.start <= at) & (table.end.isnull() | (table.end > at))
        wanted[f"is{number}"] = has_any(runs)
        wanted[f"pays{number}"] = ibis.ifelse(runs, table.amount, 0).sum()
    customers = table.group_by("person").agg(**wanted)
    answer: dict[str, Any] = {}
    for number in range(len(times) - definition.over):
        is_there, stays = customers[f"is{number}"] == 1, customers[f"is{number + definition.over}"] == 1
        before, after = customers[f"pays{number}"], customers[f"pays{number + definition.over}"]
        answer[f"people{number}"] = how_many(is_there)
        match definition.of:
            case "customers":
                answer[f"base{number}"] = how_many(is_there)
                answer[f"part{number}"] = how_many(is_there & ~stays)
            case "revenue":
                answer[f"base{number}"] = ibis.ifelse(is_there, before, 0).sum()
                answer[f"part{number}"] = ibis.ifelse(is_there & (before > after), before - after, 0).sum()
            case _:
                answer[f"base{number}"] = ibis.ifelse(is_there, before, 0).sum()
                answer[f"part{number}"] = ibis.ifelse(is_there, after, 0).sum()
    return customers.agg(**answer)
