"""Which share of those who began in a period come back."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import ibis

from mkdocs_journeys.measure.figures.entries import first_entries, numbered, renamed
from mkdocs_journeys.measure.figures.query import Cell, Horizon, Query, how_many
from mkdocs_journeys.measure.periods import index_of, moment
from mkdocs_journeys.measure.rows import Rows
from mkdocs_journeys.model.duration import DAY
from mkdocs_journeys.model.measuring.conditions import seconds_of
from mkdocs_journeys.model.measuring.definitions import RetentionDefinition


def retention_query(definition: RetentionDefinition, rows: Rows, horizon: Horizon) -> Query:
    """Those of a period's cohort who came back, and all of it whose time is over; a day is 24 hours from the start."""
    after = seconds_of(definition.after)
    earliest = 0 if definition.counting == "within" else after
    over = after if definition.counting == "within" else after + DAY
    segments = numbered(rows.segments)
    marked = rows.table.select(
        "person",
        "time",
        starts=rows.happening(definition.start, ("start",)),
        back=rows.happening(definition.back, ("back",)),
        **segments,
    )
    cohort = first_entries(marked.filter(marked.starts), ["person"], list(segments))
    back = renamed(marked.filter(marked.back), ["person", "time"])
    moments = cohort.t1 + ibis.interval(seconds=earliest), cohort.t1 + ibis.interval(seconds=over)
    cohort = cohort.mutate(begins=moments[0], closes=moments[1])
    in_time = [cohort.person == back.e_person, back.e_time > cohort.t1, back.e_time >= cohort.begins]
    if definition.counting != "on-or-after":
        in_time.append(back.e_time < cohort.closes)
    joined = cohort.left_join(back, in_time)
    people = joined.group_by(*cohort.columns).agg(came=joined.e_time.count())
    people = people.mutate(
        period=index_of(people.t1, horizon.periods),
        is_over=people.closes <= moment(horizon.until, people.closes),
    )
    people = people.filter(people.period >= 0)
    wanted: dict[str, Any] = {}
    for number in range(len(segments)):
        is_in = people[f"s{number}"] == 1
        wanted[f"all{number}"] = how_many(is_in & people.is_over)
        wanted[f"back{number}"] = how_many(is_in & people.is_over & (people.came > 0))
        wanted[f"pending{number}"] = how_many(is_in & ~people.is_over)
    table = people.group_by("period").agg(**wanted)

    def cells(found: Sequence[Mapping[str, Any]]) -> Iterator[Cell]:
        for row in found:
            for number, segment in enumerate(rows.segments):
                whole, pending = int(row[f"all{number}"]), int(row[f"pending{number}"])
                values = {"numerator": int(row[f"back{number}"]), "denominator": whole}
                yield Cell(definition.metric, int(row["period"]), segment, values, whole, pending)

    return Query(table, cells)
