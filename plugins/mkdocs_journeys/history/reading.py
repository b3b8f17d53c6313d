"""One version of a journey from its bytes alone, without the atlas around it."""

from collections.abc import Callable
from dataclasses import dataclass

from mkdocs_journeys.history.record import State
from mkdocs_journeys.insight.emotion import journey_emotion
from mkdocs_journeys.load import FileRole, parse_file, role_of
from mkdocs_journeys.model import Journey, Pain

Read = Callable[[str], bytes | None]
"""Gives a blob by its hash, None where this clone does not hold it."""


@dataclass(frozen=True, slots=True)
class File:
    """A blob and the path that it had, relative to the journeys folder."""

    path: str
    blob: str


def journey_of(file: File, read: Read) -> Journey | None:
    """The journey in a blob; None where it has mistakes, by the format of today, or cannot be read."""
    place = role_of(f"journeys/{file.path}", "journeys")
    data = read(file.blob) if isinstance(place, FileRole) and place.kind == "journey" else None
    if data is None or not isinstance(place, FileRole):
        return None
    model = parse_file(place, data).model
    return model if isinstance(model, Journey) else None


def state_of(journey: Journey) -> State:
    """How a journey stands; of its pains, those that it defines."""
    pains = (pain for step in journey.steps for pain in step.pains if isinstance(pain, Pain))
    return State(journey_emotion(journey), sum(pain.is_open for pain in pains))
