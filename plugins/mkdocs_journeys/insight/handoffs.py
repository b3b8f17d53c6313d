"""Where a customer crosses from one team to another."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from mkdocs_journeys.atlas import Atlas, Hurt, Place, places_of
from mkdocs_journeys.insight.emotion import step_emotion
from mkdocs_journeys.insight.selection import mean, open_hurts_at, present_journeys
from mkdocs_journeys.model import Journey, Team


@dataclass(frozen=True, slots=True)
class Handoff:
    """A change of team between two steps; `emotion` and the open `hurts` are those of the step after it."""

    journey: Journey
    before: Place
    after: Place
    from_team: Team
    to_team: Team
    emotion: float | None
    hurts: tuple[Hurt, ...]

    @property
    def sore(self) -> bool:
        """Whether the customer feels bad after it or an open pain stands there."""
        return bool(self.hurts) or (self.emotion is not None and self.emotion < 0)


@dataclass(frozen=True, slots=True)
class HandoffPair:
    """All hand-offs from one team to another; `emotion` is the mean after them, `sore` how many hurt."""

    from_team: Team
    to_team: Team
    handoffs: tuple[Handoff, ...]
    emotion: float | None
    sore: int

    @property
    def count(self) -> int:
        """How often it happens."""
        return len(self.handoffs)


def handoffs_of(atlas: Atlas, journey: Journey) -> list[Handoff]:
    """The hand-offs of a journey in order. Steps without a known team are passed over."""
    known = [(place, team) for place in places_of(journey) if (team := atlas.team_of(place.step))]
    return [
        Handoff(
            journey,
            before,
            after,
            from_team,
            to_team,
            step_emotion(after.step),
            tuple(open_hurts_at(atlas, after.step)),
        )
        for (before, from_team), (after, to_team) in pairwise(known)
        if from_team.id != to_team.id
    ]


def handoff_pairs(atlas: Atlas) -> list[HandoffPair]:
    """The hand-offs of the present journeys by pair of teams, the most frequent first, then the sorest."""
    groups: defaultdict[tuple[str, str], list[Handoff]] = defaultdict(list)
    for journey in present_journeys(atlas):
        for handoff in handoffs_of(atlas, journey):
            groups[handoff.from_team.id, handoff.to_team.id].append(handoff)
    return sorted((_pair(group) for group in groups.values()), key=lambda pair: (-pair.count, -pair.sore))


def _pair(handoffs: list[Handoff]) -> HandoffPair:
    emotions = (handoff.emotion for handoff in handoffs)
    return HandoffPair(
        handoffs[0].from_team,
        handoffs[0].to_team,
        tuple(handoffs),
        mean(value for value in emotions if value is not None),
        sum(handoff.sore for handoff in handoffs),
    )
