"""The steps at which touchpoints, channels, teams, stages, systems and tags occur, and the steps around them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from mkdocs_journeys.atlas import Atlas, StepLocation
from mkdocs_journeys.insight.emotion import known_emotions
from mkdocs_journeys.insight.lifecycles import lifecycle_order
from mkdocs_journeys.insight.selection import grouped, mean, present_journeys
from mkdocs_journeys.insight.ways import has_ways, sequences
from mkdocs_journeys.model import Journey, Step
from mkdocs_journeys.model.free_names import name_id


class StepRun(NamedTuple):
    """Steps that follow each other, with the one before the first and the one after the last; None at an end."""

    before: StepLocation | None
    steps: tuple[StepLocation, ...]
    after: StepLocation | None


def places_of_kind(atlas: Atlas, kind: str) -> Mapping[str, Sequence[StepLocation]]:
    """The id of each thing of a kind to the steps of all journeys where it occurs, in order.

    A tag occurs at all steps of a journey; all other kinds that steps can name have steps of their own.
    """
    if kind == "touchpoint":
        return atlas.places_of_touchpoint
    named = _NAMED_AT[kind]
    found: defaultdict[str, list[StepLocation]] = defaultdict(list)
    for place in atlas.step_fields[0]:
        for id in named(atlas, place):
            found[id].append(place)
    return found


def places_today(atlas: Atlas, kind: str) -> Mapping[str, Sequence[StepLocation]]:
    """As `places_of_kind`, for the steps of the present journeys alone."""
    present = {journey.id for journey in present_journeys(atlas)}
    every = atlas.cached(places_of_kind, kind)
    return {id: [place for place in places if place.journey.id in present] for id, places in every.items()}


def journeys_by_tag(atlas: Atlas) -> dict[str, list[Journey]]:
    """The id of each tag to the journeys that have it, in the order of the lifecycle; future and retired ones, too."""
    found: dict[str, list[Journey]] = {}
    for journey in atlas.cached(lifecycle_order):
        for id in dict.fromkeys(map(name_id, journey.tags)):
            found.setdefault(id, []).append(journey)
    return found


def systems_of(atlas: Atlas, step: Step) -> tuple[str, ...]:
    """The ids of the systems behind a step: its own, and those of its touchpoints."""
    touchpoints = [place.systems for id in step.touchpoint if (place := atlas.touchpoints.get(id))]
    return tuple(dict.fromkeys([name_id(name) for names in (step.systems, *touchpoints) for name in names]))


def worst_first(places: Iterable[StepLocation]) -> list[tuple[Journey, list[StepLocation]]]:
    """Steps by journey, the one of the lowest mean emotion at them first and those of an unknown one last."""
    return sorted(by_journey(places), key=lambda found: _lowest(found[1]))


def by_journey(places: Iterable[StepLocation]) -> list[tuple[Journey, list[StepLocation]]]:
    """Steps by the journey that they belong to, both in their order."""
    return [(found[0].journey, found) for found in grouped(places, lambda place: place.journey.id).values()]


def runs_of(atlas: Atlas, places: Sequence[StepLocation]) -> list[StepRun]:
    """Steps of one journey, in order, as runs of neighbours. Neighbours are those on the ways through the journey."""
    journey = places[0].journey.id
    every, around = atlas.places[journey], atlas.cached(_neighbours, journey)
    runs: list[StepRun] = []
    row: list[StepLocation] = []
    for place, following in zip(places, [*places[1:], None], strict=True):
        row.append(place)
        after = around[place.number - 1][1]
        if following is None or following.number - 1 != after:
            before = around[row[0].number - 1][0]
            runs.append(
                StepRun(
                    None if before is None else every[before],
                    tuple(row),
                    None if after is None else every[after],
                )
            )
            row = []
    return runs


def _lowest(places: Iterable[StepLocation]) -> tuple[bool, float]:
    emotion = mean(known_emotions(place.step for place in places))
    return emotion is None, emotion or 0


def _neighbours(atlas: Atlas, journey: str) -> list[tuple[int | None, int | None]]:
    """The steps before and after each of a journey, as indices: on the main way where a step is on several."""
    steps = atlas.journeys[journey].steps
    last = len(steps) - 1
    if not has_ways(steps):
        return [(n - 1 if n else None, n + 1 if n < last else None) for n in range(len(steps))]
    found: dict[int, tuple[int | None, int | None]] = {}
    for moments in sequences(steps):
        for position, moment in enumerate(moments):
            before = moments[position - 1][-1] if position else None
            after = moments[position + 1][0] if position + 1 < len(moments) else None
            for index in moment:
                found.setdefault(index, (before, after))
    return [found.get(index, (None, None)) for index in range(len(steps))]


def _channels_at(atlas: Atlas, place: StepLocation) -> Iterator[str]:
    return (channel.id for channel in atlas.channels_of(place.step))


def _teams_at(atlas: Atlas, place: StepLocation) -> Iterator[str]:
    return (team.id for team in atlas.teams_of(place.step))


def _stage_at(_atlas: Atlas, place: StepLocation) -> Iterator[str]:
    return iter((place.stage.stage,))


def _systems_at(atlas: Atlas, place: StepLocation) -> Iterator[str]:
    return iter(systems_of(atlas, place.step))


def _tags_at(_atlas: Atlas, place: StepLocation) -> Iterator[str]:
    return iter(dict.fromkeys(map(name_id, place.journey.tags)))


_NAMED_AT: Mapping[str, Callable[[Atlas, StepLocation], Iterator[str]]] = {
    "channel": _channels_at,
    "team": _teams_at,
    "stage": _stage_at,
    "system": _systems_at,
    "tag": _tags_at,
}
