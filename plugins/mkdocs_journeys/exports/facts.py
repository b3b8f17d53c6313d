"""What the head of a journey says wherever it is shown: who, how far, whose, and how it feels."""

from collections.abc import Iterator

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.emotion import mean_emotion, signed
from mkdocs_journeys.model import Journey


def facts_of(atlas: Atlas, journey: Journey) -> Iterator[tuple[str, str]]:
    """Names of facts with what they are; those of which nothing is known are left out."""
    yield "Personas", ", ".join(atlas.personas[id].name for id in journey.personas)
    yield "Status", journey.status
    if journey.owner:
        yield "Owner", atlas.teams[journey.owner].name
    if journey.reviewed:
        yield "Reviewed", journey.reviewed.isoformat()
    if journey.objective:
        yield "Objective", journey.objective
    if (mean := mean_emotion(journey)) is not None:
        yield "Mean emotion", signed(mean)


def emotion_shown(value: float) -> str:
    """An emotion with its sign, whole ones without decimals."""
    return signed(int(value) if value == int(value) else value)
