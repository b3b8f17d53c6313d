"""How many did something, and which share of them did something else, too."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import ibis

from mkdocs_journeys.measure.figures.entries import numbered
from mkdocs_journeys.measure.figures.query import Cell, Horizon, Query, has_any, how_many
from mkdocs_journeys.measure.periods import index_of
from mkdocs_journeys.measure.rows import Rows
from mkdocs_journeys.model.measuring.definitions import CountDefinition, RatioDefinition

_UNITS = {"people": ("person",), "sessions": ("person", "session"), "events": ()}
"""What makes two rows one, for each thing that may be counted."""


def count_query(definition: CountDefinition, rows: Rows, horizon: Horizon) -> Query:
    """The number of people, events or sessions of each period."""
    marked = _marked(rows, horizon, definition.of, {"it": rows.happening(definition.event, ("event",))})
    units = _UNITS[definition.of]
    segments = list(rows.segments)
    if units:
        found = marked.group_by("period", *units).agg(
            **{f"n{number}": has_any(marked.it & marked[f"s{number}"]) for number in range(len(segments))}
        )
        table = found.group_by("period").agg(
            **{f"n{number}": found[f"n{number}"].sum() for number in range(len(segments))}
        )
    else:
        table = marked.group_by("period").agg(
            **{f"n{number}": how_many(marked.it & marked[f"s{number}"]) for number in range(len(segments))}
        )

    def cells(found: Sequence[Mapping[str, Any]]) -> Iterator[Cell]:
        known = {row["period"]: row for row in found}
        for period in range(len(horizon.periods)):
            for number, segment in enumerate(segments):
                count = int(known[period][f"n{number}"]) if period in known else 0
                yield Cell(definition.metric, period, segment, {"value": count}, count)

    return Query(table, cells)


def ratio_query(definition: RatioDefinition, rows: Rows, horizon: Horizon) -> Query:
    """Those who did both, and all who did the whole, of each period; for events, all of either."""
    marked = _marked(
        rows,
        horizon,
        definition.of,
        {
            "part": rows.happening(definition.part, ("part",)),
            "whole": rows.happening(definition.whole, ("whole",)),
        },
    )
    units = _UNITS[definition.of]
    segments = list(rows.segments)
    numbers = range(len(segments))
    if units:
        did = marked.group_by("period", *units).agg(
            **{
                f"{what}{number}": has_any(marked[what] & marked[f"s{number}"])
                for what in ("part", "whole")
                for number in numbers
            }
        )
        both = {f"part{number}": how_many((did[f"part{number}"] + did[f"whole{number}"]) == 2) for number in numbers}
        whole = {f"whole{number}": did[f"whole{number}"].sum() for number in numbers}
        table = did.group_by("period").agg(**both, **whole)
    else:
        table = marked.group_by("period").agg(
            **{
                f"{what}{number}": how_many(marked[what] & marked[f"s{number}"])
                for what in ("part", "whole")
                for number in numbers
            }
        )

    def cells(found: Sequence[Mapping[str, Any]]) -> Iterator[Cell]:
        for row in found:
            for number, segment in enumerate(segments):
                part, whole = int(row[f"part{number}"]), int(row[f"whole{number}"])
                values = {"numerator": part, "denominator": whole}
                yield Cell(definition.metric, row["period"], segment, values, whole)

    return Query(table, cells)


def _marked(rows: Rows, horizon: Horizon, of: str, marks: Mapping[str, Any]) -> ibis.Table:
    """The rows in which something is so, with their period and their segments; of sessions, those in one."""
    table = rows.table.select(
        "person", "session", period=index_of(rows.table.time, horizon.periods), **marks, **numbered(rows.segments)
    )
    is_any: Any = ibis.literal(False)
    for name in marks:
        is_any = is_any | table[name]
    found = table.filter((table.period >= 0) & is_any)
    return found.filter(found.session.notnull()) if of == "sessions" else found
