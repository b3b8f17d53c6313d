"""The pairs that an atlas itself sets side by side: futures, the people of a journey, variants for other segments."""

from collections.abc import Iterator
from itertools import combinations
from typing import Literal, NamedTuple

from mkdocs_journeys.atlas import Atlas, once_per_atlas
from mkdocs_journeys.insight.comparison.sides import JourneySide, acting_people
from mkdocs_journeys.insight.selection import grouped, maintained_journeys, present_journeys
from mkdocs_journeys.model import Journey

PairKind = Literal["future", "variants", "people"]
"""Why two sides are compared: one would replace the other, they are variants, or two persons take one journey."""


class ComparedPair(NamedTuple):
    """Two sides that are compared; a future one is the second."""

    kind: PairKind
    one: JourneySide
    other: JourneySide


def future_pairs(atlas: Atlas) -> Iterator[ComparedPair]:
    """Each future journey with the one of today that it would replace."""
    for journey in atlas.journeys.values():
        if today := atlas.journeys.get(journey.baseline or ""):
            yield ComparedPair("future", JourneySide(today), JourneySide(journey))


@once_per_atlas
def compared_pairs(atlas: Atlas) -> tuple[ComparedPair, ...]:
    """All pairs: futures, then variants, then the main person of each journey with each of the others."""
    variants = (ComparedPair("variants", JourneySide(one), JourneySide(other)) for one, other in _variants(atlas))
    people = (
        ComparedPair("people", JourneySide(journey, main), JourneySide(journey, other))
        for journey in maintained_journeys(atlas)
        for main, *others in [acting_people(journey)]
        for other in others
    )
    return (*future_pairs(atlas), *variants, *people)


def _variants(atlas: Atlas) -> Iterator[tuple[Journey, Journey]]:
    """Journeys of today from the same first to the same last stage that are for others."""
    spans = grouped(present_journeys(atlas), lambda one: (one.kind, one.stages[0].stage, one.stages[-1].stage))
    for journeys in spans.values():
        yield from (pair for pair in combinations(journeys, 2) if are_for_others(*pair))


def are_for_others(one: Journey, other: Journey) -> bool:
    """Whether two journeys are for different customers: both name segments, none of them the same.

    Where one names none, it is folders that tell, such as one for each country: both stand in one, not the same.
    """
    if one.segments and other.segments:
        return set(one.segments).isdisjoint(other.segments)
    return bool(one.group and other.group) and one.group != other.group
