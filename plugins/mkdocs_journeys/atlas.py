"""The linked atlas: all files by id, with backlinks from each thing to its uses."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, wraps
from itertools import chain, compress, repeat
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple, TypeVar

from mkdocs_journeys.model import (
    Acknowledged,
    Catalog,
    Channel,
    Evidence,
    Journey,
    JourneyStage,
    Metric,
    Observation,
    Opportunity,
    Pain,
    Persona,
    Segment,
    Stage,
    Step,
    Team,
    Touchpoint,
    Withheld,
)
from mkdocs_journeys.model.free_names import FreeName, free_names
from mkdocs_journeys.model.measuring import Measure
from mkdocs_journeys.model.measuring.observed import ObservedWay
from mkdocs_journeys.model.references import Target
from mkdocs_journeys.yamlfile import Source

Item = TypeVar("Item", Stage, Channel, Touchpoint, Team, Segment, Metric)
Owned = TypeVar("Owned")
Found = TypeVar("Found")

PER_ACTOR = ("emotion", "feelings", "thinks", "says", "expects")
"""The fields of a step that may say something of each actor."""
said_per_actor = attrgetter(*PER_ACTOR)
"""The values of these fields of a step."""


class StepLocation(NamedTuple):
    """A step and its position: `number` counts the journey's steps from 1, `stage_number` its stages."""

    journey: Journey
    stage: JourneyStage
    stage_number: int
    step: Step
    number: int


class LocatedPain(NamedTuple):
    """A pain and the steps where it is felt; the first one defines it."""

    pain: Pain
    places: tuple[StepLocation, ...]

    @property
    def home(self) -> StepLocation:
        """The step that defines the pain."""
        return self.places[0]


@dataclass(frozen=True)
class Atlas:
    """The content of all files, by id in the order of the files' paths. All references resolve.

    `observations` and `withheld` hold the rows of figures by the id of their metric; `observed` what was seen on each
    journey; `measure` how both are worked out, and `acknowledged` the changes that are accepted for now, None where
    nothing says so; `sources` the file behind each path, for positions; `assets` the paths under assets/; `named` the
    (kind, id) of all that fields refer to, `links` of all that rich texts link to.
    """

    catalog: Catalog
    journeys: Mapping[str, Journey] = field(default_factory=dict)
    personas: Mapping[str, Persona] = field(default_factory=dict)
    opportunities: Mapping[str, Opportunity] = field(default_factory=dict)
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    observations: Mapping[str, tuple[Observation, ...]] = field(default_factory=dict)
    withheld: Mapping[str, tuple[Withheld, ...]] = field(default_factory=dict)
    observed: Mapping[str, tuple[ObservedWay, ...]] = field(default_factory=dict)
    measure: Measure | None = None
    acknowledged: Acknowledged | None = None
    assets: frozenset[str] = frozenset()
    sources: Mapping[str, Source] = field(default_factory=dict)
    named: frozenset[Target] = frozenset()
    links: frozenset[Target] = frozenset()
    _cache: dict[Any, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    def cached(self, of: Callable[..., Found], *given: Hashable) -> Found:
        """`of(self, *given)`, computed once; callers must not change it."""
        key = (of, given)
        if key not in self._cache:
            self._cache[key] = of(self, *given)
        found: Found = self._cache[key]
        return found

    @cached_property
    def stages(self) -> dict[str, Stage]:
        """The lifecycle's stages, in order."""
        return _by_id(self.catalog.stages)

    @cached_property
    def channels(self) -> dict[str, Channel]:
        """Channels by id."""
        return _by_id(self.catalog.channels)

    @cached_property
    def touchpoints(self) -> dict[str, Touchpoint]:
        """Touchpoints by id."""
        return _by_id(self.catalog.touchpoints)

    @cached_property
    def teams(self) -> dict[str, Team]:
        """Teams by id."""
        return _by_id(self.catalog.teams)

    @cached_property
    def segments(self) -> dict[str, Segment]:
        """Segments by id."""
        return _by_id(self.catalog.segments)

    @cached_property
    def systems(self) -> dict[str, FreeName]:
        """The systems that steps and touchpoints name, by the ids of their names."""
        named = chain(map(attrgetter("step"), self.steps_having("systems")), self.catalog.touchpoints)
        return free_names(name for one in named for name in one.systems)

    @cached_property
    def tags(self) -> dict[str, FreeName]:
        """The tags of journeys, by the ids of their names."""
        return free_names(tag for journey in self.journeys.values() for tag in journey.tags)

    @cached_property
    def metrics(self) -> dict[str, Metric]:
        """Metrics by id."""
        return _by_id(self.catalog.metrics)

    @cached_property
    def places(self) -> dict[str, tuple[StepLocation, ...]]:
        """Journey id to its steps, in order."""
        return {id: tuple(places_of(journey)) for id, journey in self.journeys.items()}

    @cached_property
    def step_fields(self) -> tuple[list[StepLocation], list[dict[str, Any]]]:
        """All steps of all journeys, and the values of each by field."""
        places = list(chain.from_iterable(self.places.values()))
        return places, [vars(place.step) for place in places]

    def steps_having(self, field: str) -> list[StepLocation]:
        """The steps of all journeys that say something in a field, gathered when first asked for."""
        return self.cached(_steps_having, field)

    @cached_property
    def told_apart(self) -> list[tuple[StepLocation, str]]:
        """Steps at which a field says something of each actor, and that field."""
        places, values = self.step_fields
        chosen = [(field, map(isinstance, map(itemgetter(field), values), repeat(dict))) for field in PER_ACTOR]
        return [(place, field) for field, is_block in chosen for place in compress(places, is_block)]

    @cached_property
    def pains(self) -> dict[str, LocatedPain]:
        """Pain id to the pain with the steps where it is felt, in the order in which journeys define them."""
        defined: dict[str, tuple[Pain, StepLocation]] = {}
        felt: defaultdict[str, list[StepLocation]] = defaultdict(list)
        for place in self.steps_having("pains"):
            for pain in place.step.pains:
                if isinstance(pain, Pain):
                    defined[pain.id] = (pain, place)
                else:
                    felt[pain].append(place)
        return {id: LocatedPain(pain, (home, *felt[id])) for id, (pain, home) in defined.items()}

    @cached_property
    def pains_of_journey(self) -> dict[str, list[LocatedPain]]:
        """Journey id to the pains felt in it, each once, in the order of their steps."""
        return _grouped((place.journey.id, located) for located in self.pains.values() for place in located.places)

    @cached_property
    def journeys_of_persona(self) -> dict[str, list[Journey]]:
        """Persona id to the journeys that name it, as one of its own or as an actor of a step."""
        acting: defaultdict[str, list[str]] = defaultdict(list)
        for place in (*self.steps_having("actors"), *(place for place, _ in self.told_apart)):
            acting[place.journey.id] += actors_of(place.journey, place.step)
        return _grouped(
            (persona, journey)
            for journey in self.journeys.values()
            for persona in dict.fromkeys([*journey.personas, *acting[journey.id]])
        )

    @cached_property
    def opportunities_of_pain(self) -> dict[str, list[Opportunity]]:
        """Pain id to the opportunities that answer it."""
        return _grouped((pain, item) for item in self.opportunities.values() for pain in item.pains)

    @cached_property
    def opportunities_of_journey(self) -> dict[str, list[Opportunity]]:
        """Journey id to opportunities that name it, that its steps name, or that answer a pain felt in it."""
        named = (
            (place.journey.id, self.opportunities[id])
            for place in self.steps_having("opportunities")
            for id in place.step.opportunities
        )
        direct = ((journey, item) for item in self.opportunities.values() for journey in item.journeys)
        through = (
            (place.journey.id, item)
            for pain, items in self.opportunities_of_pain.items()
            for place in self.pains[pain].places
            for item in items
        )
        return _grouped([*named, *direct, *through])

    @cached_property
    def details_of(self) -> dict[str, list[Journey]]:
        """Journey id to the journeys that are `part_of` it."""
        return _grouped((j.part_of, j) for j in self.journeys.values() if j.part_of)

    @cached_property
    def futures_of(self) -> dict[str, list[Journey]]:
        """Journey id to the future journeys that would replace it."""
        return _grouped((j.baseline, j) for j in self.journeys.values() if j.baseline)

    @cached_property
    def places_of_touchpoint(self) -> dict[str, list[StepLocation]]:
        """Touchpoint id to every step that happens there."""
        found: defaultdict[str, list[StepLocation]] = defaultdict(list)
        for place in self.steps_having("touchpoint"):
            for id in dict.fromkeys(place.step.touchpoint):
                found[id].append(place)
        return dict(found)

    @property
    def documents(self) -> Iterator[Journey | Persona | Opportunity | Evidence]:
        """Everything that has a file of its own but the catalog, kind by kind."""
        kinds = (self.journeys, self.personas, self.opportunities, self.evidence)
        return chain.from_iterable(kind.values() for kind in kinds)

    def teams_of(self, step: Step) -> tuple[Team, ...]:
        """The teams behind a step: its own, else those of its touchpoints."""
        ids = step.team or [place.team for place in self._touchpoints_of(step)]
        return tuple([team for id in dict.fromkeys(ids) if (team := self.teams.get(id or ""))])

    def channels_of(self, step: Step) -> tuple[Channel, ...]:
        """The channels of a step: its own, else those of its touchpoints."""
        ids = step.channel or [place.channel for place in self._touchpoints_of(step)]
        return tuple([channel for id in dict.fromkeys(ids) if (channel := self.channels.get(id))])

    def _touchpoints_of(self, step: Step) -> list[Touchpoint]:
        """The touchpoints of a step that the catalog knows; a side of a diff may name others."""
        return [place for id in step.touchpoint if (place := self.touchpoints.get(id))]

    def stage_name(self, stage: JourneyStage) -> str:
        """The name of a stage in a journey: its own, else the catalog's."""
        return stage.name or self.stages[stage.stage].name


def once_per_atlas(of: Callable[[Atlas], Found]) -> Callable[[Atlas], Found]:
    """Decorate a function of an atlas that is always wanted from `Atlas.cached`."""
    return wraps(of)(lambda atlas: atlas.cached(of))


def places_of(journey: Journey) -> Iterator[StepLocation]:
    """The steps of a journey with their stage and number."""
    number = 0
    for stage_number, stage in enumerate(journey.stages, 1):
        for step in stage.steps:
            number += 1
            yield StepLocation(journey, stage, stage_number, step, number)


def actors_of(journey: Journey, step: Step) -> tuple[str, ...]:
    """Ids of the personas who act in a step: named, else those of whom a field tells apart, else the main persona."""
    if step.actors:
        return step.actors
    named = dict.fromkeys([id for value in said_per_actor(step) if isinstance(value, dict) for id in value])
    return tuple(named) or (journey.personas[0],)


def _steps_having(atlas: Atlas, field: str) -> list[StepLocation]:
    places, values = atlas.step_fields
    return list(compress(places, map(itemgetter(field), values)))


def _by_id(items: Iterable[Item]) -> dict[str, Item]:
    return {item.id: item for item in items}


def _grouped(pairs: Iterable[tuple[str, Owned]]) -> dict[str, list[Owned]]:
    """Key to its values, each value once (by identity), in order of appearance."""
    groups: defaultdict[str, dict[int, Owned]] = defaultdict(dict)
    for key, value in pairs:
        groups[key].setdefault(id(value), value)
    return {key: list(values.values()) for key, values in groups.items()}
