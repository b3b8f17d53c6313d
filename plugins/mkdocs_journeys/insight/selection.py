"""Which journeys, pains and metrics the other insights count; mean, rounding and grouping."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from math import floor
from typing import TypeVar

from mkdocs_journeys.atlas import Atlas, LocatedPain
from mkdocs_journeys.model import Journey, Pain, Step

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


def present_journeys(atlas: Atlas) -> list[Journey]:
    """The journeys that customers go through today: neither retired nor a future state."""
    return [journey for journey in atlas.journeys.values() if is_present(journey)]


def is_present(journey: Journey) -> bool:
    """True if customers go through the journey today."""
    return journey.status != "retired" and journey.state == "current"


def maintained_journeys(atlas: Atlas) -> list[Journey]:
    """All journeys but the retired ones."""
    return [journey for journey in atlas.journeys.values() if journey.status != "retired"]


def open_pains_at(atlas: Atlas, step: Step) -> list[LocatedPain]:
    """The open pains of a step, in its order, whether it defines or references them."""
    pains = (atlas.pains[pain.id if isinstance(pain, Pain) else pain] for pain in step.pains)
    return [item for item in pains if item.pain.is_open]


def metrics_of_journey(journey: Journey) -> list[str]:
    """Ids of the metrics that a journey, its stages and its steps name, volumes included; with repeats."""
    found = [*journey.metrics]
    for stage in journey.stages:
        found += stage.metrics
        if stage.volume:
            found.append(stage.volume)
        for step in stage.steps:
            found += step.metrics
    return found


def mean(values: Iterable[float]) -> float | None:
    """The arithmetic mean; None for no values."""
    known = values if isinstance(values, (list, tuple)) else list(values)
    return sum(known) / len(known) if known else None


def rounded(value: float) -> int:
    """The nearest whole number, halves up."""
    return floor(value + 0.5)


def grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> defaultdict[Key, list[Item]]:
    """Items by a key, each group in their order."""
    groups: defaultdict[Key, list[Item]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return groups
