"""What a customer brings in before leaving."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import ibis

from mkdocs_journeys.insight.statistics.customers import FEWEST_LOSSES, lifetime_value
from mkdocs_journeys.insight.statistics.proportions import wilson_interval
from mkdocs_journeys.measure.figures.churn import paying
from mkdocs_journeys.measure.figures.query import Cell, Horizon, Query, how_many
from mkdocs_journeys.measure.rows import Rows
from mkdocs_journeys.model.measuring.definitions import LifetimeDefinition, Period

MONTHS: Mapping[Period, float] = {"day": 12 / 365, "week": 12 * 7 / 365, "month": 1, "quarter": 3}
"""How many months a period has; amounts of subscriptions are for a month."""
FEW_LOSSES = f"fewer than {FEWEST_LOSSES} customers were lost: too few to divide by"


def lifetime_query(definition: LifetimeDefinition, rows: Rows, horizon: Horizon) -> Query:
    """The customers of a period's start, their revenue, and how many of them are gone at its end, by segment.

    Where losses are counted over several periods, the horizon begins so many of them earlier, as for churn.
    """
    rows.amounts(("source",))
    times = [horizon.periods[0].start, *(period.end for period in horizon.periods)]
    over, months = definition.over, definition.over * MONTHS[definition.every]
    parts = []
    for segment, is_in in enumerate(rows.segments.values()):
        customers = paying(rows.table.filter(rows.counted & is_in), times)
        answer: dict[str, Any] = {}
        for number in range(len(times) - over):
            is_there, stays = customers[f"is{number}"] == 1, customers[f"is{number + over}"] == 1
            answer[f"people{number}"] = how_many(is_there)
            answer[f"lost{number}"] = how_many(is_there & ~stays)
            answer[f"pays{number}"] = ibis.ifelse(is_there, customers[f"pays{number}"], 0).sum()
        parts.append(customers.agg(**answer).mutate(segment=ibis.literal(segment)))
    table = ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0]

    def cells(found: Sequence[Mapping[str, Any]]) -> Iterator[Cell]:
        names = list(rows.segments)
        for row in sorted(found, key=lambda row: int(row["segment"])):
            for period in range(len(times) - over):
                people, lost, pays = (row[f"{what}{period}"] or 0 for what in ("people", "lost", "pays"))
                values = _value(int(people), int(lost), float(pays), definition.margin * months)
                segment = names[int(row["segment"])]
                yield Cell(definition.metric, period, segment, values, int(people), note=FEW_LOSSES)

    return Query(table, cells)


def _value(people: int, lost: int, pays: float, factor: float) -> dict[str, float]:
    """Revenue per customer × factor ÷ the share that was lost, with the interval that follows from that share's."""
    if (value := lifetime_value(pays / people if people else 0, 1, lost, people)) is None:
        return {}
    share = wilson_interval(lost, people)
    low, high = (factor * pays / people / end for end in (share.high, share.low))
    return {"value": factor * value, "n": people, "low": low, "high": high}
