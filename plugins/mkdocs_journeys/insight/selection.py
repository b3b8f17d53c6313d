"""Which journeys, pains and metrics the other insights count; mean and rounding."""

from collections.abc import Iterable
from math import floor

from mkdocs_journeys.atlas import Atlas, LocatedPain
from mkdocs_journeys.model import Journey, Pain, Step


def present_journeys(atlas: Atlas) -> list[Journey]:
    """The journeys that customers go through today: neither retired nor a future state."""
    return [journey for journey in atlas.journeys.values() if is_present(journey)]


def is_present(journey: Journey) -> bool:
    """True if customers go through the journey today."""
    return journey.status != "retired" and journey.state == "current"


def maintained_journeys(atlas: Atlas) -> list[Journey]:
    """All journeys but the retired ones."""
    return [journey for journey in atlas.journeys.values() if journey.status != "retired"]


def pains_at(atlas: Atlas, step: Step) -> list[LocatedPain]:
    """The pains of a step, in its order, whether it defines or references them."""
    return [atlas.pains[pain.id if isinstance(pain, Pain) else pain] for pain in step.pains]


def open_pains_at(atlas: Atlas, step: Step) -> list[LocatedPain]:
    """The open pains of a step, in its order."""
    return [item for item in pains_at(atlas, step) if item.pain.is_open]


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
