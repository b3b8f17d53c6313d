"""Where a customer crosses from one team to another."""

from dataclasses import dataclass
from itertools import pairwise

from mkdocs_journeys.atlas import Atlas, LocatedPain, StepLocation
from mkdocs_journeys.insight.emotion import step_emotion
from mkdocs_journeys.insight.selection import open_hurts_at
from mkdocs_journeys.model import Journey, Step, Team


@dataclass(frozen=True, slots=True)
class Handoff:
    """A change of team between two steps; `emotion` and the open `hurts` are those of the step after it."""

    before: StepLocation
    after: StepLocation
    from_team: Team
    to_team: Team
    emotion: float | None
    hurts: tuple[LocatedPain, ...]


def handoffs_of(atlas: Atlas, journey: Journey) -> list[Handoff]:
    """The hand-offs of a journey in order. Steps without a known team are passed over."""
    known = [(place, team) for place in atlas.places[journey.id] if (team := atlas.team_of(place.step))]
    return [
        Handoff(before, after, from_team, to_team, step_emotion(after.step), _open_hurts(atlas, after.step))
        for (before, from_team), (after, to_team) in pairwise(known)
        if from_team.id != to_team.id
    ]


def _open_hurts(atlas: Atlas, step: Step) -> tuple[LocatedPain, ...]:
    return tuple(open_hurts_at(atlas, step)) if step.pains else ()
