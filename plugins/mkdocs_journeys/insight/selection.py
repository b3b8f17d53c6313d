"""What the other insights look at: which journeys, which pains of a step; and means of what is known."""

from collections.abc import Iterable
from math import floor

from mkdocs_journeys.atlas import Atlas, LocatedPain
from mkdocs_journeys.model import Journey, Pain, Step


def present_journeys(atlas: Atlas) -> list[Journey]:
    """What customers go through today: journeys that are neither retired nor a future state."""
    return [journey for journey in atlas.journeys.values() if is_present(journey)]


def is_present(journey: Journey) -> bool:
    """Whether customers go through it today."""
    return journey.status != "retired" and journey.state == "current"


def kept_journeys(atlas: Atlas) -> list[Journey]:
    """The journeys that somebody has to keep: all but the retired ones."""
    return [journey for journey in atlas.journeys.values() if journey.status != "retired"]


def hurts_at(atlas: Atlas, step: Step) -> list[LocatedPain]:
    """The pains of a step, in its order, whether it defines them or names them."""
    return [atlas.hurts[pain.id if isinstance(pain, Pain) else pain] for pain in step.pains]


def open_hurts_at(atlas: Atlas, step: Step) -> list[LocatedPain]:
    """The pains of a step that somebody still suffers from."""
    return [hurt for hurt in hurts_at(atlas, step) if hurt.pain.is_open]


def mean(values: Iterable[float]) -> float | None:
    """The arithmetic mean; None of nothing."""
    known = values if isinstance(values, (list, tuple)) else list(values)
    return sum(known) / len(known) if known else None


def whole(value: float) -> int:
    """The nearest whole number, halves up, as people round."""
    return floor(value + 0.5)


def metrics_of_journey(journey: Journey) -> list[str]:
    """Ids of the metrics that a journey, its stages and its steps name, volumes too; with repeats."""
    found = [*journey.metrics]
    for stage in journey.stages:
        found += stage.metrics
        if stage.volume:
            found.append(stage.volume)
        for step in stage.steps:
            found += step.metrics
    return found
