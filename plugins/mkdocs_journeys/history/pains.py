"""What git tells of each pain: since when it has its status, and whether it was resolved and hurts again."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from mkdocs_journeys.history.record import JourneyHistory
from mkdocs_journeys.model.scales import OPEN_PAIN_STATUSES, PainStatus


@dataclass(frozen=True, slots=True)
class PainMoment:
    """A pain on the day of a commit: its status, and the emotion of its step, None if nobody knows."""

    day: date
    status: PainStatus
    emotion: float | None


@dataclass(frozen=True, slots=True)
class PainHistory:
    """The commits of a pain, the earliest first; `cut` if older ones are unknown, so that each age is the least."""

    moments: tuple[PainMoment, ...]
    cut: bool = False

    @property
    def status(self) -> PainStatus:
        """The status in the last commit."""
        return self.moments[-1].status

    @property
    def since(self) -> date:
        """The day on which it got that status."""
        changes = [now.day for was, now in pairwise(self.moments) if was.status != now.status]
        return changes[-1] if changes else self.moments[0].day

    @property
    def reopened(self) -> tuple[date, date] | None:
        """The days on which it was resolved and on which it hurt again, the last time; None for one that did not."""
        resolved, found = None, None
        for was, now in pairwise(self.moments):
            if was.status != now.status == "resolved":
                resolved = now.day
            if was.status == "resolved" and now.status in OPEN_PAIN_STATUSES:
                found = resolved or was.day, now.day
        return found if self.status in OPEN_PAIN_STATUSES else None

    def emotion_on(self, day: date) -> float | None:
        """The emotion of its step as it was known at the end of a day."""
        known = [moment.emotion for moment in self.moments if moment.day <= day]
        return known[-1] if known else None


def pain_histories(journeys: Iterable[JourneyHistory]) -> Mapping[str, PainHistory]:
    """The history of each pain by its id, from those of the journeys; one may have moved from journey to journey."""
    found: defaultdict[str, list[PainMoment]] = defaultdict(list)
    cut: set[str] = set()
    for journey in journeys:
        for event in reversed(journey.events):
            for pain in event.state.pains:
                found[pain.id].append(PainMoment(event.commit.day, pain.status, pain.emotion))
        if journey.cut and journey.events:
            cut.update(pain.id for pain in journey.events[-1].state.pains)
    return {
        id: PainHistory(tuple(sorted(moments, key=lambda one: one.day)), id in cut) for id, moments in found.items()
    }
