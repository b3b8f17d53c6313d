"""How long journeys and their stages take, added up along the main way."""

from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_journeys.insight.ways import main_steps, moments_of
from mkdocs_journeys.model import Journey, JourneyStage, Step
from mkdocs_journeys.model.duration import Duration, added, duration_of, longest
from mkdocs_journeys.translation.messages import gettext as _


class TimeTaken(NamedTuple):
    """How long a stage or a journey takes: `known` of `parts` steps or stages say it, `waiting` of it is waiting.

    `stated` is true where the stage says it of itself.
    """

    whole: Duration
    waiting: Duration
    known: int
    parts: int
    stated: bool = False


def time_of_stage(journey: Journey, stage: JourneyStage) -> TimeTaken | None:
    """What the stage says, else the sum of its steps on the main way; None where nothing is known."""
    steps = main_steps(journey, stage)
    waiting = added(filter(None, [_duration(step.wait) for step in steps]))
    stated = _duration(stage.duration)
    if stated:
        return TimeTaken(stated, waiting, 1, 1, stated=True)
    taken = {id(step): _of_step(step) for step in steps}
    moments = [[taken[id(step)] for step in moment] for moment in moments_of(steps)]
    known = [longest(filter(None, moment)) for moment in moments if any(moment)]
    if not known:
        return None
    return TimeTaken(added(known), waiting, len(known), len(moments))


def time_of_journey(journey: Journey) -> TimeTaken | None:
    """The sum of the stages; None where nothing is known."""
    return total_time([time_of_stage(journey, stage) for stage in journey.stages])


def time_in_words(time: TimeTaken) -> str:
    """`9–16 d in all`, or `9–16 d as far as known` where some part does not tell."""
    if time.known == time.parts:
        return _("%(time)s in all", time=time.whole)
    return _("%(time)s as far as known", time=time.whole)


def total_time(stages: Sequence[TimeTaken | None]) -> TimeTaken | None:
    """The sum of the times of stages; a stage of which not all is known counts as not known in `known`."""
    known = [time for time in stages if time]
    if not known:
        return None
    complete = sum(time.known == time.parts for time in known)
    whole, waiting = added([time.whole for time in known]), added([time.waiting for time in known])
    return TimeTaken(whole, waiting, complete, len(stages))


def _of_step(step: Step) -> Duration | None:
    """Doing and waiting together."""
    known = [time for time in (_duration(step.duration), _duration(step.wait)) if time]
    return added(known) if known else None


def _duration(text: str | None) -> Duration | None:
    return duration_of(text) if text else None
