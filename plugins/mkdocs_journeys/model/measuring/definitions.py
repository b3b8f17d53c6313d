"""How a figure is worked out from the rows of a source: one model for each kind of figure."""

from typing import Annotated, Literal

from pydantic import Field

from mkdocs_journeys.model.base import Count, Flag, MetricRef, Model, SourceRef, Text, VolumeRef
from mkdocs_journeys.model.measuring.conditions import Conditions, Occurrence, Window
from mkdocs_journeys.model.measuring.working import WorkingHours

Period = Literal["day", "week", "month", "quarter"]
Score = Literal["nps", "csat-top-2", "csat-mean", "ces-top-3", "ces-mean", "stars-mean", "stars-top-2", "tickets-good"]


class _Definition(Model):
    """What all definitions have in common."""

    source: SourceRef
    """The id of the source whose rows count. Example: product"""
    every: Period = "month"
    """How much time one figure is for; only periods that are over get one. Example: week"""
    by_segment: Flag = False
    """Whether each segment that the source tells apart gets figures, too. Example: true"""
    where: Conditions = Field(default_factory=dict)
    """Which of the source's rows count. Example: {country: [de, at]}"""
    unless: Conditions = Field(default_factory=dict)
    """Which of the source's rows do not count. Example: {is_staff: true}"""


class CountDefinition(_Definition):
    """How many people did something, or how often it happened."""

    metric: MetricRef
    """The id of the metric that gets the figures. Example: trial-starts"""
    event: Occurrence
    """What is counted. Example: trial_started"""
    of: Literal["people", "events", "sessions"] = "people"
    """What is counted: everybody once in each period, every time, or every session once. Example: events"""


class RatioDefinition(_Definition):
    """Which share of those who did one thing did another one, too, in the same period."""

    metric: MetricRef
    """The id of the metric that gets the figures. Example: repeat-contacts"""
    part: Occurrence
    """What the share did. Example: contacted_again"""
    whole: Occurrence
    """What all did, of whom it is a share. Example: contacted"""
    of: Literal["people", "events", "sessions"] = "people"
    """What is counted. Example: people"""


class FunnelStep(Model):
    """One step of a funnel."""

    event: Occurrence
    """What has to happen. Example: team_active"""
    metric: VolumeRef | None = None
    """The id of a metric of kind count that gets the number of those who came so far. Example: team-activations"""


class FunnelDefinition(_Definition):
    """How many of those who began came to the end, step by step, within a window."""

    metric: MetricRef | None = None
    """The id of the metric that gets the share of those who came to the last step. Example: trial-conversion"""
    steps: Annotated[list[FunnelStep], Field(min_length=2, max_length=20)]
    """The steps, in order. Example: [{event: trial_started}, {event: invoice_paid}]"""
    window: Window
    """How long somebody has, counted from the first step. Example: 30 d"""
    order: Literal["in-order", "strict", "any"] = "in-order"
    """Whether other events may lie between the steps, none may, or the steps may come in any order. Example: strict"""
    entry: Literal["first", "any"] = "first"
    """Whether only somebody's first first step counts, or each, of which the one that leads furthest. Example: any"""
    base: Literal["first", "previous"] = "first"
    """Of which step the share is taken: of the first, or of the last but one. Example: previous"""
    exclude: Occurrence | None = None
    """Who does this after the first step, and before the last one or the end of the window, does not count at all.
    Example: refunded
    """
    grace: Window | None = None
    """By how much a step may seem to come before the one before it, for clocks that differ. Example: 2 s"""
    hold: Text | None = None
    """The property whose value has to be the same in all steps. Example: order_id"""
    of: Literal["people", "sessions"] = "people"
    """Whether all steps have to be one person's, or of one session. Example: sessions"""


class DurationDefinition(_Definition):
    """How long it takes from one event to another, for those who come so far."""

    metric: MetricRef
    """The id of the metric that gets the figures, in its unit: s, min, h, d or weeks. Example: time-to-value"""
    start: Occurrence
    """Where the clock starts: somebody's first such event. Example: trial_started"""
    end: Occurrence
    """Where it stops: the first such event after it. Example: team_active"""
    window: Window
    """How long it may take to count at all. Example: 60 d"""
    period_of: Literal["start", "end"] = "start"
    """Whether a period has those who began in it, or those who came to the end in it; the latter have no pending ones,
    and tell of former times where something takes long. Example: end
    """
    working_hours: WorkingHours | None = None
    """When somebody works, for durations that count nothing else; the window counts all time, though.
    Example: {opens: "08:00", closes: "19:00", holidays: [2026-12-25]}
    """
    quantile: Annotated[float, Field(gt=0, lt=1)] = 0.5
    """Which of all durations it is: 0.5 for the median, 0.9 for what nine of ten people do not exceed. Example: 0.9"""


class RetentionDefinition(_Definition):
    """Which share of those who began in a period come back later."""

    metric: MetricRef
    """The id of the metric that gets the figures. Example: week-four-retention"""
    start: Occurrence
    """What makes somebody part of a period's cohort: their first such event. Example: trial_started"""
    back: Occurrence
    """What counts as coming back. Example: card_closed"""
    after: Window
    """How much later. Example: 28 d"""
    counting: Literal["on", "on-or-after", "within"] = "on"
    """Whether they come back on that day, on it or any time after it, or at any time until it. Example: within"""


class ChurnDefinition(_Definition):
    """Which share of the customers, or of their revenue, is lost in a period; or which share is kept."""

    metric: MetricRef
    """The id of the metric that gets the figures. Example: customer-churn"""
    of: Literal["customers", "revenue", "net-revenue"] = "customers"
    """Whether it is a share of the customers of the start, of what they paid then, or of that with what they have added
    since: of net revenue more than all may be kept. Example: net-revenue
    """
    share: Literal["lost", "kept"] = "lost"
    """Whether it is the share that is lost, or the one that is kept. Example: kept"""
    over: Annotated[Count, Field(ge=1, le=36)] = 1
    """How many periods lie between start and end: 12 for months that are held against the year before. Example: 12"""


class SumDefinition(_Definition):
    """How much money, or whatever else a source counts as an amount, comes together in a period."""

    metric: MetricRef
    """The id of the metric that gets the figures. Example: expansion-revenue"""
    event: Occurrence | None = None
    """What brings the amount, in a source of events or deals. Example: invoice_paid"""
    change: Literal["new", "expansion", "contraction", "lost"] | None = None
    """What subscriptions have gained or lost from the start of the period to its end; if nothing is said, what all of
    them bring in a month at its end. Example: expansion
    """
    figure: Literal["sum", "mean", "per-person"] = "sum"
    """Whether it is all of it, the mean of the amounts, or the mean of what each person comes to. Example: mean"""


class LifetimeDefinition(_Definition):
    """What a customer brings in before leaving: revenue per customer and month × margin ÷ churn in a month."""

    metric: MetricRef
    """The id of the metric that gets the figures. Example: lifetime-value"""
    margin: Annotated[float, Field(ge=0.01, le=1)] = 1.0
    """Which share of the revenue is left when what it costs to serve it is paid. Example: 0.8"""
    over: Annotated[Count, Field(ge=1, le=36)] = 1
    """Over how many periods losses are counted: 3 for months that tell of a quarter each. Example: 3"""


class ScoreDefinition(_Definition):
    """What people answered."""

    metric: MetricRef
    """The id of the metric that gets the figures. Example: nps"""
    score: Score
    """Which figure is made of the answers; CSAT and CES have two definitions each. Example: csat-top-2"""
    scale: Annotated[tuple[Count, ...], Field(min_length=2, max_length=2)] | None = None
    """The lowest and the highest answer, where they are not the usual ones. Example: [1, 5]"""
