"""measure.yml: from which exports and databases figures come, and how each of them is worked out."""

from mkdocs_journeys.model.measuring.comments import CommentDefinition
from mkdocs_journeys.model.measuring.conditions import Condition, Conditions, Occurrence, Window, seconds_of
from mkdocs_journeys.model.measuring.definitions import (
    ChurnDefinition,
    CountDefinition,
    DurationDefinition,
    FunnelDefinition,
    FunnelStep,
    LifetimeDefinition,
    RatioDefinition,
    RetentionDefinition,
    ScoreDefinition,
    SumDefinition,
)
from mkdocs_journeys.model.measuring.document import Measure, ObservedJourney
from mkdocs_journeys.model.measuring.sources import Columns, DataSource
from mkdocs_journeys.model.measuring.working import WorkingHours

Definition = (
    CountDefinition
    | RatioDefinition
    | FunnelDefinition
    | DurationDefinition
    | RetentionDefinition
    | ChurnDefinition
    | SumDefinition
    | LifetimeDefinition
    | ScoreDefinition
)

__all__ = [
    "ChurnDefinition",
    "Columns",
    "CommentDefinition",
    "Condition",
    "Conditions",
    "CountDefinition",
    "DataSource",
    "Definition",
    "DurationDefinition",
    "FunnelDefinition",
    "FunnelStep",
    "LifetimeDefinition",
    "Measure",
    "ObservedJourney",
    "Occurrence",
    "RatioDefinition",
    "RetentionDefinition",
    "ScoreDefinition",
    "SumDefinition",
    "Window",
    "WorkingHours",
    "seconds_of",
]
