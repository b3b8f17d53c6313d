"""The journeys of the home page: grouped by folder, nested by what they are part of, chosen by who and by state."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from mkdocs_journeys.insight.heatmap import HeatRow
from mkdocs_journeys.insight.selection import grouped
from mkdocs_journeys.site.context import PageContext
from mkdocs_journeys.site.heatmap_view import HeatMapLine, HeatMapPart, group_name, journey_line
from mkdocs_journeys.site.rendering.terms import term
from mkdocs_journeys.translation.messages import gettext as _

DEEPEST = 3
"""How far a line is set in at most."""


class JourneyChoice(NamedTuple):
    """A choice among the journeys: its name in addresses, its label, and the words of its values."""

    name: str
    label: str
    values: tuple[tuple[str, str], ...]


def nested_parts(context: PageContext, rows: Sequence[HeatRow]) -> tuple[HeatMapPart, ...]:
    """The journeys by folder, those in none first; in each a journey stands below the one that it is part of."""
    by_folder = grouped(rows, lambda row: row.journey.group)
    return tuple(
        HeatMapPart(group_name(context.atlas, folder) if folder else "", tuple(_nested(context, by_folder[folder])))
        for folder in sorted(by_folder)
    )


def choices_among(context: PageContext, lines: Iterable[HeatMapLine]) -> tuple[JourneyChoice, ...]:
    """What the journeys of these lines can be chosen by: every choice that tells some of them apart."""
    atlas = context.atlas
    found: dict[str, set[str]] = {}
    for line in lines:
        for name, values in line.facets:
            found.setdefault(name, set()).update(values.split(","))
    names: Mapping[str, tuple[str, Mapping[str, str]]] = {
        "persona": (_("Persona"), {id: one.name for id, one in atlas.personas.items()}),
        "segment": (_("Segment"), {id: one.name for id, one in atlas.segments.items()}),
        "owner": (_("Owner"), {id: one.name for id, one in atlas.teams.items()}),
        "state": (_("State"), {value: term(value) for value in ("live", "draft", "future")}),
    }
    choices = (
        JourneyChoice(name, label, tuple((id, word) for id, word in words.items() if id in found.get(name, ())))
        for name, (label, words) in names.items()
    )
    return tuple(choice for choice in choices if len(choice.values) > 1)


def _nested(context: PageContext, rows: Sequence[HeatRow]) -> Iterator[HeatMapLine]:
    here = {row.journey.id for row in rows}
    below = grouped(rows, lambda row: row.journey.part_of if row.journey.part_of in here else None)
    waiting = [(row, 0) for row in reversed(below[None])]
    while waiting:
        row, depth = waiting.pop()
        yield replace(journey_line(context, row), depth=min(depth, DEEPEST))
        waiting += [(inner, depth + 1) for inner in reversed(below[row.journey.id])]
