"""measure.yml as a whole."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from mkdocs_journeys.model.base import Count, Date, Document, Id, JourneyRef, Model, SourceRef
from mkdocs_journeys.model.measuring.comments import CommentDefinition
from mkdocs_journeys.model.measuring.conditions import Conditions, Occurrence, Window, Zone
from mkdocs_journeys.model.measuring.definitions import (
    ChurnDefinition,
    CountDefinition,
    DurationDefinition,
    FunnelDefinition,
    LifetimeDefinition,
    RatioDefinition,
    RetentionDefinition,
    ScoreDefinition,
    SumDefinition,
)
from mkdocs_journeys.model.measuring.sources import DataSource

LISTS = ("counts", "ratios", "funnels", "durations", "retention", "churn", "sums", "lifetimes", "scores")
"""The lists of definitions, each of one kind of figure."""
NOBODY, NOT_OVER = "nobody in this period", "the time of some is not over"
"""What stands in the note of a row that a definition has no figure for: no row fits, or it is too early."""


class ObservedJourney(Model):
    """What people were seen to do, beside what a map says that they do."""

    journey: JourneyRef
    """The id of the journey. Example: try-before-paying"""
    source: SourceRef
    """The id of the source whose events count. Example: product"""
    steps: dict[Id, Occurrence]
    """Which event shows that somebody is at a step, by the step's id. Example: {start-trial: trial_started}"""
    goal: Occurrence
    """What counts as having come to the end. Example: invoice_paid"""
    window: Window
    """How far before the goal a way is looked at, and how long after its beginning. Example: 60 d"""
    since: Window = "90 d"
    """How far back from the source's last event people are looked at. Example: 180 d"""
    where: Conditions = Field(default_factory=dict)
    """Which of the source's rows count. Example: {country: [de, at]}"""
    unless: Conditions = Field(default_factory=dict)
    """Which of the source's rows do not count. Example: {is_staff: true}"""


class Measure(Document):
    """Where your figures come from, and how each of them is worked out by `journeys measure`."""

    format: Literal[1]
    """The version of the format that this file is written in. Example: 1"""
    time_zone: Zone = "UTC"
    """Whose days and months the figures are for. Example: Europe/Berlin"""
    since: Date | None = None
    """The first day that figures are for, where the sources go back further. Example: 2025-01-01"""
    smallest: Annotated[Count, Field(ge=1)] = 5
    """Figures of fewer people are withheld. Example: 10"""
    sources: tuple[DataSource, ...] = ()
    """The exports and tables that are read. Example: [{id: product, preset: mixpanel, files: "exports/*.jsonl"}]"""
    counts: tuple[CountDefinition, ...] = ()
    """How many did something. Example: [{metric: trial-starts, source: product, event: trial_started}]"""
    ratios: tuple[RatioDefinition, ...] = ()
    """Shares of those who did something.
    Example: [{metric: repeat-contacts, source: help, part: asked_again, whole: asked}]
    """
    funnels: tuple[FunnelDefinition, ...] = ()
    """Who came how far.
    Example: [{source: product, window: 30 d, steps: [{event: trial_started}, {event: invoice_paid}]}]
    """
    durations: tuple[DurationDefinition, ...] = ()
    """How long something takes.
    Example: [{metric: time-to-value, source: product, start: trial_started, end: team_active, window: 60 d}]
    """
    retention: tuple[RetentionDefinition, ...] = ()
    """Who comes back.
    Example: [{metric: still-here, source: product, start: trial_started, back: card_closed, after: 28 d}]
    """
    churn: tuple[ChurnDefinition, ...] = ()
    """Who leaves. Example: [{metric: customer-churn, source: billing}]"""
    sums: tuple[SumDefinition, ...] = ()
    """How much money. Example: [{metric: expansion-revenue, source: billing, change: expansion}]"""
    lifetimes: tuple[LifetimeDefinition, ...] = ()
    """What customers bring in before they leave. Example: [{metric: lifetime-value, source: billing, margin: 0.8}]"""
    scores: tuple[ScoreDefinition, ...] = ()
    """What people answered. Example: [{metric: nps, source: survey, score: nps}]"""
    journeys: tuple[ObservedJourney, ...] = ()
    """Which ways people take, beside those on the map.
    Example: [{journey: buy, source: product, goal: paid, window: 60 d, steps: {try-it: trial_started}}]
    """
    comments: tuple[CommentDefinition, ...] = ()
    """Which comments are kept as evidence, masked; none if nothing is said.
    Example: [{evidence: nps-comments, title: What people write, source: survey, limit: 6}]
    """

    def metrics_given(self) -> Iterator[tuple[str, tuple[str | int, ...]]]:
        """The id of each metric that a definition gives figures to, and the path where it is named."""
        for name in LISTS:
            for number, definition in enumerate(getattr(self, name)):
                if definition.metric:
                    yield definition.metric, (name, number, "metric")
                for at, step in enumerate(getattr(definition, "steps", ())):
                    if step.metric:
                        yield step.metric, (name, number, "steps", at, "metric")
