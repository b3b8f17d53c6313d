"""What a figure of a metric says beside the one before it: better or worse, by more than chance, and of the target."""

from dataclasses import dataclass

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.diff.entities import Entity
from mkdocs_journeys.insight.inference.figures import FigureChange, change_between
from mkdocs_journeys.insight.metrics import is_improvement, series_of
from mkdocs_journeys.model import Metric, Observation


@dataclass(frozen=True, slots=True)
class FigureMove:
    """A figure beside an earlier one of its metric and segment, or beside what it was said to be before.

    `improves` is None where the data cannot say, or where it is as it was; `is_latest` whether none follows.
    """

    change: FigureChange
    improves: bool | None
    is_latest: bool

    @property
    def may_be_chance(self) -> bool:
        """Whether the data says that it may be chance; False where it cannot say."""
        return self.change.is_clear is False


def move_of(entity: Entity, earlier: Observation | None, atlas: Atlas) -> FigureMove | None:
    """How a figure differs from an earlier one; None if there is none, or one of them is withheld."""
    model, metric = entity.model, metric_of(entity)
    if earlier is None or not isinstance(model, Observation):
        return None
    change = change_between(metric, earlier, model)
    return FigureMove(change, is_improvement(metric, change.value), is_latest(entity, atlas))


def is_latest(entity: Entity, atlas: Atlas) -> bool:
    """Whether no figure of the same metric and segment follows."""
    model = entity.model
    if not isinstance(model, Observation):
        return False
    return all(one.date <= model.date for one in series_of(atlas, metric_of(entity).id, model.segment))


def figure_before(entity: Entity, atlas: Atlas) -> Observation | None:
    """The last earlier figure of the same segment."""
    model = entity.model
    if not isinstance(model, Observation):
        return None
    series = series_of(atlas, metric_of(entity).id, model.segment)
    return next((row for row in reversed(series) if row.date < model.date), None)


def metric_of(entity: Entity) -> Metric:
    """The metric of a figure."""
    metric = entity.parent.model if entity.parent else None
    assert isinstance(metric, Metric)  # noqa: S101
    return metric
