"""How customers feel at each stage over many journeys."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from mkdocs_journeys.insight.emotion import known_emotions
from mkdocs_journeys.insight.selection import is_present
from mkdocs_journeys.insight.ways import main_steps
from mkdocs_journeys.model import Journey


class StageEmotion(NamedTuple):
    """The emotions at one stage: their sum, and how many steps have one."""

    total: float
    steps: int

    @property
    def mean(self) -> float:
        """The mean, −2 to 2."""
        return self.total / self.steps


StageEmotions = Mapping[str, StageEmotion]
"""Emotions by the id of their stage."""
_NONE = StageEmotion(0, 0)


def stage_emotions(journey: Journey) -> StageEmotions:
    """The known emotions of the steps on the main way of a journey; none of one that is not present."""
    found: defaultdict[str, list[float]] = defaultdict(list)
    for stage in journey.stages if is_present(journey) else ():
        found[stage.stage] += known_emotions(main_steps(journey, stage))
    return {id: StageEmotion(sum(felt), len(felt)) for id, felt in found.items() if felt}


def summed_emotions(journeys: Iterable[StageEmotions]) -> StageEmotions:
    """The emotions of many journeys together."""
    found: dict[str, StageEmotion] = {}
    for journey in journeys:
        for id, (total, steps) in journey.items():
            before = found.get(id, _NONE)
            found[id] = StageEmotion(before.total + total, before.steps + steps)
    return found
