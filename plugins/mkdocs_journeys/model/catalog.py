"""catalog.yml: the shared vocabulary of an atlas, how it is scored, and the settings of the rules."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mkdocs_journeys.model.base import (
    LANGUAGE_PATTERN,
    ChannelRef,
    Colour,
    Count,
    Date,
    Document,
    Flag,
    Id,
    Link,
    MapLaneRef,
    Model,
    Number,
    Percent,
    Rich,
    StageRef,
    TeamRef,
    Text,
    Texts,
)
from mkdocs_journeys.model.settings.lint import Lint
from mkdocs_journeys.model.settings.trackers import Trackers

PainMethod = Literal["severity-frequency-impact", "severity-reach"]
OpportunityMethod = Literal["value-effort", "rice", "ice", "wsjf", "ulwick"]
ChannelKind = Literal["digital", "physical", "human"]
Icon = Literal["screen", "phone", "mail", "chat", "person", "store", "document", "event", "app"]
MetricKind = Literal[
    "nps", "csat", "ces", "clv", "conversion", "churn", "retention", "duration", "count", "money", "other"
]


class Stage(Model):
    """One stage of the customer's lifecycle."""

    id: Id
    """How journeys name this stage. Example: consideration"""
    name: Text
    """What people read. Example: Consideration"""
    description: Text | None = None
    """What happens in this stage. Example: Compares us with others"""
    colour: Colour | None = None
    """The stage's colour on every map, in quotes. Example: "#0f8f7f" """


class Channel(Model):
    """A medium through which customer and company meet."""

    id: Id
    """How touchpoints and steps name this channel. Example: web"""
    name: Text
    """What people read. Example: Website"""
    kind: ChannelKind
    """What sort of medium it is. Example: digital"""
    icon: Icon | None = None
    """The picture that is drawn beside its touchpoints. Example: screen"""


class Touchpoint(Model):
    """A concrete place where customer and company meet."""

    id: Id
    """How steps name this touchpoint. Example: pricing-page"""
    name: Text
    """What people read. Example: Pricing page"""
    channel: ChannelRef
    """The id of the channel that it belongs to. Example: web"""
    team: TeamRef | None = None
    """The id of the team that looks after it. Example: marketing"""
    initiator: Literal["customer", "company"] | None = None
    """Who makes the first move here. Example: customer"""
    systems: Texts = ()
    """The software that runs it. Example: [CRM, Billing]"""
    status: Literal["planned", "live", "retired"] = "live"
    """Whether customers can meet it today. Example: live"""
    description: Text | None = None
    """What it is for. Example: Shows the three plans and what they cost"""


class Team(Model):
    """Who owns things."""

    id: Id
    """How owners are named everywhere else. Example: growth"""
    name: Text
    """What people read. Example: Growth"""
    contact: Text | None = None
    """Where to reach the team. Example: "#growth" """
    codeowner: Text | None = None
    """The team's name on your git host. Example: "@acme/growth" """


class Segment(Model):
    """A part of the customer base."""

    id: Id
    """How personas, journeys and studies name this segment. Example: small-firms"""
    name: Text
    """What people read. Example: Small firms"""
    description: Text | None = None
    """Who belongs to it. Example: Up to fifty people, no IT department"""


class Metric(Model):
    """A figure that is followed over time; its observations stand in `metrics/ID.csv`."""

    id: Id
    """How journeys name this metric, and the name of its file in metrics/. Example: trial-conversion"""
    name: Text
    """What people read. Example: Trial to paid"""
    kind: MetricKind
    """What is measured; it decides which columns its file of figures may have. Example: conversion"""
    unit: Text | None = None
    """What its figures are counted in. Example: "%" """
    better: Literal["higher", "lower"] | None = None
    """Which way is good. Example: higher"""
    baseline: Number | None = None
    """Where the figure stood at the start. Example: 5.4"""
    target: Number | None = None
    """Where the figure should stand. Example: 8"""
    by: Date | None = None
    """The day by which the target should be reached. Example: 2026-12-31"""
    team: TeamRef | None = None
    """The id of the team that answers for it. Example: growth"""
    source: Text | None = None
    """Where the figure comes from. Example: The billing system, monthly"""
    description: Text | None = None
    """How it is worked out. Example: Trials that pay within thirty days, of all trials"""


@dataclass(frozen=True, slots=True)
class Observation:
    """One row of metrics/ID.csv.

    `value` is in the metric's unit (percent for rates, −100 to 100 for nps), `n` its sample size; `segment` is None
    for the whole base; `line` is the row's line in the file. `counts` are the numbers that the value is worked out
    from: numerator and denominator, or promoters, passives and detractors; none where it is given as such. `low` and
    `high` are the ends of its 95 % interval, `pending` the people left out because their time had not ended.
    """

    date: date
    value: float
    n: float | None
    segment: str | None
    line: int
    counts: tuple[float, ...] = ()
    low: float | None = None
    high: float | None = None
    pending: float | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Withheld:
    """A row of metrics/ID.csv that has no figures, and says why in its note: too few people, for one."""

    date: date
    segment: str | None
    line: int
    note: str
    pending: float | None = None


class Lane(Model):
    """A lane of a map that this atlas adds to the usual ones."""

    id: Id
    """The key under which steps fill this lane. Example: regulation"""
    name: Text
    """What people read at the left of the map. Example: Regulation"""
    description: Text | None = None
    """What belongs in this lane. Example: Laws that shape what we do"""


class Lifecycle(Model):
    """One of several lifecycles; a journey belongs to the first that has all its stages."""

    id: Id
    """What tells this lifecycle from the others. Example: suppliers"""
    name: Text
    """What people read. Example: Suppliers"""
    stages: Annotated[list[StageRef], Field(min_length=1)]
    """The ids of its stages, in order. Example: [approval, first-order]"""


class MapLayout(Model):
    """Which lanes maps show, and in which order."""

    lanes: tuple[MapLaneRef, ...] = ()
    """The ids of lanes in the order wanted, your own included; those left out follow. Example: [thinks, pains]"""
    hidden: tuple[MapLaneRef, ...] = ()
    """The ids of lanes that are hidden until a reader asks for them. Example: [policy]"""


class Bands(Model):
    """Scores from which a pain or an opportunity counts as high or medium, 0 to 100."""

    high: Percent = 40
    """The score from which something counts as high. Example: 40"""
    medium: Percent = 15
    """The score from which something counts as medium. Example: 15"""


class Scoring(Model):
    """How pains and opportunities are scored."""

    pain: PainMethod = "severity-frequency-impact"
    """How the score of a pain is worked out. Example: severity-frequency-impact"""
    opportunity: OpportunityMethod = "value-effort"
    """How the score of an opportunity is worked out. Example: value-effort"""
    bands: Bands = Bands()
    """The scores that part low, medium and high; they hold for all methods that count up to 100.
    Example: {high: 40, medium: 15}
    """
    currency: Text | None = None
    """What the costs of pains are counted in, where they do not say it themselves. Example: EUR"""


class ReviewPolicy(Model):
    """What the atlas asks of its journeys."""

    max_age_days: Annotated[Count, Field(ge=1)] = 180
    """After how many days a review counts as stale. Example: 180"""
    require_owner: Flag = False
    """Whether drafts need an owner, too; live journeys are asked for one anyway. Example: true"""
    require_evidence: Flag = False
    """Whether drafts need evidence, too; live journeys are asked for some anyway. Example: true"""
    max_figure_age_days: Annotated[Count, Field(ge=1)] = 100
    """After how many days without a new figure a metric counts as silent. Example: 100"""


class Catalog(Document):
    """The words that all journeys share, and what you ask of them."""

    format: Literal[1]
    """The version of the format that all files of this atlas are written in. Example: 1"""
    name: Text = "Customer journeys"
    """The title of the whole atlas and of its home page. Example: Our customers"""
    description: Rich | None = None
    """The first words of the home page, in Markdown. Example: How small firms find, try and keep our product"""
    stages: tuple[Stage, ...] = ()
    """The customer's lifecycle, in order. Example: [{id: consideration, name: Consideration}]"""
    channels: tuple[Channel, ...] = ()
    """The media through which you and your customers meet. Example: [{id: web, name: Website, kind: digital}]"""
    touchpoints: tuple[Touchpoint, ...] = ()
    """The places where you and your customers meet. Example: [{id: pricing-page, name: Pricing page, channel: web}]"""
    teams: tuple[Team, ...] = ()
    """Who can own journeys, touchpoints, pains and metrics. Example: [{id: growth, name: Growth}]"""
    segments: tuple[Segment, ...] = ()
    """The parts of your customer base. Example: [{id: small-firms, name: Small firms}]"""
    metrics: tuple[Metric, ...] = ()
    """The figures that you follow over time. Example: [{id: nps, name: Net promoter score, kind: nps}]"""
    lanes: tuple[Lane, ...] = ()
    """Rows that your maps have on top of the usual ones. Example: [{id: regulation, name: Regulation}]"""
    lifecycles: tuple[Lifecycle, ...] = ()
    """More than one lifecycle, where one does not fit all; without them, `stages` is the only one.
    Example: [{id: suppliers, name: Suppliers, stages: [approval, first-order]}]
    """
    map: MapLayout = MapLayout()
    """Which lanes maps show, and in which order. Example: {lanes: [thinks, pains], hidden: [policy]}"""
    language: Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)] | None = None
    """The language that these files are written in, where it is not that of the site. Example: de"""
    links: tuple[Link, ...] = ()
    """Where to read more. Example: [{title: How we map, url: "https://example.com/maps"}]"""
    scoring: Scoring = Scoring()
    """How pains and opportunities are scored. Example: {pain: severity-reach}"""
    review: ReviewPolicy = ReviewPolicy()
    """What you ask of your journeys. Example: {max_age_days: 120}"""
    trackers: Trackers = Trackers()
    """Where the tickets of pains and opportunities are, and what the words there mean.
    Example: {jira: {url: "https://example.atlassian.net", pains: {Done: resolved}}}
    """
    lint: Lint = Lint()
    """Which rules hold when you check, and how much they matter. Example: {preset: minimal}"""
