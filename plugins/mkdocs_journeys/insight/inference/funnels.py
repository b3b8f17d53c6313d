"""What becomes of those who reach a stage of a funnel: how many go on, how sure that is, and where most are lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from operator import attrgetter

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.insight.inference.figures import FigureChange
from mkdocs_journeys.insight.metrics import FunnelStage, funnel_of, series_of
from mkdocs_journeys.insight.statistics.intervals import Interval
from mkdocs_journeys.insight.statistics.proportions import newcombe_difference, wilson_interval
from mkdocs_journeys.model import Journey


@dataclass(frozen=True, slots=True)
class GoingOn:
    """How many of those who reached a stage go on to the next stage that is counted; stages are numbered from 1.

    `share` is in percent, as is `interval`, which is None where the two counts are not of the same day or more go on
    than came. `change` is that of the share from the period before, in points; None where that is not known.
    """

    stage_number: int
    next_number: int
    reached: float
    going_on: float
    interval: Interval | None
    change: FigureChange | None
    day: date | None
    day_before: date | None

    @property
    def share(self) -> float:
        """The percent that go on."""
        return self.going_on / self.reached * 100

    @property
    def lost(self) -> float:
        """How many do not go on; below 0 where more go on than came."""
        return self.reached - self.going_on


def going_on(atlas: Atlas, journey: Journey) -> tuple[GoingOn, ...]:
    """What becomes of those who reach each stage of a funnel, for all of its stages but the last."""
    found = []
    for stage, after in pairwise(funnel_of(atlas, journey)):
        if stage.value and after.value is not None:
            found.append(_going_on(atlas, stage, after, stage.value, after.value))
    return tuple(found)


def biggest_loss(stages: Sequence[GoingOn]) -> GoingOn | None:
    """The stage that loses the largest share; None where none loses anybody, or there is only one to choose from."""
    losing = [one for one in stages if one.lost > 0]
    return min(losing, key=attrgetter("share")) if len(stages) > 1 and losing else None


def _going_on(atlas: Atlas, stage: FunnelStage, after: FunnelStage, reached: float, going_on: float) -> GoingOn:
    """The counts of both stages by the days that both have; the last two of them are compared."""
    mine, theirs = ({one.date: one.value for one in series_of(atlas, part.metric.id)} for part in (stage, after))
    days = sorted(mine.keys() & theirs.keys())
    latest = next((day for day in reversed(days) if (mine[day], theirs[day]) == (reached, going_on)), None)
    before = max((day for day in days if latest and day < latest), default=None)
    return GoingOn(
        stage.stage_number,
        after.stage_number,
        reached,
        going_on,
        wilson_interval(going_on, reached).scaled(100) if latest and _are_part(going_on, reached) else None,
        _change((theirs[before], mine[before]), (going_on, reached)) if before else None,
        latest,
        before,
    )


def _change(earlier: tuple[float, float], later: tuple[float, float]) -> FigureChange | None:
    if not earlier[1]:
        return None
    value = (later[0] / later[1] - earlier[0] / earlier[1]) * 100
    if not _are_part(*earlier) or not _are_part(*later):
        return FigureChange(value, None, None)
    found = newcombe_difference(*earlier, *later).scaled(100)
    return FigureChange(value, found.interval, found.is_clear)


def _are_part(part: float, base: float) -> bool:
    """Whether one count can be of people among another."""
    return 0 <= part <= base and float(part).is_integer() and float(base).is_integer()
