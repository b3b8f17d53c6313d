"""What steps hold, and what a journey comes to with and without them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.emotion import known_emotions, step_emotion
from mkdocs_journeys.insight.selection import mean
from mkdocs_journeys.insight.ways import main_steps
from mkdocs_journeys.model import Journey, Pain, Step

NOISE = 1e-9
"""What is less comes from adding decimals in another order."""


@dataclass(frozen=True, slots=True)
class StepsEffect:
    """What some steps of a journey hold, and what the journey comes to with them and without them.

    `emotions` are the means of the steps where any is known, `at_truth` the emotions of all who act at their moments of
    truth, of which there are `truths`. `open_pains` are felt there, of which `shared_pains` are defined elsewhere.
    `mean_with` and `mean_without` are means of the main way; `rest` are the emotions of all other steps, and
    `rest_truths` their moments of truth. Emotions are −2 to 2.
    """

    steps: int
    emotions: tuple[float, ...]
    at_truth: tuple[float, ...]
    truths: int
    open_pains: int
    shared_pains: int
    mean_with: float | None
    mean_without: float | None
    rest: tuple[float, ...]
    rest_truths: int

    @property
    def emotion(self) -> float | None:
        """The mean of the steps."""
        return mean(self.emotions)

    @property
    def is_lowest(self) -> bool:
        """Whether the lowest point of the journey is negative and among the steps, and nowhere else."""
        low = min(self.emotions, default=0)
        return low < min(self.rest, default=0) if self.rest else low < 0

    @property
    def is_highest(self) -> bool:
        """Whether the highest point of the journey is positive and among the steps, and nowhere else."""
        high = max(self.emotions, default=0)
        return high > 0 and (not self.rest or high > max(self.rest))

    @property
    def lift(self) -> float:
        """How much the steps raise the mean emotion of their journey; negative where they lower it, 0 if unknown."""
        if self.mean_with is None or self.mean_without is None:
            return 0
        lift = self.mean_with - self.mean_without
        return lift if abs(lift) > NOISE else 0


def effect_of(steps: Collection[Step], journey: Journey, atlas: Atlas) -> StepsEffect:
    """The effect of some steps of a journey."""
    chosen = {id(step) for step in steps}
    others = [step for step in journey.steps if id(step) not in chosen]
    way = main_steps(journey)
    truths = [step for step in steps if step.moment_of_truth]
    pains = [pain for step in steps for pain in step.pains]
    mine = [pain for pain in pains if isinstance(pain, Pain) and pain.is_open]
    shared = {pain for pain in pains if isinstance(pain, str) and _is_open(pain, atlas)} - {pain.id for pain in mine}
    return StepsEffect(
        steps=len(steps),
        emotions=tuple(known_emotions(steps)),
        at_truth=tuple(emotion for step in truths for emotion in emotions_at(step)),
        truths=len(truths),
        open_pains=len(mine) + len(shared),
        shared_pains=len(shared),
        mean_with=mean(known_emotions(way)),
        mean_without=mean(known_emotions([step for step in way if id(step) not in chosen])),
        rest=tuple(known_emotions(others)),
        rest_truths=sum(step.moment_of_truth for step in others),
    )


def emotions_at(step: Step) -> Sequence[float]:
    """The emotion of each who acts at a step, or the one that holds for all; none where nobody knows."""
    if isinstance(step.emotion, dict):
        return list(step.emotion.values())
    found = step_emotion(step)
    return [] if found is None else [found]


def _is_open(pain: str, atlas: Atlas) -> bool:
    """Whether a pain is open as far as anybody knows: it may stand in a file that was not read."""
    return pain not in atlas.pains or atlas.pains[pain].pain.is_open
