"""catalog.yml: the shared vocabulary of an atlas."""

from typing import Annotated, Literal

from pydantic import Field

from mkdocs_journeys.model.base import (
    ChannelRef,
    Colour,
    Count,
    Date,
    Document,
    Flag,
    Id,
    Model,
    Number,
    Percent,
    Rich,
    TeamRef,
    Text,
    Texts,
)

PainMethod = Literal["severity-frequency-impact", "severity-reach"]
OpportunityMethod = Literal["value-effort", "rice"]
ChannelKind = Literal["digital", "physical", "human"]
Icon = Literal["screen", "phone", "mail", "chat", "person", "store", "document", "event", "app"]
MetricKind = Literal[
    "nps", "csat", "ces", "clv", "conversion", "churn", "retention", "duration", "count", "money", "other"
]


class Stage(Model):
    """One stage of the customer's lifecycle."""

    id: Id
    name: Text
    description: Text | None = None
    colour: Colour | None = None


class Channel(Model):
    """A medium through which customer and company meet."""

    id: Id
    name: Text
    kind: ChannelKind
    icon: Icon | None = None


class Touchpoint(Model):
    """A concrete place where customer and company meet."""

    id: Id
    name: Text
    channel: ChannelRef
    team: TeamRef | None = None
    initiator: Literal["customer", "company"] | None = None
    systems: Texts = ()
    status: Literal["planned", "live", "retired"] = "live"
    description: Text | None = None


class Team(Model):
    """Who owns things."""

    id: Id
    name: Text
    contact: Text | None = None
    codeowner: Text | None = None


class Segment(Model):
    """A part of the customer base."""

    id: Id
    name: Text
    description: Text | None = None


class Metric(Model):
    """A figure that is followed over time; its observations stand in `metrics/ID.csv`."""

    id: Id
    name: Text
    kind: MetricKind
    unit: Text | None = None
    better: Literal["higher", "lower"] | None = None
    baseline: Number | None = None
    target: Number | None = None
    by: Date | None = None
    team: TeamRef | None = None
    source: Text | None = None
    description: Text | None = None


class Lane(Model):
    """A lane of a map that this atlas adds to the usual ones."""

    id: Id
    name: Text
    description: Text | None = None


class Bands(Model):
    """Scores from which a pain or an opportunity counts as high or medium, 0 to 100."""

    high: Percent = 40
    medium: Percent = 15


class Scoring(Model):
    """How pains and opportunities are scored; the bands hold for both."""

    pain: PainMethod = "severity-frequency-impact"
    opportunity: OpportunityMethod = "value-effort"
    bands: Bands = Bands()


class ReviewPolicy(Model):
    """What the atlas asks of its journeys."""

    max_age_days: Annotated[Count, Field(ge=1)] = 180
    require_owner: Flag = False
    require_evidence: Flag = False


class Catalog(Document):
    """The whole of catalog.yml."""

    format: Literal[1]
    name: Text = "Customer journeys"
    description: Rich | None = None
    stages: tuple[Stage, ...] = ()
    channels: tuple[Channel, ...] = ()
    touchpoints: tuple[Touchpoint, ...] = ()
    teams: tuple[Team, ...] = ()
    segments: tuple[Segment, ...] = ()
    metrics: tuple[Metric, ...] = ()
    lanes: tuple[Lane, ...] = ()
    scoring: Scoring = Scoring()
    review: ReviewPolicy = ReviewPolicy()
