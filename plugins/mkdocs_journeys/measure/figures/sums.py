"""How much money comes together, and how much of it each one brings."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import ibis

from mkdocs_journeys.measure.figures.churn import paying
from mkdocs_journeys.measure.figures.entries import numbered
from mkdocs_journeys.measure.figures.query import Cell, Horizon, Query, how_many
from mkdocs_journeys.measure.figures.scores import mean_of
from mkdocs_journeys.measure.periods import index_of
from mkdocs_journeys.measure.rows import DefinitionError, Rows
from mkdocs_journeys.model.measuring.definitions import SumDefinition

_SUMS = ("total", "squares", "n", "people")
"""The sum of the amounts and of their squares, how many amounts there are, and of how many people."""


def sum_query(definition: SumDefinition, rows: Rows, horizon: Horizon) -> Query:
    """The amounts of what happened in each period, or of the subscriptions of its end, or of how these changed in it.

    Of events, a row has the sums of a period as total0, total1 … by segment; of subscriptions, those of a segment as
    total0, total1 … by period.
    """
    rows.amounts(("source",))
    is_events = "start" not in rows.table.columns
    answer = (_of_events if is_events else _of_subscriptions)(definition, rows, horizon)

    def cells(found: Sequence[Mapping[str, Any]]) -> Iterator[Cell]:
        known = {int(row["row"]): row for row in found}
        for period in range(len(horizon.periods)):
            for number, segment in enumerate(rows.segments):
                row, column = (period, number) if is_events else (number, period)
                total, squares, n, people = (known.get(row, {}).get(f"{what}{column}") or 0 for what in _SUMS)
                values: dict[str, float] = {"value": float(total), "n": int(n)}
                if definition.figure != "sum":
                    values = mean_of(int(n), float(total), float(squares))
                yield Cell(definition.metric, period, segment, values, int(people))

    return Query(answer, cells)


def _of_events(definition: SumDefinition, rows: Rows, horizon: Horizon) -> ibis.Table:
    """The amounts of what happened in each period; each person's are summed first."""
    if definition.event is None:
        raise DefinitionError((), "Nothing says which events bring the amount.", "Write `event: …`.")
    if definition.change is not None:
        raise DefinitionError(("change",), "Only subscriptions change.", "Leave `change` out.")
    table = rows.table.select(
        "person",
        "amount",
        period=index_of(rows.table.time, horizon.periods),
        it=rows.happening(definition.event, ("event",)),
        **numbered(rows.segments),
    )
    table = table.filter((table.period >= 0) & table.it & table.amount.notnull())
    wanted: dict[str, Any] = {}
    for number in range(len(rows.segments)):
        is_in = table[f"s{number}"]
        amount = ibis.ifelse(is_in, table.amount, 0.0)
        wanted[f"sum{number}"] = amount.sum()
        wanted[f"square{number}"] = (amount * amount).sum()
        wanted[f"rows{number}"] = how_many(is_in)
    each = table.group_by("period", "person").agg(**wanted)
    answer: dict[str, Any] = {}
    for number in range(len(rows.segments)):
        amount, count = each[f"sum{number}"], each[f"rows{number}"]
        people = how_many(count > 0)
        answer[f"total{number}"] = amount.sum()
        answer[f"squares{number}"] = (
            each[f"square{number}"].sum() if definition.figure == "mean" else (amount * amount).sum()
        )
        answer[f"n{number}"] = count.sum() if definition.figure == "mean" else people
        answer[f"people{number}"] = people
    return each.group_by(row="period").agg(**answer)


def _of_subscriptions(definition: SumDefinition, rows: Rows, horizon: Horizon) -> ibis.Table:
    """What customers pay at each period's end, or what has changed since its start; a customer has one amount."""
    if definition.event is not None:
        raise DefinitionError(("event",), "Subscriptions have no events.", "Leave it out, or write `change: …`.")
    times = [horizon.periods[0].start, *(period.end for period in horizon.periods)]
    parts = []
    for segment, is_in in enumerate(rows.segments.values()):
        customers = paying(rows.table.filter(rows.counted & is_in), times)
        answer: dict[str, Any] = {}
        for number in range(len(horizon.periods)):
            is_it, amount = _amount(definition, customers, number)
            amount = ibis.ifelse(is_it, amount, 0.0)
            answer[f"total{number}"], answer[f"squares{number}"] = amount.sum(), (amount * amount).sum()
            answer[f"n{number}"] = answer[f"people{number}"] = how_many(is_it)
        parts.append(customers.agg(**answer).mutate(row=ibis.literal(segment)))
    return ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0]


def _amount(definition: SumDefinition, customers: ibis.Table, number: int) -> tuple[Any, Any]:
    """Which customers count in a period, and the amount of each."""
    was, stays = customers[f"is{number}"] == 1, customers[f"is{number + 1}"] == 1
    before, after = customers[f"pays{number}"], customers[f"pays{number + 1}"]
    match definition.change:
        case "new":
            return ~was & stays, after
        case "lost":
            return was & ~stays, before
        case "expansion":
            return was & stays & (after > before), after - before
        case "contraction":
            return was & stays & (after < before), before - after
        case None:
            return stays, after
