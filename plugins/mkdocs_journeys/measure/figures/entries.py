"""Where somebody begins: the first of certain events, and the segments that they belong to then."""

from collections.abc import Mapping, Sequence
from typing import Any

import ibis

from mkdocs_journeys.measure.figures.query import has_any


def first_entries(entries: ibis.Table, units: Sequence[str], segments: Sequence[str], **also: Any) -> ibis.Table:
    """The earliest of the `entries` of each unit: its columns, its time as t1, and 1 or 0 for each segment.

    Who does two of them at the very same time is in the segments of both. A column `held` among the segments keeps
    its value. `also` are further sums of the entries.
    """
    first = entries.group_by(*units).agg(t1=entries.time.min(), **also)
    if len(segments) == 1:
        return first.mutate(**{segments[0]: ibis.literal(1, type="int64")})
    there = renamed(entries, [*units, "time", *segments])
    at = first.join(there, [*(first[unit] == there[f"e_{unit}"] for unit in units), there.e_time == first.t1])
    found = {name: at.e_held.min() if name == "held" else has_any(at[f"e_{name}"]) for name in segments}
    return at.group_by(*first.columns).agg(**found)


def renamed(table: ibis.Table, columns: Sequence[str]) -> ibis.Table:
    """Some columns of a table under names that do not clash with those of a table it is joined to: time as e_time."""
    return table.select(**{f"e_{name}": table[name] for name in columns})


def numbered(segments: Mapping[str, Any]) -> dict[str, Any]:
    """Whether a row is in each segment, as columns s0, s1 …: the whole base comes first."""
    return {f"s{number}": is_in for number, is_in in enumerate(segments.values())}
